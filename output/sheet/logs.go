package sheet

import (
	"fmt"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// warnings lists what everybody must know first, where there is anything.
func (b *book) warnings() {
	rb := b.rb
	if len(rb.Banners)+len(rb.Warnings) == 0 {
		return
	}
	var body [][]string
	for _, banner := range rb.Banners {
		body = append(body, []string{"", plain(banner), "", ""})
	}
	for _, w := range rb.Warnings {
		body = append(body, []string{w.ID, marked(generator.Sentence(line(w.Message)), w.Company), generator.Sentence(line(w.Hint)), w.At})
	}
	b.log(warningsSheet, "warnings", []logColumn{{"No.", 8}, {"Warning", 62}, {"What to do", 62}, {"Key in the profile", 32}}, -1, body)
}

// decisions lists the values that shaped the runbook, to be confirmed.
func (b *book) decisions() {
	cols := []logColumn{
		{"Decision", 32},
		{"Value", 44},
		{"Set by", 9},
		{ColumnKey, 30},
		{ColumnConfirmed, 11},
		{ColumnConfirmedBy, 16},
		{ColumnConfirmedOn, 12},
		{ColumnRemark, 30},
	}
	var body [][]string
	for _, d := range b.rb.Decisions {
		by, c := "profile", d.Confirmed
		switch {
		case d.Open:
			by = words.Open
		case d.Default:
			by = "default"
		}
		value := line(d.Value)
		if c.Note != "" {
			value += " (" + c.Note + ")"
		}
		body = append(body, []string{marked(d.Label, d.Company), value, by, d.Key, yes(c.Yes), c.By, c.Date, c.Remark})
	}
	g := b.log(decisionsSheet, "decisions", cols, 6, body)
	g.choice(5, Yes)
}

// deviations is a form: what was done otherwise than the runbook says.
func (b *book) deviations() {
	cols := []logColumn{{ColumnNumber, 6}, {ColumnItem, 9}, {ColumnWhat, 48}, {ColumnWhy, 40}, {ColumnAgreedBy, 20}, {ColumnDate, 12}}
	body := make([][]string, form.Rows(len(b.rb.Deviations))+10)
	for i := range body {
		var v generator.Deviation
		if i < len(b.rb.Deviations) {
			v = b.rb.Deviations[i]
		}
		body[i] = []string{strconv.Itoa(i + 1), v.Item, v.What, v.Why, v.AgreedBy, v.Date}
	}
	b.log(deviationsSheet, "deviations", cols, 5, body)
}

// signers is a form: who signs with which initials.
func (b *book) signers() {
	cols := []logColumn{{ColumnNumber, 6}, {ColumnInitials, 12}, {ColumnFullName, 34}, {ColumnRole, 34}, {ColumnSpecimen, 24}}
	body := make([][]string, form.Rows(len(b.rb.Signers)))
	for i := range body {
		var s generator.Signer
		if i < len(b.rb.Signers) {
			s = b.rb.Signers[i]
		}
		body[i] = []string{strconv.Itoa(i + 1), s.Initials, s.Name, s.Role, s.Specimen}
	}
	b.log(initialsSheet, strings.ToLower(words.Initials[:1])+words.Initials[1:], cols, -1, body)
}

// record tells an auditor what the workbook was made from and where to look,
// where there is a record.
func (b *book) record() {
	var body [][]string
	if r := b.rb.Record; r != nil {
		body = append(body, []string{"Record", line(r.File), "SHA-256 " + r.Digest + "…, " + words.DoneItems(b.rb.Items())})
		for _, c := range r.Sources {
			read := ""
			if c.Read != "" {
				read = ", read on " + c.Read
			}
			body = append(body, []string{"Copy", line(c.File), "SHA-256 " + c.SHA256 + read})
		}
	}
	for _, d := range b.rb.Doubts {
		body = append(body, []string{"Look at", line(d.About), line(d.Note)})
	}
	if len(body) > 0 {
		b.log(recordSheet, "the record, and what to look at in it", []logColumn{{"Part", 10}, {"About", 40}, {"What to know", 96}}, -1, body)
	}
}

// written has what people wrote in the tracker.
func (b *book) written() {
	var body [][]string
	for _, w := range words.Writings(b.rb) {
		body = append(body, []string{w.Item, w.Where, w.Who, w.What})
	}
	if len(body) > 0 {
		b.log(writtenSheet, generator.LowerFirst(words.Written), []logColumn{{words.WrittenHeads[0], 8}, {words.WrittenHeads[1], 18}, {words.WrittenHeads[2], 24}, {words.WrittenHeads[3], 96}}, -1, body)
	}
}

// signatures has a line for everything that is signed outside of the items.
// Its last column says which field of the form each line is.
func (b *book) signatures() {
	rb := b.rb
	cols := []logColumn{{"Part", 22}, {"What", 50}, {ColumnResult, 17}, {ColumnOpenPoints, 32}, {ColumnName, 24}, {ColumnSignature, 20}, {ColumnDate, 12}, {ColumnKey, 22}}
	var body [][]string
	add := func(part, what, result, points string, s generator.SignOff, key string) {
		if s.Note != "" {
			what += " (" + s.Note + ")"
		}
		body = append(body, []string{part, what, result, points, s.Name, s.Signature, s.Date, key})
	}
	for _, l := range words.ControlLines(rb) {
		if l.Field == "" {
			continue // not to be filled in
		}
		if l.Value != "" { // what is given already is not filled in here
			add(words.Control, l.Label+": "+line(l.Value), "", "", generator.SignOff{}, "")
			continue
		}
		add(words.Control, l.Label+" (to be written under "+ColumnName+")", "", "", generator.SignOff{}, KeyControl+strings.Split(l.Field, ".")[1])
	}
	for _, r := range rb.Roles {
		add(words.Release, words.Joined(": ", line(r.Title), line(words.HeldBy(&r))), "", "", r.Release, KeyRelease+r.ID)
	}
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		n, s := strconv.Itoa(p.Number), p.Signed
		for i, c := range p.Gate {
			add("Gate of phase "+n, plain(c), yes(s.Holds(i+1)), "", generator.SignOff{}, fmt.Sprintf("%s%s.%d", KeyGate, n, i+1))
		}
		if len(p.Gate) > 0 {
			add("Gate of phase "+n, "Conditions checked by", "", "", generator.SignOff{Name: s.CheckedBy, Date: s.CheckedOn}, KeyGate+n+KeyChecked)
		}
		add("Sign-off of phase "+n, line(p.Title), words.Result(s.Result), s.OpenPoints, s.SignOff, KeyGate+n)
	}
	for _, c := range rb.Closing {
		add(words.SignOff, c.Title, "", "", c.SignOff, KeyFinal+c.ID)
	}
	g := b.log(signaturesSheet, "signatures", cols, 6, body)
	g.print.cols-- // the keys are for reading a filled copy back
	g.choice(3, words.Passed[0].Word, words.Passed[1].Word, Yes)
}

