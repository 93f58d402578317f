package generator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// scope is what an expression sees: the profile's values and the derived
// ones, by dotted name, nested as maps.
type scope struct {
	vars  map[string]any
	given func(name string) bool
}

// evalError is a fault of types that the check of the workflow would have
// found; it is recovered in Expression.value.
type evalError string

// value evaluates e: a string, int, float64, bool, nil, []any or
// map[string]any.
func (e *Expression) value(s *scope) (v any, err error) {
	defer func() {
		if r := recover(); r != nil {
			fault, ok := r.(evalError)
			if !ok {
				panic(r)
			}
			err = fmt.Errorf("%s: the expression %q: %s", e.pos, e.Source, string(fault))
		}
	}()
	x := evaluator{e: e, scope: s}
	return x.eval(e.tree()), nil
}

// holds evaluates e as a condition; nil holds always.
func (e *Expression) holds(s *scope) (bool, error) {
	if e == nil {
		return true, nil
	}
	v, err := e.value(s)
	if err != nil {
		return false, err
	}
	yes, ok := v.(bool)
	if !ok {
		return false, fmt.Errorf("%s: the condition %q is neither true nor false", e.pos, e.Source)
	}
	return yes, nil
}

type evaluator struct {
	e     *Expression
	scope *scope
	item  []any // what # stands for, innermost last
}

func (x *evaluator) fail(format string, args ...any) any {
	panic(evalError(fmt.Sprintf(format, args...)))
}

func (x *evaluator) eval(n ast.Node) any {
	switch n := n.(type) {
	case *ast.NilNode:
		return nil
	case *ast.IntegerNode:
		return n.Value
	case *ast.FloatNode:
		return n.Value
	case *ast.BoolNode:
		return n.Value
	case *ast.StringNode:
		return n.Value
	case *ast.IdentifierNode:
		v, ok := x.scope.vars[n.Value]
		if !ok {
			return x.fail("%q is unknown", n.Value)
		}
		return v
	case *ast.MemberNode:
		return x.member(n)
	case *ast.ChainNode:
		return x.eval(n.Node)
	case *ast.PointerNode:
		if len(x.item) == 0 {
			return x.fail("# stands outside a list function")
		}
		return x.item[len(x.item)-1]
	case *ast.UnaryNode:
		if n.Operator == "-" {
			return -x.integer(n.Node)
		}
		return !x.truth(n.Node)
	case *ast.BinaryNode:
		return x.binary(n)
	case *ast.ConditionalNode:
		if x.truth(n.Cond) {
			return x.eval(n.Exp1)
		}
		return x.eval(n.Exp2)
	case *ast.ArrayNode:
		list := make([]any, len(n.Nodes))
		for i, c := range n.Nodes {
			list[i] = x.eval(c)
		}
		return list
	case *ast.BuiltinNode:
		return x.call(n.Name, n.Arguments)
	case *ast.CallNode:
		return x.call(n.Callee.(*ast.IdentifierNode).Value, n.Arguments)
	}
	return x.fail("%T is not supported", n)
}

func (x *evaluator) member(n *ast.MemberNode) any {
	base := x.eval(n.Node)
	m, ok := base.(map[string]any)
	if !ok {
		return x.fail("%s has no parts", n.Node)
	}
	key, ok := x.eval(n.Property).(string)
	if !ok {
		return x.fail("a part is named by text")
	}
	v, ok := m[key]
	if !ok {
		if _, literal := n.Property.(*ast.StringNode); literal {
			return x.fail("%q is unknown", n.String())
		}
		return nil
	}
	return v
}

func (x *evaluator) truth(n ast.Node) bool {
	v, ok := x.eval(n).(bool)
	if !ok {
		x.fail("%s is neither true nor false", n)
	}
	return v
}

func (x *evaluator) integer(n ast.Node) int {
	v, ok := x.eval(n).(int)
	if !ok {
		x.fail("%s is no whole number", n)
	}
	return v
}

func (x *evaluator) text(n ast.Node) string {
	v, ok := x.eval(n).(string)
	if !ok {
		x.fail("%s is no text", n)
	}
	return v
}

func (x *evaluator) list(n ast.Node) []any {
	v, ok := x.eval(n).([]any)
	if !ok {
		x.fail("%s is no list", n)
	}
	return v
}

