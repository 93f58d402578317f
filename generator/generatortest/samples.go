package generatortest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"runbook/generator"
)

// EachSample calls fn with every shipped sample profile of every workflow in a
// folder, as it is on the given day.
func EachSample(t *testing.T, workflows, day string, fn func(name string, w *generator.Workflow, p *generator.Profile)) {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(workflows, "*", "workflow.yaml"))
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
