package generator

import (
	"fmt"
	"strings"

	"github.com/expr-lang/expr/ast"
)

// inWords says a condition as a sentence would, whether or not it is true.
func (x *Explainer) inWords(e *Expression) string {
	s := speaker{w: x.run.w}
	return x.run.reword(s.say(e.tree(), true, ""))
}

// speaker turns a condition into words.
type speaker struct {
	w *Workflow
}

// say puts n, or its opposite when yes is false, into words. within is the
// word that joins the parts around it, so that parentheses stand only where
// "and" and "or" meet.
func (s speaker) say(n ast.Node, yes bool, within string) string {
	switch n := n.(type) {
	case *ast.UnaryNode:
		if n.Operator != "-" {
			return s.say(n.Node, !yes, within)
		}
	case *ast.BoolNode:
		return choose(n.Value == yes, "always", "never")
	case *ast.BinaryNode:
		switch n.Operator {
		case "&&", "and", "||", "or":
			word := choose((n.Operator == "&&" || n.Operator == "and") == yes, "and", "or")
			text := s.say(n.Left, yes, word) + " " + word + " " + s.say(n.Right, yes, word)
			if within != "" && within != word {
				text = "(" + text + ")"
			}
			return text
		}
		if text := s.comparison(n, yes); text != "" {
			return text
		}
	case *ast.ConditionalNode:
		return "(if " + s.say(n.Cond, true, "") + ": " + s.say(n.Exp1, yes, "") + "; else: " + s.say(n.Exp2, yes, "") + ")"
	case *ast.IdentifierNode, *ast.MemberNode:
		if text := s.name(dotted(n), yes, within); text != "" {
			return text
		}
	case *ast.CallNode:
		if callee, ok := n.Callee.(*ast.IdentifierNode); ok && callee.Value == "given" {
			if f := s.w.fields[n.Arguments[0].(*ast.StringNode).Value]; f != nil {
				return quoteTitle(f) + choose(yes, " is given", " is not given")
			}
		}
	}
	return choose(yes, "", "not ") + "`" + n.String() + "`"
}

func (s speaker) name(name string, yes bool, within string) string {
	if v := s.w.values[name]; v != nil {
		switch {
		case yes && v.Yes != "":
			return v.Yes
		case !yes && v.No != "":
			return v.No
		}
		return s.say(v.Expr.tree(), yes, within)
	}
	if f := s.w.fields[name]; f != nil {
		return quoteTitle(f) + " is " + choose(yes, "yes", "no")
	}
	return ""
}

// comparison says a field compared with something fixed; "" for anything
// else.
func (s speaker) comparison(n *ast.BinaryNode, yes bool) string {
	left, right := n.Left, n.Right
	if n.Operator == "in" {
		left, right = right, left
	}
	if c, ok := left.(*ast.BuiltinNode); ok && c.Name == "len" {
		if f := s.w.fields[dotted(c.Arguments[0])]; f != nil {
			return s.length(f, n.Operator, literal(right), yes)
		}
		return ""
	}
	fixed := literal(right)
	if fixed == nil {
		return ""
	}
	title, inWords := "", func(v any) string { return fmt.Sprint(v) }
	f := s.w.fields[dotted(left)]
	if f != nil {
		title, inWords = quoteTitle(f), f.InWords
	} else if v := s.w.values[dotted(left)]; v != nil && v.Label != "" {
		title = "“" + v.Label + "”"
	} else {
		return ""
	}
	switch n.Operator {
	case "==", "!=":
		is := (n.Operator == "==") == yes
		if fixed == "" {
			return title + choose(is, " is not given", " is given")
		}
		return title + choose(is, " is ", " is not ") + inWords(fixed)
	case "in":
		if f == nil {
			return ""
		}
		return title + choose(yes, " includes ", " does not include ") + f.ChoiceTitle(fmt.Sprint(fixed))
	case "<", "<=", ">", ">=":
		return title + " is " + bound(f, n.Operator, fixed, yes)
	}
	return ""
}

// bound says a limit: "2309 or later" of a version, "3 or more" of a number.
func bound(f *Field, op string, limit any, yes bool) string {
	if !yes {
		op = opposite[op]
	}
	later, earlier, after, before := "more", "less", "more than", "less than"
	if f != nil && (f.Type == TypeYYMM || f.Type == TypeDate) {
		later, earlier, after, before = "later", "earlier", "later than", "earlier than"
	}
	switch op {
	case ">=":
		return fmt.Sprintf("%v or %s", limit, later)
	case "<=":
		return fmt.Sprintf("%v or %s", limit, earlier)
	case ">":
		return fmt.Sprintf("%s %v", after, limit)
	}
	return fmt.Sprintf("%s %v", before, limit)
}

func (s speaker) length(f *Field, op string, limit any, yes bool) string {
	n, ok := limit.(int)
	if !ok {
		return ""
	}
	some := op == ">" && n == 0 || op == "!=" && n == 0 || op == ">=" && n == 1
	none := op == "==" && n == 0 || op == "<" && n == 1 || op == "<=" && n == 0
	if some || none {
		return quoteTitle(f) + choose(some == yes, " has entries", " is empty")
	}
	if op == "==" || op == "!=" {
		return quoteTitle(f) + choose((op == "==") == yes, " has ", " has not ") + choose(n == 1, "1 entry", fmt.Sprintf("%d entries", n))
	}
	return quoteTitle(f) + " has " + strings.TrimSpace(bound(nil, op, n, yes)) + " entries"
}

// literal is the value of a constant, nil for anything else.
func literal(n ast.Node) any {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return n.Value
	case *ast.FloatNode:
		return n.Value
	case *ast.StringNode:
		return n.Value
	case *ast.BoolNode:
		return n.Value
	}
	return nil
}
