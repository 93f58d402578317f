package workflows_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"runbook/generator"
	"runbook/output"
	"runbook/output/markdown"
	"runbook/workflows"
)

// The tests of this file walk the whole space of profiles of cmg-setup: every
// combination of the choices that the decision tables combine, and a great
// many combinations of all choices. Whatever the profile, it is refused by a
// rule with a number, or it gives a runbook that holds together.

// axis is one choice and its values as YAML; "" leaves the key out.
type axis struct {
	key    string
	values []string
}

// tableAxes are combined completely.
var tableAxes = []axis{
	{"gateway.deployment", []string{"virtual-machine-scale-set", "cloud-service-classic"}},
	{"azure.environment", []string{"public", "us-government"}},
	{"site.version", []string{"1810", "1902", "2002", "2006", "2010", "2103", "2107", "2111", "2203", "2207", "2303", "2309", "2403", "2409", "2503", "2509", "2603"}},
	{"certificate.source", []string{"public-provider", "enterprise-pki"}},
	{"certificate.domain", []string{"contoso.com", ""}},
	{"authentication.methods", []string{"[entra-id]", "[pki]", "[token]", "[entra-id, pki]", "[entra-id, token]", "[pki, token]", "[entra-id, pki, token]"}},
	{"site.management_point_mode", []string{"http", "enhanced-http", "https"}},
	{"gateway.content", []string{"true", "false"}},
	{"entra.apps", []string{"create", "import"}},
	{"site.hierarchy", []string{"standalone-primary", "central-administration-site"}},
}

// otherAxes are combined at random, many times over; the first value is the
// ordinary one.
var otherAxes = []axis{
	{"clients.join", []string{"[entra, hybrid]", "[entra]", "[hybrid]", "[ad]", "[workgroup]", "[hybrid, ad]", "[entra, hybrid, ad, workgroup]"}},
	{"gateway.vm_instances", []string{"2", "1", "5", "16", ""}},
	{"gateway.vm_size", []string{"", "A2_v2", "A4_v2", "B2s"}},
	{"gateway.high_availability", []string{"true", "false"}},
	{"gateway.redeploy", []string{"false", "true"}},
	{"gateway.lab", []string{"false", "true"}},
	{"gateway.stop_on_threshold", []string{"false", "true"}},
	{"gateway.verify_client_revocation", []string{"auto", "\"on\"", "\"off\""}},
	{"site.proxy", []string{"false", "true"}},
	{"site.proxy_address", []string{"", "proxy.contoso.com:8080"}},
	{"site.tls_inspection", []string{"false", "true"}},
	{"site.code", []string{"PS1", ""}},
	{"site.server", []string{"cm01.corp.contoso.com", ""}},
	{"site.management_points", []string{"[mp01.corp.contoso.com]", "[mp01.corp.contoso.com, mp02.corp.contoso.com]", ""}},
	{"site.software_update_points", []string{"[sup01.corp.contoso.com]", "[]", ""}},
	{"site.connection_points", []string{"[cp01.corp.contoso.com, cp02.corp.contoso.com]", "[cp01.corp.contoso.com]", ""}},
	{"site.primaries", []string{"", "[{code: PR1, server: p1.contoso.com, management_points: [m1.contoso.com], connection_points: [c1.contoso.com, c2.contoso.com]}, {code: PR2, software_update_points: [s2.contoso.com], connection_points: [c3.contoso.com]}]"}},
	{"site.existing_classic_cmg", []string{"false", "true"}},
	{"site.trusted_roots_set", []string{"false", "true"}},
	{"site.updates", []string{"", "[KB37942646, KB37864969, KB30385346]"}},
	{"azure.tenant", []string{"contoso.onmicrosoft.com", ""}},
	{"azure.tenant_id", []string{"5e97358c-d99c-4558-af0c-de7774091dda", ""}},
	{"azure.subscription_kind", []string{"standard", "csp"}},
	{"azure.subscription", []string{"", "Contoso Production"}},
	{"azure.resource_group", []string{"", "{name: rg-cmg}", "{name: rg-cmg, existing: true}", "{existing: true}"}},
	{"azure.policy", []string{"false", "true"}},
	{"certificate.wildcard", []string{"false", "true"}},
	{"certificate.crl_on_internet", []string{"false", "true"}},
	{"certificate.expires", []string{"", "2027-06-30"}},
	{"certificate.provider", []string{"", "DigiCert"}},
	{"authentication.client_ca_certificates", []string{"[root.cer]", "[root.cer, issuing.cer]", ""}},
	{"authentication.crl_on_internet", []string{"false", "true"}},
	{"entra.secret_validity", []string{"1y", "2y"}},
	{"entra.secret_expires", []string{"", "2027-11-20"}},
	{"entra.user_discovery", []string{"true", "false"}},
	{"entra.conditional_access_all_apps", []string{"false", "true"}},
	{"entra.separate_compute_tenant", []string{"false", "true"}},
	{"entra.existing_server_app", []string{"false", "true"}},
	{"entra.global_admin_available", []string{"true", "false"}},
	{"clients.peak_connections", []string{"", "12000", "60000"}},
	{"clients.user_deployments", []string{"false", "true"}},
	{"clients.install_over_internet", []string{"false", "true"}},
	{"clients.boundary_groups", []string{"false", "true"}},
	{"clients.intune", []string{"false", "true"}},
	{"clients.collection", []string{"", "CMG pilot"}},
	{"clients.branchcache", []string{"false", "true"}},
	{"clients.co_managed", []string{"false", "true"}},
	{"clients.rarely_online", []string{"false", "true"}},
	{"clients.update_packages", []string{"", "true", "false"}},
	{"clients.third_party_updates", []string{"false", "true"}},
	{"clients.delta_content", []string{"false", "true"}},
	{"automation", []string{"console", "powershell"}},
	{"schedule.start", []string{"", "2027-01-11"}},
}

