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

// read turns a node into the field's value, or problems with what is wrong:
// the value of a scalar is string, int or bool, of a list []any, of a record
// map[string]any.
func (f *Field) read(file string, n *yaml.Node) (any, Problems) {
	r := &fieldReader{Field: f, file: file}
	switch f.Type {
	case TypeTexts, TypeChoices, TypeDates, TypeRecords:
		return r.list(n), r.problems
	}
	return r.one(n), r.problems
}

// fieldReader reads the values of one field.
type fieldReader struct {
	*Field
	file     string
	problems Problems
}

// wrong reports that the field is what it cannot be.
func (r *fieldReader) wrong(n *yaml.Node, hint, format string, args ...any) {
	r.problems = append(r.problems, Problem{Pos: at(r.file, n), Rule: r.Otherwise, At: r.Key, Message: r.Key + " " + fmt.Sprintf(format, args...), Hint: hint})
}

// scalar reports whether there is a value at all; wants says what should be.
func (r *fieldReader) scalar(n *yaml.Node, wants string) bool {
	if n.Kind == yaml.ScalarNode && !isNull(n) {
		return true
	}
	r.wrong(n, cmp.Or(r.example(), valueBehindColon), "wants %s, not %s", wants, kindName(n))
	return false
}

// one reads a value, or an entry of a list; nil for a wrong one.
func (r *fieldReader) one(n *yaml.Node) any {
	switch r.Type {
	case TypeText, TypeTexts:
		return r.text(n)
	case TypeChoice, TypeChoices:
		return r.choice(n)
	case TypeDate, TypeDates:
		return r.date(n)
	case TypeBoolean:
		return r.boolean(n)
	case TypeInteger:
		return r.integer(n)
	case TypeYYMM:
		return r.yymm(n)
	case TypeRecords:
		return r.record(n)
	}
	return nil
}

func (r *fieldReader) list(n *yaml.Node) any {
	if n.Kind != yaml.SequenceNode {
		hint := "write it as a list: [" + clean(n.Value) + "]"
		if n.Kind != yaml.ScalarNode {
			hint = "write one entry a line, each beginning with a dash"
		}
		r.wrong(n, hint, "wants a list, not %s", kindName(n))
		return nil
	}
	list := []any{}
	unique := uniqueParts{r, map[string]*yaml.Node{}}
	for _, c := range n.Content {
		if r.Type != TypeRecords && (isNull(c) || isBlank(c)) {
			r.wrong(c, "take it out, or write what belongs there", "has an empty entry")
			continue
		}
		v := r.one(c)
		if r.Type == TypeRecords {
			unique.check(c, v)
		} else if v != nil && slices.ContainsFunc(list, func(o any) bool { return r.same(o, v) }) {
			r.wrong(c, "name each once", "names %q twice", v)
			continue
		}
		if v != nil {
			list = append(list, v)
		}
	}
	return list
}

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

func (r *fieldReader) text(n *yaml.Node) any {
	if !r.scalar(n, "text") {
		return nil
	}
	if n.Tag == "!!bool" {
		r.wrong(n, "put it into quotes if you mean the word", "wants text, not %s", kindName(n))
		return nil
	}
	if isBlank(n) {
		return ""
	}
	v := clean(n.Value)
	limit := cmp.Or(r.Max, maxText)
	if length := utf8.RuneCountInString(v); length > limit {
		r.wrong(n, fmt.Sprintf("at most %d characters", limit), "has %d characters", length)
		return nil
	}
	if r.Pattern != nil && !r.Pattern.Matches(v) {
		r.wrong(n, r.didYouMean(v, r.example()), "%q has not the right form", v)
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

func (r *fieldReader) boolean(n *yaml.Node) any {
	if !r.scalar(n, "true or false") {
		return nil
	}
	if n.Tag != "!!bool" {
		r.wrong(n, "write true or false", "wants true or false, not %s", kindName(n))
		return nil
	}
	v, _ := strconv.ParseBool(n.Value)
	return v
}

func (r *fieldReader) yymm(n *yaml.Node) any {
	if !r.scalar(n, "a version of four digits") {
		return nil
	}
	v, err := strconv.Atoi(n.Value)
	if err != nil || len(n.Value) != 4 || v < 1000 || v%100 < 1 || v%100 > 12 {
		r.wrong(n, r.example(), "%q is no version: four digits, year and month", clean(n.Value))
		return nil
	}
	return v
}

func (r *fieldReader) choice(n *yaml.Node) any {
	values := r.choiceValues()
	if !r.scalar(n, "one of "+strings.Join(values, ", ")) {
		return nil
	}
	if !slices.Contains(values, n.Value) {
		r.wrong(n, suggest(n.Value, values, "the values are"), "cannot be %q", clean(n.Value))
		return nil
	}
	return n.Value
}

func (r *fieldReader) date(n *yaml.Node) any {
	if !r.scalar(n, "a date") {
		return nil
	}
	day, err := time.Parse(time.DateOnly, n.Value)
	if err != nil {
		r.wrong(n, "write it as YYYY-MM-DD", "%q is no date", clean(n.Value))
		return nil
	}
	if day.Year() < firstYear || day.Year() > lastYear {
		r.wrong(n, fmt.Sprintf("a day of the years %d to %d", firstYear, lastYear), "%s is too far away", n.Value)
		return nil
	}
	return n.Value
}

// The years in which a date may lie: what is computed from it, however long the
// waiting times, then has a year of four digits too.
const firstYear, lastYear = 2000, 2199

func (r *fieldReader) integer(n *yaml.Node) any {
	if !r.scalar(n, "a whole number") {
		return nil
	}
	if !isInteger(n) {
		r.wrong(n, plainNumber(n), "wants a whole number, not %s", kindName(n))
		return nil
	}
	v, _ := strconv.Atoi(n.Value) // the largest or smallest int for one beyond
	least, most := cmp.Or(r.Min, -mostInteger), cmp.Or(r.Max, mostInteger)
	if v < least {
		r.wrong(n, fmt.Sprintf("%d or more", least), "cannot be %s", n.Value)
		return nil
	}
	if v > most {
		r.wrong(n, fmt.Sprintf("%d or less", most), "cannot be as large as %s", n.Value)
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

// same reports whether two values of the field are one.
func (f *Field) same(a, b any) bool {
	if s, ok := a.(string); ok && f.NoCase {
		t, ok := b.(string)
		return ok && strings.EqualFold(s, t)
	}
	return equal(a, b)
}
