package markdown_test

import (
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/markdown"
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
