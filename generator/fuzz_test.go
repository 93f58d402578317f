package generator

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// tiny is a workflow with one field of each type.
func tiny(tb testing.TB) *Workflow {
	tb.Helper()
	w, err := LoadWorkflow(Layer{Name: "tiny", FS: fstest.MapFS{
		"workflow.yaml":    {Data: []byte("id: tiny\ntitle: Tiny\nroles: [{id: host, title: Host, required: true}]\nphases: [1-one]\n")},
		"profile.yaml":     {Data: []byte("fields:\n- {key: a.text, type: text, title: T}\n- {key: a.number, type: integer, title: N, default: 1}\n- {key: flag, type: boolean, title: F}\n- {key: pick, type: choice, title: P, choices: [{value: x}, {value: y}]}\n- {key: picks, type: choices, title: P, choices: [{value: x}, {value: y}]}\n- {key: names, type: texts, title: L}\n- {key: day, type: date, title: D}\n- {key: version, type: yymm, title: V}\n- {key: recs, type: records, title: R, fields: [{key: code, type: text, title: C, required: true}]}\n")},
		"1-one/index.yaml": {Data: []byte("title: One\nsteps: [do]\n")},
		"1-one/do.md":      {Data: []byte("---\ntitle: Do {{.a.text}}\nrole: host\n---\n1. `{{.a.text}}` {{.a.text}} {{list .names}}\n")},
	}})
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func FuzzParseProfile(f *testing.F) {
	samples, _ := filepath.Glob("../workflows/*/profiles/*.yaml")
	for _, s := range samples {
		data, err := os.ReadFile(s)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Add("organization: A\na: {text: \"`x`\", number: 2}\nflag: true\npick: x\npicks: [x, y]\nnames: [a, b]\nday: 2026-01-01\nversion: 2509\nrecs: [{code: a}]\npeople: {host: {name: B}}\n")
	f.Add("a: &a {<<: *a}\n")
	f.Add("organization: A\nflag: true \r # a line end\npeople:\n  g")
	w := tiny(f)
	f.Fuzz(func(t *testing.T, text string) {
		p, problems := ParseProfile("p.yaml", []byte(text), w)
		lines := strings.Count(yamlBreaks.Replace(text), "\n") + 1
		for _, problem := range problems {
			if problem.Pos.Line < 1 || problem.Pos.Line > lines || problem.Pos.Column < 1 {
				t.Errorf("the position %s lies outside the %d lines", problem.Pos, lines)
			}
			if strings.ContainsAny(problem.Message+problem.Hint, "\n\x1b") {
				t.Errorf("the message %q has more than text", problem.Message)
			}
		}
		_ = w.CheckProfile(p, "2026-11-23")
		if problems.Errors() > 0 {
			return
		}
		if _, err := Generate(w, p, "2026-11-23"); err != nil {
			t.Error(err)
		}
	})
}

// yamlBreaks turns what ends a line in YAML into a line end.
var yamlBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func FuzzExpression(f *testing.F) {
	for _, s := range []string{`a.b >= 2 && "x" in list`, `given("a")`, `any(list, # == "x") ? 1 : 2`, `ceil(7 / 2)`, `s matches "^a"`, `m["x"] ?? 1`, `7000000000000000000`, `m?.x ?? 2.5e3`} {
		f.Add(s)
	}
	vars := map[string]any{"a": map[string]any{"b": 1}, "list": []any{"x"}, "s": "a", "m": map[string]any{}}
	f.Fuzz(func(t *testing.T, source string) {
		e, problem := parseExpression(source, Pos{"x", 1, 1})
		if (e == nil) == (problem == nil) {
			t.Fatal("an expression or a problem, not both")
		}
		if e == nil {
			return
		}
		_, _ = e.value(&scope{vars: varsOf(vars), given: func(string) bool { return true }})
		if code, ok := unnumbered.appendAST(nil, e.tree()); !ok || string(code) != e.code {
			t.Errorf("%q is stored as %q, read back and stored again as %q", source, e.code, code)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("a `"+"x` b", "v")
	f.Add("```text\nx\n```", "```")
	f.Add("| a | `x` |", "a|b")
	f.Fuzz(func(t *testing.T, around, value string) {
		around = clean(around)
		marked := strings.Replace(around, "x", wrap(clean(value)), 1)
		got := string((&finisher{}).markdown(marked))
		if strings.ContainsAny(got, string(markOpen)+string(markClose)+string(markStep)) {
			t.Errorf("a mark is left in %q", got)
		}
	})
}

func FuzzLoadWorkflow(f *testing.F) {
	f.Add("id: t\nroles: [{id: r, required: true}]\nphases: [p]\n", "fields: [{key: a, type: text}]", "---\ntitle: T\nrole: r\nwhen: a == \"x\"\n---\n1. {{.a}}\n")
	f.Fuzz(func(t *testing.T, workflow, profile, step string) {
		w, problems := Lint(Layer{Name: "w", FS: fstest.MapFS{
			"workflow.yaml": {Data: []byte(workflow)}, "profile.yaml": {Data: []byte(profile)},
			"p/index.yaml": {Data: []byte("title: P\nsteps: [s]\n")}, "p/s.md": {Data: []byte(step)},
		}})
		if len(problems) > 0 {
			return
		}
		p, ps := ParseProfile("p.yaml", []byte("organization: A\npeople: {r: {name: B}}\n"), w)
		if ps.Errors() > 0 {
			return
		}
		if _, err := Generate(w, p, "2026-11-23"); err != nil {
			t.Error(err)
		}
	})
}

const oneFile = "id: t\ntitle: T\nroles: [{id: r, title: R, required: true, summary: '{{.organization}}'}]\n"

const oneValue = `values: [{key: a.b, value: 'organization == "x" || any([1, 2], # > 1) ? "y" : organization matches "^z" ? "m" : "n"'}]`

// FuzzPrecompiled restores damaged data: no panic, and what comes of it can
// still be rendered or is refused.
func FuzzPrecompiled(f *testing.F) {
	layer := Layer{Name: "w", FS: fstest.MapFS{"workflow.yaml": {Data: []byte(oneFile)}, "derive.yaml": {Data: []byte(oneValue)}}}
	data, err := Precompile(layer)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(precompiledOf(string(data), layer.Name)))
	f.Fuzz(func(_ *testing.T, data []byte) {
		l := newLoader()
		if !l.restore(Layer{Name: layer.Name, FS: layer.FS, Precompiled: string(appendText(appendText(nil, layer.Name), string(data)))}) {
			return
		}
		env := &textEnv{vars: varsOf(map[string]any{"organization": "Contoso"})}
		l.w.eachText(func(text Text, _ bool) { _, _ = text.execute(env) })
		l.w.eachExpression(func(e *Expression) {
			e.tree()
			_, _ = e.value(&scope{vars: env.vars, given: func(string) bool { return true }})
		})
	})
}

// FuzzText compiles authored texts and runs them: no panic, no mark left, and
// a text that text/template refuses is refused here.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"{{.a.text}} `{{.a.text}}`", "{{if .flag}}x{{else}}y{{end}}", "{{range $i, $n := .names}}{{$i}} {{$n}}{{end}}",
		"{{with .a.text}}{{.}}{{$.a.number}}{{end}}", `{{fill .a.text "name"}} {{list .names}} {{.a.text | ps}}`, "1. {{.a.text}}\n\n   ```text\n   {{.a.text}}\n   ```\n1. x",
		`{{step "do"}} {{if in "do"}}a{{end}} {{and .flag (not .flag)}}`, "| {{.a.text}} |\n| --- |", "{{join .names \" \"}}{{num .a.number}}", "{{num .0}}{{num 1}}",
		`{{"\n"}}`, `{{"a\n"}}{{fill "" "\n"}}`, `{{"\ufdd0"}}{{join .names "\ufdd1"}}`,
	} {
		f.Add(s, "a|`b`\n<c>")
	}
	f.Fuzz(func(t *testing.T, source, value string) {
		value = clean(value)
		env := &textEnv{vars: varsOf(map[string]any{
			"a": map[string]any{"text": value, "number": 7}, "flag": true, "names": []any{value, "b"}, "recs": []any{map[string]any{"code": value}},
		}), selected: func(id string) bool { return id == "do" }}
		text := newText(clean(source), Pos{"x", 1, 1})
		out, err := text.execute(env)
		if err != nil {
			return
		}
		if text.hasActions() {
			byTextTemplate(t, text, env, env.vars.all()) // fails if it is no template
		}
		fin := finisher{link: func(id string) (string, string, bool) { return id, "#" + id, true }}
		if got := string(fin.markdown(out)) + fin.plain(out); hasMark(got) {
			t.Errorf("a mark is left in %q", got)
		}
	})
}

// FuzzTextMemory makes a text for one profile after another: what is remembered
// of the first changes nothing for those that follow.
func FuzzTextMemory(f *testing.F) {
	for _, s := range []string{
		"{{.a.text}} `{{.a.text}}`", "{{range $i, $n := .names}}{{$i}} {{$n}}{{end}}", "{{with .a}}{{.text}}{{end}}{{.a.text}}",
		`{{fill .a.text "name"}} {{list .names}} {{.a.text | ps}}`, "1. {{.a.text}}\n\n   ```text\n   {{.a.text}}\n   ```\n1. x",
		`{{step "do"}} {{lower .a.text}} {{people "host"}} {{first .names}}`, "| {{.a.text}} |\n| --- |", "{{.a.text}}{{.a.text}} {{join .names \"|\"}}",
		"{{range .recs}}{{.code}}{{end}} {{.t.k}} {{if in \"do\"}}{{.flag}}{{end}}",
	} {
		f.Add(s, "Contoso", "A. Datum")
		f.Add(s, "a|`b`", "1. x")
		f.Add(s, "Qz7x0x7zQ", "")
	}
	f.Fuzz(func(t *testing.T, source, one, other string) {
		text := newText(clean(source), Pos{"x", 1, 1})
		if !text.hasActions() {
			return
		}
		do := &Step{ID: "do"}
		w := &Workflow{ID: "w", Phases: []*Section{{Steps: []*Step{do}}}, steps: map[string]*Step{"do": do}}
		w.count()
		w.memory.runs.Store(2)
		for i, value := range []string{clean(one), clean(other), clean(one), "z"} {
			r := &run{w: w, items: []Need{{do.key(), "1." + string(rune('1'+i)), "Do " + value}}, links: []string{""}}
			r.fin = &finisher{link: r.link}
			r.env = &textEnv{vars: varsOf(map[string]any{
				"a.text": value, "a.number": i % 2, "flag": value != "", "names": []any{value, one}, "recs": []any{map[string]any{"code": value}}, "t": map[string]any{"k": value},
			}), selected: func(string) bool { return i > 1 }, people: func(string) rich { return rich(wrap(value) + " (" + wrap("b") + ")") }}
			for _, plain := range []bool{false, true} {
				got, err := r.result(text, plain)
				marked, wantErr := text.execute(r.env)
				if (err == nil) != (wantErr == nil) {
					t.Fatalf("%v, without memory %v", err, wantErr)
				}
				if err != nil {
					continue
				}
				want := string(r.fin.markdown(marked))
				if plain {
					want = r.fin.plain(marked)
				}
				if got != want {
					t.Errorf("%q with %q is %q, without memory %q", source, value, got, want)
				}
			}
		}
	})
}
