package docx

import (
	"strconv"

	"runbook/output/ooxml"
)

// out collects XML. Everything that comes from a Runbook goes in through
// val or chars, which clean and escape it.
type out struct{ ooxml.XML }

func escape(s string) string { return ooxml.Escape(s) }

// raw writes authored XML.
func (o *out) raw(parts ...string) { o.Raw(parts...) }

// chars writes text.
func (o *out) chars(s string) { o.Text(s) }

// val writes an empty element with one w:val.
func (o *out) val(name, value string) {
	o.raw("<w:", name, ` w:val="`, escape(value), `"/>`)
}

func (o *out) num(name string, value int) { o.val(name, strconv.Itoa(value)) }

// on writes an element that is a switch, if it is on.
func (o *out) on(name string, is bool) {
	if is {
		o.raw("<w:", name, "/>")
	}
}

const (
	xmlHead = ooxml.Head

	spaceW   = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	spaceR   = ooxml.SpaceR
	spaceW14 = "http://schemas.microsoft.com/office/word/2010/wordml"
	spaceMC  = "http://schemas.openxmlformats.org/markup-compatibility/2006"

	// spaces are the namespaces of every part with text. Word before 2010
	// does not know w14 and is told to ignore it.
	spaces = ` xmlns:w="` + spaceW + `" xmlns:r="` + spaceR + `" xmlns:w14="` + spaceW14 + `" xmlns:mc="` + spaceMC + `" mc:Ignorable="w14"`
)
