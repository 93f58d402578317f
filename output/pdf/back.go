package pdf

import (
	"fmt"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
	"runbook/output/words"
)

// reference adds a part that is looked up rather than worked through.
func (d *document) reference(r generator.Reference) {
	if len(r.Entries) == 0 {
		return
	}
	d.section(r.Title, r.Title, func(f *flow, e *elem) {
		f.part(e, "", "", r.Title, "reference-"+r.ID)
		f.t = text{9.4, 12.4} // looked up, not worked through
		f.markdown(r.Intro, e)
		if r.Company != "" {
			f.note("A part of the company's own, from "+r.Company+".", compact, soft, e)
		}
		for _, en := range r.Entries {
			d.entryOf(f, e, en)
		}
	})
}

func (d *document) entryOf(f *flow, parent *elem, en generator.Entry) {
	d.entries = append(d.entries, entry{1, en.Number, clean(en.Title), en.Key})
	e := parent.child("Sect")
	e.title = en.Number + " " + en.Title
	t, gap := h3, 14.0
	if d.rb.Role != "" {
		t, gap = sheetTitle, 4
	}
	f.space(gap)
	from := len(f.strips)
	f.mark(en.Key)
	it := generator.Item{Number: en.Number, Title: en.Title}
	num := d.fonts.wrap([]span{{en.Number, t.style(bold, d.accent)}}, 80)[0]
	indent := max(num.w+9, 26)
	h, x := e.child("H2"), f.x
	f.together(fast, func() {
		for i, l := range d.fonts.wrap([]span{{en.Title, t.style(bold, ink)}}, f.w-indent) {
			f.add(t.lead, func(c *canvas, top float64) {
				if i == 0 {
					c.line(x, top, num.spaced(), t, h)
				}
				c.line(x+indent, top, l, t, h)
			})
		}
		facts := []string{}
		if en.RoleTitle != "" && d.rb.Role == "" {
			facts = append(facts, en.RoleTitle, words.Holders(en.People, en.StandsIn))
		}
		if en.Due != "" {
			facts = append(facts, "due "+words.Weekday(en.Due))
		}
		if en.Company != "" {
			facts = append(facts, "from "+en.Company)
		}
		if s := joined(" \u00b7 ", facts...); s != "" {
			t := compactOf(body)
			f.space(1)
			f.lines(d.fonts.wrap([]span{{s, t.style(regular, soft)}}, f.w), t, e.child("P"))
		}
	})
	f.space(3)
	body := len(f.strips)
	f.item, f.boxes = en.Number, 0
	f.markdown(en.Body, e)
	if src := d.sources.spans(en.Sources, tiny.style(regular, soft)); src != nil && d.rb.Role == "" {
		f.space(2.5)
		f.keep(firm)
		f.para(src, tiny, e)
	}
	for i := body; i < min(body+2, len(f.strips)); i++ {
		f.strips[i].tie = fast // no head with a line alone
	}
	tear := min(f.tieOf(f.height(from)), loose)
	for i := from + 1; i < len(f.strips); i++ {
		f.strips[i].tie = max(f.strips[i].tie, tear)
	}
	f.repeat(body, d.continued(f, it))
}

// back adds the end matter: what is looked up, and what is filled in last.
func (d *document) back() {
	d.fitted(func() {
		d.chapters(words.Back, map[string]chapter{
			words.Omissions: {"omissions", len(d.rb.Omissions) > 0, d.omissions},
			words.Terms:     {"terms", len(d.rb.Terms) > 0, d.terms},
			words.Sources:   {"sources", len(d.sources.list) > 0, d.sourceList},
			words.Written:   {"written", len(d.rb.Written) > 0, d.written},
			words.Doubts:    {"doubts", len(d.rb.Doubts) > 0, d.doubts},
		})
	})
	d.chapters(words.Back, map[string]chapter{
		words.Deviations: {"deviations", true, d.deviations},
		words.SignOff:    {"sign-off", true, d.handOver},
	})
}

func (d *document) omissions(f *flow, e *elem) {
	f.note(words.OmissionsNote, body, soft, e)
	f.space(6)
	t := text{8.8, 11}
	tb := table{cols: []float64{40, -1.35, -1.5}, head: append([]string{"Phase"}, words.OmissionHeads...), t: t, pad: 2}
	for _, o := range d.rb.Omissions {
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: []span{{words.Missing(o), t.style(regular, soft)}}, align: markup.Center},
			{spans: []span{{o.Title, t.style(bold, ink)}}, head: true},
			{spans: leftOut(o, t)},
		}})
	}
	f.table(tb, e)
}

