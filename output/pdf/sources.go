package pdf

import (
	"fmt"
	"slices"

	"runbook/generator"
	"runbook/output/words"
)

// sources numbers what the items rest on, in the order in which it is first
// met, so that an item can name it in three characters.
type sources struct {
	number map[generator.Source]int
	list   []generator.Source
}

func newSources(rb *generator.Runbook) *sources {
	s := &sources{number: map[generator.Source]int{}}
	for _, it := range rb.Items() {
		s.add(it.Sources)
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			s.add(e.Sources)
		}
	}
	return s
}

func (s *sources) add(list []generator.Source) {
	for _, src := range list {
		if s.number[src] == 0 {
			s.list = append(s.list, src)
			s.number[src] = len(s.list)
		}
	}
}

// spans lists the numbers of some sources as links to where they are named.
func (s *sources) spans(list []generator.Source, st style) []span {
	if len(list) == 0 {
		return nil
	}
	word := "Source "
	if len(list) > 1 {
		word = "Sources "
	}
	out := []span{{word, st}}
	list = slices.SortedFunc(slices.Values(list), func(a, b generator.Source) int { return s.number[a] - s.number[b] })
	for i, src := range list {
		if i > 0 {
			out = append(out, span{", ", st})
		}
		to := st
		to.link = fmt.Sprintf("#source-%d", s.number[src])
		out = append(out, span{fmt.Sprintf("[%d]", s.number[src]), to})
	}
	return out
}

// sourceList adds the list itself: the one place where addresses are printed.
func (d *document) sourceList(f *flow, e *elem) {
	t := small
	l := e.child("L")
	for i, src := range d.sources.list {
		f.space(2.5)
		if i == 1 || i == 2 {
			f.keep(loose) // no one or two alone under the heading
		}
		f.mark(fmt.Sprintf("source-%d", i+1))
		li := l.child("LI")
		draw := func() func(c *canvas, top float64) {
			x := f.x
			num := d.fonts.wrap([]span{{fmt.Sprintf("[%d]", i+1), t.style(bold, soft)}}, 40)[0]
			lbl := li.child("Lbl")
			return func(c *canvas, top float64) { c.line(x, top, num, t, lbl) }
		}()
		from := len(f.strips)
		f.together(firm, func() {
			f.inset(24, 0, func() {
				spans := []span{{src.Title, t.style(regular, ink)}}
				spans = append(spans, span{", " + words.Dated(src), t.style(regular, ink)})
				if src.URL != "" {
					st := tiny.style(regular, d.accent)
					st.link = src.URL
					spans = append(spans, span{"\n", t.style(regular, ink)}, span{src.URL, st})
				}
				f.lines(d.fonts.wrap(spans, f.w), t, li.child("LBody"))
			})
		})
		f.beside(from, draw)
	}
}
