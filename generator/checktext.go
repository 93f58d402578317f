package generator

import (
	"maps"
	"slices"
	"strings"
	"text/template/parse"

	"github.com/expr-lang/expr/types"
)

// texts checks every template of the workflow: its syntax, the fields it
// names, the steps it links to.
func (c *checker) texts() {
	rules := map[Text]string{}
	for _, r := range c.w.Rules {
		rules[r.Message], rules[r.Hint] = r.ID, r.ID
	}
	c.w.eachText(func(t Text, withValue bool) { c.text(t, withValue, rules[t]) })
}

func (c *checker) text(t Text, withValue bool, rule string) {
	if !strings.Contains(t.source, "{{") {
		return
	}
	tree, err := parse.Parse("text", t.source, "", "", functionNames)
	if err != nil {
		fault := textFault(t, err.Error())
		if m := unknownFunction().FindStringSubmatch(err.Error()); m != nil && c.env[m[1]] != nil {
			fault.Hint = "a value begins with a dot: ." + m[1]
		}
		c.problems = append(c.problems, fault)
		return
	}
	if tree["text"] == nil {
		return
	}
	if _, err := compileText(t); err != nil {
		c.problems.add(t.pos, "", "%s", strings.TrimPrefix(err.Error(), t.pos.String()+": "))
		return
	}
	root := types.Map{}
	maps.Copy(root, c.env)
	if withValue {
		root["value"] = types.String
	}
	x := &textChecker{c: c, text: t, rule: rule, root: root}
	x.node(tree["text"].Root, operandOf(root))
}

// textChecker follows the dot through a template.
type textChecker struct {
	c    *checker
	text Text
	rule string // whose text it is, if it is one's
	root types.Map
	vars []checkedVar // innermost last
}

type checkedVar struct {
	name string // with $
	operand
}

func (x *textChecker) problem(n parse.Node, hint, format string, args ...any) {
	x.c.problems.add(x.text.place(begin(n)), hint, format, args...)
}

// begin is where a node begins in its text. The parser gives a name with dots
// the place of its second part.
func begin(n parse.Node) int {
	at := int(n.Position())
	switch n := n.(type) {
	case *parse.FieldNode:
		if len(n.Ident) > 1 {
			at -= len(n.Ident[0]) + 1
		}
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			at -= len(n.Ident[0])
		}
	}
	return max(at, 0)
}

func (x *textChecker) node(n parse.Node, dot operand) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			x.node(child, dot)
		}
	case *parse.ActionNode:
		x.printed(n, x.pipe(n.Pipe, dot))
	case *parse.IfNode:
		x.pipe(n.Pipe, dot)
		x.node(n.List, dot)
		x.node(n.ElseList, dot)
	case *parse.WithNode:
		inner := x.pipe(n.Pipe, dot)
		x.inside(&n.BranchNode, inner, inner)
		x.node(n.ElseList, dot)
	case *parse.RangeNode:
		list := x.pipe(n.Pipe, dot)
		if _, ok := list.v.([]any); list.known && !ok {
			x.problem(n.Pipe.Cmds[0].Args[0], "{{with}} and {{if}} take what is no list", "range wants a list, not %s", list.kind())
		}
		element := elementOf(list.t)
		x.inside(&n.BranchNode, element, element)
		x.node(n.ElseList, dot)
	case *parse.TemplateNode:
		x.problem(n, "", "a text defines and calls no templates")
	}
}

// inside checks what stands in a with or a range, where the dot and the last
// variable are the item.
func (x *textChecker) inside(n *parse.BranchNode, dot, item operand) {
	depth := len(x.vars)
	for i, variable := range n.Pipe.Decl {
		o := item
		if i+1 < len(n.Pipe.Decl) {
			o = operandOf(types.Int)
		}
		x.vars = append(x.vars, checkedVar{variable.Ident[0], o})
	}
	x.node(n.List, dot)
	x.vars = x.vars[:depth]
}

// printed checks that a text can show a value.
func (x *textChecker) printed(n *parse.ActionNode, o operand) {
	if !o.known {
		return
	}
	if err := (&textRun{}).print(o.v); err != nil {
		x.problem(n.Pipe.Cmds[0].Args[0], "", "%s", err)
	}
}

// pipe checks a pipeline and returns what it gives.
func (x *textChecker) pipe(p *parse.PipeNode, dot operand) operand {
	var last operand
	for i, cmd := range p.Cmds {
		id, function := cmd.Args[0].(*parse.IdentifierNode)
		if !function {
			last = x.operand(cmd.Args[0], dot)
			continue
		}
		args := make([]operand, 0, len(cmd.Args))
		for _, a := range cmd.Args[1:] {
			args = append(args, x.operand(a, dot))
		}
		if i > 0 {
			args = append(args, last)
		}
		last = x.call(cmd, id, args)
	}
	return last
}

func (x *textChecker) operand(n parse.Node, dot operand) operand {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return x.field(n, n.Ident, dot.t)
	case *parse.VariableNode:
		if n.Ident[0] == "$" {
			return x.field(n, n.Ident[1:], x.root)
		}
		for _, v := range slices.Backward(x.vars) {
			if v.name == n.Ident[0] {
				return x.field(n, n.Ident[1:], v.t)
			}
		}
	case *parse.StringNode:
		return operandOf(types.String)
	case *parse.NumberNode:
		return operandOf(types.Int)
	case *parse.BoolNode:
		return operandOf(types.Bool)
	case *parse.PipeNode:
		return x.pipe(n, dot)
	case *parse.IdentifierNode: // a function without arguments
		return x.call(&parse.CommandNode{Args: []parse.Node{n}}, n, nil)
	}
	return operand{}
}

// field follows a name with dots.
func (x *textChecker) field(n parse.Node, names []string, t types.Type) operand {
	full := strings.Join(names, ".")
	x.c.read[full] = true
	whole := t
	for _, name := range names {
		m, ok := t.(types.Map)
		if !ok {
			if t != nil && t != types.Any {
				x.problem(n, "inside {{with}} and {{range}} the dot is the value itself; $."+full+" is the profile's", "a text has no part %q", full)
			}
			return operand{}
		}
		next, ok := m[name]
		if !ok {
			next, ok = m[types.Extra]
		}
		if !ok {
			x.problem(n, x.nearPart(full, whole), "the text names %q, which does not exist", full)
			return operand{}
		}
		t = next
	}
	return operandOf(t)
}

// nearPart is the hint for a name that is none: one of the profile, or of the
// parts of what the dot is.
func (x *textChecker) nearPart(name string, dot types.Type) string {
	parts, _ := dot.(types.Map)
	if _, profile := parts["brief"]; profile {
		return x.c.near(name)
	}
	known := slices.DeleteFunc(sortedKeys(parts), func(part string) bool { return part == givenPart })
	if near := nearest(name, known); near != "" {
		return "did you mean ." + near + "?"
	}
	return "here the dot has the parts " + And(known) + "; $." + name + " is the profile's"
}
