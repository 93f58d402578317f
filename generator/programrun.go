package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// textEnv is what a text sees: the profile's and the derived values, and which
// steps are in the runbook.
type textEnv struct {
	vars     map[string]any
	selected func(id string) bool
}

// run executes the program; the values in the result are marked.
func (p program) run(t Text, env *textEnv) (string, error) {
	x := textRun{env: env}
	x.b.Grow(len(t.source))
	if err := x.list(p, env.vars); err != nil {
		return "", fmt.Errorf("%s: %w", t.pos, err)
	}
	return x.b.String(), nil
}

type textRun struct {
	env  *textEnv
	b    strings.Builder
	vars []textVar // innermost last
}

type textVar struct {
	name  string
	value any
}

func (x *textRun) list(p program, dot any) error {
	for i := range p {
		in := &p[i]
		if in.op == opText {
			x.b.WriteString(in.text)
			continue
		}
		v, err := x.value(&in.value, dot)
		if err != nil {
			return err
		}
		switch in.op {
		case opValue:
			err = x.print(v)
		case opIf:
			err = x.branch(in, dot, dot, truthy(v), v)
		case opWith:
			err = x.branch(in, v, dot, truthy(v), v)
		case opRange:
			err = x.iterate(in, v, dot)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (x *textRun) branch(in *instruction, inner, outer any, yes bool, v any) error {
	if !yes {
		return x.list(in.other, outer)
	}
	depth := len(x.vars)
	if in.item != "" {
		x.vars = append(x.vars, textVar{in.item, v})
	}
	err := x.list(in.body, inner)
	x.vars = x.vars[:depth]
	return err
}

func (x *textRun) iterate(in *instruction, v, dot any) error {
	list, ok := v.([]any)
	if !ok {
		return fmt.Errorf("range wants a list, not %v", v)
	}
	if len(list) == 0 {
		return x.list(in.other, dot)
	}
	depth := len(x.vars)
	for i, item := range list {
		if in.index != "" {
			x.vars = append(x.vars, textVar{in.index, i})
		}
		if in.item != "" {
			x.vars = append(x.vars, textVar{in.item, item})
		}
		if err := x.list(in.body, item); err != nil {
			return err
		}
		x.vars = x.vars[:depth]
	}
	return nil
}

func (x *textRun) print(v any) error {
	switch v := v.(type) {
	case string:
		if v != "" {
			x.b.WriteRune(markOpen)
			x.b.WriteString(v)
			x.b.WriteRune(markClose)
		}
	case rich:
		x.b.WriteString(string(v))
	case int:
		x.b.WriteString(strconv.Itoa(v))
	case float64:
		x.b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
	case bool:
		x.b.WriteString(strconv.FormatBool(v))
	case []any:
		x.b.WriteString(string(naturalList(v, "")))
	default:
		return fmt.Errorf("a text cannot print %v", v)
	}
	return nil
}

func (x *textRun) value(o *operand, dot any) (any, error) {
	switch o.kind {
	case argDot:
		return member(dot, o.path)
	case argRoot:
		return member(x.env.vars, o.path)
	case argVar:
		for _, v := range slices.Backward(x.vars) {
			if v.name == o.name {
				return member(v.value, o.path)
			}
		}
		return nil, fmt.Errorf("the variable $%s is unknown", o.name)
	case argText:
		return o.name, nil
	case argInt:
		return o.n, nil
	case argTrue:
		return true, nil
	case argFalse:
		return false, nil
	}
	args := make([]any, len(o.args))
	for i := range o.args {
		v, err := x.value(&o.args[i], dot)
		if err != nil {
			return nil, err
		}
		args[i] = v
	}
	f := textFunctions[o.name]
	if f == nil {
		return nil, fmt.Errorf("the function %s is unknown", o.name)
	}
	v, err := f(x.env, args)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.name, err)
	}
	return v, nil
}

func member(v any, path []string) (any, error) {
	for _, name := range path {
		m, ok := v.(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%q is no part of a value", name)
		}
		if v, ok = m[name]; !ok {
			return nil, fmt.Errorf("%q is unknown", name)
		}
	}
	return v, nil
}
