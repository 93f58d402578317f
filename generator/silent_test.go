package generator_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// TestFaultsThatWorkAtFirst has faults with which runbooks can be made, though
// not those that the author meant: each is told where it is.
func TestFaultsThatWorkAtFirst(t *testing.T) {
	boil := func(from, to string) map[string]string {
		return map[string]string{"1-water/boil.md": strings.Replace(step, from, to, 1)}
	}
	fields := func(lines string) map[string]string {
		return map[string]string{"profile.yaml": "fields:\n  - {key: milk, type: boolean, title: Milk}\n  - {key: kind, type: text, title: Kind}\n  - {key: cups, type: integer, title: Cups}\n" + lines}
	}
	for name, tt := range map[string]struct {
		files map[string]string
		want  string
	}{
		"an exclamation mark that YAML keeps": {
			boil("role: host", "role: host\nwhen: !milk"),
			"tea/1-water/boil.md:4:7: error: \"!milk\" is a tag of YAML, and no part of the value\nput a text that begins with ! into quotes",
		},
		"a text that is not UTF-8": {
			boil("Boil.\n", "Boil caf\xe9.\n"),
			"tea/1-water/boil.md:5:12: error: this byte is not UTF-8 text\nsave the file as UTF-8",
		},
		"a text that is UTF-16": {
			map[string]string{"1-water/boil.md": "\xff\xfe-\x00-\x00-\x00\n\x00", "1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n"},
			"tea/1-water/boil.md:1:1: error: the file is UTF-16\nsave it as UTF-8",
		},
		"names that no condition can name": {
			fields("  - {key: tea-pot, type: text, title: Pot}\n  - {key: day, type: text, title: Day}\n  - {key: in.cup, type: text, title: In it}\n  - {key: cup.in, type: text, title: In it}\n"),
			"tea/profile.yaml:5:5: error: conditions and texts cannot name the field \"tea-pot\"\nletters, digits and underscores, and dots between words\n" +
				"tea/profile.yaml:7:5: error: the field \"in.cup\" begins with a word of the language of conditions\ntake another word",
		},
		"fields that hide functions": {
			map[string]string{
				"profile.yaml": "fields:\n  - {key: day, type: text, title: Day}\n  - {key: any.cup, type: text, title: Cup}\n",
				"derive.yaml":  "values:\n  - {key: has.milk, value: 'day(date) == \"\"'}\n  - {key: is.a, value: 'any([1], # == 1)'}\n  - {key: is.b, value: 'day == any.cup'}\n",
			},
			"tea/derive.yaml:2:28: error: the expression \"day(date) == \\\"\\\"\": day is a name of this workflow, and so no function\ntake another word for the field, value or table\n" +
				"tea/derive.yaml:3:24: error: the expression \"any([1], # == 1)\": any is a name of this workflow, and so no function\ntake another word for the field, value or table",
		},
		"a value and a table that no condition can name": {
			map[string]string{"derive.yaml": "tables: {how-strong: {black: very}}\nvalues:\n  - {key: has.milk, value: milk}\n  - {key: has.much-milk, value: milk}\n"},
			"tea/derive.yaml:1:10: error: conditions and texts cannot name the table \"how-strong\"\nletters, digits and underscores, and dots between words\n" +
				"tea/derive.yaml:4:5: error: conditions and texts cannot name the value \"has.much-milk\"\nletters, digits and underscores, and dots between words",
		},
		"a field of every workflow with another type": {
			fields("  - {key: schedule.start, type: text, title: Start}\n  - {key: document.classification, type: choice, title: Class, choices: [{value: Public, title: public}]}\n"),
			"tea/profile.yaml:5:5: error: there is a field \"schedule.start\" already, of the type date\nleave its type as it is, or take another key",
		},
		"examples that are refused": {
			fields("  - {key: a, type: text, title: A, pattern: '^[A-Z]+$', shape: capitals, example: Abc}\n  - {key: b, type: integer, title: B, max: 9, example: 10}\n  - {key: c, type: choice, title: C, choices: [{value: x, title: X}], example: z}\n" +
				"  - {key: d, type: texts, title: D, example: 12}\n  - {key: e, type: dates, title: E, example: \"2026-11-23\"}\n  - {key: f, type: integer, title: F, example: \"10\"}\n"),
			"tea/profile.yaml:5:83: error: the example is refused in a profile: a \"Abc\" has not the right form\ncapitals\n" +
				"tea/profile.yaml:6:56: error: the example is refused in a profile: b cannot be as large as 10\n" +
				"tea/profile.yaml:7:80: error: the example is refused in a profile: c cannot be \"z\"",
		},
		"fields that can have no value": {
			fields("  - {key: a, type: records, title: A}\n  - {key: b, type: choice, title: B, choices: [{value: x, title: X}, {value: x, title: Y}]}\n  - {key: c, type: integer, title: C, min: 5, max: 3}\n"),
			"tea/profile.yaml:5:5: error: the field \"a\" has no parts\nlist them under fields, each with a key, a type and a title\n" +
				"tea/profile.yaml:6:5: error: the field \"b\" has the choice \"x\" twice\ngive each choice a value of its own\n" +
				"tea/profile.yaml:7:5: error: the field \"c\" can have no value from 5 to 3\nmin is the smallest value, max the largest",
		},
		"a term twice": {
			map[string]string{"terms.yaml": "terms:\n  - {term: Tea, text: Leaves in water.}\n  - {term: Milk, text: White., when: milk}\n  - {term: Milk, text: Whiter., when: not milk}\n  - {term: Tea, text: Water.}\n"},
			"tea/terms.yaml:5:5: error: the term \"Tea\" stands here a second time\nthe first is in tea/terms.yaml:2:5",
		},
		"a need twice": {
			map[string]string{"1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil, \"boil?\"]\n---\n1. Drink.\n"},
			"tea/1-water/last.md:4:15: error: needs the step \"boil\" twice\nname each once",
		},
		"titles and messages of two lines": {
			map[string]string{
				"1-water/boil.md": "---\ntitle: |\n  Boil\n  the water\nrole: host\n---\n1. Boil.\n",
				"1-water/last.md": "---\ntitle: |\n  Drink\nrole: host\n---\n1. Drink.\n",
				"rules.yaml":      "rules:\n  - id: R-01\n    when: cups > 20\n    message: |\n      too\n      many\n    hint: \"fewer\\ncups\"\n",
			},
			"tea/1-water/boil.md:2:8: error: a title has one line\nwrite it on one line, or fold it with > in place of |\n" +
				"tea/rules.yaml:4:14: error: a message has one line\nwrite it on one line, or fold it with > in place of |\n" +
				"tea/rules.yaml:7:11: error: a hint has one line\nwrite it on one line, or fold it with > in place of |",
		},
		"references that cannot be told apart": {
			map[string]string{
				"workflow.yaml":      "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water]\nreferences: [2-after, 3-later]\n",
				"2-after/index.yaml": "title: After\nprefix: A\nsteps: [rinse]\n", "2-after/rinse.md": "---\ntitle: Rinse\nwith: [host]\n---\n1. Rinse.\n",
				"3-later/index.yaml": "title: Later\nprefix: A\nsteps: [dry]\n", "3-later/dry.md": "---\ntitle: Dry\n---\n1. Dry.\n",
			},
			"tea/2-after/rinse.md:3:8: error: an entry of a reference is looked up, and nobody sits beside\nonly a step of a phase has sittings\n" +
				"tea/3-later/index.yaml:1:1: error: the reference \"3-later\" has the prefix of \"2-after\"\ngive each a letter of its own: their entries would have the same numbers",
		},
	} {
		if got := lintParty(t, tt.files); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// An overlay may give a field of every workflow choices of its own, and repeat
// what the step below needs.
func TestOverlayOverCommonField(t *testing.T) {
	base := party(map[string]string{"1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n"})
	overlay := folder(map[string]string{
		"profile.yaml":    "fields:\n  - {key: document.classification, type: choice, title: Class, choices: [{value: Public, title: public}]}\n",
		"1-water/last.md": "---\nalso_needs: [boil]\n---\n",
	})
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: base}, generator.Layer{Name: "o", FS: overlay})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if unread := w.Unread(); len(unread) > 0 {
		t.Error(unread)
	}
}

// Names shows lists and answers as people write them.
func TestNamesInWords(t *testing.T) {
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: party(map[string]string{
		"derive.yaml": "values:\n  - {key: a.pots, value: pots, label: Pots}\n  - {key: a.milk, value: milk, label: Milk}\n  - {key: a.cups, value: cups * 1000, label: Cups}\n  - {key: a.none, value: 'filter(pots, # == \"x\")', label: None}\n",
	})})
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: A\nkettle: 2401\npots: [blue, red]\nmilk: true\npeople: {host: {name: Ann}}\n")
	var got []string
	for _, n := range rb.Names {
		got = append(got, n.Label+": "+n.Value)
	}
	if got, want := strings.Join(got, "; "), "Pots: blue, red; Milk: yes; Cups: 1,000"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
