package docx

import (
	"strconv"
	"strings"
	"time"

	"runbook/output/form"
)

// controlKind is one of Word's content controls.
type controlKind int

const (
	tick controlKind = iota
	entry
	date
)

// control is a place to fill in. Its tag is its name in package form, by
// which a filled copy is read back. LibreOffice 7.4 drops the tags and keeps
// the labels, so those say the same in words.
type control struct {
	kind  controlKind
	label string // read out by assistive technology
	tag   string // "" for a control that nobody reads back
	on    bool   // of a tick
	value string // of an entry or a date
	fixed bool   // to be read, not to be changed
	minor bool   // a small box
	ruled bool   // a line to write on, where no cell of a table is drawn round it
}

// maxTag is what Word takes; it calls a document with a longer tag damaged.
const maxTag = 64

func tickBox(name string, on bool) span {
	return span{control: &control{kind: tick, label: form.Label(name), tag: name, on: on}}
}

// minorBox is a box that is seldom needed.
func minorBox(name string, on bool) span {
	return span{control: &control{kind: tick, label: form.Label(name), tag: name, on: on, minor: true}}
}

// tickBoxFor is tickBox with a word on what is ticked.
func tickBoxFor(name, what string, on bool) span {
	return span{control: &control{kind: tick, label: form.Label(name) + ": " + what, tag: name, on: on}}
}

func entryField(name, value string) span {
	return span{control: &control{kind: entry, label: form.Label(name), tag: name, value: line(value)}}
}

func dateField(name, value string) span {
	return span{control: &control{kind: date, label: form.Label(name), tag: name, value: line(value)}}
}

// ruled puts a line under a field as long as nothing is in it.
func ruled(s span) span {
	s.control.ruled = true
	return s
}

// fill is a cell to fill in.
func fill(s span) cell { return middle(s) }

// fixedText is text that a filled copy is recognized by even if the program
// that saved it has dropped the document's properties.
func fixedText(label, tag, value string) span {
	return span{control: &control{kind: entry, label: label, tag: tag, value: value, fixed: true}}
}

// What stands in an empty field: wide enough to be hit with a mouse, and
// nothing on paper, where one writes with a pen; or as long as a line to write
// on.
var (
	blank     = strings.Repeat("\u2003", 4)
	blankLine = strings.Repeat("\u2003", 15)
)

// empty reports whether there is nothing in a field yet.
func (c *control) empty() bool { return c.kind != tick && strings.TrimSpace(c.value) == "" }

// shown is the text of the control at its start.
func (c *control) shown() string {
	switch {
	case c.kind == tick && c.on:
		return "☒"
	case c.kind == tick:
		return "☐"
	case c.empty() && c.ruled:
		return blankLine
	case c.empty():
		return blank
	}
	return c.value
}

// control writes c, id being its number in the document.
func (w *writer) control(c *control, inherited span) {
	w.controls++
	o := &w.out
	o.raw("<w:sdt><w:sdtPr>")
	o.val("alias", cut(line(c.label), maxTag))
	if c.tag != "" && len(c.tag) <= maxTag {
		o.val("tag", c.tag)
	}
	o.num("id", w.controls)
	if c.fixed {
		o.val("lock", "sdtContentLocked")
	} else {
		o.val("lock", "sdtLocked") // filled in, but not deleted by accident
	}
	o.on("showingPlcHdr", c.empty())
	switch c.kind {
	case tick:
		o.raw(`<w14:checkbox><w14:checked w14:val="`, strconv.Itoa(btoi(c.on)), `"/>`,
			`<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`)
	case entry:
		o.raw("<w:text/>")
	case date:
		o.raw("<w:date")
		if t, err := time.Parse(time.DateOnly, c.value); err == nil {
			o.raw(` w:fullDate="`, t.Format(time.RFC3339), `"`)
		}
		o.raw(`><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="en-US"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`)
	}
	o.raw("</w:sdtPr><w:sdtContent>")
	s := span{text: c.shown(), bold: inherited.bold}
	switch {
	case c.kind == tick && c.minor:
		s.style = "MinorBox"
	case c.kind == tick:
		s.style = "TickBox"
	case c.empty() && c.ruled:
		s.style = "BlankLine"
	case c.empty():
		s.style = "PlaceholderText"
	}
	w.run(s)
	o.raw("</w:sdtContent></w:sdt>")
}

// cut shortens s to n bytes at most, at a whole character.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	end := 0
	for i := range s {
		if i <= n-len("…") {
			end = i
		}
	}
	return s[:end] + "…"
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
