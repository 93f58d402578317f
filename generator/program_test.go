package generator

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/template"
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
			r.in[s.ID] = in
		}
		w.eachText(func(text Text, alone bool) {
			if alone || !strings.Contains(text.source, "{{") {
				return
			}
			texts++
			got, err := w.texts.execute(text, r.env)
			if err != nil {
				t.Error(err)
				return
			}
			if want := byTextTemplate(t, text, r.env); unwrap(got) != want {
				t.Errorf("%s with %s:\n got %q\nwant %q", text.pos, sample, unwrap(got), want)
			}
		})
	}
	if texts < 1000 {
		t.Errorf("only %d texts were compared", texts)
	}
}

func byTextTemplate(t *testing.T, text Text, env *textEnv) string {
	t.Helper()
	funcs := template.FuncMap{}
	for name, f := range textFunctions {
		funcs[name] = func(args ...any) (any, error) {
			for i, a := range args {
				if s, ok := a.(rich); ok {
					args[i] = string(s)
				}
			}
			v, err := f(env, args)
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
	if err := tmpl.Execute(&b, env.vars); err != nil {
		t.Fatalf("%s: %v", text.pos, err)
	}
	return b.String()
}

// TestPrecompiledIsWhatLoadingMakes loads each workflow with and without its
// precompiled form and compares all texts and expressions.
func TestPrecompiledIsWhatLoadingMakes(t *testing.T) {
	layer := Layer{Name: "cmg-setup", FS: os.DirFS("../workflows/cmg-setup")}
	data, err := Precompile(layer)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := LoadWorkflow(layer)
	if err != nil {
		t.Fatal(err)
	}
	layer.Precompiled = data
	fast, err := LoadWorkflow(layer)
	if err != nil {
		t.Fatal(err)
	}
	if plain.Version != fast.Version || len(plain.Steps()) != len(fast.Steps()) {
		t.Error("the workflows differ")
	}
	pre := openPrecompiled(data)
	for _, source := range plain.expressions() {
		e, _ := parseExpression(source, Pos{})
		if got := pre.expression(source); got == nil || got.String() != e.node.String() {
			t.Errorf("the expression %s is stored as %v", source, got)
		}
	}
	for _, source := range plain.allTexts() {
		if _, ok := pre.program(source); !ok {
			t.Errorf("the text %.40q is not stored", source)
		}
	}
	if pre.expression("something else") != nil || pre.tree("workflow.yaml", []byte("id: other")) != nil {
		t.Error("a piece was found for another source")
	}
}
