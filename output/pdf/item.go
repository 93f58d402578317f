package pdf

import (
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// tieOf is how much it costs to tear an item that is h high. Up to a third of a
// page it is never torn, since that would tear the thought; a longer one may
// break between its steps where it would leave much of a page empty.
func (f *flow) tieOf(h float64) tie {
	if f.d.rb.Role != "" {
		return 12 // a role sheet is rather short than whole
	}
	switch part := h / f.d.paper.height(); {
	case part <= 0.35:
		return 400
	case part <= 0.52:
		return 160
	case part <= 0.9:
		return 45
	}
	return 8
}

// item adds one item. On paper it is a form: what, who, why, how, proof.
func (d *document) item(f *flow, parent *elem, it generator.Item) {
	d.entries = append(d.entries, entry{1, it.Number, clean(it.Title), it.Key})
	e := parent.child("Sect")
	e.title = it.Number + " " + it.Title
	f.item, f.boxes = it.Number, 0
	from := len(f.strips)
	f.mark(it.Key)
	why := it.Why != ""
	if d.rb.Role != "" {
		why = !d.sheetItemHead(f, e, it) && why
	} else {
		d.itemHead(f, e, it)
	}
	body := len(f.strips)
	if why {
		f.space(f.t.lead * 0.15)
		f.para(d.inline(it.Why, f.t.style(italic, soft)), f.t, e)
	}
	if together := words.Together(it); together != "" {
		f.space(f.t.lead * 0.15)
		f.para(d.inline(together, f.t.style(regular, ink)), f.t, e)
	}
	f.space(f.t.lead * 0.3)
	steps := len(f.strips)
	f.markdown(it.Steps, e)
	d.tail(f, e, it)
	if len(f.strips) > body {
		f.strips[body].tie = fast // the head does not stay behind
	}
	if len(f.strips) > steps {
		f.strips[steps].tie = fast // and neither do both of them
	}
	t := f.tieOf(f.height(from))
	for i := from + 1; i < len(f.strips); i++ {
		f.strips[i].tie = max(f.strips[i].tie, t)
	}
	f.repeat(body, d.continued(f, it))
}

// itemHead adds number, title and the facts of an item.
func (d *document) itemHead(f *flow, e *elem, it generator.Item) {
	h := e.child("H2")
	num := d.fonts.wrap([]span{{it.Number, h3.style(bold, d.accent)}}, 80)[0]
	x, w := f.x, f.w
	indent := max(num.w+9, 26)
	title := d.fonts.wrap([]span{{it.Title, h3.style(bold, ink)}}, f.w-indent)
	f.together(fast, func() {
		for i, l := range title {
			pad := 0.0
			if i == 0 {
				pad = 4
			}
			f.add(h3.lead+pad, func(c *canvas, top float64) {
				if i == 0 {
					c.rule(x, top, x+w, top, ink, 1)
					c.line(x, top+pad, num.spaced(), h3, h)
				}
				c.line(x+indent, top+pad, l, h3, h)
			})
		}
		f.space(2)
		facts, needs := d.facts(it), d.needs(it)
		t := compactOf(f.t)
		f.lines(d.fonts.wrap(facts, f.w), t, e.child("P"))
		if needs != nil {
			f.space(1)
			f.lines(d.fonts.wrap(needs, f.w), t, e.child("P"))
		}
	})
}

// compactOf is the size of the small text beside text of size t.
func compactOf(t text) text {
	if t.size < body.size {
		return text{8.4, 10.8}
	}
	return text{9, 12.4}
}

// facts is the line under the title: role, people, time.
func (d *document) facts(it generator.Item) []span {
	t := compactOf(body)
	plain, badge := t.style(regular, soft), t.style(bold, ink)
	badge.badge = true
	hard := func(s string) string { return "\u00a0" + strings.ReplaceAll(clean(s), " ", "\u00a0") + "\u00a0" }
	spans := []span{{hard(it.RoleTitle), badge}, {"\u00a0\u00a0" + words.People(it.People), plain}}
	if it.StandsIn != "" {
		spans = append(spans, span{" (standing in)", plain})
	}
	sep := func(s string) { spans = append(spans, span{" \u00b7 " + s, plain}) }
	if it.Minutes > 0 {
		sep(handsOn(it))
	}
	if it.Wait.Text != "" {
		sep("then wait " + it.Wait.Text)
	}
	if it.Planned != nil {
		sep(words.Planned(it.Planned.Start, it.Planned.End))
	}
	if it.Company != "" {
		plain.badge = true
		spans = append(spans, span{" ", t.style(regular, soft)}, span{hard("from " + it.Company), plain})
	}
	return spans
}

// handsOn is how long the work takes, as far as anybody knows.
func handsOn(it generator.Item) string {
	if it.Estimate {
		return "about " + generator.Minutes(it.Minutes)
	}
	return generator.Minutes(it.Minutes)
}

// needs lists what must be done first, with links.
func (d *document) needs(it generator.Item) []span {
	if len(it.Needs) == 0 {
		return nil
	}
	t := compactOf(body)
	spans := []span{{"Needs ", t.style(bold, soft)}}
	for i, n := range it.Needs {
		if i > 0 {
			spans = append(spans, span{"; ", t.style(regular, soft)})
		}
		st := t.style(regular, soft)
		if d.items[n.Key] {
			st.link = "#" + n.Key
		}
		spans = append(spans, span{n.Number + "\u00a0" + n.Title, st})
	}
	return spans
}

// tail adds what closes an item: the waiting time, the checks, the strip. It
// stays together and with the last step.
func (d *document) tail(f *flow, e *elem, it generator.Item) {
	sheet := d.rb.Role != ""
	f.keep(firm)
	f.together(firm, func() {
		if it.Wait.Why != "" {
			f.space(f.t.lead * 0.42)
			f.para([]span{{"Then wait " + words.Wait(it) + ": ", f.t.style(bold, ink)}, {it.Wait.Why + ".", f.t.style(regular, ink)}}, f.t, e)
		}
		if len(it.Verify) > 0 {
			verify := span{"Verify", f.t.style(bold, d.accent)}
			if !sheet {
				f.space(f.t.lead * 0.5)
				f.para([]span{verify}, f.t, e)
				f.keep(fast)
				f.space(1)
			}
			l := e.child("L")
			for i, v := range it.Verify {
				f.space(max(2.6, f.t.box()+3.5-f.t.lead)) // boxes must not touch
				spans := d.inline(v, f.t.style(regular, ink))
				if sheet && i == 0 {
					spans = append([]span{verify, {": ", verify.style}}, spans...)
				}
				f.checkLine(l, form.Check(it.Number, i+1), spans, it.Work.Verifies(i+1))
			}
		}
		if it.Evidence != "" && !sheet {
			f.space(f.t.lead * 0.42)
			f.para(append([]span{{"Record ", f.t.style(bold, d.accent)}}, d.inline(it.Evidence, f.t.style(regular, ink))...), f.t, e)
		}
		f.space(f.t.lead * 0.3)
		d.strip(f, e, it)
		f.remark(words.Remark(it.Work), e)
		if foot := d.foot(it); len(foot) > 0 {
			f.space(2.5)
			f.keep(fast)
			f.para(foot, tiny, e)
		}
	})
}

// remark says what to know about an entry before relying on it.
func (f *flow) remark(s string, e *elem) {
	if s != "" {
		f.space(2.5)
		f.keep(fast)
		f.para([]span{{s, small.style(bold, ink)}}, small, e)
	}
}

// strip adds the line of the item's record: boxes, initials, date, evidence.
func (d *document) strip(f *flow, e *elem, it generator.Item) {
	h, cols := 8.6*mm, f.share([]float64{56, 66, 84, 98, -1})
	var record []line // on a sheet, what to record is said where it is written
	beside := false
	if d.rb.Role != "" {
		h, cols = 6.4*mm, f.share([]float64{46, 58, 66, 80, -1})
		if it.Evidence != "" {
			record = d.fonts.wrap(append([]span{{"Record: ", tiny.style(bold, soft)}}, d.inline(it.Evidence, tiny.style(regular, soft))...), cols[4]-8)
			beside = len(record) == 1 && record[0].w < 0.6*cols[4]
			if !beside {
				h = max(h, float64(len(record))*tiny.lead+4.4*mm)
			}
		}
	}
	x, w := f.x, f.w
	label := func(s string) line {
		return d.fonts.wrap([]span{{s, tiny.style(bold, soft)}}, 100)[0]
	}
	// A form grows with nothing but what is known: evidence is to be read.
	if s := clean(it.Work.Evidence); s != "" {
		before, over := label("Evidence").w, 0.0
		if beside {
			before = record[0].w
		} else if record != nil {
			before, over = 0, float64(len(record))*tiny.lead
		}
		room := cols[4] - before - 12 - 2*fieldInset
		lines := d.fonts.wrap([]span{{s, tiny.style(regular, ink)}}, room)
		h = max(h, min(over+float64(len(lines))*tiny.size*fieldLead+4, d.paper.height()/2))
	}
	n, of := it.Number, it.Number+" "+clean(it.Title)
	p := e.child("P")
	parts := []struct{ label, name, value string }{
		{label: words.Status(generator.StatusDone)}, {}, {"Initials", form.Initials(n), it.Work.By}, {"Date", form.Date(n), it.Work.Date}, {"Evidence", form.Evidence(n), it.Work.Evidence},
	}
	rest := []struct {
		label, name string
		on          bool
	}{
		{words.Status(generator.StatusNotNeeded), form.NotNeeded(n), it.Work.Status == generator.StatusNotNeeded},
		{words.Status(generator.StatusBlocked), form.Blocked(n), it.Work.Status == generator.StatusBlocked},
	}
	f.add(h, func(c *canvas, top float64) {
		left := x
		for i, part := range parts {
			at := left + 5
			switch {
			case i == 0:
				c.check(at, top+(h-square)/2, form.Done(n), parts[0].label+": "+of, it.Done(), p)
				at += square + 5
			case part.name == "":
				gap := (h - 2*minor) / 3
				for j, o := range rest {
					y := top + gap + float64(j)*(minor+gap)
					c.checkOf(left, y, minor, o.name, o.label+": "+of, o.on, p)
					c.line(left+minor+4, y+(minor-tiny.lead)/2, label(o.label).spaced(), tiny, p)
				}
			default:
				c.rule(left, top, left, top+h, gray, 0.5)
			}
			l := line{}
			switch {
			case part.label == "Evidence" && record != nil:
				at = left + 4
				for j, r := range record {
					y := top + (h-tiny.lead)/2
					if !beside {
						y = top + 1.5 + float64(j)*tiny.lead
					}
					c.line(at, y, r, tiny, p)
				}
				if beside {
					l = record[0]
				}
			case part.label != "":
				l = label(part.label)
				c.line(at, top+(h-tiny.lead)/2, l.spaced(), tiny, p)
			}
			if l.w > 0 {
				at += l.w + 3
			}
			if part.name != "" {
				// What proves an item may take two lines.
				y := top + 1.5
				if part.label == "Evidence" && !beside {
					y += float64(len(record)) * tiny.lead
				}
				c.fieldOf(at, y, left+cols[i]-at-1.5, top+h-1.5-y, part.label == "Evidence", part.name, part.label+" for "+of, part.value, p)
			}
			left += cols[i]
		}
		c.frame(x, top, w, h, ink, 0.8)
	})
}

// foot says where the item comes from, for the reader who doubts it.
func (d *document) foot(it generator.Item) []span {
	if d.rb.Role != "" {
		return nil
	}
	st := tiny.style(regular, soft)
	var spans []span
	if it.Reason != "" {
		reason := strings.TrimSuffix(clean(it.Reason), ".")
		if !strings.HasPrefix(reason, "because ") {
			reason = "because it " + reason
		}
		spans = append(spans, span{"In this runbook " + reason + ".", st})
	}
	if src := d.sources.spans(it.Sources, st); src != nil {
		if len(spans) > 0 {
			spans = append(spans, span{"  ", st})
		}
		spans = append(spans, src...)
	}
	return spans
}

// continued is what stands over the rest of a torn item.
func (d *document) continued(f *flow, it generator.Item) repeat {
	x, w := f.x, f.w
	l := d.fonts.fit(it.Number+" "+it.Title, small.style(bold, soft), w-60)
	more := d.fonts.fit("(continued)", small.style(regular, soft), 60)
	return repeat{h: small.lead + 6, draw: func(c *canvas, top float64) {
		c.line(x, top, l, small, nil)
		c.line(x+l.w+4, top, more, small, nil)
	}}
}
