package output_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"testing"

	"runbook/generator"
	"runbook/output/pdf"
)

// A role sheet is for somebody who comes for an hour. That of the Global
// Administrator is one sheet of paper, printed on both sides.
func TestSheetsAreShort(t *testing.T) {
	most := map[string]int{"global-admin": 2, "subscription-owner": 4}
	found := 0
	eachSample(t, func(name string, w *generator.Workflow, p *generator.Profile) {
		for role, limit := range most {
			if w.Role(role) == nil {
				continue
			}
			rb, err := generator.GenerateSheet(w, p, day, role)
			if err != nil {
				t.Fatal(err)
			}
			for paper, more := range map[string]int{"a4": 0, "letter": 1} { // which is 2 cm shorter
				data, _, err := pdf.Render(rb, pdf.Options{Paper: paper})
				if err != nil {
					t.Fatal(err)
				}
				found++
				if n := pages(data); n < 1 || n > limit+more {
					t.Errorf("%s on %s: the sheet of %s has %d pages, at most %d are wanted", name, paper, role, n, limit+more)
				}
			}
		}
	})
	if found < 30 {
		t.Errorf("only %d sheets", found)
	}
}

// pages counts the pages of a PDF, whose objects are packed in streams.
func pages(data []byte) int {
	n := 0
	for _, part := range bytes.Split(data, []byte("stream\n"))[1:] {
		z, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		objects, err := io.ReadAll(z)
		if err == nil {
			n += bytes.Count(objects, []byte("/Type/Page/"))
		}
	}
	return n
}
