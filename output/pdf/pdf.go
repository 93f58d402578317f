// Package pdf renders a Runbook as a printable, fillable, tagged PDF, in pure
// Go and without anything outside the program.
//
// It goes from the Runbook to strips of content (flow.go), divides them among
// pages (paginate.go), draws them with marks for assistive technology
// (canvas.go) and puts the file together with its fields and tags
// (finish.go). fpdf subsets and embeds the faces and holds the pages. What is
// in the Runbook is not questioned here: the package lays out and never
// decides. It reads no clock and no file but those embedded in it, so that
// the same Runbook gives the same bytes.
package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"runbook/generator"
)

// Options says how the document is printed.
type Options struct {
	Paper string // "a4" (also for "") or "letter"
}

// Render returns the PDF of a Runbook. The warnings are for the person at the
// keyboard; the document is whole in spite of them.
func Render(rb *generator.Runbook, o Options) (data []byte, warnings []string, err error) {
	name := strings.ToLower(o.Paper)
	if name == "" {
		name = "a4"
	}
	p, ok := papers[name]
	if !ok {
		return nil, nil, fmt.Errorf("unknown paper %q: there is a4 and letter", o.Paper)
	}
	d := lay(rb, p)
	data, err = d.render()
	if err == nil {
		err = d.fonts.err
	}
	if err != nil {
		return nil, nil, err
	}
	if w := d.fonts.warning(); w != "" {
		d.warnings = append(d.warnings, w)
	}
	return data, d.warnings, nil
}

// lay makes the document up to its pages.
func lay(rb *generator.Runbook, p paper) *document {
	if rb.Role != "" {
		return roleSheet(rb, p)
	}
	d := newDocument(rb, p)
	d.build()
	for i := range d.sections {
		d.sheets = append(d.sheets, layOut(d.sections[i], d.paper)...)
	}
	return d
}

// render draws the pages and returns the file.
func (d *document) render() ([]byte, error) {
	for i, sh := range d.sheets {
		for _, p := range sh.placed {
			for _, a := range p.strip.anchor {
				d.places[a] = place{i + 1, p.top}
			}
		}
	}
	f := d.container()
	c := d.canvas
	for i, sh := range d.sheets {
		f.AddPage()
		c.startPage()
		if i == 0 {
			d.notes()
		}
		sh.draw(c)
		d.running(c, sh.section, i+1, len(d.sheets))
		c.done = append(c.done, bytes.Clone(c.endPage()))
	}
	d.scratch(f)
	var raw bytes.Buffer
	if err := f.Output(&raw); err != nil {
		return nil, fmt.Errorf("write the PDF: %w", err)
	}
	return d.finish(raw.Bytes())
}

// container makes the fpdf document.
func (d *document) container() *fpdf.Fpdf {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: d.paper.w, Ht: d.paper.h}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false)                  // pages are packed in finish, all by one writer
	f.SetCreationDate(time.Unix(0, 0).UTC()) // replaced in finish
	f.SetModificationDate(time.Unix(0, 0).UTC())
	d.logo.register(f)
	return f
}

// scratch sets every character in use on a page of its own, from which fpdf
// learns what to put into the subset faces. The page is dropped in finish.
func (d *document) scratch(f *fpdf.Fpdf) {
	f.AddPage()
	for _, fc := range d.canvas.fonts {
		// fpdf writes into the bytes of a face it subsets.
		f.AddUTF8FontFromBytes(fc.name, "", bytes.Clone(fc.data))
		f.SetFont(fc.name, "", 10)
		f.Text(0, 0, string(slices.Sorted(maps.Keys(d.canvas.used[fc]))))
	}
}
