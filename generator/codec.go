package generator

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
)

// The coded form of an expression, in which it is evaluated and stored: a byte
// for the kind of a node, then its parts, numbers as varints and texts with
// their length in front. Parts that evaluation may pass over or come to again
// have their length in front, too.

// The kinds of node of an expression that evaluation knows.
const (
	astNil  = iota
	astPath // a name, or one below it: "a", "a.b"
	astInteger
	astFloat
	astTrue
	astFalse
	astString
	astMember
	astOptional // a member with ?.
	astChain
	astPointer
	astNot
	astMinus
	astBinary
	astConditional
	astArray
	astBuiltin
	astCall
	astPredicate
)

// binaryOperators are those that evaluation knows; the code names them by
// their place in this list.
var binaryOperators = [...]string{
	"&&", "and", "||", "or", "??", "==", "!=", "in", "contains", "startsWith", "endsWith", "matches",
	"+", "-", "*", "/", "%", "<", "<=", ">", ">=",
}

// unnumbered are the names of code in which none has a number.
var unnumbered *names

// appendAST appends the code of a tree; ok is false if it has a node that
// evaluation does not know. The code gives names their numbers, as far as they
// have one.
func (known *names) appendAST(b []byte, n ast.Node) (out []byte, ok bool) {
	nodes := func(b []byte, nodes ...ast.Node) ([]byte, bool) {
		for _, c := range nodes {
			if b, ok = known.appendAST(b, c); !ok {
				return nil, false
			}
		}
		return b, true
	}
	measured := func(b []byte, nodes ...ast.Node) ([]byte, bool) {
		for _, c := range nodes {
			part, ok := known.appendAST(nil, c)
			if !ok {
				return nil, false
			}
			b = appendText(b, string(part))
		}
		return b, true
	}
	switch n := n.(type) {
	case *ast.NilNode:
		return append(b, astNil), true
	case *ast.IdentifierNode:
		return known.appendPath(b, n.Value), true
	case *ast.IntegerNode:
		return binary.AppendVarint(append(b, astInteger), int64(n.Value)), true
	case *ast.FloatNode:
		return binary.AppendUvarint(append(b, astFloat), math.Float64bits(n.Value)), true
	case *ast.BoolNode:
		if n.Value {
			return append(b, astTrue), true
		}
		return append(b, astFalse), true
	case *ast.StringNode:
		return appendText(append(b, astString), n.Value), true
	case *ast.PointerNode:
		return appendText(append(b, astPointer), n.Name), true
	case *ast.MemberNode:
		if path := dotted(n); path != "" && strings.Count(path, ".") == depth(n) {
			return known.appendPath(b, path), true
		}
		if n.Optional {
			return nodes(append(b, astOptional), n.Node, n.Property)
		}
		return nodes(append(b, astMember), n.Node, n.Property)
	case *ast.ChainNode:
		return nodes(append(b, astChain), n.Node)
	case *ast.UnaryNode:
		return appendUnary(b, n, nodes)
	case *ast.BinaryNode:
		op := slices.Index(binaryOperators[:], n.Operator)
		if op < 0 {
			return nil, false
		}
		if b, ok = nodes(append(b, astBinary, byte(op)), n.Left); !ok {
			return nil, false
		}
		return measured(b, n.Right)
	case *ast.ConditionalNode:
		if b, ok = nodes(append(b, astConditional), n.Cond); !ok {
			return nil, false
		}
		return measured(b, n.Exp1, n.Exp2)
	case *ast.ArrayNode:
		return nodes(binary.AppendUvarint(append(b, astArray), uint64(len(n.Nodes))), n.Nodes...)
	case *ast.BuiltinNode:
		b = appendText(append(b, astBuiltin), n.Name)
		return nodes(binary.AppendUvarint(b, uint64(len(n.Arguments))), n.Arguments...)
	case *ast.CallNode:
		callee, known := n.Callee.(*ast.IdentifierNode)
		if !known {
			return nil, false
		}
		b = appendText(append(b, astCall), callee.Value)
		return nodes(binary.AppendUvarint(b, uint64(len(n.Arguments))), n.Arguments...)
	case *ast.PredicateNode:
		return measured(append(b, astPredicate), n.Node)
	}
	return nil, false
}

