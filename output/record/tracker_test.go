package record_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/output/record"
)

const (
	closedURL = "https://github.test/contoso/cmg-rollout/issues/7"
	closedAs  = "Issue #7 was closed as done by octo on 2027-01-20 (" + closedURL + ")."

	calledBlocked = "Issue #7 is called blocked (" + closedURL + ")."
)

// joined shows what a record and a tracker say of the first item of phase 1,
// which has two checks and wants evidence.
func joined(t *testing.T, paper string, k generator.Tracked, prefer record.Prefer) (*generator.Runbook, []string, generator.Problems) {
	t.Helper()
	rb := today()
	s, ps := record.ParseStore("contoso.record.yaml", []byte("version: 1\nitems:\n  "+rb.Phases[0].Items[0].Key+": "+paper+"\n"))
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	k.Ref, k.URL = "issue #7", closedURL
	if k.Closed() {
		k.By, k.Date = "octo", "2027-01-20"
	}
	notes, clashes := s.ShowWith(rb, &record.Tracker{Items: map[string]generator.Tracked{rb.Phases[0].Items[0].Key: k}, Prefer: prefer})
	return rb, notes, clashes
}

// What people wrote on paper and what the tracker says are both shown.
func TestTracker(t *testing.T) {
	t.Parallel()
	const (
		done, not = generator.StatusDone, generator.StatusNotNeeded
		hand      = "Written into the record by hand. "
	)
	for name, c := range map[string]struct {
		paper   string
		tracker generator.Tracked
		want    generator.Work
		notes   string
		ref     generator.TrackedRef
	}{
		"both done": {
			"{status: done, by: CD, date: 2027-01-12, evidence: picture-1.png, verified: [1]}",
			generator.Tracked{Status: done, Verified: []int{2}},
			generator.Work{Status: done, By: "CD", Date: "2027-01-12", Evidence: "picture-1.png", Verified: []int{1, 2}, Note: hand + closedAs},
			"",
			generator.TrackedRef{Both: 1},
		},
		"both not needed": {
			"{status: not-needed, by: CD, date: 2027-01-12, reason: already on since 2019}",
			generator.Tracked{Status: not},
			generator.Work{Status: not, By: "CD", Date: "2027-01-12", Evidence: "already on since 2019", Note: hand + strings.Replace(closedAs, "as done", "as not needed", 1)},
			"",
			generator.TrackedRef{Both: 1},
		},
		"paper has no initials and no evidence": {
			"{status: done, verified: [1, 2]}",
			generator.Tracked{Status: done},
			generator.Work{Status: done, By: "octo", Date: "2027-01-20", Evidence: closedURL, Verified: []int{1, 2}, Note: hand + closedAs},
			"",
			generator.TrackedRef{Both: 1},
		},
		"paper has a day without initials": {
			"{status: done, date: 2027-01-12, evidence: x, verified: [1, 2]}",
			generator.Tracked{Status: done},
			generator.Work{Status: done, Date: "2027-01-12", Evidence: "x", Verified: []int{1, 2}, Note: hand + closedAs + " Record incomplete: no initials."},
			"",
			generator.TrackedRef{Both: 1},
		},
		"paper has evidence only": {
			"{evidence: code PS1}",
			generator.Tracked{Status: done, Verified: []int{1, 2}},
			generator.Work{Status: done, By: "octo", Date: "2027-01-20", Evidence: "code PS1", Verified: []int{1, 2}, Note: hand + closedAs},
			"",
			generator.TrackedRef{Tracker: 1},
		},
		"in progress, closed since": {
			"{status: in-progress, by: CD, evidence: picture-1.png}",
			generator.Tracked{Status: done, Verified: []int{1, 2}},
			generator.Work{Status: done, By: "octo", Date: "2027-01-20", Evidence: "picture-1.png", Verified: []int{1, 2}, Note: hand + closedAs + ` On paper before: in progress, by "CD", evidence "picture-1.png".`},
			"contoso.record.yaml: an earlier state on paper, and closed in the tracker since: 1.1",
			generator.TrackedRef{Tracker: 1},
		},
		"blocked on an earlier day": {
			"{status: blocked, by: CD, date: 2027-01-19, reason: no window}",
			generator.Tracked{Status: done, Verified: []int{1, 2}},
			generator.Work{Status: done, By: "octo", Date: "2027-01-20", Evidence: closedURL, Verified: []int{1, 2}, Note: hand + closedAs + ` On paper before: blocked, by "CD", on 2027-01-19, reason "no window".`},
			"contoso.record.yaml: an earlier state on paper, and closed in the tracker since: 1.1",
			generator.TrackedRef{Tracker: 1},
		},
		"done, and the issue open": {
			"{status: done, by: CD, date: 2027-01-12, evidence: x, verified: [1, 2]}",
			generator.Tracked{},
			generator.Work{Status: done, By: "CD", Date: "2027-01-12", Evidence: "x", Verified: []int{1, 2}, Note: hand + "Issue #7 is still open (" + closedURL + ")."},
			"contoso.record.yaml: done or not needed on paper, and still open in the tracker: 1.1",
			generator.TrackedRef{Record: 1},
		},
		"called blocked": {
			"{remark: slow}",
			generator.Tracked{Blocked: true, Said: `mia: "no window"`, Verified: []int{1}},
			generator.Work{Status: generator.StatusBlocked, Evidence: `mia: "no window", issue #7`, Verified: []int{1}, Remark: "slow", Note: hand + calledBlocked},
			"",
			generator.TrackedRef{},
		},
		"in progress, and called blocked": {
			"{status: in-progress, by: CD, date: 2027-01-12, evidence: half, verified: [1], remark: slow}",
			generator.Tracked{Blocked: true, Verified: []int{2}},
			generator.Work{
				Status: generator.StatusBlocked, Evidence: closedURL, Verified: []int{1, 2}, Remark: "slow",
				Note: hand + calledBlocked + ` On paper before: in progress, by "CD", on 2027-01-12, evidence "half", 1 of 2 checks ticked.`,
			},
			"",
			generator.TrackedRef{},
		},
		"blocked on both sides": {
			"{status: blocked, by: CD, date: 2027-01-12, reason: no window}",
			generator.Tracked{Blocked: true},
			generator.Work{Status: generator.StatusBlocked, By: "CD", Date: "2027-01-12", Evidence: "no window", Note: hand + calledBlocked},
			"",
			generator.TrackedRef{},
		},
		"done, and called blocked": {
			"{status: done, by: CD, date: 2027-01-12, evidence: x, verified: [1, 2]}",
			generator.Tracked{Blocked: true},
			generator.Work{Status: done, By: "CD", Date: "2027-01-12", Evidence: "x", Verified: []int{1, 2}, Note: hand + "Issue #7 is still open (" + closedURL + ")."},
			"contoso.record.yaml: done or not needed on paper, and still open in the tracker: 1.1",
			generator.TrackedRef{Record: 1},
		},
		"another version of the item": {
			"{status: done, by: CD, date: 2027-01-12, text: ba9876543210}",
			generator.Tracked{Status: done},
			generator.Work{Status: done, By: "octo", Date: "2027-01-20", Evidence: closedURL, Note: "Done by CD on 2027-01-12, and what it is about has changed since: check again. Record incomplete: 0 of 2 checks ticked."},
			"",
			generator.TrackedRef{Tracker: 1},
		},
		"another version, and the issue open": {
			"{status: done, by: CD, date: 2027-01-12, text: ba9876543210}",
			generator.Tracked{Verified: []int{1}},
			generator.Work{Verified: []int{1}, Note: "Done by CD on 2027-01-12, and what it is about has changed since: check again."},
			"contoso.record.yaml: recorded for another version of the profile or the workflow, and changed since, so not shown as done: 1.1",
			generator.TrackedRef{},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			rb, notes, clashes := joined(t, c.paper, c.tracker, record.Neither)
			if len(clashes) > 0 {
				t.Error(clashes)
			}
			if diff := cmp.Diff(c.want, rb.Phases[0].Items[0].Work); diff != "" {
				t.Error(diff)
			}
			if got := strings.Join(notes, "\n"); got != c.notes {
				t.Errorf("the notes are %q", got)
			}
			if diff := cmp.Diff(&c.ref, rb.Tracked); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What was said before an item was closed stands in for evidence that nobody
// wrote on paper, and all that was written in the tracker is at hand.
func TestTrackerTellsWhatWasSaid(t *testing.T) {
	t.Parallel()
	k := generator.Tracked{Status: generator.StatusDone, Verified: []int{1, 2}, Said: `ann: "code PS1"`, Written: []generator.Written{{Author: "ann", Date: "2027-01-20", Text: "code\nPS1"}}}
	rb, _, _ := joined(t, "{status: done, by: CD, date: 2027-01-12}", k, record.Neither)
	if w := rb.Phases[0].Items[0].Work; w.By != "CD" || w.Evidence != `ann: "code PS1", issue #7` || strings.Contains(w.Note, "no evidence") {
		t.Errorf("%+v", w)
	}
	if diff := cmp.Diff([]generator.Written{{Item: "1.1", Ref: "issue #7", Author: "ann", Date: "2027-01-20", Text: "code\nPS1"}}, rb.Written); diff != "" {
		t.Error(diff)
	}
	rb, _, _ = joined(t, "{status: done, by: CD, date: 2027-01-12, evidence: picture 1}", k, record.Neither)
	if w := rb.Phases[0].Items[0].Work; w.Evidence != "picture 1" {
		t.Errorf("%+v", w)
	}
	rb = today()
	key := rb.Phases[0].Items[0].Key
	k.Ref, k.URL, k.By, k.Date = "issue #7", closedURL, "octo", "2027-01-20"
	if _, clashes := (&record.Store{}).ShowWith(rb, &record.Tracker{Items: map[string]generator.Tracked{key: k}}); len(clashes) > 0 {
		t.Error(clashes)
	}
	if w := rb.Phases[0].Items[0].Work; w.Evidence != `ann: "code PS1", issue #7` || w.Note != closedAs {
		t.Errorf("%+v", w)
	}
}

// Where paper and tracker contradict each other, somebody has to say which of
// them counts, and the other is said beside it.
func TestTrackerContradicts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		paper  string
		status generator.Status
		clash  string
		says   string
	}{
		"blocked":                {"{status: blocked, reason: no window}", generator.StatusDone, `blocked, reason "no window"`, "done"},
		"blocked on a later day": {"{status: blocked, by: CD, date: 2027-01-21, reason: no window}", generator.StatusDone, `blocked, by "CD", on 2027-01-21, reason "no window"`, "done"},
		"in progress later":      {"{status: in-progress, date: 2027-01-21}", generator.StatusDone, "in progress, on 2027-01-21", "done"},
		"not needed":             {"{status: not-needed, by: CD, reason: since 2019}", generator.StatusDone, `not needed, by "CD", reason "since 2019"`, "done"},
		"done":                   {"{status: done, by: CD, date: 2027-01-12}", generator.StatusNotNeeded, `done, by "CD", on 2027-01-12`, "not needed"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, clashes := joined(t, c.paper, generator.Tracked{Status: c.status}, record.Neither)
			want := "1.1 Register the server app: the record says " + c.clash + "; issue #7 was closed as " + c.says + " by octo on 2027-01-20"
			if len(clashes) != 1 || clashes[0].Message != want || clashes[0].Pos.Line != 3 || clashes.Errors() != 1 {
				t.Errorf("%v, want %s", clashes, want)
			}
			rb, notes, clashes := joined(t, c.paper, generator.Tracked{Status: c.status}, record.TheRecord)
			work := rb.Phases[0].Items[0].Work
			if len(clashes) > 0 || !strings.Contains(work.Note, "Contradicted: issue #7 was closed as "+c.says+" by octo on 2027-01-20 ("+closedURL+").") || work.Status == c.status || work.By == "octo" {
				t.Errorf("%v %+v", clashes, work)
			}
			if len(notes) != 1 || !strings.HasSuffix(notes[0], "with what is preferred in front: 1.1") {
				t.Errorf("%q", notes)
			}
			rb, _, clashes = joined(t, c.paper, generator.Tracked{Status: c.status}, record.TheCopy)
			work = rb.Phases[0].Items[0].Work
			if len(clashes) > 0 || !strings.Contains(work.Note, "Contradicted on paper: "+c.clash+".") || work.Status != c.status || work.By != "octo" {
				t.Errorf("%v %+v", clashes, work)
			}
		})
	}
}

