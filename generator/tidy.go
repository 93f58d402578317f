package generator

import (
	"strconv"
	"strings"
)

// tidy mends what conditions leave behind in a text: runs of blank lines,
// spaces at line ends, and gaps in the numbers of an ordered list.
func tidy(s string) string {
	lines := strings.Split(s, "\n")
	out := make([]string, 0, len(lines))
	number, width, from := 0, 0, 0 // of the list being read; width of its marker now and in the source
	fence := ""
	for _, line := range lines {
		code := fence != ""
		if !code {
			line = strings.TrimRight(line, " \t\r")
			if line == "" {
				if len(out) > 0 && out[len(out)-1] != "" {
					out = append(out, "")
				}
				continue
			}
			fence = fenceOf(line)
		} else if closesFence(line, fence) {
			fence = ""
		}
		if n := markerWidth(line); n > 0 && !code {
			number++
			from = n
			marker := strconv.Itoa(number) + ". "
			width = len(marker)
			out = append(out, marker+strings.TrimLeft(line[n:], " "))
			continue
		}
		if number > 0 {
			indent := len(line) - len(strings.TrimLeft(line, " "))
			switch {
			case indent >= 2:
				line = strings.Repeat(" ", width) + line[min(indent, from):]
			case line != "":
				number = 0
			}
		}
		out = append(out, line)
	}
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return strings.Join(out, "\n")
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
