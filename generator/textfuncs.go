package generator

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// textFunction is one that texts may call.
type textFunction func(args []any) (any, error)

// textQuestion is one that asks for something besides its arguments.
type textQuestion func(env *textEnv, args []any) (any, error)

// rich is text that a function has laid out: values in it are marked already.
type rich string

// wants is the error of a function that is called with other arguments.
type wants string

func (w wants) Error() string { return "wants " + string(w) }

// textFunctions is the table of functions for texts. Values come in as they
// are; a string that comes out is a value again, rich is laid out.
var textFunctions = map[string]textFunction{
	"fill": func(args []any) (any, error) {
		name, ok := arg[string](args, 1)
		if !ok {
			return nil, wants("a value and a name in quotes")
		}
		if !truthy(args[0]) {
			return "<" + name + ">", nil
		}
		if list, ok := args[0].([]any); ok {
			return naturalList(list, "")
		}
		return args[0], nil
	},
	"list":  listFunction(func(list []any) (any, error) { return naturalList(list, "") }),
	"codes": listFunction(func(list []any) (any, error) { return naturalList(list, "`") }),
	"first": listFunction(func(list []any) (any, error) {
		if len(list) == 0 {
			return "", nil
		}
		return list[0], nil
	}),
	"join": func(args []any) (any, error) {
		list, ok := arg[[]any](args, 0)
		separator, ok2 := arg[string](args, 1)
		if !ok || !ok2 {
			return nil, wants("a list and what stands between")
		}
		parts := make([]string, len(list))
		for i, v := range list {
			if !scalar(v) {
				return nil, errGroups
			}
			parts[i] = wrap(fmt.Sprint(v))
		}
		return rich(strings.Join(parts, separator)), nil
	},
	"ps":    textOf(func(s string) (any, error) { return `"` + psEscaper.Replace(s) + `"`, nil }),
	"sh":    textOf(func(s string) (any, error) { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'", nil }),
	"q":     textOf(func(s string) (any, error) { return strconv.Quote(s), nil }),
	"lower": textOf(func(s string) (any, error) { return strings.ToLower(s), nil }),
	"upper": textOf(func(s string) (any, error) { return strings.ToUpper(s), nil }),
	"json": textOf(func(s string) (any, error) {
		quoted, err := json.Marshal(s)
		return string(quoted[1 : len(quoted)-1]), err
	}),
	"day": func(args []any) (any, error) {
		s, ok := arg[string](args, 0)
		if !ok || len(args) != 1 {
			return nil, wants("a date")
		}
		day, err := dayInWords(s)
		return rich(day), err
	},
	"num": func(args []any) (any, error) {
		n, ok := arg[int](args, 0)
		if !ok {
			return nil, wants("a whole number")
		}
		return rich(thousands(n)), nil
	},
	"add": func(args []any) (any, error) {
		a, ok := arg[int](args, 0)
		b, ok2 := arg[int](args, 1)
		if !ok || !ok2 {
			return nil, wants("two whole numbers")
		}
		return a + b, nil
	},
	"step": func(args []any) (any, error) {
		id, ok := arg[string](args, 0)
		if !ok {
			return nil, wants("the ID of a step")
		}
		return rich(string(markStep) + id + string(markClose)), nil
	},
	"not": func(args []any) (any, error) {
		if len(args) != 1 {
			return nil, wants("one value")
		}
		return !truthy(args[0]), nil
	},
	"and": lastUnless(func(v any) bool { return !truthy(v) }),
	"or":  lastUnless(truthy),
	"len": listFunction(func(list []any) (any, error) { return len(list), nil }),
}

// textQuestions is the table of questions that texts may ask of the runbook.
var textQuestions = map[string]textQuestion{
	"in": func(env *textEnv, args []any) (any, error) {
		id, ok := arg[string](args, 0)
		if !ok {
			return nil, wants("the ID of a step")
		}
		return env.selected != nil && env.selected(id), nil
	},
	"people": func(env *textEnv, args []any) (any, error) {
		role, ok := arg[string](args, 0)
		if !ok {
			return nil, wants("the ID of a role")
		}
		if env.people == nil {
			return "", nil
		}
		return env.people(role), nil
	},
	"same": func(env *textEnv, args []any) (any, error) {
		one, ok := arg[string](args, 0)
		other, ok2 := arg[string](args, 1)
		if !ok || !ok2 || len(args) != 2 {
			return nil, wants("the IDs of two roles")
		}
		return env.same != nil && env.same(one, other), nil
	},
	"several": func(env *textEnv, args []any) (any, error) {
		yes := false
		for i := range args {
			role, ok := arg[string](args, i)
			if !ok {
				return nil, wants("the IDs of roles")
			}
			yes = yes || env.several != nil && env.several(role)
		}
		return yes, nil
	},
}

// dayInWords is "12 May 2027", and "" for no day.
func dayInWords(day string) (string, error) {
	if day == "" {
		return "", nil
	}
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", fmt.Errorf("%q is no date", day)
	}
	return t.Format("2 January 2006"), nil
}

func listFunction(f func([]any) (any, error)) textFunction {
	return func(args []any) (any, error) {
		list, ok := arg[[]any](args, 0)
		if !ok || len(args) != 1 {
			return nil, wants("a list")
		}
		return f(list)
	}
}

func textOf(f func(string) (any, error)) textFunction {
	return func(args []any) (any, error) {
		if len(args) != 1 || !scalar(args[0]) {
			return nil, wants("one value")
		}
		return f(fmt.Sprint(args[0]))
	}
}

// lastUnless returns the first argument that stops, else the last one.
func lastUnless(stops func(any) bool) textFunction {
	return func(args []any) (any, error) {
		for i, v := range args {
			if stops(v) || i == len(args)-1 {
				return v, nil
			}
		}
		return nil, wants("a value")
	}
}

// truthy is what {{if}} asks: true, not empty, not zero.
func truthy(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case string:
		return v != ""
	case rich:
		return v != ""
	case int:
		return v != 0
	case float64:
		return v != 0
	case []any:
		return len(v) > 0
	case map[string]any:
		return len(v) > 0
	}
	return v != nil
}

// psEscaper escapes a text between double quotes in PowerShell, which takes
// typographic quotes for the plain one.
var psEscaper = strings.NewReplacer("`", "``", `"`, "`\"", "$", "`$", "\u201c", "`\u201c", "\u201d", "`\u201d", "\u201e", "`\u201e")

// scalar reports whether a value is neither a list nor a group.
func scalar(v any) bool {
	switch v.(type) {
	case []any, map[string]any:
		return false
	}
	return true
}

var errGroups = wants("values, and an entry of this list is a group: {{range}} it, and name its parts")

func naturalList(v []any, around string) (rich, error) {
	list := make([]string, len(v))
	for i, p := range v {
		if !scalar(p) {
			return "", errGroups
		}
		list[i] = around + wrap(fmt.Sprint(p)) + around
	}
	return rich(And(list)), nil
}
