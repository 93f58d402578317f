package output

import (
	"slices"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// chapters are the headings that the template takes from the words of all
// formats.
var chapters = map[string]string{
	"contents": words.Contents, "control": words.Control, "decisions": words.Decisions, "warnings": words.Warnings, "roles": words.Roles, "names": words.Names,
	"omissions": words.Omissions, "terms": words.Terms, "deviations": words.Deviations, "sign-off": words.SignOff, "initials": words.Initials, "gate": words.Gate,
}

// The rows of the long tables and lists. A template would take longer for
// them than for all the rest of the document.

// rows joins what line writes for each element, a line each.
func rows[T any](list []T, line func(b *strings.Builder, v T)) string {
	var b strings.Builder
	for _, v := range list {
		line(&b, v)
		b.WriteByte('\n')
	}
	return b.String()
}

// cells writes a row of a table.
func cells(b *strings.Builder, texts ...string) {
	b.WriteByte('|')
	for _, t := range texts {
		if t != "" {
			b.WriteByte(' ')
			b.WriteString(t)
		}
		b.WriteString(" |")
	}
}

// from marks what an overlay brings, in a cell.
func from(company string) string { return between(" *(from ", company, ")*") }

// DecisionRows lists what was decided.
func (x *markdownPage) DecisionRows() string {
	return rows(x.Doc.Decisions, func(b *strings.Builder, d generator.Decision) {
		value := generator.EscapeMarkdown(d.Value)
		if d.Default {
			value += " *(default)*"
		}
		cells(b, generator.EscapeMarkdown(d.Label)+from(d.Company), value+confirmed(d.Confirmed), "`"+d.Key+"`")
	})
}

// ControlRows is the document control.
func (x *markdownPage) ControlRows() string {
	lines := slices.DeleteFunc(words.ControlLines(x.Doc), func(l words.Line) bool { return l.Value+l.Hint == "" })
	return rows(lines, func(b *strings.Builder, l words.Line) {
		value := generator.EscapeMarkdown(l.Value)
		switch {
		case l.ID != "":
			value = generator.CodeSpan(l.ID, true) + generator.EscapeMarkdown(strings.TrimPrefix(l.Value, l.ID))
		case l.Value == "":
			value = "*" + l.Hint + "*"
		}
		cells(b, l.Label, value)
	})
}

// WarningList is the lines of a quoted list.
func (x *markdownPage) WarningList() string {
	return rows(x.Doc.Warnings, func(b *strings.Builder, w generator.Warning) {
		b.WriteString("> - **" + w.ID + ":** " + generator.EscapeMarkdown(generator.Sentence(w.Message)) + after(" ", generator.Sentence(w.Hint)) + between(" *Company rule from ", w.Company, ".*"))
	})
}

// RoleRows lists who does how much.
func (x *markdownPage) RoleRows() string {
	return rows(x.Doc.Roles, func(b *strings.Builder, r generator.RoleEntry) {
		who := people(r.People)
		if r.StandsIn != "" {
			who += " *(standing in)*"
		}
		row := []string{generator.EscapeMarkdown(r.Title) + from(r.Company), who, strconv.Itoa(len(r.Keys)), generator.Minutes(r.Minutes), strconv.Itoa(r.CountSittings())}
		if x.Doc.Schedule != nil {
			first := "" // of a role with nothing to do
			if len(r.Sittings) > 0 {
				first = r.Sittings[0].Planned
			}
			row = append(row, first)
		}
		cells(b, row...)
	})
}

func people(list []generator.Person) string { return generator.EscapeMarkdown(words.People(list)) }

// SittingRows lists the sittings of a role.
func (x *markdownPage) SittingRows(r generator.RoleEntry) string {
	n := 0
	return rows(r.Sittings, func(b *strings.Builder, s generator.Sitting) {
		number := "on call"
		if !s.OnCall {
			n++
			number = strconv.Itoa(n)
		}
		row := []string{number}
		if x.Doc.Schedule != nil {
			row = append(row, s.Planned)
		}
		items := joined(s.Keys, x.Link) + between(", ", words.Companions(s), "")
		ready := "nothing"
		if len(s.Ready) > 0 {
			ready = joined(s.Ready, x.Ready)
		}
		cells(b, append(row, generator.Minutes(s.Minutes), items, ready)...)
	})
}

// BesideList lists the items of others in which the role of a sheet takes part.
func (x *markdownPage) BesideList() string {
	return rows(x.Doc.Beside, func(b *strings.Builder, it generator.Item) {
		b.WriteString("- ")
		x.linked(b, string(words.Part(it, x.Doc.Role)))
	})
}

func joined[T any](list []T, text func(T) string) string {
	parts := make([]string, len(list))
	for i, v := range list {
		parts[i] = text(v)
	}
	return strings.Join(parts, ", ")
}

// NameRows lists the computed names.
func (x *markdownPage) NameRows() string {
	return rows(x.Doc.Names, func(b *strings.Builder, n generator.Name) {
		cells(b, generator.EscapeMarkdown(n.Label)+from(n.Company), generator.CodeSpan(n.Value, true), x.Links(generator.Markdown(strings.ReplaceAll(string(n.Note), "\n", " "))))
	})
}

// OmissionRows lists what is not in the runbook.
func (x *markdownPage) OmissionRows() string {
	return rows(x.Doc.Omissions, func(b *strings.Builder, o generator.Omission) {
		cells(b, generator.EscapeMarkdown(o.Title), generator.EscapeMarkdown(generator.Sentence(o.Reason))+between(" *Left out by ", o.Company, ".*"))
	})
}

// TermList is a paragraph a term.
func (x *markdownPage) TermList() string {
	return rows(x.Doc.Terms, func(b *strings.Builder, t generator.Term) {
		b.WriteString("**" + generator.EscapeMarkdown(t.Term) + ":** ")
		x.linked(b, string(t.Text))
		b.WriteString(between(" *Company term from ", t.Company, ".*") + "\n")
	})
}
