package issues

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// observeIssues finds the rollout's issues: by its label, and what the journal
// knows beyond that one by one, since a list may lag behind.
func (t *Tracker) observeIssues(ctx context.Context, have *Observed) error {
	t.o.Report.Read("issues")
	raws, err := t.listRollout(ctx, have)
	if err != nil {
		return err
	}
	for _, raw := range raws {
		have.take(raw, t.rb.ID)
	}
	for _, e := range t.journal.issues() {
		if _, ok := have.find(e.Key); ok {
			continue
		}
		if err := t.recall(ctx, have, e); err != nil {
			return err
		}
	}
	if err := t.observeRelated(ctx, have); err != nil {
		return err
	}
	slices.SortStableFunc(have.Issues, func(a, b ObservedIssue) int { return cmp.Compare(a.Number, b.Number) })
	return nil
}

// listRollout lists by the rollout's label, under whatever name. If the label
// is gone but milestones of the rollout are there, somebody deleted it, and the
// milestones lead to the issues.
func (t *Tracker) listRollout(ctx context.Context, have *Observed) ([]rawIssue, error) {
	name := rolloutLabel(t.rb.ID)
	if renamed := have.renamedLabel(t.rb.ID); renamed != "" {
		name = renamed
	}
	_, there := have.label(name)
	mine := slices.DeleteFunc(slices.Clone(have.Milestones), func(m ObservedMilestone) bool { return !m.Mine })
	if there || len(mine) == 0 {
		return t.api.listIssues(ctx, "labels", name)
	}
	var all []rawIssue
	for _, m := range mine {
		raws, err := t.api.listIssues(ctx, "milestone", itoa(m.Number))
		if err != nil {
			return nil, err
		}
		for _, raw := range raws {
			if len(parseBody(raw.GetBody(), t.rb.ID)) > 0 { // others may be in it
				all = append(all, raw)
			}
		}
	}
	return all, nil
}

// take adds an issue of the list. One without a marker is not the rollout's.
func (o *Observed) take(raw rawIssue, rollout string) {
	bodies := parseBody(raw.GetBody(), rollout)
	if len(bodies) == 0 {
		if !strings.Contains(raw.GetBody(), "<!-- runbook:begin ") {
			o.Strays = append(o.Strays, raw.GetNumber())
		}
		return
	}
	for _, b := range bodies {
		o.Issues = append(o.Issues, observedIssue(raw, b))
	}
}

// recall reads an issue that the journal knows and the list did not have.
func (t *Tracker) recall(ctx context.Context, have *Observed, e entry) error {
	t.o.Report.Read("#" + itoa(e.Number))
	raw, where, err := t.api.issue(ctx, e.Number)
	if err != nil {
		return err
	}
	if where != "" {
		have.Lost = append(have.Lost, LostIssue{Key: e.Key, Number: e.Number, How: where, URL: raw.GetHTMLURL()})
		return nil
	}
	for _, b := range parseBody(raw.GetBody(), t.rb.ID) {
		if b.Marker.Key == e.Key {
			have.Issues = append(have.Issues, observedIssue(raw, b))
			return nil
		}
	}
	// It is there and somebody took the markers out.
	have.Issues = append(have.Issues, observedIssue(raw, body{
		Above: raw.GetBody(), Marker: marker{Rollout: t.rb.ID, Key: e.Key}, Broken: "its markers are gone",
	}))
	have.Strays = slices.DeleteFunc(have.Strays, func(n int) bool { return n == e.Number })
	return nil
}

// features finds out what the server can do: all of it on github.com, and on a
// server of one's own what a known issue answers to, since a missing endpoint
// and a missing issue look alike.
func (t *Tracker) features(ctx context.Context, have *Observed) (Features, error) {
	if have.Repository.Version == "" {
		return allFeatures, nil
	}
	known := 0
	if len(have.Issues) > 0 {
		known = have.Issues[0].Number
	} else {
		var page []rawIssue
		if err := t.api.call(ctx, "GET", t.api.path("/issues%s", query("state", "all", "per_page", "1")), nil, &page); err != nil {
			return Features{}, err
		}
		if len(page) > 0 {
			known = page[0].GetNumber()
		}
	}
	if known == 0 { // nothing to ask: what is documented for the version
		return Features{Dependencies: atLeast(have.Repository.Version, 3, 19)}, nil
	}
	var f Features
	var err error
	if f.SubIssues, err = t.api.has(ctx, known, "sub_issues"); err != nil {
		return f, err
	}
	f.Dependencies, err = t.api.has(ctx, known, "dependencies/blocked_by")
	return f, err
}

