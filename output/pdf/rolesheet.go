package pdf

import (
	"fmt"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
	"runbook/output/words"
)

// sheetTexts are the sizes a role sheet may be set in, the best to read first,
// and how close its parts are then.
var sheetTexts = []struct {
	text
	closer float64
}{{text{9.3, 12}, 1}, {text{8.9, 11.3}, 1}, {text{8.5, 10.6}, 1}, {text{8, 9.4}, 1}, {text{7.8, 9}, 0.7}}

// readable is the size below which text is set only to save a sheet of paper,
// and not to save its second page.
const readable = 8.5

// roleSheet lays out for one role on as few pages as it takes: in the largest text
// that needs no more pages than the smallest does, or no more than two, which
// is one sheet printed on both sides, but not for a few lines on the second.
func roleSheet(rb *generator.Runbook, p paper) *document {
	signer := true // a line for whose the initials are, where it costs no sheet of paper
	set := func(i int, about bool) *document {
		t := sheetTexts[i]
		d := newDocument(rb, p)
		d.signer = signer
		d.closer = t.closer
		d.buildSheet(t.text, about)
		d.sheets = layOut(d.sections[0], d.paper)
		return d
	}
	last := len(sheetTexts) - 1
	best := set(last, true)
	about := true // what the whole is for, where it costs no page
	for _, less := range []struct{ about, signer bool }{{false, true}, {false, false}} {
		if len(best.sheets) <= 2 {
			break
		}
		before := signer
		signer = less.signer
		if d := set(last, less.about); len(d.sheets) < len(best.sheets) {
			best, about = d, less.about
		} else {
			signer = before
		}
	}
	for i := last - 1; i >= 0; i-- {
		d := set(i, about)
		few := d.sections[0].lastPage(d.paper) < 0.33 && sheetTexts[i+1].size >= readable
		if len(d.sheets) > len(best.sheets) && (len(d.sheets) > 2 || few) {
			break
		}
		best = d
	}
	return best
}

// buildSheet makes the document for one role: what it does and why, when, how
// long, what must be ready before. Numbers are those of the whole runbook.
func (d *document) buildSheet(t text, about bool) {
	rb := d.rb
	title := d.rb.RoleTitle(rb.Role)
	d.paper.top, d.paper.bottom, d.paper.left, d.paper.right = 10*mm, 13*mm, 18*mm, 11*mm
	d.canvas.paper = d.paper
	sec := d.section(title, title, func(f *flow, e *elem) {
		f.t = t
		f.sheetHead(e, title)
		d.sheetPlan(f, e, about)
		if len(rb.Gates) > 0 {
			f.sheetPart(words.Gates, e)
		}
		for _, p := range rb.Gates {
			f.para(d.inline(words.GateLine(p), f.t.style(regular, ink)), f.t, e)
			f.space(2)
		}
		for _, b := range rb.Banners {
			f.alert("Important", "caution", e, func(n *elem) { f.markdown(b, n) })
		}
		for _, p := range rb.AllPhases() {
			d.sheetPhase(f, e, p)
		}
		for _, r := range rb.References {
			if len(r.Entries) == 0 {
				continue
			}
			f.sheetPart(r.Title, e)
			for _, en := range r.Entries {
				d.entryOf(f, e, en)
			}
		}
		d.sheetSigner(f, e)
	})
	sec.bare, sec.cost = true, sheetCost
}

// sheetSigner has a line for whose the initials on the sheet are.
func (d *document) sheetSigner(f *flow, e *elem) {
	if len(d.rb.Items()) == 0 || !d.signer {
		return
	}
	s := words.Signer(d.rb)
	t, r := text{8.8, 11}, row{min: 5.5 * mm}
	for i, o := range []struct{ field, value string }{{"initials", s.Initials}, {"name", s.Name}, {"specimen", s.Specimen}} {
		r.cells = append(r.cells,
			cell{spans: []span{{words.SheetHeads[i], t.style(bold, ink)}}},
			cell{draw: fill(form.Person(1, o.field), "Who signs here: "+o.field, o.value)})
	}
	f.space(4)
	f.table(table{cols: []float64{42, 62, 50, -1.4, 50, -1}, t: t, grid: true, rows: []row{r}}, e)
}

// sheetHead says whose sheet this is and for what.
func (f *flow) sheetHead(e *elem, title string) {
	d := f.d
	f.mark("sheet")
	f.d.entries = append(f.d.entries, entry{0, "", title, "sheet"})
	if d.logo != nil || d.rb.Document.Classification != "" {
		f.letterhead(e)
		f.space(2)
	}
	f.note(joined(" \u00b7 ", words.Organization(d.rb), words.Title(d.rb)), text{9.3, 11}, soft, e)
	f.together(fast, func() {
		t := text{16, 19}
		f.lines(d.fonts.wrap([]span{{"Role sheet: " + title, t.style(bold, d.accent)}}, f.w), t, e.child("H1"))
	})
	x, w, col := f.x, f.w, d.accent
	f.add(6, func(c *canvas, top float64) { c.block(x, top+2.5, w, 1.7, col) })
	f.space(4)
}

