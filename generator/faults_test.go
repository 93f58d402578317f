package generator_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

const step = "---\ntitle: Boil\nrole: host\n---\n1. Boil.\n"

// TestLintFaults breaks a workflow in one place; each fault is told once, where
// it is, and nothing that follows from it.
func TestLintFaults(t *testing.T) {
	boil := func(from, to string) map[string]string {
		return map[string]string{"1-water/boil.md": strings.Replace(step, from, to, 1)}
	}
	for name, tt := range map[string]struct {
		files map[string]string
		want  string
	}{
		"a tab in profile.yaml": {
			map[string]string{"profile.yaml": "fields:\n\t- {key: cups, type: integer}\n", "rules.yaml": "rules: [{id: R-01, when: cups > 3, at: cups, message: no}]\n"},
			"tea/profile.yaml:2:1: error: a tab in the indentation\nYAML wants spaces there",
		},
		"an index that is no YAML": {
			map[string]string{"1-water/index.yaml": "title: [Water\nsteps: [boil, last]\n"},
			"tea/1-water/index.yaml:1:8: error: the list that begins with this [ cannot be read\nclose it with ], and put a comma between two entries; put a text that begins with [ into quotes",
		},
		"the head of a step that is no YAML": {
			map[string]string{"1-water/boil.md": "---\ntitle: [Boil\n---\n1. Boil.\n", "1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n"},
			"tea/1-water/boil.md:2:8: error: the list that begins with this [ cannot be read\nclose it with ], and put a comma between two entries; put a text that begins with [ into quotes",
		},
		"an if without an end": {
			boil("1. Boil.", "1. Boil.\n1. Then {{if .milk}}milk{{else}}none.\n1. Wait."),
			"tea/1-water/boil.md:6:1: error: {{if .milk}} has no {{end}}\nput {{end}} where the text goes on for everybody",
		},
		"an end too many": {
			boil("1. Boil.", "1. Boil.\n1. Then{{end}}."),
			"tea/1-water/boil.md:6:1: error: there is an {{end}} too many\neach ends one {{if}}, {{with}} or {{range}}",
		},
		"an action that is not closed": {
			boil("1. Boil.", "1. Boil.\n1. Pour {{.cups"),
			"tea/1-water/boil.md:6:1: error: an action is not closed\nend it with }}",
		},
		"an action with one brace": {
			boil("1. Boil.", "1. Boil.\n1. Pour {{.cups} cups."),
			"tea/1-water/boil.md:6:1: error: an action is not closed\nend it with }}",
		},
		"a value where none can stand": {
			boil("role: host", "role: host\nwait: 5m\nwait_for: \"{{.cups}} cups boil\""),
			"tea/1-water/boil.md:5:11: error: no value can stand in this: readers would see \"{{.cups}} cups boil\"\nsay it without the braces, or in a key that is text",
		},
		"a type that there is not": {
			map[string]string{"profile.yaml": "fields:\n  - {key: milk, type: bool, title: Milk, default: true}\n  - {type: text, title: Sugar}\n  - {key: spoons, title: Spoons}\n  - {type: int, title: Cups}\n", "derive.yaml": "values: [{key: has.milk, value: milk and true}]\n"},
			"tea/profile.yaml:2:5: error: the field \"milk\" has no type that there is: \"bool\"\n" +
				"did you mean \"boolean\"? The types are text, integer, boolean, choice, choices, texts, date, dates, yymm, records, people, step-minutes, step-waits\n" +
				"tea/profile.yaml:3:5: error: the field has no key\nit is the name in the profile, such as gateway.name\n" +
				"tea/profile.yaml:4:5: error: the field \"spoons\" has no type\n" +
				"the types are text, integer, boolean, choice, choices, texts, date, dates, yymm, records, people, step-minutes, step-waits\n" +
				"tea/profile.yaml:5:5: error: the field has no key\nit is the name in the profile, such as gateway.name\n" +
				"tea/profile.yaml:5:5: error: the field has no type that there is: \"int\"\n" +
				"did you mean \"integer\"? The types are text, integer, boolean, choice, choices, texts, date, dates, yymm, records, people, step-minutes, step-waits",
		},
		"a table that there is not": {
			map[string]string{"derive.yaml": "tables: {limits: {black: a}}\nvalues:\n  - {key: much, value: 'limit[kind]'}\n"},
			"tea/derive.yaml:3:24: error: the expression \"limit[kind]\" names \"limit\", which does not exist\ndid you mean limits?",
		},
		"a code block beside its number": {
			boil("1. Boil.", "1. Boil:\n\n```sh\nboil\n```\n\nWhat comes after a sentence is for all:\n\n```sh\nls\n```"),
			"tea/1-water/boil.md:7:1: error: the code block ends the list: it does not stand under its number\nindent it like the text of the number; what belongs to none comes after a sentence of its own",
		},
		"a code block not far enough in": {
			boil("1. Boil.", "1. Boil:\n\n   ```sh\n   boil\n   ```\n\n2. Pour\nall of it:\n\n  ```sh\n  pour\n  ```"),
			"tea/1-water/boil.md:14:1: error: the code block ends the list: it does not stand under its number\nindent it like the text of the number; what belongs to none comes after a sentence of its own",
		},
		"a value in a table": {
			map[string]string{"derive.yaml": "tables: {limits: {black: \"{{.cups}}\"}}\nvalues:\n  - {key: much, value: 'limits[kind]'}\n"},
			"tea/derive.yaml:1:26: error: no value can stand in this: readers would see \"{{.cups}}\"\nsay it without the braces, or in a key that is text",
		},
		"a folder that is no phase": {
			map[string]string{"3-x/index.yaml": "title: X\n", "3-x/stir.md": step, "3-x/sip.md": step},
			"tea/3-x/index.yaml:1:1: error: there is no phase or reference \"3-x\"\nthere are 1-water",
		},
		"a comparison in a text": {
			boil("1. Boil.", "1. Boil.\n1. {{if eq .kind \"green\"}}Cool it.{{end}}"),
			"tea/1-water/boil.md:6:1: error: a text never compares, and so has no eq\nmake it a value in derive.yaml, which is yes or no",
		},
		"an unknown function": {
			boil("1. Boil.", "1. Boil.\n1. Pour {{nmu .cups}}."),
			"tea/1-water/boil.md:6:1: error: there is no function \"nmu\"\ndid you mean \"num\"?",
		},
		"a slip in the first part of a name": {
			boil("1. Boil.", "1. Boil.\n1. For {{.geust.name}}, {{.is.cold}}."),
			"tea/1-water/boil.md:6:10: error: the text names \"geust.name\", which does not exist\ndid you mean guest.name?\n" +
				"tea/1-water/boil.md:6:27: error: the text names \"is.cold\", which does not exist",
		},
		"a condition that is one unknown name": {
			boil("role: host", "role: host\nwhen: has.mlik"),
			"tea/1-water/boil.md:4:7: error: \"has.mlik\" does not exist\ndid you mean has.milk?",
		},
		"one equals sign": {
			boil("role: host", "role: host\nwhen: kind = \"green\""),
			"tea/1-water/boil.md:4:7: error: the expression \"kind = \\\"green\\\"\" cannot be read: \"=\" does not belong at character 6\ncompare with ==",
		},
		"one ampersand": {
			boil("role: host", "role: host\nwhen: milk & milk"),
			"tea/1-water/boil.md:4:7: error: the expression \"milk & milk\" cannot be read: \"&\" does not belong at character 6\njoin conditions with && and ||",
		},
		"a misspelt function": {
			map[string]string{"derive.yaml": "values:\n  - {key: a, value: 'day_between(date, date)'}\n"},
			"tea/derive.yaml:2:21: error: the expression \"day_between(date, date)\" calls the unknown function \"day_between\"\ndid you mean \"days_between\"?",
		},
		"a name that Windows keeps": {
			map[string]string{"1-water/index.yaml": "title: Water\nsteps: [boil, last, aux, console]\n", "1-water/aux.md": step, "1-water/console.md": step},
			"tea/1-water/index.yaml:2:21: error: Windows has no file aux.md: it keeps the name for a device\ntake another ID",
		},
		"half a condition": {
			boil("role: host", "role: host\nwhen: milk &&"),
			"tea/1-water/boil.md:4:7: error: the expression \"milk &&\" cannot be read: it ends too early",
		},
		"a choice that there is not": {
			boil("role: host", "role: host\nwhen: kind == \"gren\" || kind in [\"black\", \"blue\"] || kind != \"\""),
			"tea/1-water/boil.md:4:7: error: kind can never be \"blue\"\nthe values are black, green, herbs\n" +
				"tea/1-water/boil.md:4:7: error: kind can never be \"gren\"\ndid you mean \"green\"? The values are black, green, herbs",
		},
		"values in the wrong order": {
			map[string]string{"derive.yaml": "values:\n  - {key: a, value: b > 1}\n  - {key: b, value: cups}\n  - {key: c, value: c + 1}\n"},
			"tea/derive.yaml:2:5: error: the value \"a\" reads \"b\", which is computed later\nvalues are computed in their order: put b above it\n" +
				"tea/derive.yaml:4:5: error: the value \"c\" is computed from itself",
		},
		"a number in a table": {
			map[string]string{"derive.yaml": "tables: {limit: {black: 500}, list: {black: [1]}}\nvalues:\n  - {key: much, value: 'cups > limit[kind]'}\n"},
			"tea/derive.yaml:1:45: error: a table holds texts, not a list\n" +
				"tea/derive.yaml:3:24: error: the expression \"cups > limit[kind]\": \">\" at character 6 stands between a whole number and a text\nwhat a table holds is text",
		},
		"an unknown role": {
			boil("role: host", "role: hsot"),
			"tea/1-water/boil.md:3:7: error: unknown role \"hsot\"\ndid you mean \"host\"? The roles are host",
		},
		"no role": {
			boil("role: host\n", ""),
			"tea/1-water/boil.md:1:1: error: the step has no role\nthe roles are host",
		},
		"a step that needs itself": {
			boil("role: host", "role: host\nneeds: [boil]"),
			"tea/1-water/boil.md:4:9: error: the step needs itself\ntake it out",
		},
		"steps that need each other": {
			map[string]string{"1-water/boil.md": strings.Replace(step, "role: host", "role: host\nneeds: [\"last?\"]", 1), "1-water/last.md": "---\ntitle: Drink\nrole: host\nneeds: [boil]\n---\n1. Drink.\n"},
			"tea/1-water/boil.md:4:9: error: needs the step \"last\", which needs this one\ntake one of the needs out: each would wait for the other",
		},
		"a need with a condition that is none": {
			boil("role: host", "role: host\nneeds: [{step: boil, when: cups, until: noon}]"),
			`tea/1-water/boil.md:4:9: error: the step needs itself
take it out
tea/1-water/boil.md:4:28: error: the condition "cups" is a whole number, and neither true nor false
compare with ==, or ask given("key")
tea/1-water/boil.md:4:34: error: unknown key "until" in a need
the keys here are step, when`,
		},
		"a step that needs a later one": {
			boil("role: host", "role: host\nneeds: [last]"),
			"tea/1-water/boil.md:4:9: error: needs the step \"last\", which comes later\na step stands after what it needs",
		},
		"a fact that is not known": {
			map[string]string{"1-water/boil.md": strings.Replace(step, "role: host", "role: host\nfacts: [T-1, T-3]", 1), "facts.yaml": "known: [[T-1, T-2]]\nleft_out: [{fact: T-2, reason: old}]\n"},
			"tea/1-water/boil.md:1:1: error: step boil cites the fact T-3, which is not known\ndid you mean \"T-1\"?",
		},
		"everything twice": {
			map[string]string{
				"workflow.yaml": "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}, {id: host, title: Guest, required: true}]\nphases: [1-water, 1-water]\n",
				"derive.yaml":   "values:\n  - {key: has.milk, value: 1 < 2}\n  - {key: has.milk, value: 2 < 1}\n",
				"profile.yaml":  "fields:\n  - {key: milk, type: boolean, title: Milk}\n  - {key: milk, type: text, title: Milk}\n",
			},
			"tea/derive.yaml:3:5: error: the value \"has.milk\" stands here a second time\nthe first is in tea/derive.yaml:2:5\n" +
				"tea/profile.yaml:3:5: error: the field \"milk\" stands here a second time\nthe first is in tea/profile.yaml:2:5\n" +
				"tea/workflow.yaml:3:50: error: the role \"host\" stands here a second time\nthe first is in tea/workflow.yaml:3:9\n" +
				"tea/workflow.yaml:4:19: error: the phase \"1-water\" stands here a second time\nthe first is in tea/workflow.yaml:4:10",
		},
		"names of which one hides the other": {
			map[string]string{
				"derive.yaml":  "tables:\n  kind: {black: strong}\nvalues:\n  - {key: milk.fat, value: 1 < 2}\n  - {key: kind.strong, value: 1 < 2}\n  - {key: kind, value: 1 < 2}\n",
				"profile.yaml": "fields:\n  - {key: milk, type: boolean, title: Milk}\n  - {key: date, type: date, title: Day}\n",
			},
			"tea/derive.yaml:4:5: error: the value \"milk.fat\" seems part of \"milk\", which is a name of its own\n" +
				"tea/derive.yaml:5:5: error: the value \"kind.strong\" seems part of \"kind\", which is a name of its own\n" +
				"tea/derive.yaml:6:5: error: the value \"kind\" has the name of a table\n" +
				"tea/profile.yaml:3:5: error: the field \"date\" has a name that every workflow has already",
		},
		"a workflow that says nothing": {
			map[string]string{"workflow.yaml": ""},
			"tea/workflow.yaml:1:1: error: the file is empty",
		},
		"a workflow without anything": {
			map[string]string{"workflow.yaml": "verified: 2026-11-23\n", "1-water/index.yaml": "", "1-water/boil.md": "", "1-water/last.md": ""},
			"tea/workflow.yaml:1:1: error: the workflow has no id\nletters, digits, dots, dashes and underscores\n" +
				"tea/workflow.yaml:1:1: error: the workflow has no phases\nname their folders under phases, in order\n" +
				"tea/workflow.yaml:1:1: error: the workflow has no title\nit is part of the title of each runbook",
		},
		"no id, and no day": {
			map[string]string{"workflow.yaml": "title: Make tea\nverified: 2026-23-11\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water]\n"},
			"tea/workflow.yaml:1:1: error: the workflow has no id\nletters, digits, dots, dashes and underscores\n" +
				"tea/workflow.yaml:2:11: error: \"2026-23-11\" is no date\nwrite it as YYYY-MM-DD",
		},
		"an id with a blank": {
			map[string]string{"workflow.yaml": "id: make tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water]\n"},
			"tea/workflow.yaml:1:5: error: \"make tea\" is no id of a workflow\nletters, digits, dots, dashes and underscores",
		},
		"rules of no kind": {
			map[string]string{"rules.yaml": "rules:\n  - {id: X-3, when: milk, message: no}\n  - {id: r-03, when: milk, message: no}\n"},
			"tea/rules.yaml:2:5: error: \"X-3\" is no id of a rule\nR- and a number refuses, W- and a number points out\n" +
				"tea/rules.yaml:3:5: error: \"r-03\" is no id of a rule\nR- and a number refuses, W- and a number points out",
		},
		"what is missing": {
			map[string]string{
				"workflow.yaml":      "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}]\nphases: [1-water]\nreferences: [2-after]\n",
				"profile.yaml":       "fields:\n  - {key: milk, type: boolean, title: Milk}\n  - {key: kind, type: choice, title: Kind}\n",
				"derive.yaml":        "values: []\n",
				"1-water/index.yaml": "steps: [boil, \"w 2\"]\n",
				"1-water/boil.md":    "---\ntitle: Boil\nrole: host\nminutes: -5\nsources: [{title: Book, date: yesterday, url: foo}]\n---\n",
				"1-water/w 2.md":     step,
				"1-water/last.md":    "notes",
				"2-after/index.yaml": "title: After\nsteps: [rinse]\n",
				"2-after/rinse.md":   "---\ntitle: Wash up\n---\n1. Wash:\n\n   ```text\n   water\n",
			},
			"tea/1-water/boil.md:1:1: error: the step has no text\nsay below the second --- what is to be done\n" +
				"tea/1-water/boil.md:4:10: error: -5 minutes are less than none\n" +
				"tea/1-water/boil.md:5:31: error: \"yesterday\" is no date\nwrite it as YYYY-MM-DD\n" +
				"tea/1-water/boil.md:5:47: error: \"foo\" is no address\nbegin with https://\n" +
				"tea/1-water/index.yaml:1:1: error: \"1-water\" has no title\nwrite title: and what is done there\n" +
				"tea/1-water/index.yaml:1:15: error: \"w 2\" is no ID of a step\nletters, digits, dots, dashes and underscores\n" +
				"tea/1-water/last.md:1:1: error: nothing names the step \"last\"\nname it under steps in tea/1-water/index.yaml\n" +
				"tea/2-after/index.yaml:1:1: error: the reference \"2-after\" has no prefix\ngive it a letter, which stands before the numbers of its entries\n" +
				"tea/2-after/rinse.md:6:1: error: the code block that begins here does not end\nend it with ``` on a line of its own\n" +
				"tea/profile.yaml:3:5: error: the field \"kind\" has no choices\nlist them under choices, each with a value and a title",
		},
		"files that nothing reads": {
			map[string]string{"rule.yaml": "rules: []\n", "terms.yml": "terms: []\n", "boil.md": step, "README.md": "# Tea\n", "1-water/index.yml": "title: Water\n", "2-milk/boil.md": "1. Milk.\n", "3-x/index.yml": "title: X\n", "doc/tea.md": "# Tea\n", "doc/data.yaml": "a: b\n"},
			"tea/1-water/index.yml:1:1: error: nothing reads this file\ndid you mean \"index.yaml\"?\n" +
				"tea/2-milk/boil.md:1:1: error: there is no phase or reference \"2-milk\"\nthe step \"boil\" is in 1-water\n" +
				"tea/3-x/index.yml:1:1: error: there is no phase or reference \"3-x\"\nthere are 1-water\n" +
				"tea/boil.md:1:1: error: nothing reads this file\na step lies in the folder of its phase\n" +
				"tea/rule.yaml:1:1: error: nothing reads this file\ndid you mean \"rules.yaml\"?\n" +
				"tea/terms.yml:1:1: error: nothing reads this file\ndid you mean \"terms.yaml\"?",
		},
	} {
		if got := lintParty(t, tt.files); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, tt.want)
		}
	}
}

