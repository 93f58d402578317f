package pdf_test

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/pdf"
)

// An item that is no longer than half a page is on one page, from its title
// to its strip, and no page ends with a title.
func TestItemsStayWhole(t *testing.T) {
	t.Parallel()
	rb := long(46)
	for _, paper := range []string{"a4", "letter"} {
		pages := strings.Split(words(t, render(t, rb, pdf.Options{Paper: paper})), "\f")
		for _, p := range rb.Phases {
			for i, it := range p.Items {
				if i%8 > 5 {
					continue // the long ones
				}
				for n, page := range pages {
					if strings.Contains(page, "\n"+it.Number+" "+it.Title+" (continued)") {
						t.Errorf("%s: page %d tears item %s", paper, n+1, it.Number)
					}
				}
			}
		}
	}
}

// Runbooks at the edge of what there can be.
func TestEdges(t *testing.T) {
	t.Parallel()
	tall := generatortest.Small()
	tall.Phases[0].Items[0].Steps = generator.Markdown("1. " + strings.Repeat("long ", 9000) + "\n\n   ```\n" + strings.Repeat("   line\n", 400) + "   ```\n\n   | a | b |\n   |---|---|\n   | " + strings.Repeat("cell ", 4000) + " | x |\n")
	tall.Banners = append(tall.Banners, generator.Markdown(strings.Repeat("Much to say. ", 900)))
	tall.Phases[0].Items[0].Verify = make([]generator.Markdown, 300)
	for name, rb := range map[string]*generator.Runbook{
		"nothing": {}, "nothing for a role": {Role: "nobody"}, "higher than a page": tall, "a role higher than a page": tall.ForRole("global-admin"),
		"hundreds of items": long(110),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := render(t, rb, options)
			tool(t, data, "qpdf", "--check", "PDF")
			last := words(t, data)
			if pages := strings.Count(last, "\f"); !strings.Contains(last, fmt.Sprintf("Page %d of %d", pages, pages)) {
				t.Error("the last page does not say that it is the last")
			}
		})
	}
}

func TestRoleSheetIsShort(t *testing.T) {
	t.Parallel()
	for _, r := range generatortest.Small().Roles {
		out := words(t, render(t, role(generatortest.Small(), r.ID), options))
		if n := strings.Count(out, "\f"); n > 2 {
			t.Errorf("%s: %d pages", r.ID, n)
		}
		if leads := r.ID == "subscription-owner"; strings.Contains(out, "Gates to sign") != leads {
			t.Errorf("%s: has the gates: %t, leads: %t", r.ID, !leads, leads)
		}
	}
}

func TestOnCallWithoutADay(t *testing.T) {
	t.Parallel()
	rb := role(generatortest.Small(), "global-admin")
	for i := range rb.Roles {
		for j := range rb.Roles[i].Sittings {
			rb.Roles[i].Sittings[j].Planned = ""
		}
	}
	out := words(t, render(t, rb, options))
	if strings.Count(out, "on call") != 1 || !strings.Contains(out, "when ready") {
		t.Errorf("on call is not told from a sitting:\n%.800s", out)
	}
}

// The tree that assistive technology walks has the parts of the document in
// reading order, with headings, lists, tables and fields. (The text itself is
// in the order of testdata/small.txt: tags are filed as they are drawn.)
func TestStructure(t *testing.T) {
	t.Parallel()
	got := tool(t, render(t, generatortest.Small(), options), "pdfinfo", "-struct", "PDF")
	at := 0
	for _, want := range []string{
		`Sect "Cover"`, "H1", "Table", "TR", "TH", "/Scope /Row", "TD", `Sect "Contents"`, "TOC", "TOCI", "Link", `Sect "Decisions"`, "H1", "Table", "Form",
		`Sect "0.1 Check that the names are free"`, "Code", "H1", "LI", "Lbl", "Form", "LBody", "Note", `Sect "1.1 Register the server app"`, "H2", "Link", "L", "LI", "Lbl", "LBody", "Note", "Table", "Lbl", "Form", "LBody", "P", "Form",
		`Sect "2.1 Create the CNAME record"`, "Code", `Sect "Verification and troubleshooting"`, `Sect "Left out of this runbook"`, "H1", "H2", `Sect "Deviation log"`, "H2",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("no %s after\n%s", want, got[max(0, at-300):at])
		}
		at += i + len(want)
	}
}

// The pages look as they did when somebody looked at them. The pictures are
// coarse and compared with tolerance: another version of the program that
// draws them may set a dot otherwise.
func TestPictures(t *testing.T) {
	t.Parallel()
	path, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed: nobody looks at the pages")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "x.pdf")
	if err := os.WriteFile(file, render(t, generatortest.Small(), options), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), path, "-r", "36", "-gray", "-png", file, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "page-*.png"))
	if err != nil {
		t.Fatal(err)
	}
	if want, _ := filepath.Glob("testdata/pictures/page-*.png"); !generatortest.Updating() && len(want) != len(pages) {
		t.Errorf("%d pages, there were %d", len(pages), len(want))
	}
	for _, p := range pages {
		golden := filepath.Join("testdata", "pictures", filepath.Base(p))
		if generatortest.Updating() {
			data, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			generatortest.Golden(t, golden, data)
			continue
		}
		if part := difference(t, picture(t, golden), picture(t, p)); part > 0.02 {
			t.Errorf("%s: %.1f %% of the page looks different; look at it, then run the tests with -update", filepath.Base(p), part*100)
		}
	}
}

func picture(t *testing.T, path string) image.Image {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// difference is the part of the cells of 6 by 6 dots whose grey differs
// visibly.
func difference(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds() != b.Bounds() {
		return 1
	}
	const cell = 6
	cells, other := 0, 0
	for y := 0; y+cell <= a.Bounds().Dy(); y += cell {
		for x := 0; x+cell <= a.Bounds().Dx(); x += cell {
			sum := 0
			for i := range cell * cell {
				ga, _, _, _ := a.At(x+i%cell, y+i/cell).RGBA()
				gb, _, _, _ := b.At(x+i%cell, y+i/cell).RGBA()
				sum += int(ga>>8) - int(gb>>8)
			}
			cells++
			if max(sum, -sum)/(cell*cell) > 12 {
				other++
			}
		}
	}
	return float64(other) / float64(cells)
}

// A command that is copied out of the document is that command: where it goes on
// below, the shell knows, and other code has no mark in it.
func TestCopiedCode(t *testing.T) {
	t.Parallel()
	command := "az ad app create --display-name " + strings.Repeat("word ", 60) + "end"
	for language, sign := range map[string]string{"bash": " \\", "powershell": " `", "text": ""} {
		rb := generatortest.Small()
		rb.Phases[0].Items[0].Steps = generator.Markdown("1. Run:\n\n   ```" + language + "\n   " + command + "\n   ```")
		text := tool(t, render(t, rb, options), "pdftotext", "-raw", "PDF", "-")
		if sign != "" {
			text = strings.ReplaceAll(text, sign+"\n", "\n")
		}
		if text = strings.Join(strings.Fields(text), " "); !strings.Contains(text, command) {
			t.Errorf("%s: the command is not in the text as it is:\n%s", language, text)
		}
	}
}
