package output

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"text/template"
	"unicode"

	"runbook/generator"
	"runbook/templates"
)

// markdownTemplate is parsed when the first runbook is rendered.
var markdownTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("runbook.tmpl").Funcs(template.FuncMap{
		"text":     generator.EscapeMarkdown,
		"cell":     generator.EscapeMarkdown,
		"code":     func(s string) string { return generator.CodeSpan(s, true) },
		"mdCell":   func(m generator.Markdown) string { return strings.ReplaceAll(string(m), "\n", " ") },
		"indent":   indent,
		"minutes":  Minutes,
		"people":   people,
		"anchor":   anchor,
		"sentence": sentence,
		"source":   source,
		"add":      func(a, b int) int { return a + b },
	}).ParseFS(templates.FS, "markdown/runbook.tmpl")
})

// Markdown renders the runbook as GitHub-flavoured Markdown.
func Markdown(rb *generator.Runbook) ([]byte, error) {
	t, err := markdownTemplate()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newMarkdownPage(rb)); err != nil {
		return nil, fmt.Errorf("render Markdown: %w", err)
	}
	return []byte(singleBlankLines(b.String())), nil
}

// ItemBody is the work instruction of an item as Markdown: why, steps,
// checks, evidence. Links to other items keep the target "#KEY".
func ItemBody(it generator.Item) generator.Markdown {
	var parts []string
	if it.Why != "" {
		parts = append(parts, "**Why:** "+string(it.Why))
	}
	if it.Steps != "" {
		parts = append(parts, string(it.Steps))
	}
	if len(it.Verify) > 0 {
		parts = append(parts, "**Verify:**")
		checks := make([]string, len(it.Verify))
		for i, v := range it.Verify {
			checks[i] = "- [ ] " + indent(v)
		}
		parts = append(parts, strings.Join(checks, "\n"))
	}
	if it.Evidence != "" {
		parts = append(parts, "**Evidence to record:** "+string(it.Evidence))
	}
	return generator.Markdown(strings.Join(parts, "\n\n"))
}

func indent(m generator.Markdown) string { return strings.ReplaceAll(string(m), "\n", "\n  ") }

// markdownPage is what the template sees: the runbook, its items with the
// texts that take work, and where in the document each item stands.
type markdownPage struct {
	*generator.Runbook
	Parts   []markdownPhase
	title   map[string]string
	anchors map[string]string
}

type markdownPhase struct {
	generator.Phase
	Heading string
	Items   []string // each a whole section
}

func newMarkdownPage(rb *generator.Runbook) *markdownPage {
	x := &markdownPage{Runbook: rb, title: map[string]string{}, anchors: map[string]string{}}
	add := func(key, number, title string) {
		x.title[key] = number + " " + title
		x.anchors[key] = anchor(number + " " + title)
	}
	phases := rb.AllPhases()
	for _, p := range phases {
		for _, it := range p.Items {
			add(it.Key, it.Number, it.Title)
		}
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			add(e.Key, e.Number, e.Title)
		}
	}
	for _, p := range phases {
		part := markdownPhase{Phase: p, Heading: PhaseTitle(p)}
		for _, it := range p.Items {
			part.Items = append(part.Items, x.item(it))
		}
		x.Parts = append(x.Parts, part)
	}
	return x
}

// item is the section of one item. A runbook has dozens, so it is written
// here and not by the template, which would take most of the time for it.
func (x *markdownPage) item(it generator.Item) string {
	var b strings.Builder
	b.Grow(3 * (len(it.Steps) + 512))
	heading := generator.EscapeMarkdown(it.Number + " " + it.Title)
	b.WriteString("### " + heading + "\n\n- [" + tick(it.Done != nil) + "] **" + heading + "**: " + generator.EscapeMarkdown(it.RoleTitle) + ", " + people(it.People))
	if it.StandsIn != "" {
		b.WriteString(" (standing in)")
	}
	if it.Done != nil {
		b.WriteString(", done" + after(" by ", it.Done.By) + after(" on ", it.Done.Date) + after(": ", it.Done.Evidence))
	}
	head, rule, planned := "| Key | Hands-on | Waiting |", "| --- | --- | --- |", ""
	if p := it.Planned; p != nil {
		head, rule, planned = head+" Planned |", rule+" --- |", " "+p.Start
		if p.End != p.Start {
			planned += " to " + p.End
		}
		planned += " |"
	}
	wait := "none"
	if it.Wait.Text != "" {
		wait = it.Wait.Text + after(": ", it.Wait.Why)
	}
	needs := make([]string, len(it.Needs))
	for i, n := range it.Needs {
		needs[i] = x.Need(n)
	}
	if len(needs) == 0 {
		needs = []string{"nothing"}
	}
	fmt.Fprintf(&b, "\n\n%s Needs first |\n%s --- |\n| `%s` | %s | %s |%s %s |\n\n%s\n\n*In this runbook: %s.%s*\n",
		head, rule, it.Key, Minutes(it.Minutes), wait, planned, strings.Join(needs, ", "), x.Links(ItemBody(it)),
		generator.EscapeMarkdown(it.Reason), between(" Company step from ", it.Company, "."))
	x.sources(&b, it.Sources)
	return b.String()
}

