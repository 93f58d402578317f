package generator_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"runbook/generator"
)

func folder(files map[string]string) fs.FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

// tea is a workflow that overlays are laid over.
var tea = map[string]string{
	"workflow.yaml":       "id: tea\ntitle: Tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water, 2-cups]\n",
	"profile.yaml":        "fields: [{key: milk, type: boolean, title: Milk, default: true}]\n",
	"rules.yaml":          "rules:\n- {id: W-01, when: milk, message: first}\n- {id: W-01, when: '!milk', message: second}\n",
	"terms.yaml":          "terms: [{term: Leaf, text: Of a bush.}]\n",
	"1-water/index.yaml":  "title: Water\ngoal: Hot.\nsteps: [fetch, boil]\n",
	"1-water/fetch.md":    "---\ntitle: Fetch\nrole: host\nminutes: 3\n---\n1. Fetch it.\n\n## Verify\n\n- The kettle is full.\n",
	"1-water/boil.md":     "---\ntitle: Boil\nrole: host\nminutes: 5\nwait: 10m\nneeds: [fetch]\nsources: [{title: A book}]\nfacts: [T-1]\n---\n1. Boil it.\n\n## Verify\n\n- It bubbles.\n",
	"2-cups/index.yaml":   "title: Cups\ngoal: Full.\nsteps: [pour]\n",
	"2-cups/pour.md":      "---\ntitle: Pour\nrole: host\nwhen: milk\nneeds: [boil]\nminutes: 1\n---\n1. Pour.\n",
	"profiles/notes.md":   "---\nnobody reads this\n---\n",
	"2-cups/.hidden.yaml": "",
}

// rendered is the runbook for a profile without a fault.
func rendered(t *testing.T, w *generator.Workflow, profile string) *generator.Runbook {
	t.Helper()
	p, problems := generator.ParseProfile("p.yaml", []byte(profile), w)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	rb, err := generator.Generate(w, p, "2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// laid renders the runbook of tea under the overlays, each a folder.
func laid(t *testing.T, overlays ...map[string]string) *generator.Runbook {
	t.Helper()
	var layers []generator.Layer
	for i, o := range overlays {
		layers = append(layers, generator.Layer{Name: string(rune('a' + i)), FS: folder(o)})
	}
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: folder(tea)}, layers...)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return rendered(t, w, "organization: Contoso\npeople: {host: {name: Ann}}\n")
}

func item(t *testing.T, rb *generator.Runbook, id string) generator.Item {
	t.Helper()
	for _, it := range rb.Items() {
		if it.Key == "tea/"+id {
			return it
		}
	}
	t.Fatalf("there is no item %s", id)
	return generator.Item{}
}

func TestOverlayReplacesTheTextAlone(t *testing.T) {
	for name, text := range map[string]string{"unix": "1. Put it on the stove.\n", "windows": "1. Put it on the stove.\r\n"} {
		it := item(t, laid(t, map[string]string{"1-water/boil.md": text}), "boil")
		if it.Steps != "1. Put it on the stove." || len(it.Verify) != 1 || it.Verify[0] != "It bubbles." {
			t.Errorf("%s: the text is %q, the checks are %q", name, it.Steps, it.Verify)
		}
		if it.Title != "Boil" || it.Minutes != 5 || len(it.Needs) != 1 || len(it.Sources) != 1 || it.Company != "a" {
			t.Errorf("%s: the step lost something: %+v", name, it)
		}
	}
}

func TestOverlayReplacesWhatItGives(t *testing.T) {
	it := item(t, laid(t, map[string]string{"1-water/boil.md": "---\nminutes: 7\nsources: []\nneeds: [\"fetch?\"]\n---\n\n## Verify\n\n- It whistles.\n"}), "boil")
	if it.Minutes != 7 || len(it.Sources) != 0 || len(it.Needs) != 1 || len(it.Facts) != 1 {
		t.Errorf("the step is %+v", it)
	}
	if it.Steps != "1. Boil it." || it.Wait.Minutes != 10 || len(it.Verify) != 1 || it.Verify[0] != "It whistles." {
		t.Errorf("the step is %+v", it)
	}
}

func TestOverlaysLieOverEachOther(t *testing.T) {
	rb := laid(t,
		map[string]string{
			"workflow.yaml":      "id: tea\nphases: [{phase: 3-talk, after: 2-cups}]\n",
			"1-water/index.yaml": "steps: [{step: salt, after: fetch}]\n",
			"1-water/salt.md":    "---\ntitle: Add salt\nrole: host\nminutes: 1\n---\n1. A pinch.\n",
			"3-talk/index.yaml":  "title: Talk\ngoal: Peace.\nsteps: [talk]\n",
			"3-talk/talk.md":     "---\ntitle: Talk\nrole: host\nminutes: 60\n---\n1. Talk.\n",
		},
		map[string]string{
			"1-water/index.yaml": "leave_out: [{step: salt, reason: because it is bad}]\nsteps: [{step: sugar, after: salt}]\n",
			"1-water/sugar.md":   "---\ntitle: Add sugar\nrole: host\nminutes: 1\n---\n1. A spoon.\n",
			"rules.yaml":         "rules: [{id: W-01, when: milk, message: third}]\n",
			"terms.yaml":         "terms: [{term: Leaf, text: Of a tree.}, {term: Spoon, text: To stir with.}]\n",
			"3-talk/talk.md":     "1. Talk slowly.\n",
		},
	)
	var titles []string
	for _, it := range rb.Items() {
		titles = append(titles, it.Number+" "+it.Title+" "+it.Company)
	}
	if got, want := strings.Join(titles, ", "), "1.1 Fetch , 1.2 Add sugar b, 1.3 Boil , 2.1 Pour , 3.1 Talk b"; got != want {
		t.Errorf("the items are %q, want %q", got, want)
	}
	if len(rb.Omissions) != 1 || rb.Omissions[0].Reason != "because it is bad" {
		t.Errorf("left out is %+v", rb.Omissions)
	}
	if len(rb.Warnings) != 1 || rb.Warnings[0].Message != "third" {
		t.Errorf("the warnings are %+v", rb.Warnings)
	}
	if len(rb.Terms) != 2 || rb.Terms[0].Text != "Of a tree." {
		t.Errorf("the terms are %+v", rb.Terms)
	}
}

