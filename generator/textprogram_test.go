package generator

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"text/template"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestProgramsAgreeWithTextTemplate runs every text of the built-in workflows
// for every sample profile, compiled as we do it and by text/template itself.
func TestProgramsAgreeWithTextTemplate(t *testing.T) {
	samples, err := filepath.Glob("../workflows/*/profiles/*.yaml")
	if err != nil || len(samples) == 0 {
		t.Fatal(err, "no samples")
	}
	texts := 0
	for _, sample := range samples {
		dir := filepath.Dir(filepath.Dir(sample))
		w, err := LoadWorkflow(Layer{Name: filepath.Base(dir), FS: os.DirFS(dir)})
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(sample)
		if err != nil {
			t.Fatal(err)
		}
		p, ps := ParseProfile(sample, data, w)
		if ps.Errors() > 0 {
			t.Fatal(ps)
		}
		r, err := newRun(w, p, "2026-11-23", false)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range w.Steps() {
			in, err := s.When.holds(r.scope)
			if err != nil {
				t.Fatal(err)
			}
			r.in[s.number] = in
		}
		all := r.env.vars.all()
		w.eachText(func(text Text, alone bool) {
			if alone || !strings.Contains(text.source, "{{") {
				return
			}
			texts++
			got, err := text.execute(r.env)
			if err != nil {
				t.Error(err)
				return
			}
			if want := byTextTemplate(t, text, r.env, all); unwrap(got) != want {
				t.Errorf("%s with %s:\n got %q\nwant %q", text.pos, sample, unwrap(got), want)
			}
		})
	}
	if texts < 1000 {
		t.Errorf("only %d texts were compared", texts)
	}
}

func byTextTemplate(t *testing.T, text Text, env *textEnv, all map[string]any) string {
	t.Helper()
	funcs := template.FuncMap{}
	for name := range functionNames {
		funcs[name] = func(args ...any) (any, error) {
			for i, a := range args {
				if s, ok := a.(rich); ok {
					args[i] = string(s)
				}
			}
			v, err := env.answer(name, args)
			if s, ok := v.(rich); ok {
				v = unwrap(string(s))
			}
			return v, err
		}
	}
	tmpl, err := template.New("").Option("missingkey=error").Funcs(funcs).Parse(text.source)
	if err != nil {
		t.Fatalf("%s: %v", text.pos, err)
	}
	var b strings.Builder
	if err := tmpl.Execute(&b, all); err != nil {
		t.Fatalf("%s: %v", text.pos, err)
	}
	return b.String()
}

// TestPrecompiledIsWhatLoadingMakes loads each workflow with and without its
// precompiled form and compares everything in it.
func TestPrecompiledIsWhatLoadingMakes(t *testing.T) {
	for _, id := range []string{"cmg-setup", "cmg-renewal"} {
		layer := Layer{Name: id, FS: os.DirFS("../workflows/" + id)}
		data, err := Precompile(layer)
		if err != nil {
			t.Fatal(err)
		}
		plain, err := LoadWorkflow(layer)
		if err != nil {
			t.Fatal(err)
		}
		layer.Precompiled = string(data)
		if !newLoader().restore(layer) {
			t.Fatalf("%s: the precompiled form is not used", id)
		}
		fast, err := LoadWorkflow(layer)
		if err != nil {
			t.Fatal(err)
		}
		// Texts and expressions are compared by what they do; indexes are not.
		unpacked := cmp.Options{
			cmp.Exporter(func(reflect.Type) bool { return true }),
			cmp.Comparer(func(a, b *Expression) bool {
				if a == nil || b == nil {
					return a == b
				}
				return a.Source == b.Source && a.pos == b.pos && a.code == b.code
			}),
			cmp.Comparer(func(a, b Text) bool {
				if a.source != b.source || a.pos != b.pos || a.hasActions() != b.hasActions() {
					return false
				}
				if a.hasActions() {
					return a.compile().program == b.compile().program
				}
				return a.fixed() == b.fixed()
			}),
			cmp.Comparer(func(a, b *Pattern) bool { return a == b || a != nil && b != nil && a.Source == b.Source }),
			cmp.FilterPath(func(p cmp.Path) bool {
				switch p.Last().String() {
				case ".Section", ".steps", ".groups", ".fields", ".values", ".memory":
					return true
				}
				return false
			}, cmp.Ignore()),
			cmpopts.EquateEmpty(),
		}
		if diff := cmp.Diff(plain, fast, unpacked); diff != "" {
			t.Errorf("%s: %s", id, diff)
		}
	}
}

// TestPrecompiledOutOfStep changes a file behind a precompiled workflow.
func TestPrecompiledOutOfStep(t *testing.T) {
	files := fstest.MapFS{"workflow.yaml": {Data: []byte(oneFile)}}
	layer := Layer{Name: "w", FS: files}
	data, err := Precompile(layer)
	if err != nil {
		t.Fatal(err)
	}
	layer.Precompiled = string(data)
	if !newLoader().restore(layer) {
		t.Error("the precompiled form is not used")
	}
	files["workflow.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(oneFile, "title: T", "title: Other", 1))}
	if newLoader().restore(layer) {
		t.Error("a precompiled form of another file is used")
	}
	if w, err := LoadWorkflow(layer); err != nil || w.Title != "Other" {
		t.Errorf("%v, %v", w, err)
	}
}
