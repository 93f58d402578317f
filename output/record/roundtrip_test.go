package record_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/docx"
	"runbook/output/pdf"
	"runbook/output/record"
	"runbook/output/sheet"
	"runbook/workflows"
)

// forms are the formats that come back.
var forms = []struct {
	name   string
	render func(*generator.Runbook) ([]byte, error)
	read   func([]byte) (record.Copy, error)
}{
	{"pdf", func(rb *generator.Runbook) ([]byte, error) {
		data, _, err := pdf.Render(rb, pdf.Options{})
		return data, err
	}, record.ReadPDF},
	{"docx", func(rb *generator.Runbook) ([]byte, error) { return docx.Render(rb, "") }, record.ReadDOCX},
	{"xlsx", func(rb *generator.Runbook) ([]byte, error) { return sheet.XLSX(rb, "") }, record.ReadXLSX},
}

// source is a copy as the command would name it.
func source(file string) record.Source {
	return record.Source{File: file, SHA256: strings.Repeat("0", 64-len(file)) + strings.Map(func(r rune) rune { return '0' + r%10 }, file), Digest: "ba9876543210", Read: "2027-03-01"}
}

// take renders a runbook, reads it back and takes it over.
func take(t *testing.T, s *record.Store, rb *generator.Runbook, f int, file string, prefer record.Prefer) record.Report {
	t.Helper()
	data, err := forms[f].render(rb)
	if err != nil {
		t.Fatal(err)
	}
	c, err := forms[f].read(data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := s.Take(today(), c, source(file), prefer)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// today is the empty form on a day after all that is filled in.
func today() *generator.Runbook {
	rb := generatortest.Small()
	rb.Date = "2027-03-01"
	return rb
}

func marshal(t *testing.T, s *record.Store) string {
	t.Helper()
	data, err := s.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// reread writes a record and reads it again, as the next run does.
func reread(t *testing.T, s *record.Store) *record.Store {
	t.Helper()
	again, ps := record.ParseStore("contoso.record.yaml", []byte(marshal(t, s)))
	if err := ps.Err(); err != nil {
		t.Fatalf("%v in\n%s", err, marshal(t, s))
	}
	return again
}

// filled is what there is to fill in, filled in. Remarks have a place only in
// the workbook.
func filled(form string) *generator.Runbook {
	rb := generatortest.Filled()
	rb.Record, rb.Written, rb.Doubts = nil, nil, nil
	rb.Document.PreparedBy, rb.Document.Replaces = "", ""
	if form != "xlsx" {
		rb.Decisions[1].Confirmed.Remark = ""
		rb.Before.Items[0].Work.Remark = ""
	}
	return rb
}

// plain is a runbook without what is said about entries.
func plain(rb *generator.Runbook) *generator.Runbook {
	rb.Date, rb.Record, rb.Doubts = "", nil, nil
	for i := range rb.Closing {
		rb.Closing[i].Note = ""
	}
	for _, p := range append([]*generator.Phase{&rb.Before}, &rb.Phases[0], &rb.Phases[1]) {
		p.Signed.Note = ""
		for i := range p.Items {
			p.Items[i].Work.Note = ""
		}
	}
	return rb
}

// Whatever is filled in comes back, from every format, and is shown as it was
// filled in. What is shown is not new: rendering, reading and rendering again
// changes neither the record nor, from the second time on, the document.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for i, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			s := &record.Store{File: "contoso.record.yaml"}
			r := take(t, s, filled(f.name), i, "filled."+f.name, record.Neither)
			if r.New != 13 || r.Changed != 0 || len(r.Clashes)+len(r.Remarks) != 0 {
				t.Errorf("new %d, changed %d\n%q\n%q\n%q", r.New, r.Changed, r.Lines, r.Clashes, r.Remarks)
			}
			s = reread(t, s)
			shown := today()
			if notes := s.Show(shown); len(notes) > 0 {
				t.Errorf("notes %q", notes)
			}
			if diff := cmp.Diff(plain(filled(f.name)), plain(shown)); diff != "" {
				t.Errorf("shown (-filled in +shown)\n%s", diff)
			}

			before := marshal(t, s)
			for j, g := range forms { // also in the others
				again := today()
				s.Show(again)
				if r := take(t, s, again, j, "again."+g.name, record.Neither); r.Unkept() || len(r.Lines) > 0 {
					t.Errorf("%s: %q %q %q", g.name, r.Lines, r.Clashes, r.Remarks)
				}
			}
			if diff := cmp.Diff(before, marshal(t, s)); diff != "" {
				t.Errorf("the record changed\n%s", diff)
			}
		})
	}
}

