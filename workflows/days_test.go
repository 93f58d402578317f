package workflows_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
)

// What a runbook says of days that are to come, looked at before and after
// them.

// onDay renders a small profile, changed, as it is on a day.
func onDay(t *testing.T, w *generator.Workflow, changes point, day string) (*generator.Runbook, generator.Problems) {
	t.Helper()
	p := point{"site.version": "2509", "certificate.domain": "contoso.com"}
	if w.ID == "cmg-renewal" {
		p = point{"profile": "organization: Contoso\nsite: {version: 2509}\ngateway: {service_name: granitefalls.contoso.com}\n" +
			"people: {global-admin: {name: Ann Lee}, subscription-owner: {name: Bo Ek}}\n"}
	}
	maps.Copy(p, changes)
	profile, problems := generator.ParseProfile("p.yaml", []byte(p.yaml()), w)
	problems = append(problems, w.CheckProfile(profile, day)...)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	rb, err := generator.Generate(w, profile, day)
	if err != nil {
		t.Fatal(err)
	}
	return rb, problems
}

// allText is what a runbook says in its items, its entries and its warnings.
func allText(rb *generator.Runbook) string {
	var b strings.Builder
	for _, it := range rb.Items() {
		fmt.Fprintln(&b, it.Why, it.Steps, it.Verify)
	}
	for _, ph := range rb.References {
		for _, it := range ph.Entries {
			fmt.Fprintln(&b, it.Title, it.Body)
		}
	}
	for _, p := range rb.Warnings {
		fmt.Fprintln(&b, p.Message, p.Hint)
	}
	return b.String()
}

func TestWithdrawnImageFollowsTheDay(t *testing.T) {
	for _, c := range []struct {
		workflow string
		changes  point
	}{
		{"cmg-setup", nil},
		{"cmg-setup", point{"site.version": "2403"}},
		{"cmg-renewal", nil},
	} {
		w := load(t, c.workflow)
		for day, coming := range map[string]bool{"2026-12-31": true, "2027-01-01": false, "2028-01-01": false} {
			rb, _ := onDay(t, w, c.changes, day)
			text := allText(rb)
			if got := strings.Contains(text, "rom early 2027"); got != coming {
				t.Errorf("%s on %s: \"from early 2027\" is %v", c.workflow, day, got)
			}
			if got := strings.Contains(text, "may fail by now"); got == coming {
				t.Errorf("%s on %s: \"may fail by now\" is %v", c.workflow, day, got)
			}
			if i := strings.Index(text, "withdraws"); i >= 0 && !coming {
				t.Errorf("%s on %s: %s", c.workflow, day, text[max(0, i-80):min(len(text), i+80)])
			}
		}
	}
}

// TestBoughtCertificatesFollowTheDay knows the limits of the CA/Browser Forum:
// only those that hold, and those still to come, are spoken of.
func TestBoughtCertificatesFollowTheDay(t *testing.T) {
	setup, renewal := load(t, "cmg-setup"), load(t, "cmg-renewal")
	for _, c := range []struct{ day, want string }{
		{"2020-08-31", "for 825 days at most."},
		{"2020-09-01", "for 398 days at most."},
		{"2026-03-14", "for 398 days at most, from 15 March 2026 on for 200, from 15 March 2027 on for 100, from 15 March 2029 on for 47."},
		{"2026-03-15", "for 200 days at most, from 15 March 2027 on for 100, from 15 March 2029 on for 47."},
		{"2027-03-15", "for 100 days at most, from 15 March 2029 on for 47."},
		{"2029-03-15", "for 47 days at most."},
	} {
		for _, w := range []*generator.Workflow{setup, renewal} {
			rb, _ := onDay(t, w, nil, c.day)
			text := regexp.MustCompile(`\s+`).ReplaceAllString(allText(rb), " ")
			if !strings.Contains(text, strings.TrimSuffix(c.want, ".")) {
				t.Errorf("%s on %s does not say %q", w.ID, c.day, c.want)
			}
			if n := strings.Count(text, "15 March"); n > 0 && strings.Contains(text, " on for 200") != strings.Contains(c.want, " on for 200") {
				t.Errorf("%s on %s speaks of a change that is over", w.ID, c.day)
			}
		}
	}
}

