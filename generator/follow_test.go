package generator_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// TestFaultsThatFollow has faults of which others would follow: each is told
// alone, and what else is wrong with it.
func TestFaultsThatFollow(t *testing.T) {
	last := "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink what {{step \"boil\"}} made.\n"
	for name, tt := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a value without an expression": {
			map[string]string{"derive.yaml": "values:\n  - {key: is.a, yes: a}\n  - {key: is.b, value: 'not is.a'}\n", "rules.yaml": "rules: [{id: W-01, when: is.a, at: milk, message: \"{{.is.a}}\"}]\n", "1-water/boil.md": strings.Replace(step, "role: host", "role: hots\nwhen: is.b && is.a", 1)},
			"tea/1-water/boil.md:3:7: error: unknown role \"hots\"\ndid you mean \"host\"? The roles are host\n" +
				"tea/derive.yaml:2:5: error: a value wants a key and a value\nwrite key: with its name, and value: with an expression",
		},
		"a value whose expression cannot be read": {
			map[string]string{"derive.yaml": "values:\n  - {key: is.a, value: 'milk &&'}\n", "rules.yaml": "rules: [{id: W-01, when: is.a, at: milk, message: no}]\n"},
			"tea/derive.yaml:2:24: error: the expression \"milk &&\" cannot be read: it ends too early",
		},
		"a step without a head": {
			map[string]string{"1-water/boil.md": "---\ntitle: Boil\n1. Boil.\n", "1-water/last.md": last, "facts.yaml": "known: [[T-1]]\n", "rules.yaml": "rules: [{id: X-1, when: milk, at: milk, message: no}]\n"},
			"tea/1-water/boil.md:1:1: error: the front matter of the step does not end\na step begins with ---, its keys, and --- again\n" +
				"tea/rules.yaml:1:9: error: \"X-1\" is no id of a rule\nR- and a number refuses, W- and a number points out",
		},
		"a step whose head is no YAML": {
			map[string]string{"1-water/boil.md": "---\ntitle: Boil: it\n---\n1. Boil.\n", "1-water/last.md": strings.Replace(last, "host", "hots", 1)},
			"tea/1-water/boil.md:2:12: error: this is not valid YAML: mapping values are not allowed in this context\nput a text with a colon in it into quotes, and a colon behind every key; keys of one group begin in the same column\n" +
				"tea/1-water/last.md:3:7: error: unknown role \"hots\"\ndid you mean \"host\"? The roles are host",
		},
		"a step without a file": {
			map[string]string{"1-water/index.yaml": "title: Water\nsteps: [biol, last]\n", "1-water/boil.md": "notes", "1-water/last.md": strings.ReplaceAll(last, "boil", "biol")},
			"tea/1-water/boil.md:1:1: error: nothing names the step \"boil\"\nname it under steps in tea/1-water/index.yaml\n" +
				"tea/1-water/index.yaml:2:9: error: the step \"biol\" has no file tea/1-water/biol.md\nwrite one, or take the step out of the list",
		},
		"a phase without a folder": {
			map[string]string{"workflow.yaml": "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water, 2-milk]\n", "1-water/last.md": strings.ReplaceAll(last, "boil", "milk")},
			"tea/workflow.yaml:4:19: error: there is no tea/2-milk/index.yaml\neach phase and reference is a folder with an index.yaml",
		},
		"phases under another key": {
			map[string]string{"workflow.yaml": "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphase: [1-water]\n", "1-water/last.md": last},
			"tea/workflow.yaml:1:1: error: the workflow has no phases\nname their folders under phases, in order\n" +
				"tea/workflow.yaml:4:1: error: unknown key \"phase\" in workflow.yaml\ndid you mean \"phases\"? The keys here are id, phases, references, roles, summary, title, title_default, verified",
		},
	} {
		if got := lintParty(t, tt.files); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestFaultsInWords has faults whose remedy the words of a library did not tell.
func TestFaultsInWords(t *testing.T) {
	boil := func(from, to string) map[string]string {
		return map[string]string{"1-water/boil.md": strings.Replace(step, from, to, 1)}
	}
	for name, tt := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a circle": {
			map[string]string{
				"1-water/index.yaml": "title: Water\nsteps: [fill, boil, last]\n", "1-water/fill.md": strings.Replace(step, "role: host", "role: host\nneeds: [last]", 1),
				"1-water/boil.md": strings.Replace(step, "role: host", "role: host\nneeds: [fill]", 1), "1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n",
			},
			"tea/1-water/fill.md:4:9: error: needs the step \"last\", which needs this one through \"boil\"\ntake one of the needs out: each would wait for the other",
		},
		"an optional need without quotes": {
			boil("role: host", "role: host\nneeds: [last?, x]"),
			"tea/1-water/boil.md:4:8: error: the list that begins with this [ cannot be read\nput an entry that ends in ? into quotes",
		},
		"needs without brackets": {
			boil("role: host", "role: host\nneeds: last, x"),
			"tea/1-water/boil.md:4:8: error: needs wants a list, not \"last, x\"\nwrite it in brackets, as in [a, b], or one entry a line, each with a dash",
		},
		"a dash without a space": {
			map[string]string{"terms.yaml": "terms:\n  -{term: Tea, text: Leaves.}\n"},
			"tea/terms.yaml:2:20: error: this is not valid YAML: mapping values are not allowed in this context\nput a space behind the dash that begins an entry",
		},
		"no part of an entry": {
			map[string]string{"derive.yaml": "values:\n  - {key: a, value: 'any(rooms, .nam == \"x\")'}\n  - {key: b, value: 'any(rooms, .floor == \"x\")'}\n"},
			"tea/derive.yaml:2:21: error: the expression \"any(rooms, .nam == \\\"x\\\")\": \"nam\" at character 13 is no part of what is looked at there\ndid you mean \"name\"? Entries have the parts chairs, doors, name\n" +
				"tea/derive.yaml:3:21: error: the expression \"any(rooms, .floor == \\\"x\\\")\": \"floor\" at character 13 is no part of what is looked at there\nentries have the parts chairs, doors, name",
		},
		"a misspelt predicate": {
			map[string]string{"derive.yaml": "values:\n  - {key: a, value: 'len(fliter(pots, true))'}\n"},
			"tea/derive.yaml:2:21: error: the expression \"len(fliter(pots, true))\" calls the unknown function \"fliter\"\ndid you mean \"filter\"?",
		},
		"what was written for a field taken for a list": {
			map[string]string{"profile.yaml": "fields:\n  - {key: milk, type: boolean, title: Milk}\n  - {key: kind, type: text, title: Kind, otherwise: R-01}\n", "rules.yaml": "rules:\n  - id: R-01\n    message: \"not {{q .value}} or {{codes .value}}\"\n"},
			"tea/rules.yaml:3:14: error: codes wants a list\nwhat it gets is a text",
		},
		"a deadline that is a number": {
			map[string]string{"rules.yaml": "rules:\n  - id: W-01\n    at: cups\n    deadline: cups + 1\n    message: no\n"},
			"tea/rules.yaml:4:15: error: the deadline of the rule W-01 is no date, but a whole number\nwrite an expression that gives YYYY-MM-DD, or \"\" for no day",
		},
	} {
		if got := lintParty(t, tt.files); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestProofTellsATextOnce has a text that no profile can make: it is told for
// the first of them.
func TestProofTellsATextOnce(t *testing.T) {
	got := proveParty(t, map[string]string{"1-water/boil.md": strings.Replace(step, "Boil.", "Boil on {{day .kind}}.", 1)})
	if strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "tea/1-water/boil.md:5:1: error: the text cannot be made: day: \"black\" is no date\nfor ") {
		t.Errorf("got %s", got)
	}
}

