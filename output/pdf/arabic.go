package pdf

import (
	"slices"
	"unicode"
)

// An Arabic letter has up to four forms: alone, and joined to the one after
// it, to both, to the one before. The faces have those of U+0600 to U+06FF at
// codes of their own, four a letter, and after them the ligatures of lam with
// a letter, alone and joined; fonts/subset.py computes the same.
const (
	firstForm = 0xE000
	firstLam  = 0xE400
	lastForm  = 0xE5FF

	initial = 1
	medial  = 2
	final   = 3

	lam           = 0x644
	tatweel       = 0x640
	joiner        = 0x200D // shows nothing, joins like a letter
	firstOfArabic = 0x600
	lastOfArabic  = 0x6FF
)

func isArabic(r rune) bool { return r >= firstOfArabic && r <= lastOfArabic }

func formOf(r rune, form int) rune { return firstForm + 4*(r-firstOfArabic) + rune(form) }

func lamWith(r rune) rune { return firstLam + 2*(r-firstOfArabic) }

// isForm tells whether r is a code of ours, with which no text comes.
func isForm(r rune) bool { return r >= firstForm && r <= lastForm }

// letters is what r stands for, to be searched, copied and read aloud.
func letters(r rune) string {
	switch {
	case !isForm(r):
		return string(r)
	case r >= firstLam:
		return string([]rune{lam, firstOfArabic + (r-firstLam)/2})
	}
	return string(firstOfArabic + (r-firstForm)/4)
}

// joined replaces the Arabic letters of a text by their forms. What a ligature
// has swallowed becomes 0.
func (f *fonts) joined(text []rune) []rune {
	if !slices.ContainsFunc(text, isArabic) {
		return text
	}
	fc := f.open(arabic[regular])
	if fc == nil {
		return text
	}
	has := func(r rune, form int) bool { return isArabic(r) && fc.has(formOf(r, form)) }
	both := func(r rune) bool { return r == tatweel || r == joiner }
	out := slices.Clone(text)
	before := false // the letter before joins what comes
	for i := 0; i < len(text); i++ {
		r := text[i]
		if isMark(r) {
			continue
		}
		to := before && has(r, final)
		before = both(r) || has(r, initial)
		if r == lam && i+1 < len(text) && isArabic(text[i+1]) && fc.has(lamWith(text[i+1])) {
			out[i] = lamWith(text[i+1])
			if to {
				out[i]++
			}
			i++
			out[i], before = 0, false
			continue
		}
		next := slices.IndexFunc(text[i+1:], func(r rune) bool { return !isMark(r) })
		from := false
		if next >= 0 {
			n := text[i+1+next]
			from = has(r, initial) && (both(n) || has(n, final))
		}
		switch {
		case to && from:
			out[i] = formOf(r, medial)
		case to:
			out[i] = formOf(r, final)
		case from:
			out[i] = formOf(r, initial)
		}
	}
	return out
}

// moved is how far r is to be moved that begins a turned text: a vowel sign,
// which then stands before its letter.
func (f *face) moved(r rune, text string) int {
	if r < 0x591 || r > lastOfArabic || !isMark(r) {
		return 0
	}
	for i, letter := range text {
		if !isMark(letter) {
			return f.above(r, letter)
		}
		if i > mostSigns {
			break
		}
	}
	return 0
}

// mostSigns is how many bytes the signs on one letter take at the most; more are
// no writing.
const mostSigns = 16

// isMark tells whether r stands over or under the letter before it.
func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }
