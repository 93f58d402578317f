package issues

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v58/github"

	"runbook/generator"
)

// Kinds of a Happening, in the order in which they are listed.
const (
	HappenedDone     = "done" // and still is; so with all others
	HappenedSkipped  = "skipped"
	HappenedDropped  = "dropped"
	HappenedReopened = "opened again"
	HappenedNew      = "new"
	HappenedLate     = "late"
	HappenedPeople   = "people"
)

var happenings = []string{HappenedDone, HappenedSkipped, HappenedDropped, HappenedReopened, HappenedNew, HappenedLate, HappenedPeople}

// Since is what happened to the items from a day on.
type Since struct {
	Day     string      `json:"day"`
	Changes []Happening `json:"changes"`
}

// Happening is one thing that happened to an item.
type Happening struct {
	What   string `json:"what"`
	Item   string `json:"item,omitempty"`
	Title  string `json:"title"`
	Number int    `json:"number"`
	URL    string `json:"url,omitempty"`
	Day    string `json:"day,omitempty"`   // by the clock of UTC; of what is late the day on which it was due
	By     string `json:"by,omitempty"`    // login of who did it
	Who    string `json:"who,omitempty"`   // whose it is; of other people, who came and who went
	Waits  bool   `json:"waits,omitempty"` // of what is late: for others
}

// event is something that happened to an issue.
type event struct {
	At       time.Time
	What, By string
	Login    string // who was assigned, or no longer is
}

// readEvents reads what happened to the issues that were made before a day and
// have changed since.
func (t *Tracker) readEvents(ctx context.Context, have *Observed, day string) error {
	from, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return err
	}
	have.Events = map[int][]event{}
	for _, is := range have.Issues {
		if is.Updated.Before(from) || !is.Created.Before(from) {
			continue
		}
		t.o.Report.Read("what happened to #" + itoa(is.Number))
		raws, err := list[github.IssueEvent](ctx, t.api, t.api.path("/issues/%d/events%s", is.Number, query("per_page", "100")))
		if s := status(err); s == http.StatusNotFound || s == http.StatusGone {
			continue // it went away meanwhile
		}
		if err != nil {
			return err
		}
		for _, raw := range raws {
			e := event{At: raw.GetCreatedAt().UTC(), What: raw.GetEvent(), By: raw.GetActor().GetLogin(), Login: raw.GetAssignee().GetLogin()}
			if who := raw.GetAssigner().GetLogin(); who != "" { // the actor is whom it is about
				e.By = who
			}
			if !e.At.Before(from) {
				have.Events[is.Number] = append(have.Events[is.Number], e)
			}
		}
	}
	return nil
}

// happened gathers what happened since a day.
func (s *Status) happened(rb *generator.Runbook, have *Observed, day string) {
	s.Since = &Since{Day: day, Changes: []Happening{}}
	for _, it := range slices.Concat(s.Items, s.Dropped) {
		is, ok := have.find(it.Key)
		if !ok {
			continue
		}
		h := Happening{Item: it.Item, Title: it.Title, Number: it.Number, URL: it.URL, Who: strings.Join(it.People, ", ")}
		add := func(what, at, by string) {
			if h.What, h.Day, h.By = what, at, by; at >= day {
				s.Since.Changes = append(s.Since.Changes, h)
			}
		}
		closed, _, _ := strings.Cut(it.ClosedAt, "T")
		switch {
		case is.closed():
			add(it.State, closed, it.ClosedBy)
		default:
			if e := lastEvent(have.Events[is.Number], "reopened"); e != nil {
				add(HappenedReopened, e.At.Format(time.DateOnly), e.By)
			}
			if it.Overdue {
				h.Waits = it.State == StateBlocked
				add(HappenedLate, it.Due, "")
				h.Waits = false
			}
		}
		if made := is.Created.UTC().Format(time.DateOnly); it.State != StateDropped {
			add(HappenedNew, made, "")
		}
		if who, e := moves(rb, have.Events[is.Number]); e != nil && !is.closed() {
			h.Who = who
			add(HappenedPeople, e.At.Format(time.DateOnly), e.By)
		}
	}
	slices.SortStableFunc(s.Since.Changes, func(a, b Happening) int {
		return cmp.Compare(slices.Index(happenings, a.What), slices.Index(happenings, b.What))
	})
	if tracking, ok := have.find(trackingKey); ok && tracking.Created.UTC().Format(time.DateOnly) >= day {
		// The whole rollout is new.
		s.Since.Changes = slices.DeleteFunc(s.Since.Changes, func(h Happening) bool { return h.What == HappenedNew })
	}
}

