package generator

import "github.com/expr-lang/expr/ast"

// conclude collects what must be true where n is: n itself, the parts of an
// "and", and what a derived value is made of.
func (p *prover) conclude(n ast.Node, have map[string]bool) {
	have[n.String()] = true
	switch n := n.(type) {
	case *ast.BinaryNode:
		if n.Operator == "&&" || n.Operator == "and" {
			p.conclude(n.Left, have)
			p.conclude(n.Right, have)
		}
	case *ast.IdentifierNode, *ast.MemberNode:
		if v := p.w.values[dotted(n)]; v != nil {
			p.conclude(v.Expr.tree(), have)
		}
	}
}

// follows reports whether n is true where all of have are.
func (p *prover) follows(n ast.Node, have map[string]bool) bool {
	if have[n.String()] {
		return true
	}
	switch n := n.(type) {
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and":
			return p.follows(n.Left, have) && p.follows(n.Right, have)
		case "||", "or":
			return p.follows(n.Left, have) || p.follows(n.Right, have)
		}
	case *ast.IdentifierNode, *ast.MemberNode:
		if v := p.w.values[dotted(n)]; v != nil {
			return p.follows(v.Expr.tree(), have)
		}
	}
	return false
}
