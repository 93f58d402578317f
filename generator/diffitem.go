package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// comparedItem is an item, or an entry of a reference, in the form in which
// it is compared: part by part.
type comparedItem struct {
	ref     ItemRef
	role    string
	planned string
	parts   []itemPart
}

type itemPart struct {
	name  string
	value string
	text  bool // compared line by line
}

// comparedItems lists everything that has a number.
func comparedItems(r *Runbook) []comparedItem {
	var out []comparedItem
	for _, it := range r.Items() {
		c := comparedItem{ref: ItemRef{it.Key, it.Number, it.Title, it.RoleTitle, it.Reason}, role: it.Role}
		if it.Planned != nil {
			c.planned = it.Planned.Start + " to " + it.Planned.End
			if it.Planned.Start == it.Planned.End {
				c.planned = it.Planned.Start
			}
		}
		var verify []string
		for _, v := range it.Verify {
			verify = append(verify, "- "+string(v))
		}
		wait := it.Wait.Text
		if it.Wait.Why != "" {
			wait += ": " + it.Wait.Why
		}
		c.parts = []itemPart{
			{"title", it.Title, false}, {"people", holders(it.People, it.StandsIn), false}, {"needs", needKeys(it.Needs), false},
			{"minutes", fmt.Sprint(it.Minutes), false}, {"wait", wait, false}, {"why", string(it.Why), true},
			{"steps", string(it.Steps), true}, {"verify", strings.Join(verify, "\n"), true}, {"evidence", string(it.Evidence), true},
			{"sources", sourceLines(it.Sources), true}, {"reason", it.Reason, false}, {"company", it.Company, false},
		}
		out = append(out, c)
	}
	for _, ref := range r.References {
		for _, e := range ref.Entries {
			out = append(out, comparedItem{ref: ItemRef{e.Key, e.Number, e.Title, e.RoleTitle, e.Reason}, role: e.Role, parts: []itemPart{
				{"title", e.Title, false}, {"people", holders(e.People, ""), false}, {"due", e.Due, false},
				{"text", string(e.Body), true}, {"sources", sourceLines(e.Sources), true}, {"reason", e.Reason, false}, {"company", e.Company, false},
			}})
		}
	}
	return out
}

// holders names people, so that another mail address counts as a change.
func holders(people []Person, standsIn string) string {
	names := make([]string, len(people))
	for i, p := range people {
		names[i] = p.Name
		if p.Email != "" {
			names[i] += " <" + p.Email + ">"
		}
		if p.GitHub != "" {
			names[i] += " @" + p.GitHub
		}
	}
	text := strings.Join(names, ", ")
	if standsIn != "" {
		text += " (" + standsIn + " stands in)"
	}
	return text
}

func needKeys(needs []Need) string {
	keys := make([]string, len(needs))
	for i, n := range needs {
		keys[i] = n.Key
	}
	return strings.Join(keys, ", ")
}

func sourceLines(sources []Source) string {
	lines := make([]string, len(sources))
	for i, s := range sources {
		lines[i] = strings.TrimSpace(s.Title + " " + s.Date + " " + s.URL)
	}
	return strings.Join(lines, "\n")
}

// numberedLink is a link to another item; its number says nothing about this
// one.
var numberedLink = regexp.MustCompile(`\[[0-9A-Z]+\.[0-9]+ ([^\]\n]*)\]\(#`)

// compareItem notes how an item of both runbooks changed.
func (d *Diff) compareItem(was, is comparedItem) {
	if was.role != is.role {
		d.Moved = append(d.Moved, RoleChange{ItemRef: is.ref, Old: was.ref.Role, New: is.ref.Role})
	}
	if was.planned != is.planned {
		d.Planned = append(d.Planned, PlanChange{is.ref.Key, is.ref.Number, is.ref.Title, was.planned, is.planned})
	}
	change := ItemChange{Key: is.ref.Key, Number: is.ref.Number, OldNumber: was.ref.Number, Title: is.ref.Title}
	for _, p := range is.parts {
		i := slices.IndexFunc(was.parts, func(o itemPart) bool { return o.name == p.name })
		if i < 0 {
			continue // an item that became an entry
		}
		before, after := was.parts[i].value, p.value
		if p.text {
			before, after = numberedLink.ReplaceAllString(before, "[$1](#"), numberedLink.ReplaceAllString(after, "[$1](#")
			if lines := changedLines(before, after); len(lines) > 0 {
				change.Changes = append(change.Changes, PartChange{Part: p.name, Lines: lines})
			}
		} else if before != after {
			change.Changes = append(change.Changes, PartChange{Part: p.name, Old: before, New: after})
		}
	}
	if len(change.Changes) > 0 {
		d.Changed = append(d.Changed, change)
	}
}

// ordinal is the number of an entry of an ordered list; it says nothing that
// the order of the lines does not say.
var ordinal = regexp.MustCompile(`^[0-9]+\. +`)

// bare is a line without its number and indent.
func bare(line string) string {
	return ordinal.ReplaceAllString(strings.TrimSpace(line), "1. ")
}

// changedLines lists the lines that went and came, in the order of the text.
func changedLines(before, after string) []LineChange {
	linesBefore, linesAfter := splitLines(before), splitLines(after)
	a, b := make([]string, len(linesBefore)), make([]string, len(linesAfter))
	for i, l := range linesBefore {
		a[i] = bare(l)
	}
	for i, l := range linesAfter {
		b[i] = bare(l)
	}
	// common[i][j] is the length of the longest common part of a[i:] and b[j:].
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out []LineChange
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			out = append(out, LineChange{false, linesBefore[i]})
			i++
		default:
			out = append(out, LineChange{true, linesAfter[j]})
			j++
		}
	}
	return out
}

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// longestRising marks the members of the longest rising part of a list of
// different numbers: what keeps its order.
func longestRising(list []int) map[int]bool {
	best, from := make([]int, len(list)), make([]int, len(list))
	end := -1
	for i := range list {
		best[i], from[i] = 1, -1
		for j := range i {
			if list[j] < list[i] && best[j] >= best[i] {
				best[i], from[i] = best[j]+1, j
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	stays := map[int]bool{}
	for i := end; i >= 0; i = from[i] {
		stays[list[i]] = true
	}
	return stays
}
