package record_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"runbook/generator/generatortest"
	"runbook/output/record"
)

// What a form says and a copy does not is found, whatever is filled in, and in
// nothing else: not in what another program saved, and not in what stands around
// the entries of a record.
func TestWording(t *testing.T) {
	t.Parallel()
	missing := func(ext string, form, is []byte) []string {
		t.Helper()
		a, err := record.ReadWording(ext, form)
		if err != nil {
			t.Fatal(err)
		}
		b, err := record.ReadWording(ext, is)
		if err != nil {
			t.Fatal(err)
		}
		if a.Date != "2026-11-23" || b.Date != a.Date {
			t.Errorf("%s: dates %q and %q", ext, a.Date, b.Date)
		}
		return b.Missing(a)
	}
	blank, filled := map[string][]byte{}, map[string][]byte{}
	for _, f := range forms {
		var err error
		if blank["."+f.name], err = f.render(generatortest.Small()); err != nil {
			t.Fatal(err)
		}
		rb := generatortest.Filled()
		rb.Document.PreparedBy, rb.Document.Replaces = "", ""
		if filled["."+f.name], err = f.render(rb); err != nil {
			t.Fatal(err)
		}
		if got := missing("."+f.name, blank["."+f.name], blank["."+f.name]); got != nil {
			t.Errorf("%s: of itself: %q", f.name, got)
		}
	}
	for _, ext := range []string{".docx", ".xlsx"} {
		if got := missing(ext, blank[ext], filled[ext]); got != nil {
			t.Errorf("%s: filled in: %q", ext, got)
		}
	}
	word := rezip(t, filled[".docx"], "word/document.xml", func(s string) string {
		return replaced(t, replaced(t, s, ">Register the server app<", ">Forget the server app<"), "The app is listed.", "It is not.")
	})
	excel := edit(t, filled[".xlsx"], func(f *excelize.File) error { return f.SetCellValue("Tracker", "B6", "Forget the server app") })
	rb := generatortest.Small()
	rb.Phases[0].Items[0].Verify[0] = "The app is gone."
	drawn, err := forms[0].render(rb)
	if err != nil {
		t.Fatal(err)
	}
	for ext, c := range map[string]struct {
		data []byte
		want []string
	}{".docx": {word, []string{"Register the server app", "1.1 Register the server app", "The app is listed."}}, ".xlsx": {excel, []string{"Register the server app"}}, ".pdf": {drawn, []string{"page 6"}}} {
		if diff := cmp.Diff(c.want, missing(ext, blank[ext], c.data)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", ext, diff)
		}
	}
}

func replaced(t *testing.T, s, from, to string) string {
	t.Helper()
	out := strings.ReplaceAll(s, from, to)
	if out == s {
		t.Fatalf("there is no %q", from)
	}
	return out
}