func yes(on bool) string {
	if on {
		return Yes
	}
	return ""
}

type logColumn struct {
	head  string
	width float64
}

// log writes a sheet that is one table of text; the column dateCol, counted
// from 0, is for a date, -1 for none.
func (b *book) log(name, what string, cols []logColumn, dateCol int, body [][]string) *grid {
	g := b.sheet(name)
	table, room := make([]column, len(cols)), 0.0
	for i, c := range cols {
		table[i] = column{head: c.head, width: c.width}
		room += c.width
	}
	g.heading(what, room)
	g.head(table)
	n := headRow
	for _, cells := range body {
		n++
		high := 1
		for i, v := range cells {
			v = clean(v)
			if i == dateCol {
				g.date(i+1, n, v)
				continue
			}
			if v != "" {
				g.text(i+1, n, v)
			}
			g.paint(i+1, i+1, n, textLook())
			high = max(high, lines(v, cols[i].width))
		}
		g.height(n, min(8+lineHigh*float64(high), maxHigh))
	}
	g.print = sheetPage{cols: len(cols), rows: n, repeat: true}
	return g
}

// choice lets the cells of a column be chosen from a list.
func (g *grid) choice(col int, values ...string) {
	if len(g.rows) <= headRow {
		return // no cells
	}
	g.lists = append(g.lists, validation{
		span(col, headRow+1, col, len(g.rows)), `type="list" errorStyle="stop" allowBlank="1" showErrorMessage="1" errorTitle="List" error="Choose one of the list."`, quoted(values),
	})
}
