package record_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/output/record"
)

// The copies in testdata are the PDF of generatortest.Small, filled and saved
// by other people's programs; README.md there says how.
func TestReadPDFSavedByOthers(t *testing.T) {
	t.Parallel()
	want := record.Copy{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Shown: -1, Entries: map[string]map[string]record.Values{"items": {
		"0.1": {"status": "done", "verified": "", "by": "ab", "date": "", "evidence": ""},
		"1.1": {"status": "done", "verified": "1", "by": "Ł.Ż.", "date": "2027-01-12", "evidence": "App 5e97 (secret in vault) — “ok”"},
	}}}
	for _, file := range []string{"mupdf-update.pdf", "mupdf-anew.pdf", "pypdf.pdf", "qpdf-packed.pdf", "qpdf-linear.pdf"} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile("testdata/" + file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := record.ReadPDF(data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, filledIn(got)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			// A copy that lost its tables, as some mail gateways make it, is
			// searched for its objects.
			broken := bytes.ReplaceAll(data, []byte("startxref"), []byte("startgone"))
			if got, err = record.ReadPDF(broken); err != nil {
				t.Fatalf("without tables: %v", err)
			}
			if diff := cmp.Diff(want, filledIn(got)); diff != "" {
				t.Errorf("without tables: (-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadPDFRefuses(t *testing.T) {
	t.Parallel()
	object := func(root, info string) string {
		return "%PDF-1.4\n1 0 obj\n" + root + "\nendobj\n2 0 obj\n" + info + "\nendobj\ntrailer <</Root 1 0 R/Info 2 0 R>>\n"
	}
	tests := []struct{ name, data, want string }{
		{"no PDF", "hello", "no PDF"},
		{"empty", "", "no PDF"},
		{"damaged", "%PDF-1.4\nnothing here", "damaged"},
		{"another form", object("<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(name)/FT/Tx/V(x)>>]>>>>", "<<>>"), "does not say which runbook"},
		{"no form", object("<</Type/Catalog/Pages 9 0 R>>", "<<>>"), "no form fields: it is no copy"},
		{"printed to a file", object("<</Type/Catalog/Pages 9 0 R>>", "<</RunbookDigest(abc)>>"), "flattened"},
		{"encrypted", strings.Replace(object("<</Type/Catalog/Pages 9 0 R>>", "<<>>"), "trailer <<", "trailer <</Encrypt 3 0 R", 1), "encrypted"},
		{"endless field", object("<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[2 0 R]>>>>", "<</T(v)/Kids[2 0 R]>>"), "no form fields"},
		{"field nobody made", object("<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(runbook.id)/FT/Tx/V(x)>><</T(v.1.1.999999999)/FT/Btn/V/Yes>>]>>>>", "<<>>"), "no runbook has"},
		{"two boxes of which one counts", object("<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(runbook.id)/FT/Tx/V(x)>><</T(done.0.1)/FT/Btn/V/Yes>><</T(block.0.1)/FT/Btn/V/Yes>>]>>>>", "<<>>"), "item 0.1 has both \"blocked\" and \"done\" ticked"},
		{"a book in a field", object("<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(runbook.id)/FT/Tx/V(x)>><</T(evidence.0.1)/FT/Tx/V("+strings.Repeat("x", 5000)+")>>]>>>>", "<<>>"), "item 0.1: evidence is longer than 4000 characters"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := record.ReadPDF([]byte(tt.data))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// Without its tables, of two values of a field the one that was saved last
// counts, wherever the program that saved it put it.
func TestReadPDFSearched(t *testing.T) {
	t.Parallel()
	field := func(v string) string { return "<</T(evidence.0.1)/FT/Tx/V(" + v + ")>>" }
	object := func(n int, v string) string { return fmt.Sprintf("%d 0 obj\n%s\nendobj\n", n, v) }
	packed := func(n int, v string) string {
		return object(n, fmt.Sprintf("<</Type/ObjStm/N 1/First 4/Length %d>>\nstream\n5 0 %s\nendstream", len(v)+4, v))
	}
	catalog := object(1, "<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(runbook.id)/FT/Tx/V(x)>> 5 0 R]>>>>")
	for name, saved := range map[string][2]string{
		"packed, packed":           {packed(7, field("old")), packed(8, field("new"))},
		"packed, a smaller number": {packed(8, field("old")), packed(7, field("new"))},
		"plain, packed":            {object(5, field("old")), packed(7, field("new"))},
		"packed, plain":            {packed(7, field("old")), object(5, field("new"))},
		"plain, plain":             {object(5, field("old")), object(5, field("new"))},
	} {
		data := []byte("%PDF-1.5\n" + catalog + saved[0] + saved[1])
		for range 50 {
			c, err := record.ReadPDF(data)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if got := c.Entries["items"]["0.1"]["evidence"]; got != "new" {
				t.Fatalf("%s: the %q value counts", name, got)
			}
		}
	}
}

// filledIn leaves out what nobody filled in.
func filledIn(c record.Copy) record.Copy {
	kept := map[string]map[string]record.Values{}
	for part, entries := range c.Entries {
		for key, v := range entries {
			for _, s := range v {
				if s == "" {
					continue
				}
				if kept[part] == nil {
					kept[part] = map[string]record.Values{}
				}
				kept[part][key] = v
			}
		}
	}
	c.Entries = kept
	return c
}

// Whatever the file is, reading it ends, without a panic.
func FuzzReadPDF(f *testing.F) {
	for _, file := range []string{"mupdf-update.pdf", "qpdf-packed.pdf"} {
		data, err := os.ReadFile("testdata/" + file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/AcroForm<</Fields[<</T(done.1.1)/FT/Btn/V/Yes>>]>>>>endobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := record.ReadPDF(data); err == nil && !bytes.Contains(data, []byte("%PDF")) {
			t.Error("read something that is no PDF")
		}
	})
}

// A date that can only be meant in one way becomes YYYY-MM-DD; another one
// stays as it was written.
func TestReadDates(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"2027-01-11":       "2027-01-11",
		" 2027-1-11 ":      "2027-01-11",
		"2027/01/11":       "2027-01-11",
		"11 January 2027":  "2027-01-11",
		"11. January 2027": "2027-01-11",
		"Jan 11, 2027":     "2027-01-11",
		"13.1.2027":        "2027-01-13",
		"01/13/2027":       "2027-01-13",
		"5-5-2027":         "2027-05-05",
		"11.1.2027":        "2027-01-11",
		"19.1.27":          "2027-01-19",
		"19. 1. 2027":      "2027-01-19",
		"1.19.2027":        "2027-01-19",
		"1/19/27":          "2027-01-19",
		"5/5/27":           "2027-05-05",
		"1/2/27":           "1/2/27",
		"1/11/2027":        "1/11/2027",
		"13/01/27":         "13/01/27",
		"31.31.2027":       "31.31.2027",
		"30.2.2027":        "30.2.2027",
		"yesterday":        "yesterday",
	} {
		data := "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 9 0 R/AcroForm<</Fields[<</T(runbook.id)/FT/Tx/V(x)>><</T(date.0.1)/FT/Tx/V(" + written + ")>>]>>>>\nendobj\ntrailer <</Root 1 0 R>>\n"
		c, err := record.ReadPDF([]byte(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Entries["items"]["0.1"]["date"]; got != want {
			t.Errorf("%q is read as %q, want %q", written, got, want)
		}
	}
}
