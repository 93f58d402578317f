package issues

import (
	"slices"
	"strings"
	"time"

	"runbook/generator"
)

// Observed is what the tracker holds for a rollout at one moment.
type Observed struct {
	Repository Repository
	Refused    Problems // why nothing can be written
	Features   Features
	Labels     []Label             // all of the repository
	Milestones []ObservedMilestone // all of the repository
	Issues     []ObservedIssue     // those with a marker of the rollout, by number
	Strays     []int               // numbers with the rollout's label and no marker
	Lost       []LostIssue         // once made and not there any more
	Pending    []string            // keys of creates whose answer never came
	Unlinked   []string            // keys linked by an apply that died before it put them in their place
	StaleLock  bool                // an apply that was interrupted left its lock behind
	Denied     []string            // wanted logins that cannot be assigned, lower case
	Children   map[string]bool     // keys of the tracking issue's sub-issues
	Blockers   map[string][]string // key to the keys of the rollout's issues that block it
	Events     map[int][]event     // what happened to issues, by number; see status_since.go
}

// Repository is where the issues are.
type Repository struct {
	ID       int64
	FullName string
	URL      string // for people
	Version  string // of GitHub Enterprise Server, "" elsewhere
}

// ObservedMilestone is a milestone of the repository. Phase is "" if it has no
// marker of the rollout.
type ObservedMilestone struct {
	Number int
	Title  string
	Text   string
	Due    string
	Marker milestoneMarker
	Mine   bool
}

// ObservedIssue is an issue of the rollout.
type ObservedIssue struct {
	Number    int
	ID        int64
	Key       string
	Title     string
	Text      string // the whole body, as it came
	Body      body   // the same, taken apart
	State     string // open or closed
	Reason    string // why it is closed: completed, not_planned, duplicate or ""
	Labels    []string
	Assignees []string
	Milestone int
	Parent    int // number of the issue it is a sub-issue of, 0 for none or unknown
	Comments  int
	Created   time.Time
	Updated   time.Time
	Closed    time.Time
	ClosedBy  string
	URL       string

	// What the server counts. Negative: it did not say.
	ChildCount, BlockedBy, Blocking int
}

// LostIssue is an issue that was made and is not there any more.
type LostIssue struct {
	Key    string
	Number int
	How    string // "deleted" or "moved"
	URL    string // where it moved to
}

// find returns the issue with a key.
func (o *Observed) find(key string) (ObservedIssue, bool) {
	i := slices.IndexFunc(o.Issues, func(is ObservedIssue) bool { return is.Key == key })
	if i < 0 {
		return ObservedIssue{}, false
	}
	return o.Issues[i], true
}

// number returns the number of the issue with a key, 0 for none.
func (o *Observed) number(key string) int {
	is, _ := o.find(key)
	return is.Number
}

// ref is where the issue with a key is, for texts that mention it. One that was
// moved is still found at its old address, which leads on, so that no text need
// change and the tracking issue goes on to name it.
func (o *Observed) ref(key string) (place, bool) {
	is, ok := o.find(key)
	if ok {
		return place{is.Number, is.URL}, true
	}
	for _, l := range o.Lost {
		if l.Key == key && l.How == "moved" {
			return place{l.Number, o.Repository.URL + "/issues/" + itoa(l.Number)}, true
		}
	}
	return place{}, false
}

// label returns the repository's label with a name, ignoring case.
func (o *Observed) label(name string) (Label, bool) {
	i := slices.IndexFunc(o.Labels, func(l Label) bool { return strings.EqualFold(l.Name, name) })
	if i < 0 {
		return Label{}, false
	}
	return o.Labels[i], true
}

// otherRollouts are the IDs of the other rollouts that the repository's labels
// speak of, sorted.
func (o *Observed) otherRollouts(rollout string) []string {
	before, after, _ := strings.Cut(rolloutDescription("\x00"), "\x00")
	var ids []string
	for _, l := range o.Labels {
		id, begins := strings.CutPrefix(l.Description, before)
		id, ends := strings.CutSuffix(id, after)
		if begins && ends && id != rollout {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// milestone returns the milestone of a phase: the one with its marker, else
// the one with its title, which cannot be made a second time.
func (o *Observed) milestone(m Milestone) (ObservedMilestone, bool) {
	for _, om := range o.Milestones {
		if om.Mine && om.Marker.Phase == m.Phase {
			return om, true
		}
	}
	for _, om := range o.Milestones {
		if !om.Mine && om.Title == m.Title {
			return om, true
		}
	}
	return ObservedMilestone{}, false
}

// closed tells whether the issue is closed.
func (is ObservedIssue) closed() bool { return is.State == "closed" }

// fingerprint changes when anybody changes what a plan has looked at. Ticks and
// comments do not count: work goes on while a plan waits to be applied.
func (is ObservedIssue) fingerprint() string {
	labels, people := slices.Clone(is.Labels), slices.Clone(is.Assignees)
	slices.Sort(labels)
	slices.Sort(people)
	return checksum(strings.Join([]string{
		is.Title, untick(comparableText(is.Text)), is.State, is.Reason,
		strings.Join(labels, ","), strings.Join(people, ","), itoa(is.Milestone),
	}, "\x00"))
}

// duplicates finds keys that more than one issue carries.
func (o *Observed) duplicates() Problems {
	byKey := map[string][]int{}
	for _, is := range o.Issues {
		byKey[is.Key] = append(byKey[is.Key], is.Number)
	}
	var ps Problems
	for key, numbers := range byKey {
		if len(numbers) < 2 {
			continue
		}
		slices.Sort(numbers)
		var names []string
		for _, n := range slices.Compact(numbers) {
			names = append(names, "#"+itoa(n))
		}
		what := "the item " + key
		if key == trackingKey {
			what = "the tracking issue"
		}
		if len(names) == 1 { // twice in one body
			continue
		}
		ps = append(ps, &Problem{
			Message: "the issues " + generator.And(names) + " both carry the marker of " + what,
			Hint:    "one is a copy, most likely not " + names[0] + ": edit its text and delete the hidden lines that begin with <!-- runbook:",
		})
	}
	return ps
}
