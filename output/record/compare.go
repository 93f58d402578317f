package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"runbook/generator"
)

// difference is how a copy's entry stands to the record's.
type difference struct {
	clash  bool     // both say something, and not the same
	onward bool     // the record's is an earlier state of the work
	dated  []string // fields in which the copy has the day, and the record what was no date
	untick bool     // the record has it ticked, the copy not
	more   []string // fields that only the copy has
	lost   []string // fields that only the record has, of those that the copy could have
}

func compare(p *part, old, v Values) difference {
	var d difference
	for _, f := range p.fields {
		a, b := old[f.name], v[f.name]
		_, there := v[f.name]
		switch {
		case a == b || !there:
		case b == "" && f.name == "status" && (a == string(generator.StatusInProgress) || a == string(generator.StatusWaiting)):
			// no form but the workbook's has a box for these
		case b == "":
			d.lost = append(d.lost, f.name)
			d.untick = d.untick || f.kind == choice || f.kind == yes
		case a == "":
			d.more = append(d.more, f.name)
		case f.kind == date && slices.Contains(days(b), a):
			// the copy may mean it
		case f.kind == date && isDate(b) && !isDate(a) && (len(days(a)) == 0 || slices.Contains(days(a), b)):
			d.dated, d.more = append(d.dated, f.name), append(d.more, f.name)
		case f.kind == boxNumbers:
			if slices.ContainsFunc(numbers(b), func(n int) bool { return !slices.Contains(numbers(a), n) }) {
				d.more = append(d.more, f.name)
			}
			if slices.ContainsFunc(numbers(a), func(n int) bool { return !slices.Contains(numbers(b), n) }) {
				d.lost = append(d.lost, f.name)
			}
		case f.kind == remarks:
			both := joinRemarks(a, b)
			d.clash = d.clash || len([]rune(both)) > mostText
			if both != a {
				d.more = append(d.more, f.name)
			}
			if both != b {
				d.lost = append(d.lost, f.name)
			}
		case f.name == "status" && settled(a) && !settled(b) && b != string(generator.StatusBlocked):
			d.lost, d.untick = append(d.lost, f.name), true
		case f.name == "status" && !settled(a):
			d.onward = true
		default:
			d.clash = true
		}
	}
	if d.onward {
		d.clash = false
	}
	return d
}

// joinRemarks is both of two remarks, of which one may have grown out of the
// other.
func joinRemarks(a, b string) string {
	switch {
	case grown(a, b):
		return a
	case grown(b, a):
		return b
	}
	return a + joint + b
}

// grown reports whether one of the remarks in a is b, or b and more behind it.
func grown(a, b string) bool {
	for rest, more := a, true; more; _, rest, more = strings.Cut(rest, joint) {
		if behind, ok := strings.CutPrefix(rest, b); ok {
			next, _ := utf8.DecodeRuneInString(behind)
			if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				return true
			}
		}
	}
	return false
}

// joint stands between the remarks of several.
const joint = " / "

func settled(status string) bool {
	return status == string(generator.StatusDone) || status == string(generator.StatusNotNeeded)
}

// describe says values in words, of those that differ from before where that
// is given.
func describe(sub *subject, v, before Values) string {
	var list []string
	for _, f := range sub.part.fields {
		s := v[f.name]
		if s == "" || s == before[f.name] {
			continue
		}
		if f.name == "item" && sub.number != "" {
			s = sub.number // the record has its key
		}
		switch {
		case f.kind == boxNumbers && sub.boxes > 0:
			what := "checks"
			if f.name == "conditions" {
				what = f.name
			}
			list = append(list, fmt.Sprintf("%d of %d %s ticked", len(numbers(s)), sub.boxes, what))
		case f.kind == choice:
			list = append(list, inWords(s))
		case f.kind == yes:
			list = append(list, f.name)
		case f.kind == date && f.name == "date":
			list = append(list, "on "+s)
		case f.name == "value":
			list = append(list, strconv.Quote(s))
		case f.name == "evidence" && reasoned(v["status"]):
			list = append(list, "reason "+strconv.Quote(s))
		default:
			list = append(list, f.word()+" "+strconv.Quote(s))
		}
	}
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}
