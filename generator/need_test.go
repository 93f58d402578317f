package generator_test

import (
	"testing"

	"runbook/generator"
)

// TestNeedWithCondition looks at a need that counts for some profiles only: in
// the runbook, in its plan, and in what is said of it.
func TestNeedWithCondition(t *testing.T) {
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: party(map[string]string{
		"1-water/boil.md": "---\ntitle: Boil\nrole: host\nminutes: 5\nwait: 1d\n---\n1. Boil.\n",
		"1-water/last.md": "---\ntitle: Drink\nrole: host\nminutes: 5\nneeds: [{step: boil, when: has.milk}]\n---\n1. Drink.\n",
	})})
	if err != nil {
		t.Fatal(err)
	}
	for profile, counts := range map[string]bool{"milk: true": true, "milk: false": false} {
		data := []byte("organization: Contoso\nkettle: 2509\npeople: {host: {name: Ann}}\nschedule: {start: 2027-01-11}\n" + profile + "\n")
		p, ps := generator.ParseProfile("p.yaml", data, w)
		if err := ps.Err(); err != nil {
			t.Fatal(err)
		}
		rb, err := generator.Generate(w, p, day)
		if err != nil {
			t.Fatal(err)
		}
		last := item(t, rb, "last")
		if (len(last.Needs) == 1) != counts {
			t.Errorf("%s: drinking needs %v", profile, last.Needs)
		}
		if waits := last.Planned.Start != item(t, rb, "boil").Planned.Start; waits != counts {
			t.Errorf("%s: drinking is planned for %s", profile, last.Planned.Start)
		}
		x := explainer(t, w, "p.yaml", data)
		if e := x.Step("tea/last"); (len(e.Needs) == 1) != counts {
			t.Errorf("%s: explained with the needs %v", profile, e.Needs)
		}
		if e := x.Step("tea/boil"); (len(e.NeededBy) == 1) != counts {
			t.Errorf("%s: boiling is needed by %v", profile, e.NeededBy)
		}
	}
}
