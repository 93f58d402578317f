package issues

import (
	"fmt"
	"slices"
	"strings"
)

// lineDiff compares two texts line by line, as diff does but without context,
// and returns at most so many lines.
func lineDiff(from, to string, most int) []string {
	a, b := strings.Split(from, "\n"), strings.Split(to, "\n")
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var out []string
	for _, e := range edits(a, b) {
		if strings.TrimSpace(e[1:]) != "" {
			out = append(out, e)
		}
	}
	if len(out) > most {
		left := len(out) - most
		out = append(out[:most:most], fmt.Sprintf("... and %s", plural(left, "more line")))
	}
	return out
}

// edits finds a shortest list of lines to take out and put in, by the longest
// common subsequence. Texts of issues are short enough for the plain way.
func edits(a, b []string) []string {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i, line := range slices.Backward(a) {
		for j := range slices.Backward(b) {
			if line == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []string
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			out = append(out, "- "+a[i])
			i++
		default:
			out = append(out, "+ "+b[j])
			j++
		}
	}
	return out
}
