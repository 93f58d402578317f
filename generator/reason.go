package generator

import (
	"fmt"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// Everyone is the reason of a step without a condition.
const Everyone = "applies to every environment"

// reason says in a sentence why the condition is true or false for the
// profile: "because" and the parts that decided.
func (r *run) reason(e *Expression, holds bool) string {
	if e == nil {
		return Everyone
	}
	w := reasoner{run: r, eval: e.evaluator(r.scope)}
	w.explain(0, holds)
	w.phrases = slices.Compact(w.phrases)
	if len(w.phrases) == 0 {
		return fmt.Sprintf("because `%s` is %t", e.Source, holds)
	}
	return r.reword("because " + And(w.phrases))
}

// And joins a list as a sentence does: "a, b and c".
func And(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}

type reasoner struct {
	run     *run
	eval    evaluator
	phrases []string
}

func (w *reasoner) say(format string, args ...any) {
	phrase := fmt.Sprintf(format, args...)
	if !slices.Contains(w.phrases, phrase) {
		w.phrases = append(w.phrases, phrase)
	}
}

// explain adds the phrases that say why the part whose code begins at a place
// is what it is. It takes apart code, not a tree: each item has a reason.
func (w *reasoner) explain(at int, holds bool) {
	x := &w.eval
	x.at = at
	switch x.byte() {
	case astNot:
		x.text()
		w.explain(x.at, !holds)
		return
	case astBinary:
		switch op := x.operator(); op {
		case "&&", "and", "||", "or":
			left := x.at
			first := x.truth()
			x.count()
			right := x.at
			and := op == "&&" || op == "and"
			both := and == holds
			if both || first == holds {
				w.explain(left, holds)
			}
			if both || first != holds {
				w.explain(right, holds)
			}
			return
		}
		if w.comparison(at, holds) {
			return
		}
	case astConditional:
		condition := x.at
		yes := x.truth()
		part := x.count()
		then := x.at
		x.at += part
		x.count()
		other := x.at
		w.explain(condition, yes)
		if yes {
			w.explain(then, holds)
		} else {
			w.explain(other, holds)
		}
		return
	case astTrue, astFalse:
		return
	case astPath:
		if _, name := x.reader.path(); w.name(name, holds) {
			return
		}
	case astCall:
		if x.text() == "given" {
			key := x.source(at).(*ast.CallNode).Arguments[0].(*ast.StringNode).Value
			if f := w.run.w.fields[key]; f != nil {
				w.say("%s is %s", quoteTitle(f), choose(holds, "given", "not given"))
				return
			}
		}
	}
	w.say("%s", w.inWords(x.source(at), holds))
}

func choose(yes bool, a, b string) string {
	if yes {
		return a
	}
	return b
}

func quoteTitle(f *Field) string { return "“" + f.Title + "”" }

// name explains a boolean field or value.
func (w *reasoner) name(name string, holds bool) bool {
	if v := w.run.w.values[name]; v != nil {
		switch {
		case holds && v.Yes != "":
			w.say("%s", v.Yes)
		case !holds && v.No != "":
			w.say("%s", v.No)
		default:
			outer := w.eval
			w.eval = v.Expr.evaluator(w.run.scope)
			w.explain(0, holds)
			w.eval = outer
		}
		return true
	}
	if f := w.run.w.fields[name]; f != nil {
		w.say("%s is %s", quoteTitle(f), choose(holds, "yes", "no"))
		return true
	}
	return false
}

// comparison explains a field against something.
func (w *reasoner) comparison(at int, holds bool) bool {
	x := &w.eval
	x.at = at + 1
	op := x.operator()
	name := x.name()
	actual := x.eval()
	x.count()
	right := x.name()
	other := x.eval()
	if op == "in" {
		name, actual, other = right, other, actual
	}
	f := w.run.w.fields[name]
	if f == nil {
		if v := w.run.w.values[name]; v != nil && v.Label != "" {
			w.say("“%s” is %s", v.Label, (&Field{}).InWords(actual))
			return true
		}
		return false
	}
	switch op {
	case "in":
		w.say("%s %s %s", quoteTitle(f), choose(holds, "includes", "does not include"), f.ChoiceTitle(fmt.Sprint(other)))
	case "==", "!=":
		w.say("%s is %s", quoteTitle(f), f.InWords(actual))
	case "<", "<=", ">", ">=":
		if f.Type != TypeYYMM {
			w.say("%s is %s", quoteTitle(f), f.InWords(actual))
			return true
		}
		w.say("%s is %v%s", quoteTitle(f), actual, versionBound(op, other, holds))
	default:
		return false
	}
	return true
}

// name is the name that comes next, if a name does.
func (x *evaluator) name() string {
	r := x.reader
	if r.byte() == astPath {
		_, name := r.path()
		return name
	}
	return ""
}

func versionBound(op string, bound any, holds bool) string {
	from := op == ">=" || op == ">"
	if from == holds {
		return choose(op == ">=" || op == "<", fmt.Sprintf(" (%v or later)", bound), fmt.Sprintf(" (later than %v)", bound))
	}
	return choose(op == ">=" || op == "<", fmt.Sprintf(" (earlier than %v)", bound), fmt.Sprintf(" (%v or earlier)", bound))
}

// inWords is the last resort: what is counted or compared, as it is written.
func (w *reasoner) inWords(n ast.Node, holds bool) string {
	if b, ok := n.(*ast.BinaryNode); ok {
		if c, ok := b.Left.(*ast.BuiltinNode); ok && c.Name == "len" {
			name := dotted(c.Arguments[0])
			if f := w.run.w.fields[name]; f != nil {
				if list, ok := w.eval.of(c.Arguments[0]).eval().([]any); ok {
					return quoteTitle(f) + choose(len(list) == 0, " is empty", fmt.Sprintf(" has %d", len(list)))
				}
			}
		}
	}
	return fmt.Sprintf("`%s` is %t", n.String(), holds)
}

// InWords is a value of the field as a reader understands it.
func (f *Field) InWords(v any) string {
	switch v := v.(type) {
	case bool:
		return choose(v, "yes", "no")
	case string:
		if v == "" {
			return "not given"
		}
		if day, err := dayInWords(v); err == nil && f.Type == TypeDate {
			return day
		}
		return f.ChoiceTitle(v)
	case int:
		if f.Type == TypeYYMM {
			return fmt.Sprint(v)
		}
		return thousands(v)
	case []any:
		if len(v) == 0 {
			return "none"
		}
		parts := make([]string, len(v))
		for i, e := range v {
			if m, ok := e.(map[string]any); ok {
				parts[i] = recordInWords(f, m)
				continue
			}
			parts[i] = f.ChoiceTitle(fmt.Sprint(e))
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}

func recordInWords(f *Field, m map[string]any) string {
	if len(f.Fields) == 0 {
		return ""
	}
	return fmt.Sprint(m[f.Fields[0].Key])
}
