package generator

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// scope is what an expression sees: the profile's values and the derived
// ones, by dotted name, nested as maps.
type scope struct {
	vars  *vars
	given func(name string) bool
	args  []any // of the functions that are being called, innermost last
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
			s.args = nil
			err = fmt.Errorf("%s: the expression %q: %s", e.pos, e.Source, string(fault))
		}
	}()
	x := e.evaluator(s)
	return x.eval(), nil
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

// evaluator goes through the code of an expression from its first byte to its
// last; each method takes the parts that it is about.
type evaluator struct {
	reader
	e     *Expression
	scope *scope
	item  []any // what # stands for, innermost last
}

func (e *Expression) evaluator(s *scope) evaluator {
	return evaluator{reader: reader{s: e.code}, e: e, scope: s}
}

// of goes to a node of the expression's tree, to evaluate it alone.
func (x *evaluator) of(n ast.Node) *evaluator {
	x.at = n.Location().From
	return x
}

func (x *evaluator) fail(format string, args ...any) any {
	panic(evalError(fmt.Sprintf(format, args...)))
}

// source is the part of the expression whose code begins at a place, for
// messages.
func (x *evaluator) source(at int) ast.Node {
	r := reader{s: x.s, at: at}
	return r.ast()
}

// follows reports whether a node of the kind comes next, and begins it.
func (x *evaluator) follows(kind byte) bool {
	if x.at == len(x.s) || x.s[x.at] != kind {
		return false
	}
	x.at++
	return true
}

// skip passes over a part that has its length in front.
func (x *evaluator) skip() {
	n := x.count()
	x.at += n
}

func (x *evaluator) eval() any {
	start := x.at
	switch kind := x.byte(); kind {
	case astPath:
		return x.path()
	case astInteger:
		return x.int()
	case astFloat:
		return x.float()
	case astTrue:
		return true
	case astFalse:
		return false
	case astString:
		return x.text()
	case astMember, astOptional:
		return x.member()
	case astChain:
		return x.eval()
	case astPointer:
		x.text()
		if len(x.item) == 0 {
			return x.fail("# stands outside a list function")
		}
		return x.item[len(x.item)-1]
	case astNot:
		x.text()
		return !x.truth()
	case astMinus:
		return -x.integer()
	case astBinary:
		return x.binary()
	case astConditional:
		if x.truth() {
			x.count()
			v := x.eval()
			x.skip()
			return v
		}
		x.skip()
		x.count()
		return x.eval()
	case astArray:
		return x.evals()
	case astBuiltin, astCall:
		return x.call(x.text(), x.count())
	case astNil:
		if x.err == nil {
			return nil
		}
	}
	return x.fail("the code is damaged at %d", start)
}

func (x *evaluator) evals() []any {
	list := make([]any, x.count())
	for i := range list {
		list[i] = x.eval()
	}
	return list
}

// path is a value by its name, a or a.b.c.
func (x *evaluator) path() any {
	start := x.at - 1
	number, name := x.reader.path()
	v, ok := x.scope.vars.numbered(number, name)
	if ok {
		return v
	}
	unknown := x.scope.vars.unknown(name)
	i := strings.LastIndexByte(unknown, '.')
	if i < 0 {
		return x.fail("%q is unknown", unknown)
	}
	if whole, _ := x.scope.vars.find(unknown[:i]); !isMap(whole) {
		return x.fail("%s has no parts", x.source(start).(*ast.MemberNode).Node)
	}
	return x.fail("%q is unknown", x.source(start).String())
}

func isMap(v any) bool {
	_, ok := v.(map[string]any)
	return ok
}

// entry is one of a list, by its number from 0 on.
func (x *evaluator) entry(list []any, start int) any {
	i, ok := x.eval().(int)
	switch {
	case !ok:
		return x.fail("an entry of a list is chosen by its number")
	case i < 0 || i >= len(list):
		return x.fail("%s has no entry %d, counted from 0: it has %d", x.source(start), i, len(list))
	}
	return list[i]
}

func (x *evaluator) member() any {
	start := x.at
	whole := x.eval()
	if list, ok := whole.([]any); ok {
		return x.entry(list, start)
	}
	m, ok := whole.(map[string]any)
	if !ok {
		return x.fail("%s has no parts", x.source(start))
	}
	property := x.at
	key, ok := x.eval().(string)
	if !ok {
		return x.fail("a part is named by text")
	}
	v, ok := m[key]
	if !ok {
		if x.s[property] == astString {
			return x.fail("%q is unknown", key)
		}
		return nil
	}
	return v
}

func (x *evaluator) truth() bool {
	start := x.at
	v, ok := x.eval().(bool)
	if !ok {
		x.fail("%s is neither true nor false", x.source(start))
	}
	return v
}

func (x *evaluator) integer() int {
	start := x.at
	v, ok := x.eval().(int)
	if !ok {
		x.fail("%s is no whole number", x.source(start))
	}
	return v
}

func (x *evaluator) string() string {
	start := x.at
	v, ok := x.eval().(string)
	if !ok {
		x.fail("%s is no text", x.source(start))
	}
	return v
}

func (x *evaluator) list() []any {
	start := x.at
	v, ok := x.eval().([]any)
	if !ok {
		x.fail("%s is no list", x.source(start))
	}
	return v
}

func (x *evaluator) call(name string, n int) any {
	if isPredicate(name) {
		return x.predicate(name, n)
	}
	s := x.scope
	before := len(s.args)
	for range n {
		v := x.eval()
		s.args = append(s.args, v)
	}
	args := s.args[before:]
	s.args = s.args[:before]
	if name == "given" {
		key, _ := args[0].(string)
		return s.given(key)
	}
	v, err := functions[name].call(args)
	if err != nil {
		return x.fail("%s: %v", name, err)
	}
	return v
}

// predicate is a function that looks at each entry of a list.
func (x *evaluator) predicate(name string, n int) any {
	list := x.list()
	if n < 2 || x.byte() != astPredicate {
		return x.fail("%s wants a condition", name)
	}
	test := x.count()
	start := x.at
	out := []any{}
	yes := 0
	for _, v := range list {
		x.at, x.item = start, append(x.item, v)
		if name == "map" {
			out = append(out, x.eval())
		} else if x.truth() {
			yes++
			out = append(out, v)
		}
		x.item = x.item[:len(x.item)-1]
	}
	x.at = start + test
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
