package html

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tasks gives task boxes a label: goldmark's own boxes have none, which makes
// them useless to a screen reader, and are locked.
type tasks struct{}

var kindLabel = ast.NewNodeKind("TaskLabel")

// label is a task box and the text that says what is ticked.
type label struct {
	ast.BaseInline
	id      string
	checked bool
}

func (n *label) Kind() ast.NodeKind { return kindLabel }

func (n *label) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"ID": n.id}, nil)
}

// nameBoxes makes labels of the boxes of a piece.
func (s *scope) nameBoxes() {
	for _, box := range s.found.boxes {
		line := box.Parent()
		n := &label{id: s.nextBox(), checked: box.(*extast.TaskCheckBox).IsChecked}
		for c := box.NextSibling(); c != nil; c = box.NextSibling() {
			n.AppendChild(n, c)
		}
		line.ReplaceChild(line, box, n)
		if list := line.Parent().Parent(); list != nil {
			list.SetAttributeString("class", []byte("tasks"))
		}
	}
}

func (e tasks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) { r.Register(kindLabel, e.render) }

func (tasks) render(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*label)
	if !entering {
		if n.HasChildren() {
			_, _ = w.WriteString("</label>")
		}
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString(`<input type="checkbox" id="` + n.id + `"`)
	if n.checked {
		_, _ = w.WriteString(" checked")
	}
	if n.HasChildren() {
		_, _ = w.WriteString(`><label for="` + n.id + `">`)
	} else {
		_, _ = w.WriteString(` aria-label="Done">`)
	}
	return ast.WalkContinue, nil
}
