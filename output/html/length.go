package html

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Characters that fit on a printed line.
const (
	proseWidth = 88
	codeWidth  = 92
)

// lineCount is on how many lines a paragraph of that size goes.
func lineCount(size int) int { return 1 + size/proseWidth }

// printedLines estimates how many lines a piece takes on paper. It only
// decides whether an item is short enough to be kept on one page, so a line
// more or less does no harm.
func printedLines(n ast.Node) int {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
		size := 0
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			size += line.Len()
		}
		return lineCount(size)
	case ast.KindFencedCodeBlock, ast.KindCodeBlock:
		total := 1 // its edges
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			total += 1 + line.Len()/codeWidth
		}
		return total
	case extast.KindTableHeader, extast.KindTableRow:
		return 1
	}
	total := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		total += printedLines(c)
	}
	return total
}
