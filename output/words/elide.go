package words

import (
	"slices"
	"strings"
)

// Long is from how many characters on a line is too long to be read twice for a
// few words that changed in it.
const Long = 80

// Elide takes out of the two versions of a long line what they share at the
// beginning and at the end, but for a few words. A short line stays whole.
func Elide(was, is string) (string, string) {
	const context = 24
	x, y := []rune(was), []rune(is)
	shorter := min(len(x), len(y))
	if shorter < Long {
		return was, is
	}
	start := 0
	for start < shorter && x[start] == y[start] {
		start++
	}
	end := 0
	for end < shorter-start && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	from, to := max(start-context, 0), max(end-context, 0)
	for from > 0 && x[from-1] != ' ' { // whole words
		from--
	}
	for to > 0 && x[len(x)-to] != ' ' {
		to--
	}
	short := func(r []rune) string {
		s := string(r[from : len(r)-to])
		if from > 0 {
			s = "… " + s
		}
		if to > 0 {
			s += " …"
		}
		return s
	}
	return short(x), short(y)
}

// InPlace shortens, in a list of lines that go ("- ...") and lines that come
// ("+ ..."), each that goes together with the one that comes in its place: the
// first of several in a row with the first behind them, and so on.
func InPlace(lines []string, shorten func(goes, comes string) (string, string)) []string {
	out := slices.Clone(lines)
	for i := 0; i < len(out); {
		goes := leading(out[i:], "-")
		comes := leading(out[i+goes:], "+")
		for k := range min(goes, comes) {
			was, is := &out[i+k], &out[i+goes+k]
			if len(*was) > 2 && len(*is) > 2 {
				x, y := shorten((*was)[2:], (*is)[2:])
				*was, *is = (*was)[:2]+x, (*is)[:2]+y
			}
		}
		i += max(goes+comes, 1)
	}
	return out
}

// leading counts the lines at the beginning that have a sign.
func leading(lines []string, sign string) int {
	n := slices.IndexFunc(lines, func(l string) bool { return !strings.HasPrefix(l, sign) })
	if n < 0 {
		return len(lines)
	}
	return n
}
