package issues

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v58/github"

	"runbook/generator"
)

// Options say where the tracker is and how to treat it.
type Options struct {
	Server  Server
	Token   string
	Journal string            // path of the journal's file, "" for memory only
	HTTP    http.RoundTripper // nil for http.DefaultTransport
	Clock   Clock
	Report  Reporter      // nil for Silent
	Pace    time.Duration // pause between writes
	Settle  time.Duration // how long an issue whose create got no answer is looked for
	Timeout time.Duration // how long one answer may take; 0 for a minute
	Renamed bool          // the rollout's profile has a new file name
	Nonce   string        // names this run in the lock; letters and digits
	Since   string        // the day, YYYY-MM-DD, from which a Status says what happened; "" for no such thing
}

// MinPace is the shortest pause between writes that GitHub asks for.
const MinPace = time.Second

// Tracker is the repository in which a rollout is tracked.
type Tracker struct {
	o       Options
	rb      *generator.Runbook
	api     *api
	journal *Journal
	lock    lock
	wanted  map[Features]*Rollout // worked out so far
}

// Open prepares a Tracker for a Runbook. It sends nothing. The error is a
// Problems with everything about the Runbook that GitHub would refuse.
func Open(rb *generator.Runbook, o Options) (*Tracker, error) {
	owner, repo, err := splitRepository(rb.Tracking.Repository)
	if err != nil {
		return nil, err
	}
	wanted, err := Desired(rb, allFeatures)
	if err != nil {
		return nil, err
	}
	if o.Pace < 0 || o.Pace == 0 && !o.Server.Loopback() {
		return nil, Problems{{Message: "a pause of " + o.Pace.String() + " between writes is too short", Hint: "GitHub asks for a second; --pace 0 is for tests on this computer"}}
	}
	if o.Report == nil {
		o.Report = Silent{}
	}
	if o.HTTP == nil {
		o.HTTP = http.DefaultTransport
	}
	if o.Timeout <= 0 {
		o.Timeout = attemptTimeout
	}
	j, err := openJournal(o.Journal, o.Server.API.Host+"/"+owner+"/"+repo, rb.ID, o.Clock.Now())
	if err != nil {
		return nil, err
	}
	w := &wire{base: o.HTTP, root: o.Server.API, token: secret(o.Token), clock: o.Clock, report: o.Report, pace: o.Pace, timeout: o.Timeout}
	t := &Tracker{o: o, rb: rb, api: newAPI(w, owner, repo), journal: j, wanted: map[Features]*Rollout{}}
	if !t.astray() {
		t.wanted[allFeatures] = wanted
	}
	w.resume = func(ctx context.Context) error {
		if !t.lock.held {
			return nil
		}
		return t.stillHeld(ctx)
	}
	return t, nil
}

// SignIn gives a Tracker that was opened without one its token. What is wrong
// with a runbook can so be said before a token is asked for.
func (t *Tracker) SignIn(token string) {
	t.o.Token, t.api.wire.token = token, secret(token)
}

// Close gives the journal back.
func (t *Tracker) Close() error { return t.journal.Close() }

// Stats counts the requests sent so far.
func (t *Tracker) Stats() Stats { return t.api.wire.stats }

// Plan reads the tracker and works out what would bring it in line. It writes
// nothing. What would keep an apply from working comes back as Problems, but for
// what does not keep anybody from looking at the plan; see Plan.Refused.
func (t *Tracker) Plan(ctx context.Context) (*Plan, error) {
	want, have, err := t.observe(ctx)
	if err != nil {
		return nil, t.told(err)
	}
	p := Diff(want, have)
	p.refused = have.Refused
	p.Warnings = append(p.Warnings, t.otherRepository(have)...)
	for _, r := range have.Refused {
		p.Warnings = append(p.Warnings, r.Message+"; nothing of this plan can be applied: "+r.Hint)
	}
	p.Server = t.o.Server.API.String()
	p.Estimate(t.o.Pace)
	if hour := contentWrites(p.Changes); hour > contentPerHour {
		p.Notes = append(p.Notes, fmt.Sprintf("%d of the writes make content, and GitHub takes about %d an hour: the rest waits for the next hour", hour, contentPerHour))
	}
	return p, nil
}

