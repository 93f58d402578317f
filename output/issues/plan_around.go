package issues

import (
	"fmt"
	"strings"

	"runbook/output/words"
)

// around are the changes around the issues, counted and named: labels,
// milestones, links.
type around struct {
	verb string
	what string   // "15 labels"
	list []string // a few of them, or none
}

// few is up to how many changes of one sort are listed one by one.
const few = 4

func (p *Plan) around() []around {
	var list []around
	for _, s := range []struct {
		verb, kind, one, many string
	}{
		{Create, KindLabel, "label", ""},
		{Update, KindLabel, "label", ""},
		{Create, KindMilestone, "milestone", ""},
		{Update, KindMilestone, "milestone", ""},
		{Link, KindSubIssue, "sub-issue of the tracking issue", "sub-issues of the tracking issue"},
		{Place, KindSubIssue, "sub-issue in its place", "sub-issues in their places"},
		{Unlink, KindDependency, `"blocked by" link`, ""},
		{Link, KindDependency, `"blocked by" link`, ""},
		{Link, KindText, "text, with its links to issues that are made later", "texts, with their links to issues that are made later"},
	} {
		var names []string
		for _, c := range p.Changes {
			if c.Verb == s.verb && c.Kind == s.kind {
				names = append(names, c.brief())
			}
		}
		if len(names) == 0 {
			continue
		}
		a := around{verb: s.verb, what: words.Count(len(names), s.one), list: names}
		if len(names) > 1 && s.many != "" {
			a.what = fmt.Sprintf("%d %s", len(names), s.many)
		}
		if len(names) > few && s.verb != Update && s.kind != KindMilestone { // what changes is always said, and when a phase is due
			a.list = nil
		}
		list = append(list, a)
	}
	if p.Count(Remove, KindLock) > 0 && p.Count(Take, KindLock) == 0 {
		list = append(list, around{Remove, "the lock of an apply that was interrupted", nil})
	}
	return list
}

// brief is a change of something around the issues.
func (c Change) brief() string {
	var s strings.Builder
	s.WriteString(line(c.Title))
	for _, f := range c.Fields {
		switch {
		case f.Name == "due" && c.Verb == Create && f.To != "":
			s.WriteString(", due " + f.To)
		case c.Verb == Update && f.Name == "text":
			s.WriteString(", new text")
		case c.Verb == Update:
			fmt.Fprintf(&s, ", %s %s -> %s", f.Name, or(line(f.From), "(none)"), or(line(f.To), "(none)"))
		}
	}
	return s.String()
}
