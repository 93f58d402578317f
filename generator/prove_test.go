package generator_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/workflows"
)

// TestProveBuiltIn proves the built-in workflows, with their samples and, which
// is harder, without.
func TestProveBuiltIn(t *testing.T) {
	for _, id := range []string{"cmg-setup", "cmg-renewal"} {
		sub, err := fs.Sub(workflows.FS, id)
		if err != nil {
			t.Fatal(err)
		}
		w, problems := generator.Lint(generator.Layer{Name: id, FS: sub})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		samples := profilesIn(t, sub)
		for _, given := range [][]generator.Sample{samples, nil} {
			proof := w.Prove(w.Verified, given)
			if len(proof.Problems) > 0 {
				t.Error(id, proof.Problems)
			}
			if len(proof.Runbooks) <= len(given) {
				t.Errorf("%s: %d runbooks from %d samples", id, len(proof.Runbooks), len(given))
			}
			t.Logf("%s with %d samples: %d runbooks, %d profiles tried", id, len(given), len(proof.Runbooks), proof.Tried)
			everyStep(t, w, proof)
		}
	}
}

func profilesIn(t *testing.T, folder fs.FS) []generator.Sample {
	t.Helper()
	names, err := fs.Glob(folder, "profiles/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var samples []generator.Sample
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		samples = append(samples, generator.Sample{Name: name, Data: data, Own: true})
	}
	return samples
}

// everyStep finds each step in one of the runbooks, and no step without those
// it needs.
func everyStep(t *testing.T, w *generator.Workflow, proof *generator.Proof) {
	t.Helper()
	seen := map[string]bool{}
	for _, rb := range proof.Runbooks {
		in := map[string]bool{}
		for _, it := range rb.Items() {
			in[strings.TrimPrefix(it.Key, w.ID+"/")] = true
		}
		for _, r := range rb.References {
			for _, e := range r.Entries {
				in[strings.TrimPrefix(e.Key, w.ID+"/")] = true
			}
		}
		for id := range in {
			for _, n := range w.Step(id).Needs {
				if !n.Optional && !in[n.Step] {
					t.Errorf("%s: %s without %s", rb.Profile, id, n.Step)
				}
			}
		}
		maps.Copy(seen, in)
	}
	for _, s := range w.Steps() {
		if !seen[s.ID] {
			t.Errorf("no runbook has %s", s.ID)
		}
	}
}

// party is a small workflow; files replace its own or come beside them.
func party(files map[string]string) fs.FS {
	all := map[string]string{
		"workflow.yaml": "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water]\n",
		"profile.yaml": `fields:
  - {key: cups, type: integer, title: Cups, default: 1, min: 1, max: 40}
  - {key: milk, type: boolean, title: Milk, default: false}
  - {key: kind, type: choice, title: Kind, default: black, choices: [{value: black, title: black}, {value: green, title: green}, {value: herbs, title: of herbs}]}
  - {key: guest.name, type: text, title: Guest, pattern: '^[A-Z][a-z]+$'}
  - {key: guest.code, type: text, title: Code}
  - {key: guest.comes, type: date, title: Comes}
  - {key: kettle, type: yymm, title: Kettle, example: "2401", required: true}
  - {key: pots, type: texts, title: Pots}
  - {key: rooms, type: records, title: Rooms, fields: [{key: name, type: text, title: Name, required: true}, {key: chairs, type: integer, title: Chairs}, {key: doors, type: texts, title: Doors}]}
`,
		"derive.yaml":        "values:\n  - {key: has.milk, value: milk && kind == \"black\", yes: somebody takes milk, no: nobody takes milk}\n",
		"1-water/index.yaml": "title: Water\ngoal: Hot.\nsteps: [boil, last]\n",
		"1-water/boil.md":    "---\ntitle: Boil\nrole: host\n---\n1. Boil.\n",
		"1-water/last.md":    "---\ntitle: Drink\nrole: host\n---\n1. Drink.\n",
	}
	maps.Copy(all, files)
	return folder(all)
}

