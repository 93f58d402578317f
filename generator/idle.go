package generator

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr/ast"
)

// ignore takes back the values of fields that have no effect, because the
// field's condition does not hold: from here on nobody gave them. It works on
// fields alone, before anything is computed from them, and returns those that
// were given.
func (s *scope) ignore(fields []*Field) []*Field {
	var ignored []*Field
	given := s.given
	for _, f := range fields {
		if !f.OnlyThen || !given(f.Key) {
			continue
		}
		if holds, err := f.When.holds(s); holds || err != nil {
			continue
		}
		s.vars.set(f.Key, f.unset())
		if len(ignored) == 0 {
			s.given = func(key string) bool {
				return given(key) && !slices.ContainsFunc(ignored, func(f *Field) bool { return f.Key == key })
			}
		}
		ignored = append(ignored, f)
	}
	return ignored
}

// idle warns of the values that were taken back, but for those that nobody
// would miss. It is for who writes the profile: the runbook, in which nothing
// came of them, says nothing.
func (r *run) idle() Problems {
	var ps Problems
	for _, f := range r.ignored {
		if equal(r.p.vars.get(f.Key), f.unset()) {
			continue
		}
		words := keyWords{eval: f.When.evaluator(r.scope)}
		is, remedy := words.say(f.When.tree(), true)
		ps = append(ps, Problem{Pos: r.p.given[f.Key], Severity: Warn, At: f.Key, Message: fmt.Sprintf("%s has no effect while %s", f.Key, is), Hint: remedy + ", or leave the key out"})
	}
	return ps
}

// keyWords says in the keys of the profile what keeps a condition from being
// what it should be, and what would mend it.
type keyWords struct{ eval evaluator }

func (w keyWords) say(n ast.Node, want bool) (is, remedy string) {
	switch n := n.(type) {
	case *ast.UnaryNode:
		return w.say(n.Node, !want)
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and", "||", "or":
			if w.eval.of(n.Left).truth() == want {
				return w.say(n.Right, want)
			}
			return w.say(n.Left, want)
		}
		if is, remedy = w.compared(n, want); is != "" {
			return is, remedy
		}
	case *ast.IdentifierNode, *ast.MemberNode:
		name := dotted(n)
		return fmt.Sprintf("%s is not %t", name, want), fmt.Sprintf("set %s: %t", name, want)
	}
	return fmt.Sprintf("`%s` is %t", n.String(), !want), "change that"
}

// compared says a field compared with something fixed, "" for anything else.
func (w keyWords) compared(n *ast.BinaryNode, want bool) (is, remedy string) {
	field, other := n.Left, n.Right
	if n.Operator == "in" {
		field, other = other, field
	}
	name, fixed := dotted(field), literal(other)
	if name == "" || fixed == nil {
		return "", ""
	}
	same := (n.Operator != "!=") == want
	switch {
	case n.Operator == "in" && same:
		return fmt.Sprintf("%s does not have %v", name, fixed), fmt.Sprintf("add %v to %s", fixed, name)
	case n.Operator == "in":
		return fmt.Sprintf("%s has %v", name, fixed), fmt.Sprintf("take %v out of %s", fixed, name)
	case n.Operator != "==" && n.Operator != "!=":
		return "", ""
	case fixed == "":
		return fmt.Sprintf("%s is %s", name, choose(same, "given", "not given")), choose(same, "leave "+name+" out", "give "+name)
	case same:
		return fmt.Sprintf("%s is not %v", name, fixed), fmt.Sprintf("set %s: %v", name, fixed)
	}
	return fmt.Sprintf("%s is %v", name, fixed), "change " + name
}
