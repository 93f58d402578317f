package generator_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"runbook/generator"
)

// validator compiles a schema with a validator that is not ours.
func validator(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource("urn:test", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:test")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asJSON is YAML as an editor hands it to a validator.
func asJSON(t *testing.T, data []byte) any {
	t.Helper()
	var doc any
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	return plainDates(doc)
}

func accepted(t *testing.T, w *generator.Workflow, data []byte) bool {
	t.Helper()
	p, ps := generator.ParseProfile("p.yaml", data, w)
	return append(ps, w.CheckProfile(p, day)...).Errors() == 0
}

func TestSchemaAcceptsSamples(t *testing.T) {
	s := validator(t, cmgSetup(t).ProfileSchema())
	for name, data := range samples(t) {
		if err := s.Validate(asJSON(t, data)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaIsTheSameEveryTime(t *testing.T) {
	if !bytes.Equal(cmgSetup(t).ProfileSchema(), cmgSetup(t).ProfileSchema()) {
		t.Error("two runs give two schemas")
	}
}

const smallest = `organization: Contoso
site: {version: 2509}
azure: {region: westus}
gateway: {name: granitefalls}
certificate: {domain: contoso.com}
people:
  global-admin: {name: Ann}
  subscription-owner: [{name: Bob}, {github: "@eve"}]
`

func TestSchema(t *testing.T) {
	w := cmgSetup(t)
	s := validator(t, w.ProfileSchema())
	tests := []struct {
		name, change, to string
		valid            bool
	}{
		{"as it is", "", "", true},
		{"a version as text", "2509", `"2509"`, true},
		{"a key with nothing behind it", "site: {", "site: {code: null, ", true},
		{"a group with nothing below it", "certificate:", "clients:\ncertificate:", true},
		{"a number where text is wanted", "Contoso", "365", true},
		{"a choice that looks like a number", "domain:", "key_length: 4096, domain:", true},
		{"minutes of a step", "people:", "schedule: {minutes: {create-cmg: 30}, wait: {create-cmg: 2d}}\npeople:", true},
		{"an unknown key", "certificate:", "colour: blue\ncertificate:", false},
		{"an unknown key in a group", "{domain:", "{colour: blue, domain:", false},
		{"a missing key", "organization: Contoso", "title: x", false},
		{"a missing key in a group", "name: granitefalls", "content: true", false},
		{"a missing role", "  global-admin: {name: Ann}\n", "", false},
		{"an unknown role", "global-admin", "global-admni", false},
		{"a person without a name", "{name: Ann}", "{}", false},
		{"a mail address that is none", "{name: Ann}", "{name: Ann, email: nowhere}", false},
		{"a value outside the choices", "gateway: {", "gateway: {deployment: container, ", false},
		{"no release", "2509", "2512", false},
		{"a version of five digits", "2509", "25091", false},
		{"a text version with a wrong month", "2509", `"2513"`, false},
		{"text where a yes or no is wanted", "gateway: {", `gateway: {content: "yes", `, false},
		{"empty text for a required key", "region: westus", `region: ""`, false},
		{"empty text for another key", "site: {", `site: {server: "", `, true},
		{"an empty entry of a list", "site: {", `site: {connection_points: [""], `, false},
		{"a list twice the same", "site: {", "site: {updates: [KB123456, KB123456], ", false},
		{"a wrong form", "site: {", "site: {updates: [123456], ", false},
		{"a wrong date", "people:", "schedule: {start: 11.1.2027}\npeople:", false},
		{"a date too far away", "people:", "schedule: {start: 9999-12-30}\npeople:", false},
		{"an unknown step", "people:", "schedule: {minutes: {crate-cmg: 30}}\npeople:", false},
		{"no waiting time", "people:", "schedule: {wait: {create-cmg: soon}}\npeople:", false},
		{"a name with a capital", "granitefalls", "GraniteFalls", false},
		{"a bought certificate without a domain", "domain: contoso.com", "source: public-provider", false},
		{"an own PKI without a domain", "domain: contoso.com", "source: enterprise-pki", true},
		{"a classic CMG today", "gateway: {", "gateway: {deployment: cloud-service-classic, ", false},
		{"clients with IPv6 only", "certificate:", "clients: {ipv6_only: true}\ncertificate:", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := []byte(strings.Replace(smallest, tt.change, tt.to, 1))
			err := s.Validate(asJSON(t, data))
			if (err == nil) != tt.valid {
				t.Errorf("valid: %t; %v", err == nil, err)
			}
			if err != nil && accepted(t, w, data) {
				t.Errorf("the schema refuses what the check accepts: %v", err)
			}
		})
	}
}

// TestSchemaIsNoStricterThanTheCheck goes through the profiles of all script
// tests of rules and of the check.
func TestSchemaIsNoStricterThanTheCheck(t *testing.T) {
	w := cmgSetup(t)
	s := validator(t, w.ProfileSchema())
	scripts, err := filepath.Glob("../cmd/runbook/testdata/script/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	seen, refused := 0, map[string]bool{}
	for _, script := range scripts {
		data, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(data).Files {
			if !strings.HasSuffix(f.Name, ".yaml") || strings.Contains(f.Name, "/") {
				continue
			}
			p, ps := generator.ParseProfile(f.Name, f.Data, w)
			ps = append(ps, w.CheckProfile(p, day)...)
			var doc any
			if yaml.Unmarshal(f.Data, &doc) != nil {
				continue
			}
			err := s.Validate(plainDates(doc))
			seen++
			switch {
			case err != nil && ps.Errors() == 0:
				t.Errorf("%s: %s: the schema refuses what the check accepts: %v", script, f.Name, err)
			case err != nil:
				for _, problem := range ps {
					if problem.Rule != "" && problem.Severity == generator.Error {
						refused[problem.Rule] = true
					}
				}
			}
		}
	}
	if seen < 50 || len(refused) < 25 {
		t.Errorf("%d profiles, errors of %d rules found", seen, len(refused))
	}
	t.Logf("%d profiles; the schema knows %d rules", seen, len(refused))
}
