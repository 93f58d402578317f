package html

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// alertKinds are GitHub's five, and the word that each shows.
var alertKinds = map[string]string{
	"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution",
}

// alerts makes a call-out of a block quote whose first line is a marker such
// as [!NOTE].
type alerts struct{}

var kindAlert = ast.NewNodeKind("Alert")

type alert struct {
	ast.BaseBlock
	kind string
}

func (n *alert) Kind() ast.NodeKind { return kindAlert }

func (n *alert) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Kind": n.kind}, nil)
}

// showAlerts makes the call-outs of a piece.
func (s *scope) showAlerts(source []byte) {
	for _, quote := range s.found.quotes {
		kind := alertKind(quote, source)
		if kind == "" {
			continue
		}
		n := &alert{kind: kind}
		for c := quote.FirstChild(); c != nil; c = quote.FirstChild() {
			n.AppendChild(n, c)
		}
		dropFirstLine(n.FirstChild())
		quote.Parent().ReplaceChild(quote.Parent(), quote, n)
	}
}

// alertKind reads the marker, which stands alone on the first line.
func alertKind(quote ast.Node, source []byte) string {
	p, ok := quote.FirstChild().(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return ""
	}
	line := p.Lines().At(0)
	marker := bytes.TrimSpace(line.Value(source))
	if len(marker) < 4 || !bytes.HasPrefix(marker, []byte("[!")) || marker[len(marker)-1] != ']' {
		return ""
	}
	kind := strings.ToLower(string(marker[2 : len(marker)-1]))
	if alertKinds[kind] == "" {
		return ""
	}
	return kind
}

// dropFirstLine takes the marker out of the paragraph, and the paragraph
// where nothing else is in it.
func dropFirstLine(p ast.Node) {
	for c := p.FirstChild(); c != nil; c = p.FirstChild() {
		t, ok := c.(*ast.Text)
		p.RemoveChild(p, c)
		if ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			break
		}
	}
	if p.FirstChild() == nil {
		p.Parent().RemoveChild(p.Parent(), p)
	}
}

func (e alerts) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) { r.Register(kindAlert, e.render) }

func (alerts) render(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</div>\n")
		return ast.WalkContinue, nil
	}
	kind := n.(*alert).kind
	_, _ = w.WriteString(`<div role="note" class="alert ` + kind + `"><p class="alert-title">` + alertKinds[kind] + "</p>\n")
	return ast.WalkContinue, nil
}
