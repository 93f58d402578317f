// Package docx renders a Runbook as a Word document that is worked through on
// screen or on paper: contents with page numbers, tick boxes, dates and
// fields as Word's own content controls, a running head with the phase, rows
// and short items that do not tear.
//
// It stands between generator.Runbook and the format "docx" and writes the
// WordprocessingML itself: no free Go library makes content controls. The
// Runbook becomes a tree (model.go), which is measured for the page numbers
// of the contents (measure.go) and written (write.go). It decides nothing
// about the runbook, opens nothing and asks no clock; the same Runbook gives
// the same bytes.
//
// A logo is shown if it is a PNG. An SVG is left out: Word wants a PNG of the
// same picture beside it.
package docx

import (
	"cmp"
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"runbook/generator"
)

//go:embed styles.xml
var styles string

// Colours, as RRGGBB.
const (
	defaultAccent = "0B4A6F"
	ink           = "111827"
	soft          = "4B5563"
	rule          = "9CA3AF"
	wash          = "F3F6F8"
)

// Render returns rb as a Word document for the paper "a4", also for "", or
// "letter". A Runbook of one role gives a role sheet: the same items on as few
// pages as they take.
func Render(rb *generator.Runbook, paper string) ([]byte, error) {
	sheet, ok := papers[cmp.Or(paper, "a4")]
	if !ok {
		return nil, fmt.Errorf("unknown paper %q: there is a4 and letter", paper)
	}
	d := newDocument(rb, sheet)
	body := d.build()

	w := &writer{numbers: map[string]int{}, known: map[string]bool{}, page: d.paper}
	bookmarksOf(body, w.known)
	w.Grow(2 << 20) // more than 50 items take: memory that is not written to costs nothing
	w.raw(xmlHead, `<w:document`, spaces, `><w:body>`)
	w.blocks(body)
	w.section(d.last)
	w.raw("</w:body></w:document>")
	return pack(d.parts(w))
}

// parts returns the files of the package, the list of types first, where
// programs look that guess a file's type.
func (d *document) parts(w *writer) []part {
	rb := d.rb
	parts := []part{
		{"[Content_Types].xml", contentTypes(len(w.heads), w.picture != nil)},
		{"_rels/.rels", packageRelations()},
		{"docProps/app.xml", appProperties(rb)},
		{"docProps/core.xml", coreProperties(rb)},
		{"docProps/custom.xml", customProperties(rb)},
		{"word/_rels/document.xml.rels", w.relations()},
		{"word/document.xml", w.String()},
		{"word/footer.xml", footer(d.footer(), d.pages)},
		{"word/numbering.xml", numbering(d.ordered)},
		{"word/settings.xml", settings(rb.Role == "")},
		{"word/styles.xml", d.styles()},
	}
	for i, head := range w.heads {
		parts = append(parts, part{"word/header" + strconv.Itoa(i+1) + ".xml", header(cut(line(d.title()), 80), cut(line(head), 60))})
	}
	if w.picture != nil {
		parts = append(parts, part{"word/media/logo.png", string(w.picture.data)})
	}
	return parts
}

// styles is the part with the styles, in the colours of this document.
func (d *document) styles() string {
	names := []string{
		`"ACCENT"`, `"` + d.accent + `"`, `"INK"`, `"` + ink + `"`, `"SOFT"`, `"` + soft + `"`, `"RULE"`, `"` + rule + `"`,
		`"WASH"`, `"` + wash + `"`, `"TEXTWIDTH"`, `"` + strconv.Itoa(d.paper.text()) + `"`,
	}
	out := strings.NewReplacer(append(names, d.contentsStyle()...)...).Replace(styles)
	if d.rb.Role != "" {
		out = d.close.compact(out)
	}
	return out
}

// accent returns the profile's colour as RRGGBB, else the default.
func accent(s string) string {
	if ok, _ := regexp.MatchString(`^#[0-9a-fA-F]{6}$`, s); ok {
		return strings.ToUpper(s[1:])
	}
	return defaultAccent
}
