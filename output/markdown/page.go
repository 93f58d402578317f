package markdown

import (
	"slices"

	"runbook/generator"
	"runbook/output/words"
)

// page is what the templates lay out.
type page struct {
	*generator.Runbook
	Phases   []phase // those that have items, the one before them included
	Ledger   []role
	Parts    []generator.Markdown // on a sheet, what the role does in items of others
	Calls    generator.Markdown   // on a sheet, whom to call
	Control  []words.Line
	Writings []words.Writing
	Hours    string   // why those of the roles are more than those of the items
	Chain    []string // as far as the items are on this page
}

type phase struct {
	*generator.Phase
	Heading string
	Page    *page
}

type role struct {
	*generator.RoleEntry
	Page *page
}

func newPage(rb *generator.Runbook) *page {
	p := &page{
		Writings: words.Writings(rb),
		Hours:    words.Hours(rb),
		Runbook:  rb,
		Phases:   make([]phase, 0, len(rb.Phases)+1),
		Ledger:   make([]role, len(rb.Roles)),
		Parts:    words.Parts(rb),
		Control:  slices.DeleteFunc(words.ControlLines(rb), func(l words.Line) bool { return l.Value+l.Hint == "" }),
	}
	if rb.Role != "" {
		p.Calls = words.Calls(rb)
		p.Control = slices.DeleteFunc(p.Control, func(l words.Line) bool { return l.Value == "" }) // for who keeps the whole runbook
	}
	if len(rb.Before.Items) > 0 {
		p.Phases = append(p.Phases, phase{&rb.Before, rb.Before.Heading(), p})
	}
	for i := range rb.Phases {
		p.Phases = append(p.Phases, phase{&rb.Phases[i], rb.Phases[i].Heading(), p})
	}
	for i := range rb.Roles {
		p.Ledger[i] = role{&rb.Roles[i], p}
	}
	return p
}

// signature is a line of what is signed.
type signature struct {
	What, Result string
	generator.SignOff
}

// Signatures are what is signed: the release as far as it is, each phase, the
// end.
func (p *page) Signatures() []signature {
	list := make([]signature, 0, len(p.Roles)+len(p.Phases)+len(p.Closing))
	add := func(what, result string, s generator.SignOff) {
		if s.Note != "" {
			what += ". " + s.Note
		}
		list = append(list, signature{what, result, s})
	}
	for i := range p.Roles {
		if r := &p.Roles[i]; r.Release != (generator.SignOff{}) {
			add(words.Release+": "+r.Title, "", r.Release)
		}
	}
	for i := range p.Phases {
		s := &p.Phases[i].Signed
		result := words.Result(s.Result)
		if s.OpenPoints != "" {
			result += ": " + s.OpenPoints
		}
		add(p.Phases[i].Heading, result, s.SignOff)
	}
	for i := range p.Closing {
		add(p.Closing[i].Title, "", p.Closing[i].SignOff)
	}
	return list
}
