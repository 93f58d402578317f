package layout

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"text/template/parse"
)

// scopes is what a piece of a template sees: the dot, and the variables.
type scopes struct {
	dot  value
	vars map[string]value
}

func (s scopes) with(dot value, vars map[string]value) scopes {
	all := maps.Clone(s.vars)
	maps.Copy(all, vars)
	return scopes{dot, all}
}

func (c *compiler) list(list *parse.ListNode, s scopes) string {
	var b strings.Builder
	if list != nil {
		for _, n := range list.Nodes {
			b.WriteString(c.node(n, s))
		}
	}
	return b.String()
}

func (c *compiler) node(n parse.Node, s scopes) string {
	switch n := n.(type) {
	case *parse.TextNode:
		return fmt.Sprintf("w.raw(%q)\n", n.Text)
	case *parse.ActionNode:
		return c.printed(n.Pipe, s)
	case *parse.TemplateNode:
		v := pointer(c.plain(n.Pipe, s))
		return fmt.Sprintf("w.%s(%s)\n", c.function(n.Name, v.typ), v.code)
	case *parse.IfNode:
		return choice(truth(c.plain(n.Pipe, s)), c.list(n.List, s), c.list(n.ElseList, s))
	case *parse.WithNode:
		return c.with(n, s)
	case *parse.RangeNode:
		return c.each(n, s)
	}
	fail("%T: %v", n, n)
	return ""
}

// printed writes a value as its type and its place on the page want it.
func (c *compiler) printed(p *parse.PipeNode, s scopes) string {
	v, escapers := c.pipe(p, s)
	place := strings.Join(escapers, " ")
	if v.typ == nil && place == "" {
		return v.code + "\n"
	}
	method := ""
	if v.typ != nil {
		method = c.Printed[strings.TrimSpace(v.typ.String()+" "+place)]
	}
	if method == "" {
		fail("%v is a %v and goes through %q", p, v.typ, place)
	}
	if v.typ.PkgPath() != "" {
		v.code = "string(" + v.code + ")"
	}
	return "w." + method + "(" + v.code + ")\n"
}

func choice(condition, then, otherwise string) string {
	code := "if " + condition + " {\n" + then + "}"
	if otherwise != "" {
		code += " else {\n" + otherwise + "}"
	}
	return code + "\n"
}

// name makes a new variable.
func (c *compiler) name(prefix string) string {
	c.names++
	return prefix + strconv.Itoa(c.names)
}

func uses(code, name string) bool { return regexp.MustCompile(`\b` + name + `\b`).MatchString(code) }

func (c *compiler) with(n *parse.WithNode, s scopes) string {
	v := pointer(c.plain(n.Pipe, s))
	d := value{c.name("d"), v.typ}
	then, otherwise := c.list(n.List, s.with(d, nil)), c.list(n.ElseList, s)
	declared := d.code + " := " + v.code
	switch {
	case v.typ.Kind() == reflect.Pointer && v.code[0] == '&': // a struct, which is always there
		return "{\n" + declared + "\n" + then + "}\n"
	case !uses(then, d.code):
		return choice(truth(v), then, otherwise)
	}
	return choice(declared+"; "+truth(d), then, otherwise)
}

func (c *compiler) each(n *parse.RangeNode, s scopes) string {
	list := c.plain(n.Pipe, s)
	code := ""
	if strings.Contains(list.code, "(") {
		name := c.name("list")
		code, list.code = name+" := "+list.code+"\n", name
	}
	i := c.name("i")
	element := pointer(value{list.code + "[" + i + "]", list.typ.Elem()})
	d := value{c.name("d"), element.typ}
	vars := map[string]value{}
	switch names := n.Pipe.Decl; len(names) {
	case 2:
		vars[names[0].Ident[0]], vars[names[1].Ident[0]] = value{i, reflect.TypeFor[int]()}, d
	case 1:
		vars[names[0].Ident[0]] = d
	}
	body := c.list(n.List, s.with(d, vars))
	if uses(body, d.code) {
		body = d.code + " := " + element.code + "\n" + body
	}
	if uses(body, i) {
		code += "for " + i + " := range " + list.code + " {\n" + body + "}\n"
	} else {
		code += "for range " + list.code + " {\n" + body + "}\n"
	}
	if n.ElseList != nil {
		code += choice("len("+list.code+") == 0", c.list(n.ElseList, s), "")
	}
	return code
}
