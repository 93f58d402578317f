package generator

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nearest returns the only candidate that s abbreviates, else the one within
// two edits of s, else the only one that s is the beginning of, or "".
func nearest(s string, candidates []string) string {
	if long := only(candidates, func(c string) bool { return abbreviates(s, c) }); long != "" {
		return long
	}
	best, bestDistance := "", 3
	for _, c := range candidates {
		if d := distance(strings.ToLower(s), strings.ToLower(c)); d < bestDistance && d < max(len(c), 2) {
			best, bestDistance = c, d
		}
	}
	if best != "" || len(s) < 3 {
		return best
	}
	return only(candidates, func(c string) bool { return len(c) > len(s) && strings.EqualFold(c[:len(s)], s) })
}

// only is the one candidate that fits, "" for none or several.
func only(candidates []string, fits func(string) bool) string {
	found := ""
	for _, c := range candidates {
		if fits(c) {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

// abbreviates tells whether s is made of the beginnings of all words of a
// candidate that has several, as ehttp is of enhanced-http and vmss of
// virtual-machine-scale-set.
func abbreviates(s, candidate string) bool {
	parts := strings.FieldsFunc(strings.ToLower(candidate), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return len(parts) > 1 && len(s) <= len(candidate) && beginnings(strings.ToLower(s), parts)
}

// beginnings tells whether s is made of the beginnings of all parts.
func beginnings(s string, parts []string) bool {
	if len(parts) == 0 {
		return s == ""
	}
	for n := 1; n <= len(s) && n <= len(parts[0]) && s[n-1] == parts[0][n-1]; n++ {
		if beginnings(s[n:], parts[1:]) {
			return true
		}
	}
	return false
}

// suggest is the hint for a word that is none of the candidates; where there
// are none, there is no hint.
func suggest(s string, candidates []string, are string) string {
	if len(candidates) == 0 {
		return ""
	}
	hint := are + " " + strings.Join(candidates, ", ")
	if n := nearest(s, candidates); n != "" {
		return fmt.Sprintf("did you mean %q? %s", n, UpperFirst(hint))
	}
	return hint
}

// nearHint is the hint where only a near one is of use.
func nearHint(s string, candidates []string) string {
	if n := nearest(s, candidates); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	return ""
}

// nearestOf is the hint where the candidates are many: the near one alone, and
// all of them only when none is near.
func nearestOf(s string, candidates []string, are string) string {
	if n := nearest(s, candidates); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	return suggest(s, candidates, are)
}

// UpperFirst makes the first letter of s a capital.
func UpperFirst(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:size]) + s[size:]
}

// LowerFirst makes the first letter of s a small one.
func LowerFirst(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:size]) + s[size:]
}

// Sentence makes a message a sentence. A profile key at its start keeps its
// small letters.
func Sentence(s string) string {
	if s == "" {
		return ""
	}
	end := "."
	if strings.IndexByte(".!?", s[len(s)-1]) >= 0 {
		end = ""
	}
	first, _, _ := strings.Cut(s, " ")
	if first = strings.TrimRight(first, ".,:;"); strings.IndexByte(first, '.') >= 0 || strings.IndexByte(first, '_') >= 0 {
		return s + end
	}
	r, size := utf8.DecodeRuneInString(s)
	if upper := unicode.ToUpper(r); upper != r {
		return string(upper) + s[size:] + end
	}
	return s + end
}

// distance is the number of single-letter edits, a swap of neighbours
// counting as one, between a and b; 3 stands for anything above 2.
func distance(a, b string) int {
	if d := len(a) - len(b); d > 2 || d < -2 || len(a) > 64 {
		return 3
	}
	var before []int
	last := make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
		if slices.Min(row) > 2 {
			return 3
		}
	}
	return min(last[len(b)], 3)
}

// Suggest is the hint for a word that is none of the candidates; are leads
// over to what there is.
func Suggest(word string, candidates []string, are string) string {
	return suggest(word, candidates, are)
}

// Nearest is the candidate within two edits of a word, or the only one that
// begins with it, "" for none.
func Nearest(word string, candidates []string) string { return nearest(word, candidates) }