// sheetPlan says who the role is, what it is for, and when it is needed.
func (d *document) sheetPlan(f *flow, e *elem, about bool) {
	items := map[string]*generator.Item{}
	for _, list := range [][]generator.Item{d.rb.Items(), d.rb.Beside} {
		for i := range list {
			items[list[i].Key] = &list[i]
		}
	}
	for _, r := range d.rb.Roles {
		if r.ID != d.rb.Role {
			continue
		}
		if about {
			f.para(d.inline(d.rb.Summary, f.t.style(regular, soft)), f.t, e)
			f.space(4)
		}
		spans := []span{{words.People(r.People) + ". ", f.t.style(bold, ink)}}
		if r.StandsIn != "" {
			spans = append(spans, span{"Nobody is named for this role; the " + r.Stander + " stands in. ", f.t.style(regular, ink)})
		}
		spans = append(spans, d.inline(r.Summary, f.t.style(regular, ink))...)
		if len(r.Sittings) > 1 { // else the table says it, or there is nothing
			spans = append(spans, span{fmt.Sprintf(" %s, %s hands-on.", words.Count(len(r.Keys), "item"), generator.Minutes(r.Minutes)), f.t.style(regular, ink)})
		}
		f.para(spans, f.t, e)
		if len(r.Sittings) > 0 {
			d.sheetSittings(f, e, r, items)
		}
	}
	f.space(4)
	for _, part := range append([]generator.Markdown{words.Calls(d.rb)}, words.Parts(d.rb)...) {
		if part == "" {
			continue
		}
		f.para(d.inline(part, f.t.style(regular, ink)), f.t, e)
	}
}

// sheetSittings says when the role is needed, and what must be ready then.
func (d *document) sheetSittings(f *flow, e *elem, r generator.RoleEntry, items map[string]*generator.Item) {
	f.space(6)
	t := text{8.8, 11}
	tb := table{cols: []float64{86, 50, -1, -1.6}, head: []string{"When", "Hands-on", "Items", words.ReadyBefore}, t: t, pad: 2}
	for _, s := range r.Sittings {
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: []span{{words.When(s), t.style(bold, ink)}}, head: true},
			{spans: []span{{words.HandsOn(s), t.style(regular, ink)}}, align: markup.Right},
			{spans: d.sittingItems(s, items, t)},
			{spans: needList(s, t)},
		}})
	}
	f.table(tb, e)
}

// sittingItems are the numbers of a sitting's items, with the titles of those
// that are not on the sheet, and who else is there.
func (d *document) sittingItems(s generator.Sitting, items map[string]*generator.Item, t text) []span {
	var spans []span
	for i, k := range s.Keys {
		if i > 0 {
			spans = append(spans, span{", ", t.style(regular, ink)})
		}
		it, st := items[k], t.style(bold, ink)
		if d.items[k] {
			st.link = "#" + k
		}
		spans = append(spans, span{it.Number, st})
		if s.Beside != "" {
			spans = append(spans, span{"\u00a0" + it.Title, t.style(regular, ink)})
		}
	}
	if company := words.Companions(s); company != "" {
		spans = append(spans, span{", " + company, t.style(regular, ink)})
	}
	return spans
}

func needList(s generator.Sitting, t text) []span {
	if len(s.Ready) == 0 {
		return []span{{words.NothingAwaited(s), t.style(regular, soft)}}
	}
	var spans []span
	for _, a := range words.AwaitedItems(s) {
		spans = append(spans, span{a.Join, t.style(regular, soft)}, span{a.Number + "\u00a0", t.style(bold, ink)}, span{a.Title + a.Who, t.style(regular, ink)})
	}
	return spans
}

// sheetPart adds the heading of a phase or of what is looked up.
func (f *flow) sheetPart(title string, e *elem) {
	t := text{11, 13.5}
	f.space(8)
	f.lines(f.d.fonts.wrap([]span{{title, t.style(bold, f.d.accent)}}, f.w), t, e.child("H2"))
	f.keep(fast)
}

// sheetPhase adds the items of a phase under a small heading.
func (d *document) sheetPhase(f *flow, e *elem, p generator.Phase) {
	if len(p.Items) == 0 {
		return
	}
	f.sheetPart(p.Heading(), e)
	for i, it := range p.Items {
		if i == 0 {
			f.space(2)
		} else {
			f.space(f.t.lead * 0.5)
		}
		d.item(f, e, it)
	}
}
