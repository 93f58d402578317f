package generator

import (
	"strings"
	"unicode"
)

// finisher turns the result of a template into Markdown or plain text: it
// escapes the marked values for the place where they stand and resolves the
// marked links between items.
type finisher struct {
	link func(id string) (label, target string, ok bool)
}

// plain returns the text with values as they are.
func (f finisher) plain(s string) string {
	if !hasMark(s) {
		return strings.TrimSpace(s)
	}
	var b strings.Builder
	for s != "" {
		i := nextMark(s)
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		value, kind, rest := cutMark(s[i:])
		if kind == markStep {
			value, _, _ = f.link(value)
		}
		b.WriteString(value)
		s = rest
	}
	b.WriteString(s)
	return strings.Join(strings.Fields(b.String()), " ")
}

// markdown returns the text as Markdown: values escaped, numbers of ordered
// lists made consecutive again where a condition dropped an item, blank lines
// single.
func (f finisher) markdown(s string) Markdown {
	if hasMark(s) {
		s = f.escape(s)
	}
	return Markdown(tidy(s))
}

// hasMark reports whether s has a mark.
func hasMark(s string) bool { return nextMark(s) >= 0 }

// nextMark is the place of the first mark in s, or -1. All marks begin with
// the same two bytes, which is faster to look for than three characters.
func nextMark(s string) int {
	const prefix = "\xef\xb7"
	for from := 0; ; {
		i := strings.Index(s[from:], prefix)
		if i < 0 {
			return -1
		}
		if i += from; i+2 < len(s) && s[i+2] >= 0x90 && s[i+2] <= 0x92 {
			return i
		}
		from = i + len(prefix)
	}
}

// cutMark splits s, which begins with a mark, behind the closing one.
func cutMark(s string) (value string, kind rune, rest string) {
	kind = markOpen
	if strings.HasPrefix(s, string(markStep)) {
		kind = markStep
	}
	s = s[len(string(kind)):]
	value, rest, _ = strings.Cut(s, string(markClose))
	return value, kind, rest
}

func (f finisher) escape(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	lines := strings.Split(s, "\n")
	for i := 0; i < len(lines); i++ {
		if fence := fenceOf(lines[i]); fence != "" {
			end := i + 1
			for end < len(lines) && !closesFence(lines[end], fence) {
				end++
			}
			f.fenced(&b, lines[i:min(end+1, len(lines))], fence)
			i = end
		} else {
			f.line(&b, lines[i])
		}
		if i < len(lines)-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// fenceOf returns the run of backticks or tildes that opens a code block in
// this line, or "".
func fenceOf(line string) string {
	if !strings.Contains(line, "```") && !strings.Contains(line, "~~~") {
		return ""
	}
	t := strings.TrimLeft(line, " >")
	for _, c := range []string{"`", "~"} {
		n := len(t) - len(strings.TrimLeft(t, c))
		if n >= 3 && !strings.Contains(t[n:], "`") {
			return t[:n]
		}
	}
	return ""
}

func closesFence(line, fence string) bool {
	t := strings.TrimSpace(strings.TrimLeft(line, " >"))
	return len(t) >= len(fence) && strings.Trim(t, fence[:1]) == ""
}

// fenced writes a code block with values as they are, in a fence longer than
// any in them.
func (f finisher) fenced(b *strings.Builder, lines []string, fence string) {
	longest := len(fence)
	for i, l := range lines[1:] {
		lines[i+1] = unwrap(l)
		if i < len(lines)-2 {
			longest = max(longest, longestRun(lines[i+1], fence[0])+1)
		}
	}
	wide := strings.Repeat(fence[:1], longest)
	for i, l := range lines {
		if i == 0 || i == len(lines)-1 {
			l = strings.Replace(l, fence, wide, 1)
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l)
	}
}

func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] == c {
			run++
			longest = max(longest, run)
		} else {
			run = 0
		}
	}
	return longest
}

// line writes a line outside code blocks.
func (f finisher) line(b *strings.Builder, line string) {
	if !hasMark(line) {
		b.WriteString(line)
		return
	}
	table := strings.HasPrefix(strings.TrimLeft(line, " "), "|")
	for i := 0; i < len(line); {
		rest := line[i:]
		switch {
		case rest[0] == '\\' && len(rest) > 1:
			b.WriteString(rest[:2])
			i += 2
		case rest[0] == '`':
			i += f.codeSpan(b, rest, table)
		case strings.HasPrefix(rest, string(markOpen)), strings.HasPrefix(rest, string(markStep)):
			value, kind, after := cutMark(rest)
			if kind == markStep {
				label, target, ok := f.link(value)
				if ok {
					b.WriteString("[" + EscapeMarkdown(label) + "](" + target + ")")
				} else {
					b.WriteString(EscapeMarkdown(label))
				}
			} else {
				escaped := EscapeMarkdown(value)
				if strings.TrimSpace(line[:i]) == "" {
					escaped = escapeLineStart(escaped)
				}
				b.WriteString(escaped)
			}
			i = len(line) - len(after)
		default:
			b.WriteByte(rest[0])
			i++
		}
	}
}

// codeSpan writes the code span that begins s, or the backticks when nothing
// closes them, and returns how much of s that was.
func (f finisher) codeSpan(b *strings.Builder, s string, table bool) int {
	n := len(s) - len(strings.TrimLeft(s, "`"))
	for j := n; j < len(s); {
		if strings.HasPrefix(s[j:], string(markOpen)) {
			_, _, after := cutMark(s[j:])
			j = len(s) - len(after)
			continue
		}
		run := len(s[j:]) - len(strings.TrimLeft(s[j:], "`"))
		if run == n {
			content := s[n:j]
			if strings.ContainsRune(content, markOpen) {
				b.WriteString(CodeSpan(unwrap(content), table))
			} else {
				b.WriteString(s[:j+n])
			}
			return j + n
		}
		j += max(run, 1)
	}
	b.WriteString(s[:n])
	return n
}

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
func EscapeMarkdown(text string) string {
	text = clean(text)
	first := firstToEscape(text)
	if first < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text) + 16)
	b.WriteString(text[:first])
	for i, r := range text {
		if i < first {
			continue
		}
		switch r {
		case '\\', '`', '*', '[', ']', '|', '~', '$', '#':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '_':
			if wordInside(text, i) {
				b.WriteByte('_')
			} else {
				b.WriteString(`\_`)
			}
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '&':
			b.WriteString("&amp;")
		case ':': // http://... would become a link
			if strings.HasPrefix(text[i:], "://") {
				b.WriteString("&#58;")
			} else {
				b.WriteByte(':')
			}
		case '.': // so would www.
			if i >= 3 && strings.EqualFold(text[i-3:i], "www") {
				b.WriteString("&#46;")
			} else {
				b.WriteByte('.')
			}
		case '@': // a mention or a mail address; the zero-width space keeps it text
			b.WriteString("@\u200b")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
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
			if i >= 3 && strings.EqualFold(s[i-3:i], "www") {
				return i
			}
		}
	}
	return -1
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
