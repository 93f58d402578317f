package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// The types a field may have.
const (
	TypeText        = "text"
	TypeInteger     = "integer"
	TypeBoolean     = "boolean"
	TypeChoice      = "choice"       // one of the choices
	TypeChoices     = "choices"      // a list of different choices
	TypeTexts       = "texts"        // a list of texts
	TypeDate        = "date"         // YYYY-MM-DD
	TypeDates       = "dates"        // a list of dates
	TypeYYMM        = "yymm"         // four digits, year and month, compared as a number
	TypeRecords     = "records"      // a list of groups of fields
	TypePeople      = "people"       // role: a person or a list
	TypeStepMinutes = "step-minutes" // step: minutes
	TypeStepWaits   = "step-waits"   // step: waiting time
)

var fieldTypes = []string{TypeText, TypeInteger, TypeBoolean, TypeChoice, TypeChoices, TypeTexts, TypeDate, TypeDates, TypeYYMM, TypeRecords, TypePeople, TypeStepMinutes, TypeStepWaits}

// Field is one key of a profile, as the workflow declares it.
type Field struct {
	Key       string // dotted
	number    int    // of Key among the names of the workflow, but for a part of records
	Type      string
	Title     string
	Help      string
	Required  bool
	Default   any // of the type's value, nil for none
	Choices   []Choice
	When      *Expression // the form asks for it only then; nil for always
	OnlyThen  bool        // a value has an effect only then
	Decision  bool        // listed among the decisions of the runbook
	Otherwise string      // the rule that explains a missing or wrong value
	Pattern   *Pattern
	Shape     string // Pattern in words
	Example   string
	Min, Max  int    // of an integer; Max of a text's length; 0 for none
	NoCase    bool   // capitals make no difference between two values of a list
	Unique    bool   // of a part of records: no two entries have the same
	Effective string // the value that counts when nobody gave one
	Fields    []*Field
	Facts     []string
	Common    bool   // every workflow has it
	Company   string // name of the overlay it comes from

	pos Pos
}

// Choice is one value of a choice.
type Choice struct {
	Value, Title, Help string
}

// ChoiceTitle is the title of a choice, or the value itself.
func (f *Field) ChoiceTitle(value string) string {
	for _, c := range f.Choices {
		if c.Value == value {
			return c.Title
		}
	}
	return value
}

func (f *Field) choiceValues() []string {
	values := make([]string, len(f.Choices))
	for i, c := range f.Choices {
		values[i] = c.Value
	}
	return values
}

// zero is the value of a field nobody gave and that has no default.
func (f *Field) zero() any {
	switch f.Type {
	case TypeInteger, TypeYYMM:
		return 0
	case TypeBoolean:
		return false
	case TypeTexts, TypeChoices, TypeDates, TypeRecords:
		return []any{}
	}
	return ""
}

func (d decoder) field(n *yaml.Node) *Field {
	f := &Field{pos: at(d.file, n)}
	var def, least, most, example *yaml.Node
	var pattern string
	keep := func(into **yaml.Node) func(*yaml.Node) { return func(n *yaml.Node) { *into = n } }
	d.object(n, "a field", readers{
		"key": d.text(&f.Key), "type": d.text(&f.Type), "title": d.text(&f.Title), "help": d.text(&f.Help),
		"required": d.flag(&f.Required), "default": keep(&def), "when": d.expression(&f.When),
		"only_then": d.flag(&f.OnlyThen), "ignore_case": d.flag(&f.NoCase), "unique": d.flag(&f.Unique),
		"decision": d.flag(&f.Decision), "otherwise": d.text(&f.Otherwise), "pattern": d.scalar(&pattern),
		"shape": d.text(&f.Shape), "example": keep(&example), "min": keep(&least), "max": keep(&most),
		"facts": d.texts(&f.Facts), "effective": d.text(&f.Effective),
		"choices": d.list("choices", func(n *yaml.Node) {
			var c Choice
			d.object(n, "a choice", readers{"value": d.text(&c.Value), "title": d.text(&c.Title), "help": d.text(&c.Help)})
			f.Choices = append(f.Choices, c)
		}),
		"fields": d.list("fields", func(n *yaml.Node) { f.Fields = append(f.Fields, d.field(n)) }),
	})
	if least != nil {
		d.number(&f.Min)(least)
	}
	if most != nil {
		d.number(&f.Max)(most)
	}
	name := "the field"
	if f.Key != "" {
		name = fmt.Sprintf("the field %q", f.Key)
	} else {
		d.problems.add(f.pos, "it is the name in the profile, such as gateway.name", "the field has no key")
	}
	if !slices.Contains(fieldTypes, f.Type) {
		which := ""
		if f.Type != "" {
			which = fmt.Sprintf(" that there is: %q", f.Type)
		}
		d.problems.add(f.pos, suggest(f.Type, fieldTypes, "the types are"), "%s has no type%s", name, which)
		f.Type = cmp.Or(nearest(f.Type, fieldTypes), TypeText) // so that what reads it is judged as it was meant
		def = nil
	}
	if pattern != "" {
		f.Pattern = newPattern(pattern)
	}
	if example != nil {
		d.example(f, example)
	}
	if def != nil {
		value, ps := f.read(d.file, def)
		f.Default = value
		*d.problems = append(*d.problems, ps...)
	}
	return f
}

// example reads the example of a field, which must be a value that a profile may
// give; of a list it is one entry.
func (d decoder) example(f *Field, n *yaml.Node) {
	d.text(&f.Example)(n)
	if f.Example == "" || f.Type == TypeRecords || !f.asked() || f.Pattern != nil && f.Pattern.parse() != nil {
		return
	}
	value := &yaml.Node{Kind: yaml.ScalarNode, Value: n.Value, Line: n.Line, Column: n.Column}
	if value.Tag = value.ShortTag(); f.Type == TypeText || f.Type == TypeTexts {
		value.Tag = "!!str"
	}
	r := &fieldReader{Field: f, file: d.file}
	if r.one(value) == nil {
		d.problems.add(at(d.file, n), f.Shape, "the example is refused in a profile: %s", r.problems[0].Message)
	}
}

// group is a level of the profile's tree of keys: a field, or more groups.
type group struct {
	path     string
	field    *Field
	names    []string // of children, as declared
	children map[string]*group
}

func groupFields(fields []*Field) *group {
	root := &group{children: map[string]*group{}}
	for _, f := range fields {
		g := root
		for name := range strings.SplitSeq(f.Key, ".") {
			child := g.children[name]
			if child == nil {
				child = &group{path: strings.TrimPrefix(g.path+"."+name, "."), children: map[string]*group{}}
				g.children[name] = child
				g.names = append(g.names, name)
			}
			g = child
		}
		g.field = f
	}
	return root
}
