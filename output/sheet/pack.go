package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// properties writes who and what the workbook is about. The custom ones are
// what a filled copy is matched with its runbook by.
func (b *book) properties() {
	rb := b.rb
	stamp := ""
	if t, err := time.Parse(time.DateOnly, rb.Date); err == nil {
		stamp = t.Format(time.RFC3339)
	}
	b.keep(b.f.SetDocProps(&excelize.DocProperties{
		Title: line(rb.Title), Subject: line(rb.Workflow.Title), Creator: line(rb.Organization), LastModifiedBy: line(rb.Organization),
		Category: line(rb.Document.Classification), Description: b.origin(), Identifier: clean(rb.Digest), Language: "en-US",
		Created: stamp, Modified: stamp,
	}))
	b.keep(b.f.SetAppProps(&excelize.AppProperties{Application: "runbook", Company: line(rb.Organization)}))
	for _, p := range []struct{ name, value string }{
		{PropertyWorkflow, rb.Workflow.ID},
		{PropertyID, rb.ID},
		{PropertyDigest, rb.Digest},
		{"runbook.date", rb.Date},
		{"runbook.profile", rb.Profile},
		{"runbook.role", rb.Role},
	} {
		if v := clean(p.value); v != "" {
			b.keep(b.f.SetCustomProps(excelize.CustomProperty{Name: p.name, Value: v}))
		}
	}
	// The results in the file are those of rb.Date; have them made anew.
	b.keep(b.f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: new(true)}))
	b.f.SetActiveSheet(0)
}

// bytes packs the workbook.
func (b *book) bytes() ([]byte, error) {
	b.f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &parcel{w: w} })
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("pack workbook: %w", err)
	}
	return buf.Bytes(), nil
}

// parcel is a zip.Writer whose entries are sorted and carry one fixed time,
// so that the order and the moment of writing leave no trace. The list of
// content types comes first, where programs look that guess a file's type.
type parcel struct {
	w     io.Writer
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

func (p *parcel) Create(name string) (io.Writer, error) {
	p.parts = append(p.parts, &part{name: name})
	return p.parts[len(p.parts)-1], nil
}

// AddFS is what the interface asks for; nothing here calls it.
func (p *parcel) AddFS(fs.FS) error { return errors.ErrUnsupported }

func (p *parcel) Close() error {
	const types = "[Content_Types].xml"
	slices.SortFunc(p.parts, func(a, b *part) int {
		if (a.name == types) != (b.name == types) {
			if a.name == types {
				return -1
			}
			return 1
		}
		return strings.Compare(a.name, b.name)
	})
	z := zip.NewWriter(p.w)
	for _, part := range p.parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := w.Write(typed(part.Bytes())); err != nil {
			return err
		}
	}
	return z.Close()
}

// typed takes back excelize's mark that every formula has a text for its
// result: here all of them have numbers, and a program that trusts the file
// would show and add them as text.
func typed(xml []byte) []byte {
	return bytes.ReplaceAll(xml, []byte(` t="str"><f>`), []byte(`><f>`))
}
