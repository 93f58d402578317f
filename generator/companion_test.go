package generator_test

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
)

// together is a workflow in which people sit beside each other.
func together(t *testing.T, step string, instead ...string) (*generator.Workflow, error) {
	t.Helper()
	text := func(s string) []byte { return []byte(strings.NewReplacer(instead...).Replace(s)) }
	return generator.LoadWorkflow(generator.Layer{Name: "together", FS: fstest.MapFS{
		"workflow.yaml": {Data: []byte(`
id: together
title: Sit together
verified: 2026-11-23
roles:
  - {id: owner, title: Owner, required: true, summary: Signs in.}
  - {id: admin, title: Admin, fallback: [owner], summary: Works the console.}
  - {id: boss, title: Boss, fallback: [owner], summary: Is called.}
phases: [1-all]
references: [2-later]
`)},
		"1-all/index.yaml":   {Data: []byte("title: All\ngoal: Done.\nsteps: [prepare, create, check]\n")},
		"1-all/prepare.md":   {Data: text("---\ntitle: Prepare\nrole: admin\nminutes: 200\nevidence: A note\nwhy: It helps.\n---\n1. Prepare.\n\n## Verify\n\n- It is so.\n")},
		"1-all/create.md":    {Data: text("---\ntitle: Create\nrole: owner\n" + step + "needs: [prepare]\nminutes: 60\nevidence: A note\nwhy: It helps.\n---\n1. Create.\n\n## Verify\n\n- It is so.\n")},
		"1-all/check.md":     {Data: text("---\ntitle: Check\nrole: admin\nneeds: [create]\nminutes: 30\nevidence: A note\nwhy: It helps.\n---\n1. Check.\n\n## Verify\n\n- It is so.\n")},
		"2-later/index.yaml": {Data: []byte("title: Later\nintro: Look here.\nprefix: A\nsteps: [look]\n")},
		"2-later/look.md":    {Data: []byte("---\ntitle: Look\nrole: owner\n---\nLook.\n")},
	}})
}

func sittingsOf(rb *generator.Runbook) map[string][]string {
	out := map[string][]string{}
	for _, r := range rb.Roles {
		for _, s := range r.Sittings {
			text := fmt.Sprintf("%s %d", strings.Join(s.Keys, "+"), s.Minutes)
			for _, c := range s.With {
				text += " " + c.Role
			}
			if s.OnCall {
				text += " on call"
			}
			out[r.ID] = append(out[r.ID], strings.TrimSpace(text+" "+s.Planned))
		}
	}
	return out
}

// Who sits beside has the sitting, the hours and the day; who is on call has
// the day; and nobody is there twice.
func TestTogether(t *testing.T) {
	w, err := together(t, "with: [admin]\non_call: [boss]\nready: \"a console, opened\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if ps := w.Check(); len(ps) > 0 {
		t.Fatal(ps)
	}
	const head = "organization: Contoso\nschedule: {start: 2027-01-11}\n"
	for _, c := range []struct {
		name, people string
		want         map[string][]string
		minutes      map[string]int
	}{
		{"three people", "{owner: {name: Ann}, admin: {name: Bo}, boss: {name: Cy}}", map[string][]string{
			// The admin has given 200 minutes of the first day, which leaves no room for an hour.
			"owner": {"together/create 60 admin boss 2027-01-12"},
			"admin": {"together/prepare 200 2027-01-11", "together/create 60 owner 2027-01-12", "together/check 30 2027-01-12"},
			"boss":  {"together/create 60 owner on call 2027-01-12"},
		}, map[string]int{"owner": 60, "admin": 290, "boss": 0}},
		{"one stands in for both", "{owner: {name: Ann}}", map[string][]string{
			// Nor has whoever does all of it.
			"owner": {"together/create 60 2027-01-12"},
			"admin": {"together/prepare 200 2027-01-11", "together/check 30 2027-01-12"},
		}, map[string]int{"owner": 60, "admin": 230}},
		{"one holds two roles", "{owner: {name: Ann}, admin: {name: Bo}, boss: {name: Bo}}", map[string][]string{
			"owner": {"together/create 60 admin 2027-01-12"},
			"admin": {"together/prepare 200 2027-01-11", "together/create 60 owner 2027-01-12", "together/check 30 2027-01-12"},
		}, map[string]int{"owner": 60, "admin": 290}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rb := rendered(t, w, head+"people: "+c.people+"\n")
			if got := sittingsOf(rb); !reflect.DeepEqual(got, c.want) {
				t.Errorf("the sittings are %v\nwant             %v", got, c.want)
			}
			minutes := map[string]int{}
			for _, r := range rb.Roles {
				minutes[r.ID] = r.Minutes
			}
			if !reflect.DeepEqual(minutes, c.minutes) {
				t.Errorf("the hours are %v, want %v", minutes, c.minutes)
			}
			if create := rb.Items()[1]; create.Ready != "a console, opened" {
				t.Errorf("ready is %q", create.Ready)
			}
		})
	}
}

