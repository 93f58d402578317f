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
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', // bidirectional controls
			r == '\u200b', r == '\ufeff', r == '\u2060', r == '\u00ad',
			r >= '\ufdd0' && r <= '\ufdef', r&0xfffe == 0xfffe, // noncharacters; two of them are our marks
			r >= 0xe0000 && r <= 0xe007f: // tags
			return -1
		}
		return r
	}, s))
}
