package generator

import (
	"strings"
	"unicode"
)

// clean makes foreign text safe to show on one line: line ends and other
// control characters become a space, and characters that reorder or hide text
// are dropped. It returns s itself when there is nothing to do.
func clean(s string) string {
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

// Invisible reports whether a character shows nothing, or turns the direction
// of the text around it, so that a reader sees something else than is there.
// The joiners of Arabic and Indian scripts and of emoji are not among them.
func Invisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x200e, r == 0x200f, r == 0x061c, // bidirectional controls
		r == 0xad, r == 0x034f, r == 0x180e, r == 0x200b, r == 0xfeff,
		r >= 0x2060 && r <= 0x2064, r >= 0x206a && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb,
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe, // noncharacters; two of them are our marks
		r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}
