package pdf

import (
	"math"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/form"
)

// What was written as evidence is printed so that it can be read, on the
// sheet of a role too; however much it is, it stays on a page.
func TestLongEvidence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		role  string
		words int
		least float64
	}{{"", 3, 7}, {"", 30, 7}, {"global-admin", 30, 7}, {"", 3000, 5}} {
		rb := generatortest.Small()
		rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, Evidence: strings.Repeat("screenshot ", c.words)}
		if c.role != "" {
			rb = rb.ForRole(c.role)
		}
		d := lay(rb, papers["a4"])
		if _, err := d.render(); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, a := range d.canvas.annots {
			if a.name == form.Evidence("1.1") {
				found = true
				if a.size < c.least || a.h > d.paper.height() {
					t.Errorf("role %q, %d words: the letters have %.1f points, the field is %.0f high", c.role, c.words, a.size, a.h)
				}
			}
		}
		if !found {
			t.Errorf("role %q: no field for evidence", c.role)
		}
	}
}

// Boxes do not touch each other, in the smallest text of a role sheet neither.
func TestBoxesDoNotTouch(t *testing.T) {
	t.Parallel()
	for _, size := range sheetTexts {
		rb := generatortest.Small()
		rb.Phases[0].Items[0].Verify = []generator.Markdown{"One thing holds.", "Another holds.", "All holds."}
		d := newDocument(rb.ForRole("global-admin"), papers["letter"])
		d.closer = size.closer
		d.buildSheet(size.text, true)
		d.sheets = layOut(d.sections[0], d.paper)
		if _, err := d.render(); err != nil {
			t.Fatal(err)
		}
		var checks []*annot
		under := math.Inf(1) // the strip under the checks
		for _, a := range d.canvas.annots {
			switch {
			case a.kind == boxField && strings.HasPrefix(a.name, "v.1.1."):
				checks = append(checks, a)
			case a.name == form.Initials("1.1"):
				under = a.y - 1.5 // which the field leaves to its frame
			}
		}
		if len(checks) != 3 {
			t.Fatalf("%d boxes", len(checks))
		}
		const apart = 1.5 // with frames of a point
		for i, a := range checks {
			below := under
			if i+1 < len(checks) {
				below = checks[i+1].y
			}
			if a.y+a.h+apart > below {
				t.Errorf("%.1f points: %s touches what is under it", size.size, a.name)
			}
		}
	}
}
