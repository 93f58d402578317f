package generator

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// sampleOf returns a short text of the form that a regular expression wants,
// "" for one that is faulty. What stands at its ends and between words is not
// looked at, so a rare expression gives a text that does not match.
func sampleOf(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return ""
	}
	var b strings.Builder
	writeSample(&b, re.Simplify())
	return b.String()
}

func writeSample(b *strings.Builder, re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		b.WriteString(string(re.Rune))
	case syntax.OpCharClass:
		b.WriteRune(sampleRune(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('a')
	case syntax.OpCapture, syntax.OpPlus:
		writeSample(b, re.Sub[0])
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			writeSample(b, sub)
		}
	case syntax.OpAlternate:
		writeSample(b, re.Sub[0])
	default: // what may be left out, and what takes no room
	}
}

// sampleRune is a letter of the class, or else a digit, or else its first
// character. ranges holds pairs of first and last.
func sampleRune(ranges []rune) rune {
	for _, class := range [][2]rune{{'a', 'z'}, {'A', 'Z'}, {'0', '9'}} {
		for i := 0; i+1 < len(ranges); i += 2 {
			if r := max(ranges[i], class[0]); r <= min(ranges[i+1], class[1]) {
				return r
			}
		}
	}
	for i := 0; i+1 < len(ranges); i += 2 {
		if r := max(ranges[i], '!'); r <= ranges[i+1] && unicode.IsPrint(r) {
			return r
		}
	}
	return 'a'
}
