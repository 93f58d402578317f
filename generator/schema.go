package generator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// ProfileSchema is the JSON Schema (2020-12) of a profile of the workflow,
// made from its declared fields and, as far as JSON Schema can say them, its
// rules. It accepts every profile that ParseProfile and CheckProfile accept;
// what they refuse it refuses where it can.
func (w *Workflow) ProfileSchema() []byte {
	s := &schemaWriter{w: w, defs: map[string]any{}, patterns: map[string]string{}}
	root := jsonObject{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:runbook:profile:" + w.ID},
		{"title", "Profile of the workflow " + w.ID},
		{"description", w.Title},
	}
	rules := s.rules()
	root = append(root, s.group(w.groups)...)
	if len(rules) > 0 {
		root = append(root, jsonMember{"allOf", rules})
	}
	defs := jsonObject{{"person", personSchema()}}
	for _, name := range sortedKeys(s.defs) {
		if schema, ok := s.defs[name].(jsonObject); ok {
			defs = append(defs, jsonMember{name, oneLine{schema}})
		}
	}
	root = append(root, jsonMember{"$defs", defs})
	return encodeSchema(root)
}

// schemaWriter makes the schema of one workflow.
type schemaWriter struct {
	w        *Workflow
	defs     map[string]any    // conditions that several rules share
	fixed    map[string]any    // a field whose value is taken as known
	patterns map[string]string // forms that rules ask of a field
}

func (s *schemaWriter) group(g *group) jsonObject {
	var properties jsonObject
	required := []any{}
	for _, name := range g.names {
		child := g.children[name]
		if child.field != nil {
			properties = append(properties, jsonMember{name, s.field(child.field)})
			if child.field.Required {
				required = append(required, name)
			}
			continue
		}
		inner := s.group(child)
		if inner[0].value == "object" {
			required = append(required, name)
		}
		properties = append(properties, jsonMember{name, inner})
	}
	var kind any = []any{"object", "null"} // a group with nothing below it is no fault
	if len(required) > 0 || g.path == "" {
		kind = "object"
	}
	out := jsonObject{{"type", kind}, {"additionalProperties", false}}
	if len(required) > 0 {
		out = append(out, jsonMember{"required", required})
	}
	return append(out, jsonMember{"properties", properties})
}

func (s *schemaWriter) field(f *Field) jsonObject {
	out := jsonObject{{"title", f.Title}}
	if text := s.description(f); text != "" {
		out = append(out, jsonMember{"description", text})
	}
	if f.Default != nil {
		out = append(out, jsonMember{"default", f.Default})
	}
	if f.Example != "" {
		out = append(out, jsonMember{"examples", []any{f.exampleValue()}})
	}
	return append(out, s.shape(f)...)
}

func (s *schemaWriter) description(f *Field) string {
	var parts []string
	if f.Help != "" {
		parts = append(parts, f.Help)
	}
	if f.Shape != "" {
		parts = append(parts, "Form: "+f.Shape+".")
	}
	if f.When != nil {
		parts = append(parts, choose(f.OnlyThen, "Has an effect only when ", "Counts when ")+(speaker{s.w}).say(f.When.tree(), true, "")+".")
	}
	return strings.Join(parts, " ")
}

func (f *Field) exampleValue() any {
	if f.Type == TypeInteger || f.Type == TypeYYMM {
		if n, err := strconv.Atoi(f.Example); err == nil {
			return n
		}
	}
	if f.Type == TypeTexts || f.Type == TypeDates {
		return []any{f.Example}
	}
	return f.Example
}

