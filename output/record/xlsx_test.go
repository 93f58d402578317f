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
	data, err := sheet.XLSX(rb)
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
		for cell, v := range map[string]any{"J5": "In progress", "L5": " ab ", "J6": "done", "K6": 46399, "L6": "Ł.Ż.", "M6": evidence, "K7": "last week"} {
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
	want := record.Record{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Items: map[string]record.Entry{
		"0.1": {Initials: "ab"},
		"1.1": {Done: true, Initials: "Ł.Ż.", Date: "2027-01-12", Evidence: evidence},
		"2.1": {Date: "last week"},
	}}
	got, err := record.ReadXLSX(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	bare := rezip(t, data, "docProps/custom.xml", func(string) string { return "<Properties/>" })
	if got, err = record.ReadXLSX(bare); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
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
	want := record.Record{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Items: map[string]record.Entry{
		"0.1": {Initials: "ab"},
		"1.1": {Done: true, Initials: "Ł.Ż.", Date: "2027-01-12", Evidence: evidence},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadXLSXRoundTrip(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Before.Items[0].Done = &generator.Done{By: "=cmd (阿部)", Date: "2027-01-11", Evidence: `picture 3 (see "vault\x" <b>, _x0041_x0042_)`}
	got, err := record.ReadXLSX(workbook(t, rb))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]record.Entry{"0.1": {Done: true, Initials: "=cmd (阿部)", Date: "2027-01-11", Evidence: `picture 3 (see "vault\x" <b>, _x0041_x0042_)`}}
	if diff := cmp.Diff(want, got.Items); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got, err := record.ReadXLSX(workbook(t, generatortest.Small())); err != nil || len(got.Items) != 0 {
		t.Errorf("an empty form gave %v, %v", got.Items, err)
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
		{"no word on its origin", "does not say which runbook", rezip(t, edit(t, good, func(f *excelize.File) error { return f.SetCellStr("Tracker", "A2", "") }), "docProps/custom.xml", func(string) string { return "<Properties/>" })},
	} {
		if got, err := record.ReadXLSX(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, %v, want an error about %q", tt.name, got, err, tt.want)
		}
	}
}
