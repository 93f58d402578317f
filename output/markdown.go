package output

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"sync"
	"text/template"
	"unicode"

	"runbook/generator"
	"runbook/output/words"
	"runbook/templates"
)

// markdownTemplate is parsed when the first runbook is rendered.
var markdownTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("runbook.tmpl").Funcs(template.FuncMap{
		"text":    generator.EscapeMarkdown,
		"cell":    generator.EscapeMarkdown,
		"code":    func(s string) string { return generator.CodeSpan(s, true) },
		"minutes": generator.Minutes,
		"people":  people,
		"title":   func(chapter string) string { return chapters[chapter] },
		"anchor":  anchor,
		"days":    words.Days,
		"company": func(what, company string) string { return between("*Company "+what+" from ", company, ".*") },
	}).ParseFS(templates.FS, "markdown/runbook.tmpl")
})

// Markdown renders the runbook as GitHub-flavoured Markdown.
func Markdown(rb *generator.Runbook) ([]byte, error) {
	t, err := markdownTemplate()
	if err != nil {
		return nil, err
	}
	x := newMarkdownPage(rb)
	if err := x.write(t); err != nil {
		return nil, fmt.Errorf("render Markdown: %w", err)
	}
	return x.out.Bytes(), nil
}

// write lays the parts out one after the other. Items and entries, of which a
// runbook has dozens, are written here and not by the template, which would
// take most of the time for them.
func (x *markdownPage) write(t *template.Template) error {
	if err := x.part(t, "front", x); err != nil {
		return err
	}
	for _, part := range x.Parts {
		if err := x.part(t, "phase", part); err != nil {
			return err
		}
		for _, it := range part.Phase.Items {
			x.out.WriteByte('\n')
			x.item(it)
		}
	}
	for _, r := range x.Doc.References {
		if err := x.part(t, "reference", markdownReference{r, x}); err != nil {
			return err
		}
		for _, e := range r.Entries {
			x.out.WriteByte('\n')
			x.entry(e)
		}
	}
	return x.part(t, "back", x)
}

// part writes what a template makes, without the blank lines that its
// conditions leave.
func (x *markdownPage) part(t *template.Template, name string, data any) error {
	start := x.out.Len()
	if err := t.ExecuteTemplate(&x.out, name, data); err != nil {
		return err
	}
	made := singleBlankLines(x.out.Bytes()[start:])
	if start > 0 && len(made) > 1 {
		made = append([]byte{'\n'}, made...)
	}
	x.out.Truncate(start)
	if len(made) > 1 {
		x.out.Write(made)
	}
	return nil
}

// ItemBody is the work instruction of an item as Markdown: why, who takes
// part, steps, checks, evidence. Links to other items keep the target "#KEY".
func ItemBody(it generator.Item) generator.Markdown {
	it.Work = generator.Work{} // what is ticked is no part of the instruction
	return generator.Markdown(strings.Join(bodyParts(it), "\n\n"))
}

func bodyParts(it generator.Item) []string {
	parts := make([]string, 0, 6)
	if it.Why != "" {
		parts = append(parts, "**Why:** "+string(it.Why))
	}
	if together := words.Together(it); together != "" {
		parts = append(parts, string(together))
	}
	if it.Steps != "" {
		parts = append(parts, string(it.Steps))
	}
	if len(it.Verify) > 0 {
		checks := make([]string, len(it.Verify))
		for i, v := range it.Verify {
			checks[i] = "- [" + tick(it.Work.Verifies(i+1)) + "] " + indent(v)
		}
		parts = append(parts, "**Verify:**", strings.Join(checks, "\n"))
	}
	if it.Evidence != "" {
		parts = append(parts, "**Evidence to record:** "+string(it.Evidence))
	}
	return parts
}

func indent(m generator.Markdown) string { return strings.ReplaceAll(string(m), "\n", "\n  ") }

// markdownPage is the runbook as the template sees it, where in the document
// each item stands, and the document as far as it is written.
// Nothing is embedded: a template finds promoted fields slowly.
type markdownPage struct {
	Doc     *generator.Runbook
	Parts   []markdownPhase
	out     bytes.Buffer
	title   map[string]string
	anchors map[string]string
}

type markdownPhase struct {
	Phase   generator.Phase
	Heading string
	Page    *markdownPage
}

type markdownReference struct {
	Reference generator.Reference
	Page      *markdownPage
}

