package pdf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/pdf"
	"runbook/output/record"
)

var options = pdf.Options{Paper: "a4"}

// long makes a runbook of n items out of the small one: with code, tables,
// checks and needs, as large as real ones.
func long(n int) *generator.Runbook {
	rb := generatortest.Small()
	model := rb.Phases[0].Items[0]
	rb.Phases, rb.Chain = nil, nil
	var last generator.Need
	for i := range n {
		if i%9 == 0 {
			no := len(rb.Phases) + 1
			rb.Phases = append(rb.Phases, generator.Phase{
				ID: fmt.Sprint(no), Number: no, Title: fmt.Sprintf("Part %d of the work", no),
				Goal: "Something **works** that did not.", Gate: []generator.Markdown{"The part before is done.", "Somebody `watches`."},
			})
		}
		p := &rb.Phases[len(rb.Phases)-1]
		it := model
		it.Number = fmt.Sprintf("%d.%d", p.Number, len(p.Items)+1)
		it.Key = fmt.Sprintf("sample/item-%d", i)
		it.Title = fmt.Sprintf("Do the thing that has the number %d", i)
		it.Steps = generator.Markdown(fmt.Sprintf("1. Open **Administration** > **Thing %d**. %s\n\n   ```powershell\n   # look first\n%s   ```\n\n2. Compare:\n\n   | Part | Value |\n   |---|---:|\n   | `name` | %d |\n   | other | 2 |\n\n3. See [the item before](#%s).",
			i, strings.Repeat("A sentence fills the line up to its end and a little over. ", 1+i%6), strings.Repeat("   Get-Thing -Name \"granitefalls\" -Wait | Where-Object { $_.State -eq 'Ready' } | Select-Object Name, State, Version, Owner\n", 1+i%8), i, last.Key))
		if i > 0 {
			it.Needs = []generator.Need{last}
		}
		last = generator.Need{Key: it.Key, Number: it.Number, Title: it.Title}
		rb.Chain = append(rb.Chain, it.Key)
		p.Items = append(p.Items, it)
	}
	return rb
}

func render(tb testing.TB, rb *generator.Runbook, o pdf.Options) []byte {
	tb.Helper()
	data, _, err := pdf.Render(rb, o)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// tool runs a program of the tests on a PDF and returns what it prints. In an
// argument, PDF stands for the file.
func tool(tb testing.TB, data []byte, name string, args ...string) string {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		tb.Skipf("%s is not installed: what it checks stays unchecked", name)
	}
	file := filepath.Join(tb.TempDir(), "x.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "PDF", file)
	}
	out, err := exec.CommandContext(tb.Context(), path, args...).Output()
	if err != nil {
		tb.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// words are the words of each page in the order in which they are drawn.
func words(tb testing.TB, data []byte) string {
	tb.Helper()
	return tool(tb, data, "pdftotext", "-raw", "PDF", "-")
}

func role(rb *generator.Runbook, id string) *generator.Runbook { return rb.ForRole(id) }

func TestWords(t *testing.T) {
	t.Parallel()
	letter := options
	letter.Paper = "letter"
	done := generatortest.Small()
	done.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "bob", Date: "2027-01-11", Evidence: "picture 3"}
	for name, data := range map[string][]byte{
		"small":        render(t, done, options),
		"filled":       render(t, generatortest.Filled(), options),
		"small-letter": render(t, generatortest.Small(), letter),
		"small-role":   render(t, role(generatortest.Small(), "global-admin"), options),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := strings.ReplaceAll(words(t, data), "\f", "\n----\n")
			generatortest.Golden(t, "testdata/"+name+".txt", []byte(got))
		})
	}
}

func TestSound(t *testing.T) {
	t.Parallel()
	for name, rb := range map[string]*generator.Runbook{"small": generatortest.Small(), "long": long(46), "role": role(generatortest.Small(), "dns-admin")} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := render(t, rb, options)
			if out := tool(t, data, "qpdf", "--check", "PDF"); !strings.Contains(out, "No syntax or stream encoding errors") {
				t.Error(out)
			}
			info := tool(t, data, "pdfinfo", "PDF")
			for _, want := range []string{"Tagged:          yes", "Form:            AcroForm", "Title:           Contoso internet-based clients", "Page size:       595.28 x 841.89 pts (A4)", "Author:          Contoso"} {
				if !strings.Contains(info, want) {
					t.Errorf("no %q in\n%s", want, info)
				}
			}
			if fonts := tool(t, data, "pdffonts", "PDF"); strings.Contains(fonts, " no  ") {
				t.Errorf("a face is not embedded, or not with its map to Unicode:\n%s", fonts)
			}
		})
	}
}

