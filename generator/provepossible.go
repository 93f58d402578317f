package generator

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/expr-lang/expr/ast"
	"gopkg.in/yaml.v3"
)

// possible is a value that somebody might give a field, or that the field is
// left out.
type possible struct {
	value any
	given bool
	text  string // as a reader is told: "site.version: 2509"
}

// possibilities lists for each field the values that a workflow can tell
// apart: what its conditions compare the field with, what its declaration
// says, and what the sample profiles give. Every value is one that a profile
// may have.
type possibilities struct {
	w       *Workflow
	find    *finder
	samples []*Profile
	date    string

	constants map[string][]any // by field: what an expression compares it with
	lengths   map[string][]int // by field: what one compares its length with
	dates     []any            // days that the workflow knows
	known     map[string][]possible
}

// The most values of a field that are tried.
const mostPossible = 64

func newPossibilities(w *Workflow, find *finder, samples []*Profile, date string) *possibilities {
	p := &possibilities{
		w: w, find: find, samples: samples, date: date,
		constants: map[string][]any{}, lengths: map[string][]int{}, known: map[string][]possible{},
	}
	w.eachExpression(func(e *Expression) {
		n := e.tree()
		ast.Walk(&n, p)
	})
	for _, name := range sortedKeys(w.tables) {
		for _, key := range sortedKeys(w.tables[name]) {
			if s, ok := w.tables[name][key].(string); ok && isDate(s) {
				p.dates = append(p.dates, s)
			}
		}
	}
	return p
}

// Visit collects the constants of one node of an expression.
func (p *possibilities) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		for _, side := range [][2]ast.Node{{n.Left, n.Right}, {n.Right, n.Left}} {
			p.constant(side[0], n.Operator, constantsOf(side[1]))
		}
		if name := dotted(n.Right); n.Operator == "in" && p.w.tables[name] != nil {
			p.constant(n.Left, n.Operator, p.keys(name))
		}
	case *ast.MemberNode:
		if name := dotted(n.Node); p.w.tables[name] != nil && literal(n.Property) == nil {
			p.constant(n.Property, "in", p.keys(name))
		}
	}
}

func (p *possibilities) keys(table string) []any {
	var keys []any
	for _, key := range sortedKeys(p.w.tables[table]) {
		keys = append(keys, key)
	}
	return keys
}

// constant notes that what n is made of is compared with these values.
func (p *possibilities) constant(n ast.Node, operator string, values []any) {
	if len(values) == 0 {
		return
	}
	names := newExprWalker()
	names.walk(n)
	for _, f := range p.find.ofNames(sortedKeys(names.seen)).fields {
		for _, v := range values {
			if i, ok := v.(int); ok && f.isList() {
				p.lengths[f.Key] = append(p.lengths[f.Key], i)
				continue
			}
			if s, ok := v.(string); ok && operator == "matches" {
				v = sampleOf(s)
			}
			p.constants[f.Key] = append(p.constants[f.Key], v)
		}
	}
}

// constantsOf is the value of a constant, or those of a list of constants.
func constantsOf(n ast.Node) []any {
	if list, ok := n.(*ast.ArrayNode); ok {
		var all []any
		for _, e := range list.Nodes {
			all = append(all, constantsOf(e)...)
		}
		return all
	}
	if v := literal(n); v != nil {
		return []any{v}
	}
	return nil
}

// of lists the values of a field; the way to leave it out comes last.
func (p *possibilities) of(f *Field) []possible {
	if all, ok := p.known[f.Key]; ok {
		return all
	}
	var all []possible
	for _, v := range p.values(f) {
		same := slices.ContainsFunc(all, func(o possible) bool { return equalValues(o.value, v) })
		if !same && len(all) < mostPossible && f.takes(v) {
			all = append(all, possible{v, true, f.Key + ": " + inline(valueNode(v))})
		}
	}
	if !f.Required {
		all = append(all, possible{f.unset(), false, f.Key + " left out"})
	}
	p.known[f.Key] = all
	return all
}

// takes reports whether a profile may have this value.
func (f *Field) takes(v any) bool {
	read, ps := f.read("", valueNode(v))
	return len(ps) == 0 && equalValues(read, v)
}

