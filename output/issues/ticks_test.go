package issues_test

import (
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

func TestKeepTicks(t *testing.T) {
	t.Parallel()
	const at22, at23 = "https://github.com/contoso/x/issues/22", "https://github.com/contoso/x/issues/23"
	for name, tc := range map[string]struct{ observed, desired, want, gone string }{
		"another number":          {"- [x] For [0.21 Open it](" + at22 + ").", "- [ ] For [0.18 Open it](" + at22 + ").", "- [x] For [0.18 Open it](" + at22 + ").", ""},
		"another title":           {"- [x] For [0.21 Open it](" + at22 + ").", "- [ ] For [0.18 Open all](" + at22 + ").", "- [x] For [0.18 Open all](" + at22 + ").", ""},
		"another item":            {"- [x] For [0.21 Open it](" + at22 + ").", "- [ ] For [0.21 Open it](" + at23 + ").", "- [x] For [0.21 Open it](" + at23 + ").", ""},
		"another item, renamed":   {"- [x] For [0.21 Open it](" + at22 + ").", "- [ ] For [0.21 Close it](" + at23 + ").", "- [ ] For [0.21 Close it](" + at23 + ").", "For [0.21 Open it](" + at22 + ")."},
		"its issue is gone":       {"- [x] For [0.21 Open it](" + at22 + ").", "- [ ] For 0.21 Open it.", "- [x] For 0.21 Open it.", ""},
		"a number that is a fact": {"- [x] TLS 1.2 is on.", "- [ ] TLS 1.3 is on.", "- [ ] TLS 1.3 is on.", "TLS 1.2 is on."},
		"links of other kinds":    {"- [x] See [8.1 of it](https://a.example/1).", "- [ ] See [8.1 of it](https://a.example/2).", "- [ ] See [8.1 of it](https://a.example/2).", "See [8.1 of it](https://a.example/1)."},
		"the same line twice":     {"- [ ] Yes.\n- [x] Yes.", "- [ ] No.\n- [ ] Yes.\n- [ ] Yes.", "- [ ] No.\n- [ ] Yes.\n- [x] Yes.", ""},
		"numbers that change places": {
			"- [x] [0.1 A](" + at22 + ") is done.\n- [ ] [0.2 B](" + at23 + ") is done.", "- [ ] [0.1 B](" + at23 + ") is done.\n- [ ] [0.2 A](" + at22 + ") is done.",
			"- [ ] [0.1 B](" + at23 + ") is done.\n- [x] [0.2 A](" + at22 + ") is done.", "",
		},
		"browser's line ends, big X": {"* [X] A.  \r\n1. [x] B.", "* [ ] A.\n1. [ ] B.", "* [x] A.\n1. [x] B.", ""},
	} {
		block, gone := issues.KeepTicks(tc.desired, tc.observed)
		if block != tc.want || strings.Join(gone, "|") != tc.gone {
			t.Errorf("%s: got %q, gone %q", name, block, gone)
		}
	}
}

// Another number of an item that a check or a gate refers to takes no tick
// away, is no more work for those who are done, and reads back as it was.
func TestTicksSurviveAnotherNumber(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	refer := func(number string) {
		line := generator.Markdown("The name is written down for [" + number + " Check that the names are free](#sample/check-names).")
		w.item(register).Verify = []generator.Markdown{line}
		w.rb.Phases[0].Gate = []generator.Markdown{line}
		w.item("sample/check-names").Number = number
	}
	refer("0.1")
	w.apply()
	tick := func(is *githubtest.Issue) { is.Body = strings.ReplaceAll(is.Body, "- [ ] The name", "- [x] The name") }
	w.edit(registerKey, tick)
	w.edit("key=tracking", tick)
	w.edit(registerKey, func(is *githubtest.Issue) {
		is.State, is.Reason, is.ClosedBy = "closed", "completed", "contoso-identity"
	})
	refer("0.3")
	if text := w.plan().Text(); strings.Contains(text, " ! ") || !strings.Contains(text, "[0.3 Check that") {
		t.Errorf("planned\n%s", text)
	}
	readBack := func() {
		t.Helper()
		tr := w.open()
		defer tr.Close()
		tracked, _, err := tr.ReadBack(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if got := tracked[register].Verified; !slices.Equal(got, []int{1}) {
			t.Errorf("verified %v", got)
		}
	}
	readBack() // before the issue has the new number
	w.apply()
	readBack()
	for _, key := range []string{registerKey, "key=tracking"} {
		if b := w.issue(key).Body; !strings.Contains(b, "- [x] The name is written down for [0.3 Check") {
			t.Errorf("%s is\n%s", key, b)
		}
	}
}

// Who is done is asked to look again where there is something new to do, and
// only there.
func TestMoreWork(t *testing.T) {
	t.Parallel()
	const before = "### Why\n\nx\n\n### Steps\n\n1. Open [0.2 It](https://github.com/a/b/issues/3) by 2027-01-12.\n2. Go.\n\n### Verify\n\n- [x] It is open until Thu 14 Jan 2027.\n\n### Sources\n\n- y"
	for to, more := range map[string]bool{
		"":                                      false,
		"0.2 It -> 0.3 That":                    false,
		"issues/3 -> issues/4":                  false,
		"2027-01-12 -> 2027-02-28":              false,
		"Thu 14 Jan 2027 -> Friday 1 June 2028": false,
		"### Why -> ### Because":                false,
		"- y -> - z":                            false,
		"\n2. Go. -> ":                          false, // less of it
		"Go. -> Run.":                           true,
		"by -> before":                          true,
		"2. Go. -> 2. Go.\n3. Stop.":            true,
		"Verify\n\n -> Verify\n\n- [ ] New.\n":  true,
	} {
		from, into, _ := strings.Cut(to, " -> ")
		if got := issues.MoreWork(strings.Replace(before, from, into, 1), before); got != more {
			t.Errorf("%q: %v", to, got)
		}
	}
}
