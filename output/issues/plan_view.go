package issues

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"runbook/output/words"
)

// A plan is data and complete; what is printed of it is short. Changes that are
// alike are one entry, days and people are said as "from -> to" and not as whole
// lines, links are counted. Verbose prints every change by itself.

// alike is one entry of a printed plan: changes of issues that are the same.
type alike struct {
	verb    string
	changes []Change
	details []detail
	notes   []string
}

// detail is one thing that changes: from and to, or lines of a text.
type detail struct {
	name, from, to string
	diff           []string
}

// groups are the changes of issues, those that are alike together, in the order
// of their first.
func (p *Plan) groups(verbose bool) []alike {
	var list []alike
	at := map[string]int{}
	for _, c := range p.of([]string{KindTracking, KindIssue}) {
		if c.Verb == Create {
			continue
		}
		g := alike{c.Verb, []Change{c}, c.details(), c.Notes}
		if c.Verb == Close || c.Kind == KindTracking && !verbose {
			g.details = slices.DeleteFunc(g.details, func(d detail) bool {
				return d.name == "state" || c.Verb == Close && (d.name == "title" || d.name == "number")
			})
		}
		if c.Kind == KindTracking && !verbose {
			g.details = overview(g.details)
		}
		key := g.key(c)
		if i, ok := at[key]; ok && !verbose {
			list[i].changes = append(list[i].changes, c)
			continue
		}
		at[key] = len(list)
		list = append(list, g)
	}
	for i := range list {
		list[i].shift()
		for k, d := range list[i].details {
			if !verbose {
				list[i].details[k].diff = shorten(d.diff, 20)
			}
		}
	}
	return list
}

// key is the same for changes that are alike: their days may differ.
func (g alike) key(c Change) string {
	parts := []string{c.Verb, c.Kind, strings.Join(g.notes, "\x00")}
	if len(c.Fields) == 0 || c.Verb == Close {
		parts = append(parts, c.Why)
	}
	for _, d := range g.details {
		if _, ok := d.days(); ok {
			d.from, d.to = "", ""
		}
		parts = append(parts, fmt.Sprintf("%q", d))
	}
	return strings.Join(parts, "\x01")
}

// overview leaves out the lines of the tracking issue's lists and tables: they
// follow from the changes of the items.
func overview(details []detail) []detail {
	var kept []detail
	for _, d := range details {
		if d.name == "text" {
			d.diff = slices.DeleteFunc(slices.Clone(d.diff), func(l string) bool {
				return strings.HasPrefix(l[1:], " | ") || strings.HasPrefix(l[1:], " - #") || strings.HasPrefix(l[1:], " - [") && !strings.HasPrefix(l[1:], " - [ ]")
			})
			if len(d.diff) == 0 {
				continue
			}
		}
		kept = append(kept, d)
	}
	return kept
}

// days is how much later a planned day is; ok is false for anything else.
func (d detail) days() (n int, ok bool) {
	if d.name != "planned" {
		return 0, false
	}
	first := func(s string) (time.Time, error) {
		return time.Parse(time.DateOnly, s[:min(len(s), len(time.DateOnly))])
	}
	from, err1 := first(d.from)
	to, err2 := first(d.to)
	return int(to.Sub(from).Hours() / 24), err1 == nil && err2 == nil
}

// shift says how far the planned days of a group move, where it is not the same
// day for all.
func (g *alike) shift() {
	at := slices.IndexFunc(g.details, func(d detail) bool { return d.name == "planned" })
	if at < 0 || len(g.changes) == 1 {
		return
	}
	least, furthest := 0, 0
	same := true
	for i, c := range g.changes {
		details := c.details()
		d := details[slices.IndexFunc(details, func(d detail) bool { return d.name == "planned" })]
		same = same && d.from == g.details[at].from && d.to == g.details[at].to
		n, _ := d.days()
		if i == 0 {
			least, furthest = n, n
		}
		least, furthest = min(least, n), max(furthest, n)
	}
	if same {
		return
	}
	g.details[at].from, g.details[at].to = "", laterBy(least, furthest)
}