// Entry is the section of one entry of a reference.
func (x *markdownPage) Entry(e generator.Entry) string {
	var b strings.Builder
	b.WriteString("### " + e.Number + " " + generator.EscapeMarkdown(e.Title) + "\n\n")
	if e.RoleTitle != "" {
		b.WriteString(generator.EscapeMarkdown(e.RoleTitle) + ": " + people(e.People) + after(", due on ", e.Due) + "\n\n")
	}
	b.WriteString(x.Links(e.Body) + "\n")
	if e.Company != "" {
		b.WriteString("\n*" + between("Company entry from ", e.Company, ".") + "*\n")
	}
	x.sources(&b, e.Sources)
	return b.String()
}

func (x *markdownPage) sources(b *strings.Builder, list []generator.Source) {
	for i, s := range list {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString(source(s) + "  \n") // two spaces: a line of its own
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

// Links points the links between items at the headings of this document. On
// a role's sheet, a link to an item of another role becomes its text.
func (x *markdownPage) Links(m generator.Markdown) string {
	s := string(m)
	var b strings.Builder
	for {
		middle := strings.Index(s, "](#")
		if middle < 0 {
			break
		}
		length := strings.IndexByte(s[middle:], ')')
		start := openBracket(s[:middle])
		if length < 0 || start < 0 {
			b.WriteString(s[:middle+3])
			s = s[middle+3:]
			continue
		}
		text, key := s[start+1:middle], s[middle+3:middle+length]
		b.WriteString(s[:start])
		switch a, ok := x.anchors[key]; {
		case ok:
			b.WriteString("[" + text + "](" + a + ")")
		case strings.Contains(key, "/"):
			b.WriteString(text)
		default:
			b.WriteString(s[start : middle+length+1])
		}
		s = s[middle+length+1:]
	}
	if b.Len() == 0 {
		return s
	}
	b.WriteString(s)
	return b.String()
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

// Link is a link to the item with this key.
func (x *markdownPage) Link(key string) string {
	a, ok := x.anchors[key]
	if !ok {
		return generator.EscapeMarkdown(key)
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
	parts := make([]string, 0, len(x.Chain))
	for _, key := range x.Chain {
		if _, ok := x.anchors[key]; ok {
			parts = append(parts, x.Ref(key))
		}
	}
	return strings.Join(parts, " → ")
}

// PhaseTitle is the title of a phase with its number; phase 0 has none.
func PhaseTitle(p generator.Phase) string {
	if p.Number == 0 {
		return p.Title
	}
	return fmt.Sprintf("Phase %d: %s", p.Number, p.Title)
}

// Minutes says a time in words: "45 min", "1 h 30 min".
func Minutes(n int) string {
	switch {
	case n < 60:
		return strconv.Itoa(n) + " min"
	case n%60 == 0:
		return strconv.Itoa(n/60) + " h"
	}
	return fmt.Sprintf("%d h %d min", n/60, n%60)
}

func people(list []generator.Person) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = generator.EscapeMarkdown(p.Name)
	}
	return strings.Join(names, ", ")
}

// sentence makes a message a sentence. A profile key at its start keeps its
// small letters.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	if first, _, _ := strings.Cut(s, " "); !strings.ContainsAny(strings.TrimRight(first, ".,:;"), "._") {
		s = strings.ToUpper(s[:1]) + s[1:]
	}
	if strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}

func source(s generator.Source) string {
	text := generator.EscapeMarkdown(s.Title)
	if s.URL != "" {
		text = "[" + text + "](" + s.URL + ")"
	}
	if s.Date != "" {
		text += " (" + s.Date + ")"
	}
	return "Source: " + text
}

// anchor is the link target that GitHub gives to a heading.
func anchor(heading string) string {
	var b strings.Builder
	b.WriteByte('#')
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '-', r == '_':
			b.WriteRune(r)
		}
	}
	return b.String()
}

// singleBlankLines leaves one blank line where a template left several,
// outside code blocks, and one line end at the end.
func singleBlankLines(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank, fence := true, ""
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		trimmed := strings.TrimLeft(line, " >")
		switch {
		case fence != "":
			if strings.TrimSpace(trimmed) == fence {
				fence = ""
			}
		case strings.HasPrefix(trimmed, "```"):
			fence = trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "`"))]
		case strings.TrimSpace(line) == "":
			if !blank {
				b.WriteByte('\n')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteString(line)
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
