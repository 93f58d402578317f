package html

import (
	"fmt"
	"math"
	"strconv"
)

// defaultAccent is the colour of headings and rules when the profile gives
// none.
const defaultAccent = "#0b4a6f"

// The grounds on which text in the accent colour stands, as the stylesheet
// has them: the lightest wash of the light page, the panel of the dark one.
const (
	lightGround = "#eef2f5"
	darkGround  = "#1d2733"
)

// The contrast of text in the accent colour. 4.5 is what WCAG 2 wants at level
// AA; on the dark page the shade nearest to that would be a dull one.
const (
	lightContrast = 4.55 // a little more, for rounding
	darkContrast  = 7
)

type colour struct{ r, g, b float64 } // each 0 to 1

// accents returns the accent itself, for rules and edges, and the two shades
// of it that can be read as text on the light and on the dark page. A company
// colour is chosen for a logo, not for letters: yellow on white would be
// neither legible nor accessible. Anything but #rrggbb gives the default.
func accents(accent string) (rule, onLight, onDark string) {
	c, ok := parseColour(accent)
	if !ok {
		c, _ = parseColour(defaultAccent)
	}
	light, _ := parseColour(lightGround)
	dark, _ := parseColour(darkGround)
	return c.String(), c.until(lightContrast, light, colour{}).String(), c.until(darkContrast, dark, colour{1, 1, 1}).String()
}

// until moves c towards the colour end in small steps until it has the
// contrast to the ground.
func (c colour) until(wanted float64, ground, end colour) colour {
	const steps = 50
	for i := range steps {
		f := float64(i) / steps
		m := colour{c.r + (end.r-c.r)*f, c.g + (end.g-c.g)*f, c.b + (end.b-c.b)*f}
		if contrast(m, ground) >= wanted {
			return m
		}
	}
	return end
}

func parseColour(s string) (colour, bool) {
	if len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return colour{}, false
	}
	return colour{float64(v>>16) / 255, float64(v>>8&0xff) / 255, float64(v&0xff) / 255}, true
}

// String is c as #rrggbb.
func (c colour) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(math.Round(c.r*255)), int(math.Round(c.g*255)), int(math.Round(c.b*255)))
}

// contrast is the ratio of WCAG 2, from 1 to 21.
func contrast(a, b colour) float64 {
	la, lb := a.luminance(), b.luminance()
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func (c colour) luminance() float64 {
	part := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b)
}