// TestLineEnds has a workflow that an editor of Windows wrote: it is the same
// workflow, with the same version.
func TestLineEnds(t *testing.T) {
	windows := map[string]string{}
	for name, text := range tea {
		windows[name] = strings.ReplaceAll(text, "\n", "\r\n")
	}
	var versions []string
	for _, files := range []map[string]string{tea, windows} {
		w, problems := generator.Lint(generator.Layer{Name: "tea", FS: folder(files)})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		versions = append(versions, w.Version)
	}
	if versions[0] != versions[1] {
		t.Errorf("the versions are %v", versions)
	}
}

func TestOverlayFaults(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  []string
	}{
		"a file that nothing names": {
			map[string]string{"1-water/boli.md": "1. Boil.\n"},
			[]string{`o/1-water/boli.md:1:1: error: nothing names the step "boli"`},
		},
		"a step in the wrong phase": {
			map[string]string{"2-cups/boil.md": "1. Boil.\n"},
			[]string{`o/2-cups/boil.md:1:1: error: nothing names the step "boil"`},
		},
		"a step of another phase": {
			map[string]string{"2-cups/index.yaml": "steps: [boil]\n", "2-cups/boil.md": "1. Boil.\n"},
			[]string{`o/2-cups/index.yaml:1:9: error: the step "boil" exists already in 1-water`},
		},
		"a folder that is no phase": {
			map[string]string{"1-watr/boil.md": "---\nminutes: 1\n---\n", "3-talk/index.yaml": "title: Talk\n", "notes/readme.md": "# Notes\n"},
			[]string{`o/1-watr/boil.md:1:1: error: there is no phase or reference "1-watr"`, `o/3-talk/index.yaml:1:1: error: there is no phase or reference "3-talk"`},
		},
		"another workflow": {
			map[string]string{"workflow.yaml": "id: coffee\nphases: [{phase: 9-x, after: 8-y}]\n", "1-beans/grind.md": "---\ntitle: Grind\n---\n"},
			[]string{`o/workflow.yaml:1:5: error: this overlay is made for the workflow "coffee", not for "tea"`},
		},
		"a new step without a head": {
			map[string]string{"1-water/index.yaml": "steps: [salt]\n", "1-water/salt.md": "1. A pinch.\n"},
			[]string{`o/1-water/salt.md:1:1: error: the step has no front matter`},
		},
		"a head without an end": {
			map[string]string{"1-water/boil.md": "---\nminutes: 7\n1. Boil.\n"},
			[]string{`o/1-water/boil.md:1:1: error: the front matter of the step does not end`},
		},
		"a wrong place": {
			map[string]string{"1-water/index.yaml": "steps: [{step: salt, after: boli}]\n", "1-water/salt.md": "---\ntitle: Salt\nrole: host\n---\n1. A pinch.\n"},
			[]string{`o/1-water/index.yaml:1:9: error: "salt" stands after "boli", which does not exist`},
		},
		"left out without a reason": {
			map[string]string{"1-water/index.yaml": "leave_out: [{step: boil}, {step: pour, reason: because}]\n"},
			[]string{`o/1-water/index.yaml:1:13: error: leave_out wants a reason for leaving out "boil"`, `o/1-water/index.yaml:1:27: error: there is no step "pour" here to leave out`},
		},
	} {
		_, problems := generator.Lint(generator.Layer{Name: "tea", FS: folder(tea)}, generator.Layer{Name: "overlay", Path: "o", FS: folder(c.files)})
		var got []string
		for _, p := range problems {
			got = append(got, p.String())
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// A banner is the sentence of its warning, a deadline's too, and stands once
// for each.
func TestBanners(t *testing.T) {
	files := map[string]string{}
	maps.Copy(files, tea)
	files["rules.yaml"] = `rules:
- {id: W-01, when: milk, at: milk, banner: true, message: "is that milk?", hint: begin earlier.}
- {id: W-02, when: "!milk", at: milk, banner: true, message: no}
- {id: W-03, deadline: '"2026-11-24"', at: schedule.start, banner: true, message: schedule.start is late}
- {id: W-03, when: milk, at: milk, message: no banner}
`
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: folder(files)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	p, problems := generator.ParseProfile("p.yaml", []byte("organization: Contoso\nschedule: {start: 2026-11-24}\npeople: {host: {name: Ann}}\n"), w)
	problems = append(problems, w.CheckProfile(p, "2026-11-23")...)
	rb, err := generator.Generate(w, p, "2026-11-23")
	if err != nil {
		t.Fatal(err)
	}
	want := []generator.Markdown{"**Is that milk?** Begin earlier. (W-01)", "**schedule.start is late.** (W-03)"}
	if !slices.Equal(rb.Banners, want) {
		t.Errorf("banners %q, want %q", rb.Banners, want)
	}
	if len(problems) != 3 || len(rb.Headed) != 2 || len(rb.Warnings) != 1 || rb.Warnings[0].Message != "no banner" || len(rb.AllWarnings()) != 3 {
		t.Errorf("the check says %v, the runbook %v in the banners and %v below", problems, rb.Headed, rb.Warnings)
	}
}
