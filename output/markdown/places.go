package markdown

import (
	"unicode"
	"unicode/utf8"

	"runbook/generator"
)

// places is where on the page each item stands, by its key.
type places struct {
	of   map[string]place
	text []byte // the headings and the link targets, one behind the other
}

// place is the heading of an item and the target of links to it, both in the
// text of all places. The target of an item that is told and not on the page
// is empty.
type place struct {
	number             string
	start, middle, end int
}

func newPlaces(p *page) places {
	n, size := len(p.Beside), 0
	for _, ph := range p.Phases {
		n += len(ph.Items)
		for i := range ph.Items {
			size += 2*len(ph.Items[i].Title) + 16
		}
	}
	for i := range p.References {
		entries := p.References[i].Entries
		n += len(entries)
		for i := range entries {
			size += 2*len(entries[i].Title) + 16
		}
	}
	at := places{make(map[string]place, n), make([]byte, 0, size)}
	for _, ph := range p.Phases {
		for i := range ph.Items {
			it := &ph.Items[i]
			at.add(it.Key, it.Number, it.Title, true)
		}
	}
	for i := range p.Beside {
		it := &p.Beside[i]
		at.add(it.Key, it.Number, it.Title, false)
	}
	for i := range p.References {
		for j := range p.References[i].Entries {
			e := &p.References[i].Entries[j]
			at.add(e.Key, e.Number, e.Title, true)
		}
	}
	return at
}

func (at *places) add(key, number, title string, here bool) {
	start := len(at.text)
	at.text = appendHeading(at.text, number, title)
	middle := len(at.text)
	if here {
		at.text = appendAnchor(append(appendAnchor(append(at.text, '#'), number), '-'), title)
	}
	at.of[key] = place{number, start, middle, len(at.text)}
}

// here is the place of an item on the page; false for one that is elsewhere.
func (at *places) here(key string) (pl place, ok bool) {
	pl = at.of[key]
	return pl, pl.end > pl.middle
}

func (at *places) heading(pl place) []byte { return at.text[pl.start:pl.middle] }

func (at *places) target(pl place) []byte { return at.text[pl.middle:pl.end] }

func appendHeading(b []byte, number, title string) []byte {
	return generator.AppendMarkdown(append(generator.AppendMarkdown(b, number), ' '), title)
}

// appendAnchor appends what GitHub makes of a heading for links to it.
func appendAnchor(b []byte, heading string) []byte {
	for _, r := range heading {
		switch {
		case r == ' ':
			b = append(b, '-')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-', r == '_':
			b = append(b, byte(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		case r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}
