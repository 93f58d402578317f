package pdf

import (
	"math"
	"strconv"
	"strings"
)

// number reads the number at the head of s, 0 where there is none; units are
// passed over.
func number(s string) float64 {
	if v := numbers(s); len(v) > 0 {
		return v[0]
	}
	return 0
}

// numbers reads all numbers of s.
func numbers(s string) []float64 {
	var out []float64
	sc := scanner{s: s}
	for sc.skipTo() {
		v, ok := sc.number()
		if !ok {
			sc.i++
			continue
		}
		out = append(out, v)
	}
	return out
}

// scanner reads path data: letters and numbers that may stick together.
type scanner struct {
	s string
	i int
}

func (sc *scanner) skipTo() bool {
	for sc.i < len(sc.s) && strings.IndexByte(" ,\t\r\n", sc.s[sc.i]) >= 0 {
		sc.i++
	}
	return sc.i < len(sc.s)
}

func (sc *scanner) number() (float64, bool) {
	sc.skipTo()
	from, dot, exp := sc.i, false, false
	for ; sc.i < len(sc.s); sc.i++ {
		c := sc.s[sc.i]
		switch {
		case c >= '0' && c <= '9':
			continue
		case (c == '-' || c == '+') && (sc.i == from || sc.s[sc.i-1]|0x20 == 'e'):
			continue
		case c == '.' && !dot && !exp:
			dot = true
			continue
		case c|0x20 == 'e' && !exp && sc.i > from && sc.i+1 < len(sc.s) && strings.IndexByte("+-0123456789", sc.s[sc.i+1]) >= 0:
			exp = true
			continue
		}
		break
	}
	v, err := strconv.ParseFloat(sc.s[from:sc.i], 64)
	if err != nil || math.Abs(v) > 1e7 {
		sc.i = max(sc.i, from)
		return 0, false
	}
	return v, true
}

// flag reads the 0 or 1 of an arc, which may stick to what follows.
func (sc *scanner) flag() (bool, bool) {
	if !sc.skipTo() || sc.s[sc.i] != '0' && sc.s[sc.i] != '1' {
		return false, false
	}
	sc.i++
	return sc.s[sc.i-1] == '1', true
}

// pathData reads the d attribute, up to the first fault as browsers do.
func pathData(d string) []segment {
	var out []segment
	var x, y, startX, startY, ctrlX, ctrlY float64
	var cmd, last byte
	sc := scanner{s: d}
	args := func(n int) ([]float64, bool) {
		v := make([]float64, n)
		for i := range v {
			var ok bool
			if v[i], ok = sc.number(); !ok {
				return nil, false
			}
		}
		return v, true
	}
	for sc.skipTo() && len(out) < most {
		if c := sc.s[sc.i]; c|0x20 >= 'a' && c|0x20 <= 'z' {
			cmd = c
			sc.i++
		} else if cmd == 0 || cmd|0x20 == 'z' {
			return out
		}
		ox, oy := 0.0, 0.0
		if cmd >= 'a' {
			ox, oy = x, y
		}
		kind := cmd | 0x20
		count, known := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 's': 4, 'q': 4, 't': 2, 'a': 3, 'z': 0}[kind]
		if !known {
			return out
		}
		v, ok := args(count)
		if !ok {
			return out
		}
		curve := func(x1, y1, x2, y2, x3, y3 float64) {
			out = append(out, segment{'c', [6]float64{x1, y1, x2, y2, x3, y3}})
			x, y = x3, y3
		}
		lineTo := func(nx, ny float64) {
			x, y = nx, ny
			out = append(out, segment{op: 'l', p: [6]float64{x, y}})
		}
		switch kind {
		case 'm':
			x, y = ox+v[0], oy+v[1]
			startX, startY = x, y
			out = append(out, segment{op: 'm', p: [6]float64{x, y}})
			cmd = cmd - 'm' + 'l' // further pairs are lines
			if cmd != 'l' {
				cmd = 'L'
			}
		case 'l':
			lineTo(ox+v[0], oy+v[1])
		case 'h':
			lineTo(ox+v[0], y)
		case 'v':
			lineTo(x, oy+v[0])
		case 'c':
			ctrlX, ctrlY = ox+v[2], oy+v[3]
			curve(ox+v[0], oy+v[1], ctrlX, ctrlY, ox+v[4], oy+v[5])
		case 's':
			x1, y1 := x, y
			if last == 'c' || last == 's' {
				x1, y1 = 2*x-ctrlX, 2*y-ctrlY
			}
			ctrlX, ctrlY = ox+v[0], oy+v[1]
			curve(x1, y1, ctrlX, ctrlY, ox+v[2], oy+v[3])
		case 'q', 't':
			qx, qy, ex, ey := x, y, ox+v[len(v)-2], oy+v[len(v)-1]
			if kind == 'q' {
				qx, qy = ox+v[0], oy+v[1]
			} else if last == 'q' || last == 't' {
				qx, qy = 2*x-ctrlX, 2*y-ctrlY
			}
			ctrlX, ctrlY = qx, qy
			curve(x+(qx-x)*2/3, y+(qy-y)*2/3, ex+(qx-ex)*2/3, ey+(qy-ey)*2/3, ex, ey)
		case 'a':
			large, ok1 := sc.flag()
			sweep, ok2 := sc.flag()
			end, ok3 := args(2)
			if !ok1 || !ok2 || !ok3 {
				return out
			}
			out = append(out, arc(x, y, v[0], v[1], v[2], large, sweep, ox+end[0], oy+end[1])...)
			x, y = ox+end[0], oy+end[1]
		case 'z':
			out = append(out, segment{op: 'h'})
			x, y = startX, startY
		}
		last = kind
	}
	return out
}

