package generator

import (
	"maps"
	"reflect"
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
		c.problems = append(c.problems, textFault(t, err.Error()))
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
	x.node(tree["text"].Root, root)
}

// textChecker follows the dot through a template.
type textChecker struct {
	c    *checker
	text Text
	rule string // whose text it is, if it is one's
	root types.Map
}

func (x *textChecker) problem(n parse.Node, hint, format string, args ...any) {
	line := 1
	if offset := int(n.Position()); offset <= len(x.text.source) {
		line += strings.Count(x.text.source[:offset], "\n")
	}
	x.c.problems.add(x.text.line(line), hint, format, args...)
}

func (x *textChecker) node(n parse.Node, dot types.Type) {
	switch n := n.(type) {
	case *parse.ListNode:
		if n == nil {
			return
		}
		for _, child := range n.Nodes {
			x.node(child, dot)
		}
	case *parse.ActionNode:
		x.pipe(n.Pipe, dot)
	case *parse.IfNode:
		x.pipe(n.Pipe, dot)
		x.node(n.List, dot)
		x.node(n.ElseList, dot)
	case *parse.WithNode:
		inner := x.pipe(n.Pipe, dot)
		x.node(n.List, inner)
		x.node(n.ElseList, dot)
	case *parse.RangeNode:
		x.node(n.List, elementOf(x.pipe(n.Pipe, dot)))
		x.node(n.ElseList, dot)
	case *parse.TemplateNode:
		x.problem(n, "", "a text defines and calls no templates")
	}
}

// elementOf is what the dot is inside a range; nil for anything.
func elementOf(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	nature := t.Nature()
	if nature.TypeData != nil && nature.Ref != nil {
		element := *nature.Ref
		if element.TypeData != nil && len(element.Fields) > 0 {
			m := types.Map{}
			for k := range element.Fields {
				m[k] = types.Any
			}
			return m
		}
		switch element.Kind {
		case reflect.String:
			return types.String
		case reflect.Bool:
			return types.Bool
		case reflect.Int:
			return types.Int
		}
	}
	return nil
}

// pipe checks a pipeline and returns its type when it is a plain name.
func (x *textChecker) pipe(p *parse.PipeNode, dot types.Type) types.Type {
	var result types.Type
	for _, cmd := range p.Cmds {
		result = nil
		for i, arg := range cmd.Args {
			switch a := arg.(type) {
			case *parse.FieldNode:
				t := x.field(a, a.Ident, dot)
				if len(cmd.Args) == 1 {
					result = t
				}
			case *parse.VariableNode:
				if a.Ident[0] == "$" && len(a.Ident) > 1 {
					t := x.field(a, a.Ident[1:], x.root)
					if len(cmd.Args) == 1 {
						result = t
					}
				}
			case *parse.PipeNode:
				x.pipe(a, dot)
			case *parse.IdentifierNode:
				x.function(cmd, i, a)
			}
		}
	}
	return result
}

func (x *textChecker) function(cmd *parse.CommandNode, i int, id *parse.IdentifierNode) {
	if i == 0 && (id.Ident == "people" || id.Ident == "same" || id.Ident == "several") {
		for _, arg := range cmd.Args[1:] {
			if s, ok := arg.(*parse.StringNode); ok && x.c.w.Role(s.Text) == nil {
				x.problem(id, "", "names the role %q, which does not exist", s.Text)
			}
		}
	}
	if i != 0 || id.Ident != "step" && id.Ident != "in" {
		return
	}
	if x.rule != "" {
		x.c.problems.add(x.text.pos, "a rule speaks before the steps are chosen", "the rule %s asks for a step with %q", x.rule, id.Ident)
		x.rule = "" // said once
	}
	if len(cmd.Args) != 2 {
		x.problem(id, "", "%s wants the ID of one step", id.Ident)
		return
	}
	if s, ok := cmd.Args[1].(*parse.StringNode); ok && x.c.w.steps[s.Text] == nil {
		hint := ""
		if near := nearest(s.Text, sortedKeys(x.c.w.steps)); near != "" {
			hint = "did you mean " + near + "?"
		}
		x.problem(id, hint, "names the step %q, which does not exist", s.Text)
	}
}

func (x *textChecker) field(n parse.Node, names []string, dot types.Type) types.Type {
	x.c.read[strings.Join(names, ".")] = true
	t := dot
	for _, name := range names {
		m, ok := t.(types.Map)
		if !ok {
			if t != nil && t != types.Any {
				x.problem(n, "inside {{with}} and {{range}} the dot is the value itself; $."+strings.Join(names, ".")+" is the profile's", "a text has no part %q", strings.Join(names, "."))
			}
			return nil
		}
		next, ok := m[name]
		if !ok {
			if extra, ok := m[types.Extra]; ok {
				t = extra
				continue
			}
			full := strings.Join(names, ".")
			x.problem(n, x.c.near(full), "the text names %q, which does not exist", full)
			return nil
		}
		t = next
	}
	return t
}
