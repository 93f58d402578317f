package generator

import (
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// dependencies is what an expression needs to be evaluated, directly and
// through derived values.
type dependencies struct {
	fields []*Field // as declared
	values []*Value // in the order of evaluation
	date   bool
}

// finder finds what expressions of a workflow need. It is for one goroutine
// at a time.
type finder struct {
	w      *Workflow
	values map[string]*dependencies // of derived values, by key
}

func newFinder(w *Workflow) *finder { return &finder{w, map[string]*dependencies{}} }

// of finds what e needs; nil needs nothing.
func (x *finder) of(e *Expression) *dependencies {
	if e == nil {
		return &dependencies{}
	}
	return x.ofNames(e.reads())
}

func (x *finder) ofNames(names []string) *dependencies {
	w := x.w
	fields, values := map[*Field]bool{}, map[*Value]bool{}
	d := &dependencies{}
	var field func(f *Field)
	field = func(f *Field) {
		if fields[f] {
			return
		}
		fields[f] = true
		if f.OnlyThen && f.When != nil { // which may ask for another of this kind
			for _, other := range f.When.reads() {
				if g := w.fields[other]; g != nil {
					field(g)
				}
			}
		}
	}
	for _, name := range names {
		for _, known := range x.named(name) {
			switch v := w.values[known]; {
			case v != nil:
				inner := x.ofValue(v)
				values[v] = true
				d.date = d.date || inner.date
				for _, f := range inner.fields {
					fields[f] = true
				}
				for _, o := range inner.values {
					values[o] = true
				}
			case w.fields[known] != nil:
				field(w.fields[known])
			case known == "date":
				d.date = true
			}
		}
	}
	for _, f := range w.Fields {
		if fields[f] {
			d.fields = append(d.fields, f)
		}
	}
	for _, v := range w.Values {
		if values[v] {
			d.values = append(d.values, v)
		}
	}
	return d
}

func (x *finder) ofValue(v *Value) *dependencies {
	if d := x.values[v.Key]; d != nil {
		return d
	}
	x.values[v.Key] = &dependencies{} // for a group that contains the value itself
	d := x.of(v.Expr)
	x.values[v.Key] = d
	return d
}

// named is the name itself, or for a group of names all that are in it.
func (x *finder) named(name string) []string {
	w := x.w
	if w.known(name) {
		return []string{name}
	}
	var all []string
	for _, key := range slices.Concat(sortedKeys(w.fields), sortedKeys(w.values)) {
		if strings.HasPrefix(key, name+".") {
			all = append(all, key)
		}
	}
	return all
}

// decided finds the fields through which the condition came out as it did:
// where one part of it was enough, only the fields of that part.
func (x *Explainer) decided(e *Expression, holds bool) map[string]bool {
	d := decider{x: x, eval: e.evaluator(x.run.scope), keys: map[string]bool{}}
	d.walk(e.tree(), holds)
	return d.keys
}

type decider struct {
	x    *Explainer
	eval evaluator
	keys map[string]bool
}

// walk goes down the parts that decided, as the reason in words does.
func (d *decider) walk(n ast.Node, holds bool) {
	switch n := n.(type) {
	case *ast.UnaryNode:
		if n.Operator != "-" {
			d.walk(n.Node, !holds)
			return
		}
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and", "||", "or":
			and := n.Operator == "&&" || n.Operator == "and"
			if and == holds || d.eval.of(n.Left).truth() == holds {
				d.walk(n.Left, holds)
			}
			if and == holds || d.eval.of(n.Left).truth() != holds {
				d.walk(n.Right, holds)
			}
			return
		}
	case *ast.ConditionalNode:
		d.branch(n)
		return
	case *ast.IdentifierNode, *ast.MemberNode:
		if v := d.x.run.w.values[dotted(n)]; v != nil {
			if yes, ok := d.eval.of(n).eval().(bool); ok {
				d.inside(v.Expr, func(n ast.Node) { d.walk(n, yes) })
				return
			}
		}
	}
	d.every(n)
}

func (d *decider) branch(n *ast.ConditionalNode) {
	yes := d.eval.of(n.Cond).truth()
	d.walk(n.Cond, yes)
	taken := n.Exp2
	if yes {
		taken = n.Exp1
	}
	if holds, ok := d.eval.of(taken).eval().(bool); ok {
		d.walk(taken, holds)
	} else {
		d.every(taken)
	}
}

// every adds all fields that a part reads, whatever it computes from them.
func (d *decider) every(n ast.Node) {
	if c, ok := n.(*ast.ConditionalNode); ok {
		d.branch(c)
		return
	}
	names := newExprWalker()
	names.walk(n)
	for name := range names.seen {
		for _, known := range d.x.depends.named(name) {
			if v := d.x.run.w.values[known]; v != nil {
				d.inside(v.Expr, d.every)
			} else if d.x.run.w.fields[known] != nil || known == "date" {
				d.keys[known] = true
			}
		}
	}
}

func (d *decider) inside(e *Expression, look func(ast.Node)) {
	outer := d.eval
	d.eval = e.evaluator(d.x.run.scope)
	look(e.tree())
	d.eval = outer
}
