package html

import (
	"fmt"
	"html/template"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// phase is a phase with its Markdown converted.
type phase struct {
	generator.Phase
	ID      string // anchor
	Kicker  string // the small line over the title: "Phase 1"
	Page    string // name of the printed page style
	Running string // what the running head says
	Goal    template.HTML
	Gate    []check
	Note    template.HTML
	Items   []item
	Done    string // how many items are, in a column
	SignOff string
	SoFar   string // the same among other words
	By      string // who signed it
	Ends    []box  // the ways in which it may end
}

// newPhases converts all phases but for their items: those, which are most of
// the page, are the jobs.
func newPhases(rb *generator.Runbook, a *anchors) (list []phase, jobs []func()) {
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue // a role sheet has the phases in which the role works
		}
		id := fmt.Sprintf("phase-%d", p.Number)
		s := &scope{anchors: a, prefix: id, heading: 3}
		ch := phase{
			Phase: p, ID: id, Page: fmt.Sprintf("phase%d", p.Number), Running: p.Heading(),
			Goal: s.html(p.Goal), Note: s.html(p.Note), Items: make([]item, len(p.Items)), Done: words.DoneCell(p.Items), SignOff: words.PhaseSignOff(p), SoFar: words.DoneText(p.Items), By: words.SignedBy(p),
		}
		ch.Gate = s.checks(p.Gate, func(n int) (string, bool) { return form.Condition(p.Number, n), p.Signed.Holds(n) })
		for i, o := range words.Passed {
			ch.Ends = append(ch.Ends, box{id + []string{"-pass", "-open"}[i], o.Word, p.Signed.Result == o.Result})
		}
		if p.Number > 0 {
			ch.Kicker = fmt.Sprintf("Phase %d", p.Number)
		}
		list = append(list, ch)
	}
	for i := range list {
		for j := range list[i].Items {
			below := 0
			if j == len(list[i].Items)-1 && rb.Role == "" {
				below = signOffLines
			}
			jobs = append(jobs, func() { list[i].Items[j] = newItem(list[i].Phase.Items[j], below, a) })
		}
	}
	return list, jobs
}
