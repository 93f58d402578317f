package docx_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/png"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/docx"
	"runbook/output/ooxml/ooxmltest"
)

func render(t *testing.T, rb *generator.Runbook) []byte {
	t.Helper()
	data, err := docx.Render(rb, "a4")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// sample is the common sample with one item done and a logo.
func sample(t *testing.T) *generator.Runbook {
	t.Helper()
	rb := generatortest.Small()
	rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "AB", Date: "2027-01-11", Evidence: "Ticket 4711"}
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	rb.Document.Logo = logo.Bytes()
	return rb
}

// hostile has in every place text that could break the document or its reader.
func hostile(t *testing.T) *generator.Runbook {
	t.Helper()
	const evil = "\x00\x08]]>&amp;<w:p/>\"'\u202egnp\u2066\ufffe\xff @everyone <script>alert(1)</script>\r\n\t"
	rb := sample(t)
	rb.Title = evil + strings.Repeat("w", 400)
	rb.Organization, rb.ID, rb.Profile = evil, evil, evil
	rb.Document = generator.Document{Classification: evil, Footer: strings.Repeat("語", 200), Accent: `#1"/><w:p`, Revision: evil, Change: evil, Logo: []byte("<svg/>")}
	rb.Decisions[0] = generator.Decision{Key: strings.Repeat("k", 100), Label: evil, Value: strings.Repeat("y", 5000)}
	rb.Names[0] = generator.Name{Key: "k", Label: evil, Value: evil, Note: "[x](http://a b/\"><w:p) <b>y</b>"}
	it := &rb.Phases[0].Items[0]
	it.Title = evil
	it.Steps = generator.Markdown("1. a `" + strings.Repeat("x", 300) + "`\n   1. b\n      1. c\n         - d\n           - e\n             1. f\n               - g\n                 1. h\n                   - i\n                     - j\n                       - k\n" +
		"2. [bad](http://[::1) [odd](http://exa\\mple/%zz) [script](javascript:alert(1)) [in](#register-app) [gone](#nowhere) [mail](mailto:a@b.example)\n\n" +
		"> [!CAUTION]\n> 1. a\n>\n> | a |\n> |---|\n> | b |\n\n- [ ] task\n- [x] done\n\n* * *\n\n# Big\n\n| " + strings.Repeat("a | ", 12) + "\n|" + strings.Repeat("---|", 12) + "\n| " + strings.Repeat("wwwwwwwwwwwwwwwwwwww | ", 12) + "\n\n```\n" + strings.Repeat("line\x0b\tof code\n", 60) + "```\n")
	it.Verify = append(it.Verify, generator.Markdown(strings.Repeat("long ", 200)))
	it.Work = generator.Work{Status: generator.StatusDone, By: evil, Date: "yesterday", Evidence: evil}
	it.Sources = []generator.Source{{Title: evil, URL: "ftp://x"}, {Title: "y", URL: "https://x.example/a b\"<>"}}
	rb.Terms[0].Text = ""
	return rb
}

func TestRender(t *testing.T) {
	t.Parallel()
	data := render(t, sample(t))
	ooxmltest.GoldenParts(t, "testdata/small.docx", data)
	for range 10 {
		if !bytes.Equal(data, render(t, sample(t))) {
			t.Fatal("the same runbook gave other bytes")
		}
	}
}

func TestRoleSheet(t *testing.T) {
	t.Parallel()
	ooxmltest.GoldenParts(t, "testdata/small.global-admin.docx", render(t, sample(t).ForRole("global-admin")))
}

func TestPaper(t *testing.T) {
	t.Parallel()
	data, err := docx.Render(sample(t), "letter")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(ooxmltest.Unzip(t, data)["word/document.xml"], `<w:pgSz w:w="12240" w:h="15840"/>`) {
		t.Error("the page is not Letter")
	}
	ooxmltest.Validate(t, "letter.docx", data)
	if _, err := docx.Render(sample(t), "a5"); err == nil {
		t.Error("a5 was taken")
	}
}

