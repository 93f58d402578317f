package record_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/docx"
	"runbook/output/record"
)

const evidence = "App 5e97 (secret in vault) — “ok” & more"

// rezip returns an Office file with one part changed, or dropped if change
// returns "".
func rezip(t *testing.T, data []byte, name string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	out := zip.NewWriter(&buf)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			if content = []byte(change(string(content))); len(content) == 0 {
				continue
			}
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func word(t *testing.T, rb *generator.Runbook) []byte {
	t.Helper()
	data, err := docx.Render(rb, "a4")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// fillIn does to a control what Word does when somebody fills it in.
func fillIn(t *testing.T, body, tag, value string) string {
	t.Helper()
	before, rest, ok := strings.Cut(body, `<w:tag w:val="`+tag+`"/>`)
	control, after, ok2 := strings.Cut(rest, "</w:sdt>")
	if !ok || !ok2 {
		t.Fatalf("no control %s", tag)
	}
	if value == "" { // a box
		control = strings.NewReplacer(`<w14:checked w14:val="0"/>`, `<w14:checked w14:val="1"/>`, "☐", "☒").Replace(control)
	} else {
		control = strings.NewReplacer("<w:showingPlcHdr/>", "", "\u2003\u2003\u2003\u2003", value).Replace(control)
	}
	return before + `<w:tag w:val="` + tag + `"/>` + control + "</w:sdt>" + after
}

func TestReadDOCX(t *testing.T) {
	t.Parallel()
	data := rezip(t, word(t, generatortest.Small()), "word/document.xml", func(body string) string {
		for _, box := range []string{"done.0.1", "done.1.1", "v.1.1.2"} {
			body = fillIn(t, body, box, "")
		}
		body = fillIn(t, body, "initials.1.1", " Ł.Ż. ")
		body = fillIn(t, body, "date.1.1", "12 January")
		body = strings.Replace(body, `<w:tag w:val="date.1.1"/>`, `<w:tag w:val="date.1.1"/>`, 1)
		return fillIn(t, body, "evidence.1.1", strings.ReplaceAll(evidence, "&", "&amp;"))
	})
	want := record.Copy{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Shown: -1, Entries: map[string]map[string]record.Values{"items": {
		"0.1": {"status": "done", "verified": "", "by": "", "date": "", "evidence": ""},
		"1.1": {"status": "done", "verified": "2", "by": "Ł.Ż.", "date": "12 January", "evidence": evidence},
	}}}
	got, err := record.ReadDOCX(data)
	if err != nil {
		t.Fatal(err)
	}
	if want.Version, want.Texts = "0123456789ab", got.Texts; len(got.Texts) != 2 {
		t.Errorf("texts %q", got.Texts)
	}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	// The day that was picked counts, however the language of the program
	// that saved the file writes it.
	picked := rezip(t, data, "word/document.xml", func(body string) string {
		before, after, _ := strings.Cut(body, `<w:tag w:val="date.1.1"/>`)
		return before + `<w:tag w:val="date.1.1"/>` + strings.Replace(after, "<w:date>", `<w:date w:fullDate="2027-01-12T00:00:00Z">`, 1)
	})
	if got, err = record.ReadDOCX(picked); err != nil || got.Entries["items"]["1.1"]["date"] != "2027-01-12" {
		t.Errorf("date %q, %v", got.Entries["items"]["1.1"]["date"], err)
	}

	// A program that drops the properties leaves what the cover says.
	bare := rezip(t, data, "docProps/custom.xml", func(string) string { return "" })
	if got, err = record.ReadDOCX(bare); err != nil || got.Digest != "ba9876543210" || got.ID != "contoso-cmg" || got.Workflow != "sample" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestReadDOCXSavedByLibreOffice(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/office/libreoffice.docx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := record.ReadDOCX(data)
	if err != nil {
		t.Fatal(err)
	}
	want := record.Copy{Workflow: "sample", ID: "contoso-cmg", Digest: "ba9876543210", Shown: -1, Entries: map[string]map[string]record.Values{"items": {
		"0.1": {"status": "done", "verified": "", "by": "", "date": "", "evidence": ""},
		"1.1": {"status": "done", "verified": "2", "by": "Ł.Ż.", "date": "2027-01-12", "evidence": evidence},
	}}}
	if diff := cmp.Diff(want, filledIn(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadDOCXRefuses(t *testing.T) {
	t.Parallel()
	good := word(t, generatortest.Small())
	body := func(s string) []byte {
		return rezip(t, good, "word/document.xml", func(string) string { return s })
	}
	for _, tt := range []struct {
		name, want string
		data       []byte
	}{
		{"nothing", "no Word document", nil},
		{"a PDF", "no Word document", []byte("%PDF-1.7\n")},
		{"a workbook", "no Word document", workbook(t, generatortest.Small())},
		{"cut off", "damaged", good[:len(good)/2]},
		{"protected", "password", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on")},
		{"no document in it", "no Word document", body("")},
		{"broken XML", "damaged", body("<w:document><w:body>")},
		{"controls dropped", "content controls", body("<document/>")},
		{"nested without end", "damaged", body("<document>" + strings.Repeat("<sdt>", 1000))},
		{"somebody else's", "does not say which runbook", rezip(t, body(`<document><t>hello</t></document>`), "docProps/custom.xml", func(string) string { return "" })},
	} {
		if got, err := record.ReadDOCX(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, %v, want an error about %q", tt.name, got, err, tt.want)
		}
	}
}

func FuzzReadDOCX(f *testing.F) {
	for _, s := range []string{
		`<document><sdt><sdtPr><tag val="done.1.1"/><checkbox xmlns="http://schemas.microsoft.com/office/word/2010/wordml"><checked val="1"/></checkbox></sdtPr></sdt></document>`,
		`<d><sdt><sdtPr><alias val="1.1 check 9"/></sdtPr><sdt><sdtPr><checkbox/></sdtPr></sdt></sdt></d>`,
		`<d><sdt><sdtPr><tag val="v.1.1.999999999999999999999"/></sdtPr></sdt></d>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		var buf bytes.Buffer
		z := zip.NewWriter(&buf)
		for name, content := range map[string]string{"word/document.xml": body, "docProps/custom.xml": `<Properties><property name="runbook.digest"><lpwstr>ba9876543210</lpwstr></property></Properties>`} {
			w, err := z.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(w, content); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := record.ReadDOCX(buf.Bytes())
		if err != nil && r.Entries != nil {
			t.Error("both a record and an error")
		}
	})
}
