// Package lint finds in Markdown what markdownlint's default rules find, by
// the names that markdownlint gives them. It stands behind the Markdown format
// and reads what that has written; the tests compare it with markdownlint
// itself.
//
// It has the rules that the texts of a workflow can break. Length of lines is
// not looked at, nor are tabs within code.
package lint

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"runbook/output/gfm"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Finding is one thing wrong with a document.
type Finding struct {
	Line    int    // from 1
	Rule    string // MDnnn
	Message string // what is wrong, in lower case
	Hint    string // what would be right
}

func (f Finding) String() string { return fmt.Sprintf("%d: %s %s", f.Line, f.Rule, f.Message) }

// rule is a row of the table of rules. Check calls found for each line at
// which the rule is broken.
type rule struct {
	id, message, hint string
	check             func(d *document, found func(line int))
}

// rules is the table of rules, by name.
var rules = slices.Concat(lineRules, headingRules, listRules, codeRules, tableRules, inlineRules, linkRules)

// Markdown returns what is wrong with a document, by line and rule, each once.
func Markdown(src []byte) []Finding {
	d := read(src)
	var found []Finding
	for _, r := range rules {
		r.check(d, func(line int) { found = append(found, Finding{line, r.id, r.message, r.hint}) })
	}
	slices.SortFunc(found, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule)) })
	return slices.Compact(found)
}

// Rules returns the names of the rules, sorted.
func Rules() []string {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.id)
	}
	slices.Sort(ids)
	return ids
}

// document is what the rules look at: the lines, and the tree with the lines
// that each block takes.
type document struct {
	src    []byte
	lines  []string // line n is lines[n-1]
	starts []int    // offset of each line
	root   ast.Node
	blocks []ast.Node // in order
	spans  []ast.Node // inline nodes but for text, in order
	proses []prose
	inCode []bool // by line, the fences included
	fenced []bool // by line, what stands between fences or is indented as code
}

func read(src []byte) *document {
	d := &document{src: src, root: gfm.Parser().Parse(text.NewReader(src))}
	offset := 0
	for line := range strings.Lines(string(src)) {
		d.lines = append(d.lines, strings.TrimRight(line, "\r\n"))
		d.starts = append(d.starts, offset)
		offset += len(line)
	}
	d.inCode, d.fenced = make([]bool, len(d.lines)+2), make([]bool, len(d.lines)+2)
	d.walk(func(n ast.Node) {
		if n.Type() == ast.TypeInline {
			if n.Kind() != ast.KindText {
				d.spans = append(d.spans, n)
			}
			return
		}
		d.blocks = append(d.blocks, n)
		first, last := d.first(n), d.last(n)
		switch n.Kind() {
		case ast.KindFencedCodeBlock:
			for i := first; i <= last; i++ {
				d.inCode[i], d.fenced[i] = true, i > first && (i < last || !d.closed(n))
			}
		case ast.KindCodeBlock:
			for i := first; i <= last; i++ {
				d.inCode[i], d.fenced[i] = true, true
			}
		}
	})
	d.proses = d.prose()
	return d
}

func (d *document) walk(visit func(ast.Node)) {
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	}) // visit cannot fail
}

// each visits the blocks of these kinds, in order.
func (d *document) each(visit func(ast.Node), kinds ...ast.NodeKind) {
	for _, n := range d.blocks {
		if slices.Contains(kinds, n.Kind()) {
			visit(n)
		}
	}
}

// inlines visits the inline nodes of these kinds, in order.
func (d *document) inlines(visit func(ast.Node), kinds ...ast.NodeKind) {
	for _, n := range d.spans {
		if slices.Contains(kinds, n.Kind()) {
			visit(n)
		}
	}
}

// line is the number of the line that an offset is in.
func (d *document) line(offset int) int {
	return sort.Search(len(d.starts), func(i int) bool { return d.starts[i] > offset })
}

// text is line n, "" outside the document.
func (d *document) text(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// first is the first line of a block.
func (d *document) first(n ast.Node) int {
	if t, ok := n.(interface{ Pos() int }); ok && n.Kind() != tableKind {
		if pos := t.Pos(); pos >= 0 {
			return d.line(pos)
		}
	}
	if c := n.FirstChild(); c != nil {
		return d.first(c)
	}
	return 1
}

// last is the last line of a block that is not blank.
func (d *document) last(n ast.Node) int {
	last := d.first(n)
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		last = max(last, d.line(max(lines.At(lines.Len()-1).Stop-1, 0)))
	}
	switch n := n.(type) {
	case *ast.FencedCodeBlock:
		if d.closed(n) {
			last++
		}
		return last
	case *ast.HTMLBlock:
		if n.HasClosure() {
			last = max(last, d.line(n.ClosureLine.Start))
		}
	case *ast.Heading:
		if !d.atx(n) {
			last++ // the line below a heading
		}
		return last
	}
	for c := n.FirstChild(); c != nil && c.Type() != ast.TypeInline; c = c.NextSibling() {
		last = max(last, d.last(c))
	}
	return last
}

// closed reports whether a fence stands below a fenced block.
func (d *document) closed(n ast.Node) bool {
	last := d.line(n.Pos())
	if lines := n.Lines(); lines.Len() > 0 {
		last = d.line(lines.At(lines.Len() - 1).Start)
	}
	fence, below := d.fence(n), withoutMarks(d.text(last+1))
	return strings.HasPrefix(below, fence) && strings.Trim(below, fence[:1]+" ") == ""
}

// fence is the run of characters that opens a fenced block.
func (d *document) fence(n ast.Node) string {
	rest := d.rest(n.Pos())
	return rest[:len(rest)-len(strings.TrimLeft(rest, rest[:1]))]
}

// withoutMarks is a line without indent and the marks of quotes.
func withoutMarks(line string) string { return strings.TrimLeft(line, " \t>") }

// blank reports whether line n has nothing to show; one outside the document
// has not.
func (d *document) blank(n int) bool { return strings.TrimSpace(withoutMarks(d.text(n))) == "" }

// rest is what follows an offset in its line.
func (d *document) rest(offset int) string { return d.text(d.line(offset))[d.column(offset):] }

// column is the place of an offset in its line, from 0.
func (d *document) column(offset int) int { return offset - d.starts[d.line(offset)-1] }

// inside reports whether a node has a parent of one of these kinds.
func inside(n ast.Node, kinds ...ast.NodeKind) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if slices.Contains(kinds, p.Kind()) {
			return true
		}
	}
	return false
}
