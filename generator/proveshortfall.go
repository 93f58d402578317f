package generator

import "github.com/expr-lang/expr/ast"

// shortfall measures how far conditions are from what is wanted of them: 0
// when they come out so, else about the number of comparisons that would have
// to come out differently. It guides the search for a profile.
type shortfall struct {
	w     *Workflow
	scope *scope
	known map[wanted]int // of derived values
}

type wanted struct {
	key  string
	want bool
}

// never is the shortfall of what no profile can change.
const never = 1000

// of is the shortfall of e; nil holds always.
func (m *shortfall) of(e *Expression, want bool) int {
	if e == nil {
		return constant(want)
	}
	return m.node(e, e.tree(), want)
}

func constant(asWanted bool) int {
	if asWanted {
		return 0
	}
	return never
}

func (m *shortfall) node(e *Expression, n ast.Node, want bool) int {
	switch n := n.(type) {
	case *ast.BoolNode:
		return constant(n.Value == want)
	case *ast.UnaryNode:
		if n.Operator != "-" {
			return m.node(e, n.Node, !want)
		}
	case *ast.ConditionalNode:
		return min(m.node(e, n.Cond, true)+m.node(e, n.Exp1, want), m.node(e, n.Cond, false)+m.node(e, n.Exp2, want), never)
	case *ast.IdentifierNode, *ast.MemberNode:
		if v := m.w.values[dotted(n)]; v != nil {
			return m.value(v, want)
		}
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and", "||", "or":
			left, right := m.node(e, n.Left, want), m.node(e, n.Right, want)
			if and := n.Operator == "&&" || n.Operator == "and"; and == want {
				return min(left+right, never)
			}
			return min(left, right)
		case "==", "!=", "<", "<=", ">", ">=":
			if literal(n.Right) != nil {
				return m.compared(e, n.Left, n, want)
			}
		}
	}
	return m.leaf(e, n.Location().From, want)
}

func (m *shortfall) value(v *Value, want bool) int {
	key := wanted{v.Key, want}
	d, ok := m.known[key]
	if !ok {
		d = m.node(v.Expr, v.Expr.tree(), want)
		m.known[key] = d
	}
	return d
}

// compared is the shortfall of a comparison with a constant. Where conditions
// choose what is compared, each way to a choice that will do counts.
func (m *shortfall) compared(e *Expression, left ast.Node, n *ast.BinaryNode, want bool) int {
	if v := m.w.values[dotted(left)]; v != nil {
		return m.compared(v.Expr, v.Expr.tree(), n, want)
	}
	if c, ok := left.(*ast.ConditionalNode); ok {
		return min(
			m.node(e, c.Cond, true)+m.compared(e, c.Exp1, n, want),
			m.node(e, c.Cond, false)+m.compared(e, c.Exp2, n, want), never)
	}
	code, _ := unnumbered.appendAST(nil, &ast.BinaryNode{Operator: n.Operator, Left: left, Right: n.Right})
	d := m.leaf(&Expression{Source: n.String(), pos: e.pos, code: string(code)}, 0, want)
	if d > 0 && literal(left) != nil {
		return never
	}
	return d
}

// leaf evaluates a part, whose code begins at a place, that is not taken apart
// further. One that cannot be evaluated for this profile is as far away as any
// other.
func (m *shortfall) leaf(e *Expression, at int, want bool) (d int) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(evalError); !ok {
				panic(r)
			}
			d = 1
		}
	}()
	x := e.evaluator(m.scope)
	x.at = at
	if x.truth() == want {
		return 0
	}
	return 1
}
