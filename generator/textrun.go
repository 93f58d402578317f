package generator

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// textEnv is what a text sees: the profile's and the derived values, and which
// steps are in the runbook.
type textEnv struct {
	vars     *vars
	selected func(id string) bool
	people   func(role string) rich
	same     func(role, other string) bool // held by the same people
	several  func(role string) bool        // held by more than one
}

// run executes the program and appends the result, whose values are marked.
func (p program) run(b []byte, t Text, env *textEnv) ([]byte, error) {
	x := textRun{env: env, b: b}
	if err := x.list(p, env.vars); err != nil {
		return b, fmt.Errorf("%s: %w", t.pos, err)
	}
	return x.b, nil
}

type textRun struct {
	env  *textEnv
	b    []byte
	vars []textVar // innermost last
	args []any     // of the calls that are being made
}

type textVar struct {
	name  string
	value any
}

func (x *textRun) list(p program, dot any) error {
	r := &reader{s: string(p)}
	for r.at < len(r.s) {
		op := r.byte()
		if op == opText {
			x.b = append(x.b, r.text()...)
			continue
		}
		v, err := x.value(r, dot)
		switch {
		case err != nil:
			return err
		case op == opValue:
			err = x.print(v)
		default:
			in := branch{index: r.text(), item: r.text(), body: program(r.text()), other: program(r.text())}
			switch op {
			case opIf:
				err = x.branch(in, dot, dot, v)
			case opWith:
				err = x.branch(in, v, dot, v)
			case opRange:
				err = x.iterate(in, v, dot)
			default:
				err = errPrecompiled
			}
		}
		if err != nil {
			return err
		}
	}
	return r.err
}

// branch is what an if, with or range has behind its operand.
type branch struct {
	index, item string // variables, without $
	body, other program
}

func (x *textRun) branch(in branch, inner, outer, v any) error {
	if !truthy(v) {
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

func (x *textRun) iterate(in branch, v, dot any) error {
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
		if strings.IndexByte(v, '\n') >= 0 { // of an author's literal; a value stands on one line
			v = clean(v)
		}
		if v != "" {
			x.b = append(append(append(x.b, string(markOpen)...), v...), string(markClose)...)
		}
	case rich:
		x.b = append(x.b, v...)
	case int:
		x.b = strconv.AppendInt(x.b, int64(v), 10)
	case float64:
		x.b = strconv.AppendFloat(x.b, v, 'f', -1, 64)
	case bool:
		x.b = strconv.AppendBool(x.b, v)
	case []any:
		list, err := naturalList(v, "")
		if err != nil {
			return fmt.Errorf("a text %w", err)
		}
		x.b = append(x.b, list...)
	default:
		return errors.New("a text cannot print a group: name one of its parts")
	}
	return nil
}

// value takes the next operand from r and evaluates it.
func (x *textRun) value(r *reader, dot any) (any, error) {
	switch r.byte() {
	case argDot:
		return member(dot, r.text())
	case argRoot:
		return member(x.env.vars, r.text())
	case argVar:
		name := r.text()
		for _, v := range slices.Backward(x.vars) {
			if v.name == name {
				return member(v.value, r.text())
			}
		}
		return nil, fmt.Errorf("the variable $%s is unknown", name)
	case argText:
		return r.text(), r.err
	case argInt:
		return r.int(), r.err
	case argTrue:
		return true, nil
	case argFalse:
		return false, nil
	case argCall:
		return x.call(r, dot)
	}
	return nil, errPrecompiled
}

func (x *textRun) call(r *reader, dot any) (any, error) {
	name := r.text()
	before := len(x.args)
	for range r.count() {
		v, err := x.value(r, dot)
		if err != nil {
			return nil, err
		}
		x.args = append(x.args, v)
	}
	v, err := x.env.answer(name, x.args[before:])
	x.args = x.args[:before]
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return v, nil
}

// answer calls a function, or asks a question.
func (env *textEnv) answer(name string, args []any) (any, error) {
	if f := textFunctions[name]; f != nil {
		return f(args)
	}
	if q := textQuestions[name]; q != nil {
		return q(env, args)
	}
	return nil, errors.New("there is no such function")
}

// member follows a path of names with dots between, from v on.
func member(v any, path string) (any, error) {
	if all, ok := v.(*vars); ok && path != "" {
		value, ok := all.find(path)
		if !ok {
			unknown := all.unknown(path)
			return nil, fmt.Errorf("%q is unknown", unknown[strings.LastIndexByte(unknown, '.')+1:])
		}
		return value, nil
	}
	for path != "" {
		var name string
		name, path, _ = strings.Cut(path, ".")
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