// shape says which values the field may have.
func (s *schemaWriter) shape(f *Field) jsonObject {
	switch f.Type {
	case TypeInteger:
		out := jsonObject{{"type", f.orNull("integer")}}
		if f.Min != 0 {
			out = append(out, jsonMember{"minimum", f.Min})
		}
		return append(out, jsonMember{"maximum", cmp.Or(f.Max, mostInteger)})
	case TypeBoolean:
		return jsonObject{{"type", f.orNull("boolean")}}
	case TypeChoice:
		return jsonObject{{"oneOf", f.choiceSchemas(!f.Required)}}
	case TypeYYMM:
		return jsonObject{{"type", f.orNull("integer", "string")}, {"minimum", 1001}, {"maximum", 9912}, {"pattern", "^[1-9][0-9](0[1-9]|1[0-2])$"}, {"patternErrorMessage", "four digits, year and month"}}
	case TypeDate:
		return append(jsonObject{{"type", f.orNull("string")}}, dateShape...)
	case TypeTexts:
		return f.list(append(jsonObject{{"type", f.textTypes(false)}}, f.textShape()...))
	case TypeChoices:
		return f.list(jsonObject{{"oneOf", f.choiceSchemas(false)}})
	case TypeDates:
		return f.list(append(jsonObject{{"type", "string"}}, dateShape...))
	case TypeRecords:
		return jsonObject{{"type", f.orNull("array")}, {"items", s.record(f)}}
	case TypePeople:
		return s.people()
	case TypeStepMinutes:
		return s.bySteps(f, jsonObject{{"type", "integer"}, {"minimum", 0}, {"maximum", 10_000}})
	case TypeStepWaits:
		return s.bySteps(f, jsonObject{{"type", "string"}, {"pattern", "^[0-9]+[mhdw]$"}, {"patternErrorMessage", "write 30m, 24h, 2d (working days) or 1w"}})
	}
	out := append(jsonObject{{"type", f.textTypes(!f.Required)}}, f.textShape()...)
	if pattern := s.patterns[f.Key]; pattern != "" {
		out = append(out, jsonMember{"pattern", pattern}, jsonMember{"patternErrorMessage", f.Help})
	}
	return out
}

var dateShape = jsonObject{{"format", "date"}, {"pattern", "^2[01][0-9]{2}-[0-9]{2}-[0-9]{2}$"}, {"patternErrorMessage", "write it as YYYY-MM-DD, in the years 2000 to 2199"}}

func (f *Field) orNull(types ...any) any {
	if !f.Required {
		types = append(types, "null")
	}
	if len(types) == 1 {
		return types[0]
	}
	return types
}

// textTypes are the types of a text as YAML has it: a number is taken as the
// text that it is written as, where the pattern allows one.
func (f *Field) textTypes(null bool) any {
	types := []any{"string"}
	numbers := []string{"1", "12", "123", "1234", "1234567", "1.5", "-1"}
	if f.Pattern == nil || slices.ContainsFunc(numbers, f.Pattern.Matches) {
		types = append(types, "number")
	}
	if null {
		types = append(types, "null")
	}
	if len(types) == 1 {
		return types[0]
	}
	return types
}

func (f *Field) textShape() jsonObject {
	longest := f.Max
	if longest == 0 {
		longest = maxText
	}
	var out jsonObject
	empty := `^\s*$|`
	if f.Required || f.isList() {
		out, empty = jsonObject{{"minLength", 1}}, ""
	}
	out = append(out, jsonMember{"maxLength", longest})
	if f.Pattern != nil {
		out = append(out, jsonMember{"pattern", empty + f.Pattern.Source})
		if f.Shape != "" {
			out = append(out, jsonMember{"patternErrorMessage", f.Shape})
		}
	}
	return out
}

// maxText is how long a text may be whose field does not say.
const maxText = 1000

func (f *Field) list(items jsonObject) jsonObject {
	return jsonObject{{"type", f.orNull("array")}, {"items", items}, {"uniqueItems", true}}
}

// choiceSchemas lists the choices in words. A choice that looks like a number
// may be written as one.
func (f *Field) choiceSchemas(null bool) []any {
	var out []any
	for _, c := range f.Choices {
		for _, v := range spellings(c.Value) {
			choice := jsonObject{{"const", v}, {"title", c.Title}}
			if c.Help != "" {
				choice = append(choice, jsonMember{"description", c.Help})
			}
			out = append(out, choice)
		}
	}
	if null {
		out = append(out, jsonObject{{"type", "null"}, {"title", "not given"}})
	}
	return out
}

// spellings are the JSON values that YAML may make of a text.
func spellings(text string) []any {
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return []any{text, n}
	}
	return []any{text}
}

func (s *schemaWriter) record(f *Field) jsonObject {
	var properties jsonObject
	required := []any{}
	for _, sub := range f.Fields {
		properties = append(properties, jsonMember{sub.Key, s.field(sub)})
		if sub.Required {
			required = append(required, sub.Key)
		}
	}
	out := jsonObject{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 {
		out = append(out, jsonMember{"required", required})
	}
	return append(out, jsonMember{"properties", properties})
}

func (s *schemaWriter) bySteps(f *Field, value jsonObject) jsonObject {
	var ids []any
	for _, step := range s.w.Steps() {
		ids = append(ids, step.ID)
	}
	return jsonObject{{"type", f.orNull("object")}, {"propertyNames", jsonObject{{"enum", ids}}}, {"additionalProperties", value}}
}
