package docx

import (
	"strings"

	"runbook/generator"
	"runbook/output/markup"
)

// place is where blocks of Markdown go: how far in, and how wide it is there.
type place struct {
	left, width int
	level       int // depth of lists
	style       string
}

// markdown turns step text into blocks for the full width of the page.
func (d *document) markdown(md generator.Markdown) []block {
	return d.convert(markup.Parse(md), place{width: d.paper.text(), style: "Normal"})
}

func (d *document) convert(list []markup.Block, at place) []block {
	var out []block
	for i, b := range list {
		switch b := b.(type) {
		case *markup.Paragraph:
			out = append(out, &paragraph{style: at.style, spans: d.runs(b.Text), left: at.left, keepNext: leads(list[i+1:])})
		case *markup.Heading:
			// Below the item's own heading there is no room for levels.
			out = append(out, &paragraph{style: "Label", spans: d.runs(b.Text), left: at.left})
		case *markup.List:
			out = append(out, d.list(b, at)...)
		case *markup.Code:
			out = append(out, d.codeBlock(b, at)...)
		case *markup.Table:
			out = append(out, d.dataTable(b, at))
		case *markup.Alert:
			out = append(out, d.alert(b.Kind.Title(), b.Blocks, at))
		case *markup.Quote:
			out = append(out, d.alert("", b.Blocks, at))
		case *markup.Rule:
			out = append(out, &paragraph{style: "Gap"})
		}
	}
	return out
}

// leads reports whether a paragraph before these blocks leads up to the first
// of them.
func leads(next []markup.Block) bool {
	if len(next) == 0 {
		return false
	}
	switch next[0].(type) {
	case *markup.Code, *markup.Table, *markup.List:
		return true
	}
	return false
}

// list numbers an ordered list anew and puts what belongs to an entry under
// its text.
func (d *document) list(l *markup.List, at place) []block {
	level := min(at.level, listLevels-1)
	number := bulletList
	if l.Ordered {
		d.ordered = append(d.ordered, listStart{level, l.Start})
		number = bulletList + len(d.ordered)
	}
	inner := place{left: listStep * (level + 1), level: at.level + 1, style: "Continued"}
	inner.width = at.width - (inner.left - at.left)
	var out []block
	for _, it := range l.Items {
		blocks := d.convert(it.Blocks, inner)
		first, ok := firstParagraph(blocks)
		if !ok {
			first = &paragraph{}
			blocks = append([]block{first}, blocks...)
		}
		first.style, first.left = "ListParagraph", 0
		if it.Task == markup.NoTask {
			first.list, first.level = number, level
		} else {
			// Nobody reads this one back: it is a step's own.
			box := span{control: &control{kind: tick, label: "Done: " + plainSpans(first.spans), on: it.Task == markup.DoneTask}}
			first.spans = append([]span{box, {tab: true}}, first.spans...)
			first.left, first.hanging = inner.left, listStep
		}
		// The text of an entry stays with its code, and a lead-in with the list.
		first.keepNext = len(blocks) > 1
		out = append(out, blocks...)
	}
	return out
}

func firstParagraph(blocks []block) (*paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[0].(*paragraph)
	return p, ok && p.style == "Continued" && p.list == 0
}

// codeBlock is one paragraph a line, so that what is copied out of Word has
// line ends. A command that is too long goes on as its shell has it; other
// lines that wrap hang, to be told from real ones.
func (d *document) codeBlock(b *markup.Code, at place) []block {
	const inset, hang = 100, 360
	const letter = 8 * 20 * 0.602 // of the widest face that may stand in for Consolas, in its size
	lines := b.Fold(int(float64(at.width-2*inset) / letter))
	out := make([]block, len(lines))
	for i, l := range lines {
		// Longer blocks may tear, in the middle if they must, and all of them on
		// a role sheet, which is to be short.
		keep := i < len(lines)-1 && (len(lines) <= 25 && d.rb.Role == "" || i == 0 || i == len(lines)-2)
		out[i] = &paragraph{style: "Code", spans: []span{text(strings.ReplaceAll(l, "\t", "    "))}, left: at.left + inset + hang, right: inset, hanging: hang, keepNext: keep}
	}
	return append(out, &paragraph{style: "CodeEnd"})
}

// alert is a callout: a bar and a word, so that it needs no colour.
func (d *document) alert(title string, content []markup.Block, at place) block {
	bar := d.accent
	switch title {
	case markup.Warning.Title(), markup.Caution.Title():
		bar = "B91C1C"
	case "":
		bar = rule
	}
	c := cell{bar: bar}
	if title != "" {
		c.blocks = append(c.blocks, para("AlertHead", text(title)))
	}
	c.blocks = append(c.blocks, d.convert(content, place{width: at.width - 200, style: "Continued"})...)
	return &table{look: callout, columns: []int{at.width}, indent: at.left, rows: []row{{cells: []cell{c}}}}
}

// dataTable is a table of step text, its columns as wide as they need.
func (d *document) dataTable(t *markup.Table, at place) block {
	out := &table{columns: make([]int, len(t.Align)), indent: at.left, head: 1, keep: len(t.Rows) <= 8}
	natural, least := make([]int, len(t.Align)), make([]int, len(t.Align))
	note := func(i int, c markup.Cell) {
		whole, word := cellTwips(c)
		natural[i], least[i] = max(natural[i], whole), max(least[i], word)
	}
	head := row{}
	for i, c := range t.Head {
		note(i, c)
		head.cells = append(head.cells, cell{fill: wash, blocks: []block{&paragraph{style: "TableHead", spans: d.runs(c), center: t.Align[i] == markup.Center}}})
	}
	out.rows = append(out.rows, head)
	for _, cells := range t.Rows {
		r := row{}
		for i, c := range cells {
			note(i, c)
			r.cells = append(r.cells, cellOf(&paragraph{style: "TableText", spans: d.runs(c), center: t.Align[i] == markup.Center}))
		}
		out.rows = append(out.rows, r)
	}
	group(out.rows, d.rb.Role == "")
	out.columns = share(natural, least, at.width)
	return out
}

// group makes one cell of those in the first column that say the same under
// each other; keep holds their rows on one page.
func group(rows []row, keep bool) {
	before := ""
	for i := range rows {
		first := &rows[i].cells[0]
		p, _ := first.blocks[0].(*paragraph)
		said := plainSpans(p.spans)
		if said != "" && said == before {
			if rows[i-1].cells[0].merge == alone {
				rows[i-1].cells[0].merge = begins
			}
			first.merge, first.blocks, rows[i-1].keep = goesOn, nil, keep
		}
		before = said
	}
}

// runs turns runs of Markdown into spans.
func (d *document) runs(runs []markup.Run) []span {
	out := make([]span, 0, len(runs))
	for _, r := range runs {
		if r.Break() {
			out = append(out, span{brk: true})
			continue
		}
		s := span{text: r.Text, bold: r.Bold, italic: r.Italic, strike: r.Strike, link: d.link(r.Link)}
		if r.Code {
			s.style = "InlineCode"
		}
		out = append(out, s)
	}
	return out
}

func plainSpans(list []span) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(s.text)
	}
	return b.String()
}