func lastEvent(events []event, what string) *event {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].What == what {
			return &events[i]
		}
	}
	return nil
}

// moves says who came to an issue and who went, and when that was last so; nil if
// in the end the same people have it.
func moves(rb *generator.Runbook, events []event) (who string, last *event) {
	first, end := map[string]string{}, map[string]string{}
	var logins []string
	for i, e := range events {
		if e.What != "assigned" && e.What != "unassigned" || e.Login == "" {
			continue
		}
		if first[e.Login] == "" {
			first[e.Login] = e.What
			logins = append(logins, e.Login)
		}
		end[e.Login], last = e.What, &events[i]
	}
	var came, went []string
	for _, l := range logins {
		switch name := personName(rb, l); {
		case first[l] != end[l]: // there and back
		case end[l] == "assigned":
			came = append(came, name)
		default:
			went = append(went, name)
		}
	}
	switch {
	case len(came) > 0 && len(went) > 0:
		return generator.And(came) + " for " + generator.And(went), last
	case len(came) > 0:
		return generator.And(came) + " came", last
	case len(went) > 0:
		return generator.And(went) + " went", last
	}
	return "", nil
}

// count says how much of each kind happened.
func (s *Since) count() string {
	n := map[string]int{}
	for _, h := range s.Changes {
		n[h.What]++
	}
	var parts []string
	for _, k := range []struct{ what, words string }{
		{HappenedDone, "done"},
		{HappenedSkipped, "skipped"},
		{HappenedDropped, "dropped"},
		{HappenedReopened, "opened again"},
		{HappenedNew, "new"},
		{HappenedLate, "newly late"},
		{HappenedPeople, "with other people"},
	} {
		if n[k.what] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[k.what], k.words))
		}
	}
	if len(parts) == 0 {
		return "Since " + s.Day + " no item was closed, opened again, got late or went to other people"
	}
	return "Since " + s.Day + ": " + strings.Join(parts, ", ")
}

// text is nil-safe: nobody asked.
func (s *Since) text(b *strings.Builder) {
	if s == nil {
		return
	}
	fmt.Fprintf(b, "\n%s\n", s.count())
	var rows columns
	var waiting []string
	for _, h := range s.Changes {
		if h.Waits {
			waiting = append(waiting, h.Item)
			continue
		}
		rows.add("  "+h.Item, "#"+itoa(h.Number), h.when(), cmp.Or(h.By, h.Who), h.Title+h.about())
	}
	b.WriteString(rows.String())
	if len(waiting) > 0 {
		fmt.Fprintf(b, "  and late, because others are not done: %s\n", some(waiting))
	}
}

func (h Happening) when() string {
	if h.What == HappenedLate {
		return "late, due " + h.Day
	}
	return h.What + " " + h.Day
}

// about adds to the title who came and who went.
func (h Happening) about() string {
	if h.What != HappenedPeople {
		return ""
	}
	return " (" + h.Who + ")"
}

func (s *Since) markdown(b *strings.Builder) {
	if s == nil {
		return
	}
	fmt.Fprintf(b, "\n## Since %s\n\n%s.\n", s.Day, s.count())
	t := table{head: []string{"What", "Item", "Issue", "Day", "Who", "By"}}
	for _, h := range s.Changes {
		it := ItemStatus{Item: h.Item, Title: h.Title, Number: h.Number, URL: h.URL}
		t.row(h.What, it.name(), it.link(), h.Day, prose(h.Who), codeLogin(h.By))
	}
	if rows := t.String(); rows != "" {
		fmt.Fprintf(b, "\n%s\n", rows)
	}
}
