package generator

import (
	"slices"
	"strings"
)

// namer says in the texts of a sheet whose the items of others are: a sheet has
// no link to them. Whoever has read of a role once knows its people by name.
type namer struct {
	own   *RoleEntry      // whose sheet it is, nil for nobody
	list  []Item          // of the whole runbook
	items map[string]Item // the same, by key
	here  map[string]bool // keys on the sheet
	other map[string]bool // keys of what is looked up elsewhere in the runbook
	said  map[string]bool // keys and roles that were named
}

// nameOthers goes through the texts in the order in which a sheet has them. What
// it changes it does not share with the whole runbook.
func (r *Runbook) nameOthers(whole *Runbook) {
	n := namer{list: whole.Items(), items: map[string]Item{}, here: map[string]bool{}, other: map[string]bool{}, said: map[string]bool{}}
	if len(r.Roles) > 0 {
		n.own = &r.Roles[0]
	}
	for _, it := range n.list {
		n.items[it.Key], n.here[it.Key] = it, it.Role == r.Role
	}
	for _, ref := range whole.References {
		for _, e := range ref.Entries {
			n.other[e.Key] = e.Role != r.Role
		}
	}
	r.Gates = slices.Clone(r.Gates)
	for i := range r.Gates {
		r.Gates[i].Gate = n.texts(r.Gates[i].Gate)
	}
	phase := func(p *Phase) {
		for i := range p.Items {
			it := &p.Items[i]
			it.Why, it.Ready, it.OnCallFor = n.text(it.Why), n.text(it.Ready), n.text(it.OnCallFor)
			it.Steps, it.Verify, it.Evidence = n.text(it.Steps)+n.waiting(it), n.texts(it.Verify), n.text(it.Evidence)
		}
	}
	phase(&r.Before)
	for i := range r.Phases {
		phase(&r.Phases[i])
	}
	for _, ref := range r.References {
		for i := range ref.Entries {
			ref.Entries[i].Body = n.text(ref.Entries[i].Body)
		}
	}
}

func (n *namer) texts(list []Markdown) []Markdown {
	out := slices.Clone(list)
	for i := range out {
		out[i] = n.text(out[i])
	}
	return out
}

// text has behind the first link to each item of others whose it is.
func (n *namer) text(md Markdown) Markdown {
	const link = "](#"
	s := string(md)
	if !strings.Contains(s, link) {
		return md
	}
	var out strings.Builder
	from, open := 0, 0
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\':
			i += 2
			continue
		case s[i] == '`':
			i += codeLength(s[i:])
			continue
		case strings.HasPrefix(s[i:], link):
			key, rest, ok := strings.Cut(s[i+len(link):], ")")
			i += len(link)
			if ok {
				i += len(key) + 1
				out.WriteString(s[from:i] + n.behind(key, open > 0 || strings.HasPrefix(rest, " (")))
				from = i
			}
			continue
		case s[i] == '(':
			open++
		case s[i] == ')' && open > 0:
			open--
		case strings.HasPrefix(s[i:], "\n\n"):
			open = 0 // what nothing closes in its paragraph was no bracket
		}
		i++
	}
	out.WriteString(s[from:])
	return Markdown(out.String())
}

// codeLength is the length of the code span or block that s begins with, or of
// the backticks alone where nothing closes them.
func codeLength(s string) int {
	ticks := len(s) - len(strings.TrimLeft(s, "`"))
	for i := ticks; i < len(s); {
		at := strings.IndexByte(s[i:], '`')
		if at < 0 {
			break
		}
		i += at
		run := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		i += run
		if run == ticks {
			return i
		}
	}
	return ticks
}

// behind is what stands behind a link, in brackets unless it is among others.
func (n *namer) behind(key string, bracketed bool) string {
	it, item := n.items[key]
	if n.said[key] || n.here[key] || !item && !n.other[key] {
		return ""
	}
	n.said[key] = true
	if !item {
		return ", in the whole runbook"
	}
	who := EscapeMarkdown(n.who(it.Host()))
	if bracketed {
		return ", by " + who
	}
	return " (" + who + ")"
}

// who names those who do an item.
func (n *namer) who(c Companion) string {
	who := namesOf(c.People)
	switch {
	case n.owns(c):
		return c.Title + ", you"
	case n.said[c.Role]:
		return who
	}
	n.said[c.Role] = true
	return c.Title + ", " + who
}

// owns reports whether the people of the sheet are those of another role.
func (n *namer) owns(c Companion) bool {
	return n.own != nil && namesOf(n.own.People) == namesOf(c.People)
}

// waiting names those of others who go on when an item is done, the last of the
// sheet for which they wait. Nothing else tells them, unless they are there
// anyway or the steps speak of it.
func (n *namer) waiting(it *Item) Markdown {
	var told, who []string
	for _, next := range n.list {
		c, people := next.Host(), namesOf(next.People)
		there := slices.ContainsFunc(it.With, func(w Companion) bool { return !w.OnCall && namesOf(w.People) == people })
		if n.lastNeeded(&next) != it.Key || there || n.owns(c) || slices.Contains(told, people) || strings.Contains(string(it.Steps), "](#"+next.Key+")") {
			continue
		}
		told = append(told, people)
		who = append(who, EscapeMarkdown(n.who(c)))
	}
	if len(who) == 0 {
		return ""
	}
	return Markdown("\n\n**Waiting for it:** " + strings.Join(who, "; ") + ".")
}

// lastNeeded is the key of the last item of the sheet that an item needs, ""
// for none.
func (n *namer) lastNeeded(it *Item) string {
	last := ""
	for _, mine := range n.list {
		if n.here[mine.Key] && slices.ContainsFunc(it.Needs, func(need Need) bool { return need.Key == mine.Key }) {
			last = mine.Key
		}
	}
	return last
}

func namesOf(people []Person) string {
	list := make([]string, len(people))
	for i, p := range people {
		list[i] = p.Name
	}
	return strings.Join(list, ", ")
}
