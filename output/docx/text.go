package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"runbook/generator"
)

// clean drops what a document cannot hold or a reader cannot see: characters
// that XML 1.0 forbids, and marks that override the direction of the text
// after them, with which a value could make its neighbours read backwards.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r == 0xfffe, r == 0xffff, r == utf8.RuneError:
			return -1
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}

// line is clean on one line, as properties and headings want it.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// joined joins what is not empty.
func joined(sep string, list ...string) string {
	var out []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, sep)
}

func people(list []generator.Person) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name
	}
	return strings.Join(names, "; ")
}

// duration says minutes as people do.
func duration(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}

// count says a number of things.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// stepID is the part of an item's key that is unique in its workflow.
func stepID(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }

// days says from when to when.
func days(first, last string) string {
	if first == last || last == "" {
		return first
	}
	return first + " to " + last
}
