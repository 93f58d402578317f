// Package gfm reads what GitHub's dialect of Markdown adds to CommonMark:
// tables, strikethrough, task boxes, and bare addresses as links.
//
// Its parsers are those of github.com/yuin/goldmark/extension, version 1.8.7,
// under the licence in the file beside this one, without what the program does
// not use. They build the nodes of goldmark/extension/ast, and for the same text
// the same tree; the tests compare them with goldmark's own. The original
// compiles patterns of links, which have thousands of instructions, at every
// start of a program that imports it, and that was a tenth of the time in which
// this one is done. Here small functions stand in their place.
package gfm

import (
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// Parser is the parser of GitHub's dialect. It is made on first use and may be
// shared.
var Parser = sync.OnceValue(func() parser.Parser {
	p := goldmark.DefaultParser()
	p.AddOptions(append(Options(), parser.WithInlineParsers(util.Prioritized(linkParser{}, 999)))...)
	return p
})

// Options makes a parser of goldmark read the dialect, but for bare addresses.
func Options() []parser.Option {
	return []parser.Option{
		parser.WithInlineParsers(util.Prioritized(taskParser{}, 0), util.Prioritized(strikethroughParser{}, 500)),
		parser.WithParagraphTransformers(util.Prioritized(tableTransformer{}, 200)),
		parser.WithASTTransformers(util.Prioritized(pipeTransformer{}, 0)),
	}
}
