package output_test

import (
	"path/filepath"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output"
)

const day = "2026-11-23"

// samples makes the runbook of every shipped sample profile of every workflow.
func samples(t *testing.T) map[string]*generator.Runbook {
	t.Helper()
	found := map[string]*generator.Runbook{}
	generatortest.EachSample(t, "../workflows", day, func(name string, w *generator.Workflow, p *generator.Profile) {
		rb, err := generator.Generate(w, p, day)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = rb
	})
	return found
}

func TestGoldenSamples(t *testing.T) {
	all := samples(t)
	if len(all) < 6 {
		t.Fatalf("only %d sample profiles", len(all))
	}
	for name, rb := range all {
		for _, f := range output.Formats {
			if f.Name != "md" && f.Name != "json" {
				continue // those with pages or archives have goldens of their own
			}
			data, notes, err := f.Render(rb, output.Options{Paper: "a4"})
			if err != nil || len(notes) > 0 {
				t.Fatal(name, f.Name, notes, err)
			}
			generatortest.Golden(t, filepath.Join("testdata", "golden", filepath.FromSlash(name)+"."+f.Ext), data)
		}
	}
}

// TestHandMadeRunbook shows every part of the Markdown on a page that can be
// read in a minute.
func TestHandMadeRunbook(t *testing.T) {
	for _, f := range output.Formats {
		if f.Name != "md" && f.Name != "json" {
			continue
		}
		for name, rb := range map[string]*generator.Runbook{"small": generatortest.Small(), "filled": generatortest.Filled()} {
			data, _, err := f.Render(rb, output.Options{Paper: "a4"})
			if err != nil {
				t.Fatal(err)
			}
			generatortest.Golden(t, "testdata/"+name+"."+f.Ext, data)
		}
	}
}
