package words

import (
	"fmt"
	"strings"

	"runbook/generator"
)

// Together says who takes part in an item beside the people of its role, and
// what is ready before it starts. It is "" for work that is done alone.
func Together(it generator.Item) generator.Markdown {
	var parts []string
	add := func(label, text string) { parts = append(parts, "**"+label+":** "+text) }
	beside, onCall := split(it.With)
	for _, c := range beside {
		add("With", generator.EscapeMarkdown(Who(c))+".")
	}
	if it.Ready != "" {
		label := "Have ready"
		if len(beside) > 0 {
			label = "Ready before"
		}
		add(label, string(it.Ready)+".")
	}
	for _, c := range onCall {
		text := generator.EscapeMarkdown(Who(c))
		if it.OnCallFor != "" {
			text += ": " + string(it.OnCallFor)
		}
		add("Within reach", text+".")
	}
	return generator.Markdown(strings.Join(parts, " "))
}

// WithOthers is the heading of Parts.
const WithOthers = "With others"

// Parts say on the sheet of a role what it does in items of others. Where it
// is only on call, the line of the sitting says it all.
func Parts(rb *generator.Runbook) []generator.Markdown {
	var out []generator.Markdown
	for _, it := range rb.Beside {
		if c := it.Companion(rb.Role); c == nil || !c.OnCall {
			out = append(out, part(it))
		}
	}
	return out
}

func part(it generator.Item) generator.Markdown {
	part := fmt.Sprintf("**%s %s**, ", it.Number, generator.EscapeMarkdown(it.Title))
	part += "with the " + generator.EscapeMarkdown(Who(it.Host()))
	if it.Planned != nil {
		part += ", " + Weekday(it.Planned.Start)
	}
	part += ", " + generator.Minutes(it.Minutes) + "."
	if it.Ready != "" {
		part += " You have ready: " + string(it.Ready) + "."
	}
	part += " The steps are on the sheet of that role."
	return generator.Markdown(part)
}

// Needed is the heading of the sittings on the sheet of a role.
const Needed = "When you are needed"

// Glance is the work of a role on one line, as plain text; "" where it gives no
// time.
func Glance(r *generator.RoleEntry) string {
	if r.Minutes == 0 {
		return ""
	}
	return Joined(" · ", Count(len(r.Keys), "item"), generator.Minutes(r.Minutes)+" hands-on", Count(r.CountSittings(), "sitting"))
}

// Gates stands over them on the sheet of the role that leads.
const Gates = "Gates to sign"

// GateLine says what that role signs before and after a phase, and when.
func GateLine(p generator.Phase) generator.Markdown {
	title := "**" + generator.EscapeMarkdown(p.Heading()) + "**"
	parts := []string{Joined(", ", title, Days(p.Start, p.Due)) + "."}
	if len(p.Gate) > 0 {
		parts = append(parts, "Before it starts:")
	}
	for _, g := range p.Gate {
		parts = append(parts, string(g))
	}
	parts = append(parts, "At its end: the sign-off.")
	return generator.Markdown(strings.Join(parts, " "))
}

// Companions says who else is in a sitting, as plain text; "" for nobody. Who
// is on call may get a call from nobody else, so there it gives the names.
func Companions(s generator.Sitting) string {
	if s.OnCall {
		hosts := make([]string, len(s.With))
		for i, c := range s.With {
			hosts[i] = Who(c)
		}
		return "within reach of the " + strings.Join(hosts, " and the ") + ", for " + generator.Minutes(s.Minutes)
	}
	beside, onCall := split(s.With)
	var parts []string
	if len(beside) > 0 {
		parts = append(parts, "with the "+titles(beside))
	}
	if len(onCall) > 0 {
		parts = append(parts, titles(onCall)+" within reach")
	}
	return strings.Join(parts, "; ")
}

// When is the day of a sitting; without a plan it comes when it is ready.
func When(s generator.Sitting) string {
	switch day := Weekday(s.Planned); {
	case s.OnCall:
		return Joined(", ", "on call", day)
	case day != "":
		return day
	}
	return "when ready"
}

// Wait is how long an item waits, and with a plan until when where that is
// another day; "" for no time.
func Wait(it generator.Item) string {
	if p := it.Planned; p != nil && it.Wait.Text != "" && p.Ready > p.End {
		return it.Wait.Text + ", until " + Weekday(p.Ready)
	}
	return it.Wait.Text
}

// HandsOn is how long a sitting takes. Who is on call gives no time to it.
func HandsOn(s generator.Sitting) string {
	if s.OnCall {
		return "\u2013"
	}
	return generator.Minutes(s.Minutes)
}

// Attending names those who take part beside the people of an item's role, as
// plain text.
func Attending(it generator.Item) string {
	var parts []string
	for _, c := range it.With {
		text := c.Title + ", " + People(c.People)
		if c.OnCall {
			text += " (within reach)"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, "; ")
}

func split(list []generator.Companion) (beside, onCall []generator.Companion) {
	for _, c := range list {
		if c.OnCall {
			onCall = append(onCall, c)
		} else {
			beside = append(beside, c)
		}
	}
	return beside, onCall
}

// Awaited is an item that others do before a sitting, among others.
type Awaited struct {
	generator.Need
	Join string // what stands between the one before and it
	Who  string // behind the last of those that the same people do, whom to ask
}

// AwaitedItems joins what a sitting waits for, and says once whom to ask for what
// one role does: "1.1 Boil and 1.3 Pour (Host, Ann); 1.2 Ask (Guest, Bo)".
func AwaitedItems(s generator.Sitting) []Awaited {
	list := s.Ready
	out := make([]Awaited, len(list))
	for i, a := range list {
		begins := i == 0 || list[i-1].By.Role != a.By.Role
		ends := i == len(list)-1 || list[i+1].By.Role != a.By.Role
		out[i].Need = a.Need
		switch {
		case i == 0:
		case begins:
			out[i].Join = "; "
		case ends:
			out[i].Join = " and "
		default:
			out[i].Join = ", "
		}
		if ends {
			out[i].Who = " (" + Who(a.By) + ")"
		}
	}
	return out
}

// NothingAwaited stands where a sitting waits for no item of others. Who is on
// call has no sitting that anything could be ready for.
func NothingAwaited(s generator.Sitting) string {
	if s.OnCall {
		return "\u2013"
	}
	return "nothing"
}

// Who is a role with its people, as plain text that may stand in brackets.
func Who(c generator.Companion) string {
	text := c.Title + ", " + People(c.People)
	if c.StandsIn != "" {
		text += ", standing in"
	}
	return text
}

func titles(list []generator.Companion) string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = c.Title
		if c.In != "" {
			out[i] += " in " + c.In
		}
	}
	return strings.Join(out, " and the ")
}
