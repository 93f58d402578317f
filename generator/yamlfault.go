package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// syntaxProblem says in our words what the YAML parser found, and where. The
// parser names a line at best, often that of the group around the fault, and no
// column: the fault is where the longest beginning that can be read ends.
func syntaxProblem(file string, data []byte, err error) Problem {
	_, what, _ := strings.Cut(err.Error(), "yaml: ")
	if line, rest, ok := strings.Cut(what, ": "); ok && strings.HasPrefix(line, "line ") {
		what = rest
	}
	offset := faultOffset(data)
	start := bytes.LastIndexByte(data[:offset], '\n') + 1
	line, _, _ := bytes.Cut(data[start:], []byte("\n"))
	if tab := bytes.IndexByte(line[:len(line)-len(bytes.TrimLeft(line, " \t"))], '\t'); tab >= 0 {
		return Problem{Pos: position(file, data, start+tab), Message: "a tab in the indentation", Hint: "YAML wants spaces there"}
	}
	fault := line[offset-start:]
	first, _ := utf8.DecodeRune(fault)
	message, hint := "this is not valid YAML: "+what, "look at indentation, colons and quotes in this line and the one before"
	switch {
	case bytes.Contains(line, []byte(": {{")) || bytes.Contains(line, []byte("- {{")):
		hint = "put a text that begins with { into quotes"
	case strings.Contains(what, "unknown anchor"):
		name := clean(strings.Trim(strings.TrimSuffix(strings.TrimPrefix(what, "unknown anchor "), " referenced"), "'"))
		message = fmt.Sprintf("the alias *%s stands for an anchor that is not there", name)
		hint = fmt.Sprintf("set the anchor &%s before it, or put the text into quotes", name)
	case strings.Contains(what, "control characters"):
		offset = max(bytes.IndexFunc(data, noYAML), 0)
		first, _ = utf8.DecodeRune(data[offset:])
		message, hint = fmt.Sprintf("the control character %U", first), "delete it; most editors do not show it"
	case strings.Contains(what, "end of stream") && (first == '"' || first == '\''):
		message, hint = fmt.Sprintf("the quotation mark %c is never closed", first), "close it where the text ends"
	case strings.Contains(what, "cannot start any token"):
		offset += max(bytes.IndexAny(fault, "@`%"), 0)
		hint = "put text that begins with @, `, % or another sign into quotes"
	case strings.Contains(what, "expected ','") && first == '[' && (bytes.Contains(line, []byte("?,")) || bytes.Contains(line, []byte("?]"))):
		message, hint = "the list that begins with this [ cannot be read", "put an entry that ends in ? into quotes"
	case strings.Contains(what, "expected ','") && first == '[':
		message, hint = "the list that begins with this [ cannot be read", "close it with ], and put a comma between two entries; put a text that begins with [ into quotes"
	case strings.Contains(what, "expected ','") && first == '{':
		message, hint = "the group that begins with this { cannot be read", "close it with }, and put a comma between two keys; put a text that begins with { into quotes"
	case strings.Contains(what, "mapping values are not allowed"):
		hint = "put a text with a colon in it into quotes, and a colon behind every key; keys of one group begin in the same column"
		if dash := bytes.TrimLeft(line, " "); len(dash) > 1 && dash[0] == '-' && dash[1] != ' ' {
			hint = "put a space behind the dash that begins an entry"
		}
	}
	return Problem{Pos: position(file, data, offset), Message: message, Hint: hint}
}

// faultOffset is where the longest beginning of data that can be read as YAML
// ends.
func faultOffset(data []byte) int {
	budget := 4 << 20 // bytes to read; who writes larger files gets a place near by
	ends := func(at int) bool {
		budget -= at + 4096 // what any attempt costs
		return budget > 0 && readable(data[:at])
	}
	lines := []int{0} // where each begins
	for i, c := range data {
		if c == '\n' {
			lines = append(lines, i+1)
		}
	}
	start := lines[longest(len(lines)-1, func(n int) bool { return ends(lines[n]) })]
	line := data[start:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	var characters []int
	for i := range string(line) {
		characters = append(characters, start+i)
	}
	if len(characters) == 0 {
		return start
	}
	return characters[longest(len(characters)-1, func(n int) bool { return ends(characters[n]) })]
}

// longest is the greatest n up to last for which ok holds. It holds for 0, and
// up to the greatest n for all but a few that lie within something unfinished,
// such as a list over several lines.
func longest(last int, ok func(n int) bool) int {
	const unfinished = 100
	n := 0
	for {
		for low, high := n+1, last; low <= high; {
			if middle := (low + high) / 2; ok(middle) {
				n, low = middle, middle+1
			} else {
				high = middle - 1
			}
		}
		next := n + 1
		for next <= min(n+unfinished, last) && !ok(next) {
			next++
		}
		if next > min(n+unfinished, last) {
			return n
		}
		n = next
	}
}

func readable(data []byte) bool {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var doc yaml.Node
		if err := decoder.Decode(&doc); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}

// noYAML reports whether a character may stand nowhere in a YAML file.
func noYAML(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r', r >= ' ' && r <= '~', r == 0x85:
		return false
	}
	return r < 0xa0 || r >= 0xfffe && r <= 0xffff
}
