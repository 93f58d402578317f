package output_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/docx"
	"runbook/output/html"
	"runbook/output/markdown"
	"runbook/output/ooxml/ooxmltest"
	"runbook/output/pdf"
	"runbook/output/words"
)

// A role sheet is for somebody who comes for an hour. That of the Global
// Administrator is one sheet of paper, printed on both sides.
func TestSheetsAreShort(t *testing.T) {
	most := map[string]int{"global-admin": 2, "subscription-owner": 4}
	found := 0
	generatortest.EachSample(t, "../workflows", day, func(name string, w *generator.Workflow, p *generator.Profile) {
		for role, limit := range most {
			if w.Role(role) == nil {
				continue
			}
			rb, err := generator.GenerateSheet(w, p, day, role)
			if err != nil {
				t.Fatal(err)
			}
			for _, paper := range []string{"a4", "letter"} {
				limit := limit
				if paper == "letter" && role != "global-admin" {
					limit++ // it is 2 cm shorter
				}
				data, _, err := pdf.Render(rb, pdf.Options{Paper: paper})
				if err != nil {
					t.Fatal(err)
				}
				found++
				if n := pages(data); n < 1 || n > limit {
					t.Errorf("%s on %s: the sheet of %s has %d pages, at most %d are wanted", name, paper, role, n, limit)
				}
				if role != "global-admin" {
					continue
				}
				if data, err = docx.Render(rb, paper); err != nil {
					t.Fatal(err)
				}
				if n := estimated(t, data); n < 1 || n > limit {
					t.Errorf("%s on %s: the sheet of %s has about %d pages in Word, at most %d are wanted", name, paper, role, n, limit)
				}
			}
		}
	})
	if found < 30 {
		t.Errorf("only %d sheets", found)
	}
}

// The sheet of the role that leads has the gates, in every format that has
// sheets of paper, and no other sheet has them.
func TestSheetOfTheLead(t *testing.T) {
	for _, role := range generatortest.Small().Roles {
		rb := generatortest.Small().ForRole(role.ID)
		page, err := html.Render(rb)
		if err != nil {
			t.Fatal(err)
		}
		word, err := docx.Render(rb, "")
		if err != nil {
			t.Fatal(err)
		}
		for format, text := range map[string]string{"md": string(markdown.Render(rb)), "html": string(page), "docx": ooxmltest.Unzip(t, word)["word/document.xml"]} {
			if has := strings.Contains(text, words.Gates) && strings.Contains(text, "The names are free."); has != (role.ID == rb.Lead.Role) {
				t.Errorf("%s: the sheet of %s has the gates: %t", format, role.ID, has)
			}
		}
	}
}

// pages counts the pages of a PDF, whose objects are packed in streams.
func pages(data []byte) int {
	n := 0
	for _, part := range bytes.Split(data, []byte("stream\n"))[1:] {
		z, err := zlib.NewReader(bytes.NewReader(part))
		if err != nil {
			continue
		}
		objects, err := io.ReadAll(z)
		if err == nil {
			n += bytes.Count(objects, []byte("/Type/Page/"))
		}
	}
	return n
}

// estimated is the number of pages that the foot of a Word document names
// until Word has counted them.
func estimated(t *testing.T, data []byte) int {
	t.Helper()
	foot := ooxmltest.Unzip(t, data)["word/footer.xml"]
	_, rest, _ := strings.Cut(foot, "NUMPAGES")
	m := regexp.MustCompile(`<w:t[^>]*>(\d+)</w:t>`).FindStringSubmatch(rest)
	if m == nil {
		t.Fatalf("no number of pages in %s", foot)
	}
	n, _ := strconv.Atoi(m[1])
	return n
}