// told is an error as it leaves the package: without tokens, and as a Problem
// where the server is to blame.
func (t *Tracker) told(err error) error {
	t.o.Report.Read("")
	var none *unanswered
	var strange *strangeAnswer
	var limit *LimitError
	var sent *url.Error
	switch {
	case errors.As(err, &limit): // without the address that it befell
		err = limit
	case errors.As(err, &none):
		err = Problems{{none.Error(), "check the network, HTTPS_PROXY and tracking.github.url, and run the same again: it goes on where it stopped"}}
	case errors.As(err, &strange):
		err = Problems{{strange.Error(), "check tracking.github.url and GITHUB_API_URL, and whether a proxy asks you to sign in"}}
	case errors.As(err, &sent): // the address is long and says little more than the host
		err = fmt.Errorf("%s: %w", t.o.Server.API.Host, sent.Err)
	default:
		if answer, ok := err.(*github.ErrorResponse); ok && answer.Response != nil { //nolint:errorlint // a wrapped one has its own words
			err = fmt.Errorf("%s answers %s", t.o.Server.API.Host, answered(answer))
		}
	}
	return t.api.wire.token.clean(err)
}

// otherRepository says that the repository has another name than the profile
// gives it, or that the name is another one's by now.
func (t *Tracker) otherRepository(have *Observed) []string {
	now, was := have.Repository.FullName, t.rb.Tracking.Repository
	switch {
	case t.journal.elsewhere():
		return []string{now + " is not the repository in which this computer made the issues of the rollout, but has its name: if that one has moved, write where to into tracking.github.repository"}
	case !strings.EqualFold(now, was):
		return []string{fmt.Sprintf("%s is now %s: write that into tracking.github.repository; the old name leads there only until somebody takes it", was, now)}
	}
	return nil
}

// contentPerHour is GitHub's limit for requests that create content.
const contentPerHour = 500

func contentWrites(changes []Change) int {
	n := 0
	for _, c := range changes {
		switch c.Kind {
		case KindIssue, KindTracking, KindSubIssue, KindDependency:
			if c.Verb != Update && c.Verb != Reopen {
				n++
			}
		}
	}
	return n
}

// observe reads the tracker. It stops at the first thing that would make a
// plan pointless, such as a repository that is not there.
func (t *Tracker) observe(ctx context.Context) (*Rollout, *Observed, error) {
	have := &Observed{Children: map[string]bool{}, Blockers: map[string][]string{}}
	if err := t.observeRepository(ctx, have); err != nil {
		return nil, nil, err
	}
	defer t.o.Report.Read("")
	var err error
	t.o.Report.Read("labels and milestones")
	if have.Labels, err = t.api.labels(ctx); err != nil {
		return nil, nil, err
	}
	if have.Milestones, err = t.api.milestones(ctx, t.rb.ID); err != nil {
		return nil, nil, err
	}
	if err := t.observeIssues(ctx, have); err != nil {
		return nil, nil, err
	}
	want, err := t.desired(ctx, have)
	if err != nil {
		return nil, nil, err
	}
	if err := t.refuse(want, have); err != nil {
		return nil, nil, err
	}
	if len(have.Refused) == 0 {
		t.o.Report.Read("who can be assigned")
		if have.Denied, err = t.api.assignable(ctx, logins(want)); err != nil {
			return nil, nil, err
		}
	}
	if err := t.observeLinks(ctx, want, have); err != nil {
		return nil, nil, err
	}
	for key := range t.journal.creates() {
		if _, there := have.find(key); !there {
			have.Pending = append(have.Pending, key)
		}
	}
	for key := range t.journal.unfinished(opPlace, opPlaced) {
		have.Unlinked = append(have.Unlinked, key)
	}
	have.StaleLock = t.stale(have)
	slices.Sort(have.Pending)
	slices.Sort(have.Unlinked)
	return want, have, nil
}

