package workflows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/markdown"
)

// renewalAxes are the choices of cmg-renewal that decide about its steps and
// texts; the test combines them completely.
var renewalAxes = []axis{
	{"renew", []string{"[certificate, secret]", "[certificate]", "[secret]", "[]"}},
	{"site", []string{"{version: 2603, code: PS1, server: cm01.contoso.com}", "{version: 2509}", "{version: 2309}", "{version: 2107}", "{version: 2010}"}},
	{"azure", []string{"{tenant: contoso.onmicrosoft.com, tenant_id: 5e97358c-d99c-4558-af0c-de7774091dda}", "{environment: us-government}"}},
	{"certificate", []string{
		"{}", "{provider: DigiCert, current_name: granitefalls.contoso.com, expires: 2027-03-01, other_changes: true}", "{current_name: '*.contoso.com'}",
		"{source: enterprise-pki}", "{source: enterprise-pki, new_root: true}", "{source: enterprise-pki, new_root: true, crl_on_internet: true, san: false}",
		"{common_name: falls.fabrikam.com, expires: 2026-11-01, other_changes: true}", "{common_name: GraniteFalls.contoso.com}", "{common_name: '*.fabrikam.com', source: enterprise-pki, new_root: true}",
	}},
	{"entra", []string{
		"{}", "{apps: import}", "{server_app_name: CMG-ServerApp, secret_expires: 2027-02-10, app_created: 2026-02-10}",
		"{apps: import, separate_compute_tenant: true, secret_validity: 2y, app_created: 2025-01-01}", "{secret_expires: 2026-11-01, app_created: 2020-01-01}",
		"{separate_compute_tenant: true, compute_tenant: contosocloud.onmicrosoft.com}",
	}},
	{"automation", []string{"console", "powershell"}},
}

func TestWholeSpaceOfRenewals(t *testing.T) {
	const id = "cmg-renewal"
	w := load(t, id)
	f := &findings{examples: map[string]string{}, in: map[string]bool{}, out: map[string]bool{}, refused: map[string]int{}}
	selected, left := map[string]bool{}, map[string]bool{}
	total := 0
	var walk func(i int, lines []string)
	walk = func(i int, lines []string) {
		if i < len(renewalAxes) {
			for _, v := range renewalAxes[i].values {
				walk(i+1, append(slices.Clone(lines), renewalAxes[i].key+": "+v))
			}
			return
		}
		if total++; testing.Short() && total%7 != 0 {
			return
		}
		text := "organization: Contoso\nschedule: {start: 2027-01-11}\ngateway: {service_name: granitefalls.contoso.com}\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n" + strings.Join(lines, "\n") + "\n"
		p := point{"profile": text}
		profile, problems := generator.ParseProfile("p.yaml", []byte(text), w)
		problems = append(problems, w.CheckProfile(profile, runbookDay)...)
		if problems.Errors() > 0 {
			for _, problem := range problems {
				if problem.Severity == generator.Error && problem.Rule == "" {
					t.Fatalf("refused without a rule: %v\n%s", problem, text)
				}
			}
			return
		}
		p["site.version"], p["site.hierarchy"] = profile.Text("site.version"), profile.Text("site.hierarchy")
		rb, err := generator.Generate(w, profile, runbookDay)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		renewal(f, p, w, rb)
		if f.rendered%40 == 0 {
			markdown.Render(rb) // must not panic
		}
		f.rendered++
		for _, it := range rb.Items() {
			selected[it.Key] = true
		}
		for _, r := range rb.References {
			for _, e := range r.Entries {
				selected[e.Key] = true
			}
		}
		for _, o := range rb.Omissions {
			left[o.Key] = true
			if !strings.HasPrefix(o.Reason, "because ") || strings.Contains(o.Reason, "`") {
				f.add(p, "an odd reason: %s: %s", o.Key, o.Reason)
			}
		}
	}
	walk(0, nil)
	for what, example := range f.examples {
		t.Errorf("%s, for example with\n%s", what, example)
	}
	for _, s := range w.Steps() {
		key := id + "/" + s.ID
		if !selected[key] {
			t.Errorf("no profile selects the step %s", s.ID)
		}
		if s.When != nil && !left[key] {
			t.Errorf("no profile leaves out the step %s, which has a condition", s.ID)
		}
	}
	if f.rendered < 200 {
		t.Errorf("only %d profiles give a runbook", f.rendered)
	}
}

// renewal looks for what must hold in every runbook of the workflow.
func renewal(f *findings, p point, w *generator.Workflow, rb *generator.Runbook) {
	place, known := map[string]int{}, map[string]bool{}
	for i, it := range rb.Items() {
		place[it.Key], known[it.Key] = i, true
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			known[e.Key] = true
		}
	}
	for i, it := range rb.Items() {
		id := strings.TrimPrefix(it.Key, w.ID+"/")
		for _, need := range w.Step(id).Needs {
			at, ok := place[w.ID+"/"+need.Step]
			if !ok && !need.Optional {
				f.add(p, "%s needs %s, which is not in the runbook", id, need.Step)
			}
			if ok && at >= i {
				f.add(p, "%s needs %s, which comes later", id, need.Step)
			}
		}
		if len(it.People) == 0 || it.Title == "" || it.Why == "" || it.Steps == "" || len(it.Verify) == 0 || it.Evidence == "" || len(it.Sources) == 0 || it.Minutes <= 0 {
			f.add(p, "%s lacks a part", id)
		}
	}
	f.texts(p, rb, known)
	f.inTurn(p, rb)
	for _, pair := range [][2]string{
		{"put-certificate-into-cmg", "set-up-new-cmg"},
		{"order-certificate", "request-certificate"},
		{"renew-secret-key", "enter-new-secret"},
		{"renew-secret-key", "plan-new-server-app"},
		{"create-new-secret", "register-new-server-app"},
	} {
		if known[w.ID+"/"+pair[0]] && known[w.ID+"/"+pair[1]] {
			f.add(p, "%s and %s contradict each other", pair[0], pair[1])
		}
	}
	// A phase without items is not shown, and the others keep their numbers.
	for _, phase := range rb.AllPhases() {
		if len(phase.Items) == 0 {
			f.add(p, "the phase %s is empty", phase.ID)
		}
		if want := fmt.Sprintf("%d-", phase.Number); !strings.HasPrefix(phase.ID, want) {
			f.add(p, "the phase %s has the number %d", phase.ID, phase.Number)
		}
	}
}