// TestNothingIsDueInThePast looks at the days for the calendar.
func TestNothingIsDueInThePast(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, day := range []string{"2026-11-23", "2027-04-01", "2027-05-08"} { // the last is a Saturday
		rb, _ := onDay(t, w, point{"entra.secret_expires": "2027-05-20", "certificate.expires": "2027-05-10"}, day)
		due := 0
		for _, ph := range rb.References {
			for _, it := range ph.Entries {
				if it.Due == "" {
					continue
				}
				due++
				if it.Due < day {
					t.Errorf("on %s %s is due on %s", day, it.Key, it.Due)
				}
			}
		}
		if due != 3 {
			t.Errorf("on %s %d entries are due, want 3", day, due)
		}
	}
}

// TestTheWayOfUpdatesIsTheShortest finds the way anew: each version installs
// from a minimum version on, and the last one must be supported on the day.
func TestTheWayOfUpdatesIsTheShortest(t *testing.T) {
	from := map[string]string{
		"2010": "1906", "2103": "1910", "2107": "2002", "2111": "2006", "2203": "2010", "2207": "2103", "2211": "2107", "2303": "2111",
		"2309": "2207", "2403": "2211", "2409": "2309", "2503": "2309", "2509": "2403", "2603": "2409",
	}
	ends := map[string]string{"2503": "2026-09-30", "2509": "2027-05-12", "2603": "2027-11-05"}
	updates := slices.Sorted(maps.Keys(from))
	shortest := func(version, day string) int {
		at := []string{version}
		for n := 1; len(at) > 0; n++ {
			var next []string
			for _, to := range updates {
				if slices.ContainsFunc(at, func(v string) bool { return v < to && v >= from[to] }) {
					if ends[to] >= day {
						return n
					}
					next = append(next, to)
				}
			}
			at = next
		}
		return 0
	}
	way := regexp.MustCompile(`this is the shortest way from this version: ([0-9, then]+)\.`)
	w := load(t, "cmg-setup")
	for _, day := range []string{"2026-10-01", "2026-11-23", "2027-05-12", "2027-05-13", "2027-11-05", "2027-11-06"} {
		for _, version := range []string{"2107", "2111", "2203", "2207", "2211", "2303", "2309", "2403", "2409", "2503", "2509", "2603"} {
			rb, problems := onDay(t, w, point{"site.version": version}, day)
			if !warned(problems, "W-05") {
				continue
			}
			i := slices.IndexFunc(rb.Items(), func(it generator.Item) bool { return it.Key == "cmg-setup/update-the-site" })
			var got []string
			if m := way.FindStringSubmatch(regexp.MustCompile(`\s+`).ReplaceAllString(string(rb.Items()[i].Steps), " ")); m != nil {
				got = strings.Split(m[1], ", then ")
			}
			if len(got) != shortest(version, day) {
				t.Errorf("%s on %s: %v, want %d updates", version, day, got, shortest(version, day))
				continue
			}
			for i, to := range got {
				if before := append([]string{version}, got...)[i]; before < from[to] || before >= to {
					t.Errorf("%s on %s: %s does not install on %s", version, day, to, before)
				}
			}
			if n := len(got); n > 0 && ends[got[n-1]] < day {
				t.Errorf("%s on %s: the way ends at %s", version, day, got[n-1])
			}
		}
	}
}

