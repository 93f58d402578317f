package html

import (
	"bytes"
	"fmt"
	"go/format"
	"html/template"
	"io"
	"maps"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"runbook/generator/generatortest"
)

// TestLayout writes layout.go from the templates, or checks that it is in step
// with them. html/template has the say what is escaped where: its parse trees
// are what is compiled, after it has put its escapers into them. TestLikeTemplates
// compares what they write.
//
// The compiler knows no more than the templates use and stops at the rest.
// It reads the types of this package, so it runs only while layout.go compiles:
// to take a field away, take it out of the templates first.
func TestLayout(t *testing.T) {
	t.Parallel()
	set, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	_ = set.ExecuteTemplate(io.Discard, "page", &page{}) // adds the escapers
	c := &compiler{set: set, types: map[string]reflect.Type{}}
	c.function("page", reflect.TypeFor[*page]())
	for len(c.todo) > 0 {
		name := c.todo[0]
		c.todo = c.todo[1:]
		fmt.Fprintf(&c.functions, "\nfunc (w *writer) %s(d %s) {\n%s}\n", functionName(name), typeName(c.types[name]), c.body(name))
	}
	source := "// Code generated from templates/html by go test -update; DO NOT EDIT.\n\npackage html\n\nimport (\n\"html/template\"\n\n\"runbook/generator\"\n)\n" + c.functions.String()
	code, err := format.Source([]byte(source))
	if err != nil {
		t.Fatalf("%v in\n%s", err, source)
	}
	generatortest.Golden(t, "layout.go", code)
}

type compiler struct {
	set       *template.Template
	types     map[string]reflect.Type // of the dot of each template in use
	todo      []string
	functions bytes.Buffer
	names     int
}

// value is a Go expression and its type.
type value struct {
	code string
	typ  reflect.Type
}

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

func fail(format string, args ...any) { panic(fmt.Sprintf(format, args...)) }

// function is the name of the Go function of a template, to be called with a
// dot of that type.
func (c *compiler) function(name string, dot reflect.Type) string {
	switch known, ok := c.types[name]; {
	case !ok:
		c.types[name] = dot
		c.todo = append(c.todo, name)
	case known != dot:
		fail("template %q is called with %v and %v", name, known, dot)
	}
	return functionName(name)
}

func functionName(template string) string {
	name := ""
	for word := range strings.SplitSeq(template, "-") {
		name += strings.ToUpper(word[:1]) + word[1:]
	}
	return "lay" + name
}

func typeName(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Pointer:
		return "*" + typeName(t.Elem())
	case t.Kind() == reflect.Slice:
		return "[]" + typeName(t.Elem())
	case t.PkgPath() == reflect.TypeFor[page]().PkgPath():
		return t.Name()
	}
	return t.String()
}

func (c *compiler) body(name string) string {
	dot := value{"d", c.types[name]}
	return c.list(c.set.Lookup(name).Tree.Root, scopes{dot, map[string]value{"$": dot}})
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
		v, escapers := c.pipe(n.Pipe, s)
		return printed(v, escapers)
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

// pointer is the address of a struct, so that none is copied; anything else
// as it is.
func pointer(v value) value {
	if v.typ.Kind() != reflect.Struct {
		return v
	}
	return value{"&" + v.code, reflect.PointerTo(v.typ)}
}

// plain is a pipeline that prints nothing.
func (c *compiler) plain(p *parse.PipeNode, s scopes) value {
	v, escapers := c.pipe(p, s)
	if len(escapers) > 0 {
		fail("escaped: %v", p)
	}
	return v
}

func (c *compiler) pipe(p *parse.PipeNode, s scopes) (v value, escapers []string) {
	for _, cmd := range p.Cmds[1:] {
		name, ok := strings.CutPrefix(cmd.String(), "_html_template_")
		if !ok {
			fail("pipeline: %v", p)
		}
		escapers = append(escapers, name)
	}
	return c.command(p.Cmds[0], s), escapers
}

func (c *compiler) command(cmd *parse.CommandNode, s scopes) value {
	name, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		if len(cmd.Args) > 1 {
			fail("command: %v", cmd)
		}
		return c.argument(cmd.Args[0], s)
	}
	var args []value
	for _, a := range cmd.Args[1:] {
		args = append(args, c.argument(a, s))
	}
	switch name.Ident {
	case "len":
		return value{"len(" + args[0].code + ")", reflect.TypeFor[int]()}
	case "or":
		return value{truth(args[0]) + " || " + truth(args[1]), reflect.TypeFor[bool]()}
	case "eq":
		return value{args[0].code + " == " + args[1].code, reflect.TypeFor[bool]()}
	}
	word, ok := functions[name.Ident]
	if !ok {
		fail("function: %v", cmd)
	}
	var codes []string
	for _, a := range args {
		codes = append(codes, a.code)
	}
	return value{name.Ident + "(" + strings.Join(codes, ", ") + ")", reflect.TypeOf(word).Out(0)}
}

