package docx_test

import (
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/ooxml/ooxmltest"
)

// The numbers in the contents are an estimate; LibreOffice shows how good it
// is. Its fonts are not Word's, so that a page more or less is allowed.
func TestPageNumbers(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pages not compared: there is no pdftotext on this machine")
	}
	rb := sample(t)
	item := rb.Phases[0].Items[0]
	for i := range 40 {
		more := item
		more.Key += strconv.Itoa(i)
		more.Number = "1." + strconv.Itoa(i+2)
		more.Title = "Item number " + strconv.Itoa(i+2) + " of the first phase"
		more.Steps += generator.Markdown(strings.Repeat("\n\nA paragraph of a certain length, as they are found in instructions, goes on over more than one line of the page.", i%7))
		rb.Phases[0].Items = append(rb.Phases[0].Items, more)
	}
	path := ooxmltest.Convert(t, "pages.docx", render(t, rb), "pdf", "pdf")
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(out), "\f")
	entry := regexp.MustCompile(`(?m)^ *(1\.\d+) +(\S.*?)\.{4,} *(\d+)$`)
	entries := entry.FindAllStringSubmatch(pages[1], -1)
	if len(entries) < 40 {
		t.Fatalf("%d entries in the contents:\n%s", len(entries), pages[1])
	}
	for _, e := range entries {
		said, _ := strconv.Atoi(e[3])
		heading := regexp.MustCompile(`(?m)^ *` + regexp.QuoteMeta(e[1]) + ` +` + regexp.QuoteMeta(e[2]) + ` *$`)
		found := 0
		for i, p := range pages {
			if i >= 5 && heading.MatchString(p) { // behind the matrix, which has the same words
				found = i + 1
				break
			}
		}
		if found == 0 || said < found-1 || said > found+1 {
			t.Errorf("%s is on page %d, the contents say %d", e[1], found, said)
		}
	}
}
