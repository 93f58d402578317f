package html

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// checkLinks keeps a link only where the page may follow it (see
// anchors.resolve); otherwise its text stays and the link goes. Pictures go too,
// but for their description: the page is one file and loads nothing.
func (s *scope) checkLinks(source []byte) {
	for _, n := range s.found.images {
		unwrap(n)
	}
	for _, n := range s.found.links {
		link := n.(*ast.Link)
		to, ok := s.anchors.resolve(string(link.Destination))
		if !ok {
			unwrap(link)
			continue
		}
		link.Destination, link.Title = []byte(to), nil
	}
	for _, n := range s.found.autoLinks {
		link := n.(*ast.AutoLink)
		if n.Parent() != nil && link.AutoLinkType == ast.AutoLinkURL && !followable(string(link.URL(source))) {
			n.Parent().ReplaceChild(n.Parent(), n, ast.NewString(link.Label(source)))
		}
	}
}

// unwrap puts the children of n in its place, if it has one: the marker of an
// alert, which may be a link, has been taken away.
func unwrap(n ast.Node) {
	parent := n.Parent()
	if parent == nil {
		return
	}
	for c := n.FirstChild(); c != nil; c = n.FirstChild() {
		parent.InsertBefore(parent, n, c)
	}
	parent.RemoveChild(parent, n)
}

// plainText is what is written inside n, without its marks.
func plainText(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := c.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(source))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
