package html_test

import (
	"bytes"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/html"
	"runbook/output/words"
)

func render(t *testing.T, rb *generator.Runbook) []byte {
	t.Helper()
	page, err := html.Render(rb)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestRender(t *testing.T) {
	t.Parallel()
	generatortest.Golden(t, "testdata/small.html", render(t, generatortest.Small()))
	generatortest.Golden(t, "testdata/filled.html", render(t, generatortest.Filled()))
}

func TestRenderRoleSheet(t *testing.T) {
	t.Parallel()
	generatortest.Golden(t, "testdata/small.global-admin.html", render(t, sheet()))
}

// sheet is what the Global Administrator of the small runbook gets.
func sheet() *generator.Runbook {
	return generatortest.Small().ForRole("global-admin")
}

// What a role has to look up is on its sheet in full, as in the other formats.
func TestSheetHasEntries(t *testing.T) {
	t.Parallel()
	whole := generatortest.Small()
	whole.References[0].Entries[0].Role = "global-admin"
	page := string(render(t, whole.ForRole("global-admin")))
	if !strings.Contains(page, "Verification and troubleshooting</h2>") || !strings.Contains(page, "<p>Look into <code>CloudMgr.log</code>.</p>") {
		t.Error("the sheet of a role has not what the role looks up")
	}
}

// Without a first day of work the sittings have numbers; being on call is none.
func TestOnCallWithoutADay(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small().ForRole("global-admin")
	onCall := 0
	for i := range rb.Roles {
		for j := range rb.Roles[i].Sittings {
			s := &rb.Roles[i].Sittings[j]
			if s.Planned = ""; s.OnCall {
				onCall++
			}
		}
	}
	page := render(t, rb)
	if n := bytes.Count(page, []byte(`<th scope="row">on call</th>`)); n != onCall || n == 0 {
		t.Errorf("%d rows are on call, not %d", n, onCall)
	}
}

func TestSameBytes(t *testing.T) {
	t.Parallel()
	first := render(t, long(45))
	for range 5 {
		if !bytes.Equal(first, render(t, long(45))) {
			t.Fatal("two pages of the same runbook differ")
		}
	}
}

func TestDone(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: "A. N.", Date: "2027-01-12", Evidence: "ticket 4711"}
	page := string(render(t, rb))
	for _, want := range []string{
		`<input type="checkbox" name="done.1.1" checked> <span>1.1 done</span>`, "<bdi>A. N.</bdi>", "<bdi>2027-01-12</bdi>", "<bdi>ticket 4711</bdi>",
		"1 of 3", `<span class="badge">Done</span>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Written, rb.Doubts = generatortest.Filled().Written, generatortest.Filled().Doubts
	page := string(render(t, rb))
	page = page[strings.Index(page, "<main"):]
	var order []string
	for _, name := range words.Front {
		order = append(order, ">"+name+"</h2>")
	}
	for _, id := range []string{"phase-0", "item-check-names", "phase-1", "item-register-app", "phase-2", "item-create-cname", "part-verify", "item-logs"} {
		order = append(order, ` id="`+id+`"`)
	}
	for _, name := range words.Back {
		if name != words.Sources { // each item has its own
			order = append(order, ">"+name+"</h2>")
		}
	}
	last := -1
	for _, text := range order {
		at := strings.Index(page, text)
		if at < last || at < 0 {
			t.Errorf("%s stands at %d, after what follows it at %d", text, at, last)
		}
		last = at
	}
}

func TestLogo(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ logo, want string }{
		"png":          {"\x89PNG\r\n\x1a\nrest", `src="data:image/png;base64,`},
		"svg":          {`<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`, `src="data:image/svg&#43;xml;base64,`},
		"svg with BOM": {"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", `src="data:image/svg&#43;xml;base64,`},
		"text":         {"no picture", ""},
		"page":         {"<html></html>", ""},
	} {
		rb := generatortest.Small()
		rb.Document.Logo = []byte(c.logo)
		page, err := html.Render(rb)
		if (err != nil) != (c.want == "") {
			t.Errorf("%s: error %v", name, err)
		}
		if !strings.Contains(string(page), c.want) || strings.Contains(string(page), "<svg") {
			t.Errorf("%s: the picture is not inlined as an address", name)
		}
	}
}

func TestEmpty(t *testing.T) {
	t.Parallel()
	page := render(t, &generator.Runbook{Title: "Nothing"})
	if !bytes.Contains(page, []byte("<h1>")) {
		t.Errorf("an empty runbook has no heading:\n%s", page)
	}
}