func laterBy(least, furthest int) string {
	switch {
	case least == furthest:
		return later(least)
	case least > 0:
		return fmt.Sprintf("%d to %s", least, later(furthest))
	case furthest < 0:
		return fmt.Sprintf("%d to %s", -furthest, later(least))
	default:
		return later(least) + " to " + later(furthest)
	}
}

func later(n int) string {
	switch {
	case n == 0:
		return "the same day"
	case n < 0:
		return words.Count(-n, "day") + " earlier"
	default:
		return words.Count(n, "day") + " later"
	}
}

// details are what a change changes.
func (c Change) details() []detail {
	var list []detail
	for _, f := range c.Fields {
		if f.Name == "title" {
			list = append(list, retitled(f))
			continue
		}
		if f.Name != "text" {
			list = append(list, detail{name: f.Name, from: f.From, to: f.To})
			continue
		}
		from, to := f.From, f.To
		if c.Kind != KindTracking {
			var head []detail
			head, from, to = headlines(from, to)
			list = append(list, head...)
		}
		if diff := lineDiff(from, to); len(diff) > 0 {
			list = append(list, detail{name: "text", diff: diff})
		}
	}
	return list
}

// retitled is a title of which as a rule only the item's number changes.
func retitled(f Field) detail {
	was, wasRest, _ := strings.Cut(f.From, " ")
	is, rest, _ := strings.Cut(f.To, " ")
	if wasRest == rest { // dropped stands in the place of the number
		return detail{name: "number", from: strings.TrimSuffix(was, ":"), to: strings.TrimSuffix(is, ":")}
	}
	return detail{name: "title", from: f.From, to: f.To}
}

// headlines compares the first lines of two blocks part by part, and returns
// the rest of both.
func headlines(from, to string) (list []detail, fromRest, toRest string) {
	a, fromRest, ok1 := strings.Cut(from, "\n")
	b, toRest, ok2 := strings.Cut(to, "\n")
	if !ok1 || !ok2 || !strings.HasPrefix(a, "**") || !strings.HasPrefix(b, "**") {
		return nil, from, to
	}
	was, is := parts(a), parts(b)
	for _, name := range []string{"role", "people", "work", "wait", "planned"} {
		if was[name] != is[name] {
			list = append(list, detail{name: name, from: was[name], to: is[name]})
		}
	}
	return list, fromRest, toRest
}

// parts takes a headline apart; see headline.
func parts(s string) map[string]string {
	list := strings.Split(s, " · ")
	role, who, _ := strings.Cut(list[0], ": ")
	out := map[string]string{"role": strings.Trim(role, "*"), "people": who}
	for _, part := range list[1:] {
		switch {
		case strings.HasPrefix(part, "planned "):
			out["planned"] = inData(strings.TrimPrefix(part, "planned "))
		case strings.HasPrefix(part, "then wait "):
			out["wait"] = strings.TrimPrefix(part, "then wait ")
		case strings.HasSuffix(part, " of work"):
			out["work"] = strings.TrimSuffix(part, " of work")
		}
	}
	return out
}

// weekday is a planned day as days writes it.
var weekday = lazy(`\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b`)

// inData has the days in a text as YYYY-MM-DD, as a plan prints them; so they
// stood in issues, too, before they were in words there.
func inData(s string) string {
	return weekday().ReplaceAllStringFunc(s, func(d string) string {
		t, err := time.Parse("Mon 2 Jan 2006", d)
		if err != nil {
			return d
		}
		return t.Format(time.DateOnly)
	})
}

// plannedIn are the planned days in a block, "" for none.
func plannedIn(block string) string {
	head, _, _ := strings.Cut(block, "\n")
	days, _, _ := strings.Cut(parts(head)["planned"], ",")
	return days
}

// to is the new value of a field.
func (c Change) to(name string) string {
	for _, f := range c.Fields {
		if f.Name == name {
			return f.To
		}
	}
	return ""
}