// desired is what the tracker should hold, given what its server can do.
func (t *Tracker) desired(ctx context.Context, have *Observed) (want *Rollout, err error) {
	if have.Features, err = t.features(ctx, have); err != nil {
		return nil, err
	}
	if want = t.wanted[have.Features]; want == nil {
		if want, err = Desired(t.addressed(have.Repository), have.Features); err == nil {
			t.wanted[have.Features] = want
		}
	}
	return want, err
}

// observeRepository checks that the repository can be used at all.
func (t *Tracker) observeRepository(ctx context.Context, have *Observed) error {
	asked := t.api.owner + "/" + t.api.repo
	t.o.Report.Read(asked)
	repo, resp, err := t.api.repository(ctx)
	if err != nil {
		return explain(err, asked, t.o.Server.Host)
	}
	full := repo.GetFullName()
	if owner, name, err := splitRepository(full); err == nil {
		t.api.owner, t.api.repo = owner, name // it may have been renamed
	}
	have.Repository = Repository{
		ID: repo.GetID(), FullName: full, URL: repo.GetHTMLURL(),
		Version: resp.Header.Get("X-Github-Enterprise-Version"),
	}
	have.Refused = t.mayWrite(repo, full)
	t.journal.repo = have.Repository.ID
	return nil
}

// astray tells whether GITHUB_API_URL leads to a server other than github.com
// and the profile does not name it.
func (t *Tracker) astray() bool { return t.rb.Tracking.URL == "" && t.o.Server.Kind != DotCom }

// addressed is the runbook with the web address of the server that was reached,
// as it gives it itself: links to lists, and what counts as a link to an issue,
// are that one's.
func (t *Tracker) addressed(r Repository) *generator.Runbook {
	u, err := url.Parse(r.URL)
	if err != nil || u.Host == "" || !t.astray() {
		return t.rb
	}
	rb := *t.rb
	rb.Tracking.URL = u.Scheme + "://" + u.Host
	return &rb
}

// mayWrite returns what keeps anybody, or this token, from writing.
func (t *Tracker) mayWrite(repo *github.Repository, full string) Problems {
	var ps Problems
	if repo.GetArchived() {
		ps = append(ps, &Problem{full + " is archived: nothing can be written there", "unarchive it in its settings, or name another repository"})
	}
	if repo.HasIssues != nil && !repo.GetHasIssues() {
		ps = append(ps, &Problem{"issues are switched off in " + full, "switch them on in its settings, under Features"})
	}
	// GitHub answers an installation's token with permissions that say nothing.
	installation := strings.HasPrefix(t.o.Token, "ghs_")
	if p := repo.GetPermissions(); !p["push"] && !p["admin"] && !p["maintain"] && !installation {
		ps = append(ps, &Problem{
			"the token may not write to " + full + ": labels, milestones and assignees would be dropped without a word",
			"use a token of somebody with write access; a fine-grained one needs Issues: read and write",
		})
	}
	return ps
}

// refuse stops at what only a person can sort out.
func (t *Tracker) refuse(want *Rollout, have *Observed) error {
	ps := have.duplicates()
	if tracking, ok := have.find(trackingKey); ok && !t.o.Renamed {
		there := tracking.Body.Marker.Origin
		if there != "" && want.Origin != "" && there != want.Origin {
			ps = append(ps, &Problem{
				fmt.Sprintf("the rollout %s in %s was made from a profile with another file name than %s", want.ID, have.Repository.FullName, t.rb.Profile),
				"if it is another environment, give this profile an `id` of its own; if the file was renamed, add --renamed once",
			})
		}
	}
	return ps.err()
}

// logins are all people to be assigned, once each.
func logins(r *Rollout) []string {
	var all []string
	for _, is := range r.ordered() {
		for _, l := range is.Assignees {
			if !slices.ContainsFunc(all, func(x string) bool { return strings.EqualFold(x, l) }) {
				all = append(all, l)
			}
		}
	}
	return all
}
