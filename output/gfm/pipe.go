package gfm

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A pipe in a table is escaped, in code too, where a backslash is otherwise one
// character more. Cells with both are kept while the tables are read, and are
// looked at again when there are code spans to see.
var escapesKey = parser.NewContextKey()

type escapedCell struct {
	cell *extast.TableCell
	at   []int // offsets of the backslashes
	done bool
}

func keepEscapes(context parser.Context, cell *extast.TableCell, at []int) {
	kept, _ := context.Get(escapesKey).([]*escapedCell)
	context.Set(escapesKey, append(kept, &escapedCell{cell: cell, at: at}))
}

// pipeTransformer takes the backslashes away from the pipes in code.
type pipeTransformer struct{}

func (pipeTransformer) Transform(_ *ast.Document, _ text.Reader, context parser.Context) {
	kept, _ := context.Get(escapesKey).([]*escapedCell)
	context.Set(escapesKey, nil)
	for _, c := range kept {
		if c.done {
			continue
		}
		// Walk fails only if the function does.
		_ = ast.Walk(c.cell, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if entering && n.Kind() == ast.KindCodeSpan {
				withoutEscapes(n, kept)
			}
			return ast.WalkContinue, nil
		})
	}
}

// withoutEscapes splits the texts of a code span where a backslash goes.
func withoutEscapes(span ast.Node, kept []*escapedCell) {
	for n := span.FirstChild(); n != nil; {
		next := n.NextSibling()
		if t, ok := n.(*ast.Text); ok {
			whole := t.Segment
			for _, c := range kept {
				for _, at := range c.at {
					if whole.Start > at || at >= whole.Stop {
						continue
					}
					before := ast.NewRawTextSegment(t.Segment.WithStop(at))
					after := ast.NewRawTextSegment(t.Segment.WithStart(at + 1))
					span.InsertAfter(span, t, before)
					span.InsertAfter(span, before, after)
					span.RemoveChild(span, t)
					t, c.done = after, true
				}
			}
		}
		n = next
	}
}