// TestTextsFitTheDay holds what single items and entries say on a day.
func TestTextsFitTheDay(t *testing.T) {
	w := load(t, "cmg-setup")
	text := func(rb *generator.Runbook, step string) string {
		for _, it := range rb.Items() {
			if it.Key == "cmg-setup/"+step {
				return string(it.Why) + string(it.Steps)
			}
		}
		for _, ph := range rb.References {
			for _, it := range ph.Entries {
				if it.Key == "cmg-setup/"+step {
					return string(it.Body)
				}
			}
		}
		t.Fatal(step, "is not in the runbook")
		return ""
	}
	oldApp := point{"entra.existing_server_app": "true", "entra.secret_expires": "2027-01-20", "schedule.start": "2027-03-01"}
	for _, c := range []struct {
		name, step, day string
		changes         point
		has, lack       string
	}{
		{"a secret that lapses before the plan begins is not the one to note", "note-secret-expiry", "2026-11-23", oldApp, "Enter the day into the profile", "20 January 2027"},
		{"one within it is", "note-secret-expiry", "2026-11-23", point{"entra.existing_server_app": "true", "entra.secret_expires": "2027-03-20", "schedule.start": "2027-03-01"}, "20 March 2027", "Enter the day into the profile"},
		{"two months before is over", "renew-server-app-secret", "2026-11-23", point{"entra.secret_expires": "2027-01-10"}, "Begin now.", "two months before."},
		{"two months before is to come", "renew-server-app-secret", "2026-11-10", point{"entra.secret_expires": "2027-01-10"}, "Begin two months before.", "now."},
		{"a month before is over", "renew-server-certificate", "2026-11-23", point{"certificate.expires": "2026-12-10"}, "Begin now.", "30 days before."},
		{
			"a certificate that has ended since the plan began is not the one to compare with", "check-server-certificate", "2027-01-21",
			point{"certificate.expires": "2027-01-20", "schedule.start": "2026-12-14"},
			"Write the day of expiry into the profile", "20 January 2027",
		},
		{
			"one that lives is", "check-server-certificate", "2026-12-15",
			point{"certificate.expires": "2027-01-20", "schedule.start": "2026-12-14"},
			"which says 20 January 2027", "Write the day",
		},
		{"a classic CMG that still runs", "delete-classic-cmg", "2024-08-30", point{"site.version": "2303", "site.existing_classic_cmg": "true"}, "Azure ends", "Azure has ended"},
		{"one that is over", "delete-classic-cmg", "2024-08-31", point{"site.version": "2303", "site.existing_classic_cmg": "true"}, "Azure has ended", "Azure ends"},
	} {
		rb, _ := onDay(t, w, c.changes, c.day)
		if got := text(rb, c.step); !strings.Contains(got, c.has) || strings.Contains(got, c.lack) {
			t.Errorf("%s: %q must be in it and %q not:\n%s", c.name, c.has, c.lack, got)
		}
	}
}

// TestASecretThatThePlanIsTooLateFor: what phase 3 makes comes after its end.
func TestASecretThatThePlanIsTooLateFor(t *testing.T) {
	w := load(t, "cmg-setup")
	for start, late := range map[string]bool{"": false, "2026-12-01": false, "2026-12-21": true} {
		_, problems := onDay(t, w, point{"entra.apps": "import", "entra.secret_expires": "2026-12-15", "schedule.start": start}, "2026-11-23")
		for _, p := range problems {
			if p.Rule == "W-12" && strings.Contains(p.Hint, "phase 3") == late {
				t.Errorf("start %q: %s", start, p.Hint)
			}
		}
		if !warned(problems, "W-12") {
			t.Errorf("start %q: nothing warns", start)
		}
	}
}

// TestThePlanAndTheEndOfSupport: a plan that ends on the last day is late, and
// the words are right for it.
func TestThePlanAndTheEndOfSupport(t *testing.T) {
	w := load(t, "cmg-setup")
	ends := map[bool]int{}
	for _, start := range []string{"2027-04-13", "2027-04-14", "2027-04-15", "2027-04-16", "2027-04-19", "2027-04-20", "2027-04-21", "2027-04-22"} {
		rb, problems := onDay(t, w, point{"schedule.start": start, "site.updates": "[KB37864969]"}, "2027-04-01")
		late := rb.Schedule.End >= "2027-05-12"
		ends[late]++
		said := slices.ContainsFunc(problems, func(p generator.Problem) bool {
			return p.Rule == "W-39" && strings.Contains(p.Message, "does not end before 12 May 2027")
		})
		if said != late {
			t.Errorf("the plan ends on %s, and W-39 speaks: %v", rb.Schedule.End, said)
		}
	}
	if ends[true] == 0 || ends[false] == 0 {
		t.Errorf("plans on both sides of the day are wanted: %v", ends)
	}
}