// The sheet of a role has the items in which it takes part beside its own.
func TestSheetBeside(t *testing.T) {
	w, err := together(t, "with: [admin]\non_call: [boss]\n")
	if err != nil {
		t.Fatal(err)
	}
	p, _ := generator.ParseProfile("p.yaml", []byte("organization: Contoso\npeople: {owner: {name: Ann}, admin: {name: Bo}, boss: {name: Cy}}\n"), w)
	for role, want := range map[string][2]int{"owner": {1, 0}, "admin": {2, 1}, "boss": {0, 1}} {
		sheet, err := generator.GenerateSheet(w, p, "2026-11-23", role)
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]int{len(sheet.Items()), len(sheet.Beside)}; got != want {
			t.Errorf("the sheet of %s has %d items and %d of others, want %d", role, got[0], got[1], want)
		}
	}
}

// An item at which several roles sit has one way in a tracker; what one does
// alone keeps both, and so does what two do of whom one is but called.
func TestTrackedItemsOfSeveral(t *testing.T) {
	const ways = "1. Click.\n{{if .brief}}{{else}}1. Or run a script.\n{{end}}"
	for with, want := range map[string][]string{
		"with: [admin]\n":    {"both", "one", "both"},
		"on_call: [admin]\n": {"both", "both", "both"},
		"":                   {"both", "both", "both"},
	} {
		w, err := together(t, with, "1. Prepare.", ways, "1. Create.", ways, "1. Check.", ways)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := generator.ParseProfile("p.yaml", []byte("organization: Contoso\npeople: {owner: {name: Ann}, admin: {name: Bo}, boss: {name: Cy}}\n"), w)
		rb, err := generator.GenerateTracked(w, p, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, it := range rb.Items() {
			has := "both"
			if it.OneWay != "" {
				has = "one"
			}
			if !strings.Contains(string(it.Steps), "script") || strings.Contains(string(it.OneWay), "script") {
				t.Errorf("%s %s: %q, and for a tracker %q", with, it.Number, it.Steps, it.OneWay)
			}
			got = append(got, has)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s%s", with, diff)
		}
	}
}

// Who sits beside in one item of a sitting and is on call in another is told
// both.
func TestGuestsOfASitting(t *testing.T) {
	t.Parallel()
	step := func(more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: Do it\nrole: owner\n" + more + "minutes: 10\nevidence: A note\nwhy: It helps.\n---\n1. Do.\n\n## Verify\n\n- It is so.\n")}
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "guests", FS: fstest.MapFS{
		"workflow.yaml":    {Data: []byte("id: guests\ntitle: Guests\nverified: 2026-11-23\nroles:\n  - {id: owner, title: Owner, required: true, summary: Signs in.}\n  - {id: admin, title: Admin, required: true, summary: Works.}\nphases: [1-all]\n")},
		"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\nsteps: [create, check, look]\n")},
		"1-all/create.md":  step("with: [admin]\n"),
		"1-all/check.md":   step("needs: [create]\non_call: [admin]\n"),
		"1-all/look.md":    step("needs: [check]\nwith: [admin]\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: Contoso\npeople: {owner: {name: Ann}, admin: {name: Bo}}\n")
	var got []string
	for _, c := range rb.Roles[0].Sittings[0].With {
		got = append(got, fmt.Sprintf("%s in %s, on call %t", c.Role, c.In, c.OnCall))
	}
	if diff := cmp.Diff([]string{"admin in 1.1, 1.3, on call false", "admin in 1.2, on call true"}, got); diff != "" {
		t.Error(diff)
	}
}

// What a sitting waits for is by those who do it, in the order in which it needs
// the first of each.
func TestReadyByRole(t *testing.T) {
	t.Parallel()
	step := func(role, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: Do it\nrole: " + role + "\n" + more + "minutes: 10\nevidence: A note\nwhy: It helps.\n---\n1. Do.\n\n## Verify\n\n- It is so.\n")}
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "ready", FS: fstest.MapFS{
		"workflow.yaml":    {Data: []byte("id: ready\ntitle: Ready\nverified: 2026-11-23\nroles:\n  - {id: owner, title: Owner, required: true, summary: Signs in.}\n  - {id: admin, title: Admin, required: true, summary: Works.}\n  - {id: network, title: Network, required: true, summary: Opens.}\nphases: [1-all]\n")},
		"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\nsteps: [one, two, three, last]\n")},
		"1-all/one.md":     step("network", ""),
		"1-all/two.md":     step("admin", ""),
		"1-all/three.md":   step("network", ""),
		"1-all/last.md":    step("owner", "needs: [three, two, one]\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: Contoso\npeople: {owner: {name: Ann}, admin: {name: Bo}, network: {name: Cy}}\n")
	var got []string
	for _, a := range rb.Roles[0].Sittings[0].Ready {
		got = append(got, a.Number+" "+a.By.Role)
	}
	if diff := cmp.Diff([]string{"1.3 network", "1.1 network", "1.2 admin"}, got); diff != "" {
		t.Error(diff)
	}
}

// What a sitting waits for says whom to ask, and who sits beside in a part of
// a sitting, in which.
func TestSittingNames(t *testing.T) {
	t.Parallel()
	step := func(id, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + id + "\n" + more + "minutes: 10\nevidence: A note\nwhy: It helps.\n---\n1. Do.\n\n## Verify\n\n- It is so.\n")}
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "sittings", FS: fstest.MapFS{
		"workflow.yaml": {Data: []byte(`
id: sittings
title: Sit together
verified: 2026-11-23
roles:
  - {id: owner, title: Owner, required: true, summary: Signs in.}
  - {id: admin, title: Admin, fallback: [owner], summary: Works the console.}
  - {id: network, title: Network, fallback: [admin, owner], summary: Opens paths.}
phases: [1-all]
`)},
		"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\nsteps: [paths, create, check, look]\n")},
		"1-all/paths.md":   step("Open the paths", "role: network\n"),
		"1-all/create.md":  step("Create it", "role: owner\nneeds: [paths]\nwith: [admin]\n"),
		"1-all/check.md":   step("Check it", "role: owner\nneeds: [create]\n"),
		"1-all/look.md":    step("Look at it", "role: owner\nneeds: [check]\nwith: [admin]\n"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	for people, want := range map[string]string{
		"{owner: {name: Ann}, admin: {name: Bo}, network: [{name: Cy}, {name: Di}]}": "1.1 Open the paths by Network: Cy Di",
		"{owner: {name: Ann}, admin: {name: Bo}}":                                    "1.1 Open the paths by Network: Bo for admin",
	} {
		p, problems := generator.ParseProfile("p.yaml", []byte("organization: Contoso\npeople: "+people+"\n"), w)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		rb, err := generator.GenerateSheet(w, p, "2026-11-23", "owner")
		if err != nil {
			t.Fatal(err)
		}
		s := rb.Roles[0].Sittings[0]
		if len(s.Keys) != 3 || len(s.Ready) != 1 || len(s.With) != 1 {
			t.Fatalf("the sitting is %+v", s)
		}
		n := s.Ready[0]
		got := n.Number + " " + n.Title + " by " + n.By.Title + ":"
		for _, person := range n.By.People {
			got += " " + person.Name
		}
		if n.By.StandsIn != "" {
			got += " for " + n.By.StandsIn
		}
		if got != want {
			t.Errorf("it waits for %q, want %q", got, want)
		}
		if s.With[0].In != "1.2, 1.4" {
			t.Errorf("the admin is there in %q", s.With[0].In)
		}
	}
}

