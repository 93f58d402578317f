package html

import (
	_ "embed" // styles.css
	"fmt"
	"html/template"
	"strings"
	"unicode"

	"runbook/generator"
	"runbook/output/words"
)

//go:generate go test . -run TestStyles -update

// styles is the part of the stylesheet that every page has: the stylesheets
// among the templates, joined and without their comments, which no reader of
// the page needs.
//
//go:embed styles.css
var styles string

// pageStyles is the part of the stylesheet that depends on the Runbook: the
// colours, and what stands at the head and foot of the printed pages. Each
// chapter has a page style of its own, because a browser can put its title
// into the running head in no other way.
func pageStyles(p *page) template.CSS {
	var b strings.Builder
	rb := p.Runbook
	rule, onLight, onDark := accents(rb.Document.Accent)
	fmt.Fprintf(&b, ":root{--accent:%s;--accent-ink:%s}\n", rule, onLight)
	fmt.Fprintf(&b, "@media screen and (prefers-color-scheme:dark){:root{--accent:%s;--accent-ink:%s}}\n", onDark, onDark)
	right := rb.Organization
	if rb.Role != "" {
		right = "Role sheet: " + rb.RoleTitle(rb.Role)
	}
	fmt.Fprintf(&b, "@page{@top-left{content:%s}@top-right{content:%s}@bottom-left{content:%s}}\n",
		cssString(rb.Title), cssString(right), cssString(footer(rb)))
	if rb.Role != "" {
		return template.CSS(b.String()) // a role sheet runs on from phase to phase
	}
	for _, c := range p.runningHeads() {
		fmt.Fprintf(&b, "@page %s{@top-right{content:%s}}%s{page:%s}\n", c.page, cssString(c.title), c.selector, c.page)
	}
	return template.CSS(b.String()) // ours, but for colours and strings made safe
}

// footer is what the foot of each printed page says beside the page number.
func footer(rb *generator.Runbook) string {
	parts := []string{rb.Organization}
	add := func(before, s string) {
		if s != "" {
			parts = append(parts, before+s)
		}
	}
	if rb.Role == "" {
		parts = nil // the organization is in the running head
	}
	add("", rb.Document.Classification)
	add("Revision ", rb.Document.Revision)
	add("", words.ShortDay(rb.Date))
	add("Profile ", rb.Digest)
	add("", rb.Document.Footer)
	return strings.Join(parts, " · ")
}

// cssString quotes text for the content property. All but letters, digits and
// a few harmless signs is written as its code point, so that no text can end
// the string, the rule or the style element.
func cssString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune(" .,:-·", r):
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		case unicode.IsPrint(r):
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// chapter is a part of the printed page with one running head.
type chapter struct{ page, selector, title string }

// runningHeads lists the chapters. Parts of one chapter follow each other on
// a page; a new chapter begins a new page. What is short, or may be, is no
// chapter of its own: it would take a page for a few lines.
func (p *page) runningHeads() []chapter {
	list := []chapter{
		{"contents", ".toc", "Contents"},
		{"front", ".front", words.RunningHead(words.Front...)},
	}
	for _, ch := range p.Chapters {
		list = append(list, chapter{ch.Page, "." + ch.Page, ch.Running})
	}
	for _, r := range p.Lookup {
		list = append(list, chapter{r.ID, "#" + r.ID, r.Title})
	}
	return append(list,
		chapter{"back", ".back", words.RunningHead(words.Back...)},
	)
}
