package html

import (
	"html/template"

	"runbook/generator"
	"runbook/output/words"
)

// reference is a part to look things up in.
type reference struct {
	generator.Reference
	ID      string // anchor
	Intro   template.HTML
	Entries []entry
}

// entry is an entry as the templates lay it out; see item.
type entry struct {
	ID     string
	Class  string
	Number string
	Title  string
	Role   string // title, may be ""
	People string // names
	Due    string
	Body   template.HTML
	Origin origin
}

// newReferences converts the references but for their entries, which are the
// jobs.
func newReferences(rb *generator.Runbook, a *anchors) (list []reference, jobs []func()) {
	for _, r := range rb.References {
		s := &scope{anchors: a, prefix: "part-" + plainID(r.ID), heading: 3}
		v := reference{Reference: r, ID: s.prefix, Intro: s.html(r.Intro), Entries: make([]entry, len(r.Entries))}
		for i, e := range r.Entries {
			jobs = append(jobs, func() { v.Entries[i] = newEntry(e, a) })
		}
		list = append(list, v)
	}
	return list, jobs
}

func newEntry(e generator.Entry, a *anchors) entry {
	s := &scope{anchors: a, prefix: a.id(e.Key), heading: 4}
	v := entry{
		ID: s.prefix, Class: "entry", Number: e.Number, Title: e.Title, Role: e.RoleTitle, People: words.Holders(e.People, e.StandsIn), Due: e.Due,
		Body: s.html(e.Body), Origin: origin{sources(e.Sources), e.Reason, e.Company},
	}
	if s.lines+entryLines <= keptLines {
		v.Class += " kept"
	}
	return v
}