func newMarkdownPage(rb *generator.Runbook) *markdownPage {
	x := &markdownPage{Doc: rb, title: map[string]string{}, anchors: map[string]string{}}
	size := 32 << 10 // a little more than the document will have, so that it is not copied while it grows
	add := func(key, number, title string) {
		x.title[key] = number + " " + title
		x.anchors[key] = anchor(number + " " + title)
	}
	phases := rb.AllPhases()
	for _, p := range phases {
		for _, it := range p.Items {
			add(it.Key, it.Number, it.Title)
			size += len(it.Steps) + len(it.Why) + len(it.Evidence) + 1500
		}
		x.Parts = append(x.Parts, markdownPhase{p, p.Heading(), x})
	}
	for _, it := range rb.Beside {
		x.title[it.Key] = it.Number + " " + it.Title // told, not linked to
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			add(e.Key, e.Number, e.Title)
			size += len(e.Body) + 500
		}
	}
	x.out.Grow(size)
	return x
}

// put writes texts one after the other.
func (x *markdownPage) put(texts ...string) {
	for _, s := range texts {
		x.out.WriteString(s)
	}
}

func (x *markdownPage) item(it generator.Item) {
	heading := generator.EscapeMarkdown(it.Number + " " + it.Title)
	x.put("### ", heading, "\n\n- [", tick(it.Done()), "] **", heading, "**: ", generator.EscapeMarkdown(it.RoleTitle), ", ", people(it.People))
	if it.StandsIn != "" {
		x.put(" (standing in)")
	}
	x.put(worked(it.Work))
	if it.Work.Note != "" {
		x.put("\n\n**", generator.EscapeMarkdown(it.Work.Note), "**")
	}
	x.put("\n\n| Key | Hands-on | Waiting |")
	if it.Planned != nil {
		x.put(" Planned |")
	}
	x.put(" Needs first |\n| --- | --- | --- |")
	if it.Planned != nil {
		x.put(" --- |")
	}
	x.put(" --- |\n| `", it.Key, "` | ", generator.Minutes(it.Minutes), " | ")
	if it.Wait.Text == "" {
		x.put("none")
	} else {
		x.put(it.Wait.Text, after(": ", it.Wait.Why))
	}
	if p := it.Planned; p != nil {
		x.put(" | ", p.Start)
		if p.End != p.Start {
			x.put(" to ", p.End)
		}
	}
	x.put(" | ")
	for i, n := range it.Needs {
		if i > 0 {
			x.put(", ")
		}
		x.put(x.Need(n))
	}
	if len(it.Needs) == 0 {
		x.put("nothing")
	}
	x.put(" |\n\n")
	for _, part := range bodyParts(it) {
		x.links(part)
		x.put("\n\n")
	}
	x.put("*In this runbook: ", generator.EscapeMarkdown(it.Reason), ".", between(" Company step from ", it.Company, "."), "*\n")
	x.sources(it.Sources)
}

// entry writes one entry of a reference.
func (x *markdownPage) entry(e generator.Entry) {
	x.put("### ", e.Number, " ", generator.EscapeMarkdown(e.Title), "\n\n")
	if e.RoleTitle != "" {
		x.put(generator.EscapeMarkdown(e.RoleTitle), ": ", people(e.People), after(", due on ", e.Due), "\n\n")
	}
	x.links(string(e.Body))
	x.put("\n")
	if e.Company != "" {
		x.put("\n*", between("Company entry from ", e.Company, "."), "*\n")
	}
	x.sources(e.Sources)
}

func (x *markdownPage) sources(list []generator.Source) {
	for i, s := range list {
		if i == 0 {
			x.put("\n")
		}
		text := generator.EscapeMarkdown(s.Title)
		if s.URL == "" {
			x.put("Source: ", text)
		} else {
			x.put("Source: [", text, "](", s.URL, ")")
		}
		x.put(" (", words.Dated(s), ")")
		x.put("  \n") // two spaces: a line of its own
	}
}

func tick(done bool) string {
	if done {
		return "x"
	}
	return " "
}

// after is text behind what introduces it, "" when there is none.
func after(intro, text string) string { return between(intro, text, "") }

func between(before, text, behind string) string {
	if text == "" {
		return ""
	}
	return before + generator.EscapeMarkdown(text) + behind
}

// Links is a text whose links between items point at the headings of this
// document. On a role's sheet, a link to an item of another role becomes its
// text.
func (x *markdownPage) Links(m generator.Markdown) string {
	var b strings.Builder
	x.linked(&b, string(m))
	return b.String()
}

