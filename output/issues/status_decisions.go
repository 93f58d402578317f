package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// OpenDecision is a choice of the profile that nobody has made yet and without
// which the rollout cannot go on as planned.
type OpenDecision struct {
	Key    string   `json:"key"` // in the profile
	Label  string   `json:"label"`
	Item   string   `json:"item,omitempty"` // number of the item that asks for it
	Number int      `json:"number,omitempty"`
	URL    string   `json:"url,omitempty"`
	State  string   `json:"state,omitempty"` // of that item
	People []string `json:"people,omitempty"`
	Due    string   `json:"due,omitempty"`
	Hint   string   `json:"hint"` // what waits until then, and how to decide
}

// decisions are the open ones of which the runbook warns, with the item in whose
// steps the key of the profile stands.
func (s *Status) decisions(rb *generator.Runbook) {
	for _, d := range rb.Decisions {
		i := slices.IndexFunc(rb.AllWarnings(), func(w generator.Warning) bool { return w.At == d.Key })
		if !d.Open || i < 0 {
			continue
		}
		open := OpenDecision{Key: d.Key, Label: line(d.Label), Hint: line(rb.AllWarnings()[i].Hint)}
		for k, it := range rb.Items() {
			if strings.Contains(string(it.Steps), "`"+d.Key+"`") {
				asks := s.Items[k]
				open.Item, open.Number, open.URL, open.State, open.People, open.Due = asks.Item, asks.Number, asks.URL, asks.State, asks.People, asks.Due
				break
			}
		}
		s.Decisions = append(s.Decisions, open)
	}
}

// about says also that the item is done and the profile does not know what came of it.
func (d OpenDecision) about() string {
	switch d.State {
	case StateDone, StateSkipped:
		return d.Key + ": " + d.State + ", and the profile does not say it yet"
	}
	return d.Key
}

func (s *Status) textDecisions(b *strings.Builder) {
	var rows columns
	for _, d := range s.Decisions {
		issue, due := "", ""
		if d.Number > 0 {
			issue = "#" + itoa(d.Number)
		}
		if d.Due != "" {
			due = "due " + d.Due
		}
		rows.add("  "+d.Item, issue, due, strings.Join(d.People, ", "), d.Label+" ("+d.about()+")")
	}
	if len(rows) > 0 {
		fmt.Fprintf(b, "\nDecisions needed\n%s", rows.String())
	}
}

func (s *Status) markdownDecisions(b *strings.Builder) {
	t := table{head: []string{"Decision", "Item", "Who", "Issue", "Due", "What to do"}}
	for _, d := range s.Decisions {
		link := ItemStatus{Number: d.Number, URL: d.URL}.link()
		about := d.Hint
		if d.about() != d.Key {
			about = d.State + ", and the profile does not say it yet: " + about
		}
		t.row(prose(d.Label), d.Item, proseList(d.People), link, d.Due, prose(about))
	}
	if rows := t.String(); rows != "" {
		fmt.Fprintf(b, "\n## Decisions needed\n\n%s\n", rows)
	}
}
