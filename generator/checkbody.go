package generator

import (
	"regexp"
	"strings"
	"sync"
)

var (
	heading    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]|$)`) })
	listMark   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[0-9]+[.)]|[-*+]) +`) })
	verifyLike = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^ {0,3}#{1,6}[ \t]*verif(?:y|ication)[ \t:.]*#*$`)
	})
)

// bodies finds headings in texts of steps, of which there is one, and which
// begins the checks.
func (c *checker) bodies() {
	for _, s := range c.w.Steps() {
		for _, t := range []Text{s.Body, s.Verify} {
			c.headings(t)
		}
		if s.Section.Reference && s.Verify.source != "" {
			pos := s.Verify.pos
			c.problems.add(pos, "make the checks part of its text, or the entry a step of a phase", "an entry of a reference has no ## Verify")
		}
	}
}

func (c *checker) headings(t Text) {
	fence, opened := "", 0
	under, gap := 0, true // how far the text of a list is indented, 0 for none; whether the line before is empty
	for i, line := range strings.Split(t.source, "\n") {
		line = textAction().ReplaceAllString(block().ReplaceAllString(line, ""), "x")
		switch {
		case fence != "":
			if closesFence(line, fence) {
				fence = ""
			}
		case fenceOf(line) != "":
			fence, opened = fenceOf(line), i
			if indent(line) < under {
				c.problems.add(t.line(i+1), "indent it like the text of the number; what belongs to none comes after a sentence of its own", "the code block ends the list: it does not stand under its number")
			}
		case verifyLike().MatchString(line):
			c.problems.add(t.line(i+1), "write ## Verify on a line of its own, once, before the list of checks", "the heading %q does not begin the checks", strings.TrimSpace(line))
		case heading().MatchString(line):
			c.problems.add(t.line(i+1), "a step has no heading but ## Verify: say it in a sentence, or make it a step of its own", "a heading within a step")
		}
		empty := strings.TrimSpace(line) == ""
		switch mark := listMark().FindString(line); {
		case empty || fence != "" && i != opened:
		case mark != "":
			under = len(mark)
		case indent(line) < under && (gap || fence != ""): // else the line goes on with the one before
			under = 0
		}
		gap = empty
	}
	if fence != "" {
		c.problems.add(t.line(opened+1), "end it with "+fence+" on a line of its own", "the code block that begins here does not end")
	}
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