// written tells what people wrote in the tracker.
func (d *document) written(f *flow, e *elem) {
	f.note(words.WrittenNote, body, soft, e)
	f.space(6)
	t := text{8.8, 11}
	tb := table{cols: []float64{34, 58, 96, -1}, head: words.WrittenHeads, t: t, pad: 2}
	for _, w := range words.Writings(d.rb) {
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: []span{{w.Item, t.style(bold, ink)}}, head: true},
			{spans: []span{{w.Where, t.style(regular, soft)}}},
			{spans: []span{{clean(w.Who), t.style(regular, ink)}}},
			{spans: []span{{clean(w.What), t.style(regular, ink)}}},
		}})
	}
	f.table(tb, e)
}

// doubts tells an auditor where to look.
func (d *document) doubts(f *flow, e *elem) {
	f.note(words.DoubtsNote, body, soft, e)
	f.space(6)
	t := text{8.8, 11}
	tb := table{cols: []float64{-1, -3}, head: words.DoubtHeads, t: t, pad: 2}
	for _, x := range d.rb.Doubts {
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: []span{{clean(x.About), t.style(bold, ink)}}, head: true},
			{spans: []span{{clean(x.Note), t.style(regular, ink)}}},
		}})
	}
	f.table(tb, e)
}

func leftOut(o generator.Omission, t text) []span {
	spans := []span{{generator.Sentence(o.Reason), t.style(regular, ink)}}
	if o.Company != "" {
		spans = append(spans, span{" (left out by " + o.Company + ")", t.style(regular, soft)})
	}
	return spans
}

func (d *document) deviations(f *flow, e *elem) {
	f.note(words.DeviationsNote, body, soft, e)
	f.space(6)
	tb := table{cols: []float64{26, 44, -1.2, -1, 84, 62}, head: words.DeviationHeads, t: compact, grid: true}
	for i := range form.Rows(len(d.rb.Deviations)) {
		var v generator.Deviation
		if i < len(d.rb.Deviations) {
			v = d.rb.Deviations[i]
		}
		r := row{min: 11.5 * mm, cells: []cell{{spans: []span{{fmt.Sprint(i + 1), compact.style(regular, soft)}}, head: true}}}
		for _, o := range []struct{ field, tip, value string }{
			{"item", "item", v.Item},
			{"what", "what was done instead", v.What},
			{"why", "why", v.Why},
			{"agreed_by", "agreed by", v.AgreedBy},
			{"date", "date", v.Date},
		} {
			r.cells = append(r.cells, cell{draw: fill(form.Deviation(i+1, o.field), fmt.Sprintf("Deviation %d: %s", i+1, o.tip), o.value)})
		}
		tb.rows = append(tb.rows, r)
	}
	f.table(tb, e)
}

// handOver adds the signatures that close the work, and the end.
func (d *document) handOver(f *flow, e *elem) {
	f.note(words.SignOffNote, body, soft, e)
	f.space(6)
	tb := table{cols: []float64{-1.4, -1.3, -1.4, 72}, head: words.FinalHeads, t: compact, grid: true}
	for _, s := range d.rb.Closing {
		tb.rows = append(tb.rows, row{min: 11 * mm, tie: loose, cells: []cell{
			{spans: []span{{s.Title, compact.style(bold, ink)}}, head: true},
			{draw: fill(form.Final(s.ID, "name"), s.Title+": name", s.Name)},
			{draw: fill(form.Final(s.ID, "signature"), s.Title+": signature", s.Signature)},
			{draw: fill(form.Final(s.ID, "date"), s.Title+": date", s.Date)},
		}})
	}
	f.together(fast, func() { f.table(tb, e) })
	for _, s := range d.rb.Closing {
		if s.Note != "" {
			f.remark(s.Title+": "+s.Note, e)
		}
	}
	f.space(14)
	f.keep(firm)
	end := d.fonts.wrap([]span{{"End of document", small.style(bold, soft)}}, f.w)[0]
	x, p := f.x+(f.w-end.w)/2, e.child("P")
	f.add(small.lead, func(c *canvas, top float64) { c.line(x, top, end, small, p) })
}

func (d *document) terms(f *flow, e *elem) {
	tb := table{cols: []float64{-1, -3.2}, head: []string{"Word", "Meaning here"}, t: compact}
	for _, t := range d.rb.Terms {
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: marked(t.Company, compact, span{t.Term, compact.style(bold, ink)}), head: true}, {spans: d.inline(t.Text, compact.style(regular, ink))},
		}})
	}
	f.table(tb, e)
}
