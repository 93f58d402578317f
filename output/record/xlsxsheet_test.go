package record_test

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/output/record"
)

const (
	main2006   = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	mainStrict = `xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"`
	linkStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	custom     = `<Properties><property name="runbook.digest"><lpwstr>ba9876543210</lpwstr></property></Properties>`

	inlineHeads = `<row><c t="inlineStr"><is><t>No.</t></is></c><c t="inlineStr"><is><t>Status</t></is></c><c t="inlineStr"><is><t>Done on</t></is></c><c t="inlineStr"><is><t>Initials</t></is></c><c t="inlineStr"><is><t>Evidence</t></is></c></row>`
)

// archive packs parts, name and content in turn.
func archive(tb testing.TB, parts ...string) []byte {
	tb.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.WriteString(w, parts[i+1]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return buf.Bytes()
}

// declaring returns an archive that says that its sheets, or its texts, are
// of another size than they are.
func declaring(t *testing.T, data []byte, part string, size uint64) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, f := range in.File {
		head := f.FileHeader
		if strings.Contains(f.Name, part) {
			head.UncompressedSize64 = size
		}
		packed, err := f.OpenRaw()
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.CreateRaw(&head)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, packed); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// oneSheet is a workbook with one sheet, shared texts and a style of dates.
func oneSheet(tb testing.TB, cells, texts string) []byte {
	tb.Helper()
	return archive(tb,
		"docProps/custom.xml", custom,
		"xl/workbook.xml", `<workbook `+main2006+` xmlns:r="x"><workbookPr/><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/a.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="/xl/texts.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/a.xml", `<worksheet `+main2006+`><cols><col/></cols><sheetData>`+cells+`</sheetData></worksheet>`,
		"xl/texts.xml", `<sst `+main2006+`>`+texts+`</sst>`,
		"xl/styles.xml", `<styleSheet `+main2006+`><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\ mmm"/><numFmt numFmtId="171" formatCode="&quot;day&quot;\d0.0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>`)
}

// Every way in which a program may keep what somebody entered.
func TestReadXLSXCells(t *testing.T) {
	t.Parallel()
	row := func(status, done, initials, evidence string) string {
		return inlineHeads + `<row><c><v>1.1000000000000001</v></c>` + status + done + initials + evidence + `</row>`
	}
	const status, done, initials, evidence = `<c t="str"><v>Done</v></c>`, `<c><v>46399</v></c>`, `<c t="inlineStr"><is><t>ab</t></is></c>`, `<c/>`
	want := record.Values{"status": "done", "date": "2027-01-12", "by": "ab", "evidence": ""}
	with := func(field, value string) record.Values {
		v := maps.Clone(want)
		v[field] = value
		return v
	}
	moved := maps.Clone(want) // no column of evidence
	delete(moved, "evidence")
	for _, tt := range []struct {
		name, cells, texts string
		want               record.Values
	}{
		{"inline, without addresses", row(status, done, initials, evidence), "", want},
		{"shared, in runs, with a reading", row(`<c t="s"><v>1</v></c>`, done, `<c t="s"><v> 0 </v></c>`, `<c t="s"/>`), `<si><r><rPr><b/></rPr><t>a</t></r><r><t xml:space="preserve">b </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>DONE</t></si>`, want},
		{"coded line ends", row(status, done, initials, `<c t="inlineStr"><is><t>a_x000D_
b _x005F_x000D_ _x0041</t></is></c>`), "", with("evidence", "a b _x000D_ _x0041")},
		{"a date with its format", row(status, `<c s="1"><v>46399</v></c>`, initials, `<c s="2"><v>46400</v></c>`), "", with("evidence", "2027-01-13")},
		{"a date with a time", row(status, `<c s="4"><v>46399.5</v></c>`, initials, `<c s="4"><v>46399.75</v></c>`), "", with("evidence", "2027-01-12 18:00")},
		{"a number that is no date", row(status, done, initials, `<c s="3"><v>46399</v></c>`), "", with("evidence", "46399")},
		{"a date of ISO 8601", row(status, `<c t="d"><v>2027-01-12T10:00:00</v></c>`, initials, evidence), "", want},
		{"a truth and an error", row(status, done, `<c t="b"><v>1</v></c>`, `<c t="e"><f>1/0</f><v>#DIV/0!</v></c>`), "", record.Values{"status": "done", "date": "2027-01-12", "by": "TRUE", "evidence": "#DIV/0!"}},
		{"a formula", row(status, `<c><f>TODAY()</f><v>46399</v></c>`, initials, evidence), "", want},
		{"no date at all", row(status, `<c><v>1e300</v></c>`, initials, `<c><v>NaN</v></c>`), "", record.Values{"status": "done", "date": "1e300", "by": "ab", "evidence": "NaN"}},
		{"columns moved", `<row r="4"><c r="D4" t="str"><v>Initials</v></c><c r="C4" t="str"><v> Status </v></c><c r="AA4" t="str"><v>No.</v></c><c r="a4" t="str"><v>Done on</v></c></row><row r="9"><c r="AA9"><v>1.1</v></c><c r="A9"><v>46399</v></c><c r="C9" t="str"><v>done</v></c><c r="D9" t="str"><v>ab</v></c></row>`, "", moved},
	} {
		got, err := record.ReadXLSX(oneSheet(t, tt.cells, tt.texts))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(map[string]record.Values{"1.1": tt.want}, got.Entries["items"]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", tt.name, diff)
		}
	}
}

// The strict dialect, the calendar of old Macs, and the tracker last.
func TestReadXLSXOtherDialect(t *testing.T) {
	t.Parallel()
	sheet := func(cells string) string {
		return `<x:worksheet xmlns:x="` + strings.TrimSuffix(strings.TrimPrefix(mainStrict, `xmlns="`), `"`) + `"><x:sheetData>` + cells + `</x:sheetData></x:worksheet>`
	}
	row := strings.NewReplacer("</", "</x:", "<", "<x:").Replace(inlineHeads + `<row><c><v>2.1</v></c><c/><c><v>44937</v></c></row>`)
	got, err := record.ReadXLSX(archive(t,
		"_rels/.rels", `<Relationships><Relationship Type="`+linkStrict+`/officeDocument" Target="/book/b.xml"/><Relationship Type="`+linkStrict+`/custom-properties" Target="p.xml"/></Relationships>`,
		"p.xml", custom,
		"book/b.xml", `<workbook `+mainStrict+` xmlns:r="`+linkStrict+`"><workbookPr date1904="1"/><sheets><sheet sheetId="1" r:id="a"/><sheet sheetId="2" r:id="b"/><sheet sheetId="3" r:id="c"/><sheet sheetId="4" r:id="d"/></sheets></workbook>`,
		"book/_rels/b.xml.rels", `<Relationships><Relationship Id="d" Type="`+linkStrict+`/worksheet" Target="../one.xml"/><Relationship Id="b" Type="`+linkStrict+`/worksheet" Target="two.xml"/><Relationship Id="a" Type="`+linkStrict+`/chartsheet" Target="chart.xml"/><Relationship Id="c" Type="`+linkStrict+`/worksheet" Target="gone.xml"/></Relationships>`,
		"book/chart.xml", `<chartsheet/>`,
		"book/two.xml", sheet(strings.Repeat(`<x:row/>`, 100)+row),
		"one.xml", sheet(row),
	))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]record.Values{"2.1": {"status": "", "date": "2027-01-12", "by": "", "evidence": ""}}, got.Entries["items"]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestReadXLSXDamaged(t *testing.T) {
	t.Parallel()
	const long = 17 << 20
	sheets := []string{"docProps/custom.xml", custom, "xl/workbook.xml", "", "xl/_rels/workbook.xml.rels", ""}
	book, relations := "", ""
	for i := range 6 {
		n := strconv.Itoa(i)
		book += `<sheet r:id="r` + n + `"/>`
		relations += `<Relationship Id="r` + n + `" Type="x/worksheet" Target="sheets/` + n + `.xml"/>`
		sheets = append(sheets, "xl/sheets/"+n+".xml", "<worksheet><sheetData>"+strings.Repeat("<row/>", 5000)+"</sheetData></worksheet>")
	}
	sheets[3] = `<workbook xmlns:r="x"><sheets>` + book + `</sheets></workbook>`
	sheets[5] = `<Relationships>` + relations + `</Relationships>`
	for _, tt := range []struct {
		name, want string
		data       []byte
	}{
		{"a text that there is not", "text number", oneSheet(t, inlineHeads+`<row><c t="s"><v>7</v></c></row>`, "<si><t>x</t></si>")},
		{"a negative text", "text number", oneSheet(t, inlineHeads+`<row><c t="s"><v>-1</v></c></row>`, "<si><t>x</t></si>")},
		{"no column", "no column", oneSheet(t, inlineHeads+`<row><c r="ZZZZZZZZZZZZZZ1"/></row>`, "")},
		{"rows without end", "no column", oneSheet(t, `<row>`+strings.Repeat("<c/>", 20000)+`</row>`, "")},
		{"a sheet cut off", "a.xml", oneSheet(t, inlineHeads+`<row></c>`, "")},
		{"texts cut off", "texts.xml", oneSheet(t, inlineHeads, "<si>")},
		{"too many texts", "too many texts", oneSheet(t, inlineHeads, strings.Repeat("<si/>", 140000))},
		{"a bomb in a sheet", "too large", declaring(t, oneSheet(t, "", ""), "sheets/", long)},
		{"a bomb in the texts", "too large", declaring(t, oneSheet(t, "", ""), "texts", long)},
		{"a bomb in several sheets", "too large", declaring(t, archive(t, sheets...), "sheets/", 15<<20)},
		{"a bomb that is called small", "a.xml: zip", declaring(t, oneSheet(t, inlineHeads+strings.Repeat("<row/>", 10000), ""), "sheets/", 100)},
		{"a heap of entities", "damaged", oneSheet(t, inlineHeads+`<row><c t="str"><v>&lol;</v></c></row>`, "")},
		{"no sheets", "no tracker", archive(t, "docProps/custom.xml", custom, "xl/workbook.xml", "<workbook/>")},
		{"heads too far down", "no tracker", oneSheet(t, strings.Repeat("<row/>", 40)+inlineHeads, "")},
	} {
		if got, err := record.ReadXLSX(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, %v, want an error about %q", tt.name, got, err, tt.want)
		}
	}
}

func FuzzReadXLSX(f *testing.F) {
	f.Add(inlineHeads+`<row><c t="s"><v>0</v></c><c t="str"><v>Done</v></c><c s="1"><v>46399</v></c></row>`, `<si><r><t>1</t></r><rPh><t>x</t></rPh><r><t>.1_x000D_</t></r></si>`)
	f.Add(`<row r="1"><c r="XFD1" t="b"><v>1</v></c></row>`, `<si/>`)
	f.Fuzz(func(t *testing.T, cells, texts string) {
		r, err := record.ReadXLSX(oneSheet(t, cells, texts))
		if err != nil && r.Entries != nil {
			t.Error("both a record and an error")
		}
		for number, v := range r.Entries["items"] {
			if number == "" || strings.TrimSpace(v["by"]+v["date"]) != v["by"]+v["date"] {
				t.Errorf("%q: %v is not as it was typed", number, v)
			}
		}
	})
}
