package generator

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// valueBehindColon is the remedy where a list or a group stands for a value, if the
// field has no example.
const valueBehindColon = "write one value behind the colon, nothing below it"

// read turns a node into the field's value, or problems without position
// faults: the value of a scalar is string, int or bool, of a list []any, of a
// record map[string]any.
func (f *Field) read(file string, n *yaml.Node) (any, Problems) {
	var ps Problems
	wrong := func(n *yaml.Node, hint, format string, args ...any) {
		ps = append(ps, Problem{Pos: at(file, n), Rule: f.Otherwise, At: f.Key, Message: f.Key + " " + fmt.Sprintf(format, args...), Hint: hint})
	}
	scalar := func(n *yaml.Node, wants string) bool {
		if n.Kind == yaml.ScalarNode && !isNull(n) {
			return true
		}
		wrong(n, cmp.Or(f.example(), valueBehindColon), "wants %s, not %s", wants, kindName(n))
		return false
	}
	one := func(n *yaml.Node) any {
		switch f.Type {
		case TypeText, TypeTexts:
			return f.readText(n, scalar, wrong)
		case TypeChoice, TypeChoices:
			return f.readChoice(n, scalar, wrong)
		case TypeDate, TypeDates:
			return f.readDate(n, scalar, wrong)
		case TypeBoolean:
			if !scalar(n, "true or false") {
				return nil
			}
			if n.Tag != "!!bool" {
				wrong(n, "write true or false", "wants true or false, not %s", kindName(n))
				return nil
			}
			v, _ := strconv.ParseBool(n.Value)
			return v
		case TypeInteger:
			return f.readInteger(n, scalar, wrong)
		case TypeYYMM:
			if !scalar(n, "a version of four digits") {
				return nil
			}
			v, err := strconv.Atoi(n.Value)
			if err != nil || len(n.Value) != 4 || v < 1000 || v%100 < 1 || v%100 > 12 {
				wrong(n, f.example(), "%q is no version: four digits, year and month", clean(n.Value))
				return nil
			}
			return v
		case TypeRecords:
			return f.readRecord(file, n, &ps)
		}
		return nil
	}
	switch f.Type {
	case TypeTexts, TypeChoices, TypeDates, TypeRecords:
		if n.Kind != yaml.SequenceNode {
			hint := "write it as a list: [" + clean(n.Value) + "]"
			if n.Kind != yaml.ScalarNode {
				hint = "write one entry a line, each beginning with a dash"
			}
			wrong(n, hint, "wants a list, not %s", kindName(n))
			return nil, ps
		}
		list := []any{}
		unique := uniqueParts{field: f, first: map[string]*yaml.Node{}}
		for _, c := range n.Content {
			if f.Type != TypeRecords && (isNull(c) || isBlank(c)) {
				wrong(c, "take it out, or write what belongs there", "has an empty entry")
				continue
			}
			v := one(c)
			if f.Type == TypeRecords {
				unique.check(c, v, wrong)
			} else if v != nil && slices.ContainsFunc(list, func(o any) bool { return f.same(o, v) }) {
				wrong(c, "name each once", "names %q twice", v)
				continue
			}
			if v != nil {
				list = append(list, v)
			}
		}
		return list, ps
	}
	return one(n), ps
}

type (
	scalarFunc func(n *yaml.Node, wants string) bool
	wrongFunc  func(n *yaml.Node, hint, format string, args ...any)
)

func (f *Field) example() string {
	switch {
	case f.Shape != "" && f.Example != "":
		return f.Shape + ", for example " + f.Example
	case f.Shape != "":
		return f.Shape
	case f.Example != "":
		return "for example " + f.Example
	}
	return ""
}

