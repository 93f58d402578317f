package generator

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/types"
)

// Check proves what LoadWorkflow does not: every name in an expression or a
// text exists, every expression has the right type, every rule points at a
// field, every step that a text links to is there.
func (w *Workflow) Check() Problems { return w.check().problems.Sorted() }

func (w *Workflow) check() *checker {
	c := &checker{w: w, env: types.Map{}, read: map[string]bool{}}
	c.options = []expr.Option{expr.AsAny()}
	for name, f := range functions {
		if name == "given" {
			f.call = func([]any) (any, error) { return false, nil }
		}
		c.options = append(c.options, expr.Function(name, func(args ...any) (any, error) { return f.call(args) }, f.signatures...))
	}
	c.environment()
	c.form()
	c.values()
	c.conditions()
	c.texts()
	c.bodies()
	c.terms()
	c.problems = append(c.problems, w.checkFacts()...)
	return c
}

type checker struct {
	w        *Workflow
	env      types.Map
	options  []expr.Option
	read     map[string]bool // what texts name
	problems Problems
}

func (c *checker) environment() {
	for _, f := range c.w.Fields {
		if t := fieldType(f); t != nil {
			declare(c.env, f.Key, t)
		}
	}
	for name := range c.w.tables {
		c.env[name] = types.Map{types.Extra: types.String}
	}
	for key := range c.w.faulty.values {
		declare(c.env, key, types.Any)
	}
	c.env["date"], c.env["brief"] = types.String, types.Bool
}

func fieldType(f *Field) types.Type {
	switch f.Type {
	case TypeInteger, TypeYYMM:
		return types.Int
	case TypeBoolean:
		return types.Bool
	case TypeTexts, TypeChoices, TypeDates:
		return types.Array(types.String)
	case TypeRecords:
		given := types.Map{}
		record := types.Map{givenPart: given}
		for _, sub := range f.Fields {
			record[sub.Key], given[sub.Key] = fieldType(sub), types.Bool
		}
		return types.Array(record)
	case TypePeople, TypeStepMinutes, TypeStepWaits:
		return nil
	}
	return types.String
}

func declare(env types.Map, key string, t types.Type) {
	names := strings.Split(key, ".")
	for _, n := range names[:len(names)-1] {
		next, ok := env[n].(types.Map)
		if !ok {
			next = types.Map{}
			env[n] = next
		}
		env = next
	}
	last := names[len(names)-1]
	if _, group := env[last].(types.Map); !group { // else it is said that one name is part of the other
		env[last] = t
	}
}

// compileList is compile for a value that may be a list: it also returns the
// type of its elements, as far as that is known.
func (c *checker) compileList(e *Expression) (t reflect.Type, element types.Type) {
	t, element = c.compile(e), types.Any
	node := e.tree()
	for {
		choice, ok := node.(*ast.ConditionalNode)
		if !ok {
			break
		}
		node = choice.Exp1
	}
	list, ok := node.(*ast.ArrayNode)
	if !ok || len(list.Nodes) == 0 {
		return t, element
	}
	for _, n := range list.Nodes {
		inner := c.compile(e.part(n))
		switch {
		case inner == nil:
			return t, types.Any
		case inner.Kind() == reflect.Bool:
			element = types.Bool
		case inner.Kind() == reflect.String:
			element = types.String
		case inner.Kind() == reflect.Int:
			element = types.Int
		default:
			return t, types.Any
		}
	}
	return t, element
}

// compile checks one expression and returns the type of its value, nil for
// one that only running it shows.
func (c *checker) compile(e *Expression) reflect.Type {
	if e == nil {
		return nil
	}
	for _, name := range e.reads() {
		if c.w.faulty.values[name] {
			return nil
		}
		if !c.w.known(name) && !c.isGroup(name) && !c.w.entry(name) {
			if e.Source == name {
				c.problems.add(e.pos, c.near(name), "%q does not exist", name)
			} else {
				c.problems.add(e.pos, c.near(name), "the expression %q names %q, which does not exist", e.Source, name)
			}
			return nil
		}
	}
	c.chosen(e)
	program, err := expr.Compile(e.Source, append(slices.Clone(c.options), expr.Env(c.env))...)
	if err != nil {
		why, hint := typeFault(err)
		if m := unknownPart().FindStringSubmatch(err.Error()); m != nil {
			hint = c.nearEntry(m[1])
		}
		if name := c.hidden(e); name != "" {
			why, hint = fmt.Sprintf("%s is a name of this workflow, and so no function", name), "take another word for the field, value or table"
		}
		if slices.ContainsFunc(e.reads(), func(name string) bool { return c.w.tables[name] != nil }) {
			hint = "what a table holds is text"
		}
		c.problems.add(e.pos, hint, "the expression %q: %s", e.Source, why)
		return nil
	}
	return program.Node().Type()
}

