package generator

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// Locate finds where the workflow has what became a line of a runbook: the
// place of the text, by its line where the text is the body of a step. Step is
// the ID of the item or entry with the line, "" outside of all. The lines
// above and below that are not blank tell lines apart that are alike.
func (w *Workflow) Locate(step, above, line, below string) Pos {
	place, best := w.pos(), likeness{}
	look := func(t Text) {
		if pos, like := t.locate(above, line, below); like.more(best) {
			place, best = pos, like
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

// likeness is how much of a line of a runbook a line of a text has, and of how
// many of its neighbours the text has something.
type likeness struct{ letters, neighbours int }

func (l likeness) more(o likeness) bool {
	return l.letters > o.letters || l.letters == o.letters && l.neighbours > o.neighbours
}

var (
	textAction = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{\{.*?\}\}`) })
	listMarker = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^ *(?:[0-9]+[.)]|[-*+]) `) })
)

// locate finds the line of the text that most of a line of the runbook comes
// from.
func (t Text) locate(above, line, below string) (place Pos, best likeness) {
	place = t.pos
	lines := strings.Split(t.source, "\n")
	for i, source := range lines {
		like := likeness{letters: letters(source, line)}
		if like.letters == 0 {
			continue
		}
		if j := prosaic(lines, i, -1); j >= 0 && letters(lines[j], above) > 0 {
			like.neighbours++
		}
		if j := prosaic(lines, i, +1); j < len(lines) && letters(lines[j], below) > 0 {
			like.neighbours++
		}
		if like.more(best) {
			best, place = like, t.line(i+1)
		}
	}
	return place, best
}

// letters is the number of letters that a line of a text gives to a line of
// the runbook: what stands between its actions must be there, in order.
func letters(source, line string) int {
	n := 0
	for _, piece := range textAction().Split(listMarker().ReplaceAllString(source, ""), -1) {
		piece = strings.TrimSpace(piece)
		_, after, ok := strings.Cut(line, piece)
		if !ok {
			return 0
		}
		line = after
		n += utf8.RuneCountInString(piece)
	}
	return n
}

// prosaic is the nearest line that is more than actions, in a direction.
func prosaic(lines []string, i, step int) int {
	for i += step; i >= 0 && i < len(lines); i += step {
		if strings.TrimSpace(textAction().ReplaceAllString(lines[i], "")) != "" {
			break
		}
	}
	return i
}