// atLeast compares a version such as 3.19.1.
func atLeast(version string, major, minor int) bool {
	parts := strings.SplitN(version, ".", 3)
	if len(parts) < 2 {
		return false
	}
	ma, err1 := strconv.Atoi(parts[0])
	mi, err2 := strconv.Atoi(parts[1])
	return err1 == nil && err2 == nil && (ma > major || ma == major && mi >= minor)
}

// observeLinks finds out which sub-issues and dependencies are there. The
// list of issues counts them; only where a count is not what it should be is
// the list behind it read.
func (t *Tracker) observeLinks(ctx context.Context, want *Rollout, have *Observed) error {
	byNumber := map[int]string{}
	for _, is := range have.Issues {
		byNumber[is.Number] = is.Key
	}
	keys := func(numbers []int) []string {
		var out []string
		for _, n := range numbers {
			if k, ok := byNumber[n]; ok {
				out = append(out, k)
			}
		}
		return out
	}
	if tracking, ok := have.find(trackingKey); ok && want.Features.SubIssues {
		children, read := expectedChildren(have, tracking)
		if read {
			t.o.Report.Read("sub-issues")
			numbers, err := t.api.children(ctx, tracking.Number)
			if err != nil {
				return err
			}
			children = keys(numbers)
		}
		for _, k := range children {
			have.Children[k] = true
		}
	}
	if !want.Features.Dependencies {
		return nil
	}
	unsure := unsureBlockers(want, have)
	for _, w := range want.Issues {
		h, ok := have.find(w.Key)
		if !ok {
			continue
		}
		if h.BlockedBy == 0 {
			continue
		}
		if !unsure[w.Key] {
			have.Blockers[w.Key] = existing(w.Needs, have)
			continue
		}
		t.o.Report.Read("what blocks #" + itoa(h.Number))
		numbers, err := t.api.blockers(ctx, h.Number)
		if err != nil {
			return err
		}
		have.Blockers[w.Key] = keys(numbers)
	}
	return nil
}

// expectedChildren are the issues that should be sub-issues already; read is
// true if the count or an issue's parent says that they are not.
func expectedChildren(have *Observed, tracking ObservedIssue) (keys []string, read bool) {
	if tracking.ChildCount == 0 {
		return nil, false
	}
	for _, is := range have.Issues {
		if is.Key == trackingKey {
			continue
		}
		// A server that does not name parents leaves them all at 0.
		if is.Parent == tracking.Number || is.Parent == 0 {
			keys = append(keys, is.Key)
		}
	}
	return keys, len(keys) != tracking.ChildCount
}

// unsureBlockers are the issues whose dependencies must be read: those with
// another number of blockers than they should have, and those that need an
// issue which blocks another number than it should.
func unsureBlockers(want *Rollout, have *Observed) map[string]bool {
	unsure := map[string]bool{}
	blocking := map[string]int{}
	for _, w := range want.Issues {
		if _, ok := have.find(w.Key); !ok {
			continue
		}
		for _, n := range existing(w.Needs, have) {
			blocking[n]++
		}
	}
	for _, h := range have.Issues { // those that no longer apply keep their links
		if _, wanted := want.issue(h.Key); wanted {
			continue
		}
		for _, other := range have.Issues {
			if slices.Contains(h.Body.Marker.Needs, mark(other.Key)) {
				blocking[other.Key]++
			}
		}
	}
	for _, w := range want.Issues {
		h, ok := have.find(w.Key)
		if !ok {
			continue
		}
		if h.BlockedBy != len(existing(w.Needs, have)) {
			unsure[w.Key] = true
		}
		for _, n := range existing(w.Needs, have) {
			if o, _ := have.find(n); o.Blocking != blocking[n] {
				unsure[w.Key] = true
			}
		}
	}
	return unsure
}

// existing are those of the keys that have an issue.
func existing(keys []string, have *Observed) []string {
	var out []string
	for _, k := range keys {
		if _, ok := have.find(k); ok {
			out = append(out, k)
		}
	}
	return out
}