func (f *Field) readText(n *yaml.Node, scalar scalarFunc, wrong wrongFunc) any {
	if !scalar(n, "text") {
		return nil
	}
	if n.Tag == "!!bool" {
		wrong(n, "put it into quotes if you mean the word", "wants text, not %s", kindName(n))
		return nil
	}
	if isBlank(n) {
		return ""
	}
	v := clean(n.Value)
	limit := cmp.Or(f.Max, maxText)
	if length := utf8.RuneCountInString(v); length > limit {
		wrong(n, fmt.Sprintf("at most %d characters", limit), "has %d characters", length)
		return nil
	}
	if f.Pattern != nil && !f.Pattern.Matches(v) {
		wrong(n, f.didYouMean(v, f.example()), "%q has not the right form", v)
		return nil
	}
	return v
}

// didYouMean puts the value as it was probably meant in front of a hint: what
// people copy from a portal often differs in blanks and capitals alone.
func (f *Field) didYouMean(v, hint string) string {
	meant := f.meant(v)
	if meant == "" {
		return hint
	}
	if len(f.Choices) == 0 { // else the hint may begin with one, which keeps its letters
		hint = UpperFirst(hint)
	}
	return strings.TrimSpace(fmt.Sprintf("did you mean %q? %s", meant, hint))
}

func (f *Field) meant(v string) string {
	if f.Pattern != nil {
		bare := strings.ReplaceAll(v, " ", "")
		for _, s := range []string{bare, strings.ToLower(bare), strings.ToUpper(bare)} {
			if s != v && f.Pattern.Matches(s) {
				return s
			}
		}
	}
	near := nearest(v, f.choiceValues())
	if strings.EqualFold(v, near) || len(near) > 3 && digits(v) == digits(near) {
		return near
	}
	return "" // sha1 and 3y are something else than sha512 and 1y, not misspelt
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func (f *Field) readChoice(n *yaml.Node, scalar scalarFunc, wrong wrongFunc) any {
	values := f.choiceValues()
	if !scalar(n, "one of "+strings.Join(values, ", ")) {
		return nil
	}
	if !slices.Contains(values, n.Value) {
		wrong(n, suggest(n.Value, values, "the values are"), "cannot be %q", clean(n.Value))
		return nil
	}
	return n.Value
}

func (f *Field) readDate(n *yaml.Node, scalar scalarFunc, wrong wrongFunc) any {
	if !scalar(n, "a date") {
		return nil
	}
	day, err := time.Parse(time.DateOnly, n.Value)
	if err != nil {
		wrong(n, "write it as YYYY-MM-DD", "%q is no date", clean(n.Value))
		return nil
	}
	if day.Year() < firstYear || day.Year() > lastYear {
		wrong(n, fmt.Sprintf("a day of the years %d to %d", firstYear, lastYear), "%s is too far away", n.Value)
		return nil
	}
	return n.Value
}

// The years in which a date may lie: what is computed from it, however long the
// waiting times, then has a year of four digits too.
const firstYear, lastYear = 2000, 2199

func (f *Field) readInteger(n *yaml.Node, scalar scalarFunc, wrong wrongFunc) any {
	if !scalar(n, "a whole number") {
		return nil
	}
	if !isInteger(n) {
		wrong(n, plainNumber(n), "wants a whole number, not %s", kindName(n))
		return nil
	}
	v, _ := strconv.Atoi(n.Value) // the largest or smallest int for one beyond
	least, most := cmp.Or(f.Min, -mostInteger), cmp.Or(f.Max, mostInteger)
	if v < least {
		wrong(n, fmt.Sprintf("%d or more", least), "cannot be %s", n.Value)
		return nil
	}
	if v > most {
		wrong(n, fmt.Sprintf("%d or less", most), "cannot be as large as %s", n.Value)
		return nil
	}
	return v
}

// mostInteger is the largest number that any field takes.
const mostInteger = 1_000_000_000

// isInteger also knows whole numbers that are too large for YAML to call them so.
func isInteger(n *yaml.Node) bool {
	_, err := strconv.Atoi(n.Value)
	return n.Tag == "!!int" && err == nil || n.Tag != "!!str" && errors.Is(err, strconv.ErrRange)
}

// plainNumber is the hint for a number that was written as people write it:
// in quotes, or with signs between the thousands.
func plainNumber(n *yaml.Node) string {
	groups := strings.FieldsFunc(n.Value, func(r rune) bool { return strings.ContainsRune("_., '\u00a0\u202f", r) })
	for i, g := range groups {
		if _, err := strconv.Atoi(g); err != nil && !errors.Is(err, strconv.ErrRange) || i > 0 && len(g) != 3 {
			return "digits only"
		}
	}
	hint := "digits only"
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		hint += ", without quotes"
	}
	return hint + ": " + strings.Join(groups, "")
}

