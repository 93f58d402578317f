package generator

import (
	"math"
	"testing"

	"github.com/expr-lang/expr"
)

// These tests see inside the package: an Expression is not part of its API.

func TestFunctionExamplesAreTrue(t *testing.T) {
	for name, example := range FunctionExamples() {
		e, problem := parseExpression(example, Pos{"example", 1, 1})
		if problem != nil {
			t.Errorf("%s: %v", name, problem)
			continue
		}
		if yes, err := e.holds(&scope{}); err != nil || !yes {
			t.Errorf("%s: %s gives %v, %v", name, example, yes, err)
		}
	}
}

// TestEvaluationAgreesWithExpr holds our evaluation against the virtual
// machine of the library whose language it is.
func TestEvaluationAgreesWithExpr(t *testing.T) {
	vars := map[string]any{
		"a": 1, "b": 2, "yes": true, "no": false, "s": "contoso", "list": []any{"x", "y"}, "empty": []any{},
		"m":    map[string]any{"n": 2509, "t": "text"},
		"recs": []any{map[string]any{"code": "PS1", "mps": []any{"m1"}}, map[string]any{"code": "PS2", "mps": []any{}}},
	}
	for _, source := range []string{
		`a + b * 3 == 7`, `b / a`, `a - b`, `-a`, `b % a`, `7 / 2`, `a < b && yes`, `a > b || no`, `not no`, `!yes`,
		`s + "!"`, `s contains "tos"`, `s startsWith "con"`, `s endsWith "so"`, `s matches "^c.*o$"`, `s < "d"`, `s >= "contoso"`,
		`"x" in list`, `"z" not in list`, `list == ["x", "y"]`, `len(list)`, `m.n >= 2309`, `m["t"]`, `m[s] ?? "none"`,
		`yes ? "a" : "b"`, `map(recs, .code)`, `any(recs, len(.mps) == 0)`, `all(recs, .code startsWith "PS")`,
		`count(recs, .code == "PS1")`, `none(recs, .code == "X")`, `filter(list, # == "x")`, `1 == 1.0`, `a != b`, `a in [1, 2]`,
		`upper(s)`, `lower("ABC")`, `2 * 2.5`,
	} {
		e, problem := parseExpression(source, Pos{"x", 1, 1})
		if problem != nil {
			t.Errorf("%v", problem)
			continue
		}
		got, err := e.value(&scope{vars: varsOf(vars)})
		if err != nil {
			t.Error(err)
			continue
		}
		want, err := expr.Eval(source, vars)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if w, ok := want.([]any); ok && !equal(got, w) || !ok && got != want {
			t.Errorf("%s = %v (%T), the library says %v (%T)", source, got, got, want, want)
		}
	}
}

func TestExpressionFaults(t *testing.T) {
	for _, source := range []string{`a +`, `f(1)`, `let x = 1; x`, `a matches b`, `a matches "("`, `given(a)`, `{"a": 1}`, `a; b`} {
		if _, problem := parseExpression(source, Pos{"x", 1, 1}); problem == nil {
			t.Errorf("%q was accepted", source)
		}
	}
	for _, source := range []string{`a / 0`, `a + "x"`, `s && true`, `nobody`, `m.nothing`, `len(a)`, `a contains "x"`, `max(s)`, `#`} {
		e, problem := parseExpression(source, Pos{"x", 1, 1})
		if problem != nil {
			continue
		}
		if v, err := e.value(&scope{vars: varsOf(map[string]any{"a": 1, "s": "x", "m": map[string]any{}})}); err == nil {
			t.Errorf("%q gives %v instead of an error", source, v)
		}
	}
}

func TestCeilOfLargeNumbers(t *testing.T) {
	e, _ := parseExpression("ceil(x / 3)", Pos{})
	for _, x := range []int{0, 1, 3, 1_000_000_000} {
		got, err := e.value(&scope{vars: varsOf(map[string]any{"x": x})})
		if want := int(math.Ceil(float64(x) / 3)); err != nil || got != want {
			t.Errorf("ceil(%d / 3) = %v, %v; want %d", x, got, err, want)
		}
	}
}
