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

// checkBox is a box of a block: in which line, its text, whether it is ticked.
type checkBox struct {
	line   int
	text   string
	ticked bool
	paired bool
}

func boxesOf(lines []string) []checkBox {
	var list []checkBox
	for i, l := range lines {
		if m := box().FindStringSubmatch(strings.TrimRight(l, " \t")); m != nil {
			list = append(list, checkBox{line: i, text: strings.TrimSpace(m[3][1:]), ticked: m[2] != " "})
		}
	}
	return list
}

// itemReference is a link to the issue of an item: the number and the title of
// the item, and where its issue is.
var itemReference = lazy(`\[(\d+\.\d+) ((?:[^\[\]\\]|\\.)*)\]\((https?://[^\s()<>]*/issues/\d+)\)`)

// sameCheck are the ways in which the line of a check is known again, the
// surest first: word for word; whatever number and title an item has by now
// that it refers to; whether the issue of that item is there to be linked or not.
var sameCheck = []func(string) string{
	func(s string) string { return s },
	func(s string) string { return itemReference().ReplaceAllString(s, "[]($3)") },
	func(s string) string { return itemReference().ReplaceAllString(s, "$1 $2") },
}

// keepTicks carries the ticks of the observed block over into the desired one.
// What is returned beside the block are the texts of ticked lines that the
// desired block no longer has: their ticks go, and the plan says so.
func keepTicks(desired, observed string) (block string, gone []string) {
	lines := strings.Split(desired, "\n")
	want, have := boxesOf(lines), boxesOf(strings.Split(normalLines(observed), "\n"))
	for _, known := range sameCheck {
		for i := range have {
			h := &have[i]
			at := slices.IndexFunc(want, func(w checkBox) bool { return !w.paired && known(w.text) == known(h.text) })
			if h.paired || at < 0 {
				continue
			}
			h.paired, want[at].paired = true, true
			if n := want[at].line; h.ticked {
				m := box().FindStringSubmatch(strings.TrimRight(lines[n], " \t"))
				lines[n] = m[1] + "x" + m[3]
			}
		}
	}
	for _, h := range have {
		if h.ticked && !h.paired {
			gone = append(gone, h.text)
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

// linkedNumber is the number of an item at the beginning of a link's text.
var linkedNumber = lazy(`\[\d+\.\d+ `)

// spelt is Markdown as its letters and digits alone, the same in an issue,
// where lines are longer, links lead elsewhere and items may still have the
// numbers that they had when it was closed, as in the runbook.
func spelt(s string) string {
	s = issueNumber().ReplaceAllString(s, "")
	s = linkedNumber().ReplaceAllString(s, "[")
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, markup.Plain(markup.ParseInline(generator.Markdown(s))))
}