// appendPath appends a name with its number, counted from 1; 0 is for one that
// has none.
func (known *names) appendPath(b []byte, name string) []byte {
	number := 0
	if known != nil {
		if i, ok := known.number[name]; ok {
			number = i + 1
		}
	}
	return appendText(binary.AppendUvarint(append(b, astPath), uint64(number)), name)
}

// path reads what appendPath appended, behind the kind.
func (r *reader) path() (number int, name string) {
	return int(r.uint()) - 1, r.text()
}

func appendUnary(b []byte, n *ast.UnaryNode, nodes func([]byte, ...ast.Node) ([]byte, bool)) ([]byte, bool) {
	switch n.Operator {
	case "-":
		return nodes(append(b, astMinus), n.Node)
	case "!", "not":
		return nodes(appendText(append(b, astNot), n.Operator), n.Node)
	}
	return nil, false
}

// depth is how many members deep a chain of members is: as many as its name has
// dots, unless one of its names has a dot itself.
func depth(n ast.Node) int {
	if m, ok := n.(*ast.MemberNode); ok {
		return 1 + depth(m.Node)
	}
	return 0
}

// ast reads the tree back. The location of a node is where its code begins.
func (r *reader) ast() ast.Node {
	start := r.at
	n := r.node()
	n.SetLocation(file.Location{From: start, To: r.at})
	return n
}

func (r *reader) node() ast.Node {
	switch kind := r.byte(); kind {
	case astPath:
		_, path := r.path()
		name, rest, more := strings.Cut(path, ".")
		var n ast.Node = &ast.IdentifierNode{Value: name}
		for more {
			name, rest, more = strings.Cut(rest, ".")
			n = &ast.MemberNode{Node: n, Property: &ast.StringNode{Value: name}}
		}
		return n
	case astInteger:
		return &ast.IntegerNode{Value: r.int()}
	case astFloat:
		return &ast.FloatNode{Value: r.float()}
	case astTrue, astFalse:
		return &ast.BoolNode{Value: kind == astTrue}
	case astString:
		return &ast.StringNode{Value: r.text()}
	case astPointer:
		return &ast.PointerNode{Name: r.text()}
	case astMember, astOptional:
		return &ast.MemberNode{Node: r.ast(), Property: r.ast(), Optional: kind == astOptional}
	case astChain:
		return &ast.ChainNode{Node: r.ast()}
	case astNot:
		return &ast.UnaryNode{Operator: r.text(), Node: r.ast()}
	case astMinus:
		return &ast.UnaryNode{Operator: "-", Node: r.ast()}
	case astBinary:
		return &ast.BinaryNode{Operator: r.operator(), Left: r.ast(), Right: r.measured()}
	case astConditional:
		return &ast.ConditionalNode{Ternary: true, Cond: r.ast(), Exp1: r.measured(), Exp2: r.measured()}
	case astArray:
		return &ast.ArrayNode{Nodes: r.asts()}
	case astBuiltin:
		return &ast.BuiltinNode{Name: r.text(), Arguments: r.asts()}
	case astCall:
		return &ast.CallNode{Callee: &ast.IdentifierNode{Value: r.text()}, Arguments: r.asts()}
	case astPredicate:
		return &ast.PredicateNode{Node: r.measured()}
	case astNil:
	default:
		r.err = errPrecompiled
	}
	return &ast.NilNode{}
}

func (r *reader) asts() []ast.Node {
	nodes := make([]ast.Node, r.count())
	for i := range nodes {
		nodes[i] = r.ast()
	}
	return nodes
}

// measured is a tree with its length in front.
func (r *reader) measured() ast.Node {
	r.count()
	return r.ast()
}

func (r *reader) operator() string {
	op := int(r.byte())
	if op >= len(binaryOperators) {
		r.err = errPrecompiled
		return ""
	}
	return binaryOperators[op]
}

func (r *reader) float() float64 { return math.Float64frombits(r.uint()) }
