package generator_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// TestDraftTakesPeopleApart holds what is typed for a person against what goes
// into the profile: nothing of it may get lost or be guessed.
func TestDraftTakesPeopleApart(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"Ann Lee", "{name: Ann Lee}"},
		{"Ann Lee <ann@contoso.com> @annlee", "{name: Ann Lee, email: ann@contoso.com, github: annlee}"},
		{"  Ann   Lee<ann@contoso.com>@annlee ", "{name: Ann Lee, email: ann@contoso.com, github: annlee}"},
		{"Ann Lee ann@contoso.com", "{name: Ann Lee, email: ann@contoso.com}"},
		{"Ann Lee (ann@contoso.com)", "{name: Ann Lee, email: ann@contoso.com}"},
		{"Ann Lee @annlee < ann@contoso.com >", "{name: Ann Lee, email: ann@contoso.com, github: annlee}"},
		{"@annlee ann@contoso.com Ann Lee", "{name: Ann Lee, email: ann@contoso.com, github: annlee}"},
		{"Service Desk (first line)", "{name: Service Desk (first line)}"},
		{"Ann; Bo Berg @boberg;Eve", "[{name: Ann}, {name: Bo Berg, github: boberg}, {name: Eve}]"},
		{"Ann Lee, Bo Berg @boberg, Eve", "[{name: Ann Lee}, {name: Bo Berg, github: boberg}, {name: Eve}]"},
		{"Ann <ann@contoso.com>, Eve", "[{name: Ann, email: ann@contoso.com}, {name: Eve}]"},
		{"Ann,, ", "{name: Ann}"},
	}
	for _, tt := range tests {
		d := draft(t, "")
		answer(d, needed...)
		d.Set("people.pki-admin", tt.typed)
		for _, p := range d.ProblemsOf("people.pki-admin") {
			t.Errorf("%q: %s", tt.typed, p.Message)
		}
		if data := string(d.New()); !strings.Contains(data, "\n  pki-admin: "+tt.want+"\n") {
			_, line, _ := strings.Cut(data, "\n  pki-admin:")
			line, _, _ = strings.Cut(line, "\n")
			t.Errorf("%q: got%s, want %s", tt.typed, line, tt.want)
		}
	}
}

// TestDraftRefusesPeople wants an error for everything that would have to be
// guessed, which says how it was understood.
func TestDraftRefusesPeople(t *testing.T) {
	tests := []struct{ typed, want, hint string }{
		{"Bo Berg <bo@contoso.com> @ann lee", `a GitHub login has no blank, and a name does not come behind it: "@ann lee"`, `understood: name "Bo Berg", mail "bo@contoso.com", login "ann"; write `},
		{"@ann lee", `a GitHub login has no blank, and a name does not come behind it: "@ann lee"`, `understood: login "ann"; `},
		{" @boberg", `"@boberg" has no name in it`, `understood: login "boberg"; `},
		{"bo@contoso.com", `"bo@contoso.com" has no name in it`, `understood: mail "bo@contoso.com"; `},
		{"Bo Berg, @boberg", `"@boberg" has no name in it`, `understood: login "boberg"; `},
		{"Bo @boberg @annlee", `"@annlee" is left over: there is a GitHub login already, "boberg"`, `understood: name "Bo", login "boberg"; `},
		{"Bo <bo@contoso.com> bo@example.com", `"bo@example.com" is left over: there is a mail address already, "bo@contoso.com"`, `understood: name "Bo", `},
		{"Bo <bo@contoso.com> Berg", `"Berg" is left over: there is a name already, "Bo"`, `understood: name "Bo", `},
		{"Lee, Ann", `"Lee, Ann" may be one person or two`, `write "Ann Lee" for one person, "Lee; Ann" for two`},
		{"Lee, Ann <ann@contoso.com> @annlee; Eve", `"Lee, Ann <ann@contoso.com> @annlee" may be one person or two`, `write "Ann Lee" for one person, "Lee; Ann" for two`},
		{"van der Berg, Bo", `"van der Berg, Bo" may be one person or two`, `write "Bo van der Berg" for`},
		{"Ann, Bo Berg", `"Ann, Bo Berg" may be one person or two`, ``},
		{"Bo @", `there is nothing in "@", where a GitHub login belongs`, `understood: name "Bo"; `},
		{"Bo <>", `there is nothing in "<>", where a mail address belongs`, `understood: name "Bo"; `},
		{"Bo <bo@contoso.com", `"Bo <bo@contoso.com" has < without > or > without <`, `understood: name "Bo"; `},
	}
	for _, tt := range tests {
		d := draft(t, "")
		answer(d, needed...)
		d.Set("people.pki-admin", tt.typed)
		ps := d.ProblemsOf("people.pki-admin")
		if len(ps) == 0 || ps[0].Severity != generator.Error || ps[0].Message != "people.pki-admin: "+tt.want || !strings.HasPrefix(ps[0].Hint, tt.hint) {
			t.Errorf("%q: %+v", tt.typed, ps)
		}
	}
}
