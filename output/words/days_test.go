package words_test

import (
	"testing"
	"time"

	"runbook/output/words"
)

func TestDays(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"2027-01-11", "2027-01-13", "Mon 11 – Wed 13 Jan 2027", "11–13 Jan 2027"},
		{"2027-01-11", "2027-02-08", "Mon 11 Jan – Mon 8 Feb 2027", "11 Jan – 8 Feb 2027"},
		{"2026-12-30", "2027-01-04", "Wed 30 Dec 2026 – Mon 4 Jan 2027", "30 Dec 2026 – 4 Jan 2027"},
		{"2027-01-11", "2027-01-11", "Mon 11 Jan 2027", "11 Jan 2027"},
		{"2027-01-11", "", "Mon 11 Jan 2027", "11 Jan 2027"},
		{"", "2027-01-13", "Wed 13 Jan 2027", "13 Jan 2027"},
		{"2027-01-11", "soon", "Mon 11 Jan 2027 – soon", "11 Jan 2027 – soon"},
		{"", "", "", ""},
	} {
		if got := words.Days(c[0], c[1]); got != c[2] {
			t.Errorf("from %q to %q is %q, want %q", c[0], c[1], got, c[2])
		}
		if got := words.ShortDays(c[0], c[1]); got != c[3] {
			t.Errorf("from %q to %q is %q for short, want %q", c[0], c[1], got, c[3])
		}
	}
}

func TestPlanned(t *testing.T) {
	t.Parallel()
	if got := words.Planned("2027-01-11", "2027-01-13"); got != "planned Mon 11 – Wed 13 Jan 2027" {
		t.Errorf("planned is %q", got)
	}
	if got := words.Planned("", ""); got != "" {
		t.Errorf("without a plan it is %q", got)
	}
}

// What is no day stays what somebody wrote.
func TestDay(t *testing.T) {
	t.Parallel()
	for _, c := range [][4]string{
		{"2027-01-04", "4 January 2027", "4 Jan 2027", "Mon 4 Jan 2027"},
		{"2027-02-30", "2027-02-30", "2027-02-30", "2027-02-30"},
		{"next week", "next week", "next week", "next week"},
		{"", "", "", ""},
	} {
		if got := [3]string{words.Day(c[0]), words.ShortDay(c[0]), words.Weekday(c[0])}; got != [3]string(c[1:]) {
			t.Errorf("%q is %q, want %q", c[0], got, c[1:])
		}
	}
}

// Days are read as time.Parse reads them.
func TestDayIsOne(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2028-02-29", "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00", "2027-1-4", "+202-01-04", "2027/01/04", "2027-01-0x", "0001-01-01", "2027-01-04T", "２０27-01-04"} {
		want := s
		if day, err := time.Parse(time.DateOnly, s); err == nil {
			want = day.Format("2 Jan 2006")
		}
		if got := words.ShortDay(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	}
}

// Days have the words that package time gives them: every day of four
// centuries, and the first and last of all.
func TestEveryDay(t *testing.T) {
	t.Parallel()
	for d := time.Date(1899, 12, 1, 0, 0, 0, 0, time.UTC); d.Year() < 2301; d = d.AddDate(0, 0, 1) {
		s := d.Format(time.DateOnly)
		if got, want := words.Weekday(s), d.Format("Mon 2 Jan 2006"); got != want {
			t.Fatalf("%s is %q, want %q", s, got, want)
		}
		if got, want := words.Day(s), d.Format("2 January 2006"); got != want {
			t.Fatalf("%s is %q, want %q", s, got, want)
		}
	}
	for _, s := range []string{"0000-01-01", "0000-02-29", "0001-02-28", "9999-12-31"} {
		d, err := time.Parse(time.DateOnly, s)
		if got, want := words.Weekday(s), d.Format("Mon 2 Jan 2006"); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", s, got, want, err)
		}
	}
}
