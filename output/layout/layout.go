// Package layout compiles the page templates of a format into Go: parsing and
// executing them would take a good part of the time of a run. The templates
// stay what people edit; go generate runs a test of the format that compiles
// them, and another test holds what the code writes against what
// text/template or html/template writes.
//
// The compiler knows no more than the templates use and stops at the rest.
// It takes the types from the package that the code is for, so it runs only
// while the code of last time compiles: to take a field away, take it out of
// the templates first. Nothing but tests imports it.
package layout

import (
	"bytes"
	"fmt"
	"go/format"
	"maps"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// Layout is a set of templates and what they are compiled into: methods of a
// writer, one a template, with names that begin with "lay".
type Layout struct {
	Source  string // the folder of the templates
	Package string // of the code
	// Writer is the type the methods are of, a pointer. It has a method
	// raw(string) for what stands in the templates themselves.
	Writer reflect.Type
	Tree   func(template string) *parse.Tree
	// Functions are those of the templates, each under the name that it has in
	// the package of the code. One whose first parameter is the writer is a
	// method; one without a result writes, and its action prints nothing else.
	Functions map[string]any
	// Printed names the method that writes a value: the key is its type and,
	// behind blanks, the escapers that html/template put there.
	Printed map[string]string
}

// Compile is the file of Go for a template, called with a dot of that type,
// and for those that it calls.
func (l Layout) Compile(template string, dot reflect.Type) (code []byte, err error) {
	defer func() {
		switch fault := recover().(type) {
		case nil:
		case unknown:
			err = fault
		default:
			panic(fault)
		}
	}()
	c := &compiler{Layout: l, dots: map[string]reflect.Type{}, imports: map[string]bool{}}
	c.function(template, dot)
	var functions bytes.Buffer
	for len(c.todo) > 0 {
		name := c.todo[0]
		c.todo = c.todo[1:]
		fmt.Fprintf(&functions, "\nfunc (w %s) %s(d %s) {\n%s}\n", c.typeName(l.Writer), functionName(name), c.typeName(c.dots[name]), c.body(name))
	}
	var file bytes.Buffer
	fmt.Fprintf(&file, "// Code generated from %s by go test -update; DO NOT EDIT.\n\npackage %s\n\nimport (\n", l.Source, l.Package)
	paths := slices.Sorted(maps.Keys(c.imports))
	ours := func(path string) bool { return strings.HasPrefix(path, "runbook/") }
	for i, path := range paths {
		if i > 0 && ours(path) && !ours(paths[i-1]) {
			file.WriteByte('\n')
		}
		fmt.Fprintf(&file, "%q\n", path)
	}
	file.WriteString(")\n")
	file.Write(functions.Bytes())
	return format.Source(file.Bytes())
}

type compiler struct {
	Layout
	dots    map[string]reflect.Type // of each template in use
	todo    []string
	imports map[string]bool
	names   int
}

// unknown is something in a template that the compiler does not know.
type unknown string

func (u unknown) Error() string { return string(u) }

func fail(format string, args ...any) { panic(unknown(fmt.Sprintf(format, args...))) }

// function is the name of the Go function of a template, to be called with a
// dot of that type.
func (c *compiler) function(name string, dot reflect.Type) string {
	switch known, ok := c.dots[name]; {
	case !ok:
		c.dots[name] = dot
		c.todo = append(c.todo, name)
	case known != dot:
		fail("template %q is called with %v and %v", name, known, dot)
	}
	return functionName(name)
}

func functionName(template string) string {
	var name strings.Builder
	name.WriteString("lay")
	for word := range strings.SplitSeq(template, "-") {
		name.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return name.String()
}

func (c *compiler) typeName(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Pointer:
		return "*" + c.typeName(t.Elem())
	case t.Kind() == reflect.Slice:
		return "[]" + c.typeName(t.Elem())
	case t.PkgPath() == c.Writer.Elem().PkgPath():
		return t.Name()
	case t.PkgPath() != "":
		c.imports[t.PkgPath()] = true
	}
	return t.String()
}

func (c *compiler) body(name string) string {
	tree := c.Tree(name)
	if tree == nil {
		fail("there is no template %q", name)
	}
	dot := value{"d", c.dots[name]}
	return c.list(tree.Root, scopes{dot, map[string]value{"$": dot}})
}
