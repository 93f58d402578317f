package lint

import (
	"regexp"
	"strings"
	"sync"
)

// lineRules look at lines, apart from those of code.
var lineRules = []rule{
	{"MD009", "spaces at the end of a line", "take them away; two of them break a line on purpose", trailingSpaces},
	{"MD010", "a tab", "write spaces", hardTabs},
	{"MD012", "several blank lines", "one is enough", blankLines},
	{"MD018", "no space after the # of a heading", "write a space, or a \\ before a # that is none", noSpaceAfterHash},
	{"MD047", "no line end at the end", "end the last line", lineEnd},
}

func trailingSpaces(d *document, found func(int)) {
	for i, line := range d.lines {
		n := len(line) - len(strings.TrimRight(line, " \t"))
		if n > 0 && n != 2 && !d.fenced[i+1] {
			found(i + 1)
		}
	}
}

func hardTabs(d *document, found func(int)) {
	for i, line := range d.lines {
		if strings.Contains(line, "\t") && !d.inCode[i+1] && strings.Contains(withoutCode(line), "\t") {
			found(i + 1)
		}
	}
}

var codeSpan = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile("(`+)(?:.*?)(`+)") })

// withoutCode is a line without what stands in code spans.
func withoutCode(line string) string { return codeSpan().ReplaceAllString(line, "") }

func blankLines(d *document, found func(int)) {
	n := 0
	for i, line := range d.lines {
		if d.inCode[i+1] || strings.TrimSpace(line) != "" {
			n = 0
		} else if n++; n > 1 {
			found(i + 1)
		}
	}
	// The line behind the last line end counts.
	if n == 1 && len(d.src) > 0 && d.src[len(d.src)-1] == '\n' {
		found(len(d.lines) + 1)
	}
}

var hash = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^#+[^# \t]`) })

func noSpaceAfterHash(d *document, found func(int)) {
	for i, line := range d.lines {
		if !d.inCode[i+1] && hash().MatchString(line) && !strings.HasSuffix(strings.TrimRight(line, " \t"), "#") {
			found(i + 1)
		}
	}
}

func lineEnd(d *document, found func(int)) {
	if n := len(d.lines); n > 0 && strings.TrimSpace(d.lines[n-1]) != "" && d.src[len(d.src)-1] != '\n' {
		found(n)
	}
}