const runbookDay = "2026-11-23"

// point is one profile of the space.
type point map[string]string

// yaml writes the profile with flow mappings, one top-level key a line.
func (p point) yaml() string {
	if whole, ok := p["profile"]; ok {
		return whole
	}
	groups := map[string][]string{}
	for _, key := range slices.Sorted(maps.Keys(p)) {
		if value := p[key]; value != "" {
			group, name, nested := strings.Cut(key, ".")
			if !nested {
				groups[key] = append(groups[key], value)
				continue
			}
			groups[group] = append(groups[group], name+": "+value)
		}
	}
	region := "westus"
	if p["azure.environment"] == "us-government" {
		region = "usgovvirginia"
	}
	groups["azure"] = append(groups["azure"], "region: "+region)
	groups["gateway"] = append(groups["gateway"], "name: granitefalls")
	var b strings.Builder
	b.WriteString("organization: Contoso\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n")
	for _, g := range slices.Sorted(maps.Keys(groups)) {
		if g == "automation" {
			fmt.Fprintf(&b, "%s: %s\n", g, groups[g][0])
			continue
		}
		fmt.Fprintf(&b, "%s: {%s}\n", g, strings.Join(groups[g], ", "))
	}
	return b.String()
}

// space calls visit for every combination of the tables' axes with ordinary
// values elsewhere, then for random combinations of everything.
func space(random int, visit func(point)) {
	ordinary := point{}
	for _, a := range otherAxes {
		ordinary[a.key] = a.values[0]
	}
	var walk func(i int, p point)
	walk = func(i int, p point) {
		if i == len(tableAxes) {
			q := maps.Clone(p)
			if !strings.Contains(q["authentication.methods"], "entra-id") {
				q["clients.join"] = "[entra, hybrid, ad, workgroup]"
			}
			visit(q)
			return
		}
		for _, v := range tableAxes[i].values {
			p[tableAxes[i].key] = v
			walk(i+1, p)
		}
	}
	walk(0, maps.Clone(ordinary))
	r := rand.New(rand.NewPCG(1, 2))
	for range random {
		p := point{}
		for _, a := range tableAxes {
			p[a.key] = a.values[r.IntN(len(a.values))]
		}
		for _, a := range otherAxes {
			if r.IntN(3) > 0 {
				p[a.key] = a.values[0]
			} else {
				p[a.key] = a.values[r.IntN(len(a.values))]
			}
		}
		visit(p)
	}
}

