package html_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/words"
)

// pagesToCheck are runbooks that together have every part of the page.
func pagesToCheck() map[string]*generator.Runbook {
	done := full()
	done.Document.Accent = "#ffe100" // unreadable as text on white
	done.Document.Logo = []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><rect width="80" height="20" fill="#a00"/></svg>`)
	many := long(20)
	for i := len(many.Roles); i < 8; i++ { // as cmg-setup has: a matrix as wide as it gets
		r := many.Roles[0]
		r.ID, r.Title, r.Keys, r.Sittings = fmt.Sprintf("role-%d", i), "Configuration Manager administrator", nil, nil
		many.Roles = append(many.Roles, r)
	}
	return map[string]*generator.Runbook{"small": generatortest.Small(), "done": done, "sheet": sheet(), "long": many}
}

func TestValid(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("the checker takes seconds")
	}
	java, jar := tool(t, "java"), module(t, "vnu-jar", "build", "dist", "vnu.jar")
	args := []string{"-jar", jar, "--stdout", "--exit-zero-always"}
	for _, rb := range pagesToCheck() {
		args = append(args, write(t, rb))
	}
	for line := range strings.Lines(string(output(t, java, args...))) {
		// The checker takes every data: picture for forbidden, whatever the
		// policy says; the browser test would see it if one were.
		if !strings.Contains(line, "“data:image/svg+xml;base64,") {
			t.Errorf("the Nu HTML checker says: %s", line)
		}
	}
}

func TestBrowser(t *testing.T) {
	t.Parallel()
	for name, rb := range pagesToCheck() {
		if name == "small" {
			continue // the second is the same and more, and a browser takes seconds
		}
		t.Run(name, func(t *testing.T) {
			found := browse(t, rb)
			for _, v := range found.Violations {
				t.Error(v)
			}
			for _, r := range found.Requests {
				t.Errorf("the page asks for or complains of %s", r)
			}
			for window, pixels := range found.Widths {
				if pixels > 0 {
					t.Errorf("%s: the page is %d pixels too wide", window, pixels)
				}
			}
			if !found.Ticked {
				t.Error("a box does not take a click")
			}
			if found.Print.Ink != "rgb(17, 24, 39)" || found.Print.Paper != "rgb(255, 255, 255)" {
				t.Errorf("on a dark screen the page prints %s on %s", found.Print.Ink, found.Print.Paper)
			}
			for _, paper := range []string{"A4", "Letter"} {
				checkPrint(t, rb, paper, filepath.Join(found.Folder, paper+".pdf"))
			}
		})
	}
}

// checkPrint reads the printed pages: each is numbered and headed, and none
// begins or ends in the middle of what belongs together.
func checkPrint(t *testing.T, rb *generator.Runbook, paper, file string) {
	t.Helper()
	info := string(output(t, tool(t, "pdfinfo"), file))
	width := map[string]string{"A4": "595", "Letter": "612"}[paper]
	for _, want := range []string{`Page size:\s+` + width, `Tagged:\s+yes`, `Title:\s+\S`} {
		if !regexp.MustCompile(want).MatchString(info) {
			t.Errorf("%s: no %s in\n%s", paper, want, info)
		}
	}
	count := regexp.MustCompile(`Pages:\s+(\d+)`).FindStringSubmatch(info)
	text := string(output(t, tool(t, "pdftotext"), "-layout", file, "-"))
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	if n, _ := strconv.Atoi(count[1]); n != len(pages) {
		t.Fatalf("%s: %d pages of text, %d of paper", paper, len(pages), n)
	}
	for i, page := range pages {
		number := fmt.Sprintf("Page %d of %d", i+1, len(pages))
		if !strings.Contains(page, number) {
			t.Errorf("%s: no %q", paper, number)
		}
		if i > 1 || rb.Role != "" { // neither the cover nor the contents
			checkTorn(t, fmt.Sprintf("%s, %s", paper, number), page)
		}
	}
	if rb.Role != "" {
		return
	}
	var heads []string
	for _, page := range pages {
		head, _, _ := strings.Cut(strings.TrimSpace(page), "\n")
		heads = append(heads, head)
	}
	for i, head := range heads[:len(heads)-1] {
		const few = 12
		if lines := strings.Count(strings.TrimSpace(pages[i]), "\n"); i > 1 && lines < few && head == heads[i+1] {
			t.Errorf("%s, page %d of %q has %d lines, though more of it follows", paper, i+1, head, lines)
		}
	}
	for _, want := range append([]string{words.RunningHead(words.Front...), words.RunningHead(words.Back...)}, headingsOf(rb.Phases)...) {
		if !slices.ContainsFunc(heads, func(head string) bool { return strings.HasSuffix(head, want) }) {
			t.Errorf("%s: no page is headed %q", paper, want)
		}
	}
}

func headingsOf(phases []generator.Phase) (list []string) {
	for _, p := range phases {
		list = append(list, p.Heading())
	}
	return list
}

var (
	itemHead  = regexp.MustCompile(`(?m)^\s*\d+\.\d+\s+(Register|Check|Create) `)
	matrixRow = regexp.MustCompile(`\s[RSCI]\s*$`)
	tailOnly  = regexp.MustCompile(`^\s*(Record:|[0-9.]+ done\s+Initials|Source:)`)
)

func checkTorn(t *testing.T, where, page string) {
	t.Helper()
	var lines []string
	for line := range strings.Lines(page) {
		if strings.TrimSpace(line) != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) < 3 {
		t.Errorf("%s is empty", where)
		return
	}
	// The running head is the first line, the foot the last.
	if first := lines[1]; tailOnly.MatchString(first) {
		t.Errorf("%s begins with the end of an item: %s", where, first)
	}
	last := lines[len(lines)-2]
	if itemHead.MatchString(last) && !matrixRow.MatchString(last) || strings.TrimSpace(last) == "Verify" {
		t.Errorf("%s ends with a heading: %s", where, last)
	}
}