func (p *possibilities) values(f *Field) []any {
	var all []any
	switch f.Type {
	case TypeBoolean:
		return []any{true, false}
	case TypeChoice:
		for _, c := range f.Choices {
			all = append(all, c.Value)
		}
		return all
	case TypeChoices:
		return subsets(f.choiceValues())
	case TypePeople, TypeStepMinutes, TypeStepWaits:
		return nil
	}
	for _, s := range p.samples {
		if _, given := s.given[f.Key]; given {
			all = append(all, s.vars.get(f.Key))
		}
	}
	switch f.Type {
	case TypeInteger, TypeYYMM:
		all = append(all, p.numbers(f)...)
	case TypeText:
		all = append(all, textsLike(f, 1)...)
		all = append(all, p.constants[f.Key]...)
		all = append(all, around(p.constants[f.Key])...)
	case TypeDate:
		all = append(all, p.days(f)...)
	case TypeTexts, TypeDates:
		all = append(all, p.lists(f)...)
	case TypeRecords:
		all = append(all, records(f)...)
	}
	return all
}

// subsets lists every list of choices of a few, of many the smallest and the
// largest.
func subsets(choices []string) []any {
	var all []any
	every := make([]any, len(choices))
	for i, c := range choices {
		every[i] = c
	}
	if len(choices) > 5 {
		all = append(all, every, []any{})
		for _, c := range every {
			all = append(all, []any{c})
		}
		return all
	}
	for bits := 1<<len(every) - 1; bits >= 0; bits-- {
		list := []any{}
		for i, c := range every {
			if bits&(1<<i) != 0 {
				list = append(list, c)
			}
		}
		all = append(all, list)
	}
	return all
}

// numbers are those that something is compared with, then their neighbours,
// and for whole numbers some of each size.
func (p *possibilities) numbers(f *Field) []any {
	var all, beside []any
	for _, v := range p.constants[f.Key] {
		n, ok := v.(int)
		if s, isText := v.(string); isText { // a key of a table
			n = asNumber(s)
		}
		switch {
		case f.Type == TypeInteger && ok:
			all = append(all, n)
			beside = append(beside, n-1, n+1)
		case f.Type == TypeYYMM && n >= 1000:
			all = append(all, n)
			if ok {
				beside = append(beside, monthAfter(n, -1), monthAfter(n, 1))
			}
		}
	}
	all = append(all, asNumber(f.Example))
	if f.Type == TypeInteger {
		all = append(all, f.Min, f.Max)
		for n := 1; n <= 1_000_000; n *= 10 {
			all = append(all, n, 2*n, 5*n)
		}
	}
	return append(all, beside...)
}

// asNumber is the number that an example shows, 0 for none.
func asNumber(example string) int {
	n, err := strconv.Atoi(strings.Trim(example, `"`))
	if err != nil {
		return 0
	}
	return n
}

// days are those that the workflow knows and some before and after the day of
// the runbook.
func (p *possibilities) days(f *Field) []any {
	all := []any{f.Example}
	for _, v := range slices.Concat(p.constants[f.Key], p.dates) {
		all = append(all, v)
		all = append(all, daysFrom(v, 1, -1)...)
	}
	return append(daysFrom(p.date, 30, -30, 1, -1, 7, 90, 400, -400, 2000, -2000), all...)
}

// runbookDays are the days that a runbook could speak of.
func (p *possibilities) runbookDays() []string {
	var days []string
	for _, v := range p.days(&Field{Key: "date"}) {
		if s, ok := v.(string); ok && isDate(s) && !slices.Contains(days, s) && len(days) < mostPossible {
			days = append(days, s)
		}
	}
	return days
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func daysFrom(day any, steps ...int) []any {
	s, _ := day.(string)
	from, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return nil
	}
	all := make([]any, len(steps))
	for i, n := range steps {
		all[i] = from.AddDate(0, 0, n).Format(time.DateOnly)
	}
	return all
}