// wholeSpace reports whether RUNBOOK_SPACE=all asks for every profile, as the
// gate does. Otherwise a sixteenth has to do, and with -short, which is for the
// race detector, a quarter of that.
func wholeSpace() bool { return os.Getenv("RUNBOOK_SPACE") == "all" }

// less is how many times fewer profiles -short looks at.
func less() int {
	if testing.Short() {
		return 4
	}
	return 1
}

func load(t *testing.T, id string) *generator.Workflow {
	t.Helper()
	w, problems := generator.Lint(generator.Layer{Name: id, FS: os.DirFS(id)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return w
}

// findings collects what is wrong, each kind once with the first profile that
// shows it, and which steps were seen in and out.
type findings struct {
	mu       sync.Mutex
	examples map[string]string
	in, out  map[string]bool
	rendered int
	refused  map[string]int
}

func (f *findings) add(p point, format string, args ...any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	what := fmt.Sprintf(format, args...)
	if f.examples[what] == "" && len(f.examples) < 40 {
		f.examples[what] = p.yaml()
	}
}

func TestWholeSpaceOfProfiles(t *testing.T) {
	random := 20_000
	if !wholeSpace() {
		random = 2_000 / less()
	}
	w := load(t, "cmg-setup")
	f := &findings{examples: map[string]string{}, in: map[string]bool{}, out: map[string]bool{}, refused: map[string]int{}}
	points := make(chan point, 256)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			n := 0
			for p := range points {
				n++
				f.visit(w, p, n%10 == 0, n%40 == 0)
			}
		})
	}
	total := 0
	space(random, func(p point) {
		total++
		if !wholeSpace() && total%(16*less()) != 0 && total <= 48_000 {
			return
		}
		points <- p
	})
	close(points)
	workers.Wait()
	for what, example := range f.examples {
		t.Errorf("%s, for example with\n%s", what, example)
	}
	for _, s := range w.Steps() {
		switch {
		case !wholeSpace(): // too few profiles to say
		case !f.in[s.ID]:
			t.Errorf("no profile selects the step %s", s.ID)
		case s.When != nil && !f.out[s.ID]:
			t.Errorf("no profile leaves out the step %s, which has a condition", s.ID)
		case s.When == nil && f.out[s.ID]:
			t.Errorf("the step %s without a condition was left out", s.ID)
		}
	}
	t.Logf("%d profiles: %d rendered, refused by rule: %v", total, f.rendered, f.refused)
}

// visit looks at one profile; some are generated twice, see anew, and some rendered.
func (f *findings) visit(w *generator.Workflow, p point, twice, render bool) {
	profile, problems := generator.ParseProfile("p.yaml", []byte(p.yaml()), w)
	if len(problems) > 0 {
		f.add(p, "the profile does not parse: %v", problems)
		return
	}
	problems = w.CheckProfile(profile, runbookDay)
	if problems.Errors() > 0 {
		f.mu.Lock()
		defer f.mu.Unlock()
		for _, problem := range problems {
			if problem.Severity == generator.Error {
				f.refused[problem.Rule]++
				if problem.Rule == "" {
					f.examples["refused without a rule: "+problem.Message] = p.yaml()
				}
			}
		}
		return
	}
	rb, err := generator.Generate(w, profile, runbookDay)
	if err != nil {
		f.add(p, "generate: %v", err)
		return
	}
	f.runbook(w, p, rb)
	if twice {
		f.anew(p, rb)
	}
	if render {
		markdown.Render(rb) // neither may panic
		output.JSON(rb)
	}
}

// anew generates the runbook once more with a workflow that remembers nothing of
// other profiles.
func (f *findings) anew(p point, rb *generator.Runbook) {
	folder, err := fs.Sub(workflows.FS, "cmg-setup")
	if err != nil {
		f.add(p, "%v", err)
		return
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: folder, Precompiled: workflows.Precompiled})
	if err != nil {
		f.add(p, "%v", err)
		return
	}
	profile, _ := generator.ParseProfile("p.yaml", []byte(p.yaml()), w)
	alone, err := generator.Generate(w, profile, runbookDay)
	if err != nil || !reflect.DeepEqual(alone, rb) {
		f.add(p, "after other profiles the runbook is not what it is alone")
	}
}
