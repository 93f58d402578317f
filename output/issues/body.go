package issues

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// itemBlock is an item as Markdown. No date of today and no name of a file is
// in it: it changes only when the item does.
func itemBlock(rb *generator.Runbook, it generator.Item, o desiredOptions) string {
	var s sections
	s.add("", headline(rb, it))
	s.add("", o.content(it.Why))
	s.add("", o.content(words.Together(it)))
	var needs []string
	for _, n := range inOrder(rb, it.Needs) {
		needs = append(needs, "- "+o.listed(n.Key, n.Number+" "+n.Title)+" ("+prose(o.by[n.Key])+")")
	}
	s.add(needsHeading(o), strings.Join(needs, "\n"))
	s.add("Steps", o.steps(it))
	var boxes []string
	for _, v := range it.Verify {
		boxes = append(boxes, "- [ ] "+indent(o.content(v), "  "))
	}
	s.add("Verify", strings.Join(boxes, "\n"))
	s.add("Record as evidence", o.content(it.Evidence))
	s.add("When it is done", finish(it)+waiting(rb, it, o))
	s.add(words.WhomToCall, call(rb, it))
	s.add("What it is part of", partOf(rb))
	var sources []string
	for _, src := range it.Sources {
		sources = append(sources, "- "+source(src, o.Host))
	}
	s.add("Sources", strings.Join(sources, "\n"))
	s.add("", footer(it))
	return s.String()
}

// inOrder sorts needs as the runbook has them, for the eye.
func inOrder(rb *generator.Runbook, needs []generator.Need) []generator.Need {
	at := map[string]int{}
	for i, it := range rb.Items() {
		at[it.Key] = i
	}
	return slices.SortedStableFunc(slices.Values(needs), func(a, b generator.Need) int { return cmp.Compare(at[a.Key], at[b.Key]) })
}

// needsHeading says more where the server cannot show what blocks an issue.
func needsHeading(o desiredOptions) string {
	if o.Features.Dependencies {
		return "Needs first"
	}
	return "Blocked by"
}

// headline says who, how long, when.
func headline(rb *generator.Runbook, it generator.Item) string {
	parts := []string{"**" + prose(it.RoleTitle) + "**: " + people(it.People, it.StandsIn, rb)}
	if it.Minutes > 0 {
		about := ""
		if it.Estimate {
			about = "about "
		}
		parts = append(parts, about+generator.Minutes(it.Minutes)+" of work")
	}
	if it.Wait.Text != "" {
		wait := "then wait " + prose(it.Wait.Text)
		if it.Wait.Why != "" {
			wait += " (" + prose(it.Wait.Why) + ")"
		}
		parts = append(parts, wait)
	}
	if pl := it.Planned; pl != nil && pl.Start != "" {
		plan := "planned " + days(pl.Start, pl.End)
		if it.Wait.Text != "" && pl.Ready > pl.End {
			plan += ", waiting until " + words.Weekday(pl.Ready)
		}
		parts = append(parts, plan)
	}
	return strings.Join(parts, " · ")
}

// days says from when to when, each day whole: a plan reads them there, to say
// by how many days something moves. See inData.
func days(from, to string) string {
	if to == "" || from == to {
		return words.Weekday(from)
	}
	return words.Weekday(from) + " to " + words.Weekday(to)
}

// steps are those of an item, and where the other way is that they leave out.
func (o desiredOptions) steps(it generator.Item) string {
	if it.OneWay == "" {
		return o.content(it.Steps)
	}
	return o.content(it.OneWay) + "\n\nAnother way to do this is in the whole runbook."
}

// finish tells the people of an item how to be done with it.
func finish(it generator.Item) string {
	var todo []string
	if len(it.Verify) > 0 {
		todo = append(todo, "tick the boxes")
	}
	if it.Evidence != "" {
		todo = append(todo, "put the evidence into a comment")
	}
	if it.Wait.Text != "" {
		todo = append(todo, "let the waiting time pass")
	}
	text := generator.And(append(todo, "close this issue")) + ". Is it not needed here? Say why in a comment and close it as *not planned*. Can you not go on? Give it a label *blocked* and say why in a comment."
	return generator.UpperFirst(text)
}

// waiting says who goes on when an item is done: the roles, and where the
// server cannot show that itself the numbers of their items.
func waiting(rb *generator.Runbook, it generator.Item, o desiredOptions) string {
	var order []string
	numbers := map[string][]string{}
	for _, other := range rb.Items() {
		if !slices.ContainsFunc(other.Needs, func(n generator.Need) bool { return n.Key == it.Key }) {
			continue
		}
		who := o.by[other.Key]
		if numbers[who] == nil {
			order = append(order, who)
		}
		numbers[who] = append(numbers[who], other.Number)
	}
	if len(order) == 0 {
		return ""
	}
	for i, who := range order {
		order[i] = prose(who)
		if !o.Features.Dependencies {
			order[i] += " (" + generator.And(numbers[who]) + ")"
		}
	}
	return "\n\nWaiting for it: " + strings.Join(order, "; ") + "."
}

// call says whom to turn to and who has the whole runbook; "" where that is who
// does the item.
func call(rb *generator.Runbook, it generator.Item) string {
	if c := words.Contacts(rb.Lead, it.People); len(c) > 0 {
		return generator.UpperFirst(words.Leads(rb.Schedule == nil, prose(c[0].Named()))) + "."
	}
	return ""
}

// partOf names the rollout. What else there is to say of it changes more often
// than an item does, and stands in the tracking issue.
func partOf(rb *generator.Runbook) string {
	text := "**" + prose(rb.Title) + "**"
	if about := words.Subtitle(rb); about != "" {
		text += " (" + prose(about) + ")"
	}
	return text + ". Its own issue says what comes of it, who takes part and when."
}

func source(src generator.Source, host string) string {
	text := prose(src.Title)
	if safeURL(src.URL) {
		text = fmt.Sprintf("[%s](%s)", text, detour(src.URL, host))
	}
	return text + " (" + prose(cmp.Or(src.Date, words.Undated)) + ")"
}

// safeURL accepts what can stand between the parentheses of a link and leads
// to a web page.
func safeURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " \t\r\n<>()\"'\\`|")
}

func footer(it generator.Item) string {
	var parts []string
	if it.Reason != "" {
		parts = append(parts, "Why it is here: "+prose(it.Reason)+".")
	}
	if it.Company != "" {
		parts = append(parts, "It comes from "+prose(it.Company)+".")
	}
	return "---\n\n" + strings.Join(append(parts, "Item "+codeSpan(it.Key)+", kept in step by the program runbook: what you write below, ticks, labels and people you add stay."), " ")
}

// sections joins parts with empty lines between them and leaves out those
// that say nothing.
type sections struct{ parts []string }

func (s *sections) add(title, text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case title == "":
		s.parts = append(s.parts, text)
	default:
		s.parts = append(s.parts, "### "+title, text)
	}
}

func (s *sections) String() string { return strings.Join(s.parts, "\n\n") }

// indent sets every line but the first in by prefix.
func indent(s, prefix string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = prefix + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}
