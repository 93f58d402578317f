package pdf

import (
	"math"
	"strconv"
	"strings"
)

// paint reads a colour, nil for none.
func (r *svgReader) paint(s string) *color {
	if id, ok := strings.CutPrefix(s, "url("); ok {
		id, _, _ = strings.Cut(strings.Trim(id, `'"`), ")")
		s = r.firsts[strings.Trim(id, `#'"`)]
		if s == "" {
			s = "black"
		}
	}
	s = strings.ToLower(strings.TrimSpace(s))
	hex := map[string]string{
		"black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#008000", "blue": "#0000ff", "yellow": "#ffff00", "orange": "#ffa500",
		"gray": "#808080", "grey": "#808080", "silver": "#c0c0c0", "navy": "#000080", "teal": "#008080", "purple": "#800080", "maroon": "#800000",
		"currentcolor": "#000000", "darkblue": "#00008b", "gold": "#ffd700", "crimson": "#dc143c", "lime": "#00ff00", "aqua": "#00ffff", "cyan": "#00ffff",
	}[s]
	if hex == "" {
		hex = s
	}
	if body, ok := strings.CutPrefix(hex, "rgb("); ok {
		if v := numbers(strings.TrimSuffix(body, ")")); len(v) >= 3 {
			scale := 255.0
			if strings.Contains(body, "%") {
				scale = 100
			}
			return &color{v[0] / scale, v[1] / scale, v[2] / scale}
		}
	}
	if len(hex) == 4 && hex[0] == '#' {
		hex = "#" + strings.Repeat(hex[1:2], 2) + strings.Repeat(hex[2:3], 2) + strings.Repeat(hex[3:4], 2)
	}
	if len(hex) < 7 || hex[0] != '#' {
		return nil
	}
	v, err := strconv.ParseUint(hex[1:7], 16, 32)
	if err != nil {
		return nil
	}
	c := rgb(int(v))
	return &c
}

// transform reads a transform attribute.
func transform(s string) matrix {
	m := matrix{1, 0, 0, 1, 0, 0}
	for s != "" {
		name, rest, ok := strings.Cut(s, "(")
		args, after, ok2 := strings.Cut(rest, ")")
		if !ok || !ok2 {
			break
		}
		v := numbers(args)
		arg := func(i int, or float64) float64 {
			if i < len(v) {
				return v[i]
			}
			return or
		}
		switch strings.Trim(name, " ,\t\r\n") {
		case "matrix":
			if len(v) == 6 {
				m = m.mul(matrix(v))
			}
		case "translate":
			m = m.mul(matrix{1, 0, 0, 1, arg(0, 0), arg(1, 0)})
		case "scale":
			m = m.mul(matrix{arg(0, 1), 0, 0, arg(1, arg(0, 1)), 0, 0})
		case "rotate":
			sin, cos := math.Sincos(arg(0, 0) * math.Pi / 180)
			cx, cy := arg(1, 0), arg(2, 0)
			m = m.mul(matrix{1, 0, 0, 1, cx, cy}).mul(matrix{cos, sin, -sin, cos, 0, 0}).mul(matrix{1, 0, 0, 1, -cx, -cy})
		case "skewX":
			m = m.mul(matrix{1, 0, math.Tan(arg(0, 0) * math.Pi / 180), 1, 0, 0})
		case "skewY":
			m = m.mul(matrix{1, math.Tan(arg(0, 0) * math.Pi / 180), 0, 1, 0, 0})
		}
		s = after
	}
	return m
}