// What ends a section below a table is the small paragraph that every table
// has: one more, where the table fills its page, made an empty page.
func TestSectionsEndWithTheirTables(t *testing.T) {
	t.Parallel()
	body := ooxmltest.Unzip(t, render(t, sample(t)))["word/document.xml"]
	behind := 0
	for _, rest := range strings.Split(body, "</w:tbl>")[1:] {
		first, rest, _ := strings.Cut(rest, "</w:p>")
		second, _, _ := strings.Cut(rest, "</w:p>")
		if strings.Contains(first, "<w:sectPr>") {
			behind++
		} else if strings.Contains(second, "<w:sectPr>") && !strings.Contains(second, "<w:t ") {
			t.Errorf("a section ends with a paragraph of its own below a table: %s", second)
		}
	}
	if behind < 3 {
		t.Errorf("%d sections end with a table", behind)
	}
}

// The table of initials has no page of its own: it is on the page of the
// progress or, where that is full, on the page of the roles.
func TestInitialsAreNotAlone(t *testing.T) {
	t.Parallel()
	seen := map[bool]bool{}
	for n := range 40 {
		rb := generatortest.Small()
		for range n {
			rb.Warnings = append(rb.Warnings, rb.Warnings[0])
		}
		doc := ooxmltest.Unzip(t, render(t, rb))["word/document.xml"]
		_, doc, _ = strings.Cut(doc, `w:name="part_progress"`)
		before, doc, _ := strings.Cut(doc, `w:name="part_initials"`)
		after, _, _ := strings.Cut(doc, `w:name="part_roles"`)
		withProgress, withRoles := !strings.Contains(before, "<w:sectPr"), !strings.Contains(after, "<w:sectPr")
		if withProgress == withRoles {
			t.Errorf("%d warnings: the initials are with the progress: %t, with the roles: %t", n, withProgress, withRoles)
		}
		seen[withRoles] = true
	}
	if len(seen) < 2 {
		t.Errorf("no number of warnings makes a difference: %v", seen)
	}
}

// Office's own rules: the schema of every part, and what goes beyond it.
func TestOfficeTakesIt(t *testing.T) {
	t.Parallel()
	ooxmltest.Validate(t, "small.docx", render(t, sample(t)))
	ooxmltest.Validate(t, "role.docx", render(t, sample(t).ForRole("global-admin")))
	ooxmltest.Validate(t, "hostile.docx", render(t, hostile(t)))
	ooxmltest.Validate(t, "hostile-role.docx", render(t, hostile(t).ForRole("global-admin")))
	empty := &generator.Runbook{Title: "Empty", Date: "2026-11-23"}
	ooxmltest.Validate(t, "empty.docx", render(t, empty))
}

