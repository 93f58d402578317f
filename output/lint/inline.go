package lint

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

var inlineRules = []rule{
	{"MD033", "raw HTML", "formats leave it out: write Markdown, and what the reader puts in as `<name>` in backticks", rawHTML},
	{"MD036", "an emphasis in place of a heading", "make it part of a sentence, or end it with a colon", emphasisAsHeading},
	{"MD037", "spaces within the marks of an emphasis", "put the marks next to the words, or a \\ before a mark that is none", emphasisSpaces},
	{"MD038", "spaces within a code span", "put the backticks next to the code", codeSpaces},
	{"MD049", "an emphasis of another style than the first one", "write all with *", emphasisStyle(1)},
	{"MD050", "bold of another style than the first one", "write all with **", emphasisStyle(2)},
}

var tag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$)`) })

func rawHTML(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		if segments := n.(*ast.RawHTML).Segments; segments.Len() > 0 {
			if first := segments.At(0); tag().Match(first.Value(d.src)) {
				found(d.line(first.Start))
			}
		}
	}, ast.KindRawHTML)
	d.each(func(n ast.Node) {
		for i := d.first(n); i <= d.last(n); i++ {
			if tag().MatchString(d.text(i)) {
				found(i)
			}
		}
	}, ast.KindHTMLBlock)
}

func emphasisAsHeading(d *document, found func(int)) {
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindParagraph || n.ChildCount() != 1 || n.FirstChild().Kind() != ast.KindEmphasis {
			continue
		}
		inner := n.FirstChild()
		text, ok := inner.FirstChild().(*ast.Text)
		if !ok || inner.ChildCount() != 1 {
			continue
		}
		if value := string(text.Value(d.src)); !strings.ContainsAny(lastRune(value), ".,;:!?。，；：！？") && !strings.Contains(value, `\`) {
			found(d.first(n))
		}
	}
}

// prose is a paragraph or the like with everything that is not plain text
// turned into letters: code, links, HTML, escapes.
type prose struct {
	first int // number of the first line
	lines []string
}

func (d *document) prose() []prose {
	var all []prose
	for _, block := range d.blocks {
		first := block.FirstChild()
		if first == nil || first.Type() != ast.TypeInline || block.Lines().Len() == 0 {
			continue
		}
		from, to := block.Lines().At(0).Start, block.Lines().At(block.Lines().Len()-1).Stop
		if !bytes.ContainsAny(d.src[from:to], "*_[") {
			continue // nothing that a rule looks for
		}
		masked := bytes.Repeat([]byte("x"), to-from)
		for i, c := range d.src[from:to] {
			if c == '\n' {
				masked[i] = c
			}
		}
		_ = ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			switch n := n.(type) {
			case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *ast.Link, *ast.Image:
				return ast.WalkSkipChildren, nil
			case *ast.Text:
				if entering {
					copy(masked[n.Segment.Start-from:], d.src[n.Segment.Start:n.Segment.Stop])
				}
			}
			return ast.WalkContinue, nil
		}) // it cannot fail
		text := strings.TrimSuffix(escaped().ReplaceAllString(string(masked), "xx"), "\n")
		if strings.ContainsAny(text, "*_[") {
			all = append(all, prose{d.line(from), strings.Split(text, "\n")})
		}
	}
	return all
}

var (
	escaped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\[[:punct:]]`) })
	marks   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[*]+|_+`) })
)

// emphasisSpaces looks at the marks that became no emphasis, in pairs.
func emphasisSpaces(d *document, found func(int)) {
	type place struct {
		line       int
		after, end string // what stands behind the mark, and before it
	}
	for _, p := range d.proses {
		open := map[string]*place{}
		for i, line := range p.lines {
			for _, at := range marks().FindAllStringIndex(line, -1) {
				mark := line[at[0]:at[1]]
				if len(mark) > 3 {
					continue
				}
				now := &place{p.first + i, line[at[1]:], line[:at[0]]}
				before := open[mark]
				if before == nil {
					open[mark] = now
					continue
				}
				delete(open, mark)
				if spaceBefore(before.after) {
					found(before.line)
				}
				if trimmed := strings.TrimRight(now.end, " \t"); trimmed != "" && trimmed != now.end {
					found(now.line)
				}
			}
		}
	}
}

// spaceBefore reports whether a text begins with a space that something follows.
func spaceBefore(s string) bool {
	trimmed := strings.TrimLeft(s, " \t")
	return trimmed != "" && trimmed != s
}

func codeSpaces(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		first, last := n.FirstChild(), n.LastChild()
		if first == nil {
			return
		}
		from, to := first.(*ast.Text).Segment.Start, last.(*ast.Text).Segment.Stop
		for from > 0 && d.src[from-1] != '`' { // what the parser has taken away
			from--
		}
		for to < len(d.src) && d.src[to] != '`' {
			to++
		}
		raw := string(d.src[from:to])
		content := strings.TrimSpace(raw)
		if content == "" {
			return
		}
		before, after := len(raw)-len(strings.TrimLeft(raw, " ")), len(raw)-len(strings.TrimRight(raw, " "))
		padded := before > 0 && after > 0
		for _, side := range []struct {
			spaces   int
			backtick bool
			line     int
		}{
			{before, content[0] == '`', d.line(from)},
			{after, content[len(content)-1] == '`', d.line(to)},
		} {
			if padded || side.backtick {
				side.spaces--
			}
			if side.spaces > 0 {
				found(side.line)
			}
		}
	}, ast.KindCodeSpan)
}

func emphasisStyle(level int) func(d *document, found func(int)) {
	return func(d *document, found func(int)) {
		first := byte(0)
		d.inlines(func(n ast.Node) {
			e := n.(*ast.Emphasis)
			if e.Level != level || e.Pos() < 0 {
				return
			}
			mark := d.src[e.Pos()]
			if first == 0 {
				first = mark
			}
			if mark != first {
				found(d.line(e.Pos()))
				found(d.endOf(e))
			}
		}, ast.KindEmphasis)
	}
}

// endOf is the line in which an inline node ends.
func (d *document) endOf(n ast.Node) int {
	for n.LastChild() != nil {
		n = n.LastChild()
	}
	if t, ok := n.(*ast.Text); ok {
		return d.line(t.Segment.Stop - 1)
	}
	return d.line(max(n.Pos(), 0))
}
