package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/markdown"
	"runbook/output/words"
)

// An item that an issue shows as done links to it; whatever else was recorded
// is text.
func TestEvidenceLink(t *testing.T) {
	t.Parallel()
	for evidence, want := range map[string]string{
		"https://github.com/contoso/cmg-rollout/issues/3": ": [#3](https://github.com/contoso/cmg-rollout/issues/3)\n",
		"https://x/issues/3) [y](javascript:alert(1)":     ": https&#58;//x/issues/3) \\[y\\](javascript:alert(1)\n",
	} {
		rb := generatortest.Small()
		rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "annlee", Evidence: evidence}
		md := string(markdown.Render(rb))
		if !strings.Contains(md, want) {
			line := md[strings.Index(md, "annlee"):]
			t.Errorf("%q is not in %q", want, line[:strings.IndexByte(line, '\n')])
		}
	}
}

func TestRenderInto(t *testing.T) {
	t.Parallel()
	rb := generatortest.Filled()
	want := string(markdown.Render(rb))
	for _, size := range []int{0, 100, len(want), 2 * len(want)} {
		if got := string(markdown.RenderInto(slices.Repeat([]byte{'#'}, size), rb)); got != want {
			t.Errorf("into %d bytes that were written before, the page is another", size)
		}
	}
}

// The chapters stand in the order of all formats, in the contents too.
func TestOrder(t *testing.T) {
	t.Parallel()
	rb := generatortest.Filled()
	md := string(markdown.Render(rb))
	_, page, _ := strings.Cut(md, "# "+rb.Title)
	contents, page, _ := strings.Cut(page, "\n## "+words.Decisions)
	page = "\n## " + words.Decisions + page
	for _, c := range []struct{ where, text, before, after string }{{"contents", contents, "- [", "]"}, {"page", page, "\n## ", "\n"}} {
		last := -1
		for _, name := range slices.Concat(words.Front, words.Back) {
			if name == words.Progress || name == words.Sources { // said by phases and items
				continue
			}
			at := strings.Index(c.text, c.before+name+c.after)
			if at < last || at < 0 {
				t.Errorf("%s: %s stands at %d, after what follows it at %d", c.where, name, at, last)
			}
			last = at
		}
	}
}
