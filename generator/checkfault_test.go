package generator_test

import (
	"fmt"
	"strings"
	"testing"
)

// Types that do not fit are told in words that an author of a workflow knows,
// with the place in the expression.
func TestTypeFaults(t *testing.T) {
	t.Parallel()
	for expression, want := range map[string]string{
		`kind > 3`:                 `">" at character 6 stands between a text and a whole number; a number has no quotes, and string(...) makes a text of one`,
		`kind + 1`:                 `"+" at character 6 stands between a text and a whole number; a number has no quotes, and string(...) makes a text of one`,
		`milk && kind`:             `"&&" at character 6 stands between a yes or no and a text; each side is true or false by itself, as a comparison is, or given("key")`,
		`!kind`:                    `"!" at character 1 stands before a text; compare with ==, or ask given("key")`,
		`-milk`:                    `"-" at character 1 stands before a yes or no`,
		`kind in [1, 2]`:           `"in" at character 6 looks for a text in a list of which each entry is a whole number; a number has no quotes, and string(...) makes a text of one`,
		`kind in kind`:             `"in" at character 6 stands between a text and a text; a list is written ["a", "b"]`,
		`cups matches "a"`:         `"matches" at character 6 stands between a whole number and a text; there is a text on either side of it; a number has no quotes, and string(...) makes a text of one`,
		`lower(cups)`:              `lower wants a text at character 7, not a whole number; for example lower("AbC") == "abc"`,
		`lower()`:                  `lower at character 1 has not enough arguments; for example lower("AbC") == "abc"`,
		`lower(kind, kind)`:        `lower at character 1 has too many arguments; for example lower("AbC") == "abc"`,
		`any(kind, # == "a")`:      `any wants a list at character 5, not a text; a list is written ["a", "b"]`,
		`any(["a"], # + "b")`:      `the condition at character 12 is a text, and neither true nor false`,
		`kind ? 1 : 2`:             `what decides at character 1, before the question mark, is a text, and neither true nor false`,
		`["a"][kind]`:              `an entry of a list is chosen by its number; what stands at character 7 is a text`,
		`strength[cups]`:           `an entry of a table is chosen by a text; what stands at character 10 is a whole number; what a table holds is text`,
		`cups[0]`:                  `what stands at character 5 asks for an entry of a whole number, which has none`,
		`days_between(date, cups)`: `days_between wants a text at character 20, not a whole number; for example days_between("2026-11-23", "2026-12-03") == 10`,
	} {
		got := lintParty(t, map[string]string{"derive.yaml": fmt.Sprintf("tables: {strength: {black: a}}\nvalues:\n  - {key: a, value: '%s'}\n", expression)})
		got = strings.ReplaceAll(strings.TrimPrefix(got, fmt.Sprintf("tea/derive.yaml:3:21: error: the expression %q: ", expression)), "\n", "; ")
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", expression, got, want)
		}
	}
}
