package calendar_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/calendar"
)

// sample is the common sample with one of each kind of entry.
func sample() *generator.Runbook {
	rb := generatortest.Small()
	rb.Phases[1].Items[0].Planned = &generator.Planned{Start: "2027-01-13", End: "2027-01-13", Ready: "2027-01-15"}
	rb.Phases[1].Start, rb.Phases[1].Due = "2027-01-13", "2027-01-15"
	rb.References[0].Entries[0].Due = "2027-09-01"
	return rb
}

func render(t *testing.T, rb *generator.Runbook) string {
	t.Helper()
	data, err := calendar.ICS(rb)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestICS(t *testing.T) {
	t.Parallel()
	generatortest.Golden(t, "testdata/small.ics", []byte(render(t, sample())))
}

// Without a plan there are still the days of what comes back after the rollout.
func TestNoSchedule(t *testing.T) {
	t.Parallel()
	if out := render(t, unplanned()); strings.Count(out, "BEGIN:VEVENT") != 1 || !strings.Contains(out, "SUMMARY:V.1 Logs by symptom") || !strings.Contains(out, "BEGIN:VALARM") {
		t.Errorf("got\n%s", out)
	}
}

// unplanned is the sample of a profile without a start date.
func unplanned() *generator.Runbook {
	rb := sample()
	rb.Schedule = nil
	for i := range rb.Roles {
		for j := range rb.Roles[i].Sittings {
			rb.Roles[i].Sittings[j].Planned = ""
		}
	}
	unplan := func(p *generator.Phase) {
		p.Start, p.Due = "", ""
		for i := range p.Items {
			p.Items[i].Planned = nil
		}
	}
	unplan(&rb.Before)
	for i := range rb.Phases {
		unplan(&rb.Phases[i])
	}
	return rb
}

func TestNothingDated(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{nil, {"entra.secret_expires", "schedule.start"}} {
		rb := unplanned()
		rb.References[0].Entries[0].Due, rb.References[0].Entries[0].DueFrom = "", keys
		_, err := calendar.ICS(rb)
		none := (*calendar.NothingDatedError)(nil)
		if !errors.As(err, &none) {
			t.Fatalf("got %v", err)
		}
		want := "for the days of the plan"
		if keys != nil {
			want += ", or entra.secret_expires for what comes back after the rollout"
		}
		if !strings.Contains(err.Error(), "schedule: {start: YYYY-MM-DD}") || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("got %q", err)
		}
	}
}

func TestBadDates(t *testing.T) {
	t.Parallel()
	rb := sample()
	rb.Date = "today"
	if _, err := calendar.ICS(rb); err == nil {
		t.Error("a runbook without a date was taken")
	}
	rb = sample()
	rb.References[0].Entries[0].Due = "next year"
	if _, err := calendar.ICS(rb); err == nil || !strings.Contains(err.Error(), "Logs by symptom") {
		t.Errorf("the error does not name the entry: %v", err)
	}
}

// Whatever is in a Runbook, the file has the form of RFC 5545.
func TestHostileText(t *testing.T) {
	t.Parallel()
	rb := sample()
	evil := "a\r\nEND:VEVENT\r\nATTENDEE:mailto:x@x.example\n;,\\\x00\x1b\u202e\u2066 " + strings.Repeat("語", 60) + "\xff" + strings.Repeat("w", 200)
	rb.Title, rb.Organization, rb.ID = evil, evil, evil
	rb.Roles[0].Title, rb.Roles[0].People[0].Name = evil, evil
	rb.Phases[0].Items[0].Title = evil
	out := render(t, rb)
	for l := range strings.SplitSeq(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Errorf("bad line, %d octets: %q", len(l), l)
		}
		if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r == '\u202e' || r == '\u2066' }) {
			t.Errorf("control characters in %q", l)
		}
	}
	names := map[string]int{}
	for _, l := range unfold(out) {
		name, _, _ := strings.Cut(l, ":")
		names[name]++
	}
	if names["ATTENDEE"] > 0 || names["ORGANIZER"] > 0 {
		t.Error("the calendar invites somebody")
	}
	if names["BEGIN"] != names["END"] || names["BEGIN"] != strings.Count(render(t, sample()), "BEGIN:") {
		t.Errorf("%d components begin, %d end", names["BEGIN"], names["END"])
	}
}

