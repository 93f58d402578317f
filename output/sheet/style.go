package sheet

import (
	"regexp"
	"strconv"
	"strings"
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
	bold, wrap           bool
	color, fill          string
	border, center, text bool
	format               string
}

// How numbers are shown: "_)" leaves the room of a bracket between a number
// and the text in the next column.
const (
	wholeFormat = "0_)"
	shareFormat = "0%_)"
	timeFormat  = "[h]:mm_)"
)

// The looks that several sheets share.
func (b *book) headLook() look {
	return look{bold: true, wrap: true, border: true, fill: b.accent, color: contrast(b.accent), text: true}
}

func textLook() look   { return look{wrap: true, border: true, text: true} }
func wholeLook() look  { return look{border: true, format: wholeFormat} }
func timeLook() look   { return look{border: true, format: timeFormat} }
func dateLook() look   { return look{border: true, center: true, format: "yyyy-mm-dd"} }
func titleLook() look  { return look{size: 15, bold: true, text: true} }
func originLook() look { return look{size: 9, color: soft, text: true} }

// accent returns the profile's colour as RRGGBB, else the default.
func accent(s string) string {
	if ok, _ := regexp.MatchString(`^#[0-9a-fA-F]{6}$`, s); ok {
		return strings.ToUpper(s[1:])
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
