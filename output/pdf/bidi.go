package pdf

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"runbook/generator"
)

// direct cleans spans and gives each of their characters its level: 0 runs from
// left to right as the document does, 1 from right to left, 2 is a number
// inside that. Where all are 0 there are no levels. Arabic letters become the
// forms they take beside their neighbours, whatever span those are in.
func (f *fonts) direct(spans []span) ([]span, []uint8) {
	out := make([]span, len(spans))
	plain := true
	for i, s := range spans {
		out[i] = span{clean(s.text), s.style}
		plain = plain && !strings.ContainsFunc(s.text, generator.RightToLeft)
	}
	if plain {
		return out, nil
	}
	var text []rune
	var owner []int
	for i, s := range out {
		for _, r := range s.text {
			text, owner = append(text, r), append(owner, i)
		}
	}
	all := levels(text)
	printed := make([][]rune, len(out))
	var kept []uint8
	for i, r := range f.joined(text) {
		if r == 0 {
			continue
		}
		if all[i]%2 == 1 {
			r = mirrored(r)
		}
		printed[owner[i]] = append(printed[owner[i]], r)
		kept = append(kept, all[i])
	}
	for i, p := range printed {
		out[i].text = string(p)
	}
	return out, kept
}

const mirrors = "()[]{}<>«»‹›≤≥"

// mirrored is the sign that stands for r in text from right to left.
func mirrored(r rune) rune {
	i := strings.IndexRune(mirrors, r)
	if i < 0 {
		return r
	}
	n := utf8.RuneCountInString(mirrors[:i])
	return []rune(mirrors)[n^1]
}

// levels is the Unicode Bidirectional Algorithm (UAX 9). Of its signs only the
// mark U+200E gets here, which package
// generator sets behind a value in a text: it drops all of them from what people wrote. Text is English and runs from
// left to right, unless it begins from right to left and no mark says that more
// follows: then it is one value, a name or a title.
func levels(text []rune) []uint8 {
	out := make([]uint8, 0, len(text))
	for len(text) > 0 {
		n := slices.Index(text, '\n') + 1
		if n == 0 {
			n = len(text)
		}
		class := make([]bidi.Class, n)
		for i, r := range text[:n] {
			p, _ := bidi.LookupRune(r)
			class[i] = p.Class()
		}
		base := base(text[:n], class)
		weak(class, base)
		brackets(text[:n], class, base)
		neutral(class, base)
		for _, c := range class {
			level := uint8(0)
			switch {
			case c == bidi.R:
				level = 1
			case c != bidi.L || base == bidi.R:
				level = 2
			}
			out = append(out, level)
		}
		text = text[n:]
	}
	return out
}

// base is the direction of a text.
func base(text []rune, class []bidi.Class) bidi.Class {
	i := slices.IndexFunc(class, func(c bidi.Class) bool { return c == bidi.L || c == bidi.R || c == bidi.AL })
	mark := strings.Index(string(text), generator.Bound)
	if i >= 0 && class[i] != bidi.L && (mark < 0 || strings.TrimSpace(string(text)[mark+len(generator.Bound):]) == "") {
		return bidi.R
	}
	return bidi.L
}

// weak resolves what takes its direction from its neighbours: marks, numbers
// and the signs in and around them (rules W1 to W7).
func weak(class []bidi.Class, base bidi.Class) {
	last, strong := base, base
	for i, c := range class {
		switch c {
		case bidi.NSM:
			class[i] = last
		case bidi.EN:
			if strong == bidi.AL {
				class[i] = bidi.AN
			}
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		default:
		}
		last = class[i]
	}
	for i, c := range class {
		switch {
		case c == bidi.AL:
			class[i] = bidi.R
		case (c == bidi.CS || c == bidi.ES) && i > 0 && i+1 < len(class) && class[i-1] == class[i+1] &&
			(class[i-1] == bidi.EN || class[i-1] == bidi.AN && c == bidi.CS):
			class[i] = class[i-1]
		}
	}
	for i := 0; i < len(class); i++ {
		end := i
		for end < len(class) && class[end] == bidi.ET {
			end++
		}
		if end > i && (i > 0 && class[i-1] == bidi.EN || end < len(class) && class[end] == bidi.EN) {
			give(class[i:end], bidi.EN)
		}
		i = max(i, end-1)
	}
	strong = base
	for i, c := range class {
		switch c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				class[i] = bidi.L
			}
		case bidi.AN:
		default:
			class[i] = bidi.ON
		}
	}
}