// An empty form has every field that a record can hold, and nothing in it.
func TestEveryFieldIsInEveryForm(t *testing.T) {
	t.Parallel()
	for _, f := range forms {
		data, err := f.render(generatortest.Small())
		if err != nil {
			t.Fatal(err)
		}
		empty, err := f.read(data)
		if err != nil {
			t.Fatal(err)
		}
		if n := empty.Filled(); n != 0 {
			t.Errorf("%s: %d entries in an empty form", f.name, n)
		}
		if !record.Untouched(data) {
			t.Errorf("%s: the form is not as it was rendered", f.name)
		}
		key := map[bool]string{false: "2", true: "gateway.name"}[f.name == "xlsx"]
		want := map[string]string{
			"document replaces": "value", "document prepared_by": "value", "release dns-admin": "date name signature", "decisions " + key: "by confirmed date",
			"gates 1": "checked_by checked_on conditions date name open_points result signature", "gates 2": "date name open_points result signature",
			"items 1.1": "by date evidence status verified", "deviations 10": "agreed_by date item what why", "people 10": "initials name role specimen", "final accepted": "date name signature",
		}
		if f.name == "xlsx" {
			want["decisions "+key] += " remark"
			want["items 1.1"] += " remark"
		}
		for entry, fields := range want {
			part, key, _ := strings.Cut(entry, " ")
			v := empty.Entries[part][key]
			if v == nil {
				t.Errorf("%s has no %s", f.name, entry)
			}
			for field := range strings.FieldsSeq(fields) {
				if _, ok := v[field]; !ok {
					t.Errorf("%s has no field %s of %s", f.name, field, entry)
				}
			}
			if n := len(strings.Fields(fields)); n != len(v) {
				t.Errorf("%s has %v of %s, want %s", f.name, v, entry, fields)
			}
		}
	}
}

// LibreOffice drops the tags of Word's controls and the labels of dates; all
// that was filled in is found in spite of it.
func TestSavedByLibreOffice(t *testing.T) {
	t.Parallel()
	for i, file := range []string{"", "all-libreoffice.docx", "all-libreoffice.xlsx"} {
		if file == "" {
			continue
		}
		data, err := os.ReadFile("testdata/office/" + file)
		if err != nil {
			t.Fatal(err)
		}
		got, err := forms[i].read(data)
		if err != nil {
			t.Fatal(err)
		}
		if v := got.Entries["items"]["0.1"]; i == 1 { // it writes this into Word documents too, where it means nothing
			v["evidence"] = strings.ReplaceAll(v["evidence"], "_x005F_", "_")
		}
		rb := generatortest.Filled()
		rb.Phases[1].Items[0].Work.Date = "11.1.2027" // as in the files
		ours, err := forms[i].render(rb)
		if err != nil {
			t.Fatal(err)
		}
		want, err := forms[i].read(ours)
		if err != nil {
			t.Fatal(err)
		}
		want.Version, want.Texts = "", nil // the files are of before copies had them
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-as rendered +as saved)\n%s", file, diff)
		}
		if record.Untouched(data) || !record.Untouched(ours) {
			t.Errorf("%s: what LibreOffice saved is taken for what was rendered, or the other way round", file)
		}
	}
}

// The sheets of all roles together make the record of the whole runbook: what
// a sheet calls a check, or an item, the whole calls so too.
func TestSheetsComeBack(t *testing.T) {
	t.Parallel()
	sub, err := fs.Sub(workflows.FS, "cmg-setup")
	if err != nil {
		t.Fatal(err)
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: sub})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../../workflows/cmg-setup/profiles/contoso.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, ps := generator.ParseProfile("contoso.yaml", data, w)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	const day = "2027-03-01"
	whole := func() *generator.Runbook {
		rb, err := generator.Generate(w, p, day)
		if err != nil {
			t.Fatal(err)
		}
		return rb
	}
	filled := whole()
	fill := func(items []generator.Item) {
		for i := range items {
			items[i].Work = generator.Work{Status: generator.StatusDone, By: "AB", Date: "2027-02-01", Evidence: "seen " + items[i].Key}
			for n := range items[i].Verify {
				items[i].Work.Verified = append(items[i].Work.Verified, n+1)
			}
		}
	}
	fill(filled.Before.Items)
	for i := range filled.Phases {
		fill(filled.Phases[i].Items)
	}
	filled.Signers = []generator.Signer{{Initials: "XY", Name: "Nobody here"}, {Initials: "AB", Name: "Ann Berg", Specimen: "AB"}}
	s := &record.Store{File: "contoso.record.yaml"}
	for i, role := range filled.Roles {
		sheet, err := generator.GenerateSheet(w, p, day, role.ID)
		if err != nil {
			t.Fatal(err)
		}
		sheet.TakeWork(filled)
		f := forms[i%len(forms)]
		data, err := f.render(sheet)
		if err != nil {
			t.Fatal(err)
		}
		c, err := f.read(data)
		if err != nil {
			t.Fatal(err)
		}
		if signer := c.Entries["people"]["1"]; len(role.Keys) > 0 && (signer["initials"] != "AB" || signer["name"] != "Ann Berg" || signer["specimen"] != "AB") && f.name != "xlsx" {
			t.Errorf("%s: whose initials are on the sheet: %q", role.ID, signer)
		}
		from := source(role.ID)
		from.Digest = filled.Digest
		r, err := s.Take(whole(), c, from, record.Neither)
		items := slices.DeleteFunc(r.Lines, func(line string) bool { return strings.HasPrefix(line, "Initials ") })
		if err != nil || len(items) != len(role.Keys) || len(r.Clashes) > 0 || c.Role != role.ID {
			t.Errorf("%s: %d of %d items, %q, role %q, %v", role.ID, len(items), len(role.Keys), r.Clashes, c.Role, err)
		}
		if d := s.Doubts(r, day); len(d) > 0 {
			t.Errorf("%s: %q", role.ID, d)
		}
	}
	shown := whole()
	reread(t, s).Show(shown)
	if diff := cmp.Diff(filled.Items(), shown.Items()); diff != "" {
		t.Errorf("(-filled in +shown)\n%s", diff)
	}
}
