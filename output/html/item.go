package html

import (
	"html/template"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/words"
)

// item is an item as the templates lay it out. What is put together from many
// small parts is put together here: there are hundreds of them on a page, and
// a template takes its time over each.
type item struct {
	ID       string
	Class    string
	Number   string
	Title    string
	Key      string
	Role     string // title
	People   string // names
	Meta     string // time, waiting time, plan
	Needs    []link
	Why      template.HTML
	Together template.HTML // who takes part
	Steps    template.HTML
	End      template.HTML // of the steps, which is on the page of what follows
	Verify   []check
	Evidence template.HTML
	Origin   origin
	Work     generator.Work
	Boxes    []box // of its state
	State    string
}

// origin says where an item or entry comes from.
type origin struct {
	Sources template.HTML
	Reason  string // why it is in this runbook
	Company string
}

// box is a box of the strip of an item.
type box struct {
	Name, Label string
	On          bool
}

// check is a line with a box to tick.
type check struct {
	ID     string
	Name   string // of the field
	On     bool
	Text   template.HTML
	Inline bool // Text can stand in a label
}

// keptLines is how long an item may be, in printed lines, to be kept on one
// page. A longer one may break between its steps: kept whole, it would leave
// half a page empty before it.
const keptLines = 24

// fixedLines is what an item takes beside its text: head, sources, done strip.
const fixedLines = 9

// entryLines is the same of an entry to look up.
const entryLines = 4

// signOffLines is what the sign-off of a phase takes, which stays with the last
// item: kept whole with it, an item would leave most of a page empty.
const signOffLines = 10

// newItem converts an item; below is how many lines stay with its end.
func newItem(it generator.Item, below int, a *anchors) item {
	s := &scope{anchors: a, prefix: a.id(it.Key), heading: 4}
	v := item{
		ID: s.prefix, Number: it.Number, Title: it.Title, Key: it.Key, Role: it.RoleTitle, People: words.People(it.People), Meta: meta(it),
		Why: s.html(it.Why), Steps: s.html(it.Steps),
		Verify: s.checks(it.Verify, func(n int) (string, bool) { return form.Check(it.Number, n), it.Work.Verifies(n) }),
		Origin: origin{sources(it.Sources), it.Reason, it.Company}, Work: it.Work,
	}
	v.Steps, v.End = splitEnd(v.Steps)
	for _, b := range []struct {
		name, label string
		status      generator.Status
	}{
		{form.Done(it.Number), it.Number + " " + strings.ToLower(words.Status(generator.StatusDone)), generator.StatusDone},
		{form.NotNeeded(it.Number), words.Status(generator.StatusNotNeeded), generator.StatusNotNeeded},
		{form.Blocked(it.Number), words.Status(generator.StatusBlocked), generator.StatusBlocked},
	} {
		v.Boxes = append(v.Boxes, box{b.name, b.label, it.Work.Status == b.status})
	}
	if it.Work.Status != generator.StatusOpen {
		v.State = words.Status(it.Work.Status)
	}
	v.Evidence, _ = s.inline(it.Evidence)
	v.Together, _ = s.inline(words.Together(it))
	for _, n := range it.Needs {
		v.Needs = append(v.Needs, link{a.id(n.Key), n.Number, n.Title})
	}
	v.Class = "item"
	if s.lines+fixedLines+below <= keptLines {
		v.Class += " kept"
	}
	if it.Done() {
		v.Class += " is-done"
	}
	return v
}

// keptEnd is how long the end of the steps may be, in lines, to be kept on the
// page of what follows.
const keptEnd = 12

// splitEnd takes the last paragraph off the steps, with the code that it leads
// to, so that a page does not begin with "Verify": no browser keeps what
// follows with the last of several paragraphs. Steps that end otherwise, or
// are one paragraph, stay as they are.
func splitEnd(steps template.HTML) (rest, end template.HTML) {
	at := strings.LastIndex(string(steps), "\n<p>") + 1
	if at == 0 {
		return steps, ""
	}
	end = steps[at:]
	_, behind, _ := strings.Cut(string(end), "</p>\n")
	code := strings.HasPrefix(behind, "<pre") && strings.HasSuffix(behind, "</pre>\n") && strings.Count(behind, "</pre>") == 1
	if behind != "" && !code || strings.Count(string(end), "\n") > keptEnd {
		return steps, ""
	}
	return steps[:at], end
}

// checks converts a list of conditions to lines with boxes; field tells the
// name of the nth box, and whether it is ticked.
func (s *scope) checks(list []generator.Markdown, field func(n int) (string, bool)) []check {
	var out []check
	for i, md := range list {
		c := check{ID: s.nextBox()}
		c.Name, c.On = field(i + 1)
		c.Text, c.Inline = s.inline(md)
		out = append(out, c)
	}
	return out
}

// meta says how long an item takes and when its time is.
func meta(it generator.Item) string {
	var parts []string
	if it.StandsIn != "" {
		parts = append(parts, "standing in")
	}
	time := generator.Minutes(it.Minutes)
	if it.Estimate {
		time = "about " + time
	}
	parts = append(parts, time)
	if it.Wait.Text != "" {
		wait := "then wait " + it.Wait.Text
		if it.Wait.Why != "" {
			wait += ": " + it.Wait.Why
		}
		parts = append(parts, wait)
	}
	if p := it.Planned; p != nil {
		plan := words.Planned(p.Start, p.End)
		if p.Ready != "" && p.Ready != p.End {
			plan += ", ready " + words.Weekday(p.Ready)
		}
		parts = append(parts, plan)
	}
	return strings.Join(parts, " · ")
}

// sources lists where the facts were read, with links where there are any.
func sources(list []generator.Source) template.HTML {
	var b strings.Builder
	b.Grow(200 * len(list)) // about what one takes
	for i, s := range list {
		switch {
		case i > 0:
			b.WriteString("; ")
		case len(list) == 1:
			b.WriteString("Source: ")
		default:
			b.WriteString("Sources: ")
		}
		title := template.HTMLEscapeString(s.Title)
		if followable(s.URL) {
			b.WriteString(`<a href="`)
			b.WriteString(template.HTMLEscapeString(s.URL))
			b.WriteString(`">`)
			b.WriteString(title)
			b.WriteString("</a>")
		} else {
			b.WriteString(title)
		}
		b.WriteString(" (")
		b.WriteString(template.HTMLEscapeString(words.Dated(s)))
		b.WriteString(")")
	}
	if len(list) > 0 {
		b.WriteString(". ")
	}
	return template.HTML(b.String()) // escaped above
}
