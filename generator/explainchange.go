package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Change is one value of the profile made another.
type Change struct {
	Key  string // dotted profile key; "date" for the day of the runbook
	How  ChangeKind
	To   string // the value, as the profile has it; "" where How says it all
	Text string // "authentication.methods including pki"

	value any
	given bool
	rank  int // of several ways to change one field, the plainest is shown
}

// ChangeKind is how a value is changed.
type ChangeKind string

// The ways to change a value.
const (
	ChangeSet     ChangeKind = "set"
	ChangeInclude ChangeKind = "include" // a list gets one more entry
	ChangeExclude ChangeKind = "exclude" // a list loses an entry
	ChangeGive    ChangeKind = "give"    // any value will do
	ChangeOmit    ChangeKind = "omit"    // the key is left out
	ChangeEntries ChangeKind = "entries" // a list has that many entries
	ChangeAtLeast ChangeKind = "at-least"
	ChangeAtMost  ChangeKind = "at-most"
	ChangeBetween ChangeKind = "between" // "2107 to 2303"
)

// changes lists the other values that a field could have, as far as they can
// be told apart by the condition: each choice, each number that something
// compares the field with, given or left out.
func (x *Explainer) changes(f *Field, literals []any) []Change {
	now := x.run.p.vars.get(f.Key)
	_, given := x.run.p.given[f.Key]
	var out []Change
	add := func(rank int, how ChangeKind, to string, value any, isGiven bool, text string) {
		known := slices.ContainsFunc(out, func(c Change) bool { return c.Text == f.Key+text })
		if !known && (!equal(value, now) || isGiven != given) {
			out = append(out, Change{Key: f.Key, How: how, To: to, Text: f.Key + text, value: value, given: isGiven, rank: rank})
		}
	}
	set := func(value any) {
		if s := fmt.Sprint(value); !equal(value, now) {
			add(1, ChangeSet, s, value, true, ": "+s)
		}
	}
	switch f.Type {
	case TypeBoolean:
		set(now != true)
	case TypeChoice:
		for _, c := range f.Choices {
			set(c.Value)
		}
	case TypeYYMM:
		for _, v := range x.versions(f) {
			set(v)
		}
	case TypeText, TypeDate:
		for _, v := range literals {
			if s, ok := v.(string); ok && s != "" {
				set(s)
			}
		}
		if now == "" {
			add(3, ChangeGive, "", f.sample(), true, " given")
		}
	case TypeChoices, TypeTexts, TypeDates:
		x.lists(f, literals, now, add)
	case TypeRecords:
		if list, _ := now.([]any); len(list) == 0 {
			add(3, ChangeGive, "", []any{f.newRecord()}, true, " given")
		}
	}
	if given && f.Default == nil && !f.Required {
		add(3, ChangeOmit, "", f.zero(), false, " left out")
	}
	return out
}

// sample is a value that somebody might give.
func (f *Field) sample() any {
	switch {
	case f.Type == TypeDate:
		return "2027-01-11"
	case f.Example != "":
		return f.Example
	}
	return "example"
}

func (x *Explainer) lists(f *Field, literals []any, now any, add func(int, ChangeKind, string, any, bool, string)) {
	list, _ := now.([]any)
	members := slices.Concat(literals, list)
	for _, c := range f.Choices {
		members = append(members, c.Value)
	}
	for _, m := range members {
		s, ok := m.(string)
		if !ok {
			continue
		}
		if i := slices.Index(list, m); i >= 0 {
			add(1, ChangeExclude, s, slices.Delete(slices.Clone(list), i, i+1), true, " without "+s)
		} else {
			add(1, ChangeInclude, s, append(slices.Clone(list), m), true, " including "+s)
		}
		if f.Type == TypeChoices {
			add(2, ChangeSet, "["+s+"]", []any{m}, true, ": ["+s+"]")
		}
	}
	if f.Type == TypeChoices {
		return
	}
	add(3, ChangeSet, "[]", []any{}, true, ": []")
	for _, n := range []int{1, 2, 3, 4, 8, 16} {
		if n == len(list) {
			continue
		}
		other := slices.Clone(list[:min(n, len(list))])
		for len(other) < n {
			other = append(other, "entry"+strconv.Itoa(len(other)))
		}
		add(4, ChangeEntries, strconv.Itoa(n), other, true, choose(n == 1, " with 1 entry", fmt.Sprintf(" with %d entries", n)))
	}
}

// versions lists what a field of versions could be: the numbers that the
// workflow compares it with and the keys of its tables that are versions,
// without those that a rule refuses at this very key.
func (x *Explainer) versions(f *Field) []int {
	if all, ok := x.bounds[f.Key]; ok {
		return all
	}
	seen := map[int]bool{}
	collect := func(e *Expression) {
		if e == nil {
			return
		}
		for _, v := range compared(e)[f.Key] {
			if n, ok := v.(int); ok { // and the months beside it, for "earlier than" and "later than"
				seen[n], seen[monthAfter(n, -1)], seen[monthAfter(n, 1)] = true, true, true
			}
		}
	}
	w := x.run.w
	for _, v := range w.Values {
		collect(v.Expr)
	}
	for _, r := range w.Rules {
		collect(r.When)
	}
	for _, s := range w.Steps() {
		collect(s.When)
	}
	for _, table := range w.tables {
		for key := range table {
			if n, err := strconv.Atoi(key); err == nil && len(key) == 4 {
				seen[n] = true
			}
		}
	}
	var all []int
	for n := range seen {
		if n < 1000 || n%100 < 1 || n%100 > 12 {
			continue
		}
		c := Change{Key: f.Key, How: ChangeSet, To: strconv.Itoa(n), value: n, given: true}
		if !slices.ContainsFunc(x.errors([]Change{c}), func(p Problem) bool { return p.At == f.Key }) {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	if x.bounds == nil {
		x.bounds = map[string][]int{}
	}
	x.bounds[f.Key] = all
	return all
}

// monthAfter adds months to a version of year and month.
func monthAfter(version, months int) int {
	n := version/100*12 + version%100 - 1 + months
	return n/12*100 + n%12 + 1
}

// compared collects, by dotted name, the constants that an expression
// compares a name with or looks for in it.
func compared(e *Expression) map[string][]any {
	found := map[string][]any{}
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.UnaryNode:
			walk(n.Node)
		case *ast.ConditionalNode:
			walk(n.Cond)
			walk(n.Exp1)
			walk(n.Exp2)
		case *ast.BinaryNode:
			for _, side := range [][2]ast.Node{{n.Left, n.Right}, {n.Right, n.Left}} {
				if name, v := dotted(side[0]), literal(side[1]); name != "" && v != nil {
					found[name] = append(found[name], v)
				}
			}
			walk(n.Left)
			walk(n.Right)
		case *ast.BuiltinNode:
			for _, a := range n.Arguments {
				walk(a)
			}
		case *ast.CallNode:
			for _, a := range n.Arguments {
				walk(a)
			}
		case *ast.ArrayNode:
			for _, c := range n.Nodes {
				walk(c)
			}
		}
	}
	walk(e.tree())
	return found
}

// phrase says several changes in one go.
func phrase(changes []Change) string {
	texts := make([]string, len(changes))
	for i, c := range changes {
		texts[i] = c.Text
	}
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	return texts[0] + " together with " + And(texts[1:])
}
