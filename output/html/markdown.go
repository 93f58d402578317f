package html

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"runbook/generator"
	"runbook/output/gfm"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// engine is goldmark with tables, strikethrough, task boxes and what the files
// of this package add. Two options of GitHub's dialect are left out on purpose: bare
// addresses do not become links (they could come from a profile, and an
// authored link is written as one), and raw HTML is dropped, never passed on.
var engine = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParserOptions(gfm.Options()...),
		goldmark.WithExtensions(blocks{}, alerts{}, tasks{}, links{}),
	)
})

// What a conversion carries in goldmark's context: its scope, and the nodes
// that the transformers of this package look for.
var (
	scopeKey = parser.NewContextKey()
	nodesKey = parser.NewContextKey()
)

// nodes lists the nodes of a piece by kind. The tree is walked once for all
// transformers, and they can change it without walking it at the same time.
func nodes(doc ast.Node, context parser.Context) map[ast.NodeKind][]ast.Node {
	return context.ComputeIfAbsent(nodesKey, func() any {
		found := map[ast.NodeKind][]ast.Node{}
		_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n.Kind() {
			case ast.KindBlockquote, ast.KindHeading, ast.KindLink, ast.KindAutoLink, ast.KindImage, extast.KindTaskCheckBox:
				found[n.Kind()] = append(found[n.Kind()], n)
			}
			return ast.WalkContinue, nil
		})
		return found
	}).(map[ast.NodeKind][]ast.Node)
}

// scope is where on the page pieces of Markdown stand: what their boxes are
// named after, and what their links can reach. It serves the pieces of one
// item after each other, not at once.
type scope struct {
	anchors *anchors
	prefix  string // ID of the item
	boxes   int    // task boxes so far
	heading int    // level of the first heading inside
	lines   int    // estimate of the printed lines of the pieces so far
}

// nextBox is the ID of the next task box. The dot is in no key: the first box of
// item x has not the ID of an item x-1.
func (s *scope) nextBox() string {
	s.boxes++
	return s.prefix + "." + strconv.Itoa(s.boxes)
}

// html converts Markdown to blocks.
func (s *scope) html(md generator.Markdown) template.HTML {
	if plain(md) {
		s.lines += lineCount(len(md))
		return template.HTML("<p>" + md + "</p>\n")
	}
	out, _ := s.convert(md)
	return out
}

// inline converts Markdown that is one paragraph to the inside of it. For
// anything longer it returns false, and the blocks.
func (s *scope) inline(md generator.Markdown) (template.HTML, bool) {
	if plain(md) {
		s.lines += lineCount(len(md))
		return template.HTML(md), true
	}
	out, doc := s.convert(md)
	first := doc.FirstChild()
	if first == nil || first.Kind() != ast.KindParagraph || first.NextSibling() != nil {
		return out, first == nil
	}
	inner := strings.TrimPrefix(strings.TrimSpace(string(out)), "<p>")
	return template.HTML(strings.TrimSuffix(inner, "</p>")), true // goldmark's own output
}

// plain reports whether nothing in the text means anything to Markdown or
// HTML, so that it is a paragraph as it stands. Half of the pieces are.
func plain(md generator.Markdown) bool {
	if md == "" || !letter(md[0]) || md[len(md)-1] == ' ' {
		return false
	}
	for i := range len(md) {
		if c := md[i]; !letter(c) && strings.IndexByte(" 0123456789.,:;'()/-", c) < 0 {
			return false
		}
	}
	return true
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func (s *scope) convert(md generator.Markdown) (template.HTML, ast.Node) {
	source := []byte(md)
	context := parser.NewContext()
	context.Set(scopeKey, s)
	doc := engine().Parser().Parse(text.NewReader(source), parser.WithContext(context))
	s.lines += printedLines(doc)
	out := sinks.Get().(*sink)
	defer sinks.Put(out)
	out.Reset()
	// It only fails where writing fails, and a buffer takes everything.
	_ = engine().Renderer().Render(out, source, doc)
	return template.HTML(out.String()), doc // goldmark without raw HTML
}

// sinks are used again: a piece is small, but there are hundreds.
var sinks = sync.Pool{New: func() any { return new(sink) }}

// sink is a buffer that goldmark writes to as it is. Around anything else it
// puts a buffer of its own, anew for each piece.
type sink struct{ bytes.Buffer }

func (*sink) Buffered() int { return 0 }
func (*sink) Flush() error  { return nil }