// An entry keeps its UID when the plan moves, and a role's calendar has the
// UIDs of the whole one: taking both, or the next one, doubles nothing.
func TestUIDs(t *testing.T) {
	t.Parallel()
	whole := uids(render(t, sample()))
	if sorted := slices.Clone(whole); len(slices.Compact(slices.Sorted(slices.Values(sorted)))) != len(whole) {
		t.Fatal("two entries have one UID")
	}
	moved := sample()
	moved.Date = "2026-12-01"
	moved.Schedule.Start = "2027-02-01"
	moved.Roles[0].Sittings[0].Planned = "2027-02-02"
	if diff := cmp.Diff(whole, uids(render(t, moved))); diff != "" {
		t.Errorf("UIDs changed with the plan (-before +after)\n%s", diff)
	}
	role := sample().ForRole("global-admin")
	own := uids(render(t, role))
	for _, id := range own {
		if !slices.Contains(whole, id) {
			t.Errorf("%s is only in the role's calendar", id)
		}
	}
	if len(own) != 3 {
		t.Errorf("the role's calendar has %d entries, want its start, one sitting and one in which it is within reach", len(own))
	}
	lead := render(t, sample().ForRole("subscription-owner"))
	for _, id := range uids(lead) {
		if !slices.Contains(whole, id) {
			t.Errorf("%s is only in the calendar of who leads", id)
		}
	}
	for _, about := range []string{"Gate: Phase 1", "Due: Phase 1", "Due: Phase 2"} {
		if strings.Contains(render(t, role), about) || !strings.Contains(lead, "SUMMARY:"+about) {
			t.Errorf("%q is to be in the calendar of who leads, and in no other role's", about)
		}
	}
	other := sample()
	other.ID = "fabrikam-cmg"
	for _, id := range uids(render(t, other)) {
		if slices.Contains(whole, id) {
			t.Errorf("another rollout has the same UID %s", id)
		}
	}
}

// A plan is a proposal until who holds the role has signed the release; what
// comes back after the rollout is none.
func TestProposal(t *testing.T) {
	t.Parallel()
	rb := sample().ForRole("global-admin")
	all := strings.Count(render(t, rb), "BEGIN:VEVENT")
	if n := strings.Count(render(t, rb), "STATUS:TENTATIVE"); n != all {
		t.Errorf("%d of %d entries are tentative", n, all)
	}
	rb.Roles[0].Release.Signature = "A. Lee"
	if n := strings.Count(render(t, rb), "STATUS:CONFIRMED"); n != len(rb.Roles[0].Sittings) {
		t.Errorf("%d entries are agreed, want the sittings", n)
	}
	if n := strings.Count(render(t, unplanned()), "STATUS:CONFIRMED"); n != 1 {
		t.Errorf("%d entries after the rollout are confirmed, want 1", n)
	}
}

// Who is on call has no sitting: title and text say so, and for what.
func TestOnCall(t *testing.T) {
	t.Parallel()
	rb := sample()
	rb.Roles, rb.References = rb.Roles[:1], nil
	rb.Roles[0].Sittings = rb.Roles[0].Sittings[:1]
	out := strings.Join(unfold(render(t, rb)), "\n")
	for _, want := range []string{
		"Identity team (Global Administrator): on call for 0.1 Check that the names are free (within reach for 20 min)", "is no sitting", "For 0.1: in case the sign-in is refused.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func TestClass(t *testing.T) {
	t.Parallel()
	for classification, want := range map[string]string{"": "PUBLIC", "Public": "PUBLIC", "public release": "PUBLIC", "Internal": "CONFIDENTIAL", "Official use only": "CONFIDENTIAL", "not public": "CONFIDENTIAL"} {
		rb := sample()
		rb.Document.Classification = classification
		if got := property(render(t, rb), "CLASS"); got != want {
			t.Errorf("%q is %s, want %s", classification, got, want)
		}
	}
}

// What is numbered in the body of an entry keeps its lines.
func TestSteps(t *testing.T) {
	t.Parallel()
	rb := unplanned()
	rb.References[0].Entries[0].Body = "Do:\n\n1. One.\n\n   ```text\n   a  b\n   ```\n2. Two, "
	if out := property(render(t, rb), "DESCRIPTION"); !strings.HasPrefix(out, `Do:\n1. One.\n   a b\n2. Two\,\n\n`) {
		t.Errorf("the text is %s", out)
	}
}

// A newer calendar must win over an older one.
func TestSequenceGrows(t *testing.T) {
	t.Parallel()
	later := sample()
	later.Date = "2026-11-24"
	before, after := property(render(t, sample()), "SEQUENCE"), property(render(t, later), "SEQUENCE")
	if len(before) != len(after) || before >= after {
		t.Errorf("sequence %s, a day later %s", before, after)
	}
}

func uids(ics string) []string {
	var out []string
	for _, l := range unfold(ics) {
		if id, ok := strings.CutPrefix(l, "UID:"); ok {
			out = append(out, id)
		}
	}
	return out
}

func property(ics, name string) string {
	for _, l := range unfold(ics) {
		if v, ok := strings.CutPrefix(l, name+":"); ok {
			return v
		}
	}
	return ""
}

func unfold(ics string) []string {
	return strings.Split(strings.ReplaceAll(strings.TrimSuffix(ics, "\r\n"), "\r\n ", ""), "\r\n")
}

func BenchmarkICS(b *testing.B) {
	rb := sample()
	for b.Loop() {
		if _, err := calendar.ICS(rb); err != nil {
			b.Fatal(err)
		}
	}
}