func (c *compiler) argument(n parse.Node, s scopes) value {
	switch n := n.(type) {
	case *parse.DotNode:
		return s.dot
	case *parse.FieldNode:
		return fields(s.dot, n.Ident)
	case *parse.VariableNode:
		return fields(s.vars[n.Ident[0]], n.Ident[1:])
	case *parse.PipeNode:
		return c.plain(n, s)
	case *parse.StringNode:
		return value{n.Quoted, reflect.TypeFor[string]()}
	case *parse.NumberNode:
		return value{n.Text, reflect.TypeFor[int]()}
	case *parse.IdentifierNode:
		return c.command(&parse.CommandNode{Args: []parse.Node{n}}, s)
	}
	fail("%T: %v", n, n)
	return value{}
}

// fields goes along a chain of fields and methods.
func fields(v value, names []string) value {
	for _, name := range names {
		structure := v.typ
		if structure.Kind() == reflect.Pointer {
			structure = structure.Elem()
		}
		if m, ok := reflect.PointerTo(structure).MethodByName(name); ok {
			v = value{v.code + "." + name + "()", m.Type.Out(0)}
			continue
		}
		f, ok := structure.FieldByName(name)
		if !ok {
			fail("%v has no %s", v.typ, name)
		}
		v = value{v.code + "." + name, f.Type}
	}
	return v
}

// truth is when a template takes a value for true.
func truth(v value) string {
	switch v.typ.Kind() {
	case reflect.Bool:
		return v.code
	case reflect.String:
		return v.code + ` != ""`
	case reflect.Int:
		return v.code + " != 0"
	case reflect.Slice:
		return "len(" + v.code + ") > 0"
	case reflect.Pointer:
		return v.code + " != nil"
	}
	fail("whether %v is true", v)
	return ""
}

// printed writes a value as its type and its place on the page want it.
// What html/template leaves as it is here is what this package has made.
func printed(v value, escapers []string) string {
	place := strings.Join(escapers, " ")
	method := map[string]string{
		"string htmlescaper":                               "text",
		"string attrescaper":                               "text",
		"string rcdataescaper":                             "text",
		"string urlescaper attrescaper":                    "fragment",
		"int htmlescaper":                                  "number",
		"int attrescaper":                                  "number",
		"template.HTML htmlescaper":                        "raw",
		"template.CSS cssvaluefilter":                      "raw",
		"template.URL urlfilter urlnormalizer attrescaper": "address",
		"string urlnormalizer attrescaper":                 "address",
	}[v.typ.String()+" "+place]
	if method == "" {
		fail("a %v goes through %q", v.typ, place)
	}
	if v.typ.PkgPath() != "" {
		v.code = "string(" + v.code + ")"
	}
	return "w." + method + "(" + v.code + ")\n"
}
