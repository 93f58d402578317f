package gfm

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tableTransformer makes tables of the paragraphs that are some.
type tableTransformer struct{}

func (tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, context parser.Context) {
	pos, lines, source := node.Pos(), node.Lines(), reader.Source()
	for i := 1; i < lines.Len(); i++ {
		below := lines.At(i)
		alignments := delimiters(below.Value(source))
		if alignments == nil {
			continue
		}
		header := row(lines.At(i-1), alignments, true, source, context)
		if len(alignments) != header.ChildCount() {
			return
		}
		table := extast.NewTable()
		table.Alignments = alignments
		table.SetPos(pos)
		table.AppendChild(table, extast.NewTableHeader(header))
		for j := i + 1; j < lines.Len(); j++ {
			table.AppendChild(table, row(lines.At(j), alignments, false, source, context))
		}
		lines.SetSliced(0, i-1)
		node.Parent().InsertAfter(node.Parent(), node, table)
		if lines.Len() == 0 {
			node.Parent().RemoveChild(node.Parent(), node)
		} else {
			last := lines.At(i - 2)
			last.Stop-- // without the end of the line
			lines.Set(i-2, last)
		}
	}
}

// row reads the cells of a line. A row below the head has as many as the head;
// the head has as many as there are.
func row(segment text.Segment, alignments []extast.Alignment, head bool, source []byte, context parser.Context) *extast.TableRow {
	whole := segment
	segment = segment.TrimLeftSpace(source)
	segment = segment.TrimRightSpace(source)
	line := segment.Value(source)
	row := extast.NewTableRow(alignments)
	row.SetPos(whole.Start)
	pos, limit := 0, len(line)
	if limit > 0 && line[0] == '|' {
		pos++
	}
	if limit > 0 && line[limit-1] == '|' {
		limit--
	}
	i := 0
	for ; pos < limit; i++ {
		if i >= len(alignments) && !head {
			return row
		}
		cell := extast.NewTableCell()
		cell.SetPos(whole.Start + pos - whole.Padding)
		if i < len(alignments) {
			cell.Alignment = alignments[i]
		}
		var escapes []int
		end, code := pos, false
		for ; end < limit; end++ {
			if line[end] == '`' {
				code = true
			}
			if line[end] != '|' {
				continue
			}
			if end == 0 || line[end-1] != '\\' {
				break
			}
			if code {
				escapes = append(escapes, segment.Start+end-1)
			}
		}
		if escapes != nil {
			keepEscapes(context, cell, escapes)
		}
		content := text.NewSegment(segment.Start+pos, segment.Start+end)
		content = content.TrimLeftSpace(source)
		cell.Lines().Append(content.TrimRightSpace(source))
		row.AppendChild(row, cell)
		pos = end + 1
	}
	for ; i < len(alignments); i++ {
		row.AppendChild(row, extast.NewTableCell())
	}
	return row
}

// delimiters reads the line below a head, nil if it is another one.
func delimiters(line []byte) []extast.Alignment {
	if !delimiterLine(line) {
		return nil
	}
	cols := bytes.Split(line, []byte{'|'})
	if util.IsBlank(cols[0]) {
		cols = cols[1:]
	}
	if len(cols) > 0 && util.IsBlank(cols[len(cols)-1]) {
		cols = cols[:len(cols)-1]
	}
	var alignments []extast.Alignment
	for _, col := range cols {
		dashes, left := bytes.CutPrefix(bytes.Trim(col, space), []byte{':'})
		dashes, right := bytes.CutSuffix(dashes, []byte{':'})
		if len(dashes) == 0 || len(bytes.Trim(dashes, "-")) > 0 {
			return nil
		}
		alignment := extast.AlignNone
		switch {
		case left && right:
			alignment = extast.AlignCenter
		case left:
			alignment = extast.AlignLeft
		case right:
			alignment = extast.AlignRight
		}
		alignments = append(alignments, alignment)
	}
	return alignments
}

// delimiterLine reports whether a line has nothing but dashes, colons and pipes,
// and not dashes alone: those make a heading.
func delimiterLine(line []byte) bool {
	if w, _ := util.IndentWidth(line, 0); w > 3 {
		return false
	}
	dashes := true
	for _, b := range line {
		dashes = dashes && b == '-'
		if !util.IsSpace(b) && b != '-' && b != '|' && b != ':' {
			return false
		}
	}
	return !dashes
}