// arc turns an elliptical arc into curves (SVG 1.1, appendix F.6).
func arc(x1, y1, rx, ry, angle float64, large, sweep bool, x2, y2 float64) []segment {
	rx, ry = math.Abs(rx), math.Abs(ry)
	if rx == 0 || ry == 0 || x1 == x2 && y1 == y2 {
		return []segment{{op: 'l', p: [6]float64{x2, y2}}}
	}
	sin, cos := math.Sincos(angle * math.Pi / 180)
	dx, dy := (x1-x2)/2, (y1-y2)/2
	px, py := cos*dx+sin*dy, cos*dy-sin*dx
	if l := px*px/(rx*rx) + py*py/(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	k := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*py*py-ry*ry*px*px)/(rx*rx*py*py+ry*ry*px*px)))
	if large == sweep {
		k = -k
	}
	cx, cy := k*rx*py/ry, -k*ry*px/rx
	from := math.Atan2((py-cy)/ry, (px-cx)/rx)
	delta := math.Atan2((-py-cy)/ry, (-px-cx)/rx) - from
	if sweep && delta < 0 {
		delta += 2 * math.Pi
	} else if !sweep && delta > 0 {
		delta -= 2 * math.Pi
	}
	mx, my := cos*cx-sin*cy+(x1+x2)/2, sin*cx+cos*cy+(y1+y2)/2
	to := matrix{cos * rx, sin * rx, -sin * ry, cos * ry, mx, my}
	n := int(math.Ceil(math.Abs(delta) / (math.Pi / 2)))
	var out []segment
	for i := range n {
		a, b := from+delta*float64(i)/float64(n), from+delta*float64(i+1)/float64(n)
		t := 4.0 / 3 * math.Tan((b-a)/4)
		sa, ca := math.Sincos(a)
		sb, cb := math.Sincos(b)
		var g segment
		g.op = 'c'
		g.p[0], g.p[1] = to.at(ca-t*sa, sa+t*ca)
		g.p[2], g.p[3] = to.at(cb+t*sb, sb-t*cb)
		g.p[4], g.p[5] = to.at(cb, sb)
		out = append(out, g)
	}
	return out
}

func ellipse(cx, cy, rx, ry float64) []segment {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	out := []segment{{op: 'm', p: [6]float64{cx + rx, cy}}}
	out = append(out, arc(cx+rx, cy, rx, ry, 0, false, true, cx-rx, cy)...)
	out = append(out, arc(cx-rx, cy, rx, ry, 0, false, true, cx+rx, cy)...)
	return append(out, segment{op: 'h'})
}

func roundRect(x, y, w, h, r float64) []segment {
	if w <= 0 || h <= 0 {
		return nil
	}
	if r = min(r, w/2, h/2); r <= 0 {
		return polygon([]float64{x, y, x + w, y, x + w, y + h, x, y + h}, true)
	}
	out := []segment{{op: 'm', p: [6]float64{x + r, y}}, {op: 'l', p: [6]float64{x + w - r, y}}}
	out = append(out, arc(x+w-r, y, r, r, 0, false, true, x+w, y+r)...)
	out = append(out, segment{op: 'l', p: [6]float64{x + w, y + h - r}})
	out = append(out, arc(x+w, y+h-r, r, r, 0, false, true, x+w-r, y+h)...)
	out = append(out, segment{op: 'l', p: [6]float64{x + r, y + h}})
	out = append(out, arc(x+r, y+h, r, r, 0, false, true, x, y+h-r)...)
	out = append(out, segment{op: 'l', p: [6]float64{x, y + r}})
	out = append(out, arc(x, y+r, r, r, 0, false, true, x+r, y)...)
	return append(out, segment{op: 'h'})
}

func polygon(v []float64, closed bool) []segment {
	var out []segment
	for i := 0; i+1 < len(v); i += 2 {
		op := byte('l')
		if i == 0 {
			op = 'm'
		}
		out = append(out, segment{op: op, p: [6]float64{v[i], v[i+1]}})
	}
	if closed && len(out) > 0 {
		out = append(out, segment{op: 'h'})
	}
	return out
}