// TestOverlayReplacesWhatCarriesAFact takes away what carried a fact of the
// workflow below, whose list of facts nobody can edit. Its own facts count.
func TestOverlayReplacesWhatCarriesAFact(t *testing.T) {
	base := party(map[string]string{"facts.yaml": "known: [[T-1]]\n", "rules.yaml": "rules: [{id: W-01, when: milk, message: milk, facts: [T-1]}]\n"})
	overlay := folder(map[string]string{"facts.yaml": "known: [[C-1, C-2]]\n", "rules.yaml": "rules: [{id: W-01, when: milk, message: other, facts: [C-1]}]\n"})
	_, problems := generator.Lint(generator.Layer{Name: "tea", FS: base}, generator.Layer{Name: "o", FS: overlay})
	if got, want := strings.Split(problems.Error(), "\n")[0], "o/facts.yaml:1:15: error: nothing carries the fact C-2"; got != want || len(problems) != 1 {
		t.Errorf("got %v, want %s", problems, want)
	}
}

// TestProofOfAFaultEverywhere has a value that no profile can compute: that is
// said, and no step is said to be out of reach because of it.
func TestProofOfAFaultEverywhere(t *testing.T) {
	got := proveParty(t, map[string]string{"derive.yaml": "values:\n  - {key: a, value: 'add_days(\"soon\", cups)'}\n"})
	if !strings.HasPrefix(got, "tea/derive.yaml:2:21: error: ") || strings.Contains(got, "boil") {
		t.Errorf("got %s", got)
	}
}
