package docx

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/ooxml"
)

// line is cleaned text on one line, as properties and headings want it.
func line(s string) string { return strings.Join(strings.Fields(ooxml.Clean(s)), " ") }

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
