package record

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// workbook is what the cells of all sheets share.
type workbook struct {
	office office
	sheets []string // their parts, in the order of their tabs
	texts  []string // what cells point at by number
	dates  []bool   // by style: whether it shows a number as a date
	first  time.Time
}

// mostTexts is far more than a tracker has.
const mostTexts = 1 << 17

func openWorkbook(o office, name string) (*workbook, error) {
	w := &workbook{office: o, first: time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)}
	relations, err := o.relations(name)
	if err != nil {
		return nil, err
	}
	sheets := map[string]string{}
	for _, r := range relations {
		switch r.kind {
		case "worksheet": // not one of charts
			sheets[r.id] = r.target
		case "sharedStrings":
			err = o.part(r.target, w.readTexts)
		case "styles":
			err = o.part(r.target, w.readStyles)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, o.part(name, func(d *xml.Decoder) error {
		var book struct {
			Properties struct {
				Date1904 string `xml:"date1904,attr"`
			} `xml:"workbookPr"`
			Sheets []struct {
				Relation string `xml:"id,attr"`
			} `xml:"sheets>sheet"`
		}
		if err := d.Decode(&book); err != nil {
			return err
		}
		if v := book.Properties.Date1904; v == "1" || v == "true" {
			w.first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
		}
		for _, s := range book.Sheets {
			if part := sheets[s.Relation]; part != "" {
				w.sheets = append(w.sheets, part)
			}
		}
		return nil
	})
}

// readTexts reads the list of texts.
func (w *workbook) readTexts(d *xml.Decoder) error {
	var text richText
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		text.token(t)
		if end, ok := t.(xml.EndElement); ok && end.Name.Local == "si" {
			w.texts = append(w.texts, text.take())
			if len(w.texts) > mostTexts {
				return errors.New("it has too many texts")
			}
		}
	}
}

// readStyles finds the styles that show a number as a date.
func (w *workbook) readStyles(d *xml.Decoder) error {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := d.Decode(&styles); err != nil {
		return err
	}
	own := map[int]bool{}
	for _, f := range styles.Formats {
		own[f.ID] = dateFormat(f.Code)
	}
	for _, c := range styles.Cells {
		is, ok := own[c.Format]
		w.dates = append(w.dates, is || !ok && builtInDate(c.Format))
	}
	return nil
}

// builtInDate reports whether a format that has only a number is one of
// dates. Those from 27 on are the Far East's.
func builtInDate(n int) bool {
	return n >= 14 && n <= 17 || n == 22 || n >= 27 && n <= 31 || n == 36 || n >= 50 && n <= 58
}

// dateFormat reports whether a format shows a day: it has the letters of one
// outside of quotes, colours and conditions.
func dateFormat(code string) bool {
	if strings.EqualFold(code, "general") {
		return false
	}
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '\\', '_', '*': // the next one is no letter of the format
			i++
		case '"':
			i += 1 + max(strings.IndexByte(code[i+1:], '"'), 0)
		case '[':
			i += 1 + max(strings.IndexByte(code[i+1:], ']'), 0)
		case 'd', 'D', 'y', 'Y':
			return true
		}
	}
	return false
}

// number is what a cell with a number shows, more or less.
func (w *workbook) number(v string, style int) string {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(n) {
		return v
	}
	if style >= 0 && style < len(w.dates) && w.dates[style] && isDay(n) {
		day, fraction := math.Modf(n)
		t := w.first.AddDate(0, 0, int(day)).Add(time.Duration(fraction*24*60+0.5) * time.Minute)
		if fraction == 0 {
			return t.Format(time.DateOnly)
		}
		return t.Format(dayAndTime)
	}
	if math.Abs(n) >= 1e15 {
		return v
	}
	// Excel keeps 17 digits and shows 15, so that 1.1 is no 1.1000000000000001.
	if n, err = strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64); err != nil {
		return v
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

const dayAndTime = "2006-01-02 15:04"

// isDay reports whether a number can be meant as a date.
func isDay(n float64) bool { return n >= 1 && n <= 200000 }

// day is what a cell for a date says, as YYYY-MM-DD: also where the cell
// lost the format of a date. Other text stays as it was typed.
func (w *workbook) day(s string) string {
	if t, err := time.Parse(dayAndTime, s); err == nil {
		return t.Format(time.DateOnly)
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && isDay(n) {
		return w.first.AddDate(0, 0, int(n)).Format(time.DateOnly)
	}
	return s
}