// TestOverlayInAnyOrder names neighbours that stand below in the same list.
func TestOverlayInAnyOrder(t *testing.T) {
	files := map[string]string{
		"workflow.yaml":      "phases:\n  - {phase: 4-more, after: 3-milk}\n  - {phase: 3-milk, before: 1-water}\n",
		"3-milk/index.yaml":  "title: Milk\ngoal: White.\nsteps: [{step: d, before: e}, e]\n",
		"4-more/index.yaml":  "title: More\ngoal: Sweet.\nsteps: [f]\n",
		"1-water/index.yaml": "steps:\n  - {step: b, after: c}\n  - {step: c, before: last}\n  - {step: a, before: boil}\n",
	}
	for _, id := range []string{"1-water/a", "1-water/b", "1-water/c", "3-milk/d", "3-milk/e", "4-more/f"} {
		files[id+".md"] = step
	}
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: party(nil)}, generator.Layer{Name: "o", FS: folder(files)})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var ids []string
	for _, s := range w.Steps() {
		ids = append(ids, s.ID)
	}
	if got, want := strings.Join(ids, " "), "d e f a boil c b last"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	files = map[string]string{"1-water/index.yaml": "steps:\n  - {step: a, after: b}\n  - {step: b, after: a}\n  - {step: c, after: cc}\n  - {step: boil, after: last}\n  - {step: d, after: boil, before: last}\n"}
	for _, id := range []string{"1-water/a", "1-water/b", "1-water/c", "1-water/d"} {
		files[id+".md"] = step
	}
	_, problems = generator.Lint(generator.Layer{Name: "tea", FS: party(nil)}, generator.Layer{Name: "o", FS: folder(files)})
	want := "o/1-water/index.yaml:2:5: error: \"a\" stands after \"b\", which waits for this one\n\thint: let one of them name a neighbour that is there already\n" +
		"o/1-water/index.yaml:4:5: error: \"c\" stands after \"cc\", which does not exist\n\thint: there are boil, last\n" +
		"o/1-water/index.yaml:5:5: error: the step \"boil\" is there already\n\thint: an overlay moves no step; a file with its name changes what it says\n" +
		"o/1-water/index.yaml:6:5: error: \"d\" stands after one and before another\n\thint: keep one of the two"
	if got := problems.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestEntryOfAList chooses entries by their number, as the check of types has