// What can be checked anywhere: every part is XML, without characters that
// have no business in it; names are unique and lead somewhere.
func TestHostileText(t *testing.T) {
	t.Parallel()
	for _, rb := range []*generator.Runbook{sample(t), hostile(t), hostile(t).ForRole("global-admin")} {
		parts := ooxmltest.Unzip(t, render(t, rb))
		for name, content := range parts {
			if strings.HasSuffix(name, ".png") {
				continue
			}
			if strings.ContainsAny(content, "\x00\x08\x0b\u202e\u2066\ufffe") {
				t.Errorf("%s has characters that it should not", name)
			}
			d := xml.NewDecoder(strings.NewReader(content))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
		body, styles, relations := parts["word/document.xml"], parts["word/styles.xml"], parts["word/_rels/document.xml.rels"]
		if strings.Contains(body, "javascript:") || strings.Contains(relations, "javascript:") {
			t.Error("a link to a script")
		}
		unique(t, body, `<w:tag w:val="([^"]+)"/>`)
		unique(t, body, `<w:id w:val="([^"]+)"/>`)
		unique(t, body, `<w:bookmarkStart w:id="[^"]+" w:name="([^"]+)"/>`)
		leads(t, body, `w:anchor="([^"]+)"`, body, `w:name="%s"`)
		leads(t, body, `PAGEREF (\S+)`, body, `w:name="%s"`)
		leads(t, body, `<w:pStyle w:val="([^"]+)"/>`, styles, `w:styleId="%s"`)
		leads(t, body, `<w:rStyle w:val="([^"]+)"/>`, styles, `w:styleId="%s"`)
		leads(t, body, `r:id="([^"]+)"`, relations, `Id="%s"`)
		leads(t, body, `<w:numId w:val="([^"]+)"/>`, parts["word/numbering.xml"], `w:numId="%s"`)
		for _, tag := range found(body, `<w:tag w:val="([^"]+)"/>`) {
			if len(tag) > 64 {
				t.Errorf("Word refuses the tag %q", tag)
			}
		}
	}
}

func found(s, pattern string) []string {
	var out []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(s, -1) {
		out = append(out, m[1])
	}
	return out
}

func unique(t *testing.T, s, pattern string) {
	t.Helper()
	seen := map[string]bool{}
	for _, name := range found(s, pattern) {
		if seen[name] {
			t.Errorf("%s twice: %s", pattern, name)
		}
		seen[name] = true
	}
}

func leads(t *testing.T, s, pattern, to, form string) {
	t.Helper()
	for _, name := range found(s, pattern) {
		if !strings.Contains(to, strings.Replace(form, "%s", name, 1)) {
			t.Errorf("%s leads nowhere: %s", pattern, name)
		}
	}
}

func TestControls(t *testing.T) {
	t.Parallel()
	body := ooxmltest.Unzip(t, render(t, sample(t)))["word/document.xml"]
	var items []string
	for _, tag := range found(body, `<w:tag w:val="([^"]+)"/>`) {
		switch kind, _, _ := strings.Cut(tag, "."); kind {
		case "decision", "release", "deviation", "person", "final": // output/record tests that these are there
		default:
			items = append(items, tag)
		}
	}
	signed := func(n string) []string {
		return []string{"gate." + n + ".passed", "gate." + n + ".open", "gate." + n + ".name", "gate." + n + ".signature", "gate." + n + ".date", "gate." + n + ".open_points"}
	}
	item := func(n string) []string {
		return []string{"done." + n, "skip." + n, "block." + n, "initials." + n, "date." + n, "evidence." + n}
	}
	want := slices.Concat(
		[]string{"control.prepared_by.value", "control.replaces.value", "runbook.workflow", "runbook.digest", "runbook.id"},
		[]string{"v.0.1.1"}, item("0.1"), signed("0"),
		[]string{"gate.1.1", "gate.1.checked_by", "gate.1.checked_on", "v.1.1.1", "v.1.1.2"}, item("1.1"), signed("1"),
		[]string{"v.2.1.1"}, item("2.1"), signed("2"),
	)
	if diff := cmp.Diff(want, items); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if n := strings.Count(body, `<w14:checked w14:val="1"/>`); n != 1 {
		t.Errorf("%d boxes are ticked, want the one of the item that is done", n)
	}
	for _, done := range []string{`<w:date w:fullDate="2027-01-11T00:00:00Z">`, ">AB<", ">Ticket 4711<"} {
		if !strings.Contains(body, done) {
			t.Errorf("the item that is done has no %s", done)
		}
	}
}

// What must not tear does not, and the look is that of the profile.
func TestForm(t *testing.T) {
	t.Parallel()
	parts := ooxmltest.Unzip(t, render(t, sample(t)))
	body := parts["word/document.xml"]
	for _, row := range strings.Split(body, "<w:tr>")[1:] {
		if !strings.HasPrefix(row, "<w:trPr><w:cantSplit/>") {
			t.Errorf("a row may split: %.80s", row)
		}
	}
	for part, words := range map[string][]string{
		"word/document.xml":   {"<w:tblHeader/>", `r:embed="rIdP"`, `descr="Logo of Contoso"`},
		"word/header6.xml":    {" STYLEREF 1 ", "Phase 1: Configure Microsoft Entra ID", "Contoso internet-based clients"},
		"word/footer.xml":     {"Internal", " NUMPAGES ", " PAGE ", "ba9876543210"},
		"word/numbering.xml":  {`<w:startOverride w:val="1"/>`},
		"word/styles.xml":     {`<w:color w:val="0B4A6F"/>`, `w:val="en-US"`},
		"docProps/custom.xml": {`name="runbook.digest"><vt:lpwstr>ba9876543210<`, `name="runbook.workflow"><vt:lpwstr>sample<`, `name="runbook.id"><vt:lpwstr>contoso-cmg<`},
		"docProps/core.xml":   {"2026-11-23T00:00:00Z", "<cp:category>Internal<"},
	} {
		for _, w := range words {
			if !strings.Contains(parts[part], w) {
				t.Errorf("%s has no %s", part, w)
			}
		}
	}
	for _, once := range []string{"ACCENT", "TEXTWIDTH", "TOC1SIZE", `"INK"`} {
		if strings.Contains(parts["word/styles.xml"], once) {
			t.Errorf("%s was not filled in", once)
		}
	}
}

func TestLogo(t *testing.T) {
	t.Parallel()
	rb := sample(t)
	rb.Document.Logo = []byte("<svg xmlns='http://www.w3.org/2000/svg'/>")
	if _, ok := ooxmltest.Unzip(t, render(t, rb))["word/media/logo.png"]; ok {
		t.Error("an SVG went in as PNG")
	}
	rb.Document.LogoPath = "brand/logo.svg"
	if diff := cmp.Diff([]string{"the Word document has no logo: Word takes a PNG, not logo.svg"}, docx.Notes(rb)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if notes := docx.Notes(sample(t)); notes != nil {
		t.Errorf("notes about a PNG: %q", notes)
	}
}

// The numbers of styles.xml that the estimate of pages uses.
func TestMetricsAreThoseOfTheStyles(t *testing.T) {
	t.Parallel()
	styles, err := os.ReadFile("styles.xml")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("measure.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`"(\w+)":\s+\{([\d.]+), (\d+), (\d+), (\d+)\},`).FindAllStringSubmatch(string(source), -1) {
		name, size, line, before, after := m[1], m[2], m[3], m[4], m[5]
		if strings.HasPrefix(name, "TOC") && name != "TOCHeading" || name == "Gap" {
			continue // filled in when the document is made, or of a fixed height
		}
		_, style, ok := strings.Cut(string(styles), `w:styleId="`+name+`"`)
		if !ok {
			t.Errorf("no style %s", name)
			continue
		}
		style, _, _ = strings.Cut(style, "</w:style>")
		spacing := `<w:spacing w:before="` + before + `" w:after="` + after + `" w:line="` + line + `"`
		inherited := strings.TrimSuffix(spacing, ` w:line="259"`) + "/>" // the line of Normal
		if !strings.Contains(style, spacing) && (line != "259" || !strings.Contains(style, inherited)) {
			t.Errorf("%s: the style has not %s", name, spacing)
		}
		half := map[string]string{"7.5": "15", "8": "16", "8.5": "17", "9": "18", "9.5": "19", "10": "20", "10.5": "21", "11": "22", "11.5": "23", "16": "32", "18": "36", "25": "50"}[size]
		if sz := found(style, `<w:sz w:val="(\d+)"/>`); size != "10" && (len(sz) == 0 || sz[0] != half) {
			t.Errorf("%s: the style has size %v, want %s", name, sz, half)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	rb := generatortest.Small()
	item := rb.Phases[0].Items[0]
	for range 42 { // a rollout as they are
		rb.Phases[0].Items = append(rb.Phases[0].Items, item)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docx.Render(rb, "a4"); err != nil {
			b.Fatal(err)
		}
	}
}

// Word sets from right to left what it is told of, and only that.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	rb := sample(t)
	rb.Before.Items[0].People = []generator.Person{{Name: "משה כהן"}, {Name: "كل (تجربة) x"}, {Name: "Bo"}}
	body := ooxmltest.Unzip(t, render(t, rb))["word/document.xml"]
	got := found(body, `<w:rtl/></w:rPr><w:t xml:space="preserve">([^<]*)<`)
	if want := []string{"משה כהן", "كل (تجربة)"}; !slices.Equal(slices.Compact(got), want) {
		t.Errorf("from right to left: %q, want %q", got, want)
	}
	if !strings.Contains(body, ">\u200e, </w:t>") {
		t.Error("nothing keeps the second name from moving before the first")
	}
}
