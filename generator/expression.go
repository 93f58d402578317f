package generator

import (
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// Expression is a condition or a computed value over the fields of a profile
// and the values derived from them. Syntax and types are those of expr-lang;
// evaluation is ours, because a reader must be told which part of a condition
// decided.
type Expression struct {
	Source string
	pos    Pos
	code   string // the syntax tree in the form in which it is evaluated

	numbered bool // the names in the code have their numbers

	looked atomic.Pointer[anatomy]
	memory atomic.Pointer[conditionMemory]
}

// anatomy is what an expression is made of. Most runs ask few expressions for
// more than their value.
type anatomy struct {
	tree     ast.Node
	names    []string // dotted, sorted
	patterns map[string]*Pattern
}

const maxExpression = 4000 // bytes

// parseExpression checks the syntax; names and types are checked against a
// workflow later.
func parseExpression(source string, pos Pos) (*Expression, *Problem) {
	if len(source) > maxExpression {
		return nil, &Problem{Pos: pos, Message: fmt.Sprintf("the expression has %d bytes, more than %d", len(source), maxExpression)}
	}
	tree, err := parser.Parse(source)
	if err != nil {
		why, hint := unreadable(err.Error())
		return nil, &Problem{Pos: pos, Message: fmt.Sprintf("the expression %q cannot be read: %s", source, why), Hint: hint}
	}
	e := &Expression{Source: source, pos: pos}
	w := newExprWalker()
	w.walk(tree.Node)
	code, ok := unnumbered.appendAST(nil, tree.Node)
	if !ok && w.fault == "" {
		w.fault = "uses a form that is not supported here"
	}
	if w.fault != "" {
		return nil, &Problem{Pos: pos, Message: fmt.Sprintf("the expression %q %s", source, w.fault), Hint: w.hint}
	}
	e.code = string(code)
	return e, nil
}

// number gives the names in the code their numbers. It is for when all names are
// known, before the expression is used.
func (e *Expression) number(known *names) {
	r := reader{s: e.code}
	code, _ := known.appendAST(nil, r.ast())
	e.code, e.numbered = string(code), true
	e.looked.Store(nil) // it knows places in the code
}

// part is the expression that a node of the tree is by itself.
func (e *Expression) part(n ast.Node) *Expression {
	at := n.Location()
	return &Expression{Source: n.String(), pos: e.pos, code: e.code[at.From:at.To]}
}

// anatomy looks at the expression when it is first asked for.
func (e *Expression) anatomy() *anatomy {
	if e.looked.Load() == nil {
		r := reader{s: e.code}
		tree := r.ast()
		w := newExprWalker()
		w.walk(tree)
		e.looked.CompareAndSwap(nil, &anatomy{tree, sortedKeys(w.seen), w.patterns})
	}
	return e.looked.Load()
}

// tree returns the syntax tree.
func (e *Expression) tree() ast.Node { return e.anatomy().tree }

// reads returns the dotted names that the expression reads, sorted.
func (e *Expression) reads() []string { return e.anatomy().names }

// exprWalker collects the names and the patterns of an expression and finds
// what evaluation does not know.
type exprWalker struct {
	seen     map[string]bool
	patterns map[string]*Pattern
	fault    string
	hint     string // how to mend it
}

func newExprWalker() *exprWalker {
	return &exprWalker{seen: map[string]bool{}, patterns: map[string]*Pattern{}}
}

func (w *exprWalker) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryNode:
		if n.Operator == "matches" {
			w.pattern(n.Right)
		}
	case *ast.BuiltinNode:
		w.call(n.Name, n.Arguments)
		return
	case *ast.CallNode:
		callee, ok := n.Callee.(*ast.IdentifierNode)
		if !ok {
			w.fault = "calls something that is no function"
			return
		}
		w.call(callee.Value, n.Arguments)
		return
	}
	if name := dotted(n); name != "" {
		w.seen[name] = true
		return
	}
	parts, known := childrenOf(n)
	if !known {
		w.fault = fmt.Sprintf("uses a form that is not supported here (%T)", n)
	}
	for _, part := range parts {
		w.walk(part)
	}
}

// childrenOf are the nodes that a node is made of, but for calls; not known of a
// form that is not supported.
func childrenOf(n ast.Node) (parts []ast.Node, known bool) {
	switch n := n.(type) {
	case nil, *ast.NilNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.StringNode, *ast.PointerNode, *ast.IdentifierNode:
		return nil, true
	case *ast.MemberNode:
		return []ast.Node{n.Node, n.Property}, true
	case *ast.ChainNode:
		return []ast.Node{n.Node}, true
	case *ast.UnaryNode:
		return []ast.Node{n.Node}, true
	case *ast.BinaryNode:
		return []ast.Node{n.Left, n.Right}, true
	case *ast.ConditionalNode:
		return []ast.Node{n.Cond, n.Exp1, n.Exp2}, true
	case *ast.ArrayNode:
		return n.Nodes, true
	case *ast.PredicateNode:
		return []ast.Node{n.Node}, true
	}
	return nil, false
}

func (w *exprWalker) call(name string, args []ast.Node) {
	if _, ok := functions[name]; !ok && !isPredicate(name) {
		w.fault = fmt.Sprintf("calls the unknown function %q", name)
		w.hint = nearHint(name, slices.Concat(sortedKeys(functions), predicates))
		return
	}
	if name == "given" && len(args) == 1 {
		if s, ok := args[0].(*ast.StringNode); ok {
			w.seen[s.Value] = true
			return
		}
		w.fault = "wants the name of a field, in quotes, in given(...)"
		return
	}
	for _, a := range args {
		w.walk(a)
	}
}

func (w *exprWalker) pattern(n ast.Node) {
	s, ok := n.(*ast.StringNode)
	if !ok {
		w.fault = "wants a pattern in quotes after matches"
		return
	}
	p := newPattern(s.Value)
	if err := p.parse(); err != nil {
		w.fault = "has a faulty pattern: " + err.Error()
	}
	w.patterns[s.Value] = p
}

// predicates are the functions whose last argument is a condition or a value for
// each entry of a list.
var predicates = []string{"all", "any", "count", "filter", "map", "none"}

func isPredicate(name string) bool { return slices.Contains(predicates, name) }

// dotted is the name of a chain of members, a.b.c, or "".
func dotted(n ast.Node) string {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return n.Value
	case *ast.MemberNode:
		property, ok := n.Property.(*ast.StringNode)
		if !ok || n.Optional {
			return ""
		}
		if base := dotted(n.Node); base != "" {
			return base + "." + property.Value
		}
	}
	return ""
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}
