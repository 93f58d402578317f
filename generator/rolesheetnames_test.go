package generator_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
)

// The texts of a sheet say whose the items of others are, once each, and with
// the role before its people have been named.
func TestSheetsNameOthers(t *testing.T) {
	t.Parallel()
	bo := []generator.Person{{Name: "Bo *B*"}}
	item := func(key, role, title string, people ...generator.Person) generator.Item {
		return generator.Item{Key: key, Role: role, RoleTitle: title, People: people}
	}
	for _, tc := range []struct{ name, text, want string }{
		{"its own", "See [1.1 Mine](#w/mine).", "See [1.1 Mine](#w/mine)."},
		{"of others", "See [1.2 Theirs](#w/theirs).", `See [1.2 Theirs](#w/theirs) (Admin, Bo \*B\*).`},
		{"once", "[1.2 Theirs](#w/theirs), [1.2 Theirs](#w/theirs)", `[1.2 Theirs](#w/theirs) (Admin, Bo \*B\*), [1.2 Theirs](#w/theirs)`},
		{"a role again", "[1.2 Theirs](#w/theirs), [1.3 More](#w/more)", `[1.2 Theirs](#w/theirs) (Admin, Bo \*B\*), [1.3 More](#w/more) (Bo \*B\*)`},
		{"the same person", "See [1.4 Also](#w/also).", "See [1.4 Also](#w/also) (Boss, you)."},
		{"in brackets", "Wait (see [1.2 Theirs](#w/theirs)).", `Wait (see [1.2 Theirs](#w/theirs), by Admin, Bo \*B\*).`},
		{"before brackets", "[1.2 Theirs](#w/theirs) (all)", `[1.2 Theirs](#w/theirs), by Admin, Bo \*B\* (all)`},
		{"behind a lone bracket", "a ( b\n\n[1.2 Theirs](#w/theirs)", "a ( b\n\n[1.2 Theirs](#w/theirs) (Admin, Bo \\*B\\*)"},
		{"in code", "`[1.2 Theirs](#w/theirs)`", "`[1.2 Theirs](#w/theirs)`"},
		{"in a block", "```\n[1.2 Theirs](#w/theirs)\n`\n```\n[1.3 More](#w/more)", "```\n[1.2 Theirs](#w/theirs)\n`\n```\n[1.3 More](#w/more) (Admin, Bo \\*B\\*)"},
		{"no link", `\[1.2 Theirs](#w/theirs`, `\[1.2 Theirs](#w/theirs`},
		{"behind a lone backtick", "` [1.2 Theirs](#w/theirs)", "` [1.2 Theirs](#w/theirs) (Admin, Bo \\*B\\*)"},
		{"looked up", "See [A.1 Later](#w/later).", "See [A.1 Later](#w/later), in the whole runbook."},
		{"elsewhere", "See [a page](https://example.com/(x)).", "See [a page](https://example.com/(x))."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			mine := item("w/mine", "owner", "Owner", generator.Person{Name: "Ann"})
			mine.Steps, mine.Verify = generator.Markdown(tc.text), []generator.Markdown{"[1.5 Last](#w/last)"}
			rb := &generator.Runbook{
				Roles: []generator.RoleEntry{{ID: "owner", People: mine.People}},
				Phases: []generator.Phase{{Number: 1, Items: []generator.Item{
					mine, item("w/theirs", "admin", "Admin", bo...), item("w/more", "admin", "Admin", bo...),
					item("w/also", "boss", "Boss", mine.People...), item("w/last", "cook", "Cook", generator.Person{Name: "Cy"}),
				}}},
				References: []generator.Reference{{Entries: []generator.Entry{{Key: "w/later", Number: "A.1"}}}},
			}
			it := rb.ForRole("owner").Items()[0]
			if diff := cmp.Diff(tc.want, string(it.Steps)); diff != "" {
				t.Error(diff)
			}
			if it.Verify[0] != "[1.5 Last](#w/last) (Cook, Cy)" {
				t.Errorf("the check says %q", it.Verify[0])
			}
			if whole := rb.Items()[0]; string(whole.Steps) != tc.text || whole.Verify[0] != "[1.5 Last](#w/last)" {
				t.Errorf("the whole runbook has changed: %q %q", whole.Steps, whole.Verify)
			}
		})
	}
}

// Whoever waits for an item of the sheet is named behind its steps: once, at the
// last item that they need, and not where the steps speak of theirs, where they
// are there, or where it is the same people.
func TestSheetsSayWhoWaits(t *testing.T) {
	t.Parallel()
	ann, bo, cy := []generator.Person{{Name: "Ann"}}, []generator.Person{{Name: "Bo"}}, []generator.Person{{Name: "Cy"}}
	item := func(key, role string, people []generator.Person, steps generator.Markdown, needs ...string) generator.Item {
		it := generator.Item{Key: key, Role: role, RoleTitle: "The " + role, People: people, Steps: steps}
		for _, n := range needs {
			it.Needs = append(it.Needs, generator.Need{Key: n})
		}
		return it
	}
	together := item("w/d", "owner", ann, "4.")
	together.With = []generator.Companion{{Role: "cook", People: cy}}
	rb := &generator.Runbook{
		Roles: []generator.RoleEntry{{ID: "owner", People: ann}},
		Phases: []generator.Phase{{Number: 1, Items: []generator.Item{
			item("w/a", "owner", ann, "1."), item("w/b", "owner", ann, "2."), item("w/c", "owner", ann, "Tell [5](#w/next)."), together,
			item("w/both", "admin", bo, "", "w/a", "w/b"), item("w/again", "admin", bo, "", "w/b"), item("w/next", "cook", cy, "", "w/c"),
			item("w/here", "cook", cy, "", "w/d"), item("w/mine", "boss", ann, "", "w/d"), item("w/third", "cook", cy, "", "w/b"),
		}}},
	}
	var got []string
	for _, it := range rb.ForRole("owner").Items() {
		got = append(got, string(it.Steps))
	}
	want := []string{"1.", "2.\n\n**Waiting for it:** The admin, Bo; The cook, Cy.", "Tell [5](#w/next) (Cy).", "4."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
