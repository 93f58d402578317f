package docx

import (
	"strconv"

	"runbook/output/words"
)

// tocEntry is a line of the contents.
type tocEntry struct {
	level    int // 1 or 2
	number   string
	title    string
	bookmark string
}

// contents lists the parts and items; pages are the numbers of their pages.
// Word makes the list anew when asked to; the numbers in it are fields of
// their own, which it also computes when the document is printed.
func (d *document) contents(pages map[string]int) []block {
	out := append([]block{para("TOCHeading", text(words.Contents))}, d.contentLines(pages)...)
	return append(out, &paragraph{style: "Gap", ends: &section{head: words.Contents}})
}

func (d *document) contentLines(pages map[string]int) []block {
	var out []block
	for i, e := range d.entries {
		p := &paragraph{style: "TOC" + strconv.Itoa(e.level)}
		if d.small {
			p.metric = p.style + " small"
		}
		link := func(s span) span { s.link = "#" + e.bookmark; return s }
		if i == 0 {
			p.spans = append(p.spans, span{opens: `TOC \o "1-2" \h \z \u`})
		}
		if e.number != "" {
			p.spans = append(p.spans, link(styled("TocText", e.number)), link(span{tab: true}))
		}
		p.spans = append(p.spans, link(styled("TocText", e.title)), link(span{tab: true}))
		number := "0"
		if n := pages[e.bookmark]; n > 0 {
			number = strconv.Itoa(n)
		}
		p.spans = append(p.spans, link(span{field: &field{code: "PAGEREF " + e.bookmark + ` \h`, text: number}}))
		if i == len(d.entries)-1 {
			p.spans = append(p.spans, span{closes: true})
		}
		out = append(out, p)
	}
	return out
}

// setContents chooses the size of the contents, which should stay on one
// page: small, if they do then and did not before.
func (d *document) setContents() {
	over := func() bool { return d.high(d.contents(nil)) > d.paper.deep() }
	if d.small = over(); d.small {
		d.small = !over()
	}
}

// contentsStyle fills the sizes into the styles of the contents.
func (d *document) contentsStyle() []string {
	before, line, first, second := "70", "240", "19", "18"
	if d.small {
		before, line, first, second = "20", "230", "17", "16"
	}
	return []string{`"TOCBEFORE"`, `"` + before + `"`, `"TOCLINE"`, `"` + line + `"`, `"TOC1SIZE"`, `"` + first + `"`, `"TOC2SIZE"`, `"` + second + `"`}
}
