package gfm

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// space is what ends no word in the patterns that goldmark has here.
const space = "\t\n\f\r "

// taskParser reads the box at the head of a list item. It goes before the
// parser of links, which begin with the same bracket.
type taskParser struct{}

func (taskParser) Trigger() []byte { return []byte{'['} }

func (taskParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	item, ok := parent.Parent().(*ast.ListItem)
	if !ok || item.FirstChild() != parent || parent.HasChildren() {
		return nil
	}
	line, _ := block.PeekLine()
	if len(line) < 3 || line[0] != '[' || strings.IndexByte(space+"xX", line[1]) < 0 || line[2] != ']' {
		return nil
	}
	rest := bytes.TrimLeft(line[3:], space)
	block.Advance(len(line) - len(rest))
	return extast.NewTaskCheckBox(line[1]|0x20 == 'x')
}
