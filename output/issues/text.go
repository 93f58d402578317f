package issues

import (
	"strings"
	"unicode"

	"runbook/generator"
)

// zwsp is a zero-width space. Between @ and a name, or # and a number, it
// stops GitHub from making a mention or a reference, which a backslash does
// not.
const zwsp = "\u200b"

// clean drops what has no business in text that strangers read: control
// characters (a tab and a newline stay) and what can make text read otherwise
// than it is, but for our own zwsp. It is applied to everything that
// leaves for GitHub.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r), generator.Invisible(r) && string(r) != zwsp, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// line returns s as one line: clean, with every run of white space collapsed.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// prose turns a plain string into Markdown that shows it literally, on one
// line: no markup, no formula, no link, no mention, no reference.
func prose(s string) string {
	s = line(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case strings.ContainsRune("\\`*_[]|~$", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case i == 0 && strings.ContainsRune("#+-=", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return inline(unlink(unnumber(b.String())), "")
}

// unnumber escapes a leading "1." or "1)", which would begin a list.
func unnumber(s string) string {
	digits := strings.TrimLeft(s, "0123456789")
	if n := len(s) - len(digits); n > 0 && (strings.HasPrefix(digits+" ", ". ") || strings.HasPrefix(digits+" ", ") ")) {
		return s[:n] + `\` + digits
	}
	return s
}

// unlink breaks what GitHub would make a link of by itself.
func unlink(s string) string {
	s = strings.ReplaceAll(s, "://", ":"+zwsp+"//")
	for _, www := range []string{"www.", "WWW.", "Www."} {
		s = strings.ReplaceAll(s, www, www[:3]+zwsp+".")
	}
	return s
}

// codeSpan shows s literally in a code span, on one line. Nothing has none: two
// backticks would show as they are.
func codeSpan(s string) string {
	s = strings.ReplaceAll(line(s), generator.Bound, "")
	if s == "" {
		return ""
	}
	fence := strings.Repeat("`", longestRun(s, '`')+1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return fence + s + fence
}

func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// plainTitle is s as an issue's title. Titles are no Markdown, so nothing is
// escaped, but references are stopped.
func plainTitle(s string) string {
	return breakReferences(unlink(line(s)))
}

// cut shortens s to at most n characters, at the end of a word if it can.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	short := string(r[:n-1])
	if i := strings.LastIndexByte(short, ' '); i > n/2 {
		short = short[:i]
	}
	return short + "…"
}

// length counts characters as GitHub does: code points.
func length(s string) int { return len([]rune(s)) }
