package words

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
)

// Contact is somebody to call, with all the roles that concern the caller.
type Contact struct {
	Titles []string
	People []generator.Person
	Leads  bool
}

// Contacts are those to call about some sittings: who leads, who is there, and
// who does what must be done before. Nobody calls himself.
func Contacts(lead generator.Companion, own []generator.Person, sittings ...generator.Sitting) []Contact {
	var out []Contact
	add := func(c generator.Companion, leads bool) {
		if len(c.People) == 0 || named(c.People, own) {
			return
		}
		i := slices.IndexFunc(out, func(o Contact) bool { return named(c.People, o.People) })
		if i < 0 {
			i, out = len(out), append(out, Contact{People: c.People, Leads: leads})
		}
		if !slices.Contains(out[i].Titles, c.Title) {
			out[i].Titles = append(out[i].Titles, c.Title)
		}
	}
	add(lead, true)
	for _, s := range sittings {
		for _, c := range s.With {
			add(c, false)
		}
	}
	for _, s := range sittings {
		for _, a := range s.Ready {
			add(a.By, false)
		}
	}
	return out
}

// named reports whether two lists have the same people.
func named(a, b []generator.Person) bool {
	return slices.EqualFunc(a, b, func(p, q generator.Person) bool { return p.Name == q.Name })
}

// String is a contact as plain text: "Project manager, Ann Lee, ann@contoso.com".
func (c Contact) String() string {
	return c.text(func(s string) string { return s }, func(s string) string { return s })
}

// Named is a contact without addresses, as plain text.
func (c Contact) Named() string { return generator.And(c.Titles) + ", " + People(c.People) }

func (c Contact) text(plain, email func(string) string) string {
	parts := []string{plain(generator.And(c.Titles))}
	for _, p := range c.People {
		parts = append(parts, plain(generator.Bounded(p.Name)))
		if p.Email != "" {
			parts = append(parts, email(p.Email))
		}
	}
	return strings.Join(parts, ", ")
}

// markdown is a contact with links to its addresses.
func (c Contact) markdown() string {
	return c.text(generator.EscapeMarkdown, mailto)
}

// address is an e-mail address that can stand in an autolink as it is.
var address = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
})

// mailto is an address to click and to copy; what has not the form of one is
// text.
func mailto(email string) string {
	if address().MatchString(email) {
		return "<" + email + ">"
	}
	return generator.EscapeMarkdown(email)
}

// WhomToCall heads the contacts.
const WhomToCall = "Whom to call"

// Calls says on the sheet of a role whom to call, who agrees the days that are
// not planned, where the whole runbook is, and which other sheets its people
// have. It is "" where there is nothing to do, and so nothing to ask.
func Calls(rb *generator.Runbook) generator.Markdown {
	var own []generator.Person
	var sittings []generator.Sitting
	for _, r := range rb.Roles {
		own, sittings = append(own, r.People...), append(sittings, r.Sittings...)
	}
	if len(sittings)+len(rb.References)+len(rb.Gates) == 0 {
		return ""
	}
	var list []string
	for _, c := range Contacts(rb.Lead, own, sittings...) {
		text := c.markdown()
		if c.Leads {
			text = Leads(len(sittings) > 0 && rb.Schedule == nil, text) + ", and gets this sheet back"
		}
		list = append(list, text)
	}
	var parts []string
	if len(list) > 0 {
		parts = append(parts, "**"+WhomToCall+":** "+strings.Join(list, "; ")+".")
	}
	if named(rb.Lead.People, own) {
		parts = append(parts, "You have "+kept+".")
	}
	return generator.Markdown(strings.Join(append(parts, elsewhere(rb, own)...), " "))
}

// kept is what who leads has; nobody else need know either word.
const kept = "the whole runbook and the profile, the file it is made from"

// Leads says of who leads, given as text, what to call them for. Unplanned is
// work without a day.
func Leads(unplanned bool, who string) string {
	if unplanned {
		return "the " + who + ", who agrees the days with you, since none is planned yet, and has " + kept
	}
	return "if a day does not suit or something is refused, the " + who + ", who also has " + kept
}

// elsewhere says which other sheets the people of a sheet have.
func elsewhere(rb *generator.Runbook, own []generator.Person) []string {
	var out []string
	for _, p := range own {
		var titles []string
		for _, r := range rb.Elsewhere {
			if slices.ContainsFunc(r.People, func(o generator.Person) bool { return o.Name == p.Name }) {
				titles = append(titles, generator.EscapeMarkdown(r.Title))
			}
		}
		if len(titles) > 0 {
			sheet := "sheet"
			if len(titles) > 1 {
				sheet = "sheets"
			}
			out = append(out, generator.EscapeMarkdown(generator.Bounded(p.Name))+" also has the "+sheet+" "+generator.And(titles)+".")
		}
	}
	return out
}
