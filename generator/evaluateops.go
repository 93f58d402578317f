package generator

import (
	"cmp"
	"slices"
	"strings"
)

// binary is one of binaryOperators with its operands.
func (x *evaluator) binary() any {
	op := x.operator()
	switch op {
	case "&&", "and":
		return x.shortcut(false)
	case "||", "or":
		return x.shortcut(true)
	case "??":
		if v := x.eval(); v != nil {
			x.skip()
			return v
		}
		x.count()
		return x.eval()
	case "==", "!=":
		left := x.eval()
		x.count()
		if s, ok := left.(string); ok && x.follows(astString) { // as most are
			return (s == x.text()) == (op == "==")
		}
		return equal(left, x.eval()) == (op == "==")
	case "in":
		left := x.eval()
		x.count()
		return x.in(left)
	case "contains", "startsWith", "endsWith", "matches":
		left := x.string()
		x.count()
		return x.compare(op, left, x.string())
	}
	return x.arithmetic(op)
}

// shortcut is both operands of "and", or of "or": if the first is decisive, it
// decides.
func (x *evaluator) shortcut(decisive bool) bool {
	if x.truth() == decisive {
		x.skip()
		return decisive
	}
	x.count()
	return x.truth()
}

func (x *evaluator) compare(op, left, right string) bool {
	switch op {
	case "contains":
		return strings.Contains(left, right)
	case "startsWith":
		return strings.HasPrefix(left, right)
	case "endsWith":
		return strings.HasSuffix(left, right)
	}
	p := x.e.anatomy().patterns[right]
	if p == nil {
		x.fail("%q is no known pattern", right)
	}
	return p.Matches(left)
}

func (x *evaluator) in(needle any) bool {
	start := x.at
	if s, ok := needle.(string); ok && x.follows(astArray) { // as most are
		found := false
		for range x.count() {
			if x.follows(astString) {
				found = x.text() == s || found
			} else {
				found = equal(x.eval(), needle) || found
			}
		}
		return found
	}
	switch hay := x.eval().(type) {
	case []any:
		return slices.ContainsFunc(hay, func(v any) bool { return equal(v, needle) })
	case map[string]any:
		key, _ := needle.(string)
		_, ok := hay[key]
		return ok
	}
	x.fail("%s is no list", x.source(start))
	return false
}

func (x *evaluator) arithmetic(op string) any {
	left := x.at
	l := x.eval()
	x.count()
	right := x.at
	if i, ok := l.(int); ok && x.follows(astInteger) { // as most are
		if v, ok := ordered(op, i, x.int()); ok {
			return v
		}
		x.at = right
	}
	r := x.eval()
	if a, ok := l.(string); ok {
		b, ok := r.(string)
		if !ok {
			return x.fail("%s and %s are of different types", x.source(left), x.source(right))
		}
		return x.texts(op, a, b)
	}
	a, b := x.number(l, left), x.number(r, right)
	if v, ok := ordered(op, a, b); ok {
		return v
	}
	i, iok := l.(int)
	j, jok := r.(int)
	whole := iok && jok
	switch {
	case op == "/" && b == 0:
		return x.fail("division by zero")
	case op == "/":
		return a / b
	case op == "%" && (!whole || j == 0):
		return x.fail("%% wants whole numbers")
	case op == "%":
		return i % j
	case whole:
		return computed(op, i, j)
	}
	return computed(op, a, b)
}

// computed is what + - * make of two numbers.
func computed[T int | float64](op string, a, b T) T {
	switch op {
	case "+":
		return a + b
	case "-":
		return a - b
	}
	return a * b
}

// ordered compares, if that is what the operator does.
func ordered[T cmp.Ordered](op string, a, b T) (yes, ok bool) {
	switch op {
	case "<":
		return a < b, true
	case "<=":
		return a <= b, true
	case ">":
		return a > b, true
	case ">=":
		return a >= b, true
	}
	return false, false
}

func (x *evaluator) texts(op, a, b string) any {
	if op == "+" {
		return a + b
	}
	if v, ok := ordered(op, a, b); ok {
		return v
	}
	return x.fail("texts have no %s", op)
}

func (x *evaluator) number(v any, at int) float64 {
	switch v := v.(type) {
	case int:
		return float64(v)
	case float64:
		return v
	}
	x.fail("%s is no number", x.source(at))
	return 0
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
