package issues

import (
	"context"
	"slices"
	"strconv"
)

// listedIssue finds the issues that a tracking issue lists: by number alone, or as
// links.
var listedIssue = lazy(`(?m)^- #(\d{1,9}) |/issues/(\d{1,9})\)`)

// observeRelated finds issues of the rollout that neither the list nor the journal
// of this computer has: somebody took the label off them, or moved them to another
// repository. The tracking issue leads to them, as its text lists the items and
// they are its sub-issues, and by their parent they lead to it. Without that they
// would be made a second time.
func (t *Tracker) observeRelated(ctx context.Context, have *Observed) error {
	if _, ok := have.find(trackingKey); !ok {
		var parents []int
		for _, is := range have.Issues {
			parents = append(parents, is.Parent)
		}
		if err := t.lookAt(ctx, have, parents); err != nil {
			return err
		}
	}
	tracking, ok := have.find(trackingKey)
	if !ok {
		return nil
	}
	var numbers []int
	for _, m := range listedIssue().FindAllStringSubmatch(tracking.Body.Block, -1) {
		n, _ := strconv.Atoi(m[1] + m[2])
		numbers = append(numbers, n)
	}
	if err := t.lookAt(ctx, have, numbers); err != nil {
		return err
	}
	if _, more := expectedChildren(have, tracking); !more || tracking.ChildCount <= 0 {
		return nil
	}
	t.o.Report.Read("sub-issues")
	children, err := t.api.childIssues(ctx, tracking.Number)
	for _, raw := range children {
		if !have.knows(raw.GetNumber()) {
			have.adopt(raw, "", t.rb.ID)
		}
	}
	return err
}

// lookAt reads those of the issues with some numbers that are not known yet.
func (t *Tracker) lookAt(ctx context.Context, have *Observed, numbers []int) error {
	slices.Sort(numbers)
	for _, n := range slices.Compact(numbers) {
		if n == 0 || have.knows(n) {
			continue
		}
		t.o.Report.Read("#" + itoa(n))
		raw, where, err := t.api.issue(ctx, n)
		if err != nil {
			return err
		}
		raw.Number = &n // of one that was moved, the one that it had here
		have.adopt(raw, where, t.rb.ID)
	}
	return nil
}

// adopt adds an issue that has a marker of the rollout, or that had one here.
func (o *Observed) adopt(raw rawIssue, where, rollout string) {
	for _, b := range parseBody(raw.GetBody(), rollout) {
		switch _, there := o.find(b.Marker.Key); {
		case where == "":
			o.Issues = append(o.Issues, observedIssue(raw, b))
		case where == "moved" && !there:
			o.Lost = append(o.Lost, LostIssue{Key: b.Marker.Key, Number: raw.GetNumber(), How: where, URL: raw.GetHTMLURL()})
		}
	}
}

// knows tells whether an issue has been looked at.
func (o *Observed) knows(number int) bool {
	return slices.Contains(o.Strays, number) ||
		slices.ContainsFunc(o.Issues, func(is ObservedIssue) bool { return is.Number == number }) ||
		slices.ContainsFunc(o.Lost, func(l LostIssue) bool { return l.Number == number })
}
