package pdf

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// drawing is a picture of lines and areas, read from an SVG. It knows what
// logos are made of: shapes, paths, groups, plain colours. Of a gradient it
// takes the first colour; text, pictures and filters it leaves out and says so.
type drawing struct {
	x, y, w, h float64 // the part that is shown
	shapes     []shape
	left       []string // kinds of elements that were left out
}

// shape is a path with its paint.
type shape struct {
	path         []segment
	fill, stroke *color
	width        float64
	evenOdd      bool
}

// segment is a piece of a path in the PDF's own terms: m, l, c, h.
type segment struct {
	op byte
	p  [6]float64
}

// matrix maps x, y to a*x+c*y+e, b*x+d*y+f.
type matrix [6]float64

func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// most keeps a file that is no logo from taking memory.
const most = 200000

// svgReader walks the elements. look is what an element hands to its children.
type svgReader struct {
	d       *drawing
	classes map[string]string // of the style sheet: ".a" to its declarations
	firsts  map[string]string // of gradients: id to the first colour
	total   int
}

type look struct {
	to                   matrix
	fill, stroke, rule   string
	width                float64
	hidden, inDefinition bool
}

func readSVG(data []byte) (*drawing, error) {
	r := &svgReader{d: &drawing{}, classes: map[string]string{}, firsts: map[string]string{}}
	// Colours may be used before they are defined, so definitions come first.
	if err := r.walk(data, r.define); err != nil {
		return nil, err
	}
	if err := r.walk(data, r.draw); err != nil {
		return nil, err
	}
	if r.d.w <= 0 || r.d.h <= 0 {
		return nil, errors.New("it says no size")
	}
	if len(r.d.shapes) == 0 {
		return nil, errors.New("it has nothing that can be drawn")
	}
	return r.d, nil
}

func (r *svgReader) walk(data []byte, visit func(e xml.StartElement, text string, in look) look) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	stack := []look{{to: matrix{1, 0, 0, 1, 0, 0}, fill: "black", stroke: "none", width: 1}}
	seen := false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			if seen {
				return nil
			}
			return errors.New("it is no SVG")
		}
		if err != nil {
			return fmt.Errorf("it is no sound SVG: %w", err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if len(stack) > 200 {
				return errors.New("it nests its groups too deeply")
			}
			if !seen && t.Name.Local != "svg" {
				return errors.New("it is no SVG")
			}
			seen = true
			stack = append(stack, visit(t, "", stack[len(stack)-1]))
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			visit(xml.StartElement{}, string(t), stack[len(stack)-1])
		}
		if r.total > most {
			return errors.New("it is too large for a logo")
		}
	}
}

func attrs(e xml.StartElement) map[string]string {
	a := map[string]string{}
	for _, x := range e.Attr {
		a[x.Name.Local] = strings.TrimSpace(x.Value)
	}
	return a
}

// define gathers classes and the colours of gradients.
func (r *svgReader) define(e xml.StartElement, text string, in look) look {
	switch e.Name.Local {
	case "":
		if in.rule == "style" {
			for rule := range strings.SplitSeq(text, "}") {
				names, body, ok := strings.Cut(rule, "{")
				for n := range strings.SplitSeq(names, ",") {
					if n = strings.TrimSpace(n); ok && strings.HasPrefix(n, ".") {
						r.classes[n[1:]] += ";" + body
					}
				}
			}
		}
	case "style":
		in.rule = "style"
	case "linearGradient", "radialGradient":
		in.rule, in.fill = "gradient", attrs(e)["id"]
	case "stop":
		if a := r.declared(attrs(e)); in.rule == "gradient" && r.firsts[in.fill] == "" {
			r.firsts[in.fill] = a["stop-color"]
		}
	}
	return in
}

// declared lays classes and the style attribute over an element's own.
func (r *svgReader) declared(a map[string]string) map[string]string {
	var css strings.Builder
	for c := range strings.FieldsSeq(a["class"]) {
		css.WriteString(r.classes[c] + ";")
	}
	css.WriteString(a["style"])
	for decl := range strings.SplitSeq(css.String(), ";") {
		if k, v, ok := strings.Cut(decl, ":"); ok {
			a[strings.TrimSpace(k)] = strings.TrimSpace(v)
		}
	}
	return a
}

// draw gathers shapes.
func (r *svgReader) draw(e xml.StartElement, _ string, in look) look {
	kind := e.Name.Local
	if kind == "" {
		return in
	}
	a := r.declared(attrs(e))
	in.inherit(a)
	r.total++
	n := func(k string) float64 { return number(a[k]) }
	var path []segment
	switch kind {
	case "svg":
		r.size(a)
	case "defs", "clipPath", "mask", "symbol", "pattern", "marker", "linearGradient", "radialGradient":
		in.inDefinition = true
	case "path":
		path = pathData(a["d"])
	case "rect":
		x, y, w, h := n("x"), n("y"), n("width"), n("height")
		path = roundRect(x, y, w, h, max(n("rx"), n("ry")))
	case "circle":
		path = ellipse(n("cx"), n("cy"), n("r"), n("r"))
	case "ellipse":
		path = ellipse(n("cx"), n("cy"), n("rx"), n("ry"))
	case "line":
		path = []segment{{'m', [6]float64{n("x1"), n("y1")}}, {'l', [6]float64{n("x2"), n("y2")}}}
	case "polyline", "polygon":
		path = polygon(numbers(a["points"]), kind == "polygon")
	case "text", "image", "use", "foreignObject", "filter":
		if !in.inDefinition && !in.hidden && !slices.Contains(r.d.left, kind) {
			r.d.left = append(r.d.left, kind)
		}
	}
	r.total += len(path)
	if len(path) == 0 || in.inDefinition || in.hidden {
		return in
	}
	s := shape{fill: r.paint(in.fill), stroke: r.paint(in.stroke), evenOdd: in.rule == "evenodd"}
	s.width = in.width * math.Sqrt(math.Abs(in.to[0]*in.to[3]-in.to[1]*in.to[2]))
	for _, g := range path {
		for i := 0; i+1 < len(g.p); i += 2 {
			g.p[i], g.p[i+1] = in.to.at(g.p[i], g.p[i+1])
		}
		s.path = append(s.path, g)
	}
	if s.fill != nil || s.stroke != nil {
		r.d.shapes = append(r.d.shapes, s)
	}
	return in
}

func (in *look) inherit(a map[string]string) {
	if t := a["transform"]; t != "" {
		in.to = in.to.mul(transform(t))
	}
	for k, to := range map[string]*string{"fill": &in.fill, "stroke": &in.stroke, "fill-rule": &in.rule} {
		if v := a[k]; v != "" && v != "inherit" {
			*to = v
		}
	}
	if v := a["stroke-width"]; v != "" {
		in.width = number(v)
	}
	if a["display"] == "none" || a["visibility"] == "hidden" || a["opacity"] == "0" {
		in.hidden = true
	}
}

// size takes the part that is shown from the outermost svg element.
func (r *svgReader) size(a map[string]string) {
	if r.d.w > 0 {
		return
	}
	if box := numbers(a["viewBox"]); len(box) == 4 {
		r.d.x, r.d.y, r.d.w, r.d.h = box[0], box[1], box[2], box[3]
		return
	}
	r.d.w, r.d.h = number(a["width"]), number(a["height"])
}
