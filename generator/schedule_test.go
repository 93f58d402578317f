package generator_test

import (
	"fmt"
	"strings"
	"testing"

	"runbook/generator"
)

// planned makes the runbook of a host and a guest who begin on a Monday. Each
// line of steps is an ID, a role, and what else its front matter says.
func planned(t *testing.T, steps ...string) *generator.Runbook {
	t.Helper()
	files := map[string]string{"workflow.yaml": "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}, {id: guest, title: Guest, required: true}]\nphases: [1-water]\n"}
	var ids []string
	for _, s := range steps {
		id, rest, _ := strings.Cut(s, " ")
		ids = append(ids, id)
		files["1-water/"+id+".md"] = fmt.Sprintf("---\ntitle: %s\nrole: %s\n---\n1. Do.\n", id, strings.ReplaceAll(rest, "; ", "\n"))
	}
	files["1-water/index.yaml"] = "title: Water\ngoal: Hot.\nsteps: [" + strings.Join(ids, ", ") + "]\n"
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: folder(files)})
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: A\npeople: {host: {name: Ann}, guest: {name: Bo}}\nschedule: {start: 2027-01-11}\n")
	return rb
}

// A day has 480 minutes of work, half of which are anybody's, and a wait of up
// to half a day passes on the day itself.
func TestPlanFillsADay(t *testing.T) {
	for _, tt := range []struct {
		want  string // the day of January on which the last step begins
		steps []string
	}{
		{"11", []string{"a host; minutes: 60; wait: 240m", "b guest; needs: [a]; minutes: 30"}},
		{"12", []string{"a host; minutes: 60; wait: 241m", "b guest; needs: [a]; minutes: 30"}},
		{"11", []string{"a host; minutes: 240; wait: 240m", "b guest; needs: [a]"}},
		{"12", []string{"a host; minutes: 240; wait: 240m", "b guest; needs: [a]; minutes: 1"}},
		{"11", []string{"a host; minutes: 240; wait: 180m", "b guest; needs: [a]; minutes: 60"}},
		{"12", []string{"a host; minutes: 240; wait: 180m", "b guest; needs: [a]; minutes: 61"}},
		{"11", []string{"a host; minutes: 120", "b guest; needs: [a]; minutes: 30", "c host; needs: [b]; minutes: 120"}},
		{"12", []string{"a host; minutes: 120", "b guest; needs: [a]; minutes: 30", "c host; needs: [b]; minutes: 121"}},
		{"13", []string{"a host; minutes: 60; wait: 2d", "b guest; needs: [a]; minutes: 30"}},
		{"18", []string{"a host; minutes: 60; wait: 1w", "b guest; needs: [a]; minutes: 30"}},
	} {
		items := planned(t, tt.steps...).Items()
		if got := items[len(items)-1].Planned.Start; got != "2027-01-"+tt.want {
			t.Errorf("%q: the last begins on %s, want the %sth", tt.steps, got, tt.want)
		}
	}
}

// A sitting has up to half a day, and sits out a short wait.
func TestPlanFillsASitting(t *testing.T) {
	for _, tt := range []struct {
		want  int // sittings of the host
		steps []string
	}{
		{1, []string{"a host; minutes: 120", "b host; minutes: 120"}},
		{2, []string{"a host; minutes: 120", "b host; minutes: 121"}},
		{1, []string{"a host; minutes: 10; wait: 45m", "b host; needs: [a]; minutes: 10"}},
		{2, []string{"a host; minutes: 10; wait: 46m", "b host; needs: [a]; minutes: 10"}},
		{2, []string{"a host; minutes: 10", "b guest; needs: [a]; minutes: 10", "c host; needs: [b]; minutes: 10"}},
		{1, []string{"a host; minutes: 10", "b guest; needs: [a]; minutes: 10", "c host; needs: [a]; minutes: 10"}},
	} {
		for _, role := range planned(t, tt.steps...).Roles {
			if role.ID == "host" && len(role.Sittings) != tt.want {
				t.Errorf("%q: %d sittings, want %d", tt.steps, len(role.Sittings), tt.want)
			}
		}
	}
}

// The longest chain counts work and waiting, and of two that are equal the one
// that stands first.
func TestLongestChain(t *testing.T) {
	for want, steps := range map[string][]string{
		"a c": {"a host; minutes: 60", "b guest; minutes: 60", "c host; needs: [a, b]; minutes: 10"},
		"b c": {"a host; minutes: 60", "b guest; minutes: 10; wait: 51m", "c host; needs: [a, b]; minutes: 10"},
		"a b": {"a host; minutes: 60", "b guest; needs: [a]; minutes: 10", "c host; minutes: 69"},
		"":    {"a host; minutes: 60", "b guest; minutes: 10"},
	} {
		var got []string
		for _, key := range planned(t, steps...).Chain {
			got = append(got, strings.TrimPrefix(key, "tea/"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: the chain is %q, want %q", steps, got, want)
		}
	}
}
