package html_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/gfm"
	"runbook/output/html"

	parser "golang.org/x/net/html"
)

// FuzzMarkdown puts any text where Markdown is expected: the page keeps its
// shape, and has no element, link or ID that it should not have.
func FuzzMarkdown(f *testing.F) {
	for _, seed := range hostile {
		f.Add(seed)
	}
	for _, seed := range []string{
		"> [!NOTE]\n> text", "- [ ] a\n- [x] b\n  - [ ] c", "| a | |\n|---|:-:|\n| `b` | [c](#create-cname) |", "# a\n### b",
		"<script>alert(1)</script>\n\n<b onclick=x>", "[a](javascript:x) <javascript:x> ![b](http://c.example)", "[a]: data:x\n\n[a] ~~b~~", "> [!NOTE]\n> text\n\n[!NOTE]: javascript:x",
		"```x onload=y\n</code></pre><script>\n```", "- [ ]\n\n  > [!TIP]\n  > - [ ] x", "[x *y `z`* <http://a.example>](mailto:a@b.example)",
	} {
		f.Add(seed)
	}
	bare, err := html.Render(generatortest.Small())
	if err != nil {
		f.Fatal(err)
	}
	forms := count(bare)
	f.Fuzz(func(t *testing.T, text string) {
		rb := generatortest.Small()
		md := generator.Markdown(text)
		rb.Summary, rb.Banners, rb.Roles[0].Summary, rb.Names[0].Note, rb.Terms[0].Text = md, []generator.Markdown{md}, md, md, md
		it := &rb.Phases[0].Items[0]
		it.Why, it.Steps, it.Verify, it.Evidence = md, md, []generator.Markdown{md, md}, md
		rb.References[0].Entries[0].Body = md
		page := render(t, rb)
		checkAddresses(t, page)
		for element, n := range count(page) {
			if !slices.Contains(plainElements, element) && n != forms[element] {
				t.Errorf("<%s> stands %d times on the page, want %d", element, n, forms[element])
			}
		}
	})
}

// FuzzPlain looks for a text that goldmark would make more of than a paragraph
// with the same text in it.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"Each role has a person.", "a) b 'c' d/e; f: g-h.", "a - b", "a ---", "Setext (a)", "x  y", "www.example.com a.b", "https://a.example/b-c", "TODO:", "a '(-/",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if gfm.Plain(text) {
			if got := html.Converted(generator.Markdown(text)); got != "<p>"+text+"</p>\n" {
				t.Errorf("%q becomes %q", text, got)
			}
		}
	})
}

// plainElements are what Markdown may become.
var plainElements = strings.Fields("p ul ol li a em strong del code pre blockquote h4 h5 h6 h3 hr br div table thead tbody tr th td input label span")

// count tells how often each element stands on the page.
func count(page []byte) map[string]int {
	counts := map[string]int{}
	doc, err := parser.Parse(bytes.NewReader(page))
	if err != nil {
		return counts
	}
	for n := range doc.Descendants() {
		if n.Type == parser.ElementNode {
			counts[n.Data]++
		}
	}
	return counts
}
