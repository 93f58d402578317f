package pdf

import (
	"fmt"
	"strings"
	"unicode"

	"runbook/generator"
	"runbook/output/markup"
	"runbook/output/words"
)

// roles adds who does what: the ledger, when each role is needed, the matrix
// of responsibilities; and the names that everybody will meet.
func (d *document) roles() {
	d.chapters(words.Front, map[string]chapter{
		words.Roles: {"roles", true, d.who},
		words.Names: {"names", len(d.rb.Names) > 0, d.names},
	})
}

func (d *document) who(f *flow, e *elem) {
	keys := roleKeys(d.rb.Roles)
	tb := table{cols: []float64{34, -1.7, -1.5, 32, 58}, head: []string{"Key", "Role", "Who", "Items", "Hands-on"}, t: compact}
	for _, r := range d.rb.Roles {
		role := marked(r.Company, tiny, span{r.Title, compact.style(bold, ink)})
		role = append(append(role, span{"\n", compact.style(bold, ink)}), d.inline(r.Summary, tiny.style(regular, soft))...)
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: []span{{keys[r.ID], compact.style(bold, d.accent)}}, head: true},
			{spans: role},
			{spans: d.holders(r)},
			{spans: []span{{fmt.Sprint(len(r.Keys)), compact.style(regular, ink)}}, align: markup.Right},
			{spans: []span{{generator.Minutes(r.Minutes), compact.style(regular, ink)}}, align: markup.Right},
		}})
	}
	f.table(tb, e)
	if s := words.Hours(d.rb); s != "" {
		f.space(4)
		f.note(s, tiny, soft, e)
	}
	d.sittings(f, e, keys)
	d.matrix(f, e, keys)
}

// holders lists the people of a role, one a line, with how to reach them.
func (d *document) holders(r generator.RoleEntry) []span {
	var spans []span
	for i, p := range r.People {
		if i > 0 {
			spans = append(spans, span{"\n", compact.style(regular, ink)})
		}
		spans = append(spans, span{generator.Bounded(p.Name), compact.style(regular, ink)})
		if p.Email != "" {
			spans = append(spans, span{" " + p.Email, tiny.style(regular, soft)})
		} else if p.GitHub != "" {
			spans = append(spans, span{" @" + p.GitHub, tiny.style(regular, soft)})
		}
	}
	if r.StandsIn != "" {
		spans = append(spans, span{"\nnobody named: " + r.Stander + " stands\u00a0in", tiny.style(italic, soft)})
	}
	return spans
}

// sittings says when each role is needed and what must be ready for it.
func (d *document) sittings(f *flow, e *elem, keys map[string]string) {
	number := map[string]string{}
	for _, it := range d.rb.Items() {
		number[it.Key] = it.Number
	}
	tb := table{cols: []float64{34, -1.6, 58, -1.2, -1.6}, head: []string{"Role", "Items", "Hands-on", "Planned", words.ReadyBefore}, t: compact}
	for _, r := range d.rb.Roles {
		for i, s := range r.Sittings {
			var ready, items []string
			for _, n := range s.Ready {
				ready = append(ready, n.Number)
			}
			for _, k := range s.Keys {
				items = append(items, number[k])
			}
			first := cell{head: true}
			if i == 0 {
				first.spans = []span{{keys[r.ID], compact.style(bold, d.accent)}}
			}
			tb.rows = append(tb.rows, row{cells: []cell{
				first,
				{spans: []span{{words.Joined(", ", strings.Join(items, ", "), words.Companions(s)), compact.style(regular, ink)}}},
				{spans: []span{{words.HandsOn(s), compact.style(regular, ink)}}, align: markup.Right},
				{spans: []span{{words.Weekday(s.Planned), compact.style(regular, ink)}}},
				{spans: []span{{strings.Join(ready, ", "), compact.style(regular, ink)}}},
			}})
		}
	}
	if len(tb.rows) == 0 {
		return
	}
	if d.rb.Schedule == nil {
		tb.cols, tb.head = []float64{34, -1.6, 58, -1.6}, []string{"Role", "Items", "Hands-on", words.ReadyBefore}
		for i, r := range tb.rows {
			tb.rows[i].cells = append(r.cells[:3:3], r.cells[4])
		}
	}
	f.heading(e, words.Sittings, "sittings")
	f.note("A line is one sitting: items that the role can do in one go, or those of another role beside which it sits.", compact, soft, e)
	f.space(4)
	f.table(tb, e)
}

// matrix shows what every role has to do with every item.
func (d *document) matrix(f *flow, e *elem, keys map[string]string) {
	roles := d.rb.Roles
	if len(roles) == 0 {
		return
	}
	f.heading(e, words.Matrix, "matrix")
	var legend []span
	for _, l := range words.Letters {
		legend = append(legend, span{l.Letter, compact.style(bold, ink)}, span{" " + l.Note + " ", compact.style(regular, soft)})
	}
	f.para(legend, compact, e)
	f.space(4)
	t := text{8, 9.8}
	tb := table{cols: []float64{30, -1}, head: []string{"No.", "Item"}, t: t, grid: true, pad: 1.6}
	width := min(36, (f.w*0.5)/float64(len(roles)))
	for _, r := range roles {
		tb.cols = append(tb.cols, width)
		tb.head = append(tb.head, keys[r.ID])
	}
	letters := words.Responsibilities(d.rb)
	for _, p := range d.rb.AllPhases() {
		for i, it := range p.Items {
			to := t.style(regular, ink)
			to.link = "#" + it.Key
			r := row{wash: p.Number%2 == 0, cells: []cell{{spans: []span{{it.Number, t.style(bold, ink)}}, head: true}, {spans: []span{{it.Title, to}}}}}
			if i > 0 {
				r.tie = loose / 4
			}
			for _, role := range roles {
				letter, st := letters(it, role.ID), t.style(regular, ink)
				if letter == words.Responsible {
					st = t.style(bold, ink)
				}
				r.cells = append(r.cells, cell{align: markup.Center, spans: []span{{letter, st}}})
			}
			tb.rows = append(tb.rows, r)
		}
	}
	f.table(tb, e)
}

// names adds the values computed from the profile.
func (d *document) names(f *flow, e *elem) {
	tb := table{cols: []float64{-1.15, -2.2, -1.45}, head: words.NameHeads, t: compact}
	for _, n := range d.rb.Names {
		value := style{cut: code, size: compact.size * codeScale, color: ink}
		tb.rows = append(tb.rows, row{cells: []cell{
			{spans: marked(n.Company, compact, span{n.Label, compact.style(bold, ink)}), head: true},
			{spans: []span{{n.Value, value}}},
			{spans: d.inline(n.Note, compact.style(regular, soft))},
		}})
	}
	f.table(tb, e)
}

// roleKeys gives each role a few letters: its initials, or its first word
// where that is an abbreviation itself.
func roleKeys(roles []generator.RoleEntry) map[string]string {
	keys, taken := map[string]string{}, map[string]bool{}
	for _, r := range roles {
		parts := strings.FieldsFunc(r.Title, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		key := ""
		for _, w := range parts {
			key += strings.ToUpper(string([]rune(w)[:1]))
		}
		if len(parts) > 0 && len(parts[0]) > 1 && len(parts[0]) <= 4 && parts[0] == strings.ToUpper(parts[0]) {
			key = parts[0]
		}
		if len(parts) == 1 {
			key = strings.ToUpper(parts[0][:min(3, len(parts[0]))])
		}
		base := key
		for n := 2; taken[key]; n++ {
			key = fmt.Sprint(base, n)
		}
		taken[key] = true
		keys[r.ID] = key
	}
	return keys
}
