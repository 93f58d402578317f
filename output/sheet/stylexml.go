package sheet

import (
	"slices"
	"strconv"

	"runbook/output/ooxml"
)

// styles is the workbook's list of looks. Equal ones share a number.
type styles struct {
	numbers map[look]int
	looks   []look
	fonts   []font
	fills   []string
	formats []string
	changes []colour
}

type font struct {
	size  float64
	bold  bool
	color string
}

const (
	ownFills    = 2   // Excel keeps the first two to itself
	textFormat  = 49  // "@": text stays text when the cell is edited
	ownFormats  = 164 // from here on formats are free for use
	plainBorder = 0
	ruledBorder = 1
)

// newStyles begins with the look of a cell that nobody painted.
func newStyles() *styles { return &styles{numbers: map[look]int{{}: 0}} }

// cell returns the number of a look.
func (s *styles) cell(l look) int {
	n, ok := s.numbers[l]
	if !ok {
		s.looks = append(s.looks, l)
		n = len(s.looks)
		s.numbers[l] = n
	}
	return n
}

// change returns the number of what a colour changes.
func (s *styles) change(c colour) int {
	s.changes = append(s.changes, c)
	return len(s.changes) - 1
}

// place returns where v is in list, to which it is added if need be.
func place[T comparable](list *[]T, v T) int {
	if i := slices.Index(*list, v); i >= 0 {
		return i
	}
	*list = append(*list, v)
	return len(*list) - 1
}

// xml is the part of the styles.
func (s *styles) xml() string {
	var looks, x ooxml.XML
	for _, l := range s.looks {
		s.look(&looks, l)
	}
	count := func(n int) string { return strconv.Itoa(n) }
	x.Raw(ooxml.Head, `<styleSheet xmlns="`, spaceMain, `"><numFmts count="`, count(len(s.formats)), `">`)
	for i, f := range s.formats {
		x.Raw(`<numFmt numFmtId="`, count(ownFormats+i), `" formatCode="`, ooxml.Escape(f), `"/>`)
	}
	x.Raw(`</numFmts><fonts count="`, count(1+len(s.fonts)), `"><font><sz val="11"/><color theme="1"/><name val="`, fontName, `"/><family val="2"/></font>`)
	for _, f := range s.fonts {
		x.Raw(`<font>`)
		if f.bold {
			x.Raw(`<b/>`)
		}
		x.Raw(`<sz val="`, decimal(f.size), `"/><color rgb="FF`, f.color, `"/><name val="`, fontName, `"/><family val="2"/></font>`)
	}
	x.Raw(`</fonts><fills count="`, count(ownFills+len(s.fills)), `"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`)
	for _, f := range s.fills {
		x.Raw(`<fill><patternFill patternType="solid"><fgColor rgb="FF`, f, `"/></patternFill></fill>`)
	}
	x.Raw(`</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>`)
	for _, side := range []string{"left", "right", "top", "bottom"} {
		x.Raw(`<`, side, ` style="thin"><color rgb="FF`, rule, `"/></`, side, `>`)
	}
	x.Raw(`<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`)
	x.Raw(`<cellXfs count="`, count(1+len(s.looks)), `"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, looks.String(), `</cellXfs>`)
	x.Raw(`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="`, count(len(s.changes)), `">`)
	for _, c := range s.changes {
		c.xml(&x)
	}
	x.Raw(`</dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`)
	return x.String()
}

// look writes one look as the numbers of what it is made of.
func (s *styles) look(x *ooxml.XML, l look) {
	if l.size == 0 {
		l.size = 10
	}
	if l.color == "" {
		l.color = ink
	}
	format, fill, border := 0, 0, plainBorder
	switch {
	case l.text:
		format = textFormat
	case l.format != "":
		format = ownFormats + place(&s.formats, l.format)
	}
	x.Raw(`<xf numFmtId="`, strconv.Itoa(format), `" fontId="`, strconv.Itoa(1+place(&s.fonts, font{l.size, l.bold, l.color})))
	applied := `" xfId="0" applyNumberFormat="1" applyFont="1"`
	if l.fill != "" {
		fill = ownFills + place(&s.fills, l.fill)
		applied += ` applyFill="1"`
	}
	if l.border {
		border = ruledBorder
		applied += ` applyBorder="1"`
	}
	x.Raw(`" fillId="`, strconv.Itoa(fill), `" borderId="`, strconv.Itoa(border), applied, ` applyAlignment="1"><alignment`)
	if l.center {
		x.Raw(` horizontal="center"`)
	}
	x.Raw(` vertical="top"`)
	if l.wrap {
		x.Raw(` wrapText="1"`)
	}
	x.Raw(`/></xf>`)
}

func (c colour) xml(x *ooxml.XML) {
	x.Raw(`<dxf><font>`)
	if c.bold {
		x.Raw(`<b/>`)
	}
	x.Raw(`<color rgb="FF`, c.ink, `"/></font>`)
	if c.fill != "" {
		x.Raw(`<fill><patternFill patternType="solid"><bgColor rgb="FF`, c.fill, `"/></patternFill></fill>`)
	}
	x.Raw(`</dxf>`)
}
