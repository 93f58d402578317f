package main

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// diffMarkdown writes a diff for a pull request or a job summary.
func diffMarkdown(d *generator.Diff) ([]byte, error) {
	p := &markdownDiff{}
	fmt.Fprintf(p, "# What changes in the runbook\n")
	if d.Empty() {
		fmt.Fprintf(p, "\n%s and %s give the same runbook.\n", code(d.Old.Profile), code(d.New.Profile))
		return p.Bytes(), nil
	}
	fmt.Fprintf(p, "\n%s → %s: %s.\n", code(d.Old.Profile), code(d.New.Profile), diffSummary(d))
	p.values("Document", d.Document)
	p.values("Decisions", d.Decisions)
	p.values("Names", d.Names)
	p.hours(d)
	p.days(d)
	p.rules("Rules that start to fire", d.Started)
	p.rules("Rules that stop firing", d.Stopped)
	p.table("Rules that say something else", []string{"Rule", "Before", "After"}, len(d.Reworded), func(i int) []string {
		was, is := words.Elide(d.Reworded[i].Old, d.Reworded[i].New)
		return []string{d.Reworded[i].ID, text(was), text(is)}
	})
	p.items("New items", d.Added)
	p.items("Gone items", d.Removed)
	p.table("Moved to another role", []string{"Item", "Before", "After"}, len(d.Moved), func(i int) []string {
		m := d.Moved[i]
		return []string{itemCell(m.Number, m.Title, m.Key), text(m.Old), text(m.New)}
	})
	p.table("Re-ordered items", []string{"Item"}, len(d.Reordered), func(i int) []string {
		r := d.Reordered[i]
		return []string{itemCell(r.Number, r.Title, r.Key)}
	})
	p.changed(d)
	p.texts(d)
	return p.Bytes(), nil
}

func (p *markdownDiff) days(d *generator.Diff) {
	if days, few := plannedChanges(d); !few {
		p.heading("Days")
		fmt.Fprintf(p, "\n%s.\n", text(days))
		return
	}
	p.table("Days", []string{"Item", "Before", "After"}, len(d.Planned), func(i int) []string {
		c := d.Planned[i]
		return []string{itemCell(c.Number, c.Title, c.Key), text(c.Old), text(c.New)}
	})
}

// markdownDiff writes tables.
type markdownDiff struct {
	diffPage
}

func text(s string) string { return generator.EscapeMarkdown(strings.Join(strings.Fields(s), " ")) }

func code(s string) string { return generator.CodeSpan(s, true) }

func becomes(before, after string) string {
	return strings.Replace(arrow(text(before), text(after)), " -> ", " → ", 1)
}

func itemCell(number, title, key string) string {
	return strings.TrimSpace(number+" "+text(title)) + " " + code(shortKey(key))
}

func (p *markdownDiff) heading(title string) { fmt.Fprintf(p, "\n## %s\n", title) }

func (p *markdownDiff) table(title string, columns []string, rows int, row func(i int) []string) {
	if rows == 0 {
		return
	}
	p.heading(title)
	fmt.Fprintf(p, "\n| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat(" --- |", len(columns)))
	for i := range rows {
		cells := row(i)
		for k, c := range cells {
			if c == "" {
				cells[k] = "-"
			}
		}
		fmt.Fprintf(p, "| %s |\n", strings.Join(cells, " | "))
	}
}

func (p *markdownDiff) values(title string, values []generator.ValueChange) {
	p.table(title, []string{"What", "Before", "After"}, len(values), func(i int) []string {
		return []string{text(values[i].Label), text(values[i].Old), text(values[i].New)}
	})
}

func (p *markdownDiff) items(title string, items []generator.ItemRef) {
	p.table(title, []string{"Item", "Role", "Why"}, len(items), func(i int) []string {
		it := items[i]
		return []string{itemCell(it.Number, it.Title, it.Key), text(it.Role), text(it.Reason)}
	})
}

func (p *markdownDiff) rules(title string, warnings []generator.Warning) {
	p.table(title, []string{"Rule", "What it says"}, len(warnings), func(i int) []string {
		return []string{warnings[i].ID, text(warnings[i].Message)}
	})
}

func (p *markdownDiff) changed(d *generator.Diff) {
	items, names, people := sortedChanges(d)
	for i, c := range items {
		if i == 0 {
			p.heading("Changed items")
		}
		p.item(c)
	}
	if len(names) > 0 {
		p.heading("Items in which only names change")
		fmt.Fprintf(p, "\n%s\n", strings.Join(names, ", "))
	}
	if len(people) > 0 {
		p.heading("Items of which only the people change")
		fmt.Fprintf(p, "\n%s\n", strings.Join(people, ", "))
	}
}

func (p *markdownDiff) item(c generator.ItemChange) {
	fmt.Fprintf(p, "\n### %s\n", itemCell(c.Number, c.Title, c.Key))
	if c.OldNumber != c.Number {
		fmt.Fprintf(p, "\nWas %s.\n", c.OldNumber)
	}
	var lines []string
	first := true
	for _, part := range c.Changes {
		if part.NameOnly {
			continue
		}
		if part.Lines != nil {
			lines = append(append(lines, "@@ "+part.Part+" @@"), diffLines(part.Lines)...)
			continue
		}
		if first {
			fmt.Fprintln(p)
			first = false
		}
		fmt.Fprintf(p, "- %s: %s\n", part.Part, becomes(part.Old, part.New))
	}
	p.lines(lines)
}

// texts lists the changed texts outside the items.
func (p *markdownDiff) texts(d *generator.Diff) {
	for i, c := range d.Texts {
		if i == 0 {
			p.heading("Changed texts")
		}
		fmt.Fprintf(p, "\n### %s\n", text(c.Of))
		p.lines(diffLines(c.Lines))
	}
}

// lines shows the lines of texts that went and came.
func (p *markdownDiff) lines(lines []string) {
	if len(lines) == 0 {
		return
	}
	fence := "```"
	for strings.Contains(strings.Join(lines, "\n"), fence) {
		fence += "`"
	}
	fmt.Fprintf(p, "\n%sdiff\n%s\n%s\n", fence, strings.Join(lines, "\n"), fence)
}

func (p *markdownDiff) hours(d *generator.Diff) {
	p.table("Hours per role", []string{"Role", "Before", "After", "People"}, len(d.Roles)+1, func(i int) []string {
		if i == len(d.Roles) {
			return []string{"All roles", generator.Minutes(d.Total[0]), generator.Minutes(d.Total[1]), ""}
		}
		r := d.Roles[i]
		people := text(r.NewPeople)
		if r.OldPeople != r.NewPeople {
			people = becomes(r.OldPeople, r.NewPeople)
		}
		return []string{text(r.Title), worked(r.OldItems, r.OldMinutes), worked(r.NewItems, r.NewMinutes), people}
	})
}
