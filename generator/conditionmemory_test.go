package generator

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestConditionsAreRemembered sends profiles that differ in a few choices from
// the samples through one workflow. What it remembers of its conditions is what
// they come to, and the reasons are those that each profile gets by itself.
func TestConditionsAreRemembered(t *testing.T) {
	for _, dir := range []string{"../workflows/cmg-setup", "../workflows/cmg-renewal"} {
		w, err := LoadWorkflow(Layer{Name: filepath.Base(dir), FS: os.DirFS(dir)})
		if err != nil {
			t.Fatal(err)
		}
		samples, err := filepath.Glob(dir + "/profiles/*.yaml")
		if err != nil || len(samples) == 0 {
			t.Fatal(samples, err)
		}
		random := rand.New(rand.NewPCG(1, 2))
		conditions, remembered := 0, 0
		for range 60 {
			for _, sample := range samples {
				data, err := os.ReadFile(sample)
				if err != nil {
					t.Fatal(err)
				}
				p, ps := ParseProfile(sample, data, w)
				if ps.Errors() > 0 {
					t.Fatal(ps)
				}
				for range random.IntN(3) {
					change(random, p, w.Fields[random.IntN(len(w.Fields))])
				}
				r, err := newRun(w, p, "2027-01-11", false)
				if err != nil {
					continue // some choices do not go together
				}
				if err := r.choose(); err != nil {
					continue
				}
				for _, s := range w.Steps() {
					in, err := s.When.holds(r.scope)
					if s.LeftOut != "" || err != nil {
						t.Fatal(s.ID, s.LeftOut, err)
					}
					if r.in[s.number] != in {
						t.Errorf("%s: %s is remembered as %t", sample, s.ID, !in)
					}
					if got, want := r.because(s), r.reason(s.When, in); got != want {
						t.Errorf("%s: the reason of %s is remembered as\n%s\nand is\n%s", sample, s.ID, got, want)
					}
					if conditions++; r.why[s.number] != nil && len(*s.When.memory.Load().results.kept()) < maxRemembered {
						remembered++
					}
				}
				for _, term := range w.Terms {
					in, err := term.When.holds(r.scope)
					got, _, _ := r.decide(term.When, false)
					if err != nil || got != in {
						t.Errorf("%s: the term %s is remembered as %t: %v", sample, term.Term.source, got, err)
					}
				}
				if t.Failed() {
					return
				}
			}
		}
		if remembered < conditions/4 {
			t.Errorf("%s: of %d conditions only %d are remembered", dir, conditions, remembered)
		}
	}
}

// change gives a field another value, or takes away the one it has.
func change(random *rand.Rand, p *Profile, f *Field) {
	if random.IntN(4) == 0 && !f.Required {
		delete(p.given, f.Key)
		p.vars.set(f.Key, f.unset())
		return
	}
	var v any
	switch f.Type {
	case TypeBoolean:
		v = random.IntN(2) == 0
	case TypeChoice:
		v = f.Choices[random.IntN(len(f.Choices))].Value
	case TypeChoices:
		v = []any{f.Choices[random.IntN(len(f.Choices))].Value}
	case TypeInteger:
		v = random.IntN(4000)
	case TypeTexts:
		v = slices.Repeat([]any{"a.b"}, random.IntN(3))
	case TypeText:
		v = []string{"", "x.cloudapp.net", "some"}[random.IntN(3)]
	default:
		return
	}
	p.given[f.Key] = Pos{p.File, 1, 1}
	p.vars.set(f.Key, v)
}

// The names that a condition depends on are found in its code without making a
// tree of it; they are those that the tree has.
func TestNamesInCode(t *testing.T) {
	conditions := []string{
		`given("a.b") && !given("c")`, `a ? b : c.d`, `a ?? b`, `any(list, # == x) || all(other, #.y in z)`, `m["k"] == 1 && m?.l != 2.5`,
		`len(filter(list, given("x"))) > -n`, `s matches "^a" and not (t startsWith u)`, `[a, "b", c.d][0] == nil`, `replace(s, "a", b) in ["x", d]`,
	}
	for _, dir := range []string{"../workflows/cmg-setup", "../workflows/cmg-renewal"} {
		w, err := LoadWorkflow(Layer{Name: filepath.Base(dir), FS: os.DirFS(dir)})
		if err != nil {
			t.Fatal(err)
		}
		w.eachExpression(func(e *Expression) { conditions = append(conditions, e.Source) })
	}
	for _, source := range conditions {
		e, problem := parseExpression(source, Pos{})
		if problem != nil {
			t.Fatal(source, problem)
		}
		var got []string
		r := reader{s: e.code}
		r.names(func(name string, given bool) {
			if given && !strings.Contains(source, "given(") {
				t.Errorf("%s does not ask whether %s is given", source, name)
			}
			got = append(got, name)
		})
		slices.Sort(got)
		if got = slices.Compact(got); !slices.Equal(got, e.reads()) || r.err != nil || r.at != len(e.code) {
			t.Errorf("%s depends on %q, want %q (%v)", source, got, e.reads(), r.err)
		}
	}
}

// Whether somebody gave a field is asked of each profile, whatever its value.
func TestGivenIsAskedAgain(t *testing.T) {
	w := &Workflow{}
	w.names = newNames(1)
	w.names.add("a", "x")
	w.memory.runs.Store(2)
	e, problem := parseExpression(`given("a")`, Pos{})
	if problem != nil {
		t.Fatal(problem)
	}
	for i, want := range []bool{true, false, true, false} {
		r := &run{w: w, env: &textEnv{vars: w.names.vars()}}
		r.scope = &scope{vars: r.env.vars, given: func(string) bool { return want }}
		got, remembered, err := r.decide(e, false)
		if err != nil || got != want || remembered == nil {
			t.Errorf("asked for the %d. time it is %t, %v, %v", i, got, remembered, err)
		}
	}
	if n := len(*e.memory.Load().results.kept()); n != 2 {
		t.Errorf("%d results are remembered, want 2", n)
	}
}

// A word may have no condition; the reason of a step has it all the same.
func TestWordWithoutCondition(t *testing.T) {
	w := &Workflow{fields: map[string]*Field{"a": {Key: "a", Title: "Old key"}}, Words: []Word{{From: "Old", To: "New"}}}
	w.names = newNames(1)
	w.names.add("a", true)
	w.memory.runs.Store(2)
	e, problem := parseExpression("a", Pos{})
	if problem != nil {
		t.Fatal(problem)
	}
	s := &Step{When: e}
	for range 2 {
		r := &run{w: w, env: &textEnv{vars: w.names.vars()}, in: make([]bool, 1), why: make([]*judged, 1)}
		r.scope = &scope{vars: r.env.vars}
		var err error
		if r.in[0], r.why[0], err = r.decide(e, true); err != nil {
			t.Fatal(err)
		}
		if got, want := r.because(s), "because “New key” is yes"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