// deepest is how many brackets may be open at once before no more pairs are
// looked for, as the algorithm has it.
const deepest = 63

// brackets gives both of a pair one direction (rule N0).
func brackets(text []rune, class []bidi.Class, base bidi.Class) {
	type pair struct{ open, end int }
	var open []int
	var pairs []pair
	for i, r := range text {
		if len(open) > deepest {
			break
		}
		switch {
		case class[i] != bidi.ON:
		case strings.ContainsRune("([{", r):
			open = append(open, i)
		case strings.ContainsRune(")]}", r):
			for j, at := range slices.Backward(open) {
				if text[at] == mirrored(r) {
					pairs = append(pairs, pair{at, i})
					open = open[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return a.open - b.open })
	for _, p := range pairs {
		left, right := false, false
		for _, c := range class[p.open+1 : p.end] {
			left, right = left || c == bidi.L, right || turned(c)
		}
		to := base
		switch {
		case !left && !right:
			continue
		case base == bidi.L && !left, base == bidi.R && !right:
			for _, c := range slices.Backward(class[:p.open]) { // as what comes before
				if c == bidi.L || turned(c) {
					to = bidi.L
					if turned(c) {
						to = bidi.R
					}
					break
				}
			}
		}
		class[p.open], class[p.end] = to, to
	}
}

// turned tells whether a class counts as right to left for its neighbours.
func turned(c bidi.Class) bool { return c == bidi.R || c == bidi.EN || c == bidi.AN }

// neutral gives what has no direction that of its neighbours where they agree,
// and else that of the text (rules N1 and N2).
func neutral(class []bidi.Class, base bidi.Class) {
	for i := 0; i < len(class); i++ {
		end := i
		for end < len(class) && class[end] == bidi.ON {
			end++
		}
		if end > i {
			to, before, after := base, base == bidi.R, base == bidi.R
			if i > 0 {
				before = turned(class[i-1])
			}
			if end < len(class) {
				after = turned(class[end])
			}
			if before == after {
				to = bidi.L
				if before {
					to = bidi.R
				}
			}
			give(class[i:end], to)
			i = end - 1
		}
	}
}

func give(class []bidi.Class, with bidi.Class) {
	for i := range class {
		class[i] = with
	}
}

// turn brings the pieces of a line, which were set in the order in which they
// are read, into the order in which they stand.
func (l *line) turn() {
	most := uint8(0)
	for _, g := range l.frags {
		most = max(most, g.level)
	}
	if most == 0 {
		return
	}
	for i := len(l.frags) - 1; i >= 0 && strings.TrimSpace(l.frags[i].text) == ""; i-- {
		l.frags[i].level = 0 // a space at the end stays there
	}
	for i := range l.frags {
		end := l.w
		if i+1 < len(l.frags) {
			end = l.frags[i+1].x
		}
		l.frags[i].room = end - l.frags[i].x
	}
	for level := most; level > 0; level-- {
		for i := 0; i < len(l.frags); i++ {
			end := i
			for end < len(l.frags) && l.frags[end].level >= level {
				end++
			}
			slices.Reverse(l.frags[i:end])
			i = max(i, end-1)
		}
	}
	x := 0.0
	for i := range l.frags {
		g := &l.frags[i]
		if g.level%2 == 1 {
			g.text = reversed(g.text)
		}
		g.x = x
		x += g.room
	}
}

func reversed(s string) string {
	all := []rune(s)
	slices.Reverse(all)
	return string(all)
}

// logical is the text of a piece as it is read.
func (g frag) logical() string {
	s := g.text
	if g.level%2 == 1 {
		s = strings.Map(mirrored, reversed(s))
	}
	var b strings.Builder
	for _, r := range s {
		b.WriteString(letters(r))
	}
	return b.String()
}
