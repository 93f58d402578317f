package issues

import (
	"fmt"
	"slices"

	"runbook/generator"
)

// Result is what an Apply did.
type Result struct {
	Created, Updated, Unchanged, Closed, Failed int

	Linked    int    // sub-issues, dependencies and links in texts made or taken away
	Labels    int    // labels and milestones made or changed
	Waiting   int    // changes not made because they need one that failed
	Left      int    // changes not tried because the run ended before them
	Tracking  string // address of the tracking issue, "" if there is none
	Failures  []string
	Warnings  []string // what GitHub answered is not what was sent
	Conflicts []Conflict
	remarks   []remark
}

// remark is what somebody should know of issues that were written.
type remark struct {
	text   string
	issues []ObservedIssue
}

func (r *Result) remark(h ObservedIssue, texts ...string) {
	for _, text := range texts {
		i := slices.IndexFunc(r.remarks, func(m remark) bool { return m.text == text })
		if i < 0 {
			i = len(r.remarks)
			r.remarks = append(r.remarks, remark{text: text})
		}
		r.remarks[i].issues = append(r.remarks[i].issues, h)
	}
}

// Remarks are what the plan said of the issues that were written, and what came
// up since: what is the same for several is said once.
func (r *Result) Remarks() []string {
	var out []string
	for _, m := range r.remarks {
		about := fmt.Sprintf("#%d %s", m.issues[0].Number, line(m.issues[0].Title))
		if len(m.issues) > 1 {
			var numbers []string
			for _, h := range m.issues {
				numbers = append(numbers, "#"+itoa(h.Number))
			}
			about = generator.And(numbers)
		}
		out = append(out, about+": "+line(m.text))
	}
	return out
}

// String is the line of counts.
func (r *Result) String() string {
	s := fmt.Sprintf("created %d, updated %d, unchanged %d, closed %d, failed %d", r.Created, r.Updated, r.Unchanged, r.Closed, r.Failed)
	if n := len(r.Conflicts); n > 0 {
		s += fmt.Sprintf(", conflicts %d", n)
	}
	if r.Left > 0 {
		s += fmt.Sprintf(", changes not tried %d", r.Left)
	}
	return s
}

// OK tells whether everything that should be done is done.
func (r *Result) OK() bool {
	return r.Failed == 0 && r.Waiting == 0 && r.Left == 0 && len(r.Conflicts) == 0
}
