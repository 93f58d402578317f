package generator

import (
	"reflect"
	"text/template/parse"

	"github.com/expr-lang/expr/checker/nature"
	"github.com/expr-lang/expr/types"
)

// operand is what stands in an action of a text: its type, nil for any, and a
// value of that type, if there is one.
type operand struct {
	t     types.Type
	v     any
	known bool
}

func operandOf(t types.Type) operand {
	v, known := specimen(t)
	return operand{t, v, known}
}

func (o operand) kind() string {
	switch o.v.(type) {
	case []any:
		return kind("[]any")
	case map[string]any:
		return kind("map[string]any")
	}
	return kind(o.t.String())
}

func kinds(args []operand) string {
	if len(args) == 0 {
		return "nothing"
	}
	list := make([]string, len(args))
	for i, a := range args {
		list[i] = a.kind()
	}
	return And(list)
}

// specimen is a value of a type, with which functions can be tried.
func specimen(t types.Type) (v any, known bool) {
	switch t {
	case nil, types.Any:
		return nil, false
	case types.String:
		return "", true
	case types.Bool:
		return false, true
	case types.Int:
		return 0, true
	case types.Float64:
		return 0.0, true
	}
	if _, group := t.(types.Map); group {
		return map[string]any{}, true
	}
	list := []any{}
	if element := elementOf(t); element.known {
		list = append(list, element.v)
	}
	return list, true
}

// elementOf is what the dot is inside a range.
func elementOf(t types.Type) operand {
	if t == nil {
		return operand{}
	}
	if n := t.Nature(); n.Kind == reflect.Slice && n.Ref != nil {
		return operandOf(typeOf(*n.Ref))
	}
	return operand{}
}

// typeOf is a type as conditions know it, as far as texts tell it apart.
func typeOf(n nature.Nature) types.Type {
	if n.Kind == reflect.Slice {
		if n.Ref == nil {
			return types.Array(types.Any)
		}
		return types.Array(typeOf(*n.Ref))
	}
	if t := singleType(n.Kind); t != nil {
		return t
	}
	if n.TypeData == nil || len(n.Fields) == 0 {
		return types.Any
	}
	group := types.Map{}
	for name, part := range n.Fields {
		group[name] = typeOf(part)
	}
	return group
}

// call checks the call of a function, by calling it with values of the types
// that it gets, and returns what comes of it.
func (x *textChecker) call(cmd *parse.CommandNode, id *parse.IdentifierNode, args []operand) operand {
	x.asks(cmd, id)
	values := make([]any, len(args))
	for i, a := range args {
		if !a.known {
			return operand{}
		}
		values[i] = a.v
	}
	v, err := (&textEnv{}).answer(id.Ident, values)
	if err != nil {
		x.problem(id, "what it gets is "+kinds(args), "%s %s", id.Ident, err)
		return operand{}
	}
	switch id.Ident {
	case "first":
		return elementOf(args[0].t)
	case "and", "or": // one of the values, and which of them only a profile says
		return operand{}
	}
	switch v.(type) {
	case string:
		return operandOf(types.String)
	case int:
		return operandOf(types.Int)
	case bool:
		return operandOf(types.Bool)
	}
	return operand{}
}

// asks checks what a function is asked about the runbook.
func (x *textChecker) asks(cmd *parse.CommandNode, id *parse.IdentifierNode) {
	switch id.Ident {
	case "people", "same", "several":
		for _, arg := range cmd.Args[1:] {
			if s, ok := arg.(*parse.StringNode); ok && x.c.w.Role(s.Text) == nil {
				x.problem(s, suggest(s.Text, x.c.w.roleIDs(), "the roles are"), "names the role %q, which does not exist", s.Text)
			}
		}
	case "step", "in":
		x.asksForStep(cmd, id)
	}
}

func (x *textChecker) asksForStep(cmd *parse.CommandNode, id *parse.IdentifierNode) {
	if x.rule != "" {
		x.c.problems.add(x.text.pos, "a rule speaks before the steps are chosen", "the rule %s asks for a step with %q", x.rule, id.Ident)
		x.rule = "" // said once
	}
	if len(cmd.Args) != 2 {
		x.problem(id, "", "%s wants the ID of one step", id.Ident)
		return
	}
	s, ok := cmd.Args[1].(*parse.StringNode)
	switch {
	case !ok:
		x.problem(cmd.Args[1], "put it into quotes", "%s wants the ID of a step as it stands in the list of its phase", id.Ident)
	case !x.c.w.hasStep(s.Text):
		x.problem(s, nearHint(s.Text, sortedKeys(x.c.w.steps)), "names the step %q, which does not exist", s.Text)
	}
}
