package generator_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// lintParty returns what can be read off the files of a party, as proveParty
// does.
func lintParty(t *testing.T, files map[string]string) string {
	t.Helper()
	_, problems := generator.Lint(generator.Layer{Name: "tea", FS: party(files)})
	return strings.ReplaceAll(problems.Error(), "\thint: ", "")
}

func TestHeadingsWithinSteps(t *testing.T) {
	got := lintParty(t, map[string]string{
		"1-water/boil.md": "---\ntitle: Boil\nrole: host\n---\n\n1. Boil.\n\n### And then\n\n   ```text\n   # no heading\n   ```\n\n## Verify:\n\n- Hot\n",
		"1-water/last.md": "---\ntitle: Drink\nrole: host\n---\n1. #1 is no heading.\n\n## Verify\n\n- Empty\n\n## verification\n",
	})
	want := `tea/1-water/boil.md:8:1: error: a heading within a step
a step has no heading but ## Verify: say it in a sentence, or make it a step of its own
tea/1-water/boil.md:14:1: error: the heading "## Verify:" does not begin the checks
write ## Verify on a line of its own, once, before the list of checks
tea/1-water/last.md:11:1: error: the heading "## verification" does not begin the checks
write ## Verify on a line of its own, once, before the list of checks`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAbbreviationsAreExplained(t *testing.T) {
	got := lintParty(t, map[string]string{
		"terms.yaml":         "everyday: [VPN]\nterms:\n  - {term: Public key infrastructure (PKI), text: Issues certificates from a certification authority (CA).}\n  - {term: Cup, text: Holds a QPT.}\n",
		"1-water/index.yaml": "title: Water\ngoal: Hot for the CEO.\nsteps: [boil, last]\n",
		"1-water/boil.md": "---\ntitle: Boil\nrole: host\nwhy: For CMGs, PKI and CAs.\n---\n1. Ask the CAB, by VPN, about **MFA** and `XYZ` in {{.organization}}.\n1. Go\n" +
			"   to the NOC. WLAN is [ABCD](https://example.com/EFGH) ConfigMgr ASP.NET.\n\n   ```text\n   IJKL\n   ```\n\n## Verify\n\n- The CAB and the MNO say OK.\n",
	})
	want := `tea/1-water/boil.md:4:6: warning: nothing explains the abbreviation CMG
tea/1-water/boil.md:6:1: warning: nothing explains the abbreviation CAB
tea/1-water/boil.md:8:1: warning: nothing explains the abbreviation ABCD
tea/1-water/boil.md:8:1: warning: nothing explains the abbreviation NOC
tea/1-water/boil.md:8:1: warning: nothing explains the abbreviation WLAN
tea/1-water/boil.md:16:1: warning: nothing explains the abbreviation MNO
tea/1-water/index.yaml:2:7: warning: nothing explains the abbreviation CEO
tea/terms.yaml:4:23: warning: nothing explains the abbreviation QPT`
	got = strings.ReplaceAll(got, "\nmake it a term in terms.yaml, or name it under everyday there if every reader knows it", "")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestFaultsThatOnlyAProfileWouldShow(t *testing.T) {
	got := lintParty(t, map[string]string{
		"rules.yaml": "rules:\n  - id: W-01\n    when: cups > 100\n    at: cups\n    message: >-\n      too many cups\n      for {{.nobody}}\n    hint: 'see {{step \"boil\"}}'\n" +
			"  - id: W-02\n    when: cups > 200\n    at: cups\n    message: 'too many {{if in `boil`}}to boil{{end}}'\n",
		"1-water/boil.md": "---\ntitle: Boil\nrole: host\ndue: 5\n---\n\nBoil.\n\n## Verify\n\n- Hot\n",
	})
	want := `tea/1-water/boil.md:4:6: error: the day on which boil is due is no date, but a whole number
write an expression that gives YYYY-MM-DD, or "" for no day
tea/rules.yaml:5:14: error: the text names "nobody", which does not exist
tea/rules.yaml:8:11: error: the rule W-01 asks for a step with "step"
a rule speaks before the steps are chosen
tea/rules.yaml:12:14: error: the rule W-02 asks for a step with "in"
a rule speaks before the steps are chosen`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// People and estimates have no one value that could stand among the decisions.
func TestFieldsThatAreNoDecision(t *testing.T) {
	files := map[string]string{
		"profile.yaml": "fields:\n  - {key: people, type: people, title: Who, required: true, decision: true}\n" +
			"  - {key: schedule.wait, type: step-waits, title: Waits, decision: true}\n  - {key: cup, type: text, title: Cup, decision: true}\n",
		"derive.yaml": "values: []\n",
	}
	got := strings.ReplaceAll(lintParty(t, files), "\nthe runbook has people and estimates in places of their own", "")
	want := `tea/profile.yaml:2:5: error: the field "people" is no decision
tea/profile.yaml:3:5: error: the field "schedule.wait" is no decision`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: party(files)})
	if err != nil {
		t.Fatal(err)
	}
	p, problems := generator.ParseProfile("p.yaml", []byte("organization: C\npeople: {host: {name: Ann}}\nschedule: {wait: {boil: 1d}}\n"), w)
	rb, err := generator.Generate(w, p, "2026-11-23")
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if len(rb.Decisions) != 1 || rb.Decisions[0].Key != "cup" {
		t.Errorf("the decisions are %v", rb.Decisions)
	}
}
