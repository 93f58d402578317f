package generator

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// having matches a profile that has something at the key which matches the
// schema.
func having(key string, value any) jsonObject { return nested(strings.Split(key, "."), value) }

func nested(path []string, value any) jsonObject {
	if len(path) > 1 {
		value = nested(path[1:], value)
	}
	return jsonObject{{"type", "object"}, {"required", []any{path[0]}}, {"properties", jsonObject{{path[0], value}}}}
}

// given matches a profile in which somebody wrote the key; null is nothing.
func given(key string) jsonObject {
	return having(key, jsonObject{{"not", jsonObject{{"type", "null"}}}})
}

func absent(key string) jsonObject { return jsonObject{{"not", given(key)}} }

// compared is a field compared with something fixed.
func (s *schemaWriter) compared(n *ast.BinaryNode, yes bool) any {
	left, right := n.Left, n.Right
	if n.Operator == "in" {
		left, right = right, left
	}
	if c, ok := left.(*ast.BuiltinNode); ok && c.Name == "len" {
		return s.length(s.w.fields[dotted(c.Arguments[0])], n.Operator, literal(right), yes)
	}
	if n.Operator == "in" {
		if f, values := s.oneOf(n); f != nil {
			return s.among(f, values, yes)
		}
	}
	f, fixed := s.w.fields[dotted(left)], literal(right)
	if f == nil || fixed == nil {
		return nil
	}
	switch n.Operator {
	case "==":
		return s.equals(f, fixed, yes)
	case "!=":
		return s.equals(f, fixed, !yes)
	case "in":
		return s.contains(f, fixed, yes)
	case "matches":
		return s.matches(f, fixed, yes)
	case "<", "<=", ">", ">=":
		return s.bounded(f, n.Operator, fixed, yes)
	}
	return nil
}

// oneOf recognizes a field, or the text of one, looked for in a list of
// constants.
func (s *schemaWriter) oneOf(n *ast.BinaryNode) (*Field, []any) {
	left := n.Left
	asText := false
	if c, ok := left.(*ast.BuiltinNode); ok && c.Name == "string" {
		left, asText = c.Arguments[0], true
	}
	right := n.Right
	if v := s.w.values[dotted(right)]; v != nil {
		right = v.Expr.tree()
	}
	f := s.w.fields[dotted(left)]
	list, ok := right.(*ast.ArrayNode)
	if f == nil || !ok {
		return nil, nil
	}
	var values []any
	for _, e := range list.Nodes {
		v := literal(e)
		if text, isText := v.(string); isText && asText && f.Type == TypeYYMM {
			number, err := strconv.Atoi(text)
			if err != nil {
				return nil, nil
			}
			v = number
		}
		if v == nil {
			return nil, nil
		}
		values = append(values, v)
	}
	return f, values
}

// among is a field that is one of the values, or none of them.
func (s *schemaWriter) among(f *Field, values []any, yes bool) any {
	_, known := s.fixed[f.Key]
	var parts, same []any
	byDefault := false
	for _, v := range values {
		parts = append(parts, s.equals(f, v, yes))
		same = append(same, f.spelled(v)...)
		byDefault = byDefault || equal(f.unset(), v)
	}
	switch {
	case !yes:
		return allOf(parts...)
	case known || len(same) < len(values):
		return anyOf(parts...)
	}
	return s.either(f, jsonObject{{"enum", same}}, byDefault)
}

// spelled are the JSON values that YAML may make of a value of the field.
func (f *Field) spelled(v any) []any {
	switch v := v.(type) {
	case string:
		return spellings(v)
	case int:
		if f.Type == TypeYYMM {
			return []any{v, strconv.Itoa(v)}
		}
		return []any{v}
	case bool:
		return []any{v}
	}
	return nil
}

// either is a field that is given with an effect and matches, or is not given
// and has a default that does.
func (s *schemaWriter) either(f *Field, value any, defaultDoes bool) any {
	return anyOf(allOf(having(f.Key, value), s.effect(f)), choose2(defaultDoes, absent(f.Key), false))
}

// effect matches where a value of the field surely has an effect.
func (s *schemaWriter) effect(f *Field) any {
	if f == nil || !f.OnlyThen {
		return true
	}
	return s.surely(f.When.tree(), true)
}

// unset is the value of a field nobody gave.
func (f *Field) unset() any {
	if f.Default != nil {
		return f.Default
	}
	return f.zero()
}

