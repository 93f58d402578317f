package generator

import (
	"strings"
	"unicode"
)

// CodeSpan returns text as a Markdown code span, which shows it literally.
func CodeSpan(text string, inTable bool) string { return string(AppendCodeSpan(nil, text, inTable)) }

// AppendCodeSpan appends what CodeSpan returns.
func AppendCodeSpan(b []byte, text string, inTable bool) []byte {
	text = clean(text)
	if inTable {
		text = strings.ReplaceAll(text, "|", `\|`)
	}
	if text == "" {
		return b
	}
	fence, blank := "`", ""
	if n := longestRun(text, '`'); n > 0 {
		fence, blank = strings.Repeat("`", n+1), " "
	} else if text[0] == ' ' && text[len(text)-1] == ' ' {
		blank = " "
	}
	for _, s := range [...]string{fence, blank, text, blank, fence} {
		b = append(b, s...)
	}
	return b
}

// EscapeMarkdown returns text so that GitHub-flavoured Markdown shows it
// literally in prose or a table cell: no markup, no HTML, no link, no mention.
// Spaces around it are dropped: they would end the emphasis that it stands in.
func EscapeMarkdown(text string) string {
	text = strings.TrimSpace(shown(text))
	for i := range len(text) {
		if !itself[text[i]] && escaped(text, i) != "" {
			return string(AppendMarkdown(make([]byte, 0, len(text)+16), text))
		}
	}
	return text // as most are
}

// AppendMarkdown appends what EscapeMarkdown returns.
func AppendMarkdown(b []byte, text string) []byte {
	text = strings.TrimSpace(text)
	start, done, cleaned := len(b), 0, false
	for i := range len(text) {
		c := text[i]
		if itself[c] {
			continue
		}
		if (c < ' ' || c >= 0x7f) && !cleaned {
			if t := shown(text); t != text {
				return AppendMarkdown(b[:start], t)
			}
			cleaned = true
		}
		if e := escaped(text, i); e != "" {
			b = append(append(b, text[done:i]...), e...)
			done = i + 1
		}
	}
	return append(b, text[done:]...)
}

// markup is what stands for a character that may mean something.
var markup = [256]string{
	'\\': `\\`, '`': "\\`", '*': `\*`, '[': `\[`, ']': `\]`, '|': `\|`, '~': `\~`, '$': `\$`, '#': `\#`, '_': `\_`,
	'<': "&lt;", '>': "&gt;", '&': "&amp;", ':': "&#58;", '.': "&#46;",
	'@': "@\u200b", // a mention or a mail address; the zero-width space keeps it text
}

// itself are the characters that never mean anything.
var itself = func() (list [256]bool) {
	for c := ' '; c < 0x7f; c++ {
		list[c] = markup[c] == ""
	}
	return list
}()

// escaped is what stands for the character at i, "" where it means nothing.
func escaped(s string, i int) string {
	plain := false
	switch s[i] {
	case '_':
		plain = wordInside(s, i)
	case ':': // http://... would become a link
		plain = !strings.HasPrefix(s[i:], "://")
	case '.': // so would www.
		plain = i < 3 || !strings.EqualFold(s[i-3:i], "www")
	}
	if plain {
		return ""
	}
	return markup[s[i]]
}

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