// What a gate lacks is reckoned from record and tracker together, and without
// a record the tracker is all there is.
func TestTrackerSettles(t *testing.T) {
	t.Parallel()
	rb := today()
	s, ps := record.ParseStore("contoso.record.yaml", []byte("version: 1\ngates:\n  "+rb.Phases[0].ID+": {result: passed, name: Ann, date: 2027-01-21}\n"))
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	all := map[string]generator.Tracked{}
	for _, it := range rb.Items() {
		all[it.Key] = generator.Tracked{Ref: "issue #1", URL: closedURL, Status: generator.StatusDone, By: "octo", Date: "2027-01-20", Verified: []int{1, 2, 3}}
	}
	s.Show(rb)
	if note := rb.Phases[0].Signed.Note; !strings.Contains(note, "passed, and not done: 1.1") {
		t.Errorf("without the tracker: %q", note)
	}
	_, _ = s.ShowWith(rb, &record.Tracker{Items: all})
	if note := rb.Phases[0].Signed.Note; strings.Contains(note, "not done") {
		t.Error(note)
	}
	none := &record.Store{}
	rb = today()
	if notes, clashes := none.ShowWith(rb, &record.Tracker{Items: all}); len(notes)+len(clashes) > 0 || rb.Record != nil {
		t.Errorf("%q %v %+v", notes, clashes, rb.Record)
	}
	if diff := cmp.Diff(generator.Work{Status: generator.StatusDone, By: "octo", Date: "2027-01-20", Evidence: closedURL, Verified: []int{1, 2, 3}}, rb.Before.Items[0].Work); diff != "" {
		t.Error(diff)
	}
}