// always allowed.
func TestEntryOfAList(t *testing.T) {
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: party(map[string]string{
		"derive.yaml": "values:\n  - {key: a.pot, value: 'len(pots) > 1 ? pots[1] : \"\"', label: Pot}\n  - {key: a.room, value: 'rooms[0].name', label: Room}\n",
	})})
	if err != nil {
		t.Fatal(err)
	}
	for pots, want := range map[string]string{"[blue, red]": "red hall", "[]": "hall"} {
		rb := rendered(t, w, "organization: A\nkettle: 2401\npots: "+pots+"\nrooms: [{name: hall}]\npeople: {host: {name: Ann}}\n")
		var got []string
		for _, n := range rb.Names {
			got = append(got, n.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", pots, got, want)
		}
	}
	got := proveParty(t, map[string]string{"derive.yaml": "values:\n  - {key: a.pot, value: 'pots[0]', label: Pot}\n"})
	if want := "tea/derive.yaml:2:25: error: the value \"a.pot\" cannot be computed for the smallest profile: pots has no entry 0, counted from 0: it has 0\n"; !strings.HasPrefix(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestOverlayOfAnotherType replaces what others read with something else: that
// is told in the overlay, and not at everything that reads it.
func TestOverlayOfAnotherType(t *testing.T) {
	overlay := folder(map[string]string{
		"profile.yaml": "fields:\n  - {key: cups, type: text, title: Cups}\n  - {key: guest.code, type: choice, title: Code, choices: [{value: x, title: X}]}\n",
		"derive.yaml":  "values:\n  - {key: has.milk, value: cups}\n  - {key: is.many, value: cups > 8}\n  - {key: own, value: cups}\n",
	})
	base := party(map[string]string{
		"derive.yaml": "values:\n  - {key: has.milk, value: milk, yes: somebody takes milk}\n  - {key: is.many, value: cups > 4}\n",
		"rules.yaml":  "rules: [{id: W-01, when: has.milk && cups > 3 && is.many, at: cups, message: many}]\n",
	})
	_, problems := generator.Lint(generator.Layer{Name: "tea", FS: base}, generator.Layer{Name: "o", FS: overlay})
	want := "o/derive.yaml:2:5: error: the value \"has.milk\" was a yes or no, and is a whole number now\n\thint: what reads it wants what was there; take another key for something else\n" +
		"o/profile.yaml:2:5: error: there is a field \"cups\" already, of the type integer\n\thint: leave its type as it is, or take another key"
	if got := problems.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
