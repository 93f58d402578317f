package issues

import (
	"slices"
	"strings"
	"unicode/utf8"

	"runbook/output/words"
)

// ordinal is the number of a step. When one comes in between, those behind it
// are the same steps all the same.
var ordinal = lazy(`^(\s*)\d{1,9}([.)] )`)

// lineDiff compares two texts line by line, as diff does but without context.
func lineDiff(from, to string) []string {
	a, b := lines(from), lines(to)
	for len(a) > 0 && len(b) > 0 && a[0].same == b[0].same {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1].same == b[len(b)-1].same {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out []string
	for _, e := range edits(a, b) {
		if strings.TrimSpace(e[1:]) != "" {
			out = append(out, e)
		}
	}
	return out
}

// textLine is a line of a text, and what is compared of it.
type textLine struct{ text, same string }

func lines(s string) []textLine {
	var out []textLine
	for l := range strings.SplitSeq(s, "\n") {
		out = append(out, textLine{l, ordinal().ReplaceAllString(l, "$1$2")})
	}
	return out
}

// widest is the longest line of a text that a plan prints.
const widest = 160

// shorten fits the lines of a difference onto a page: at most so many, a line
// of which a few words changed only around these words.
func shorten(diff []string, most int) []string {
	out := words.InPlace(diff, elide)
	if left := len(out) - most; left > 0 {
		out = append(out[:most:most], "... and "+words.Count(left, "more line"))
	}
	for i, l := range out {
		out[i] = cut(l, widest)
	}
	return out
}

// elide takes out of two long lines what they share at the beginning and at the
// end, but for a few words, and the numbers of the steps.
func elide(a, b string) (string, string) {
	was, is := ordinal().ReplaceAllString(a, "$1"), ordinal().ReplaceAllString(b, "$1")
	if min(utf8.RuneCountInString(was), utf8.RuneCountInString(is)) < words.Long {
		return a, b
	}
	return words.Elide(was, is)
}

// edit is a line that stays ('='), goes ('-') or comes ('+').
type edit struct {
	sign     byte
	from, to textLine
}

// edits are the lines to take out and to put in.
func edits(a, b []textLine) []string {
	var out []string
	for _, e := range script(a, b) {
		switch e.sign {
		case '-':
			out = append(out, "- "+e.from.text)
		case '+':
			out = append(out, "+ "+e.to.text)
		}
	}
	return out
}

// script finds a shortest way from one list of lines to another, by the longest
// common subsequence. Texts of issues are short enough for the plain way.
func script(a, b []textLine) []edit {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i, line := range slices.Backward(a) {
		for j := range slices.Backward(b) {
			if line.same == b[j].same {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []edit
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i].same == b[j].same:
			out = append(out, edit{'=', a[i], b[j]})
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			out = append(out, edit{sign: '-', from: a[i]})
			i++
		default:
			out = append(out, edit{sign: '+', to: b[j]})
			j++
		}
	}
	return out
}
