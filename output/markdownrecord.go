package output

import (
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// worked says how far an item is, by whom and since when.
func worked(w generator.Work) string {
	who := after(" by ", w.By) + after(" on ", w.Date)
	if link := issueLink(w.Evidence); link != "" {
		who += ": " + link
	} else {
		who += after(": ", w.Evidence)
	}
	switch {
	case w.Status != generator.StatusOpen:
		return ", " + strings.ReplaceAll(string(w.Status), "-", " ") + who
	case who != "":
		return ", begun" + who
	}
	return ""
}

// issueLink is a link to the issue that is the evidence, else "".
func issueLink(evidence string) string {
	before, number, ok := strings.Cut(evidence, "/issues/")
	if _, err := strconv.ParseUint(number, 10, 64); !ok || err != nil || !strings.HasPrefix(before, "http") {
		return ""
	}
	for _, r := range before {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(".-_~:/", r) {
			return "" // it could end the link
		}
	}
	return "[#" + number + "](" + evidence + ")"
}

// confirmed says who confirmed a decision.
func confirmed(c generator.Confirmation) string {
	who, word := after(" by ", c.By)+after(" on ", c.Date), ""
	switch {
	case c.Yes:
		word = "confirmed"
	case who != "":
		word = "not confirmed, entered"
	}
	if word != "" {
		word = " *(" + word + who + ")*"
	}
	return word + after(". ", c.Remark) + after(". ", c.Note)
}

// GateList is the conditions of the gate before a phase, with boxes where
// there is a record of what was ticked.
func (p markdownPhase) GateList() string {
	n, s := 0, p.Phase.Signed
	checked := after(" by ", s.CheckedBy) + after(" on ", s.CheckedOn)
	if checked != "" {
		checked = "\nChecked" + checked + "."
	}
	return rows(p.Phase.Gate, func(b *strings.Builder, g generator.Markdown) {
		n++
		b.WriteString("- ")
		if p.Page.Doc.Record != nil {
			b.WriteString("[" + tick(s.Holds(n)) + "] ")
		}
		b.WriteString(p.Page.Links(g))
	}) + checked
}

// DeviationRows is what is recorded of what was done otherwise.
func (x *markdownPage) DeviationRows() string {
	return rows(x.Doc.Deviations, func(b *strings.Builder, d generator.Deviation) {
		literal(b, d.Item, d.What, d.Why, d.AgreedBy, d.Date)
	})
}

// SignatureRows lists what is signed: the release as far as it is, each
// phase, the end.
func (x *markdownPage) SignatureRows() string {
	type line struct {
		what, result string
		generator.SignOff
	}
	var list []line
	for _, r := range x.Doc.Roles {
		if r.Release != (generator.SignOff{}) {
			list = append(list, line{words.Release + ": " + r.Title, "", r.Release})
		}
	}
	for _, p := range x.Parts {
		s := p.Phase.Signed
		result := words.Result(s.Result)
		if s.OpenPoints != "" {
			result += ": " + s.OpenPoints
		}
		list = append(list, line{p.Heading, result, s.SignOff})
	}
	for _, c := range x.Doc.Closing {
		list = append(list, line{c.Title, "", c.SignOff})
	}
	return rows(list, func(b *strings.Builder, l line) {
		if l.Note != "" {
			l.what += ". " + l.Note
		}
		literal(b, l.what, l.result, l.Name, l.Date, l.Signature)
	})
}

// SignerRows is whose the initials are, as far as it is recorded.
func (x *markdownPage) SignerRows() string {
	return rows(x.Doc.Signers, func(b *strings.Builder, s generator.Signer) {
		literal(b, s.Initials, s.Name, s.Role, s.Specimen)
	})
}

// literal writes a row of a table of plain text.
func literal(b *strings.Builder, texts ...string) {
	for i, t := range texts {
		texts[i] = generator.EscapeMarkdown(t)
	}
	cells(b, texts...)
}
