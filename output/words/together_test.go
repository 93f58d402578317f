package words_test

import (
	"strings"
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
		Number: "4.1", Title: "Create it", Role: "owner", RoleTitle: "Owner", People: person("Bo"), Minutes: 45, Ready: "a console", OnCallFor: "in case `it` fails",
		Planned: &generator.Planned{Start: "2027-01-14"},
		With: []generator.Companion{
			{Role: "admin", Title: "Admin", People: person("Carl"), StandsIn: "owner"},
			{Role: "boss", Title: "Boss", People: person("A*n"), OnCall: true},
		},
	}
	parts := func(role string) string {
		var out strings.Builder
		for _, p := range words.Parts(&generator.Runbook{Role: role, Beside: []generator.Item{it}}) {
			out.WriteString(string(p))
		}
		return out.String()
	}
	for _, c := range []struct{ name, got, want string }{
		{"the item", string(words.Together(it)), `**With:** Admin, Carl, standing in. **Ready before:** a console. **Within reach:** Boss, A\*n: in case ` + "`it`" + ` fails.`},
		{"beside", parts("admin"), "**4.1 Create it**, with the Owner, Bo, Thu 14 Jan 2027, 45 min. You have ready: a console. The steps are on the sheet of that role."},
		{"on call", parts("boss"), ""}, // the line of the sitting says it all
		{"a cell", words.Attending(it), "Admin, Carl; Boss, A*n (within reach)"},
		{"the sitting", words.Companions(generator.Sitting{With: it.With}), "with the Admin; Boss within reach"},
		{"a part of the sitting", words.Companions(generator.Sitting{With: []generator.Companion{{Title: "Admin", In: "3.1"}, {Title: "Boss", In: "3.2, 3.4", OnCall: true}}}), "with the Admin in 3.1; Boss in 3.2, 3.4 within reach"},
		{"the sitting of the boss", words.Companions(generator.Sitting{With: []generator.Companion{{Title: "Owner", People: person("Bo"), StandsIn: "admin"}}, Beside: "owner", OnCall: true, Minutes: 45}), "within reach of the Owner, Bo, standing in, for 45 min"},
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

// What a sitting waits for is said by those who do it, each once.
func TestAwaited(t *testing.T) {
	t.Parallel()
	need := func(number, role, standsIn string) generator.Awaited {
		return generator.Awaited{Need: generator.Need{Number: number, Title: "Do"}, By: generator.Companion{Role: role, Title: strings.ToUpper(role), People: []generator.Person{{Name: "Ann"}}, StandsIn: standsIn}}
	}
	for want, list := range map[string][]generator.Awaited{
		"":                nil,
		"1.1 Do (A, Ann)": {need("1.1", "a", "")},
		"1.1 Do, 1.3 Do and 1.4 Do (A, Ann); 1.2 Do (B, Ann, standing in); 1.5 Do and 1.6 Do (C, Ann)": {
			need("1.1", "a", ""), need("1.3", "a", ""), need("1.4", "a", ""), need("1.2", "b", "a"), need("1.5", "c", ""), need("1.6", "c", ""),
		},
	} {
		var got strings.Builder
		for _, a := range words.AwaitedItems(generator.Sitting{Ready: list}) {
			got.WriteString(a.Join + a.Number + " " + a.Title + a.Who)
		}
		if got.String() != want {
			t.Errorf("got %q, want %q", got.String(), want)
		}
	}
}
