package generator

import (
	"encoding/binary"

	"github.com/expr-lang/expr/ast"
)

// The stored form of syntax trees of expressions: one byte for the kind, then
// its parts, numbers as varints and texts with their length in front.

// The kinds of node of an expression that evaluation knows.
const (
	astNil = iota
	astIdentifier
	astInteger
	astBool
	astString
	astMember
	astChain
	astPointer
	astUnary
	astBinary
	astConditional
	astArray
	astBuiltin
	astCall
	astPredicate
)

// appendAST stores a tree; ok is false if it has a node that is left to the
// parser.
func appendAST(b []byte, n ast.Node) (out []byte, ok bool) {
	list := func(kind byte, name string, nodes ...ast.Node) ([]byte, bool) {
		b = append(b, kind)
		b = appendText(b, name)
		b = binary.AppendUvarint(b, uint64(len(nodes)))
		for _, c := range nodes {
			if b, ok = appendAST(b, c); !ok {
				return nil, false
			}
		}
		return b, true
	}
	switch n := n.(type) {
	case *ast.NilNode:
		return append(b, astNil), true
	case *ast.IdentifierNode:
		return appendText(append(b, astIdentifier), n.Value), true
	case *ast.IntegerNode:
		return binary.AppendVarint(append(b, astInteger), int64(n.Value)), true
	case *ast.BoolNode:
		if n.Value {
			return append(b, astBool, 1), true
		}
		return append(b, astBool, 0), true
	case *ast.StringNode:
		return appendText(append(b, astString), n.Value), true
	case *ast.PointerNode:
		return appendText(append(b, astPointer), n.Name), true
	case *ast.MemberNode:
		if n.Optional {
			return nil, false
		}
		return list(astMember, "", n.Node, n.Property)
	case *ast.ChainNode:
		return list(astChain, "", n.Node)
	case *ast.UnaryNode:
		return list(astUnary, n.Operator, n.Node)
	case *ast.BinaryNode:
		return list(astBinary, n.Operator, n.Left, n.Right)
	case *ast.ConditionalNode:
		return list(astConditional, "", n.Cond, n.Exp1, n.Exp2)
	case *ast.ArrayNode:
		return list(astArray, "", n.Nodes...)
	case *ast.BuiltinNode:
		return list(astBuiltin, n.Name, n.Arguments...)
	case *ast.CallNode:
		return list(astCall, "", append([]ast.Node{n.Callee}, n.Arguments...)...)
	case *ast.PredicateNode:
		return list(astPredicate, "", n.Node)
	}
	return nil, false
}

func (r *reader) ast() ast.Node {
	kind := r.byte()
	switch kind {
	case astNil:
		return &ast.NilNode{}
	case astIdentifier:
		return &ast.IdentifierNode{Value: r.text()}
	case astInteger:
		return &ast.IntegerNode{Value: r.int()}
	case astBool:
		return &ast.BoolNode{Value: r.byte() == 1}
	case astString:
		return &ast.StringNode{Value: r.text()}
	case astPointer:
		return &ast.PointerNode{Name: r.text()}
	}
	name, n := r.text(), r.count()
	if r.err == nil && n < minNodes(kind) {
		r.err = errPrecompiled
	}
	if r.err != nil {
		return &ast.NilNode{}
	}
	switch kind { // the parts are read in the order they are named
	case astMember:
		return &ast.MemberNode{Node: r.ast(), Property: r.ast()}
	case astChain:
		return &ast.ChainNode{Node: r.ast()}
	case astUnary:
		return &ast.UnaryNode{Operator: name, Node: r.ast()}
	case astBinary:
		return &ast.BinaryNode{Operator: name, Left: r.ast(), Right: r.ast()}
	case astConditional:
		return &ast.ConditionalNode{Ternary: true, Cond: r.ast(), Exp1: r.ast(), Exp2: r.ast()}
	case astArray:
		return &ast.ArrayNode{Nodes: r.asts(n)}
	case astBuiltin:
		return &ast.BuiltinNode{Name: name, Arguments: r.asts(n)}
	case astCall:
		return &ast.CallNode{Callee: r.ast(), Arguments: r.asts(n - 1)}
	case astPredicate:
		return &ast.PredicateNode{Node: r.ast()}
	}
	r.err = errPrecompiled
	return &ast.NilNode{}
}

func (r *reader) asts(n int) []ast.Node {
	nodes := make([]ast.Node, n)
	for i := range nodes {
		nodes[i] = r.ast()
	}
	return nodes
}

func minNodes(kind byte) int {
	switch kind {
	case astMember, astBinary:
		return 2
	case astConditional:
		return 3
	case astChain, astUnary, astCall, astPredicate:
		return 1
	}
	return 0
}
