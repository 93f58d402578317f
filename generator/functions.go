package generator

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// function is one that expressions may call. Each row has an example that is
// its test and its documentation.
type function struct {
	signatures []any // typed nil functions, for the check of types
	call       func(args []any) (any, error)
	example    string // an expression that is true
}

var errArguments = errors.New("wrong arguments")

// functions is the table of functions besides the list functions with a
// condition (any, all, none, map, filter, count).
var functions = map[string]function{
	"given": {[]any{new(func(string) bool)}, nil, ""},
	"len": {[]any{new(func([]any) int), new(func(string) int)}, func(a []any) (any, error) {
		if list, ok := arg[[]any](a, 0); ok {
			return len(list), nil
		}
		if s, ok := arg[string](a, 0); ok {
			return len([]rune(s)), nil
		}
		return nil, errArguments
	}, `len(["a", "b"]) == 2`},
	"lower": {[]any{new(func(string) string)}, text1(strings.ToLower), `lower("AbC") == "abc"`},
	"upper": {[]any{new(func(string) string)}, text1(strings.ToUpper), `upper("AbC") == "ABC"`},
	"string": {[]any{new(func(any) string)}, func(a []any) (any, error) {
		if i, ok := arg[int](a, 0); ok {
			return strconv.Itoa(i), nil
		}
		return fmt.Sprint(a...), nil
	}, `string(2509) == "2509"`},
	"ceil": {[]any{new(func(float64) int), new(func(int) int)}, func(a []any) (any, error) {
		if i, ok := arg[int](a, 0); ok {
			return i, nil
		}
		if f, ok := arg[float64](a, 0); ok {
			return int(math.Ceil(f)), nil
		}
		return nil, errArguments
	}, `ceil(7 / 2) == 4`},
	"min": {extreme, fold(func(a, b int) int { return min(a, b) }), `min(3, 1, 2) == 1 && min([3, 1]) == 1 && min(filter([3], # > 3)) == 0`},
	"max": {extreme, fold(func(a, b int) int { return max(a, b) }), `max(3, 1, 2) == 3 && max([3, 1]) == 3`},
	"join": {[]any{new(func([]any, string) string)}, func(a []any) (any, error) {
		list, ok := arg[[]any](a, 0)
		sep, ok2 := arg[string](a, 1)
		if !ok || !ok2 {
			return nil, errArguments
		}
		parts := make([]string, len(list))
		for i, v := range list {
			parts[i] = fmt.Sprint(v)
		}
		return strings.Join(parts, sep), nil
	}, `join(["a", "b"], ", ") == "a, b"`},
	"concat": {[]any{new(func(...[]any) []any)}, func(a []any) (any, error) {
		out := []any{}
		for i := range a {
			list, ok := arg[[]any](a, i)
			if !ok {
				return nil, errArguments
			}
			out = append(out, list...)
		}
		return out, nil
	}, `concat(["a"], ["b"]) == ["a", "b"]`},
	"flatten": {[]any{new(func([]any) []any)}, func(a []any) (any, error) {
		list, ok := arg[[]any](a, 0)
		if !ok {
			return nil, errArguments
		}
		out := []any{}
		for _, v := range list {
			if inner, ok := v.([]any); ok {
				out = append(out, inner...)
			} else {
				out = append(out, v)
			}
		}
		return out, nil
	}, `flatten([["a"], ["b"]]) == ["a", "b"]`},
	"distinct": {[]any{new(func([]any) []any)}, func(a []any) (any, error) {
		list, ok := arg[[]any](a, 0)
		if !ok {
			return nil, errArguments
		}
		out := []any{}
		for _, v := range list {
			if !slices.ContainsFunc(out, func(o any) bool { return (&Field{NoCase: true}).same(o, v) }) {
				out = append(out, v)
			}
		}
		return out, nil
	}, `distinct(["a", "b", "A"]) == ["a", "b"]`},
	"replace": {[]any{new(func(string, string, string) string)}, func(a []any) (any, error) {
		s, ok := arg[string](a, 0)
		from, ok2 := arg[string](a, 1)
		to, ok3 := arg[string](a, 2)
		if !ok || !ok2 || !ok3 {
			return nil, errArguments
		}
		return strings.ReplaceAll(s, from, to), nil
	}, `replace("a-b", "-", "") == "ab"`},
	"letters_and_digits": {[]any{new(func(string) string)}, text1(lettersAndDigits), `letters_and_digits("2 Granite-Falls!") == "granitefalls"`},
	"add_days": {[]any{new(func(string, int) string)}, func(a []any) (any, error) {
		day, err := dayArgument(a, 0)
		if err != nil {
			return nil, err
		}
		n, ok := arg[int](a, 1)
		if !ok {
			return nil, errArguments
		}
		return day.AddDate(0, 0, n).Format(time.DateOnly), nil
	}, `add_days("2026-12-31", 1) == "2027-01-01"`},
	"days_between": {[]any{new(func(string, string) int)}, func(a []any) (any, error) {
		from, err := dayArgument(a, 0)
		if err != nil {
			return nil, err
		}
		to, err := dayArgument(a, 1)
		if err != nil {
			return nil, err
		}
		return int(to.Sub(from).Hours() / 24), nil
	}, `days_between("2026-11-23", "2026-12-03") == 10`},
	"day": {[]any{new(func(string) string)}, func(a []any) (any, error) {
		s, ok := arg[string](a, 0)
		if !ok {
			return nil, errArguments
		}
		return dayInWords(s)
	}, `day("2026-12-03") == "3 December 2026" && day("") == ""`},
}

// FunctionExamples returns, by name, an expression that is true and shows
// each function.
func FunctionExamples() map[string]string {
	out := map[string]string{}
	for name, f := range functions {
		if f.example != "" {
			out[name] = f.example
		}
	}
	return out
}

func arg[T any](args []any, i int) (T, bool) {
	var zero T
	if i >= len(args) {
		return zero, false
	}
	v, ok := args[i].(T)
	return v, ok
}

// dayArgument is an argument that must be a day. A date that nobody gave is
// none, which is the usual fault.
func dayArgument(args []any, i int) (time.Time, error) {
	s, _ := arg[string](args, i)
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return day, fmt.Errorf("%q is no day (YYYY-MM-DD)", s)
	}
	return day, nil
}

func text1(f func(string) string) func([]any) (any, error) {
	return func(a []any) (any, error) {
		s, ok := arg[string](a, 0)
		if !ok {
			return nil, errArguments
		}
		return f(s), nil
	}
}

// extreme are the signatures of min and max: of numbers, or of a list of them.
var extreme = []any{new(func(...int) int), new(func([]any) int)}

// fold is min or max; that of an empty list is 0.
func fold(f func(a, b int) int) func([]any) (any, error) {
	return func(a []any) (any, error) {
		if list, ok := arg[[]any](a, 0); ok && len(a) == 1 {
			if a = list; len(a) == 0 {
				return 0, nil
			}
		}
		best, ok := arg[int](a, 0)
		if !ok {
			return nil, errArguments
		}
		for i := range a {
			v, ok := arg[int](a, i)
			if !ok {
				return nil, errArguments
			}
			best = f(best, v)
		}
		return best, nil
	}
}

// lettersAndDigits is s in lower case with nothing but a-z and 0-9 left and
// digits taken from the front.
func lettersAndDigits(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(s))
	return strings.TrimLeft(s, "0123456789")
}

// thousands writes n with a comma every three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
