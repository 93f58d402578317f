package output_test

import (
	"os"
	"path/filepath"
	"strings"
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
	eachSample(t, func(name string, w *generator.Workflow, p *generator.Profile) {
		rb, err := generator.Generate(w, p, day)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = rb
	})
	return found
}

// eachSample calls fn with every shipped sample profile of every workflow.
func eachSample(t *testing.T, fn func(name string, w *generator.Workflow, p *generator.Profile)) {
	t.Helper()
	folders, err := filepath.Glob("../workflows/*/workflow.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		dir := filepath.Dir(f)
		w, err := generator.LoadWorkflow(generator.Layer{Name: filepath.Base(dir), FS: os.DirFS(dir)})
		if err != nil {
			t.Fatal(err)
		}
		profiles, err := filepath.Glob(filepath.Join(dir, "profiles", "*.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range profiles {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			p, problems := generator.ParseProfile(path, data, w)
			problems = append(problems, w.CheckProfile(p, day)...)
			if problems.Errors() > 0 {
				t.Fatal(problems)
			}
			fn(filepath.Base(dir)+"/"+strings.TrimSuffix(filepath.Base(path), ".yaml"), w, p)
		}
	}
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

// An item that an issue shows as done links to it; whatever else was recorded
// is text.
func TestEvidenceLink(t *testing.T) {
	for evidence, want := range map[string]string{
		"https://github.com/contoso/cmg-rollout/issues/3": ": [#3](https://github.com/contoso/cmg-rollout/issues/3)\n",
		"https://x/issues/3) [y](javascript:alert(1)":     ": https&#58;//x/issues/3) \\[y\\](javascript:alert(1)\n",
	} {
		rb := generatortest.Small()
		rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "annlee", Evidence: evidence}
		md, err := output.Markdown(rb)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(md), want) {
			line := string(md)[strings.Index(string(md), "annlee"):]
			t.Errorf("%q is not in %q", want, line[:strings.IndexByte(line, '\n')])
		}
	}
}
