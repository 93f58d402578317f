package generator

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// clean makes foreign text safe to show on one line: line ends and other
// control characters become a space, and characters that reorder or hide text
// are dropped. It returns s itself when there is nothing to do.
func clean(s string) string { return strings.ReplaceAll(shown(s), Bound, "") }

// shown is clean for text that Bounded may have been at.
func shown(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\u2028', r == '\u2029', unicode.IsControl(r):
			return ' '
		case Invisible(r):
			return -1
		}
		return r
	}, s))
}

// Bound is the mark that Bounded sets. It shows nothing and runs from left to
// right.
const Bound = "\u200e"

// Bounded ends a text in Hebrew or Arabic with the mark Bound, so that what is written
// behind it, a comma and the next name or a number, does not move to its other
// side. Any other text stays as it is.
func Bounded(s string) string {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		switch {
		case RightToLeft(r):
			return s + Bound
		case unicode.IsLetter(r), string(r) == Bound:
			return s
		}
	}
	return s
}

// RightToLeft tells whether r is a letter of a script that runs from right to
// left.
func RightToLeft(r rune) bool {
	return r >= 0x590 && (r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 || r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000) &&
		(unicode.IsLetter(r) || unicode.IsMark(r))
}

// Invisible reports whether a character shows nothing, or turns the direction
// of the text around it, so that a reader sees something else than is there.
// The joiners of Arabic and Indian scripts and of emoji are not among them, nor
// is the mark that Bounded sets.
func Invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200f, r == 0x061c, // bidirectional controls
		r == 0xad, r == 0x034f, r == 0x180e, r == 0x200b, r == 0xfeff,
		r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb,
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, // noncharacters; two of them are our marks
		r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}
