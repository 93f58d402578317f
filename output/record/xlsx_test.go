package record_test

import (
	"bytes"
	"errors"
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
		"0.1": {"status": "in-progress", "by": "ab", "date": "", "evidence": "", "remark": "", "verified": ""},
		"1.1": {"status": "done", "by": "Ł.Ż.", "date": "2027-01-12", "evidence": evidence, "remark": "", "verified": "1 2"},
		"2.1": {"status": "", "by": "", "date": "last week", "evidence": "", "remark": "", "verified": ""},
	}}}
	got, err := record.ReadXLSX(data)
	if err != nil {
		t.Fatal(err)
	}
	if want.Version, want.Texts = "0123456789ab", got.Texts; len(got.Texts) != 2 {
		t.Errorf("texts %q", got.Texts)
	}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	bare := rezip(t, data, "docProps/custom.xml", func(string) string { return "<Properties/>" })
	if got, err = record.ReadXLSX(bare); err != nil {
		t.Fatal(err)
	}
	want.Version, want.Texts = "", nil
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

// Remarks are recorded and shown, those of two workbooks beside each other, and
// say nothing of how far an item is. What stands under Note in a workbook made
// before there were remarks is of people where the program had nothing to say,
// and pointed out where it had.
func TestRemarks(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	write := func(remark string, evidence string) *generator.Runbook {
		rb := today()
		rb.Phases[0].Items[0].Work = generator.Work{Remark: remark, Evidence: evidence}
		return rb
	}
	const xlsx = 2
	r := take(t, s, write("waits for the committee", ""), xlsx, "1.xlsx", record.Neither)
	if r.New != 1 || len(s.Doubts(r, "2027-03-01")) > 0 {
		t.Errorf("%+v %q", r, s.Doubts(r, "2027-03-01"))
	}
	r = take(t, s, write("German text with Eva", "picture 1"), xlsx, "2.xlsx", record.Neither)
	if r.Changed != 1 || len(r.Clashes) > 0 {
		t.Errorf("%+v", r)
	}
	s = reread(t, s)
	rb := today()
	s.Show(rb)
	if got := rb.Phases[0].Items[0].Work; got.Remark != "waits for the committee / German text with Eva" || got.Evidence != "picture 1" {
		t.Errorf("%+v", got)
	}
	if r := take(t, s, rb, xlsx, "3.xlsx", record.Neither); r.Unkept() {
		t.Errorf("what was rendered is new: %+v", r)
	}
	for i, rb := range []*generator.Runbook{write("waits for the committee", ""), write("German text with Eva", "picture 1")} {
		if r := take(t, s, rb, xlsx, []string{"1.xlsx", "2.xlsx"}[i], record.Neither); r.New+r.Changed > 0 || len(r.Clashes) > 0 || strings.Contains(strings.Join(r.Remarks, "\n"), "that it names") {
			t.Errorf("audit: %+v", r)
		}
	}
	rb = today()
	rb.Phases[0].Items[0].Title = "Something else"
	s.Show(rb)
	if got := rb.Phases[0].Items[0].Work; got.Remark == "" || got.Evidence != "" {
		t.Errorf("of a changed item: %+v", got)
	}

	for _, c := range []struct {
		rb     *generator.Runbook
		remark string
		unread int
	}{{today(), "ask Eva", 0}, {rb, "", 1}} {
		old := edit(t, workbook(t, c.rb), func(f *excelize.File) error {
			rows, err := f.GetRows("Tracker")
			if err != nil {
				return err
			}
			for i, head := range rows[3] {
				cell, _ := excelize.CoordinatesToCellName(i+1, 4)
				below, _ := excelize.CoordinatesToCellName(i+1, 6)
				switch head {
				case sheet.ColumnRemarks:
					err = f.SetCellStr("Tracker", cell, "Mine")
				case sheet.ColumnNote:
					err = errors.Join(f.SetCellStr("Tracker", cell, "Note"), f.SetCellStr("Tracker", below, "ask Eva"))
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		got, err := record.ReadXLSX(old)
		if err != nil {
			t.Fatal(err)
		}
		if got.Entries["items"]["1.1"]["remark"] != c.remark || len(got.Unread) != c.unread {
			t.Errorf("%v %v", got.Entries["items"]["1.1"], got.Unread)
		}
		r, err := (&record.Store{}).Take(today(), got, source("4.xlsx"), record.Neither)
		if err != nil || len(r.Remarks) != c.unread {
			t.Errorf("%v %+v", err, r)
		}
	}
}
