// Package form names the fields of a runbook's forms. The formats give their
// fields these names, and output/record reads a filled copy back by them.
package form

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Done is the first of three boxes of an item, by its number, that are one
// field of a record: its status.
func Done(number string) string { return "done." + number }

// NotNeeded is the second one.
func NotNeeded(number string) string { return "skip." + number }

// Blocked is the third one.
func Blocked(number string) string { return "block." + number }

// Initials are those of who did an item.
func Initials(number string) string { return "initials." + number }

// Date is the day on which an item was done.
func Date(number string) string { return "date." + number }

// Evidence is what proves it, or the reason of what is blocked or not needed.
func Evidence(number string) string { return "evidence." + number }

// Check is the box of check n of an item, from 1.
func Check(number string, n int) string { return "v." + number + "." + strconv.Itoa(n) }

// Condition is the box of condition n, from 1, of the gate before a phase.
func Condition(phase, n int) string { return fmt.Sprintf("gate.%d.%d", phase, n) }

// Gate is another field of the gate before a phase, checked_by and
// checked_on, or of the sign-off after it: the boxes passed and open,
// open_points, name, signature, date.
func Gate(phase int, field string) string { return fmt.Sprintf("gate.%d.%s", phase, field) }

// Release is a field of a role's line under the release: name, signature, date.
func Release(role, field string) string { return "release." + role + "." + field }

// Decision is a field of decision n, from 1: the box confirmed, by, date, remark.
func Decision(n int, field string) string { return fmt.Sprintf("decision.%d.%s", n, field) }

// Deviation is a field of line n, from 1, of the deviation log: item, what,
// why, agreed_by, date.
func Deviation(n int, field string) string { return fmt.Sprintf("deviation.%d.%s", n, field) }

// Person is a field of line n, from 1, of the table of initials: initials,
// name, role, specimen.
func Person(n int, field string) string { return fmt.Sprintf("person.%d.%s", n, field) }

// Final is a field of a final signature: name, signature, date.
func Final(id, field string) string { return "final." + id + "." + field }

// Control is a value of the document control that the profile does not give:
// prepared_by, replaces, revision, change.
func Control(name string) string { return "control." + name + ".value" }

// Rows are how many lines a list has room for that has some already.
func Rows(filled int) int { return max(10, filled+4) }

var itemWords = []struct{ field, word string }{
	{"done", "done"}, {"skip", "not needed"}, {"block", "blocked"}, {"initials", "initials"}, {"date", "date"}, {"evidence", "evidence"},
}

// Label says a name in words, for assistive technology. Named turns it back,
// since some programs keep a field's label and drop its name.
func Label(name string) string {
	kind, rest, _ := strings.Cut(name, ".")
	for _, w := range itemWords {
		if w.field == kind {
			return rest + " " + w.word
		}
	}
	key, field := cutLast(rest)
	if kind == "v" {
		return key + " check " + field
	}
	if _, err := strconv.Atoi(field); err == nil {
		field = "condition " + field
	}
	return kind + " " + key + " " + strings.ReplaceAll(field, "_", " ")
}

func cutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return "", s
	}
	return s[:i], s[i+1:]
}

// A label may go on after a colon, with what is ticked there.
var (
	ofItem = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(\S+) (done|not needed|blocked|initials|date|evidence)(?::.*)?$`)
	})
	ofCheck = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\S+) check (\d+)(?::.*)?$`) })
	ofOther = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(gate|release|decision|deviation|person|final|control) (\S+) (?:condition (\d+)|([a-z ]+))(?::.*)?$`)
	})
)

// Named is the name that goes with a label, "" for a label of another kind.
func Named(label string) string {
	if m := ofOther().FindStringSubmatch(label); m != nil {
		return m[1] + "." + m[2] + "." + m[3] + strings.ReplaceAll(m[4], " ", "_")
	}
	if m := ofCheck().FindStringSubmatch(label); m != nil {
		return "v." + m[1] + "." + m[2]
	}
	if m := ofItem().FindStringSubmatch(label); m != nil {
		for _, w := range itemWords {
			if w.word == m[2] {
				return w.field + "." + m[1]
			}
		}
	}
	return ""
}