func (x *evaluator) binary(n *ast.BinaryNode) any {
	switch n.Operator {
	case "&&", "and":
		return x.truth(n.Left) && x.truth(n.Right)
	case "||", "or":
		return x.truth(n.Left) || x.truth(n.Right)
	case "??":
		if v := x.eval(n.Left); v != nil {
			return v
		}
		return x.eval(n.Right)
	case "==":
		return equal(x.eval(n.Left), x.eval(n.Right))
	case "!=":
		return !equal(x.eval(n.Left), x.eval(n.Right))
	case "in":
		return x.in(n)
	case "contains":
		return strings.Contains(x.text(n.Left), x.text(n.Right))
	case "startsWith":
		return strings.HasPrefix(x.text(n.Left), x.text(n.Right))
	case "endsWith":
		return strings.HasSuffix(x.text(n.Left), x.text(n.Right))
	case "matches":
		x.e.inspect()
		return x.e.patterns[n.Right.(*ast.StringNode).Value].Matches(x.text(n.Left))
	}
	return x.arithmetic(n)
}

func (x *evaluator) in(n *ast.BinaryNode) bool {
	needle := x.eval(n.Left)
	switch hay := x.eval(n.Right).(type) {
	case []any:
		return slices.ContainsFunc(hay, func(v any) bool { return equal(v, needle) })
	case map[string]any:
		key, _ := needle.(string)
		_, ok := hay[key]
		return ok
	}
	x.fail("%s is no list", n.Right)
	return false
}

func (x *evaluator) arithmetic(n *ast.BinaryNode) any {
	l, r := x.eval(n.Left), x.eval(n.Right)
	if a, ok := l.(string); ok {
		b, ok := r.(string)
		if !ok {
			return x.fail("%s and %s are of different types", n.Left, n.Right)
		}
		switch n.Operator {
		case "+":
			return a + b
		case "<":
			return a < b
		case "<=":
			return a <= b
		case ">":
			return a > b
		case ">=":
			return a >= b
		}
		return x.fail("texts have no %s", n.Operator)
	}
	a, b := x.number(l, n.Left), x.number(r, n.Right)
	i, iok := l.(int)
	j, jok := r.(int)
	whole := iok && jok
	switch n.Operator {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	case "/":
		if b == 0 {
			return x.fail("division by zero")
		}
		return a / b
	case "%":
		if !whole || j == 0 {
			return x.fail("%% wants whole numbers")
		}
		return i % j
	case "+", "-", "*":
		if whole {
			switch n.Operator {
			case "+":
				return i + j
			case "-":
				return i - j
			}
			return i * j
		}
		switch n.Operator {
		case "+":
			return a + b
		case "-":
			return a - b
		}
		return a * b
	}
	return x.fail("the operator %s is not supported", n.Operator)
}

func (x *evaluator) number(v any, n ast.Node) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	x.fail("%s is no number", n)
	return 0
}

func (x *evaluator) call(name string, args []ast.Node) any {
	if isPredicate(name) {
		return x.predicate(name, args)
	}
	if name == "given" {
		return x.scope.given(args[0].(*ast.StringNode).Value)
	}
	values := make([]any, len(args))
	for i, a := range args {
		values[i] = x.eval(a)
	}
	v, err := functions[name].call(values)
	if err != nil {
		return x.fail("%s: %v", name, err)
	}
	return v
}

func (x *evaluator) predicate(name string, args []ast.Node) any {
	list := x.list(args[0])
	var test ast.Node
	if len(args) > 1 {
		test = args[1].(*ast.PredicateNode).Node
	}
	out := []any{}
	yes := 0
	for _, v := range list {
		x.item = append(x.item, v)
		if name == "map" {
			out = append(out, x.eval(test))
		} else if x.truth(test) {
			yes++
			out = append(out, v)
		}
		x.item = x.item[:len(x.item)-1]
	}
	switch name {
	case "any":
		return yes > 0
	case "all":
		return yes == len(list)
	case "none":
		return yes == 0
	case "count":
		return yes
	}
	return out
}

// equal compares scalars and lists; a whole number equals the same float.
func equal(a, b any) bool {
	switch a := a.(type) {
	case []any:
		list, ok := b.([]any)
		return ok && slices.EqualFunc(a, list, equal)
	case int:
		if f, ok := b.(float64); ok {
			return float64(a) == f
		}
	case float64:
		if i, ok := b.(int); ok {
			return a == float64(i)
		}
	case map[string]any:
		return false
	}
	if _, ok := b.([]any); ok {
		return false
	}
	if _, ok := b.(map[string]any); ok {
		return false
	}
	return a == b
}
