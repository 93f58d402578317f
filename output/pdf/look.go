package pdf

import (
	"math"
	"strconv"
)

// Everything is measured in points from the top left corner of the page.
const mm = 72 / 25.4

// color is red, green and blue from 0 to 1.
type color struct{ r, g, b float64 }

func rgb(hex int) color {
	return color{float64(hex>>16&255) / 255, float64(hex>>8&255) / 255, float64(hex&255) / 255}
}

// Nothing depends on these being told apart: the page must survive a
// black-and-white printer.
var (
	ink  = rgb(0x111827)
	soft = rgb(0x374151)
	gray = rgb(0x9ca3af)
	wash = rgb(0xf3f6f8)
	pale = rgb(0xd5dae1)
)

const defaultAccent = 0x0b4a6f

// accent reads "#rrggbb". A colour too light to be read on white is darkened
// until its contrast is 4.5:1; anything else gives the default.
func accent(s string) color {
	n, err := strconv.ParseUint(s[min(1, len(s)):], 16, 32)
	if len(s) != 7 || s[0] != '#' || err != nil {
		return rgb(defaultAccent)
	}
	c := rgb(int(n))
	for 1.05/(c.luminance()+0.05) < 4.5 {
		c = color{c.r * 0.95, c.g * 0.95, c.b * 0.95}
	}
	return c
}

func (c color) luminance() float64 {
	lin := func(v float64) float64 {
		if v <= 0.03928 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.r) + 0.7152*lin(c.g) + 0.0722*lin(c.b)
}

// paper is the sheet and the area text is set in. The inner margin leaves
// room for punching.
type paper struct{ w, h, left, right, top, bottom float64 }

var papers = map[string]paper{
	"a4":     {w: 595.28, h: 841.89, left: 20 * mm, right: 17 * mm, top: 23 * mm, bottom: 19 * mm},
	"letter": {w: 612, h: 792, left: 20 * mm, right: 17 * mm, top: 23 * mm, bottom: 19 * mm},
}

// width is the width of the text area.
func (p paper) width() float64 { return p.w - p.left - p.right }

// height is the height of the text area.
func (p paper) height() float64 { return p.h - p.top - p.bottom }

// text is a size of type with the distance of its lines.
type text struct {
	size, lead float64
}

var (
	body    = text{10, 13.1}
	compact = text{9.2, 11.8} // tables
	small   = text{8.2, 10.4}
	tiny    = text{7.6, 9.6} // the smallest on any page
	mono    = text{8, 10.6}
)

// codeScale makes code look as large as the text round it.
const codeScale = 0.86

func (t text) style(c cut, col color) style { return style{cut: c, size: t.size, color: col} }

// baseline is how far the baseline lies below the top of a line.
func (t text) baseline() float64 { return t.lead/2 + t.size*0.32 }
