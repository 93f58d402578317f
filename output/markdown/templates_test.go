package markdown_test

import (
	"bytes"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/markdown"
)

// hostile are texts that want to be more than text.
var hostile = []string{
	"| a | b |\n\n\n# x\n```\n", " | ", "| ", "\n\n", "  ", "`x` *y* _z_ [a](#sample/register-app) ](#x) @everyone", "www.evil.example http://evil.example",
	"\x00\x07\u0085\u202e\ufffe\xff ÄÖ 漢字 \u2028", "{{.}} {{end}}", "https://x/issues/3", "https://x)/issues/3",
}

// TestLikeTemplates compares what the compiled templates write with what
// text/template does.
func TestLikeTemplates(t *testing.T) {
	t.Parallel()
	cases := map[string]*generator.Runbook{
		"nothing": {}, "small": generatortest.Small(), "filled": generatortest.Filled(), "company": generatortest.Company(),
	}
	generatortest.EachSample(t, "../../workflows", "2026-11-23", func(name string, w *generator.Workflow, p *generator.Profile) {
		rb, err := generator.Generate(w, p, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		cases[name] = rb
	})
	if len(cases) < 10 {
		t.Fatalf("only %d cases", len(cases))
	}
	for _, text := range hostile {
		rb := generatortest.Filled()
		generatortest.Fill(rb, text)
		cases[text] = rb
	}
	for name, rb := range cases {
		compare(t, name, rb)
		for _, r := range rb.Roles {
			compare(t, name+" for "+r.ID, rb.ForRole(r.ID))
		}
	}
}

func compare(t *testing.T, name string, rb *generator.Runbook) {
	t.Helper()
	want, err := markdown.Executed(rb)
	if err != nil {
		t.Fatalf("%q: %v", name, err)
	}
	got := markdown.Render(rb)
	if bytes.Equal(want, got) {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	t.Errorf("%q: at byte %d the page has\n%s\nand text/template writes\n%s", name, at, excerpt(got, at), excerpt(want, at))
}

func excerpt(page []byte, at int) []byte { return page[max(0, at-40):min(len(page), at+40)] }
