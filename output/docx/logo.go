package docx

import (
	"bytes"
	"image/png"
	"path"
	"strconv"

	"runbook/generator"
)

// picture is the logo, as wide and high as it is to be shown.
type picture struct {
	data          []byte
	label         string
	width, height int // in English Metric Units, 36 000 a millimetre
}

const (
	emuMillimetre = 36000
	maxLogoWidth  = 60 * emuMillimetre
	maxLogoHeight = 16 * emuMillimetre
)

// logo returns the picture for the cover, nil if data is no PNG. Word shows
// an SVG only beside a PNG of the same picture, which nobody here can draw;
// a Word document of a profile whose logo is an SVG therefore has none.
func logo(data []byte, label string) *picture {
	c, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width == 0 || c.Height == 0 {
		return nil
	}
	p := &picture{data: data, label: label, width: maxLogoWidth}
	p.height = p.width * c.Height / c.Width
	if p.height > maxLogoHeight {
		p.height = maxLogoHeight
		p.width = p.height * c.Width / c.Height
	}
	p.width, p.height = max(p.width, 1), max(p.height, 1)
	return p
}

// Notes returns what the person who renders rb should know about its Word
// document: that a logo is missing, and why.
func Notes(rb *generator.Runbook) []string {
	if len(rb.Document.Logo) == 0 || logo(rb.Document.Logo, "") != nil {
		return nil
	}
	return []string{"the Word document has no logo: Word takes a PNG, not " + line(path.Base(rb.Document.LogoPath))}
}

func (w *writer) drawing(p *picture) {
	w.picture = p
	cx, cy := strconv.Itoa(p.width), strconv.Itoa(p.height)
	const a, pic = "http://schemas.openxmlformats.org/drawingml/2006/main", "http://schemas.openxmlformats.org/drawingml/2006/picture"
	w.raw(`<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`)
	w.raw(`<wp:extent cx="`, cx, `" cy="`, cy, `"/><wp:docPr id="1" name="Logo" descr="`, escape(p.label), `"/>`)
	w.raw(`<a:graphic xmlns:a="`, a, `"><a:graphicData uri="`, pic, `"><pic:pic xmlns:pic="`, pic, `">`)
	w.raw(`<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>`)
	w.raw(`<pic:blipFill><a:blip r:embed="rIdP"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`)
	w.raw(`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="`, cx, `" cy="`, cy, `"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`)
	w.raw(`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
}
