package pdf

import (
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
