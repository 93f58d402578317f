package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pos is a place in a file. Line and Column count from 1; a Problem about a
// file as a whole has 1:1.
type Pos struct {
	File         string
	Line, Column int
}

func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Severity tells an error, with which nothing is rendered, from a warning.
type Severity int

// The severities of a Problem.
const (
	Error Severity = iota
	Warn
)

func (s Severity) String() string {
	if s == Warn {
		return "warning"
	}
	return "error"
}

// Problem is something the person at the keyboard can mend. Message says what
// is wrong in lower case and quotes their own text; Hint says what would be
// right and may be empty.
type Problem struct {
	Pos      Pos
	Severity Severity
	Rule     string // R-nn or W-nn, or ""
	At       string // dotted key of the profile, or ""
	Message  string
	Hint     string
}

// String is the message on one line, without the hint.
func (p Problem) String() string {
	rule := ""
	if p.Rule != "" {
		rule = "[" + p.Rule + "]"
	}
	return fmt.Sprintf("%s: %s%s: %s", p.Pos, p.Severity, rule, p.Message)
}

// Problems is every Problem found, as an error.
type Problems []Problem

// Error is all messages, one a line, each with its hint below it.
func (ps Problems) Error() string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.String())
		if p.Hint != "" {
			b.WriteString("\n\thint: " + p.Hint)
		}
	}
	return b.String()
}

// Errors counts the problems of severity Error.
func (ps Problems) Errors() int {
	n := 0
	for _, p := range ps {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// Sorted returns the problems by file and position, errors before warnings at
// the same place, without repeats. A reader mends a file from top to bottom, so
// an error further down stands after a warning further up.
func (ps Problems) Sorted() Problems {
	out := slices.Clone(ps)
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Pos.File, b.Pos.File),
			cmp.Compare(a.Pos.Line, b.Pos.Line),
			cmp.Compare(a.Pos.Column, b.Pos.Column),
			cmp.Compare(a.Severity, b.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.Compact(out)
}

// Err returns ps as an error if it holds one of severity Error, else nil.
func (ps Problems) Err() error {
	if ps.Errors() == 0 {
		return nil
	}
	return ps
}

func (ps *Problems) add(pos Pos, hint, format string, args ...any) {
	*ps = append(*ps, Problem{Pos: pos, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// addAt is add with the key of the profile that the problem is about.
func (ps *Problems) addAt(key string, pos Pos, hint, format string, args ...any) {
	ps.add(pos, hint, format, args...)
	(*ps)[len(*ps)-1].At = key
}

// warn is add for what a person may leave as it is.
func (ps *Problems) warn(pos Pos, hint, format string, args ...any) {
	ps.add(pos, hint, format, args...)
	(*ps)[len(*ps)-1].Severity = Warn
}
