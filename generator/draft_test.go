package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
)

func draft(t *testing.T, base string) *generator.Draft {
	t.Helper()
	var data []byte
	if base != "" {
		data = []byte(base)
	}
	d, err := generator.NewDraft(cmgSetup(t), "contoso.yaml", day, data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// answer sets answers written as key=value.
func answer(d *generator.Draft, answers ...string) {
	for _, a := range answers {
		key, value, _ := strings.Cut(a, "=")
		d.Set(key, value)
	}
}

var needed = []string{
	"organization=Contoso", "site.version=2509", "azure.region=westus", "gateway.name=granitefalls", "certificate.domain=contoso.com",
	"people.global-admin=Ann Lee <ann@example.com> @annlee", "people.subscription-owner=Bob; Eve @eve",
}

func never(string) bool { return false }

// TestDraftPassesTheCheck writes a new profile at every level; each must be
// accepted by the check and by the schema, and give the same as its short
// form.
func TestDraftPassesTheCheck(t *testing.T) {
	w := cmgSetup(t)
	schema := validator(t, w.ProfileSchema())
	for _, level := range []generator.Level{generator.LevelNeeded, generator.LevelDecisions, generator.LevelEverything} {
		d := draft(t, "")
		answer(d, needed...)
		d.Complete(level, func(key string) bool { _, ok := d.Answered(key); return ok })
		data := d.New("Profile of Contoso")
		p, ps := generator.ParseProfile("contoso.yaml", data, w)
		ps = append(ps, w.CheckProfile(p, day)...)
		if ps.Errors() > 0 {
			t.Fatalf("%v\n%s", ps, data)
		}
		if err := schema.Validate(asJSON(t, data)); err != nil {
			t.Error(err)
		}
		if !strings.HasPrefix(string(data), "# Profile of Contoso\n\n") {
			t.Errorf("begins with %.40q", data)
		}
		if _, given := p.Given("site.hierarchy"); given != (level > generator.LevelNeeded) {
			t.Errorf("level %d: site.hierarchy given: %t", level, given)
		}
		// Every key stands in it once, live or commented out, with a comment.
		for _, f := range w.Fields {
			if q := d.Question(f.Key); q == nil || !d.Relevant(q) {
				continue
			}
			name := f.Key[strings.LastIndexByte(f.Key, '.')+1:]
			if !strings.Contains(string(data), name+":") || !strings.Contains(strings.Join(strings.Fields(string(data)), " "), strings.Fields(f.Title)[0]) {
				t.Errorf("level %d: %s is missing", level, f.Key)
			}
		}
	}
}

// TestDraftUncommented takes every # away in front of a key: what is left
// must be YAML with known keys.
func TestDraftUncommented(t *testing.T) {
	w := cmgSetup(t)
	d := draft(t, "")
	answer(d, needed...)
	var live []string
	for line := range strings.Lines(string(d.New())) {
		bare := strings.TrimLeft(line, " ")
		if rest, ok := strings.CutPrefix(bare, "# "); ok {
			key, value, isKey := strings.Cut(strings.TrimLeft(rest, " "), ":")
			if !isKey || strings.ContainsAny(key, " #.") || strings.HasSuffix(strings.TrimSpace(value), ".") {
				continue
			}
			line = line[:len(line)-len(bare)] + rest
		}
		live = append(live, line)
	}
	_, ps := generator.ParseProfile("contoso.yaml", []byte(strings.Join(live, "")), w)
	for _, p := range ps {
		if strings.Contains(p.Message, "unknown key") || strings.Contains(p.Message, "YAML") {
			t.Errorf("%v\n%s", p, strings.Join(live, ""))
		}
	}
}

func TestDraftAsksWhatMatters(t *testing.T) {
	d := draft(t, "")
	relevant := func(key string) bool { return d.Relevant(d.Question(key)) }
	if relevant("site.proxy_address") || relevant("authentication.client_ca_certificates") || relevant("site.primaries") {
		t.Error("asks for what does not matter")
	}
	answer(d, "site.proxy=true", "authentication.methods=entra-id, pki", "site.hierarchy=central-administration-site")
	if !relevant("site.proxy_address") || !relevant("authentication.client_ca_certificates") || !relevant("site.primaries") {
		t.Error("does not ask for what matters")
	}
	d.Unset("site.proxy")
	if relevant("site.proxy_address") {
		t.Error("still asks for the proxy's address")
	}
	answer(d, "site.proxy_address=proxy.contoso.com:8080")
	d.Complete(generator.LevelDecisions, never)
	if _, ok := d.Answered("site.proxy_address"); ok {
		t.Error("keeps an answer that has become irrelevant")
	}
}

// TestDraftAsksWhatARuleWants asks at the lowest level too for what a rule
// misses, as long as it does.
func TestDraftAsksWhatARuleWants(t *testing.T) {
	d := draft(t, "")
	answer(d, "site.version=2509", "azure.region=westus", "gateway.name=granitefalls")
	domain := d.Question("certificate.domain")
	if !d.Asks(domain, generator.LevelNeeded) {
		t.Error("does not ask for the domain of a bought certificate")
	}
	answer(d, "certificate.domain=contoso.com")
	if !d.Asks(domain, generator.LevelNeeded) {
		t.Error("the question vanishes with its answer")
	}
	d.Unset("certificate.domain")
	answer(d, "certificate.source=enterprise-pki")
	if d.Asks(domain, generator.LevelNeeded) {
		t.Error("still asks for a domain that nothing needs")
	}
}

// TestDraftNeeds tells what must be answered from what may be: by the field,
// and by a rule that the other answers bring up.
func TestDraftNeeds(t *testing.T) {
	d := draft(t, "")
	answer(d, needed...)
	d.Unset("certificate.domain")
	needs := func(key string) bool { return d.Needs(d.Question(key)) }
	if !needs("organization") || !needs("people.global-admin") || needs("people.pki-admin") || needs("site.code") {
		t.Error("not what field and role say")
	}
	if !needs("certificate.domain") {
		t.Error("a bought certificate does not need a domain")
	}
	if answer(d, "certificate.domain=contoso.com"); !needs("certificate.domain") {
		t.Error("it does not once it has one")
	}
	answer(d, "certificate.source=enterprise-pki")
	if needs("certificate.domain") {
		t.Error("a certificate of the own PKI needs a domain")
	}
	answer(d, "clients.peak_connections=many")
	if needs("clients.peak_connections") {
		t.Error("what is wrong counts as needed")
	}
}

func TestDraftDuties(t *testing.T) {
	d := draft(t, "")
	role := d.Question("people.global-admin").Role
	for version, want := range map[string]string{"2509": "Registers the apps in Microsoft Entra ID", "2010": "Registers the apps in Azure Active Directory"} {
		d.Set("site.version", version)
		if got := d.Duties(role); !strings.HasPrefix(got, want) {
			t.Errorf("%q: %s", version, got)
		}
	}
}

func TestDraftProblems(t *testing.T) {
	tests := []struct{ answers, key, want string }{
		{"gateway.name=Granite", "gateway.name", `gateway.name "Granite" has a capital`},
		{"gateway.name=granitefalls", "gateway.name", ""},
		{"site.version=25", "site.version", `site.version "25" is no version of Configuration Manager`},
		{"site.version=2509|gateway.deployment=cloud-service-classic", "gateway.deployment", `gateway.deployment "cloud-service-classic": version 2509 cannot create a classic CMG any more`},
		{"clients.peak_connections=many", "clients.peak_connections", `clients.peak_connections wants a whole number, not "many"`},
		{"people.pki-admin=Ann <nowhere>", "people.pki-admin", `people.pki-admin.email "nowhere" is no mail address`},
		{"people.pki-admin=Bo Berg <bo@contoso.com> @ann lee", "people.pki-admin", `people.pki-admin: a GitHub login has no blank, and a name does not come behind it: "@ann lee"`},
		{"people.pki-admin= @boberg", "people.pki-admin", `people.pki-admin: "@boberg" has no name in it`},
		{"people.pki-admin=Ann Lee @an.lee", "people.pki-admin", `people.pki-admin.github "an.lee" is no GitHub login`},
		{"people.pki-admin=[{github: boberg}]", "people.pki-admin", ""},
		{"schedule.start=11.1.2027", "schedule.start", `schedule.start "11.1.2027" is no date`},
		{"site.updates=KB1", "site.updates", `site.updates "KB1" has not the right form`},
		{"site.hierarchy=central-administration-site|site.primaries=PR1, PRIMARY", "site.primaries", `code "PRIMARY" has not the right form`},
		{"organization=true", "organization", ""},
	}
	for _, tt := range tests {
		d := draft(t, "")
		answer(d, strings.Split(tt.answers, "|")...)
		got := ""
		for _, p := range d.ProblemsOf(tt.key) {
			if p.Severity == generator.Error {
				got = p.Message
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q; all: %v", tt.answers, got, tt.want, d.Problems())
		}
	}
}

// garage is a workflow whose texts stay as they are, for what is compared to
// the letter.
func garage(t *testing.T) *generator.Workflow {
	t.Helper()
	w, err := generator.LoadWorkflow(generator.Layer{Name: "garage", FS: fstest.MapFS{
		"workflow.yaml": {Data: []byte(`id: garage
title: Garage
roles:
  - {id: global-admin, title: Global Administrator, required: true}
  - {id: subscription-owner, title: Subscription Owner, required: true}
  - {id: pki-admin, title: PKI administrator, fallback: [subscription-owner, global-admin]}
phases: []
`)},
		"profile.yaml": {Data: []byte(`fields:
  - {key: site.version, type: yymm, title: Version, required: true, help: "Four digits, as the page About shows them, year and month; it takes a second line to say so."}
  - {key: site.code, type: text, title: Site code, shape: three letters}
  - {key: site.updates, type: texts, title: Updates}
  - {key: azure.region, type: text, title: Region}
  - {key: azure.resource_group.name, type: text, title: Group}
  - {key: azure.resource_group.existing, type: boolean, title: The group exists, default: false}
  - {key: gateway.name, type: text, title: Name}
  - {key: gateway.content, type: boolean, title: Content}
  - {key: gateway.vm_instances, type: integer, title: VM instances}
  - {key: gateway.high_availability, type: boolean, title: High availability, default: true}
  - {key: certificate.domain, type: text, title: Domain}
  - {key: clients.collection, type: text, title: Collection}
  - {key: clients.intune, type: boolean, title: Intune}
`)},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestDraftCompletes(t *testing.T) {
	w := garage(t)
	const people = "people:\n  global-admin: {name: Ann} # she\n  subscription-owner: {name: Bob}\n"
	tests := []struct {
		name, base string
		answers    []string
		want       string
	}{
		{
			"blocks, comments, order", "# Mine\ngateway:\n  # the name\n  name: granitefalls # agreed\n\n  # end of gateway\n\n# then the site\nsite:\n  version: 2509\norganization: Contoso\nazure: {region: westus}\ncertificate:\n  domain: contoso.com\n" + people,
			[]string{"gateway.vm_instances=4", "site.code=PS1"},
			"# Mine\ngateway:\n  # the name\n  name: granitefalls # agreed\n\n  # end of gateway\n  # VM instances.\n  vm_instances: 4\n\n# then the site\nsite:\n  version: 2509\n  # Site code. Three letters.\n  code: PS1\norganization: Contoso\nazure: {region: westus}\ncertificate:\n  domain: contoso.com\n" + people,
		},
		{
			"braces", "organization: Contoso\nsite: {version: 2509} # one line\nazure: {region: westus, resource_group: {name: rg-cmg}}\ngateway: { name: granitefalls,\n  content: true }\ncertificate: {domain: contoso.com}\n" + people,
			[]string{"site.updates=[KB37864969]", "azure.resource_group.existing=true", "gateway.high_availability=false", "document.change=007"},
			"organization: Contoso\nsite: {version: 2509, updates: [KB37864969]} # one line\nazure: {region: westus, resource_group: {name: rg-cmg, existing: true}}\ngateway: { name: granitefalls,\n  content: true, high_availability: false }\ncertificate: {domain: contoso.com}\n" + people +
				"\ndocument:\n  # Change request.\n  change: \"007\"\n",
		},
		{
			"a group with nothing in it, no line end", "organization: Contoso\nsite:\nazure: {region: westus}\ngateway: {name: granitefalls}\ncertificate: {domain: contoso.com}\n" + strings.TrimSuffix(people, "\n"),
			[]string{"site.version=2509", "people.pki-admin=Eve @eve"},
			"organization: Contoso\nsite:\n  # Version. Four digits, as the page About shows them, year and month; it takes a second line to say\n  # so.\n  version: 2509\nazure: {region: westus}\ngateway: {name: granitefalls}\ncertificate: {domain: contoso.com}\n" + people +
				"  # PKI administrator. Where nobody is named, the Subscription Owner, then the Global Administrator\n  # stands in.\n  pki-admin: {name: Eve, github: eve}\n",
		},
		{
			"line ends of Windows, a literal text at the end", "organization: Contoso\r\nsite: {version: 2509}\r\nazure: {region: westus}\r\ncertificate: {domain: contoso.com}\r\npeople:\r\n  global-admin: {name: Ann}\r\n  subscription-owner: {name: Bob}\r\ngateway:\r\n  name: granitefalls\r\nclients:\r\n  collection: |\r\n    pilot\r\n\r\n    # not a comment\r\n",
			[]string{"clients.intune=true"},
			"organization: Contoso\r\nsite: {version: 2509}\r\nazure: {region: westus}\r\ncertificate: {domain: contoso.com}\r\npeople:\r\n  global-admin: {name: Ann}\r\n  subscription-owner: {name: Bob}\r\ngateway:\r\n  name: granitefalls\r\nclients:\r\n  collection: |\r\n    pilot\r\n\r\n    # not a comment\r\n  # Intune.\r\n  intune: true\r\n",
		},
		{
			"what a person commented out", "organization: Contoso\nsite:\n  version: 2509\n  # code: OLD\n  # updates:\n" + people,
			[]string{"site.code=PS1", "site.updates=KB1"},
			"organization: Contoso\nsite:\n  version: 2509\n  # code: OLD\n  updates: [KB1]\n  # Site code. Three letters.\n  code: PS1\n" + people,
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := generator.NewDraft(w, "contoso.yaml", day, []byte(tt.base))
			if err != nil {
				t.Fatal(err)
			}
			answer(d, tt.answers...)
			got, err := d.Edited()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, string(got)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDraftCompletesItself completes a profile that a draft wrote: keys that
// are commented out come in where they stand, and nothing is said twice.
func TestDraftCompletesItself(t *testing.T) {
	d := draft(t, "")
	answer(d, needed...)
	first := string(d.New("Mine"))
	more := []string{
		"site.code=PS1", "schedule.start=2027-01-11", "tracking.github.repository=contoso/cmg", "azure.resource_group.name=rg-cmg", "people.pki-admin=Eve",
		"automation=powershell", "clients.collection=CMG pilot", "title=Contoso on the internet",
	}
	d = draft(t, first)
	answer(d, more...)
	second, err := d.Edited()
	if err != nil {
		t.Fatal(err)
	}
	if a, b := strings.Count(first, "\n"), strings.Count(string(second), "\n"); a != b {
		t.Errorf("%d lines became %d:\n%s", a, b, cmp.Diff(first, string(second)))
	}
	for _, want := range []string{
		"\n  code: PS1\n", "\nschedule:\n  # First day of work. With it every item gets a planned day.\n  start: 2027-01-11\n  # Days nobody works.\n  # holidays:\n",
		"\ntracking:\n  github:\n    # GitHub repository. Owner/name.\n    repository: contoso/cmg\n", "\n  resource_group:\n", "\n    name: rg-cmg\n",
		"\n  pki-admin: {name: Eve}\n", "\nautomation: powershell\n", "\ntitle: Contoso on the internet\n",
	} {
		if !strings.Contains(string(second), want) {
			t.Errorf("no %q in\n%s", want, second)
		}
	}
	// In one go it is the same.
	d = draft(t, "")
	answer(d, append(slices.Clone(needed), more...)...)
	if diff := cmp.Diff(string(d.New("Mine")), string(second)); diff != "" {
		t.Error(diff)
	}
}

// TestDraftCompletesSamples adds every key to every sample. Each line that was
// there must still be there, in its order, but for groups in braces.
func TestDraftCompletesSamples(t *testing.T) {
	for name, data := range samples(t) {
		for _, text := range []string{string(data), strings.ReplaceAll(string(data), "\n", "\r\n"), strings.TrimRight(string(data), "\n")} {
			d := draft(t, text)
			d.Complete(generator.LevelEverything, never)
			answer(d, "schedule.start=2027-01-11", "document.footer=a: b # c", "people.pki-admin=Eve; Ann")
			if d.Problems().Errors() > 0 {
				t.Fatalf("%s: %v", name, d.Problems())
			}
			edited, err := d.Edited()
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			rest := strings.Split(string(edited), "\n")
			for line := range strings.SplitSeq(text, "\n") {
				if strings.Contains(line, "{") {
					continue
				}
				i := slices.IndexFunc(rest, func(l string) bool { return strings.TrimRight(l, "\r") == strings.TrimRight(line, "\r") })
				if i < 0 {
					t.Fatalf("%s: %q is gone or moved", name, line)
				}
				rest = rest[i+1:]
			}
		}
	}
}

func TestDraftRefusesAFaultyProfile(t *testing.T) {
	for _, base := range []string{"organization: [", "colour: blue\n", "gateway: {name: Granite}\n", "people: {global-admin: 5}\n"} {
		if _, err := generator.NewDraft(cmgSetup(t), "p.yaml", day, []byte(base)); err == nil {
			t.Errorf("%q is taken", base)
		}
	}
	if _, err := generator.NewDraft(cmgSetup(t), "p.yaml", day, []byte("organization: Contoso\n")); err != nil {
		t.Errorf("a profile that lacks nearly everything is refused: %v", err)
	}
}
