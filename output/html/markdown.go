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
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// engine is goldmark with tables, strikethrough, task boxes and what the files
// of this package add. Two options of GitHub's dialect are left out on purpose:
// bare addresses do not become links (they could come from a profile, and an
// authored link is written as one), and raw HTML is dropped, never passed on.
var engine = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParserOptions(gfm.Options()...),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(
			util.Prioritized(blocks{}, 100), util.Prioritized(alerts{}, 100), util.Prioritized(tasks{}, 100),
		)),
	)
})

// nodes are those of a piece that are changed before it is shown. The tree is
// walked once for all of them, and then changed without walking it at the same
// time.
type nodes struct{ quotes, headings, boxes, images, links, autoLinks []ast.Node }

// find looks for them; their places in memory serve one piece after the other.
func (f *nodes) find(doc ast.Node) {
	*f = nodes{f.quotes[:0], f.headings[:0], f.boxes[:0], f.images[:0], f.links[:0], f.autoLinks[:0]}
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindBlockquote:
			f.quotes = append(f.quotes, n)
		case ast.KindHeading:
			f.headings = append(f.headings, n)
		case extast.KindTaskCheckBox:
			f.boxes = append(f.boxes, n)
		case ast.KindImage:
			f.images = append(f.images, n)
		case ast.KindLink:
			f.links = append(f.links, n)
		case ast.KindAutoLink:
			f.autoLinks = append(f.autoLinks, n)
		}
		return ast.WalkContinue, nil
	}) // the function cannot fail
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
	found   nodes  // of the piece that is converted
}

// nextBox is the ID of the next task box. The dot is in no key: the first box of
// item x has not the ID of an item x-1.
func (s *scope) nextBox() string {
	s.boxes++
	return s.prefix + "." + strconv.Itoa(s.boxes)
}

// html converts Markdown to blocks.
func (s *scope) html(md generator.Markdown) template.HTML {
	if md == "" {
		return ""
	}
	if gfm.Plain(string(md)) {
		s.lines += lineCount(len(md))
		return template.HTML("<p>" + md + "</p>\n")
	}
	out, _ := s.convert(md)
	return out
}

// inline converts Markdown that is one paragraph to the inside of it. For
// anything longer it returns false, and the blocks.
func (s *scope) inline(md generator.Markdown) (template.HTML, bool) {
	if md == "" {
		return "", true
	}
	if gfm.Plain(string(md)) {
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

func (s *scope) convert(md generator.Markdown) (template.HTML, ast.Node) {
	source := []byte(md)
	doc := engine().Parser().Parse(text.NewReader(source))
	s.found.find(doc)
	s.showAlerts(source)
	s.nameBoxes()
	s.checkLinks(source)
	s.placeHeadings()
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
