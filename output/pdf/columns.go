package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"runbook/output/markup"
)

func sum(v []float64) float64 {
	s := 0.0
	for _, n := range v {
		s += n
	}
	return s
}

// share gives the columns without a width of their own what is left,
// weighted.
func (f *flow) share(cols []float64) []float64 {
	rest, weight := f.w, 0.0
	for _, c := range cols {
		if c > 0 {
			rest -= c
		} else {
			weight -= c
		}
	}
	out := slices.Clone(cols)
	for i, c := range out {
		if c < 0 {
			out[i] = rest * c / -weight
		}
	}
	return out
}

// dataTable adds a table of Markdown. Columns get the room their text wants,
// as far as there is room.
func (f *flow) dataTable(m *markup.Table, parent *elem) {
	t := compact
	if f.t.size < t.size {
		t = text{f.t.size, f.t.lead * 0.95}
	}
	tb := table{t: t}
	for _, h := range m.Head {
		tb.head = append(tb.head, markup.Plain(h))
	}
	for _, r := range m.Rows {
		var cells []cell
		for i, c := range r {
			cells = append(cells, cell{spans: f.d.spans(c, t.style(regular, ink)), align: m.Align[i]})
		}
		tb.rows = append(tb.rows, row{cells: cells})
	}
	group(&tb)
	tb.cols = f.natural(tb)
	f.table(tb, parent)
}

// group says once what stands in the first column of several rows.
func group(tb *table) {
	before := ""
	for i := range tb.rows {
		first := &tb.rows[i].cells[0]
		text := plain(first.spans)
		if i > 0 && text != "" && text == before {
			tb.rows[i-1].open, tb.rows[i].under = true, first.spans
			first.spans = nil
		}
		before = text
	}
}

// natural computes the widths of a table's columns, as browsers do: each gets
// at least its widest word, and of what is left as much as its text asks for.
func (f *flow) natural(tb table) []float64 {
	head := row{}
	for _, h := range tb.head {
		head.cells = append(head.cells, cell{spans: []span{{h, tb.t.style(bold, ink)}}})
	}
	n := len(tb.head)
	want, least := make([]float64, n), make([]float64, n)
	var ask [][]float64
	for _, row := range append([]row{head}, tb.rows...) {
		asks := make([]float64, n)
		for i, c := range row.cells {
			for _, l := range f.d.fonts.wrap(c.spans, 1e6) {
				want[i] = max(want[i], l.w+2*cellX+1)
				asks[i] += l.w
			}
			for _, sp := range c.spans {
				words := strings.Fields(sp.text)
				if sp.style.wash && utf8.RuneCountInString(sp.text) <= nowrap {
					words = []string{sp.text}
				}
				for _, w := range words {
					least[i] = max(least[i], min(f.w*0.5, f.d.fonts.measure(w, sp.style)+2*cellX+1))
				}
			}
		}
		ask = append(ask, asks)
	}
	total, floor := sum(want), sum(least)
	switch {
	case total <= f.w*0.8:
		return want
	case total <= f.w: // nearly the full width looks like a mistake
		for i := range want {
			want[i] *= f.w / total
		}
		return want
	case floor >= f.w:
		return lowered(least, f.w)
	}
	spread(least, ask, f.w-floor)
	return least
}

// lowered takes from the widest columns until all have room together: only
// long words are broken, such as names of servers.
func lowered(cols []float64, room float64) []float64 {
	rest := len(cols)
	most := 0.0
	for _, c := range slices.Sorted(slices.Values(cols)) {
		if most = room / float64(rest); c > most {
			break
		}
		room -= c
		rest--
	}
	out := slices.Clone(cols)
	for i := range out {
		out[i] = min(out[i], most)
	}
	return out
}

// spread gives room to columns, a little at a time to the one that makes the
// table lower; asks are what the text of each cell would take on one line.
func spread(cols []float64, asks [][]float64, room float64) {
	const steps = 48
	// The lines of a row are those of its highest cell. Parts of lines count,
	// since where words break is not known here.
	high := func(widen int) float64 {
		h := 0.0
		for _, row := range asks {
			most := 1.0
			for i, w := range row {
				width := cols[i] - 2*cellX
				if i == widen {
					width += room / steps
				}
				most = max(most, w/width)
			}
			h += most
		}
		return h
	}
	for range steps {
		best, least := 0, math.Inf(1)
		for i := range cols {
			if h := high(i); h < least {
				best, least = i, h
			}
		}
		cols[best] += room / steps
	}
}

// density is how tightly a table is set.
type density struct {
	t   text
	pad float64
}

// onePage adds the table in the first density in which it ends on the page
// that it begins on, given what the page already holds. Where none is tight
// enough, the last but one: what the second page saves is room for what follows.
func (f *flow) onePage(build func(t text) table, e *elem, list ...density) {
	room := f.d.paper.height() - f.height(0) - f.gap
	set := func(n density) table {
		tb := build(n.t)
		tb.pad = n.pad
		return tb
	}
	for _, n := range list {
		trial := &flow{d: f.d, x: f.x, w: f.w, t: f.t}
		trial.table(set(n), e)
		if trial.height(0) <= room {
			f.table(set(n), e)
			return
		}
	}
	f.table(set(list[max(0, len(list)-2)]), e)
}
