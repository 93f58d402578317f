package gfm

import "strings"

// Plain reports whether nothing in a text means anything to the dialect or to
// HTML, so that it is a paragraph as it stands. Half of the pieces of a runbook
// are, and need no parser.
func Plain(text string) bool {
	if text == "" || !letter(text[0]) || text[len(text)-1] == ' ' {
		return false
	}
	for i := range len(text) {
		if c := text[i]; !letter(c) && strings.IndexByte(" 0123456789.,:;'()/-", c) < 0 {
			return false
		}
	}
	return !strings.Contains(text, "://") && !strings.Contains(text, "www.") // bare addresses
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }
