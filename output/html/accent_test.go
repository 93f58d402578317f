package html_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"testing"

	"runbook/generator/generatortest"
)

// Whatever colour a company has, what is written in it can be read.
func TestAccentCanBeRead(t *testing.T) {
	t.Parallel()
	accents := []string{"#0b4a6f", "", "red", "#ffffff", "#000000", "#ffe100", "#808080", "#00ff00"}
	for i := range 64 {
		accents = append(accents, fmt.Sprintf("#%02x%02x%02x", i%4*85, i/4%4*85, i/16*85))
	}
	inks := regexp.MustCompile(`--accent-ink:#([0-9a-f]{6})\}`)
	for _, accent := range accents {
		rb := generatortest.Small()
		rb.Document.Accent = accent
		found := inks.FindAllSubmatch(render(t, rb), -1)
		if len(found) != 2 {
			t.Fatalf("accent %q gives %d colours for text, want one for light and one for dark", accent, len(found))
		}
		for i, grounds := range [][]string{{"ffffff", "f3f6f8"}, {"12181f", "1d2733"}} {
			for _, ground := range grounds {
				if c := contrast(t, string(found[i][1]), ground); c < 4.5 {
					t.Errorf("accent %q: contrast %.2f of #%s on #%s", accent, c, found[i][1], ground)
				}
			}
		}
	}
}

// contrast is the ratio of WCAG 2 of two colours.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	luminance := func(colour string) float64 {
		sum := 0.0
		for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
			n, err := strconv.ParseUint(colour[2*i:2*i+2], 16, 8)
			if err != nil {
				t.Fatal(err)
			}
			v := float64(n) / 255
			if v <= 0.04045 {
				v /= 12.92
			} else {
				v = math.Pow((v+0.055)/1.055, 2.4)
			}
			sum += weight * v
		}
		return sum
	}
	x, y := luminance(a)+0.05, luminance(b)+0.05
	return max(x, y) / min(x, y)
}
