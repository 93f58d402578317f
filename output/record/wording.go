package record

import (
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"runbook/output/ooxml"
)

// Wording is what a copy says apart from what is filled in. It finds, beside a
// form made anew, what somebody has changed in the words of a copy. It proves
// nothing where nothing is found.
type Wording struct {
	Date    string // the day that the form speaks of
	Program string // what made it
	Paper   string // of a PDF

	said   []string // pieces of text, in their order
	all    string   // all text of a Word document, also what is filled in
	places bool     // the pieces are pages
	drawn  int      // bytes on them
}

// ReadWording reads the wording of a copy whose name ends in ext.
func ReadWording(ext string, data []byte) (Wording, error) {
	switch ext {
	case ".docx":
		return wordingOfDOCX(data)
	case ".xlsx":
		return wordingOfXLSX(data)
	}
	return wordingOfPDF(data)
}

// Missing lists what a form says and a copy of it does not. Pages are compared as
// they are drawn, so the program that saved a PDF may have drawn them all anew:
// where most are others, nothing can be said of any.
func (w Wording) Missing(form Wording) []string {
	has := map[string]bool{}
	for _, s := range w.said {
		has[unspaced(s)] = true
	}
	noted := func(key string) bool { // in a workbook a note stands behind what it is about
		for s := range has {
			if strings.HasPrefix(s, key+"(") {
				return true
			}
		}
		return false
	}
	var list []string
	for i, s := range form.said {
		key := unspaced(s)
		if has[key] || key == "" || noted(key) || w.all != "" && strings.Contains(w.all, key) || !form.places && slices.Contains(list, s) {
			continue
		}
		if form.places {
			s = fmt.Sprintf("page %d", i+1)
		}
		list = append(list, s)
	}
	if form.places && (len(w.said) != len(form.said) || 2*len(list) > len(form.said)) {
		return nil
	}
	return list
}

// unspaced leaves out what programs break lines at.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// about notes when and by what the form was made.
func (w *Wording) about(name, value string) {
	switch name {
	case ooxml.PropertyDate:
		w.Date = strings.TrimSpace(value)
	case ooxml.PropertyProgram:
		w.Program = strings.TrimSpace(value)
	}
}

func wordingOfDOCX(data []byte) (Wording, error) {
	var w Wording
	o, err := openOffice(wordDocument, data)
	if err != nil {
		return w, err
	}
	if err := o.properties(w.about); err != nil {
		return w, err
	}
	name, err := o.main("word/document.xml", "document")
	if err != nil {
		return w, err
	}
	return w, o.part(name, w.document)
}

// document collects the pieces of text between the controls of a document, and
// all its text. Fields, such as the page numbers of the contents, are no words.
func (w *Wording) document(d *xml.Decoder) error {
	var all, piece strings.Builder
	inText, controls, fields := false, 0, 0
	end := func() {
		if s := squeeze(piece.String()); s != "" {
			w.said = append(w.said, s)
		}
		piece.Reset()
	}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			w.all = unspaced(all.String())
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sdt":
				end()
				controls++
			case "p":
				end()
			case "tab", "br":
				piece.WriteByte(' ')
			case "t":
				inText = true
			case "fldChar":
				end()
				for _, a := range t.Attr {
					switch {
					case a.Name.Local == "fldCharType" && a.Value == "begin":
						fields++
					case a.Name.Local == "fldCharType" && a.Value == "end":
						fields--
					}
				}
			case "fldSimple":
				end()
				fields++
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "sdt":
				end()
				controls--
			case "p":
				end()
			case "t":
				inText = false
			case "fldSimple":
				end()
				fields--
			}
		case xml.CharData:
			if !inText {
				continue
			}
			all.Write(t)
			if controls == 0 && fields == 0 {
				piece.Write(t)
			}
		}
	}
}

func wordingOfXLSX(data []byte) (Wording, error) {
	var w Wording
	o, err := openOffice(excelWorkbook, data)
	if err != nil {
		return w, err
	}
	if err := o.properties(w.about); err != nil {
		return w, err
	}
	name, err := o.main("xl/workbook.xml", "workbook")
	if err != nil {
		return w, err
	}
	book, err := openWorkbook(o, name)
	if err != nil {
		return w, err
	}
	for _, part := range book.sheets {
		err := book.rows(part, func(cells row) bool {
			for _, c := range cells {
				w.said = append(w.said, c.text)
			}
			return true
		})
		if err != nil {
			return w, err
		}
	}
	return w, nil
}

func wordingOfPDF(data []byte) (Wording, error) {
	w := Wording{places: true}
	f, err := openPDF(data)
	if err != nil {
		return w, err
	}
	values := f.fields()
	for _, name := range []string{ooxml.PropertyDate, ooxml.PropertyProgram} {
		w.about(name, values[name].text)
	}
	root, _ := f.resolve(f.trailer["Root"]).(dict)
	return w, f.pages(&w, root["Pages"], 0)
}

// pages collects what is drawn on each page.
func (f *pdfFile) pages(w *Wording, o object, depth int) error {
	d, _ := f.resolve(o).(dict)
	if d == nil || depth > deepest || len(w.said) > mostParts {
		return nil
	}
	if box, _ := f.resolve(d["MediaBox"]).(array); len(box) == 4 && w.Paper == "" {
		if width, _ := f.resolve(box[2]).(float64); width > 600 {
			w.Paper = "letter"
		}
	}
	if kids, _ := f.resolve(d["Kids"]).(array); kids != nil {
		for _, k := range kids {
			if err := f.pages(w, k, depth+1); err != nil {
				return err
			}
		}
		return nil
	}
	sum := sha256.New()
	parts, isList := f.resolve(d["Contents"]).(array)
	if !isList {
		parts = array{d["Contents"]}
	}
	for _, p := range parts {
		s, _ := f.resolve(p).(*stream)
		if s == nil {
			continue
		}
		drawn, err := s.decode(f)
		if err != nil {
			return err
		}
		if w.drawn += len(drawn); w.drawn > 4*largest {
			return errors.New("the PDF has too much on its pages")
		}
		sum.Write(drawn)
	}
	w.said = append(w.said, fmt.Sprintf("%x", sum.Sum(nil)))
	return nil
}
