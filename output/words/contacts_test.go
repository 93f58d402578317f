package words_test

import (
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/words"
)

// called is a sheet of Ann, who waits for Bo, is called by him, and leaves the
// day to Cy. Bo holds another of her roles, too.
func called() *generator.Runbook {
	ann, bo := []generator.Person{{Name: "Ann"}}, []generator.Person{{Name: "B*o", Email: "b_o@x.example"}}
	by := func(title string) generator.Companion { return generator.Companion{Title: title, People: bo} }
	await := func(number string, by generator.Companion) generator.Awaited {
		return generator.Awaited{Need: generator.Need{Number: number, Title: "Title"}, By: by}
	}
	return &generator.Runbook{
		Lead: generator.Companion{Title: "Lead", People: []generator.Person{{Name: "Cy", Email: "cy@x.example"}}},
		Roles: []generator.RoleEntry{{Title: "Owner", People: ann, Sittings: []generator.Sitting{
			{With: []generator.Companion{by("Admin")}},
			{Ready: []generator.Awaited{await("1.1", by("Net")), await("1.2", generator.Companion{Title: "Owner", People: ann}), await("1.3", by("Net"))}},
		}}},
		Elsewhere: []generator.RoleEntry{{Title: "DNS", People: append(ann, bo...)}, {Title: "PKI", People: ann}},
		Schedule:  &generator.Schedule{},
	}
}

func TestCalls(t *testing.T) {
	t.Parallel()
	rb := called()
	const lead = "the Lead, Cy, <cy@x.example>, who "
	const kept = "the whole runbook and the profile, the file it is made from"
	const rest = "; Admin and Net, B\\*o, <b_o@x.example>. Ann also has the sheets DNS and PKI."
	if got, want := string(words.Calls(rb)), "**Whom to call:** if a day does not suit or something is refused, "+lead+"also has "+kept+", and gets this sheet back"+rest; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	rb.Schedule = nil
	if got, want := string(words.Calls(rb)), "**Whom to call:** "+lead+"agrees the days with you, since none is planned yet, and has "+kept+", and gets this sheet back"+rest; got != want {
		t.Errorf("without days\n%s\nwant\n%s", got, want)
	}
	rb.Roles[0].Sittings[0].With[0].People[0].Email = "[b](http://evil.example)"
	if got := string(words.Calls(rb)); strings.Contains(got, "[b](") {
		t.Errorf("an address is a link:\n%s", got)
	}
	rb.Lead.People = rb.Roles[0].People
	if got := string(words.Calls(rb)); !strings.HasPrefix(got, "**Whom to call:** Admin and Net, B") {
		t.Errorf("who leads calls himself:\n%s", got)
	}
	if got := string(words.Calls(rb)); !strings.Contains(got, ". You have "+kept+". Ann also") {
		t.Errorf("who leads does not learn what he has:\n%s", got)
	}
	rb.Roles[0].Sittings = nil
	if got := string(words.Calls(rb)); got != "" {
		t.Errorf("for nothing to do: %s", got)
	}
}

func TestWait(t *testing.T) {
	t.Parallel()
	wait := generator.Wait{Text: "2 working days"}
	for want, it := range map[string]generator.Item{
		"":                                      {Planned: &generator.Planned{End: "2027-01-14", Ready: "2027-01-14"}},
		"2 working days":                        {Wait: wait},
		"2 working days, until Tue 19 Jan 2027": {Wait: wait, Planned: &generator.Planned{End: "2027-01-14", Ready: "2027-01-19"}},
	} {
		if got := words.Wait(it); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestWhen(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]generator.Sitting{
		"on call, Thu 14 Jan 2027 \u2013": {Planned: "2027-01-14", OnCall: true, Minutes: 45},
		"on call \u2013":                  {OnCall: true, Minutes: 45},
		"Thu 14 Jan 2027 45 min":          {Planned: "2027-01-14", Minutes: 45},
		"when ready 45 min":               {Minutes: 45},
	} {
		if got := words.When(s) + " " + words.HandsOn(s); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