// plainText is text that stays as it is when it is cleaned.
const plainText = "^[ -~]*$"

func (s *schemaWriter) equals(f *Field, v any, yes bool) any {
	if known, ok := s.fixed[f.Key]; ok {
		return equal(known, v) == yes
	}
	byDefault := equal(f.unset(), v) == yes
	same := f.spelled(v)
	if same == nil {
		return nil
	}
	if yes {
		return s.either(f, jsonObject{{"enum", same}}, byDefault)
	}
	switch f.Type {
	case TypeText:
		pattern := plainText
		if v == "" {
			pattern = "[!-~]" // something that can be seen
		}
		return s.either(f, jsonObject{{"type", "string"}, {"pattern", pattern}, {"not", jsonObject{{"enum", same}}}}, byDefault)
	case TypeChoice, TypeBoolean, TypeYYMM, TypeInteger, TypeDate:
		return s.either(f, jsonObject{{"not", jsonObject{{"enum", append(same, nil)}}}}, byDefault)
	}
	return nil
}

func (s *schemaWriter) contains(f *Field, v any, yes bool) any {
	text, ok := v.(string)
	if !ok || f.Type != TypeTexts && f.Type != TypeChoices {
		return nil
	}
	byDefault := false
	list, _ := f.unset().([]any)
	for _, e := range list {
		byDefault = byDefault || e == text
	}
	has := jsonObject{{"contains", jsonObject{{"enum", spellings(text)}}}}
	if yes {
		return s.either(f, append(jsonObject{{"type", "array"}}, has...), byDefault)
	}
	return s.either(f, jsonObject{{"type", "array"}, {"not", has}}, !byDefault)
}

func (s *schemaWriter) matches(f *Field, v any, yes bool) any {
	pattern, ok := v.(string)
	re, err := regexp.Compile(pattern)
	if !ok || err != nil || f.Type != TypeText || strings.Contains(pattern, "(?") {
		return nil
	}
	unset, _ := f.unset().(string)
	plain := jsonObject{{"type", "string"}, {"pattern", plainText}}
	if yes {
		return s.either(f, append(plain, jsonMember{"allOf", []any{jsonObject{{"pattern", pattern}}}}), re.MatchString(unset))
	}
	return s.either(f, append(plain, jsonMember{"not", jsonObject{{"pattern", pattern}}}), !re.MatchString(unset))
}

func (s *schemaWriter) bounded(f *Field, op string, v any, yes bool) any {
	limit, ok := v.(int)
	if !ok || f.Type != TypeInteger && f.Type != TypeYYMM {
		return nil
	}
	if !yes {
		op = opposite[op]
	}
	unset, _ := f.unset().(int)
	word := map[string]string{"<": "exclusiveMaximum", "<=": "maximum", ">": "exclusiveMinimum", ">=": "minimum"}[op]
	return s.either(f, jsonObject{{"type", "integer"}, {word, limit}}, within(unset, op, limit))
}

var opposite = map[string]string{"<": ">=", "<=": ">", ">": "<=", ">=": "<"}

func within(n int, op string, limit int) bool {
	switch op {
	case "<":
		return n < limit
	case "<=":
		return n <= limit
	case ">":
		return n > limit
	}
	return n >= limit
}

func (s *schemaWriter) length(f *Field, op string, v any, yes bool) any {
	limit, ok := v.(int)
	if f == nil || !ok {
		return nil
	}
	list, isList := f.unset().([]any)
	if !isList {
		return nil
	}
	if op == "==" || op == "!=" {
		if (op == "==") == yes {
			return s.either(f, jsonObject{{"type", "array"}, {"minItems", limit}, {"maxItems", limit}}, len(list) == limit)
		}
		return anyOf(s.length(f, "<", limit, true), s.length(f, ">", limit, true))
	}
	if !yes {
		op = opposite[op]
	}
	low, high := -1, -1
	switch op {
	case "<":
		high = limit - 1
	case "<=":
		high = limit
	case ">":
		low = limit + 1
	case ">=":
		low = limit
	default:
		return nil
	}
	byDefault := within(len(list), op, limit)
	if high >= 0 {
		return s.either(f, jsonObject{{"type", "array"}, {"maxItems", high}}, byDefault)
	}
	if low >= 0 {
		return s.either(f, jsonObject{{"type", "array"}, {"minItems", low}}, byDefault)
	}
	return false // fewer than none
}
