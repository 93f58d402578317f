package generator

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Locate finds where the workflow has what became a line of a runbook: the
// place of the text, by its line where the text is the body of a step. Step is
// the ID of the item or entry with the line, "" outside of all.
func (w *Workflow) Locate(step, line string) Pos {
	place, best := w.pos(), 0
	look := func(t Text) {
		if pos, score := t.locate(line); score > best {
			place, best = pos, score
		}
	}
	if s := w.steps[step]; s != nil {
		place = s.pos
		for _, t := range s.texts() {
			look(t)
		}
		return place
	}
	own := map[Text]bool{}
	for _, s := range w.Steps() {
		for _, t := range s.texts() {
			own[t] = true
		}
	}
	w.eachText(func(t Text, _ bool) {
		if !own[t] {
			look(t)
		}
	})
	return place
}

var (
	textAction = regexp.MustCompile(`\{\{.*?\}\}`)
	listMarker = regexp.MustCompile(`^ *(?:[0-9]+[.)]|[-*+]) `)
)

// locate finds the line of the text that most of a line of the runbook comes
// from, and how much of it: what stands between its actions must be there in
// order.
func (t Text) locate(line string) (place Pos, score int) {
	place = t.pos
	for i, source := range strings.Split(t.source, "\n") {
		rest, found, all := line, 0, true
		for _, piece := range textAction.Split(listMarker.ReplaceAllString(source, ""), -1) {
			piece = strings.TrimSpace(piece)
			_, after, ok := strings.Cut(rest, piece)
			if !ok {
				all = false
				break
			}
			rest = after
			found += utf8.RuneCountInString(piece)
		}
		if all && found > score {
			score = found
			if t.pos.Column == 1 { // a body; other texts are values of YAML, which may be folded
				place.Line = t.pos.Line + i
			}
		}
	}
	return place, score
}
