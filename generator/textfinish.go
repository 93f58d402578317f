package generator

import (
	"strconv"
	"strings"
)

// finisher turns the result of a text into Markdown or plain text: it escapes
// the marked values for the place where they stand, resolves the marked links
// between items, and mends what conditions leave behind: runs of blank lines,
// spaces at line ends, and gaps in the numbers of an ordered list.
type finisher struct {
	link func(id string) (label, target string, ok bool)

	out   []byte // of the text being finished
	words []byte // of what is literal, see there
	blank bool   // the last line is
	list  orderedList
}

// orderedList is the one being read: the number of its last item, and the
// width of its marker now and in the source.
type orderedList struct {
	number, width, from int
}

// plain returns the text with values as they are.
func (f *finisher) plain(s string) string {
	if !hasMark(s) {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(f.literal(s)), " ")
}

// markdown returns the text as Markdown.
func (f *finisher) markdown(s string) Markdown {
	f.out, f.blank, f.list = f.out[:0], true, orderedList{}
	fences := strings.Contains(s, "```") || strings.Contains(s, "~~~")
	for s != "" {
		var line, fence string
		line, s, _ = strings.Cut(s, "\n")
		if fences {
			fence = fenceOf(line)
		}
		if fence == "" {
			f.line(line)
			continue
		}
		wide := strings.Repeat(fence[:1], longestFence(s, fence))
		f.line(strings.Replace(line, fence, wide, 1))
		for s != "" {
			line, s, _ = strings.Cut(s, "\n")
			if closesFence(line, fence) {
				f.code(strings.Replace(line, fence, wide, 1))
				break
			}
			f.code(f.literal(line))
		}
	}
	return Markdown(strings.TrimRight(string(f.out), "\n"))
}

// tidy is markdown for a text without values.
func tidy(s string) string { return string((&finisher{}).markdown(s)) }

// line writes a line outside code blocks.
func (f *finisher) line(line string) {
	line = strings.TrimRight(line, " \t\r")
	start := len(f.out)
	if n := markerWidth(line); n > 0 {
		f.list.number++
		f.list.from = n
		f.out = append(strconv.AppendInt(f.out, int64(f.list.number), 10), ". "...)
		f.list.width = len(f.out) - start
		line = strings.TrimLeft(line[n:], " ")
	} else {
		line = f.indented(line)
	}
	f.values(line)
	for len(f.out) > start && strings.IndexByte(" \t", f.out[len(f.out)-1]) >= 0 {
		f.out = f.out[:len(f.out)-1]
	}
	if empty := len(f.out) == start; !empty || !f.blank {
		f.out = append(f.out, '\n')
		f.blank = empty
	}
}

// code writes a line of a code block, with values as they are.
func (f *finisher) code(line string) {
	f.out = append(append(f.out, f.indented(line)...), '\n')
	f.blank = line == ""
}

// indented moves a line below an item of an ordered list to where the item's
// text begins now; any other line ends the list.
func (f *finisher) indented(line string) string {
	if f.list.number == 0 || line == "" {
		return line
	}
	indent := len(line) - len(strings.TrimLeft(line, " "))
	if indent < 2 {
		f.list.number = 0
		return line
	}
	for range f.list.width {
		f.out = append(f.out, ' ')
	}
	return line[min(indent, f.list.from):]
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

// fenceOf returns the run of backticks or tildes that opens a code block in
// this line, or "".
func fenceOf(line string) string {
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

// longestFence is the length that a fence must have for a code block that
// begins s, to be longer than any run of its character in it.
func longestFence(s, fence string) int {
	longest := len(fence)
	for s != "" {
		var line string
		line, s, _ = strings.Cut(s, "\n")
		if closesFence(line, fence) {
			break
		}
		if strings.Contains(line, fence) {
			longest = max(longest, longestRun(unwrap(line), fence[0])+1)
		}
	}
	return longest
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

// values writes the rest of a line, its values escaped.
func (f *finisher) values(line string) {
	if !hasMark(line) {
		f.out = append(f.out, line...)
		return
	}
	table := strings.HasPrefix(strings.TrimLeft(line, " "), "|")
	for i := 0; i < len(line); {
		rest := line[i:]
		switch {
		case rest[0] == '\\' && hasPrefixMark(rest[1:]): // does not escape what the value begins with
			f.out = append(f.out, `\\`...)
			i++
		case rest[0] == '\\' && len(rest) > 1:
			f.out = append(f.out, rest[:2]...)
			i += 2
		case rest[0] == '`':
			i += f.codeSpan(rest, table)
		case hasPrefixMark(rest):
			value, kind, after := cutMark(rest)
			switch {
			case kind == markStep:
				f.step(value)
			case opensLine(line[:i]):
				f.out = append(f.out, escapeLineStart(EscapeMarkdown(Bounded(value)))...)
			default:
				f.out = AppendMarkdown(f.out, Bounded(value))
			}
			i = len(line) - len(after)
		default:
			n := 1 + plainRun(rest[1:])
			f.out = append(f.out, rest[:n]...)
			i += n
		}
	}
}

// step writes the link to a step, or only its title.
func (f *finisher) step(id string) {
	label, target, ok := f.link(id)
	if !ok {
		f.out = AppendMarkdown(f.out, label)
		return
	}
	f.out = AppendMarkdown(append(f.out, '['), label)
	f.out = append(append(append(f.out, "]("...), target...), ')')
}

// literal is s with the values and the words of links as they are, for code.
func (f *finisher) literal(s string) string {
	if !hasMark(s) {
		return s
	}
	f.words = f.words[:0]
	for i := nextMark(s); i >= 0; i = nextMark(s) {
		f.words = append(f.words, s[:i]...)
		value, kind, rest := cutMark(s[i:])
		if kind == markStep {
			value, _, _ = f.link(value)
		}
		f.words = append(f.words, value...)
		s = rest
	}
	f.words = append(f.words, s...)
	return string(f.words)
}

// opensLine reports whether nothing stands before a place in a line but the
// signs of a quotation, a list or a box, so that what comes next may be one too.
func opensLine(before string) bool {
	s := strings.TrimLeft(before, " >")
	for _, sign := range []string{"- ", "* ", "+ ", "[ ] ", "[x] ", "[X] "} {
		s = strings.TrimPrefix(s, sign)
	}
	return strings.TrimSpace(s) == ""
}

func hasPrefixMark(s string) bool {
	return strings.HasPrefix(s, string(markOpen)) || strings.HasPrefix(s, string(markStep))
}

// plainRun is the length of what begins s and is copied as it is: up to the
// next backslash, backtick or byte that a mark may begin with.
func plainRun(s string) int {
	for i := range len(s) {
		if c := s[i]; c == '\\' || c == '`' || c == string(markOpen)[0] {
			return i
		}
	}
	return len(s)
}

// codeSpan writes the code span that begins s, or the backticks when nothing
// closes them, and returns how much of s that was.
func (f *finisher) codeSpan(s string, table bool) int {
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
			if hasMark(content) {
				f.out = AppendCodeSpan(f.out, f.literal(content), table)
			} else {
				f.out = append(f.out, s[:j+n]...)
			}
			return j + n
		}
		j += max(run, 1)
	}
	f.out = append(f.out, s[:n]...)
	return n
}

// markerWidth is the width of "12. " at the start of a line, or 0.
func markerWidth(line string) int {
	i := 0
	for i < len(line) && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i == 0 || i > 3 || !strings.HasPrefix(line[i:], ". ") {
		return 0
	}
	return i + 2
}
