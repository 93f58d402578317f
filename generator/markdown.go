package generator

import (
	"strings"
	"unicode"
)

// CodeSpan returns text as a Markdown code span, which shows it literally.
func CodeSpan(text string, inTable bool) string {
	text = clean(text)
	if inTable {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	if text == "" {
		return ""
	}
	fence := "`"
	if n := longestRun(text, '`'); n > 0 {
		fence = strings.Repeat("`", n+1)
		text = " " + text + " "
	} else if text[0] == ' ' && text[len(text)-1] == ' ' {
		text = " " + text + " "
	}
	return fence + text + fence
}

// EscapeMarkdown returns text so that GitHub-flavoured Markdown shows it
// literally in prose or a table cell: no markup, no HTML, no link, no mention.
// Spaces around it are dropped: they would end the emphasis that it stands in.
func EscapeMarkdown(text string) string {
	text = strings.TrimSpace(clean(text))
	first := firstToEscape(text)
	if first < 0 {
		return text
	}
	return string(appendEscaped(make([]byte, 0, len(text)+16), text, first))
}

// AppendMarkdown appends what EscapeMarkdown returns.
func AppendMarkdown(b []byte, text string) []byte {
	text = strings.TrimSpace(clean(text))
	first := firstToEscape(text)
	if first < 0 {
		return append(b, text...)
	}
	return appendEscaped(b, text, first)
}

// appendEscaped appends a clean text of which nothing before first needs
// escaping.
func appendEscaped(b []byte, text string, first int) []byte {
	b = append(b, text[:first]...)
	for i := first; i < len(text); i++ {
		switch c := text[i]; c {
		case '\\', '`', '*', '[', ']', '|', '~', '$', '#':
			b = append(b, '\\', c)
		case '_':
			if !wordInside(text, i) {
				b = append(b, '\\')
			}
			b = append(b, '_')
		case '<':
			b = append(b, "&lt;"...)
		case '>':
			b = append(b, "&gt;"...)
		case '&':
			b = append(b, "&amp;"...)
		case ':': // http://... would become a link
			if strings.HasPrefix(text[i:], "://") {
				b = append(b, "&#58;"...)
			} else {
				b = append(b, ':')
			}
		case '.': // so would www.
			if afterWWW(text, i) {
				b = append(b, "&#46;"...)
			} else {
				b = append(b, '.')
			}
		case '@': // a mention or a mail address; the zero-width space keeps it text
			b = append(b, "@\u200b"...)
		default:
			b = append(b, c)
		}
	}
	return b
}

// firstToEscape is the place of the first character that may need escaping, or
// -1: most texts have none.
func firstToEscape(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '\\', '`', '*', '[', ']', '|', '~', '$', '#', '<', '>', '&', '@':
			return i
		case '_':
			if !wordInside(s, i) {
				return i
			}
		case ':':
			if strings.HasPrefix(s[i:], "://") {
				return i
			}
		case '.':
			if afterWWW(s, i) {
				return i
			}
		}
	}
	return -1
}

func afterWWW(s string, i int) bool { return i >= 3 && strings.EqualFold(s[i-3:i], "www") }

// wordInside reports whether the byte at i stands between letters or digits,
// where an underscore is no markup.
func wordInside(s string, i int) bool {
	alnum := func(c byte) bool {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return i > 0 && i+1 < len(s) && alnum(s[i-1]) && alnum(s[i+1])
}

// escapeLineStart keeps a value at the start of a line from becoming a list,
// a heading or a rule.
func escapeLineStart(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '-', '+', '=':
		return `\` + s
	}
	digits := len(s) - len(strings.TrimLeftFunc(s, unicode.IsDigit))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}
