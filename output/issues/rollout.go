package issues

import (
	"cmp"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// Features are what a server can do beyond plain issues.
type Features struct {
	SubIssues    bool `json:"sub_issues"`
	Dependencies bool `json:"dependencies"`
	Titles       bool `json:"titles"` // "#12" in a list is shown as the issue's title and state
}

// allFeatures are github.com's.
var allFeatures = Features{SubIssues: true, Dependencies: true, Titles: true}

// Rollout is what the tracker should hold for one Runbook. All lists are in
// the order in which they are to be made.
type Rollout struct {
	ID         string
	Title      string
	Features   Features
	Origin     string // checksum of the profile's file name, "" if it has none
	Labels     []Label
	Milestones []Milestone
	Tracking   Issue
	Issues     []Issue
	Dropped    map[string]string // key to reason: items that do not apply
	People     []string          // logins of everybody in the profile
	Warnings   []string
}

// Label is a label of the repository. Its name identifies it, ignoring case.
type Label struct {
	Name        string
	Color       string // six hex digits
	Description string
}

// Milestone stands for a phase.
type Milestone struct {
	Phase string // ID of the phase
	Title string
	Text  string // the description, without its marker
	Due   string // YYYY-MM-DD, "" for none
}

// Issue stands for an item, or is the tracking issue.
type Issue struct {
	Key       string
	Number    string // the item's, "3.4"
	Title     string
	Block     string // what stands between the markers; see mention.go
	Labels    []string
	Assignees []string // logins
	Phase     string   // whose milestone it has, "" for none
	Needs     []string // keys of the items that block it
	Role      string
	Planned   string // last planned day, YYYY-MM-DD or ""
}

// desiredOptions is what the texts depend on besides the Runbook.
type desiredOptions struct {
	Features Features
	Host     string            // the tracker's web host
	Web      string            // the repository's address for people, "" if it cannot be known
	Rank     map[string]int    // when an item's issue is made
	by       map[string]string // key to who does the item: the role and its people
}

// Desired returns what the tracker should hold for a Runbook. The error is a
// Problems with everything that GitHub would refuse.
func Desired(rb *generator.Runbook, features Features) (*Rollout, error) {
	rank, err := ranks(rb)
	if err != nil {
		return nil, err
	}
	o := desiredOptions{Features: features, Host: webHost(rb.Tracking.URL), Web: webAddress(rb.Tracking), Rank: rank, by: map[string]string{}}
	for _, it := range rb.Items() {
		o.by[it.Key] = words.Who(it.Host())
	}
	r := &Rollout{
		ID:       rb.ID,
		Title:    line(rb.Title),
		Features: features,
		Labels:   desiredLabels(rb),
		Dropped:  map[string]string{},
		People:   everybody(rb),
	}
	if rb.Profile != "" {
		r.Origin = mark(rb.Profile)
	}
	for _, om := range rb.Omissions {
		r.Dropped[om.Key] = om.Reason
	}
	w := warnings{}
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		r.Milestones = append(r.Milestones, desiredMilestone(rb.ID, p, o))
		for _, it := range p.Items {
			r.Issues = append(r.Issues, desiredIssue(rb, p, it, o, w))
		}
	}
	r.Tracking = desiredTracking(rb, o, w)
	r.Warnings = w.lines()
	if err := validate(rb, r).err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(r.Issues, func(a, b Issue) int { return cmp.Compare(rank[a.Key], rank[b.Key]) })
	return r, nil
}

// everybody are the logins of those who hold a role, with or without items.
func everybody(rb *generator.Runbook) []string {
	people := slices.Clone(rb.Lead.People)
	for _, r := range rb.Roles {
		people = append(people, r.People...)
	}
	for _, it := range rb.Items() {
		people = append(people, it.People...)
	}
	var logins []string
	for _, p := range people {
		if p.GitHub != "" {
			logins = append(logins, loginOf(p))
		}
	}
	return logins
}

// loginOf is the login of a person as GitHub has it.
func loginOf(p generator.Person) string { return strings.TrimPrefix(strings.TrimSpace(p.GitHub), "@") }

func desiredIssue(rb *generator.Runbook, p generator.Phase, it generator.Item, o desiredOptions, w warnings) Issue {
	is := Issue{
		Key:       it.Key,
		Number:    it.Number,
		Title:     plainTitle(it.Number + " " + it.Title),
		Block:     itemBlock(rb, it, o),
		Labels:    []string{rolloutLabel(rb.ID), phaseLabel(p.ID), roleLabel(it.Role)},
		Assignees: assignees(it, w),
		Phase:     p.ID,
		Role:      it.Role,
	}
	for _, n := range it.Needs {
		is.Needs = append(is.Needs, n.Key)
	}
	switch {
	case it.Planned != nil && it.Planned.Ready != "":
		is.Planned = it.Planned.Ready
	case it.Planned != nil:
		is.Planned = it.Planned.End
	default:
		is.Planned = p.Due
	}
	return is
}

// maxAssignees is GitHub's limit for one issue.
const maxAssignees = 10

// assignees are the logins of the people of an item, as the profile has them.
func assignees(it generator.Item, w warnings) []string {
	var logins []string
	role := it.Role
	if it.StandsIn != "" {
		role = it.StandsIn
	}
	for _, p := range it.People {
		login := loginOf(p)
		switch {
		case login == "":
			w.add(it.Number, "%s has no GitHub login in the profile: give people.%s a `github` key, or %s made without them", line(p.Name), role)
		case !slices.ContainsFunc(logins, func(l string) bool { return strings.EqualFold(l, login) }):
			logins = append(logins, login)
		}
	}
	if len(logins) > maxAssignees {
		w.add(it.Number, "%d people hold the role %s and GitHub takes ten for an issue: only the first ten are assigned where %s concerned", len(logins), role)
		logins = logins[:maxAssignees]
	}
	return logins
}

// ordered returns the tracking issue and the items' in the order in which
// they are made: the tracking issue first, so that sub-issues have a parent,
// or last, where its text lists their numbers.
func (r *Rollout) ordered() []Issue {
	if r.Features.SubIssues {
		return append([]Issue{r.Tracking}, r.Issues...)
	}
	return append(slices.Clone(r.Issues), r.Tracking)
}

// issue returns the desired issue with a key.
func (r *Rollout) issue(key string) (Issue, bool) {
	if key == trackingKey {
		return r.Tracking, true
	}
	for _, is := range r.Issues {
		if is.Key == key {
			return is, true
		}
	}
	return Issue{}, false
}

// ranks tells in which order the items' issues are made: each after those it
// needs and otherwise in the runbook's order. Then the numbers of those it needs
// are known when its text is sent; only what is mentioned ahead is added later.
func ranks(rb *generator.Runbook) (map[string]int, error) {
	items := rb.Items()
	at := map[string]int{}
	for i, it := range items {
		at[it.Key] = i
	}
	const visiting = -1
	rank, made := map[string]int{}, 0
	var visit func(it generator.Item) error
	visit = func(it generator.Item) error {
		switch rank[it.Key] {
		case 0:
		case visiting:
			return Problems{{Message: "item " + it.Number + " needs itself, by way of what it needs", Hint: "mend `needs` in the workflow"}}
		default:
			return nil
		}
		rank[it.Key] = visiting
		for _, n := range it.Needs {
			if j, ok := at[n.Key]; ok {
				if err := visit(items[j]); err != nil {
					return err
				}
			}
		}
		made++
		rank[it.Key] = made
		return nil
	}
	for _, it := range items {
		if err := visit(it); err != nil {
			return nil, err
		}
	}
	return rank, nil
}