var unknownPart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^unknown field (\w+) `) })

// nearEntry is the hint for what is no part of the entries of a list.
func (c *checker) nearEntry(name string) string {
	var parts []string
	for _, f := range c.w.Fields {
		for _, part := range f.Fields {
			parts = append(parts, part.Key)
		}
	}
	slices.Sort(parts)
	return suggest(name, slices.Compact(parts), "entries have the parts")
}

// hidden is a function that the expression calls and that has the name of a
// field, a value, a table or a group of these, "" for none.
func (c *checker) hidden(e *Expression) (name string) {
	root := e.tree()
	ast.Walk(&root, calls(func(called string) {
		if c.env[called] != nil {
			name = called
		}
	}))
	return name
}

// calls visits the name of each function that is called.
type calls func(name string)

// Visit is called by ast.Walk.
func (visit calls) Visit(n *ast.Node) {
	switch n := (*n).(type) {
	case *ast.BuiltinNode:
		visit(n.Name)
	case *ast.CallNode:
		if callee, ok := n.Callee.(*ast.IdentifierNode); ok {
			visit(callee.Value)
		}
	}
}

func (c *checker) isGroup(name string) bool {
	for key := range c.w.fields {
		if strings.HasPrefix(key, name+".") {
			return true
		}
	}
	return false
}

func (c *checker) near(name string) string {
	names := slices.Concat(sortedKeys(c.w.fields), sortedKeys(c.w.values), sortedKeys(c.w.tables))
	if n := nearest(name, names); n != "" {
		return "did you mean " + n + "?"
	}
	return ""
}

func (c *checker) values() {
	computed := map[string]bool{}
	for _, v := range c.w.Values {
		c.problems.named("value", v.Key, v.pos)
		if c.laterValues(v, computed) {
			declare(c.env, v.Key, types.Any)
			continue
		}
		computed[v.Key] = true
		declared := c.typeOf(v.Expr)
		if (v.Yes != "" || v.No != "") && declared != types.Bool && declared != types.Any {
			c.problems.add(v.pos, "take the words away, or compare", "the value %q has words for yes and no and is %s", v.Key, kind(declared.String()))
		}
		if v.below != nil {
			if below := c.typeOf(v.below); below != types.Any && declared != types.Any && kind(below.String()) != kind(declared.String()) {
				c.problems.add(v.pos, "what reads it wants what was there; take another key for something else", "the value %q was %s, and is %s now", v.Key, kind(below.String()), kind(declared.String()))
				declared = below
			}
		}
		declare(c.env, v.Key, declared)
	}
}

// typeOf checks an expression and returns the type of its value, as far as it
// is known.
func (c *checker) typeOf(e *Expression) types.Type {
	t, element := c.compileList(e)
	if t == nil {
		return types.Any
	}
	if t.Kind() == reflect.Slice {
		return types.Array(element)
	}
	if single := singleType(t.Kind()); single != nil {
		return single
	}
	return types.Any
}

// singleType is the type of a single value, nil for one of another kind.
func singleType(k reflect.Kind) types.Type {
	switch k {
	case reflect.Bool:
		return types.Bool
	case reflect.Int:
		return types.Int
	case reflect.Float64:
		return types.Float64
	case reflect.String:
		return types.String
	}
	return nil
}

// conditions checks everything that must be true or false.
func (c *checker) conditions() {
	condition := func(e *Expression) {
		if t := c.compile(e); t != nil && t.Kind() != reflect.Bool && t.Kind() != reflect.Interface {
			c.problems.add(e.pos, neither, "the condition %q is %s, and neither true nor false", e.Source, kind(t.String()))
		}
	}
	for _, f := range c.w.Fields {
		condition(f.When)
		c.fieldForm(f)
		if f.Effective != "" && !c.w.known(f.Effective) {
			c.problems.add(f.pos, c.near(f.Effective), "the field %q takes its value from %q, which does not exist", f.Key, f.Effective)
		}
		if f.Otherwise != "" && !slices.ContainsFunc(c.w.Rules, func(r *Rule) bool { return r.ID == f.Otherwise }) {
			c.problems.add(f.pos, "", "the field %q is explained by the rule %q, which does not exist", f.Key, f.Otherwise)
		}
	}
	day := func(e *Expression, what string) {
		if t := c.compile(e); t != nil && t.Kind() != reflect.String && t.Kind() != reflect.Interface {
			c.problems.add(e.pos, "write an expression that gives YYYY-MM-DD, or \"\" for no day", "%s is no date, but %s", what, kind(t.String()))
		}
	}
	for _, r := range c.w.Rules {
		condition(r.When)
		day(r.Deadline, "the deadline of the rule "+r.ID)
		if r.At != "" && c.w.fields[r.At] == nil && !c.isGroup(r.At) {
			c.problems.add(r.pos, c.near(r.At), "the rule %s points at %q, which does not exist", r.ID, r.At)
		}
	}
	for _, t := range c.w.Terms {
		condition(t.When)
	}
	for _, word := range c.w.Words {
		condition(word.When)
	}
	for _, s := range c.w.Steps() {
		condition(s.When)
		for _, n := range s.Needs {
			condition(n.When)
		}
		day(s.Due, "the day on which "+s.ID+" is due")
	}
}
