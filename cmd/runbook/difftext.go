package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"runbook/generator"
	"runbook/output/words"
)

// diffPage writes a diff section by section; a section without entries is
// left out.
type diffPage struct {
	bytes.Buffer
}

// diffText says what everybody wants to know first, and the long list of
// changed texts last.
func diffText(d *generator.Diff) ([]byte, error) {
	p := &diffPage{}
	if d.Empty() {
		fmt.Fprintf(p, "%s and %s give the same runbook.\n", d.Old.Profile, d.New.Profile)
		return p.Bytes(), nil
	}
	fmt.Fprintf(p, "%s -> %s: %s\n", d.Old.Profile, d.New.Profile, diffSummary(d))
	p.values("Document", d.Document)
	p.values("Decisions", d.Decisions)
	p.values("Names", d.Names)
	p.hours(d)
	p.days(d)
	p.rules("Rules that start to fire", "+", d.Started)
	p.rules("Rules that stop firing", "-", d.Stopped)
	for i, w := range d.Reworded {
		p.title("Rules that say something else", i)
		was, is := words.Elide(w.Old, w.New)
		fmt.Fprintf(p, "  %s: %s\n    -> %s\n", w.ID, was, is)
	}
	p.items("New items", "+", d.Added)
	p.items("Gone items", "-", d.Removed)
	for i, m := range d.Moved {
		p.title("Moved to another role", i)
		fmt.Fprintf(p, "  %-5s %s  [%s]: %s -> %s\n", m.Number, m.Title, shortKey(m.Key), m.Old, m.New)
	}
	p.items("Re-ordered items", " ", d.Reordered)
	p.changed(d)
	p.texts(d)
	return p.Bytes(), nil
}

// diffSummary counts what changes.
func diffSummary(d *generator.Diff) string {
	var parts []string
	items, names, _ := sortedChanges(d)
	people := 0
	for _, c := range d.Changed {
		if slices.ContainsFunc(c.Changes, func(p generator.PartChange) bool { return p.Part == "people" }) {
			people++
		}
	}
	for _, c := range []struct {
		n    int
		what string
	}{{len(d.Added), "new"}, {len(d.Removed), "gone"}, {len(items), "changed"}, {len(names), "with other names"}, {people, "with other people"}, {len(d.Moved), "moved"}, {len(d.Reordered), "re-ordered"}} {
		if c.n > 0 {
			parts = append(parts, count(c.n, "item")+" "+c.what)
		}
	}
	if n := len(d.Started); n > 0 {
		parts = append(parts, count(n, "rule")+" starting")
	}
	if n := len(d.Stopped); n > 0 {
		parts = append(parts, count(n, "rule")+" stopping")
	}
	if len(parts) == 0 {
		return "the same items"
	}
	return strings.Join(parts, ", ")
}

// plannedChanges says in a sentence that many items have other days; few of
// them are listed instead.
func plannedChanges(d *generator.Diff) (sentence string, few bool) {
	if len(d.Planned) <= 10 {
		return "", true
	}
	first, last := d.Planned[0], d.Planned[len(d.Planned)-1]
	return fmt.Sprintf("%d items have other days, from %s (%s) to %s (%s)", len(d.Planned),
		first.Number, arrow(first.Old, first.New), last.Number, arrow(last.Old, last.New)), false
}

func (p *diffPage) days(d *generator.Diff) {
	if days, few := plannedChanges(d); !few {
		fmt.Fprintf(p, "\nDays\n  %s\n", days)
		return
	}
	for i, c := range d.Planned {
		p.title("Days", i)
		fmt.Fprintf(p, "  %-5s %s: %s\n", c.Number, c.Title, arrow(c.Old, c.New))
	}
}

func (p *diffPage) title(title string, entry int) {
	if entry == 0 {
		fmt.Fprintf(p, "\n%s\n", title)
	}
}

func arrow(before, after string) string {
	if before == "" {
		before = "(none)"
	}
	if after == "" {
		after = "(none)"
	}
	if strings.ContainsRune(before+after, '\n') {
		return strings.TrimSpace(before) + "\n    -> " + strings.TrimSpace(after)
	}
	return before + " -> " + after
}

func (p *diffPage) values(title string, values []generator.ValueChange) {
	for i, v := range values {
		p.title(title, i)
		fmt.Fprintf(p, "  %s: %s\n", v.Label, arrow(v.Old, v.New))
	}
}

func (p *diffPage) items(title, mark string, items []generator.ItemRef) {
	for i, it := range items {
		p.title(title, i)
		fmt.Fprintf(p, "  %s %-5s %s  [%s]", mark, it.Number, it.Title, shortKey(it.Key))
		if it.Role != "" {
			fmt.Fprintf(p, ", %s", it.Role)
		}
		fmt.Fprintln(p)
		if mark != " " && it.Reason != "" {
			fmt.Fprintf(p, "          %s\n", it.Reason)
		}
	}
}

