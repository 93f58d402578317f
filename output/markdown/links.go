package markdown

import (
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// links writes a text whose links between items point at the headings of this
// page. On a role's sheet, a link to an item of another role becomes its text.
func (w *writer) links(m generator.Markdown) {
	s := string(m)
	for w.at.of != nil {
		middle := strings.Index(s, "](#")
		if middle < 0 {
			break
		}
		length := strings.IndexByte(s[middle:], ')')
		start := openBracket(s[:middle])
		if length < 0 || start < 0 {
			w.put(s[:middle+3])
			s = s[middle+3:]
			continue
		}
		text, key := s[start+1:middle], s[middle+3:middle+length]
		w.put(s[:start])
		switch pl, ok := w.at.here(key); {
		case ok:
			w.put("[", text, "](")
			w.out = append(append(w.out, w.at.target(pl)...), ')')
		case strings.Contains(key, "/"):
			w.put(text)
		default:
			w.put(s[start : middle+length+1])
		}
		s = s[middle+length+1:]
	}
	w.put(s)
}

// openBracket is the place of the last bracket in s that opens a link, or -1.
func openBracket(s string) int {
	for i := len(s) - 1; i >= 0 && s[i] != '\n'; i-- {
		if s[i] == '[' && (i == 0 || s[i-1] != '\\') {
			return i
		}
	}
	return -1
}

// indented writes a text as part of an item of a list, and inline as a line.
func (w *writer) indented(m generator.Markdown) { w.lines(m, "\n  ") }

func (w *writer) inline(m generator.Markdown) { w.lines(m, " ") }

func (w *writer) lines(m generator.Markdown, between string) {
	for {
		line, rest, more := strings.Cut(string(m), "\n")
		w.links(generator.Markdown(line))
		if !more {
			return
		}
		w.put(between)
		m = generator.Markdown(rest)
	}
}

// link writes a link to the item with this key, where it is on this page.
func (w *writer) link(key string) {
	pl, known := w.at.of[key]
	if !known {
		w.text(key)
		return
	}
	w.linkTo(pl)
}

func (w *writer) linkTo(pl place) {
	heading, target := w.at.heading(pl), w.at.target(pl)
	if len(target) == 0 {
		w.out = append(w.out, heading...)
		return
	}
	w.out = append(append(w.out, '['), heading...)
	w.out = append(append(append(w.out, "]("...), target...), ')')
}

// need names an item that must be done first.
func (w *writer) need(n *generator.Need) {
	if pl, ok := w.at.here(n.Key); ok {
		w.linkTo(pl)
	} else {
		w.out = appendHeading(w.out, n.Number, n.Title)
	}
}

// ready names an item by its number, and where it is not on this page by its
// title and those who do it.
func (w *writer) ready(a *words.Awaited) {
	pl, here := w.at.here(a.Key)
	switch {
	case !here:
		w.put(a.Join)
		w.out = appendHeading(w.out, a.Number, a.Title+a.Who)
	case a.Join != "":
		w.put(", ")
		fallthrough
	default:
		w.numberTo(pl)
	}
}

// itemNumber writes a link to an item of this page that shows only its number.
func (w *writer) itemNumber(key string) { w.numberTo(w.at.of[key]) }

func (w *writer) numberTo(pl place) {
	w.put("[", pl.number, "](")
	w.out = append(append(w.out, w.at.target(pl)...), ')')
}
