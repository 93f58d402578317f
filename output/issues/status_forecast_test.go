package issues_test

import (
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/issues/githubtest"
)

// The forecast shifts what waits for something late by working days, and leaves
// the plan's end where nothing is late or there is time enough.
func TestForecast(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.item(register).Planned = &generator.Planned{Start: "2027-01-12", End: "2027-01-12", Ready: "2027-01-14"}
	w.item("sample/create-cname").Planned = &generator.Planned{Start: "2027-01-14", End: "2027-01-15", Ready: "2027-01-18"}
	w.rb.Schedule = &generator.Schedule{Start: "2027-01-11", End: "2027-01-18"}
	w.apply()
	const planned, late = "Planned end 2027-01-18\n", "Planned end 2027-01-18; estimate, if what is late is begun today: "
	for _, tc := range []struct{ day, closed, want string }{
		{"2027-01-11", "", planned},
		{"2027-01-12", "", planned}, // 0.1 was for yesterday, and 1.1 can still follow on its day
		{"2027-01-13", "", late + "2027-01-19 (held up by 0.1)\n"},
		{"2027-01-13", checkNames, planned},
		{"2027-01-14", "", planned}, // due today is not late
		{"2027-01-15", "", late + "2027-01-21 (held up by 1.1)\n"},
		{"2027-01-16", "", late + "2027-01-22 (held up by 1.1)\n"}, // a Saturday: begun on Monday
		{"2027-01-18", registerKey, planned},
		{"2027-01-23", "", late + "2027-01-27 (held up by 2.1)\n"},
		{"2027-01-23", "key=sample/create-cname", ""},
	} {
		if tc.closed != "" {
			w.edit(tc.closed, func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", "completed", "ann" })
		}
		w.rb.Date = tc.day
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(s.Text(), "\n")
		if got, _, _ := strings.Cut(rest, "https://"); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.day, got, tc.want)
		}
	}
}

// The forecast works on no day that is a holiday of the profile.
func TestForecastKnowsHolidays(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.item(register).Planned = &generator.Planned{Start: "2027-01-12", End: "2027-01-12", Ready: "2027-01-14"}
	w.item("sample/create-cname").Planned = &generator.Planned{Start: "2027-01-14", End: "2027-01-15", Ready: "2027-01-18"}
	w.rb.Schedule = &generator.Schedule{Start: "2027-01-11", End: "2027-01-18"}
	w.apply()
	w.rb.Date = "2027-01-15" // 1.1 is late: two days more for it, from today, and two for 2.1
	for _, tc := range []struct {
		holidays []string
		want     string
	}{
		{nil, "2027-01-21"},
		{[]string{"2027-01-19"}, "2027-01-22"},
		{[]string{"2027-01-15", "2027-01-20", "2027-01-21"}, "2027-01-25"}, // the first is none of the days that the plan has for 2.1
		{[]string{"2027-01-13"}, "2027-01-20"},                             // in the plan 1.1 takes one day less
	} {
		w.rb.Schedule.Holidays = tc.holidays
		s, err := w.open().Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if s.Forecast.End != tc.want {
			t.Errorf("without work on %v: %s, want %s", tc.holidays, s.Forecast.End, tc.want)
		}
	}
}

// What the head counts is what the rows count, what is late on the longest chain
// is marked, and nothing is "next due" in the past or "blocked" that only waits.
func TestStatusCounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.rb.Chain = []string{register}
	w.apply()
	w.edit(checkNames, func(is *githubtest.Issue) { is.State, is.Reason, is.ClosedBy = "closed", "not_planned", "ann" })
	w.rb.Date = "2027-01-13"
	s, err := w.open().Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	text, md := s.Text(), s.Markdown()
	for _, want := range []string{
		": 1 of 3 items settled (0 done, 1 skipped), 0 min of 55 min of work\n",
		"(holds up 1, on the longest chain)\n",
		"  items  done  open  not yet  skipped  missing  overdue\n",
		"0        0        0        1  late since 2027-01-12\n",
		"\nAll                                 3     0     1        1        1        0        1",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, want := range []string{"| All | 3 | 0 | 1 | 1 | 1 | 0 | 1 |", "| not yet, waits for 1.1 |", "| late since 2027-01-12 |"} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
	if data, err := s.JSON(); err != nil || !strings.Contains(string(data), `"state": "blocked"`) {
		t.Errorf("the data has no state blocked: %s, %v", data, err)
	}
	if strings.Contains(strings.ToLower(text+md), "blocked") {
		t.Errorf("blocked, where something waits:\n%s%s", text, md)
	}
}

// Needs are in the order of their numbers, wherever they are listed.
func TestNeedsAreInOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	need := func(key, number string) generator.Need { return generator.Need{Key: key, Number: number, Title: "T"} }
	w.item("sample/create-cname").Needs = []generator.Need{need(register, "1.1"), need("sample/check-names", "0.1")}
	w.apply()
	if b := w.issue("key=sample/create-cname").Body; !strings.Contains(b, "### Needs first\n\n- #2 (") {
		t.Errorf("the text is\n%s", b)
	}
	s, err := w.open().Status(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if text := s.Whole(); !strings.Contains(text, "waits for 0.1 and 1.1") {
		t.Errorf("got\n%s", text)
	}
}
