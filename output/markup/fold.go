package markup

import (
	"strings"
	"unicode/utf8"
)

// shell is how a command goes on on the next line.
type shell struct {
	more   string // the sign at the end of the line
	escape byte   // takes the meaning off the next character
	joins  string // a line that ends with one of these goes on without the sign
}

// What is for cmd stays whole: much of it goes into a field that takes one line.
var shells = map[string]shell{
	"powershell": {"`", '`', "|{(,"},
	"bash":       {`\`, '\\', "|"},
}

// Fold returns the lines of c, those longer than width broken where the shell
// lets a command go on on the next line, with the sign for that: on paper, and
// copied from it, it is then still that command. Nothing is broken inside a
// string or a comment, so a line may stay longer. Other languages stay as they
// are, and so does code with strings that go over several lines.
func (c *Code) Fold(width int) []string {
	sh, ok := shells[c.Language]
	if !ok || strings.Contains(strings.Join(c.Lines, "\n"), "<<") {
		return c.Lines
	}
	var out []string
	goesOn := false
	for _, l := range c.Lines {
		if _, open := sh.breaks(l); open {
			return c.Lines
		}
		indent := l[:len(l)-len(strings.TrimLeft(l, " "))]
		if !goesOn {
			indent += "  "
		}
		for utf8.RuneCountInString(l) > width {
			head, rest := sh.cut(l, width)
			if head == "" || len(indent)+len(rest) >= len(l) {
				break
			}
			out = append(out, head)
			l = indent + rest
		}
		out = append(out, l)
		goesOn = strings.HasSuffix(l, sh.more)
	}
	return out
}

// breaks are the spaces of a line behind which it may go on on the next, and
// whether the line ends inside a string.
func (sh shell) breaks(l string) (list []int, open bool) {
	start := len(l) - len(strings.TrimLeft(l, " "))
	var quote byte
	for i := start; i < len(l); i++ {
		c := l[i]
		switch {
		case c == sh.escape && quote != '\'':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '#' && (i == start || l[i-1] == ' '):
			return list, false
		case c == ' ' && i+1 < len(l) && !strings.ContainsRune(" #", rune(l[i+1])) && l[i+1:] != sh.more:
			list = append(list, i)
		}
	}
	return list, quote != 0
}

// cut breaks a line, before a parameter or behind a pipe if it can, and never
// between a parameter and its value; head is "" where there is no such place
// within width.
func (sh shell) cut(l string, width int) (head, rest string) {
	at, good := 0, false
	spaces, _ := sh.breaks(l)
	for _, i := range spaces {
		if utf8.RuneCountInString(l[:i])+len(" ")+len(sh.more) > width {
			break
		}
		word := l[strings.LastIndexByte(l[:i], ' ')+1 : i]
		better := l[i+1] == '-' || word == "|"
		if better || !good && !strings.HasPrefix(word, "-") {
			at, good = i, better
		}
	}
	if at == 0 {
		return "", ""
	}
	head, rest = strings.TrimRight(l[:at], " "), strings.TrimLeft(l[at:], " ")
	if !strings.ContainsAny(head[len(head)-1:], sh.joins) {
		head += " " + sh.more
	}
	return head, rest
}
