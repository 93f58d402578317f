package record

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"runbook/output/ooxml"
)

// row is the cells of a row that are not empty, as they stand in the file.
type row []cell

// cell is a cell with what it shows, on one line.
type cell struct {
	column int // from 1
	text   string
}

// at returns the text in a column.
func (r row) at(column int) string {
	for _, c := range r {
		if c.column == column {
			return c.text
		}
	}
	return ""
}

const mostColumns = 16384 // Excel's own limit

// rows hands over the rows of a sheet, as long as take wants more.
func (w *workbook) rows(part string, take func(row) bool) error {
	return w.office.part(part, func(d *xml.Decoder) error {
		s := sheetReader{book: w, take: take}
		for {
			t, err := d.Token()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
			if more, err := s.token(t); err != nil || !more {
				return err
			}
		}
	})
}

// sheetReader puts rows together.
type sheetReader struct {
	book   *workbook
	take   func(row) bool
	inData bool // in the part of the sheet that has the cells

	row    row
	column int // of the cell
	kind   string
	style  int
	value  strings.Builder
	inV    bool
	text   richText
}

// token takes the next token and reports whether it wants another one.
func (s *sheetReader) token(t xml.Token) (bool, error) {
	s.text.token(t)
	switch t := t.(type) {
	case xml.StartElement:
		switch {
		case t.Name.Local == "sheetData":
			s.inData = true
		case !s.inData:
		case t.Name.Local == "row":
			s.row, s.column = nil, 0
		case t.Name.Local == "c":
			return true, s.begin(t)
		case t.Name.Local == "v":
			s.inV = true
		}
	case xml.CharData:
		if s.inV {
			s.value.Write(t)
		}
	case xml.EndElement:
		switch {
		case !s.inData:
		case t.Name.Local == "sheetData":
			return false, nil
		case t.Name.Local == "row":
			return s.take(s.row), nil
		case t.Name.Local == "c":
			return true, s.end()
		case t.Name.Local == "v":
			s.inV = false
		}
	}
	return true, nil
}

// begin takes the head of a cell. Not every program says where a cell is;
// then it is the one after the last.
func (s *sheetReader) begin(e xml.StartElement) error {
	s.column++
	s.kind, s.style = "", -1
	s.value.Reset()
	s.text.take()
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "r":
			s.column = columnOf(a.Value)
		case "t":
			s.kind = a.Value
		case "s":
			if n, err := strconv.Atoi(a.Value); err == nil {
				s.style = n
			}
		}
	}
	if s.column < 1 || s.column > mostColumns || len(s.row) >= mostColumns {
		return errors.New("a cell is in no column")
	}
	return nil
}

// end adds the cell to its row, if there is anything in it.
func (s *sheetReader) end() error {
	text, v := "", s.value.String()
	switch s.kind {
	case "inlineStr":
		text = s.text.take()
	case "s":
		if v == "" {
			break
		}
		n, err := strconv.Atoi(strings.TrimSpace(v))
		if err != nil || n < 0 || n >= len(s.book.texts) {
			return fmt.Errorf("a cell has the text number %.20q, which there is not", v)
		}
		text = s.book.texts[n]
	case "b":
		text = map[string]string{"0": "FALSE", "1": "TRUE"}[strings.TrimSpace(v)]
	case "d": // a day, and a time that nobody asks for
		text, _, _ = strings.Cut(squeeze(v), "T")
	case "", "n":
		text = s.book.number(strings.TrimSpace(v), s.style)
	default: // the result of a formula, or an error
		text = squeeze(ooxml.Unquote(v))
	}
	if text != "" {
		s.row = append(s.row, cell{s.column, text})
	}
	return nil
}

// columnOf returns the column of a cell called such as "AB12", 0 if there is
// none of that name.
func columnOf(name string) int {
	n := 0
	for i := range len(name) {
		c := name[i] &^ 0x20 // also in lower case
		if c < 'A' || c > 'Z' {
			return n
		}
		if n = n*26 + int(c-'A') + 1; n > mostColumns {
			return 0
		}
	}
	return n
}

// richText collects the text of a cell from its runs. How Japanese names are
// read aloud stands among them and does not belong to it.
type richText struct {
	strings.Builder
	inText, aside bool
}

func (r *richText) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		r.inText = r.inText || t.Name.Local == "t"
		r.aside = r.aside || t.Name.Local == "rPh"
	case xml.EndElement:
		r.inText = r.inText && t.Name.Local != "t"
		r.aside = r.aside && t.Name.Local != "rPh"
	case xml.CharData:
		if r.inText && !r.aside {
			r.Write(t)
		}
	}
}

// take returns the text on one line and begins the next one. Done once for
// a text, however many cells have it.
func (r *richText) take() string {
	s := squeeze(ooxml.Unquote(r.String()))
	r.Reset()
	return s
}

// squeeze puts a text on one line, with one space between words.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
