package words_test

import (
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/words"
)

// What is said of people who work together, seen from either side.
func TestTogether(t *testing.T) {
	t.Parallel()
	person := func(name string) []generator.Person { return []generator.Person{{Name: name}} }
	it := generator.Item{
		Number: "4.1", Title: "Create it", Role: "owner", RoleTitle: "Owner", People: person("Bo"), Minutes: 45, Ready: "a console",
		Planned: &generator.Planned{Start: "2027-01-14"},
		With: []generator.Companion{
			{Role: "admin", Title: "Admin", People: person("Carl"), StandsIn: "owner"},
			{Role: "boss", Title: "Boss", People: person("A*n"), OnCall: true},
		},
	}
	for _, c := range []struct{ name, got, want string }{
		{"the item", string(words.Together(it)), `**With:** Admin, Carl (standing in). **Ready before:** a console. **Within reach:** Boss, A\*n.`},
		{"beside", string(words.Part(it, "admin")), "**4.1 Create it**, with the Owner, Bo, Thu 14 Jan 2027, 45 min. You have ready: a console. The steps are on the sheet of that role."},
		{"on call", string(words.Part(it, "boss")), "**4.1 Create it**, within reach of the Owner, Bo, Thu 14 Jan 2027, 45 min."},
		{"a cell", words.Attending(it), "Admin, Carl; Boss, A*n (within reach)"},
		{"the sitting", words.Companions(generator.Sitting{With: it.With}), "with the Admin; Boss within reach"},
		{"the sitting of the boss", words.Companions(generator.Sitting{With: []generator.Companion{{Title: "Owner"}}, Beside: "owner", OnCall: true}), "within reach of the Owner"},
		{"alone", string(words.Together(generatortest.Small().Phases[1].Items[0])), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	it.With = nil
	if got := words.Together(it); got != "**Have ready:** a console." {
		t.Errorf("one person for both: %q", got)
	}
}

func TestGateLine(t *testing.T) {
	t.Parallel()
	p := generatortest.Small().Phases[0]
	if got, want := string(words.GateLine(p)), "**Phase 1: Configure Microsoft Entra ID**, Tue 12 Jan 2027. Before it starts: The names are free. At its end: the sign-off."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	p.Gate, p.Start, p.Due = nil, "", ""
	if got, want := string(words.GateLine(p)), "**Phase 1: Configure Microsoft Entra ID**. At its end: the sign-off."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
