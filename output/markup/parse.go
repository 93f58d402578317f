package markup

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"runbook/generator"
	"runbook/output/gfm"
)

// Parse returns the blocks of md, nil for blank text. It never fails: what is
// not Markdown is text. It may be called from several goroutines at once.
func Parse(md generator.Markdown) []Block {
	if strings.TrimSpace(string(md)) == "" {
		return nil
	}
	if gfm.Plain(string(md)) {
		return []Block{&Paragraph{Text: []Run{{Text: string(md)}}}}
	}
	src := []byte(md)
	r := reader{src: src}
	return r.blocks(gfm.Parser().Parse(text.NewReader(src)))
}

// ParseInline returns md as one line of runs, for a place that has room for
// no more: a table cell, a label. Blocks follow each other with a space;
// bullets and fences are left out.
func ParseInline(md generator.Markdown) []Run {
	var runs []Run
	var walk func([]Block)
	add := func(more []Run) {
		if len(runs) > 0 && len(more) > 0 {
			runs = appendRun(runs, Run{Text: " "})
		}
		for _, r := range more {
			runs = appendRun(runs, r)
		}
	}
	walk = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case *Paragraph:
				add(b.Text)
			case *Heading:
				add(b.Text)
			case *Code:
				add([]Run{{Text: strings.Join(b.Lines, " "), Code: true}})
			case *List:
				for _, it := range b.Items {
					walk(it.Blocks)
				}
			case *Alert:
				walk(b.Blocks)
			case *Quote:
				walk(b.Blocks)
			case *Table:
				for _, row := range append([][]Cell{b.Head}, b.Rows...) {
					for _, c := range row {
						add(c)
					}
				}
			}
		}
	}
	walk(Parse(md))
	return runs
}

// reader turns goldmark's nodes into blocks.
type reader struct{ src []byte }

func (r reader) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			if runs := trim(r.inline(n)); len(runs) > 0 {
				out = append(out, &Paragraph{Text: runs})
			}
		case *ast.Heading:
			out = append(out, &Heading{Level: n.Level, Text: trim(r.inline(n))})
		case *ast.List:
			out = append(out, r.list(n))
		case *ast.FencedCodeBlock:
			out = append(out, &Code{Language: string(n.Language(r.src)), Lines: r.lines(n)})
		case *ast.CodeBlock:
			out = append(out, &Code{Lines: r.lines(n)})
		case *ast.Blockquote:
			out = append(out, r.quote(n))
		case *extast.Table:
			out = append(out, r.table(n))
		case *ast.ThematicBreak:
			out = append(out, &Rule{})
		}
	}
	return out
}

func (r reader) list(n *ast.List) *List {
	l := &List{Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		it := Item{Blocks: r.blocks(c)}
		// goldmark leaves the box at the head of the first line of text.
		if first := c.FirstChild(); first != nil {
			if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
				it.Task = OpenTask
				if box.IsChecked {
					it.Task = DoneTask
				}
			}
		}
		l.Items = append(l.Items, it)
	}
	return l
}

// lines returns the lines of a code block without the blank ones at its end.
func (r reader) lines(n ast.Node) []string {
	var out []string
	segs := n.Lines()
	for i := range segs.Len() {
		seg := segs.At(i)
		out = append(out, strings.TrimRight(string(seg.Value(r.src)), "\r\n"))
	}
	for len(out) > 0 && strings.TrimSpace(out[len(out)-1]) == "" {
		out = out[:len(out)-1]
	}
	return out
}

// quote returns an Alert where the first line is a marker alone, as GitHub
// has it, else a Quote. GitHub wants alerts at the top level; on paper one
// inside a list item is a callout as well, since the raw marker helps nobody.
func (r reader) quote(n *ast.Blockquote) Block {
	blocks := r.blocks(n)
	p, ok := n.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 || len(blocks) == 0 {
		return &Quote{Blocks: blocks}
	}
	seg := p.Lines().At(0)
	marker := strings.ToLower(strings.TrimSpace(string(seg.Value(r.src))))
	kind, ok := strings.CutPrefix(marker, "[!")
	if kind, ok = cutSuffix(kind, "]", ok); !ok {
		return &Quote{Blocks: blocks}
	}
	switch k := AlertKind(kind); k {
	case Note, Tip, Important, Warning, Caution:
		if rest, ok := withoutMarker(blocks, marker); ok {
			return &Alert{Kind: k, Blocks: rest}
		}
	}
	return &Quote{Blocks: blocks}
}

func cutSuffix(s, suffix string, ok bool) (string, bool) {
	if !ok {
		return s, false
	}
	return strings.CutSuffix(s, suffix)
}

// withoutMarker drops the marker from the head of the text. It is not there
// where a link definition has made something else of it.
func withoutMarker(blocks []Block, marker string) ([]Block, bool) {
	p, ok := blocks[0].(*Paragraph)
	if !ok || !strings.EqualFold(p.Text[0].Text[:min(len(marker), len(p.Text[0].Text))], marker) {
		return blocks, false
	}
	p.Text[0].Text = p.Text[0].Text[len(marker):]
	if p.Text = trim(p.Text); len(p.Text) == 0 {
		return blocks[1:], true
	}
	return blocks, true
}

func (r reader) table(n *extast.Table) *Table {
	t := &Table{}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, map[extast.Alignment]Align{
			extast.AlignLeft: Left, extast.AlignCenter: Center, extast.AlignRight: Right,
		}[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := make([]Cell, len(t.Align))
		i := 0
		for c := row.FirstChild(); c != nil && i < len(cells); c = c.NextSibling() {
			cells[i] = trim(r.inline(c))
			i++
		}
		if _, head := row.(*extast.TableHeader); head {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}
