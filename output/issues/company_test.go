package issues_test

import (
	"strings"
	"testing"

	"runbook/generator/generatortest"
	"runbook/output/issues"
)

// What an overlay brings is marked where the tracker shows it: the item, its
// phase's milestone, its role's label.
func TestCompanyMarks(t *testing.T) {
	t.Parallel()
	rb := generatortest.Company()
	rb.Phases[1].Company = "@everyone <b>"
	r, err := issues.Desired(rb, issues.Features{SubIssues: true, Dependencies: true})
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range r.Labels {
		texts = append(texts, l.Description)
	}
	for _, m := range r.Milestones {
		texts = append(texts, m.Text)
		checkQuiet(t, m.Title, m.Text)
	}
	for _, i := range r.Issues {
		texts = append(texts, i.Block)
	}
	texts = append(texts, r.Tracking.Block)
	all := strings.Join(texts, "\n")
	for _, want := range []string{generatortest.Brought["role"], generatortest.Brought["item"], generatortest.Brought["rule"], "(from @\u200beveryone &lt;b&gt;)"} {
		if strings.Count(all, want) != 1 {
			t.Errorf("%d marks %q in\n%s", strings.Count(all, want), want, all)
		}
	}
}
