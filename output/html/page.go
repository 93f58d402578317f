package html

import (
	"fmt"
	"html/template"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// page is what the templates lay out. Text that came as Markdown is converted
// here; a plain string stays one, and the templates escape it.
type page struct {
	*generator.Runbook
	Heading    string       // what the page is called
	Styles     template.CSS // of every page
	PageStyles template.CSS // of this one
	LogoURL    template.URL
	Summary    template.HTML
	Glance     []fact // what a reader wants to know first
	Contents   []contents
	Banners    []template.HTML
	Warned     []generator.Warning // in banners and in the list
	Ledger     []role
	Control    []words.Line
	Matrix     []matrixRow
	Letters    []words.Mark
	NameList   []name
	Chapters   []phase // the phases that have items, the one before them included
	LongChain  []link
	Lookup     []reference
	Left       []omissions
	Glossary   []term
	Calls      template.HTML         // on a sheet, whom to call
	WithOthers []template.HTML       // what the role does in items of others
	Signs      []template.HTML       // and the gates that it signs
	Sheet      *role                 // the role whose sheet this is; nil for the whole runbook
	Log        []generator.Deviation // what is recorded, and rows to fill in by hand
	Initials   []generator.Signer    // the same
	Signer     generator.Signer      // on a sheet, whose initials are on it
	Writings   []words.Writing
	Hours      string // why those of the roles are more than those of the items
}

type fact struct{ Label, Value string }

type link struct{ ID, Number, Title string }

type contents struct {
	link
	Items []link
}

type name struct {
	Label, Value string
	Note         template.HTML
	Company      string
}

type term struct {
	Term    string
	Text    template.HTML
	Company string
}

type omissions struct {
	Title string
	Items []generator.Omission
}

func newPage(rb *generator.Runbook) (*page, error) {
	a := newAnchors(rb)
	front := &scope{anchors: a, prefix: "front", heading: 3}
	p := &page{
		Runbook: rb,
		Heading: rb.Title,
		Summary: front.html(rb.Summary),
		Control: words.ControlLines(rb),
		Signer:  words.Signer(rb), Writings: words.Writings(rb),
		Hours:    words.Hours(rb),
		Letters:  words.Letters,
		Log:      make([]generator.Deviation, form.Rows(len(rb.Deviations))),
		Initials: make([]generator.Signer, form.Rows(len(rb.Signers))),
	}
	var ofItems, ofEntries []func()
	p.Chapters, ofItems = newPhases(rb, a)
	p.Lookup, ofEntries = newReferences(rb, a)
	inParallel(append(ofItems, ofEntries...))
	copy(p.Log, rb.Deviations)
	copy(p.Initials, rb.Signers)
	var err error
	if p.LogoURL, err = logoURL(rb.Document.Logo); err != nil {
		return nil, err
	}
	for _, b := range rb.Banners {
		p.Banners = append(p.Banners, front.html(b))
	}
	for _, n := range rb.Names {
		note, _ := front.inline(n.Note)
		p.NameList = append(p.NameList, name{n.Label, n.Value, note, n.Company})
	}
	for _, t := range rb.Terms {
		p.Glossary = append(p.Glossary, term{t.Term, front.html(t.Text), t.Company})
	}
	items := rb.Items()
	links := linksTo(a, items, rb.Beside)
	p.Ledger = newLedger(rb, a, front, links)
	p.Matrix = newMatrix(rb, a)
	p.LongChain = itemLinks(rb.Chain, links)
	p.Left = newOmissions(rb)
	p.Glance = glance(rb, items)
	p.Warned = rb.AllWarnings()
	if rb.Role != "" {
		p.Heading = "Role sheet: " + rb.RoleTitle(rb.Role)
		p.Sheet = sheetRole(rb, p.Ledger)
		p.Calls, _ = front.inline(words.Calls(rb))
		for _, part := range words.Parts(rb) {
			line, _ := front.inline(part)
			p.WithOthers = append(p.WithOthers, line)
		}
		for _, ph := range rb.Gates {
			line, _ := front.inline(words.GateLine(ph))
			p.Signs = append(p.Signs, line)
		}
	}
	p.Contents = p.contents()
	p.Styles, p.PageStyles = template.CSS(styles), pageStyles(p)
	return p, nil
}

// glance is the runbook in four numbers.
func glance(rb *generator.Runbook, items []generator.Item) []fact {
	if rb.Role != "" && len(items)+len(rb.Beside) == 0 {
		return nil // noughts say no more than the line of the role
	}
	minutes := 0
	for _, it := range items {
		minutes += it.Minutes
	}
	if rb.Role != "" && len(rb.Roles) == 1 {
		minutes = rb.Roles[0].Minutes // with the time beside others
	}
	facts := []fact{{"Items", fmt.Sprint(len(items))}, {"Hands-on time", "about " + generator.Minutes(minutes)}}
	if rb.Role == "" {
		facts = append(facts, fact{"Roles", fmt.Sprint(len(rb.Roles))})
	}
	if from, to := planned(rb); from != "" {
		facts = append(facts, fact{"Planned", words.Days(from, to)})
	}
	if done := words.DoneCell(items); done != "" {
		facts = append(facts, fact{"Done", done})
	}
	return facts
}

// planned is the first and the last planned day; on the sheet of a role, of
// the items in which it takes part.
func planned(rb *generator.Runbook) (from, to string) {
	if rb.Schedule == nil {
		return "", ""
	}
	if rb.Role == "" {
		return rb.Schedule.Start, rb.Schedule.End
	}
	for _, it := range append(rb.Items(), rb.Beside...) {
		if p := it.Planned; p != nil {
			if from == "" || p.Start < from {
				from = p.Start
			}
			to = max(to, p.End)
		}
	}
	return from, to
}

// newOmissions groups what was left out by phase, in the order given.
func newOmissions(rb *generator.Runbook) []omissions {
	titles := map[int]string{-1: "Reference"}
	for _, p := range rb.AllPhases() {
		titles[p.Number] = p.Heading()
	}
	var list []omissions
	last := -2
	for _, o := range rb.Omissions {
		if o.Phase != last {
			title := titles[o.Phase]
			if title == "" {
				title = fmt.Sprintf("Phase %d", o.Phase)
			}
			list, last = append(list, omissions{Title: title}), o.Phase
		}
		group := &list[len(list)-1]
		group.Items = append(group.Items, o)
	}
	return list
}