// proveParty returns what is wrong, a problem or hint a line.
func proveParty(t *testing.T, files map[string]string) string {
	t.Helper()
	layer := party(files)
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: layer})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	proof := w.Prove("2026-11-23", profilesIn(t, layer))
	if again := w.Prove("2026-11-23", profilesIn(t, layer)); !slices.Equal(proof.Problems, again.Problems) || proof.Tried != again.Tried {
		t.Errorf("proved twice, two answers:\n%v\n%v", proof.Problems, again.Problems)
	}
	if len(proof.Problems) == 0 {
		everyStep(t, w, proof)
	}
	return strings.ReplaceAll(proof.Problems.Error(), "\thint: ", "")
}

// TestProveFindsTheWayIn has a condition of every kind, each of which only a
// profile meets that has to be looked for.
func TestProveFindsTheWayIn(t *testing.T) {
	for _, condition := range []string{
		`milk`, `not milk`, `kind == "herbs"`, `kind != "black" && cups > 12`, `cups == 40`, `cups * 3 > 100`, `has.milk && cups % 7 == 3`,
		`guest.name == "Ann"`, `guest.name startsWith "Bo"`, `guest.name matches "^Z[a-z]{4}$"`, `guest.code matches "^(no|yes)-[0-9]+$"`, `lower(guest.name) == "xaver"`,
		`given("guest.comes")`, `given("guest.comes") && guest.comes < date`, `given("guest.comes") && days_between(date, guest.comes) > 300`,
		`date >= "2031-01-01"`, `kettle < 2001`, `kettle == 1906 || kettle > 2611`, `"large" in pots`, `len(pots) == 3 && "large" in pots`, `len(pots) > 1 && !given("guest.code")`,
		`any(rooms, len(.doors) == 1)`, `len(rooms) == 2`, `any(rooms, .chairs > 0) && milk`,
		`(kind == "green" ? cups > 20 : kind == "herbs" ? cups > 39 : milk && cups == 17)`,
	} {
		got := proveParty(t, map[string]string{
			"1-water/index.yaml": "title: Water\ngoal: Hot.\nsteps: [boil, rare, last]\n",
			"1-water/rare.md":    "---\ntitle: Rare\nrole: host\nwhen: '" + condition + "'\n---\n1. Rare.\n",
		})
		if got != "" {
			t.Errorf("%s: %s", condition, got)
		}
	}
}

