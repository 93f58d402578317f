package sheet_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/ooxml"
	"runbook/output/ooxml/ooxmltest"
	"runbook/output/sheet"
)

func render(t *testing.T, rb *generator.Runbook) []byte {
	t.Helper()
	data, err := sheet.XLSX(rb, "a4")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func open(t *testing.T, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// sample is the common sample with one item done.
func sample() *generator.Runbook {
	rb := generatortest.Small()
	rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "AB", Date: "2027-01-11", Evidence: "Ticket 4711"}
	return rb
}

func hostile() *generator.Runbook {
	rb := sample()
	rb.Title = "=HYPERLINK(\"http://evil.example\") & <script>alert(1)</script> " + strings.Repeat("&", 200)
	rb.Organization = "@SUM(1+1)*cmd|' /C calc'!A0"
	rb.Document.Classification = "&P&N\x00\x0b"
	rb.Before.Items[0].Title = "+1\x00\x08\u202eevil\u2066 _x0041_ " + strings.Repeat("語", 40) + strings.Repeat("w", 400)
	rb.Before.Items[0].People = []generator.Person{{Name: "\t=1+1"}, {Name: "-2+3"}, {Name: "@everyone"}}
	rb.Before.Items[0].Evidence = "=1+1"
	rb.Before.Items[0].Work.Evidence = "\r\n=1+1\xff"
	rb.Decisions[0].Value = strings.Repeat("=", 40000)
	rb.Document.Accent = `#12345"/><x`
	return rb
}

func TestXLSX(t *testing.T) {
	t.Parallel()
	data := render(t, sample())
	ooxmltest.GoldenParts(t, "testdata/small.xlsx", data)
	for range 10 {
		if !bytes.Equal(data, render(t, sample())) {
			t.Fatal("the same runbook gave other bytes")
		}
	}
}

func TestTracker(t *testing.T) {
	t.Parallel()
	f := open(t, render(t, sample()))
	if diff := cmp.Diff([]string{"Tracker", "Progress", "Warnings", "Decisions", "Signatures", "Deviations", "Initials"}, f.GetSheetList()); diff != "" {
		t.Error(diff)
	}
	rows, err := f.GetRows("Tracker")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"No.", "Item", "Phase", "Role", "Person", "Needs", "Hands-on hours", "Planned", "Due", "Status", "Done on", "Initials", "Checks", "Evidence", "Remarks", "Key"}, rows[3][:16]); diff != "" {
		t.Errorf("heads (-want +got)\n%s", diff)
	}
	want := []string{"0.1", "Check that the names are free", "0 Before you begin", "Subscription Owner", "Cloud platform team, @everyone <img src=x onerror=alert(1)> ](http://evil.example) #1 | `x`", "", "0:20 ", "2027-01-11", "2027-01-11", "Done", "2027-01-11", "AB", "", "Ticket 4711", "", "sample/check-names"}
	if diff := cmp.Diff(want, rows[4][:16]); diff != "" {
		t.Errorf("first row (-want +got)\n%s", diff)
	}
	for _, p := range []struct{ name, value string }{{ooxml.PropertyWorkflow, "sample"}, {ooxml.PropertyID, "contoso-cmg"}, {ooxml.PropertyDigest, "ba9876543210"}} {
		if !strings.Contains(ooxmltest.Unzip(t, render(t, sample()))["docProps/custom.xml"], `name="`+p.name+`"><vt:lpwstr>`+p.value+`<`) {
			t.Errorf("property %s is not %s", p.name, p.value)
		}
	}
}

func TestPaper(t *testing.T) {
	t.Parallel()
	data, err := sheet.XLSX(sample(), "letter")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(ooxmltest.Unzip(t, data)["xl/worksheets/sheet1.xml"], `paperSize="1"`) {
		t.Error("the paper is not Letter")
	}
	if _, err := sheet.XLSX(sample(), "a5"); err == nil {
		t.Error("a5 was taken")
	}
}

func TestRole(t *testing.T) {
	t.Parallel()
	f := open(t, render(t, sample().ForRole("global-admin")))
	title, err := f.GetCellValue("Tracker", "A1")
	if err != nil || title != "Tracker – Global Administrator – Contoso internet-based clients" {
		t.Errorf("title %q, %v", title, err)
	}
	rows, err := f.GetRows("Tracker")
	if err != nil || len(rows) != 5 || rows[4][0] != "1.1" {
		t.Errorf("rows %v, %v", rows, err)
	}
}

