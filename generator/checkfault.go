package generator

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"github.com/expr-lang/expr/file"
)

// typeFault says in the words of a workflow what the library says of an
// expression whose types do not fit. What it does not know stays as it is.
func typeFault(err error) (message, hint string) {
	fault, ok := errors.AsType[*file.Error](err)
	if !ok {
		return firstLine(err.Error()), ""
	}
	at := fmt.Sprintf("at character %d", fault.From+1)
	for _, f := range typeFaults() {
		if m := f.pattern.FindStringSubmatch(fault.Message); m != nil {
			return f.say(m, at)
		}
	}
	return firstLine(err.Error()), ""
}

const (
	asText    = "a number has no quotes, and string(...) makes a text of one"
	yesOrNo   = "each side is true or false by itself, as a comparison is, or given(\"key\")"
	neither   = "compare with ==, or ask given(\"key\")"
	listAlone = "a list is written [\"a\", \"b\"]"
)

var typeFaults = sync.OnceValue(func() []fault {
	type saying = func(m []string, at string) (string, string)
	says := func(format string) saying {
		return func(m []string, at string) (string, string) {
			return fmt.Sprintf(format, at, kind(m[1])), ""
		}
	}
	list := []struct {
		pattern string
		say     saying
	}{
		{`^invalid operation: (.+) \(mismatched types (.+) and (.+)\)$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("%q %s stands between %s and %s", m[1], at, kind(m[2]), kind(m[3])), betweenHint(m[1], m[2], m[3])
		}},
		{`^invalid operation: (.+) \(mismatched type (.+)\)$`, func(m []string, at string) (string, string) {
			hint := neither
			if m[1] == "-" || m[1] == "+" {
				hint = ""
			}
			return fmt.Sprintf("%q %s stands before %s", m[1], at, kind(m[2])), hint
		}},
		{`^(too many|not enough) arguments to call (\w+)$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("%s %s has %s arguments", m[2], at, m[1]), callHint(m[2])
		}},
		{`^cannot use (.+) as argument \(type (.+)\) to call (\w+) ?$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("%s wants %s %s, not %s", m[3], kind(m[2]), at, kind(m[1])), callHint(m[3])
		}},
		{`^builtin (\w+) takes only array \(got (.+)\)$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("%s wants a list %s, not %s", m[1], at, kind(m[2])), listAlone
		}},
		{`^cannot use (.+) as type (.+) in array$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf(`"in" %s looks for %s in a list of which each entry is %s`, at, kind(m[1]), kind(m[2])), asText
		}},
		{`^cannot use (.+) as type .+ in map key$`, says(`"in" %s looks for %s among the keys of a table, which are texts`)},
		{`^predicate should return boolean \(got (.+)\)$`, says("the condition %s is %s, and neither true nor false")},
		{`^non-bool expression \(type (.+)\) used as condition$`, says("what decides %s, before the question mark, is %s, and neither true nor false")},
		{`^array elements can only be selected using an integer \(got (.+)\)$`, says("an entry of a list is chosen by its number; what stands %s is %s")},
		{`^cannot use (.+) to get an element from .+$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("an entry of a table is chosen by a text; what stands %s is %s", at, kind(m[1])), asText
		}},
		{`^unknown field (.+)$`, func(m []string, at string) (string, string) {
			return fmt.Sprintf("%q %s is no part of what is looked at there", m[1], at), ""
		}},
		{`^type (.+) (?:has no (?:field|method) .+|does not support indexing)$`, says("what stands %s asks for a part of %s, which has none")},
		{`^type (.+)\[.+\] is undefined$`, says("what stands %s asks for an entry of %s, which has none")},
		{`^cannot slice (.+)$`, says("what stands %s cuts %s, and only a list or a text can be cut")},
	}
	out := make([]fault, len(list))
	for i, f := range list {
		out[i] = fault{regexp.MustCompile(f.pattern), f.say}
	}
	return out
})

// fault is a sentence of the library and what we say instead.
type fault struct {
	pattern *regexp.Regexp
	say     func(m []string, at string) (message, hint string)
}

// kind is a type of Go as authors of a workflow know it.
func kind(t string) string {
	switch t {
	case "int":
		return "a whole number"
	case "float64":
		return "a number"
	case "string":
		return "a text"
	case "bool":
		return "a yes or no"
	case "nil":
		return "nothing"
	}
	switch {
	case strings.HasPrefix(t, "[]"):
		return "a list"
	case strings.HasPrefix(t, "map"):
		return "a group of values"
	}
	return "a value of another kind"
}

func betweenHint(operator, left, right string) string {
	switch operator {
	case "&&", "||", "and", "or":
		return yesOrNo
	case "in":
		return listAlone
	case "matches", "contains", "startsWith", "endsWith":
		return "there is a text on either side of it; " + asText
	}
	if left != right && (left == "string" || right == "string") && (left == "int" || right == "int" || left == "float64" || right == "float64") {
		return asText
	}
	return ""
}

// callHint shows how a function is called.
func callHint(name string) string {
	if f, ok := functions[name]; ok && f.example != "" {
		return "for example " + f.example
	}
	return ""
}
