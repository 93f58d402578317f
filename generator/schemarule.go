package generator

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// rules says the errors among the rules: if the condition surely holds, then
// the value at which the rule points is wrong. A rule that JSON Schema cannot
// express is left to the check of the profile.
func (s *schemaWriter) rules() []any {
	var out []any
	for _, r := range s.w.Rules {
		if r.When == nil || r.Severity() != Error || r.At == "" {
			continue
		}
		if s.pattern(r) {
			continue
		}
		trips := s.surely(r.When.tree(), true)
		if trips == nil || trips == true || trips == false {
			continue
		}
		wrong := s.wrong(r)
		path := strings.Split(r.At, ".")
		for _, name := range slices.Backward(path) {
			wrong = jsonObject{{"required", []any{name}}, {"properties", jsonObject{{name, wrong}}}}
		}
		out = append(out, oneLine{jsonObject{{"$comment", r.ID}, {"if", trips}, {"then", wrong}}})
	}
	return out
}

// pattern notes the form that a rule asks of the field at which it points, if
// that is all it asks.
func (s *schemaWriter) pattern(r *Rule) bool {
	not, ok := r.When.tree().(*ast.UnaryNode)
	if !ok || not.Operator == "-" {
		return false
	}
	n, ok := not.Node.(*ast.BinaryNode)
	if !ok || n.Operator != "matches" || dotted(n.Left) != r.At {
		return false
	}
	f := s.w.fields[r.At]
	form, ok := literal(n.Right).(string)
	if !ok || f == nil || f.Type != TypeText || f.Pattern != nil || f.unset() != "" || !f.Required {
		return false
	}
	s.patterns[r.At] = form
	return true
}

// wrong is what the value at which the rule points would have to be instead:
// another of the choices where the rule leaves any, else nothing helps but to
// change something. Editors show errorMessage.
func (s *schemaWriter) wrong(r *Rule) jsonObject {
	message := jsonMember{"errorMessage", r.ID + ": " + ruleInBrief(r)}
	f := s.w.fields[r.At]
	if f == nil || f.Type != TypeChoice && f.Type != TypeBoolean {
		return jsonObject{{"not", jsonObject{}}, message}
	}
	var right []any
	values := []any{true, false}
	if f.Type == TypeChoice {
		values = nil
		for _, c := range f.Choices {
			values = append(values, c.Value)
		}
	}
	for _, v := range values {
		fixed := schemaWriter{w: s.w, defs: map[string]any{}, fixed: map[string]any{r.At: v}}
		if fixed.surely(r.When.tree(), true) == false {
			if text, ok := v.(string); ok {
				right = append(right, spellings(text)...)
			} else {
				right = append(right, v)
			}
		}
	}
	if len(right) == 0 {
		return jsonObject{{"not", jsonObject{}}, message}
	}
	return jsonObject{{"enum", right}, message}
}

// ruleInBrief is what the rule says where that needs no profile.
func ruleInBrief(r *Rule) string {
	for _, t := range []Text{r.Message, r.Hint} {
		if t.source != "" && !strings.Contains(t.source, "{{") {
			return t.source
		}
	}
	return "refused together with other values of this profile; runbook check says why"
}

// surely is a schema that a profile matches only if n is what yes says: true
// matches always, false never, and nil stands for what JSON Schema cannot
// say. A profile may be one of those without matching.
func (s *schemaWriter) surely(n ast.Node, yes bool) any {
	switch n := n.(type) {
	case *ast.BoolNode:
		return n.Value == yes
	case *ast.UnaryNode:
		if n.Operator != "-" {
			return s.surely(n.Node, !yes)
		}
	case *ast.ConditionalNode:
		return anyOf(
			allOf(s.surely(n.Cond, true), s.surely(n.Exp1, yes)),
			allOf(s.surely(n.Cond, false), s.surely(n.Exp2, yes)))
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and", "||", "or":
			left, right := s.surely(n.Left, yes), s.surely(n.Right, yes)
			if (n.Operator == "&&" || n.Operator == "and") == yes {
				return allOf(left, right)
			}
			return anyOf(left, right)
		}
		return s.compared(n, yes)
	case *ast.IdentifierNode, *ast.MemberNode:
		name := dotted(n)
		if v := s.w.values[name]; v != nil {
			return s.value(v, yes)
		}
		if f := s.w.fields[name]; f != nil && f.Type == TypeBoolean {
			return s.equals(f, true, yes)
		}
	case *ast.CallNode:
		if callee, ok := n.Callee.(*ast.IdentifierNode); ok && callee.Value == "given" {
			key := n.Arguments[0].(*ast.StringNode).Value
			if s.fixed[key] != nil {
				return yes
			}
			return choose2(yes, allOf(given(key), s.effect(s.w.fields[key])), absent(key))
		}
	}
	return nil
}

// value is a derived yes or no, defined once for all rules that use it.
func (s *schemaWriter) value(v *Value, yes bool) any {
	name := choose(yes, v.Key, "not-"+v.Key)
	if _, ok := s.defs[name]; !ok {
		s.defs[name] = nil // for one that would contain itself
		s.defs[name] = s.surely(v.Expr.tree(), yes)
	}
	switch schema := s.defs[name].(type) {
	case jsonObject:
		return jsonObject{{"$ref", "#/$defs/" + name}}
	default:
		return schema
	}
}

func choose2(yes bool, a, b any) any {
	if yes {
		return a
	}
	return b
}

func allOf(parts ...any) any {
	var schemas []any
	unknown := false
	for _, p := range parts {
		switch p {
		case false:
			return false
		case true:
		case nil:
			unknown = true
		default:
			schemas = append(schemas, partsOf(p, "allOf")...)
		}
	}
	switch {
	case unknown:
		return nil
	case len(schemas) == 0:
		return true
	case len(schemas) == 1:
		return schemas[0]
	}
	return jsonObject{{"allOf", schemas}}
}

func anyOf(parts ...any) any {
	var schemas []any
	unknown := false
	for _, p := range parts {
		switch p {
		case true:
			return true
		case false:
		case nil:
			unknown = true
		default:
			schemas = append(schemas, partsOf(p, "anyOf")...)
		}
	}
	switch {
	case len(schemas) == 0 && unknown:
		return nil
	case len(schemas) == 0:
		return false
	case len(schemas) == 1:
		return schemas[0]
	}
	return jsonObject{{"anyOf", schemas}}
}

// partsOf are the parts of a schema that is nothing but a list of them.
func partsOf(schema any, word string) []any {
	if o, ok := schema.(jsonObject); ok && len(o) == 1 && o[0].key == word {
		return o[0].value.([]any)
	}
	return []any{schema}
}