// A runbook in which a role has only something to look up has no rows, and
// Excel has no table without rows.
func TestNoItems(t *testing.T) {
	t.Parallel()
	rb := sample()
	rb.Before.Items, rb.Phases = nil, nil
	data := render(t, rb)
	ooxmltest.Validate(t, "empty.xlsx", data)
}

// Every part is XML, and the only formulas are those of the Progress sheet.
func TestHostileText(t *testing.T) {
	t.Parallel()
	formula := regexp.MustCompile(`<f[ >]`)
	for name, content := range ooxmltest.Unzip(t, render(t, hostile())) {
		d := xml.NewDecoder(strings.NewReader(content))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
		if strings.ContainsAny(content, "\x00\x08\u202e\u2066") {
			t.Errorf("%s has characters that it should not", name)
		}
		if strings.HasPrefix(name, "xl/worksheets/") && name != "xl/worksheets/sheet2.xml" && formula.MatchString(content) {
			t.Errorf("%s has a formula", name)
		}
	}
	// What looks like Excel's code for a letter stays as it was typed.
	title, err := open(t, render(t, hostile())).GetCellValue("Tracker", "B5")
	if err != nil || !strings.HasPrefix(title, "+1evil _x0041_ 語") {
		t.Errorf("title %q, %v", title, err)
	}
}

func TestOfficeTakesIt(t *testing.T) {
	t.Parallel()
	ooxmltest.Validate(t, "small.xlsx", render(t, sample()))
	ooxmltest.Validate(t, "hostile.xlsx", render(t, hostile()))
	ooxmltest.Validate(t, "role.xlsx", render(t, sample().ForRole("global-admin")))
}

// The formulas count what somebody entered.
func TestProgressCounts(t *testing.T) {
	t.Parallel()
	f := open(t, render(t, sample()))
	for cell, v := range map[string]string{"J6": "Done", "J7": "Waiting"} {
		if err := f.SetCellStr("Tracker", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	// LibreOffice believes the results in the file; without them it calculates.
	if err := f.UpdateLinkedValue(); err != nil {
		t.Fatal(err)
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	// The last number of the filter's options is the sheet.
	path := ooxmltest.Convert(t, "filled.xlsx", buf.Bytes(), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "csv")
	out, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"1 Configure Microsoft Entra ID,1,0,0,0,0,1,0,100%,12:45:00 AM,12:00:00 AM,0",
		"2 Set up the CMG,1,0,0,1,0,0,0,0%,12:10:00 AM,12:10:00 AM,0",
		"All,3,0,0,1,0,2,0,66.6666666666667%,01:15:00 AM,12:10:00 AM,0",
		"Global Administrator,1,0,0,0,0,1,0,100%,12:45:00 AM,12:00:00 AM,0",
	} {
		if !strings.Contains(string(out), line) {
			t.Errorf("no line %q in\n%s", line, out)
		}
	}
}

func TestCSV(t *testing.T) {
	t.Parallel()
	data, err := sheet.CSV(sample())
	if err != nil {
		t.Fatal(err)
	}
	generatortest.Golden(t, "testdata/small.csv", data)
}

func TestCSVGuard(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                 "",
		"plain":            "plain",
		"a=1":              "a=1",
		"=1+1":             "'=1+1",
		"+1":               "'+1",
		"-1":               "'-1",
		"@SUM(1)":          "'@SUM(1)",
		"\t=1":             "'=1",
		"\tx":              "'x",
		"\rx":              "'x",
		"\nx":              "'x",
		"  =1":             "'  =1",
		"\u200b\ufeff=1":   "'=1",
		"＝1":               "'＝1",
		"'=1":              "'=1",
		"a\r\n=1":          "a =1",
		`say "hi", <b>\x0`: `say "hi", <b>\x0`,
		"\u202e=1":         "'=1",
		"@everyone":        "'@everyone",
		"\u05e9\u200e":     "\u05e9",
	} {
		rb := sample()
		rb.Before.Items[0].Title = in
		data, err := sheet.CSV(rb)
		if err != nil {
			t.Fatal(err)
		}
		rest, ok := bytes.CutPrefix(data, []byte("\ufeff"))
		if !ok || strings.Contains(strings.ReplaceAll(string(rest), "\r\n", ""), "\n") {
			t.Errorf("%q: no byte order mark, or a line that does not end with CR LF", in)
		}
		rows, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[1][1]; got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func BenchmarkXLSX(b *testing.B) {
	rb := generatortest.Small()
	item := rb.Phases[0].Items[0]
	for range 42 { // a rollout as they are
		rb.Phases[0].Items = append(rb.Phases[0].Items, item)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := sheet.XLSX(rb, "a4"); err != nil {
			b.Fatal(err)
		}
	}
}