func (x *markdownPage) links(s string) { x.linked(&x.out, s) }

func (x *markdownPage) linked(b io.StringWriter, s string) {
	put := func(texts ...string) {
		for _, t := range texts {
			_, _ = b.WriteString(t) // into memory
		}
	}
	for {
		middle := strings.Index(s, "](#")
		if middle < 0 {
			break
		}
		length := strings.IndexByte(s[middle:], ')')
		start := openBracket(s[:middle])
		if length < 0 || start < 0 {
			put(s[:middle+3])
			s = s[middle+3:]
			continue
		}
		text, key := s[start+1:middle], s[middle+3:middle+length]
		put(s[:start])
		switch a, ok := x.anchors[key]; {
		case ok:
			put("[", text, "](", a, ")")
		case strings.Contains(key, "/"):
			put(text)
		default:
			put(s[start : middle+length+1])
		}
		s = s[middle+length+1:]
	}
	put(s)
}

// openBracket is the place of the last bracket in s that opens a link, or -1.
func openBracket(s string) int {
	for i := len(s) - 1; i >= 0 && s[i] != '\n'; i-- {
		if s[i] == '[' && (i == 0 || s[i-1] != '\\') {
			return i
		}
	}
	return -1
}

// Need names an item that must be done first, as a link where it is in this
// document.
func (x *markdownPage) Need(n generator.Need) string {
	text := generator.EscapeMarkdown(n.Number + " " + n.Title)
	if a, ok := x.anchors[n.Key]; ok {
		return "[" + text + "](" + a + ")"
	}
	return text
}

// Ready names an item by its number, and by its title where it is not in this
// document.
func (x *markdownPage) Ready(n generator.Need) string {
	if _, ok := x.anchors[n.Key]; ok {
		return x.Ref(n.Key)
	}
	return generator.EscapeMarkdown(n.Number + " " + n.Title)
}

// Link is a link to the item with this key, where it is in this document.
func (x *markdownPage) Link(key string) string {
	a, ok := x.anchors[key]
	if !ok {
		return generator.EscapeMarkdown(cmp.Or(x.title[key], key))
	}
	return "[" + generator.EscapeMarkdown(x.title[key]) + "](" + a + ")"
}

// Ref is a link to the item with this key that shows only its number.
func (x *markdownPage) Ref(key string) string {
	number, _, _ := strings.Cut(x.title[key], " ")
	return "[" + number + "](" + x.anchors[key] + ")"
}

// LongestChain names the items that hold the rollout up.
func (x *markdownPage) LongestChain() string {
	parts := make([]string, 0, len(x.Doc.Chain))
	for _, key := range x.Doc.Chain {
		if _, ok := x.anchors[key]; ok {
			parts = append(parts, x.Ref(key))
		}
	}
	return strings.Join(parts, " → ")
}

// anchor is the link target that GitHub gives to a heading.
func anchor(heading string) string {
	var b strings.Builder
	b.Grow(len(heading) + 1)
	b.WriteByte('#')
	for _, r := range heading {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			b.WriteByte(byte(r))
		case r <= unicode.MaxASCII:
			if unicode.IsUpper(r) {
				b.WriteByte(byte(r) + 'a' - 'A')
			}
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			b.WriteString(strings.ToLower(string(r)))
		}
	}
	return b.String()
}

// singleBlankLines leaves one blank line where the parts left several, outside
// code blocks, and one line end at the end. It works within b.
func singleBlankLines(b []byte) []byte {
	out := b[:0]
	blank, fence := true, ""
	for len(b) > 0 {
		line := b
		if end := bytes.IndexByte(b, '\n'); end >= 0 {
			line, b = b[:end], b[end+1:]
		} else {
			b = nil
		}
		trimmed := bytes.TrimLeft(line, " >")
		switch {
		case fence != "":
			if string(bytes.TrimSpace(trimmed)) == fence {
				fence = ""
			}
		case bytes.HasPrefix(trimmed, []byte("```")):
			fence = string(trimmed[:len(trimmed)-len(bytes.TrimLeft(trimmed, "`"))])
		case len(bytes.TrimSpace(line)) == 0:
			if !blank {
				out = append(out, '\n')
			}
			blank = true
			continue
		}
		blank = false
		out = append(append(out, line...), '\n')
	}
	return append(bytes.TrimRight(out, "\n"), '\n')
}
