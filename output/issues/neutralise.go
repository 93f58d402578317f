package issues

import (
	"cmp"
	"slices"
	"strings"

	"runbook/output/gfm"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// neutralise returns Markdown that renders the same and in which nothing
// outside code mentions a person, refers to an issue, a commit or a pull
// request, or makes GitHub write into another issue's timeline. host is the
// tracker's own web host, "" for github.com.
//
// Code stays as it is to the byte, so that commands can be copied. What is code
// is the parser's word: backticks, lists, quotes and tables decide it together,
// and a guess that is wrong once lets a mention through.
func neutralise(md, host string) string {
	if !suspect(md) {
		return md
	}
	var b strings.Builder
	from := 0
	for _, c := range codeRanges(md) {
		b.WriteString(inline(md[from:c.start], host))
		b.WriteString(md[c.start:c.end])
		from = c.end
	}
	b.WriteString(inline(md[from:], host))
	return b.String()
}

// suspect tells whether a text may have something to neutralise. Most have not,
// and parsing is the dear part.
func suspect(md string) bool {
	if strings.ContainsAny(md, "@#&") || strings.Contains(md, "://") || strings.Contains(md, "www.") {
		return true
	}
	digits := 0
	for i := range len(md) {
		switch c := md[i]; {
		case c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f':
			if digits++; digits == 40 {
				return true
			}
			continue
		case c == '-' && i > 0 && (md[i-1]|0x20 == 'h' || md[i-1] == '\\'): // GH-1
			return true
		}
		digits = 0
	}
	return false
}

// span is a part of a text.
type span struct{ start, end int }

// codeRanges finds the insides of code blocks and code spans, in order.
func codeRanges(md string) []span {
	source := []byte(md)
	var found []span
	lines := func(n ast.Node) {
		for i := range n.Lines().Len() {
			at := n.Lines().At(i)
			found = append(found, span{at.Start, at.Stop})
		}
	}
	// Walk fails only if the function does.
	_ = ast.Walk(gfm.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.(type) {
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			lines(n)
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					found = append(found, span{t.Segment.Start, t.Segment.Stop})
				}
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(found, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	kept := found[:0]
	end := 0
	for _, s := range found { // table cells may be looked at twice
		if s.start >= end && s.end > s.start && s.end <= len(md) {
			kept = append(kept, s)
			end = s.end
		}
	}
	return kept
}
