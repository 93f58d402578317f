package layout

import (
	"reflect"
	"strings"
	"text/template/parse"
)

// value is a Go expression and its type, nil for a call that has no result.
type value struct {
	code string
	typ  reflect.Type
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
	if len(escapers) > 0 || v.typ == nil {
		fail("%v is no value", p)
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
	case "not":
		return value{"!" + bracketed(truth(args[0]), " "), reflect.TypeFor[bool]()}
	case "and":
		return all(args, " && ")
	case "or":
		return all(args, " || ")
	case "eq":
		return value{args[0].code + " == " + args[1].code, reflect.TypeFor[bool]()}
	}
	function, ok := c.Functions[name.Ident]
	if !ok {
		fail("function: %v", cmd)
	}
	return c.call(name.Ident, reflect.TypeOf(function), args)
}

// all joins conditions. As a value it is only good for another condition: a
// template has one of the arguments where this has true or false.
func all(args []value, operator string) value {
	codes := make([]string, len(args))
	for i, a := range args {
		codes[i] = bracketed(truth(a), "|&")
	}
	return value{strings.Join(codes, operator), reflect.TypeFor[bool]()}
}

// bracketed is a condition with brackets where it has one of those characters.
func bracketed(condition, characters string) string {
	if strings.ContainsAny(condition, characters) {
		return "(" + condition + ")"
	}
	return condition
}

func (c *compiler) call(name string, function reflect.Type, args []value) value {
	first := 0
	if function.NumIn() > 0 && function.In(0) == c.Writer {
		name, first = "w."+name, 1
	}
	if function.NumIn() != first+len(args) {
		fail("%s takes %d arguments, not %d", name, function.NumIn()-first, len(args))
	}
	codes := make([]string, len(args))
	for i, a := range args {
		codes[i] = passed(a, function.In(first+i))
	}
	v := value{code: name + "(" + strings.Join(codes, ", ") + ")"}
	if function.NumOut() > 0 {
		v.typ = function.Out(0)
	}
	return v
}

// passed is a value as an argument of that type.
func passed(v value, typ reflect.Type) string {
	switch {
	case v.typ == typ:
		return v.code
	case v.typ == reflect.PointerTo(typ):
		return "*" + v.code
	case reflect.PointerTo(v.typ) == typ:
		return "&" + v.code
	}
	fail("%s is a %v, not a %v", v.code, v.typ, typ)
	return ""
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