// The same runbook gives the same bytes, also when several are made at once.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	want := render(t, long(20), options)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			got, _, err := pdf.Render(long(20), options)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("another file: %v", err)
			}
		})
	}
	wg.Wait()
}

func TestUnknownPaper(t *testing.T) {
	t.Parallel()
	if _, _, err := pdf.Render(generatortest.Small(), pdf.Options{Paper: "a5"}); err == nil || !strings.Contains(err.Error(), "a4 and letter") {
		t.Error(err)
	}
}

func TestScripts(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, warning string }{
		{"what the text faces have", "Łódź, Ελλάδα, Пример, Đường dẫn, “quotes” → ✓ ☐ ½ €", ""},
		{"composed and invisible", "e\u0301 x\u00adx a\u200bb \ufeff", ""},
		{"Chinese and Japanese", "東京、横浜「テスト」。中文字符", ""},
		{"Korean", "한국어 텍스트", ""},
		{"Armenian and Georgian", "Հայերեն ქართული", ""},
		{"Thai", "ภา", "ภ (U+0E20), า (U+0E32)"},
		{"Hebrew", "משה בן־דוד", ""},
		{"Arabic and Persian", "محمد گلزاری", ""},
		{"Syriac", "ܐ", "ܐ (U+0710)"},
		{"Devanagari", "ह", "ह (U+0939)"},
		{"emoji", "😀", "😀 (U+1F600)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			rb := generatortest.Small()
			rb.Organization = tt.text
			data, warnings, err := pdf.Render(rb, options)
			if err != nil {
				t.Fatal(err)
			}
			if tt.warning == "" {
				if len(warnings) > 0 {
					t.Errorf("warnings %q", warnings)
				}
				// Without -raw, which gives words as they stand, not as they are read.
				if got := tool(t, data, "pdftotext", "PDF", "-"); tt.name != "composed and invisible" && !strings.Contains(got, tt.text) {
					t.Errorf("the text does not come back out of the file")
				}
			} else if len(warnings) != 1 || !strings.Contains(warnings[0], tt.warning) {
				t.Errorf("warnings %q, want one with %q", warnings, tt.warning)
			}
		})
	}
}

// Fields are what a filled copy is read by: their names are a contract.
func TestFields(t *testing.T) {
	t.Parallel()
	out := tool(t, render(t, generatortest.Small(), options), "qpdf", "--json", "--json-key=acroform", "PDF")
	for _, name := range []string{
		"done.1.1", "v.1.1.1", "v.1.1.2", "initials.1.1", "date.1.1", "evidence.1.1", "done.0.1", "skip.1.1", "block.1.1", "decision.1.confirmed", "gate.1.1", "gate.1.checked_by", "gate.1.passed", "gate.1.open", "gate.1.open_points",
		"gate.1.name", "gate.1.date", "release.global-admin.date", "deviation.10.what", "final.accepted.name", "person.1.initials", "runbook.digest", "runbook.id", "runbook.workflow",
	} {
		if !strings.Contains(out, fmt.Sprintf("%q: %q", "fullname", name)) {
			t.Errorf("no field %s", name)
		}
	}
	if strings.Contains(out, `"alternativename": ""`) {
		t.Error("a field says nothing to a screen reader")
	}
}

// Whatever the text is, there is a file, and it can be read back.
func FuzzRender(f *testing.F) {
	f.Add("Contoso", "1. a\n\n   ```\n   b\n   ```\n\n> [!NOTE]\n> c\n\n| d | e |\n|---|---|\n| f | g |", "h")
	f.Add("a\x00b(c)\\", "- [ ] x\n- [x] y\n\n1. 1. 1. z", strings.Repeat("w", 3000))
	f.Add("\u05e9\U0001F600", "`"+strings.Repeat("code ", 100)+"`", "東京、（横浜）")
	f.Fuzz(func(t *testing.T, plain, md, cell string) {
		rb := generatortest.Small()
		rb.Title, rb.Decisions[0].Value, rb.Names[0].Value = plain, cell, plain
		rb.Phases[0].Items[0].Steps = generator.Markdown(md)
		rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: cell, Evidence: plain}
		data, _, err := pdf.Render(rb, options)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := record.ReadPDF(data); err != nil || r.Digest != rb.Digest {
			t.Fatalf("the file cannot be read back: %v", err)
		}
	})
}

func BenchmarkRender(b *testing.B) {
	rb := long(46)
	b.ReportAllocs()
	for b.Loop() {
		render(b, rb, options)
	}
}
