package generator

import "slices"

// TextChange is a text outside the items that differs in more than names that
// change: what it is, such as "summary" or "gate of phase 2", and the lines
// that came or went.
type TextChange struct {
	Of    string
	Lines []LineChange
}

// texts lists the texts outside the items, each with what it is.
func (r *Runbook) texts() []itemPart {
	var out []itemPart
	add := func(name string, m Markdown) {
		if m != "" {
			out = append(out, itemPart{name, string(m), true})
		}
	}
	add("summary", r.Summary)
	for _, e := range r.Roles {
		add("what the role does: "+e.Title, e.Summary)
	}
	for _, n := range r.Names {
		add("note on "+n.Label, n.Note)
	}
	for _, p := range r.AllPhases() {
		heading := p.Heading()
		add("goal of "+heading, p.Goal)
		for _, g := range p.Gate {
			add("gate of "+heading, g+"\n")
		}
		add("note of "+heading, p.Note)
	}
	for _, ref := range r.References {
		add("introduction of "+ref.Title, ref.Intro)
	}
	for _, t := range r.Terms {
		add("term "+t.Term, t.Text)
	}
	return joinParts(out)
}

// joinParts makes one text of those that follow each other under one name.
func joinParts(parts []itemPart) []itemPart {
	var out []itemPart
	for _, p := range parts {
		if n := len(out) - 1; n >= 0 && out[n].name == p.name {
			out[n].value += p.value
		} else {
			out = append(out, p)
		}
	}
	return out
}

// compareTexts notes the texts that differ, those of the new runbook in its
// order, then those that are gone.
func (d *Diff) compareTexts(before, after *Runbook) {
	was, is := before.texts(), after.texts()
	note := func(name, old, now string) {
		lines := changedLines(itemLink().ReplaceAllString(old, "$1"), itemLink().ReplaceAllString(now, "$1"), d.renamed)
		if lines = slices.DeleteFunc(lines, func(l LineChange) bool { return l.NameOnly }); len(lines) > 0 {
			d.Texts = append(d.Texts, TextChange{name, lines})
		}
	}
	named := func(name string) func(itemPart) bool { return func(p itemPart) bool { return p.name == name } }
	for _, p := range is {
		old := ""
		if i := slices.IndexFunc(was, named(p.name)); i >= 0 {
			old = was[i].value
		}
		note(p.name, old, p.value)
	}
	for _, p := range was {
		if !slices.ContainsFunc(is, named(p.name)) {
			note(p.name, p.value, "")
		}
	}
}