// sortedChanges separates the items that changed in themselves from those
// that only say names that changed, or have other people; other parts of the
// diff say that once for all of them.
func sortedChanges(d *generator.Diff) (items []generator.ItemChange, names, people []string) {
	for _, c := range d.Changed {
		switch {
		case c.NameOnly():
			names = append(names, c.Number)
		case len(c.Changes) == 1 && c.Changes[0].Part == "people":
			people = append(people, c.Number)
		default:
			items = append(items, c)
		}
	}
	return items, names, people
}

func (p *diffPage) changed(d *generator.Diff) {
	items, names, people := sortedChanges(d)
	for i, c := range items {
		p.title("Changed items", i)
		was := ""
		if c.OldNumber != c.Number {
			was = ", was " + c.OldNumber
		}
		fmt.Fprintf(p, "  %-5s %s  [%s%s]\n", c.Number, c.Title, shortKey(c.Key), was)
		for _, part := range c.Changes {
			switch {
			case part.NameOnly:
			case part.Lines == nil:
				fmt.Fprintf(p, "        %s: %s\n", part.Part, arrow(part.Old, part.New))
			default:
				fmt.Fprintf(p, "        %s:\n", part.Part)
				p.lines(part.Lines)
			}
		}
	}
	if len(names) > 0 {
		fmt.Fprintf(p, "\nItems in which only names change\n  %s\n", strings.Join(names, ", "))
	}
	if len(people) > 0 {
		fmt.Fprintf(p, "\nItems of which only the people change\n  %s\n", strings.Join(people, ", "))
	}
}

func (p *diffPage) texts(d *generator.Diff) {
	for i, c := range d.Texts {
		p.title("Changed texts", i)
		fmt.Fprintf(p, "  %s:\n", c.Of)
		p.lines(c.Lines)
	}
}

func (p *diffPage) lines(lines []generator.LineChange) {
	for _, l := range diffLines(lines) {
		fmt.Fprintf(p, "        %s\n", l)
	}
}

// diffLines are the lines that go and the lines that come, but for those in
// which only names change. Of a long one in whose place another comes, what
// changed is enough.
func diffLines(lines []generator.LineChange) []string {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l generator.LineChange) bool { return l.NameOnly })
	return words.InPlace(each(lines, diffLine), elide)
}

// elide keeps the number or the sign that both lines begin with.
func elide(was, is string) (string, string) {
	begin := listMark(was)
	if begin != listMark(is) {
		begin = ""
	}
	x, y := words.Elide(was[len(begin):], is[len(begin):])
	return begin + x, begin + y
}

// listMark is what stands before the text of an entry of a list.
func listMark(line string) string {
	rest := strings.TrimLeft(line, " ")
	first, _, spaced := strings.Cut(rest, " ")
	if number := strings.TrimRight(first, ".)"); spaced && len(first) < 10 && (first == "-" || number != first && strings.Trim(number, "0123456789") == "") {
		return line[:len(line)-len(rest)+len(first)+1]
	}
	return ""
}

func diffLine(l generator.LineChange) string {
	if l.Added {
		return strings.TrimRight("+ "+l.Text, " ")
	}
	return strings.TrimRight("- "+l.Text, " ")
}

func (p *diffPage) rules(title, mark string, warnings []generator.Warning) {
	for i, w := range warnings {
		p.title(title, i)
		fmt.Fprintf(p, "  %s %s: %s\n", mark, w.ID, w.Message)
	}
}

func (p *diffPage) hours(d *generator.Diff) {
	fmt.Fprintln(p, "\nHours per role")
	t := tabwriter.NewWriter(p, 0, 4, 2, ' ', 0)
	for _, r := range d.Roles {
		fmt.Fprintf(t, "  %s\t%s\n", r.Title, change(worked(r.OldItems, r.OldMinutes), worked(r.NewItems, r.NewMinutes)))
	}
	fmt.Fprintf(t, "  All roles\t%s\n", change(generator.Minutes(d.Total[0]), generator.Minutes(d.Total[1])))
	_ = t.Flush() // into memory
	n := 0
	for _, r := range d.Roles {
		if r.OldPeople != r.NewPeople {
			p.title("People", n)
			n++
			fmt.Fprintf(p, "  %s: %s\n", r.Title, arrow(r.OldPeople, r.NewPeople))
		}
	}
}

func worked(items, minutes int) string {
	return generator.Minutes(minutes) + ", " + count(items, "item")
}

// change says a value once where it stays.
func change(before, after string) string {
	if before == after {
		return before
	}
	return before + " -> " + after
}
