package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

var (
	textLine        = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:template: )?text:([0-9]+):(?:[0-9]+:)? ?`) })
	unknownFunction = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`function "(.*)" not defined`) })
	block           = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{-?\s*(if|else|range|with|end)\b.*?\}\}`) })
)

// textFault says in our words why a text cannot be read, and in which of its
// lines the fault is.
func textFault(t Text, why string) Problem {
	line := 1
	if m := textLine().FindStringSubmatch(why); m != nil {
		line, _ = strconv.Atoi(m[1])
		why = why[len(m[0]):]
	}
	message, hint := "the text cannot be read: "+why, ""
	switch m := unknownFunction().FindStringSubmatch(why); {
	case m != nil && slices.Contains([]string{"eq", "ne", "lt", "le", "gt", "ge"}, m[1]):
		message, hint = "a text never compares, and so has no "+m[1], "make it a value in derive.yaml, which is yes or no"
	case m != nil && "{{"+m[1]+"}}" == originalLine:
		message, hint = "there is no text below that "+originalLine+" could stand for", "write it once, on a line of its own, in the text of an overlay that changes a step"
	case m != nil:
		message, hint = fmt.Sprintf("there is no function %q", m[1]), nearHint(m[1], sortedKeys(functionNames))
	case strings.Contains(why, "unexpected EOF"):
		if opened, at := unended(t.source); opened != "" {
			line, message, hint = at, fmt.Sprintf("%s has no {{end}}", opened), "put {{end}} where the text goes on for everybody"
		}
	case strings.Contains(why, "unexpected {{end}}"):
		message, hint = "there is an {{end}} too many", "each ends one {{if}}, {{with}} or {{range}}"
	case strings.Contains(why, "bad character U+002D"):
		message, hint = "an action has a dash that belongs to nothing", "put an ID into quotes"
	case strings.Contains(why, "unclosed action"), strings.Contains(why, "bad character U+007D"):
		message, hint = "an action is not closed", "end it with }}"
	}
	return Problem{Pos: t.line(line), Message: message, Hint: hint}
}

// unended is the last action that opens a part of the text which does not end,
// and its line.
func unended(source string) (action string, line int) {
	var open [][]int
	for _, m := range block().FindAllStringSubmatchIndex(source, -1) {
		switch {
		case source[m[2]:m[3]] == "else":
		case source[m[2]:m[3]] != "end":
			open = append(open, m)
		case len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) == 0 {
		return "", 0
	}
	m := open[len(open)-1]
	return source[m[0]:m[1]], strings.Count(source[:m[0]], "\n") + 1
}
