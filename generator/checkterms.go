package generator

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// everyday are abbreviations that need no explanation anywhere. A workflow
// names those of its trade under everyday in terms.yaml.
var everyday = []string{"EU", "FAQ", "GB", "ID", "ISO", "IT", "KB", "MB", "OK", "PC", "PDF", "TB", "UK", "URL", "US", "UTC"}

var (
	abbreviation = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Z][A-Z0-9]*[A-Z]`) })
	inBrackets   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\(([A-Z][A-Z0-9]*[A-Z])\)`) })
	notProse     = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile("(?s)\\{\\{.*?\\}\\}|``.+?``|`[^`]*`|\\*+[^*\n]+\\*+|\\]\\([^)]*\\)|<[^>]*>")
	})
)

// terms finds abbreviations in what readers read that nothing explains: no
// term, and no list of words that everybody knows. What stands in bold, in
// italics or as code is shown on a screen and no word of the text.
func (c *checker) terms() {
	known := map[string]bool{}
	for _, word := range slices.Concat(everyday, c.w.everyday) {
		known[word] = true
	}
	for _, t := range c.w.Terms {
		for _, word := range abbreviation().FindAllString(t.Term.source, -1) {
			known[word] = true
		}
		for _, m := range inBrackets().FindAllStringSubmatch(t.Text.source, -1) { // the central administration site (CAS)
			known[m[1]] = true
		}
	}
	c.w.eachProse(func(t Text) {
		for i, line := range strings.Split(prose(t.source), "\n") {
			for _, word := range abbreviations(line) {
				if known[word] {
					continue
				}
				known[word] = true // once is enough
				c.problems = append(c.problems, Problem{
					Pos: t.line(i + 1), Severity: Warn, Message: "nothing explains the abbreviation " + word,
					Hint: "make it a term in terms.yaml, or name it under everyday there if every reader knows it",
				})
			}
		}
	})
}

// prose is a text with everything blanked out that is no word of it; lines
// stay lines.
func prose(source string) string {
	var lines []string
	fence := ""
	for line := range strings.SplitSeq(source, "\n") {
		switch {
		case fence != "":
			if closesFence(line, fence) {
				fence = ""
			}
			line = ""
		case fenceOf(line) != "":
			fence, line = fenceOf(line), ""
		}
		lines = append(lines, line)
	}
	return notProse().ReplaceAllStringFunc(strings.Join(lines, "\n"), func(s string) string {
		return " " + strings.Repeat("\n", strings.Count(s, "\n"))
	})
}

// abbreviations are the words in capitals of a line, in the singular.
func abbreviations(line string) []string {
	var words []string
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(" \t,;:!?()[]\"'*/“”’", r) }) {
		word = strings.TrimRight(word, ".")
		if bare := strings.TrimSuffix(word, "s"); bare != "" && abbreviation().FindString(bare) == bare {
			words = append(words, bare)
		}
	}
	return words
}