func TestWrongCompanions(t *testing.T) {
	for step, want := range map[string]string{
		"with: [admn]\n":                    `create.md:4:8: error: unknown role "admn"`,
		"with: [owner]\n":                   `create.md:4:8: error: the role "owner" is there already`,
		"with: [admin]\non_call: [admin]\n": `create.md:5:11: error: the role "admin" is there already`,
		"ready: a console\n":                "create.md:4:8: error: ready says what somebody beside has ready, and nobody is",
		"on_call_for: a call\n":             "create.md:4:14: error: on_call_for says for what somebody is on call, and nobody is",
	} {
		if _, err := together(t, step); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives\n%v\nwant %s", step, err, want)
		}
	}
}

// A text can name who holds a role, and who stands in.
func TestPeopleInTexts(t *testing.T) {
	w, err := together(t, "with: [admin]\nready: '{{people \"owner\"}} and {{people \"admin\"}}'\n")
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: Contoso\npeople: {owner: [{name: Ann}, {name: \"B*o\"}]}\n")
	if got, want := rb.Items()[1].Ready, generator.Markdown(`Ann, B\*o and Ann, B\*o (stands in)`); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	w, err = together(t, "with: [admin]\nready: '{{people \"ownr\"}}'\n")
	if err == nil {
		err = w.Check().Err()
	}
	if err == nil || !strings.Contains(err.Error(), `names the role "ownr", which does not exist`) {
		t.Errorf("a role that does not exist gives %v", err)
	}
}

// A text can ask whether one and the same do the work of two roles, and whether
// one of the roles is held by several people.
func TestPeopleInConditions(t *testing.T) {
	for ask, cases := range map[string]map[string]bool{
		"same": {
			"{owner: {name: Ann}}":                                                 true,
			"{owner: {name: Ann}, admin: {name: Ann}}":                             true,
			"{owner: [{name: Ann}, {name: Bo}], admin: [{name: Bo}, {name: Ann}]}": true,
			"{owner: [{name: Ann}, {name: Bo}], admin: {name: Ann}}":               false,
			"{owner: {name: Ann}, admin: {name: Bo}}":                              false,
		},
		"several": {
			"{owner: {name: Ann}}":                                    false,
			"{owner: {name: Ann}, admin: {name: Bo}}":                 false,
			"{owner: [{name: Ann}, {name: Bo}]}":                      true,
			"{owner: {name: Ann}, admin: [{name: Bo}, {name: Carl}]}": true,
		},
	} {
		asking := func(role string) (*generator.Workflow, error) {
			return together(t, fmt.Sprintf("with: [admin]\nready: '{{if %s \"owner\" %q}}true{{else}}false{{end}}'\n", ask, role))
		}
		w, err := asking("admin")
		if err != nil {
			t.Fatal(err)
		}
		for people, want := range cases {
			rb := rendered(t, w, "organization: Contoso\npeople: "+people+"\n")
			if got := string(rb.Items()[1].Ready); got != strconv.FormatBool(want) {
				t.Errorf("%s of %s gives %q, want %v", ask, people, got, want)
			}
		}
		w, err = asking("admn")
		if err == nil {
			err = w.Check().Err()
		}
		if err == nil || !strings.Contains(err.Error(), `names the role "admn", which does not exist`) {
			t.Errorf("%s of a role that does not exist gives %v", ask, err)
		}
	}
}

// Whoever holds several roles does one thing after the other, half a day a
// day; people of their own work side by side.
func TestOnePersonOneThing(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"workflow.yaml": {Data: []byte("id: alone\ntitle: Do it\nverified: 2026-11-23\nroles:\n  - {id: a, title: A, required: true}\n" +
			"  - {id: b, title: B, fallback: [a]}\n  - {id: c, title: C, fallback: [a]}\nphases: [1-all]\n")},
		"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\nsteps: [one, two, three]\n")},
	}
	for role, step := range map[string]string{"a": "one", "b": "two", "c": "three"} {
		files["1-all/"+step+".md"] = &fstest.MapFile{Data: []byte("---\ntitle: Do\nrole: " + role + "\nminutes: 100\n---\n1. Do.\n")}
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "alone", FS: files})
	if err != nil {
		t.Fatal(err)
	}
	for people, want := range map[string]string{
		"{a: {name: Ann}, b: {name: Bo}, c: {name: Cy}}":                 "11 11 11",
		"{a: {name: Ann}, b: {name: Bo}}":                                "11 11 11",
		"{a: {name: Ann}}":                                               "11 11 12",
		"{a: {name: Ann}, b: [{name: Bo}, {name: Ann}], c: {name: Ann}}": "11 11 12",
		"{a: {name: Ann}, b: {name: Ann, email: ann@a.example}}":         "11 11 12", // the same Ann, with more said of her
	} {
		rb := rendered(t, w, "organization: Contoso\nschedule: {start: 2027-01-11}\npeople: "+people+"\n")
		var days []string
		for _, it := range rb.Items() {
			days = append(days, strings.TrimPrefix(it.Planned.Start, "2027-01-"))
		}
		if got := strings.Join(days, " "); got != want {
			t.Errorf("%s: the days are %s, want %s", people, got, want)
		}
	}
}
