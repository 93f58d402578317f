package issues

import (
	"slices"
	"strings"
	"unicode"

	"runbook/generator"
	"runbook/output/markup"
)

// box is a line with a task box: what stands before the sign in the brackets,
// the sign, and the rest.
var box = lazy(`^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(\](?:\s.*)?)$`)

// untick clears every box of a block.
func untick(block string) string {
	lines := strings.Split(block, "\n")
	for i, l := range lines {
		if m := box().FindStringSubmatch(l); m != nil {
			lines[i] = m[1] + " " + m[3]
		}
	}
	return strings.Join(lines, "\n")
}

// tick is one ticked box: its text, and the how-manieth box with that text it
// is.
type tick struct {
	text string
	nth  int
}

// ticks lists the ticked boxes of a block and counts all its boxes.
func ticks(block string) (ticked []tick, boxes int) {
	seen := map[string]int{}
	for l := range strings.SplitSeq(normalLines(block), "\n") {
		m := box().FindStringSubmatch(strings.TrimRight(l, " \t"))
		if m == nil {
			continue
		}
		boxes++
		text := strings.TrimSpace(m[3][1:])
		seen[text]++
		if m[2] != " " {
			ticked = append(ticked, tick{text, seen[text]})
		}
	}
	return ticked, boxes
}

// keepTicks carries the ticks of the observed block over into the desired one.
// A line is known by its text. What is returned beside the block are the texts
// of ticked lines that the desired block no longer has: their ticks go, and
// the plan says so.
func keepTicks(desired, observed string) (block string, gone []string) {
	ticked, _ := ticks(observed)
	keep := map[tick]bool{}
	for _, t := range ticked {
		keep[t] = true
	}
	seen := map[string]int{}
	lines := strings.Split(desired, "\n")
	for i, l := range lines {
		m := box().FindStringSubmatch(strings.TrimRight(l, " \t"))
		if m == nil {
			continue
		}
		text := strings.TrimSpace(m[3][1:])
		seen[text]++
		if t := (tick{text, seen[text]}); keep[t] {
			lines[i] = m[1] + "x" + m[3]
			delete(keep, t)
		}
	}
	for _, t := range ticked {
		if keep[t] {
			gone = append(gone, t.text)
		}
	}
	return strings.Join(lines, "\n"), gone
}

// verified are the numbers of the checks that are ticked in the issue of an
// item, from 1. A check is known by its words; where all boxes are ticked,
// each check is.
func verified(checks []generator.Markdown, s ItemStatus) []int {
	all := s.Boxes == len(checks) && s.Ticked == s.Boxes
	seen := map[string]int{}
	var numbers []int
	for i, check := range checks {
		first, _, _ := strings.Cut(string(check), "\n\n")
		text := spelt(first)
		seen[text]++
		is := func(t tick) bool { return t.nth == seen[text] && spelt(t.text) == text }
		if all || slices.ContainsFunc(s.ticks, is) {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// issueNumber is the number of an issue behind the title of its item.
var issueNumber = lazy(`\(#\d+\)`)

// spelt is Markdown as its letters and digits alone, the same in an issue,
// where lines are longer and links lead elsewhere, as in the runbook.
func spelt(s string) string {
	s = issueNumber().ReplaceAllString(s, "")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, markup.Plain(markup.ParseInline(generator.Markdown(s))))
}
