package docx

import (
	"strings"
	"unicode"

	"runbook/generator"
	"runbook/output/ooxml"
)

// line is cleaned text on one line, as properties and headings want it.
func line(s string) string { return strings.Join(strings.Fields(ooxml.Clean(s)), " ") }

// stepID is the part of an item's key that is unique in its workflow.
func stepID(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }

// turned splits off the first part of a text that runs in one direction; from
// right to left are the letters that do, what stands between two of them, and
// the bracket that closes one between them.
func turned(s string) (part string, fromRight bool, rest string) {
	start := strings.IndexFunc(s, generator.RightToLeft)
	switch {
	case start < 0:
		return s, false, ""
	case start > 0:
		return s[:start], false, s[start:]
	}
	end, open := 0, false
	for i, r := range s {
		switch {
		case generator.RightToLeft(r):
			end = i + len(string(r))
		case unicode.IsLetter(r), string(r) == generator.Bound:
			return s[:end], true, s[end:]
		case r == '(':
			open = true
		case r == ')' && open:
			end, open = i+1, false
		}
	}
	return s[:end], true, s[end:]
}
