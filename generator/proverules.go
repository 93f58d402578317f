package generator

import (
	"errors"
	"iter"
	"slices"

	"github.com/expr-lang/expr/ast"
)

// rules warns of rules that can never fire. It says so only where that is
// proved: where the condition was held against all that profiles can say.
func (p *prover) rules() {
	for _, r := range p.w.Rules {
		if r.When == nil || !p.never(r.When) {
			continue
		}
		p.proof.Problems.warn(r.When.pos, "its condition is: "+p.inWords(r.When)+". Mend it, or take the rule out", "the rule %s can never fire", r.ID)
	}
}

// mostCombinations is how many combinations of values a proof looks at.
const mostCombinations = 20_000

// never reports whether it is proved that a condition holds for no profile. Of
// several parts that must all hold, those count about which a proof is possible.
func (p *prover) never(e *Expression) bool {
	x := &exact{w: p.w, possible: p.search.possible, constants: map[string][]any{}}
	var parts []ast.Node
	names := newExprWalker()
	for _, part := range conjuncts(e.tree()) {
		alone := &exact{w: p.w, possible: p.search.possible, constants: map[string][]any{}}
		if p.read(alone, part); alone.open {
			continue
		}
		p.read(x, part)
		names.walk(part)
		parts = append(parts, part)
	}
	d := p.search.find.ofNames(sortedKeys(names.seen))
	space := x.space(d.fields)
	if len(parts) == 0 || space == nil {
		return false
	}
	c := &candidate{seed: p.search.seeds[0], date: p.date, changes: make([]changed, len(d.fields))}
	for at := range space.combinations() {
		for i, f := range d.fields {
			c.changes[i] = changed{f.Key, space[i][at[i]]}
		}
		if holds, err := e.allHold(parts, c.scope(d), d.values); holds || err != nil {
			return false // an error is another fault, and perhaps why nothing was found
		}
	}
	return true
}

// conjuncts are the parts of a condition that must all hold.
func conjuncts(n ast.Node) []ast.Node {
	if and, ok := n.(*ast.BinaryNode); ok && (and.Operator == "&&" || and.Operator == "and") {
		return append(conjuncts(and.Left), conjuncts(and.Right)...)
	}
	return []ast.Node{n}
}

// read walks through a part of a condition and all that it depends on.
func (p *prover) read(x *exact, part ast.Node) {
	names := newExprWalker()
	names.walk(part)
	d := p.search.find.ofNames(sortedKeys(names.seen))
	x.walk(part)
	for _, v := range d.values {
		x.walk(v.Expr.tree())
	}
	for _, f := range d.fields {
		if f.OnlyThen && f.When != nil {
			x.walk(f.When.tree())
		}
	}
	if x.space(d.fields) == nil {
		x.open = true
	}
}

// allHold evaluates parts of a condition, after the values they depend on.
func (e *Expression) allHold(parts []ast.Node, s *scope, values []*Value) (all bool, err error) {
	if err := s.compute(values); err != nil {
		return false, err
	}
	defer func() {
		if fault, ok := recover().(evalError); ok {
			err = errors.New(string(fault))
		}
	}()
	x := e.evaluator(s)
	for _, part := range parts {
		if !x.of(part).truth() {
			return false, nil
		}
	}
	return true, nil
}

// space is a list of values for each of some fields.
type space [][]possible

// combinations goes through all of them, as places in the lists.
func (s space) combinations() iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		at := make([]int, len(s))
		for yield(at) {
			i := 0
			for ; i < len(at); i++ {
				if at[i]++; at[i] < len(s[i]) {
					break
				}
				at[i] = 0
			}
			if i == len(at) {
				return
			}
		}
	}
}

// exact finds out whether a few values of each field stand for all that it may
// have: those of a list of choices, and those around the constants that it is
// compared with, as long as nothing else is done with it.
type exact struct {
	w         *Workflow
	possible  *possibilities
	constants map[string][]any
	open      bool // there is a field of which no few values stand for all
}

func (x *exact) walk(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryNode:
		if x.compares(n) {
			return
		}
	case *ast.BuiltinNode:
		x.call(n.Name, n.Arguments)
		return
	case *ast.CallNode:
		x.call(dotted(n.Callee), n.Arguments)
		return
	case *ast.ChainNode, *ast.NilNode:
		x.open = true
		return
	}
	if name := dotted(n); name != "" {
		x.use(name)
		return
	}
	parts, known := childrenOf(n)
	x.open = x.open || !known
	for _, part := range parts {
		x.walk(part)
	}
}

func (x *exact) call(name string, args []ast.Node) {
	if name == "given" {
		f, _ := literal(args[0]).(string)
		x.open = x.open || x.w.fields[f] == nil
		return
	}
	for _, a := range args {
		x.walk(a)
	}
}

// use notes that the whole value of something matters.
func (x *exact) use(name string) {
	if f := x.w.fields[name]; f != nil {
		x.open = x.open || f.Type != TypeBoolean && f.Type != TypeChoice
	} else if x.w.values[name] == nil && x.w.tables[name] == nil {
		x.open = true
	}
}

// compares notes the constants that a field is compared with; false if it is
// not that.
func (x *exact) compares(n *ast.BinaryNode) bool {
	switch n.Operator {
	case "==", "!=":
		return x.compared(n.Left, n.Right) || x.compared(n.Right, n.Left)
	case "<", "<=", ">", ">=":
		return x.ordered(n.Left) && x.compared(n.Left, n.Right) || x.ordered(n.Right) && x.compared(n.Right, n.Left)
	case "in":
		if f := x.w.fields[dotted(n.Right)]; f != nil && f.Type == TypeChoices && literal(n.Left) != nil {
			return true
		}
		return x.compared(n.Left, n.Right)
	}
	return false
}

// ordered tells numbers from texts, of which there is always one in between.
func (x *exact) ordered(n ast.Node) bool {
	f := x.w.fields[dotted(n)]
	return f != nil && f.Type != TypeText
}

func (x *exact) compared(field, with ast.Node) bool {
	f := x.w.fields[dotted(field)]
	constants := constantsOf(with)
	if f == nil || len(constants) == 0 {
		return false
	}
	if list, ok := with.(*ast.ArrayNode); ok && len(list.Nodes) != len(constants) {
		return false
	}
	for _, v := range constants {
		_, isNumber := v.(int)
		_, isText := v.(string)
		switch f.Type {
		case TypeInteger, TypeYYMM:
			if !isNumber {
				return false
			}
		case TypeText:
			if !isText {
				return false
			}
		default:
			return false
		}
	}
	x.constants[f.Key] = append(x.constants[f.Key], constants...)
	return true
}

// space is nil if there is no small one in which all is decided.
func (x *exact) space(fields []*Field) space {
	all := space{}
	size := 1
	for _, f := range fields {
		values := x.values(f)
		if size *= len(values); x.open || size == 0 || size > mostCombinations {
			return nil
		}
		all = append(all, values)
	}
	return all
}

// values are some that stand for all; none where there are no such.
func (x *exact) values(f *Field) []possible {
	all := x.possible.of(f)
	switch f.Type {
	case TypeBoolean:
		return all
	case TypeChoice, TypeChoices:
		if len(f.Choices) >= mostPossible || f.Type == TypeChoices && len(f.Choices) > 5 {
			return nil
		}
		return all
	}
	var few []possible
	add := func(v any) {
		if f.takes(v) && !slices.ContainsFunc(few, func(o possible) bool { return equalValues(o.value, v) }) {
			few = append(few, possible{value: v, given: true})
		}
	}
	constants := x.constants[f.Key]
	for _, v := range constants {
		add(v)
		switch n, isNumber := v.(int); {
		case isNumber && f.Type == TypeYYMM:
			add(monthAfter(n, -1))
			add(monthAfter(n, 1))
		case isNumber:
			add(n - 1)
			add(n + 1)
		}
	}
	another := slices.IndexFunc(all, func(o possible) bool {
		return o.given && !slices.ContainsFunc(few, func(c possible) bool { return equalValues(o.value, c.value) })
	})
	switch {
	case another >= 0: // any other text, or of what is only given or not, any
		few = append(few, all[another])
	case len(few) == 0, f.Type == TypeText:
		return nil
	}
	if !f.Required {
		few = append(few, all[len(all)-1])
	}
	return few
}
