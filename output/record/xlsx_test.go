package record_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/record"
	"runbook/output/sheet"
)

func workbook(t *testing.T, rb *generator.Runbook) []byte {
	t.Helper()
	data, err := sheet.XLSX(rb, "a4")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// edit changes a workbook as somebody does who works with it.
func edit(t *testing.T, data []byte, change func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := change(f); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestReadXLSX(t *testing.T) {
	t.Parallel()
	data := edit(t, workbook(t, generatortest.Small()), func(f *excelize.File) error {
		for cell, v := range map[string]any{"J5": "In progress", "L5": " ab ", "J6": "done", "K6": 46399, "L6": "Ł.Ż.", "M6": "1 & 2", "N6": evidence, "K7": "last week"} {
			if err := f.SetCellValue("Tracker", cell, v); err != nil {
				return err
			}
		}
		// People move things about.
		if err := f.SetSheetName("Tracker", "CMG"); err != nil {
			return err
		}
		return f.InsertRows("CMG", 3, 2)
	})
	want := record.Copy{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Shown: -1, Entries: map[string]map[string]record.Values{"items": {
		"0.1": {"status": "in-progress", "by": "ab", "date": "", "evidence": "", "verified": ""},
		"1.1": {"status": "done", "by": "Ł.Ż.", "date": "2027-01-12", "evidence": evidence, "verified": "1 2"},
		"2.1": {"status": "", "by": "", "date": "last week", "evidence": "", "verified": ""},
	}}}
	got, err := record.ReadXLSX(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	bare := rezip(t, data, "docProps/custom.xml", func(string) string { return "<Properties/>" })
	if got, err = record.ReadXLSX(bare); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("without properties (-want +got)\n%s", diff)
	}
}

func TestReadXLSXSavedByLibreOffice(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/office/libreoffice.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := record.ReadXLSX(data)
	if err != nil {
		t.Fatal(err)
	}
	want := record.Copy{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Shown: -1, Entries: map[string]map[string]record.Values{"items": {
		"0.1": {"status": "in-progress", "by": "ab", "date": "", "evidence": ""},
		"1.1": {"status": "done", "by": "Ł.Ż.", "date": "2027-01-12", "evidence": evidence},
	}}}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadXLSXRefuses(t *testing.T) {
	t.Parallel()
	good := workbook(t, generatortest.Small())
	var other bytes.Buffer
	if err := excelize.NewFile().Write(&other); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", "no Excel workbook", nil},
		{"cut off", "damaged", good[:len(good)/2]},
		{"protected", "password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on")},
		{"a Word document", "no Excel workbook", word(t, generatortest.Small())},
		{"somebody else's", "no tracker", other.Bytes()},
		{"one number twice", "two rows with the number 1.1", edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Tracker", "A5", "1.1") })},
		{"a state of one's own", `item 0.1 has the status "Finished"`, edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Tracker", "J5", "Finished") })},
		{"checks in words", `item 0.1 has "all" under Checks`, edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Tracker", "M5", "all") })},
		{"a decision half confirmed", `decision gateway.name has "maybe"`, edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Decisions", "E6", "maybe") })},
		{"a result of one's own", `the gate of phase 1 has the result "nearly"`, edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Signatures", "C15", "nearly") })},
		{"no word on its origin", "does not say which runbook", rezip(t, edit(t, good, func(f *excelize.File) error {
			for _, sheet := range f.GetSheetList() {
				if err := f.SetCellStr(sheet, "A2", ""); err != nil {
					return err
				}
			}
			return nil
		}), "docProps/custom.xml", func(string) string { return "<Properties/>" })},
	} {
		if got, err := record.ReadXLSX(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, %v, want an error about %q", tt.name, got, err, tt.want)
		}
	}
}