func (f *Field) readRecord(file string, n *yaml.Node, ps *Problems) any {
	if n.Kind != yaml.MappingNode {
		ps.addAt(f.Key, at(file, n), "one entry has the keys "+strings.Join(f.fieldNames(), ", "), "%s wants entries with keys, not %s", f.Key, kindName(n))
		return nil
	}
	record := f.newRecord()
	given := record[givenPart].(map[string]any)
	seen := map[string]bool{}
	for _, p := range pairs(file, n, ps) {
		i := slices.IndexFunc(f.Fields, func(s *Field) bool { return s.Key == p.key.Value })
		if i < 0 {
			ps.addAt(f.Key+"."+clean(p.key.Value), at(file, p.key), suggest(p.key.Value, f.fieldNames(), "the keys here are"), "unknown key %q under %s", clean(p.key.Value), f.Key)
			continue
		}
		if isNull(p.value) || f.Fields[i].Required && isBlank(p.value) {
			continue // as good as not there
		}
		seen[p.key.Value], given[p.key.Value] = true, true
		v, more := f.Fields[i].read(file, p.value)
		for _, problem := range more {
			problem.At = f.Key + "." + problem.At
			*ps = append(*ps, problem)
		}
		if v != nil {
			record[p.key.Value] = v
		}
	}
	for _, sub := range f.Fields {
		if sub.Required && !seen[sub.Key] {
			ps.addAt(f.Key, at(file, n), sub.example(), "an entry of %s lacks %s", f.Key, sub.Key)
		}
	}
	return record
}

// givenPart is the part of an entry that says which of the others somebody
// gave.
const givenPart = "given"

// newRecord is an entry in which nobody gave anything.
func (f *Field) newRecord() map[string]any {
	given := map[string]any{}
	record := map[string]any{givenPart: given}
	for _, sub := range f.Fields {
		given[sub.Key] = false
		record[sub.Key] = sub.unset()
	}
	return record
}

// same reports whether two values of the field are one.
func (f *Field) same(a, b any) bool {
	if s, ok := a.(string); ok && f.NoCase {
		t, ok := b.(string)
		return ok && strings.EqualFold(s, t)
	}
	return equal(a, b)
}

// uniqueParts finds entries that are the same in a part which tells them
// apart.
type uniqueParts struct {
	field *Field
	first map[string]*yaml.Node
}

func (u uniqueParts) check(n *yaml.Node, entry any, wrong wrongFunc) {
	record, _ := entry.(map[string]any)
	for _, sub := range u.field.Fields {
		value, _ := record[sub.Key].(string)
		if !sub.Unique || value == "" {
			continue
		}
		at := sub.Key + " " + value
		if sub.NoCase {
			at = strings.ToLower(at)
		}
		if first := u.first[at]; first != nil {
			hint := ""
			if first.Line < n.Line { // not all in one line, as what is typed into a form
				hint = fmt.Sprintf("the first is in line %d", first.Line)
			}
			wrong(n, hint, "has two entries with %s %s", sub.Key, value)
		}
		u.first[at] = n
	}
}

func (f *Field) fieldNames() []string {
	names := make([]string, len(f.Fields))
	for i, s := range f.Fields {
		names[i] = s.Key
	}
	return names
}
