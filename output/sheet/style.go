package sheet

import (
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

const (
	fontName = "Calibri"
	lineHigh = 13.5 // points a line of 10 pt Calibri takes
	maxHigh  = 400  // Excel refuses a row of more than 409 points

	defaultAccent = "0B4A6F"
	ink           = "111827"
	soft          = "4B5563"
	rule          = "9CA3AF"
	wash          = "F3F6F8"
)

// look is how a cell is drawn; equal looks share one style of the workbook.
type look struct {
	size                 float64
	bold, italic, wrap   bool
	color, fill          string
	border, center, text bool
	format               string
}

// style returns the number of the workbook's style for l.
func (b *book) style(l look) int {
	key := l
	if id, ok := b.styles[key]; ok {
		return id
	}
	if l.size == 0 {
		l.size = 10
	}
	if l.color == "" {
		l.color = ink
	}
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold, Italic: l.italic, Color: l.color},
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: l.wrap},
	}
	if l.center {
		s.Alignment.Horizontal = "center"
	}
	if l.fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			s.Border = append(s.Border, excelize.Border{Type: side, Color: rule, Style: 1})
		}
	}
	switch {
	case l.text:
		s.NumFmt = 49 // "@": text stays text when the cell is edited
	case l.format != "":
		s.CustomNumFmt = &l.format
	}
	id, err := b.f.NewStyle(s)
	b.keep(err)
	b.styles[key] = id
	return id
}

// paint gives a block of cells one look.
func (b *book) paint(sheet string, col1, row1, col2, row2 int, l look) {
	b.keep(b.f.SetCellStyle(sheet, at(col1, row1), at(col2, row2), b.style(l)))
}

// The looks that several sheets share.
func (b *book) headLook() look {
	return look{bold: true, wrap: true, border: true, fill: b.accent, color: contrast(b.accent), text: true}
}

func textLook() look   { return look{wrap: true, border: true, text: true} }
func wholeLook() look  { return look{border: true, format: "0"} }
func dateLook() look   { return look{border: true, center: true, format: "yyyy-mm-dd"} }
func titleLook() look  { return look{size: 15, bold: true, text: true} }
func originLook() look { return look{size: 9, color: soft, text: true} }

// accent returns the profile's colour as RRGGBB, else the default.
func accent(s string) string {
	if ok, _ := regexp.MatchString(`^#[0-9a-fA-F]{6}$`, s); ok {
		return s[1:]
	}
	return defaultAccent
}

// contrast returns the ink that can be read on the given ground.
func contrast(ground string) string {
	n, err := strconv.ParseUint(ground, 16, 32)
	if err != nil {
		return "FFFFFF"
	}
	r, g, bl := float64(n>>16&0xff), float64(n>>8&0xff), float64(n&0xff)
	if 0.299*r+0.587*g+0.114*bl > 150 {
		return ink
	}
	return "FFFFFF"
}
