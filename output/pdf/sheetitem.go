package pdf

import (
	"slices"

	"runbook/generator"
	"runbook/output/words"
)

var sheetTitle = text{10.6, 13}

// sheetItemHead adds the head of an item on the sheet of a role. What the
// table at the top says of the whole sitting is not said again. It reports
// whether there was room for the reason behind the title.
func (d *document) sheetItemHead(f *flow, e *elem, it generator.Item) bool {
	t := sheetTitle
	h := e.child("H2")
	num := d.fonts.wrap([]span{{it.Number, t.style(bold, d.accent)}}, 80)[0]
	var time line
	if it.Minutes > 0 {
		time = d.fonts.wrap([]span{{handsOn(it), compactOf(f.t).style(regular, soft)}}, 100)[0]
	}
	x, w, indent := f.x, f.w, max(num.w+8, 24)
	title := d.fonts.wrap([]span{{it.Title, t.style(bold, ink)}}, w-indent-time.w-8)
	why := d.fonts.wrap(d.inline(it.Why, f.t.style(italic, soft)), 1e6)[0]
	behind := indent + title[0].w + 10
	fits := it.Why != "" && len(title) == 1 && behind+why.w <= w-time.w-8
	f.together(fast, func() {
		for i, l := range title {
			if i > 0 {
				f.add(t.lead, func(c *canvas, top float64) { c.line(x+indent, top, l, t, h) })
				continue
			}
			const pad = 3
			f.add(t.lead+pad, func(c *canvas, top float64) {
				c.rule(x, top, x+w, top, ink, 0.8)
				c.line(x, top+pad, num.spaced(), t, h)
				c.line(x+indent, top+pad, l.spaced(), t, h)
				if fits {
					c.line(x+behind, top+pad, why, t, e.child("P"))
				}
				c.line(x+w-time.w, top+pad, time, t, h)
			})
		}
		if facts := d.sheetFacts(it, compactOf(f.t)); facts != nil {
			f.space(1)
			f.lines(d.fonts.wrap(facts, f.w), compactOf(f.t), e.child("P"))
		}
	})
	return fits
}

// sheetFacts is what is peculiar to an item within its sitting.
func (d *document) sheetFacts(it generator.Item, t text) []span {
	plain := t.style(regular, soft)
	var spans []span
	add := func(part ...span) {
		if spans != nil {
			spans = append(spans, span{" \u00b7 ", plain})
		}
		spans = append(spans, part...)
	}
	sitting := d.sittingOf(it.Key)
	if it.Planned != nil && (sitting == nil || it.Planned.Start != sitting.Planned || it.Planned.End != it.Planned.Start) {
		add(span{words.Planned(it.Planned.Start, it.Planned.End), plain})
	}
	if it.Wait.Text != "" && it.Wait.Why == "" { // else it is said below the steps
		add(span{"then wait " + words.Wait(it), plain})
	}
	if it.Company != "" {
		add(span{"from " + clean(it.Company), plain})
	}
	if sitting == nil {
		if needs := d.needs(it); needs != nil {
			add(needs...)
		}
	}
	return spans
}

// sittingOf finds the sitting in which the role of this sheet does an item.
func (d *document) sittingOf(key string) *generator.Sitting {
	for _, r := range d.rb.Roles {
		for i := range r.Sittings {
			if slices.Contains(r.Sittings[i].Keys, key) {
				return &r.Sittings[i]
			}
		}
	}
	return nil
}
