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
		p.metric = p.style + d.contentsSize
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
// page: the largest in which they do, and the usual one where they never do.
func (d *document) setContents() {
	for _, size := range []string{"", " small", " smallest"} {
		d.contentsSize = size
		if d.high(d.contents(nil)) <= d.paper.deep() {
			return
		}
	}
	d.contentsSize = ""
}

// contentsStyle fills the sizes into the styles of the contents.
func (d *document) contentsStyle() []string {
	quoted := func(n int) string { return `"` + strconv.Itoa(n) + `"` }
	first, second := metrics["TOC1"+d.contentsSize], metrics["TOC2"+d.contentsSize]
	return []string{
		`"TOCBEFORE"`, quoted(first.before), `"TOCLINE"`, quoted(first.line),
		`"TOC1SIZE"`, quoted(int(2 * first.size)), `"TOC2SIZE"`, quoted(int(2 * second.size)),
	}
}