// textsLike makes different texts of the form that a field wants, that many
// if its pattern has so many easy ones.
func textsLike(f *Field, n int) []any {
	var all []any
	add := func(s string) {
		if len(all) < n && s != "" && !slices.Contains(all, any(s)) && f.oneTakes(s) {
			all = append(all, s)
		}
	}
	add(f.Example)
	if f.Pattern != nil {
		add(sampleOf(f.Pattern.Source))
	}
	add("example")
	for i := 2; len(all) > 0 && i < 12; i++ {
		first := all[0].(string)
		add(first + strconv.Itoa(i))
		add(strconv.Itoa(i) + first)
		add(string(rune('a'+i)) + first)
		add(first[:len(first)-1] + strconv.Itoa(i%10))
	}
	return all
}

// oneTakes reports whether the field, or an entry of it, may be this text.
func (f *Field) oneTakes(s string) bool {
	one := *f
	switch f.Type {
	case TypeTexts:
		one.Type = TypeText
	case TypeDates:
		one.Type = TypeDate
	}
	return one.takes(s)
}

// around makes texts that begin, end or go on with a constant, and those that
// differ from it only in capitals.
func around(constants []any) []any {
	var all []any
	for _, v := range constants {
		if s, ok := v.(string); ok && s != "" {
			all = append(all, s+"x", "x"+s, UpperFirst(s), strings.ToUpper(s), strings.ToLower(s))
		}
	}
	return all
}

// lists are those without and with a constant, and of each length that matters.
func (p *possibilities) lists(f *Field) []any {
	all := []any{[]any{}}
	for _, v := range p.constants[f.Key] {
		if s, ok := v.(string); ok && f.oneTakes(s) {
			all = append(all, []any{s})
		}
	}
	lengths := []int{1, 2, 3}
	for _, n := range p.lengths[f.Key] {
		lengths = append(lengths, n-1, n, n+1)
	}
	entries := textsLike(f, 40)
	if f.Type == TypeDates {
		entries = daysFrom(p.date, 1, 2, 3, 4, 5, 6, 7, 8)
	}
	short := len(all)
	for _, n := range lengths {
		if n <= 0 || n > len(entries) {
			continue
		}
		all = append(all, entries[:n:n])
		for _, constant := range all[1:short] {
			all = append(all, append(slices.Clone(entries[:n-1]), constant.([]any)...))
		}
	}
	return all
}

// records are lists of one and of two entries that say everything, and of one
// that says only what it must.
func records(f *Field) []any {
	entry := func(i int, full bool) any {
		record := f.newRecord()
		given := record[givenPart].(map[string]any)
		for _, sub := range f.Fields {
			if full || sub.Required {
				if v := sub.sampleValue(i); v != nil {
					record[sub.Key], given[sub.Key] = v, true
				}
			}
		}
		return record
	}
	return []any{[]any{}, []any{entry(0, true)}, []any{entry(0, true), entry(1, true)}, []any{entry(0, false)}}
}

// sampleValue is a value for the field of the i-th entry of a list of records,
// nil where none is known.
func (f *Field) sampleValue(i int) any {
	switch f.Type {
	case TypeBoolean:
		return true
	case TypeChoice:
		return f.Choices[i%len(f.Choices)].Value
	case TypeChoices:
		return subsets(f.choiceValues())[0]
	case TypeInteger, TypeYYMM:
		return max(f.Min, asNumber(f.Example), 1)
	case TypeDate:
		return f.sample()
	}
	texts := textsLike(f, 2)
	if len(texts) == 0 {
		return nil
	}
	one := texts[i%len(texts)]
	if f.isList() {
		return []any{one}
	}
	return one
}

// equalValues compares values of a field, records included.
func equalValues(a, b any) bool {
	switch a.(type) {
	case []any, map[string]any:
		return reflect.DeepEqual(a, b)
	}
	switch b.(type) {
	case []any, map[string]any:
		return false
	}
	return a == b
}

// valueNode is a value as YAML.
func valueNode(v any) *yaml.Node {
	switch v := v.(type) {
	case string:
		return textNode(v)
	case []any:
		n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
		for _, e := range v {
			n.Content = append(n.Content, valueNode(e))
		}
		return n
	case map[string]any:
		n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		given, _ := v[givenPart].(map[string]any)
		for _, key := range sortedKeys(given) {
			if given[key] != true {
				continue
			}
			n.Content = append(n.Content, textNode(key), valueNode(v[key]))
		}
		return n
	}
	tag := "!!int"
	if _, ok := v.(bool); ok {
		tag = "!!bool"
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: tag, Value: fmt.Sprint(v)}
}
