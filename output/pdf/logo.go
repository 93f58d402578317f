package pdf

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // a logo may be one
	"image/png"
	"strings"

	"codeberg.org/go-pdf/fpdf"
)

// logo is the organisation's picture for the cover: dots or lines.
type logo struct {
	png  []byte
	svg  *drawing
	w, h float64 // as drawn
	alt  string
}

// The most room a logo gets, and the most dots it may have.
const (
	logoW, logoH = 52 * mm, 17 * mm
	mostDots     = 16 << 20
)

// readLogo reads a picture: SVG, PNG or JPEG. A nil logo is none; what cannot
// be read is left out with a warning, since a runbook is not to fail for it.
func readLogo(data []byte, path, alt string) (*logo, string) {
	if len(data) == 0 {
		return nil, ""
	}
	l := &logo{alt: alt}
	head := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("<")) {
		svg, err := readSVG(head)
		if err != nil {
			return nil, fmt.Sprintf("the PDF leaves out the logo %s: %v", path, err)
		}
		l.svg = svg
		l.scale(svg.w, svg.h)
		if len(svg.left) > 0 {
			return l, fmt.Sprintf("the PDF draws the logo %s without its %s: turn text into paths and save it again", path, strings.Join(svg.left, ", "))
		}
		return l, ""
	}
	img, err := decode(data)
	if err != nil {
		return nil, fmt.Sprintf("the PDF leaves out the logo %s: %v", path, err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, flat(img)); err != nil {
		return nil, fmt.Sprintf("the PDF leaves out the logo %s: %v", path, err)
	}
	l.png = b.Bytes()
	l.scale(float64(img.Bounds().Dx()), float64(img.Bounds().Dy()))
	return l, ""
}

func (l *logo) scale(w, h float64) {
	s := min(logoW/w, logoH/h)
	l.w, l.h = w*s, h*s
}

func decode(data []byte) (image.Image, error) {
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("it is no SVG, PNG or JPEG")
	}
	if size.Width*size.Height > mostDots || size.Width < 1 || size.Height < 1 {
		return nil, fmt.Errorf("it has %d by %d dots", size.Width, size.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	return img, err
}

// flat copies a picture into 8 bits a channel: fpdf does not read every kind
// of PNG.
func flat(img image.Image) image.Image {
	out := image.NewNRGBA(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			out.Set(x, y, img.At(img.Bounds().Min.X+x, img.Bounds().Min.Y+y))
		}
	}
	return out
}

// register hands a picture of dots to fpdf; the page draws it by its own name.
func (l *logo) register(f *fpdf.Fpdf) {
	if l != nil && l.png != nil {
		f.RegisterImageOptionsReader("logo", fpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(l.png))
	}
}

func (l *logo) draw(c *canvas, x, y float64, e *elem) {
	if l == nil {
		return
	}
	fig := e.child("Figure")
	fig.alt = l.alt
	c.mark(fig)
	c.out.WriteString("q\n")
	if l.svg == nil {
		c.num("cm", l.w, 0, 0, l.h, x, c.paper.h-y-l.h)
		c.out.WriteString("/Logo Do Q\n")
		return
	}
	c.num("re W n", x, c.paper.h-y-l.h, l.w, l.h)
	s := l.w / l.svg.w
	to := matrix{s, 0, 0, -s, x - l.svg.x*s, c.paper.h - y + l.svg.y*s}
	for _, sh := range l.svg.shapes {
		sh.draw(c, to, s)
	}
	c.out.WriteString("Q\n")
}

// draw paints a shape. It sets its own colours: the canvas does not know of
// those inside q and Q.
func (sh shape) draw(c *canvas, to matrix, scale float64) {
	op := ""
	if sh.stroke != nil {
		fmt.Fprintf(&c.out, "%.3f %.3f %.3f RG %.3f w\n", sh.stroke.r, sh.stroke.g, sh.stroke.b, sh.width*scale)
		op = "S"
	}
	if sh.fill != nil {
		fmt.Fprintf(&c.out, "%.3f %.3f %.3f rg\n", sh.fill.r, sh.fill.g, sh.fill.b)
		op = map[string]string{"": "f", "S": "B"}[op]
		if sh.evenOdd {
			op += "*"
		}
	}
	for _, g := range sh.path {
		n := map[byte]int{'m': 2, 'l': 2, 'c': 6}[g.op]
		for i := 0; i < n; i += 2 {
			g.p[i], g.p[i+1] = to.at(g.p[i], g.p[i+1])
		}
		c.num(string(g.op), g.p[:n]...)
	}
	c.out.WriteString(op + "\n")
}