// TestProveGoesAroundRules wants a step whose condition the rules allow only
// in company.
func TestProveGoesAroundRules(t *testing.T) {
	files := map[string]string{
		"1-water/index.yaml": "title: Water\ngoal: Hot.\nsteps: [boil, rare, last]\n",
		"1-water/rare.md":    "---\ntitle: Rare\nrole: host\nwhen: kind == \"herbs\"\n---\n1. Rare.\n",
		"rules.yaml": `rules:
  - {id: R-01, when: kind == "herbs" && len(pots) < 2, at: kind, message: two pots}
  - {id: R-02, when: len(pots) > 0 && guest.name == "", at: pots, message: for whom}
  - {id: R-03, when: guest.name != "" && cups < 4, at: cups, message: more cups}
  - {id: R-04, when: cups > 3 && kettle < 2509, at: kettle, message: a newer one}
`,
	}
	if got := proveParty(t, files); got != "" {
		t.Error(got)
	}
	files["rules.yaml"] += "  - {id: R-05, when: kind == \"herbs\" && kettle >= 2509, at: kettle, message: an older one}\n"
	want := "tea/1-water/rare.md:4:7: error: no profile was found that brings in the step \"rare\"\nits condition is: “Kind” is of herbs; the profiles that make it true are refused by R-01, R-02, R-03, R-04 and R-05. Mend the condition, or add a sample profile whose runbook has the step"
	if got := proveParty(t, files); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestProveFindsFaults(t *testing.T) {
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"never true": {
			map[string]string{"1-water/boil.md": "---\ntitle: Boil\nrole: host\nwhen: cups > 40 || kind == \"green\" && has.milk\n---\n1. Boil.\n"},
			"tea/1-water/boil.md:4:7: error: no profile was found that brings in the step \"boil\"\nits condition is: “Cups” is more than 40 or (“Kind” is green and somebody takes milk). Mend the condition, or add a sample profile whose runbook has the step",
		},
		"contradicts its need": {
			map[string]string{
				"1-water/boil.md": "---\ntitle: Boil\nrole: host\nwhen: not milk\n---\n1. Boil.\n",
				"1-water/last.md": "---\ntitle: Drink\nrole: host\nwhen: has.milk\nneeds: [boil]\n---\n1. Drink.\n",
			},
			"tea/1-water/last.md:5:9: error: needs the step \"boil\", and no runbook can have both\nthis step comes when somebody takes milk; that one, when “Milk” is no",
		},
		"sometimes without its need": {
			map[string]string{
				"1-water/boil.md": "---\ntitle: Boil\nrole: host\nwhen: cups < 10 || cups > 12\n---\n1. Boil.\n",
				"1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n",
			},
			"tea/1-water/last.md:4:9: error: needs the step \"boil\", which is not in every runbook that has this one: not for the smallest profile with cups: 10\nwrite \"boil?\" if the need counts only when that step is in; else give both the same condition",
		},
		"never with what it would wait for": {
			map[string]string{
				"1-water/boil.md": "---\ntitle: Boil\nrole: host\nwhen: kind == \"green\"\n---\n1. Boil.\n",
				"1-water/last.md": "---\ntitle: Drink\nrole: host\nwhen: kind == \"black\"\nneeds: [\"boil?\"]\n---\n1. Drink.\n",
			},
			"tea/1-water/last.md:5:9: warning: needs the step \"boil\", but no profile was found whose runbook has both\ntake the need out, or mend one of the conditions",
		},
		"a need that never counts": {
			map[string]string{"1-water/last.md": "---\ntitle: Drink\nrole: host\nwhen: kind == \"black\"\nneeds: [{step: boil, when: kind == \"green\"}]\n---\n1. Drink.\n"},
			"tea/1-water/last.md:5:9: warning: needs the step \"boil\", but no profile was found for which that counts\ntake the need out, or mend its condition: “Kind” is green",
		},
		"a text that cannot be made": {
			map[string]string{
				"1-water/last.md": "---\ntitle: Drink\nrole: host\nwhen: milk\n---\n1. Drink\n   on {{day .guest.code}}.\n",
				"rules.yaml":      "rules:\n  - {id: R-01, when: milk && guest.code == \"\", at: milk, message: no code}\n",
			},
			"tea/1-water/last.md:6:1: error: the text cannot be made: day: \"example\" is no date\nfor the smallest profile with guest.code: example and milk: true",
		},
		"a value that cannot be computed": {
			map[string]string{
				"derive.yaml": "values:\n  - {key: days, value: 'milk ? days_between(date, guest.comes) : 0'}\n",
				"rules.yaml":  "rules:\n  - {id: R-01, when: days < 0, at: guest.comes, message: in the past}\n", "1-water/last.md": "---\ntitle: Drink\nrole: host\nwhen: milk\n---\n1. Drink.\n",
			},
			"tea/derive.yaml:2:24: error: the value \"days\" cannot be computed for the smallest profile with milk: true: days_between: \"\" is no day (YYYY-MM-DD)\nask first whether the profile gives what it needs: given(\"key\") ? ... : \"\"",
		},
		"rules that accept nothing": {
			map[string]string{"rules.yaml": "rules:\n  - {id: R-01, when: cups > 0, at: cups, message: none left}\n"},
			"tea/workflow.yaml:1:1: error: no profile was found that the rules accept\nwhat was tried is refused by R-01; give a sample profile in profiles/",
		},
		"a sample that the rules refuse": {
			map[string]string{
				"rules.yaml":      "rules:\n  - {id: R-01, when: cups > 9, at: cups, message: too many, hint: at most 9}\n  - {id: W-01, when: cups > 1, at: cups, message: many}\n",
				"profiles/a.yaml": "organization: Contoso\nkettle: 2509\ncups: 10\npeople: {host: {name: Ann}}\n",
			},
			"profiles/a.yaml:3:7: error[R-01]: too many\nat most 9",
		},
	} {
		if got := proveParty(t, test.files); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
	}
}
