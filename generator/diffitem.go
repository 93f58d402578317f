package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
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
			verify = append(verify, "- "+unfolded(v))
		}
		wait := it.Wait.Text
		if it.Wait.Why != "" {
			wait += ": " + it.Wait.Why
		}
		c.parts = []itemPart{
			{"title", it.Title, false},
			{"people", holders(it.People, r.stander(it.StandsIn)), false},
			{"with", r.companionLines(it.With), true},
			{"ready", unfolded(it.Ready), true},
			{"on call for", unfolded(it.OnCallFor), true},
			{"needs", needKeys(it.Needs), true},
			{"minutes", fmt.Sprint(it.Minutes), false},
			{"wait", wait, false},
			{"why", unfolded(it.Why), true},
			{"steps", unfolded(it.Steps), true},
			{"verify", strings.Join(verify, "\n"), true},
			{"evidence", unfolded(it.Evidence), true},
			{"sources", sourceLines(it.Sources), true},
			{"reason", it.Reason, false},
			{"company", it.Company, false},
		}
		out = append(out, c)
	}
	for _, ref := range r.References {
		for _, e := range ref.Entries {
			out = append(out, comparedItem{ref: ItemRef{e.Key, e.Number, e.Title, e.RoleTitle, e.Reason}, role: e.Role, parts: []itemPart{
				{"title", e.Title, false},
				{"people", holders(e.People, ""), false},
				{"due", e.Due, false},
				{"text", unfolded(e.Body), true},
				{"sources", sourceLines(e.Sources), true},
				{"reason", e.Reason, false},
				{"company", e.Company, false},
			}})
		}
	}
	return out
}

// stander is the title of the role whose people stand in, "" for none.
func (r *Runbook) stander(id string) string {
	if id == "" {
		return ""
	}
	return r.RoleTitle(id)
}

// holders names people, so that another mail address counts as a change.
func holders(people []Person, stander string) string {
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
	if stander != "" {
		text += " (" + stander + " stands in)"
	}
	return text
}

// companionLines has a line for each who takes part in an item.
func (r *Runbook) companionLines(list []Companion) string {
	lines := make([]string, len(list))
	for i, c := range list {
		lines[i] = c.Title + ": " + holders(c.People, r.stander(c.StandsIn))
		if c.OnCall {
			lines[i] += ", within reach"
		}
	}
	return strings.Join(lines, "\n")
}

func needKeys(needs []Need) string {
	keys := make([]string, len(needs))
	for i, n := range needs {
		keys[i] = n.Key
	}
	return strings.Join(keys, "\n")
}

func sourceLines(sources []Source) string {
	lines := make([]string, len(sources))
	for i, s := range sources {
		lines[i] = strings.TrimSpace(s.Title + " " + s.Date + " " + s.URL)
	}
	return strings.Join(lines, "\n")
}

// itemLink is a link to another item. Its number says nothing about this one,
// and where it leads nothing that its words do not say.
var itemLink = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\[(?:[0-9A-Z]+\.[0-9]+ )?((?:\\.|[^\]\\\n])*)\]\(#[^)\n]*\)`)
})

// Unnumbered is a text without the numbers of the items that it links to: what
// stays the same where only the items before those come or go.
func Unnumbered(text Markdown) string { return itemLink().ReplaceAllString(string(text), "$1") }

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
			before, after = itemLink().ReplaceAllString(before, "$1"), itemLink().ReplaceAllString(after, "$1")
			if lines := changedLines(before, after, d.renamed); len(lines) > 0 {
				named := !slices.ContainsFunc(lines, func(l LineChange) bool { return !l.NameOnly })
				change.Changes = append(change.Changes, PartChange{Part: p.name, Lines: lines, NameOnly: named})
			}
		} else if before != after {
			change.Changes = append(change.Changes, PartChange{Part: p.name, Old: before, New: after, NameOnly: d.renamed.Replace(before) == after})
		}
	}
	if len(change.Changes) > 0 {
		d.Changed = append(d.Changed, change)
	}
}

// ordinal is the number of an entry of an ordered list; it says nothing that
// the order of the lines does not say.
var ordinal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]+\. +`) })

// bare is a line without its number and indent.
func bare(line string) string {
	return ordinal().ReplaceAllString(strings.TrimSpace(line), "1. ")
}

// changedLines lists the lines that went and came, in the order of the text.
// With renamed, lines that only say the new names are marked.
func changedLines(before, after string, renamed *strings.Replacer) []LineChange {
	a, b := splitLines(before), splitLines(after)
	gone, come := differing(a, b)
	was := make([]string, len(a))
	for i, l := range a {
		was[i] = renamed.Replace(l)
	}
	stillGone, stillCome := differing(was, b)
	var out []LineChange
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && gone[i]:
			out = append(out, LineChange{Text: a[i], NameOnly: !stillGone[i]})
			i++
		case j < len(b) && come[j]:
			out = append(out, LineChange{Added: true, Text: b[j], NameOnly: !stillCome[j]})
			j++
		default:
			i, j = i+1, j+1
		}
	}
	return out
}

// differing marks the lines that are not in a longest common part of a and b.
func differing(a, b []string) (gone, come []bool) {
	gone, come = make([]bool, len(a)), make([]bool, len(b))
	x, y := make([]string, len(a)), make([]string, len(b))
	for i := range a {
		x[i] = bare(a[i])
	}
	for j := range b {
		y[j] = bare(b[j])
	}
	// common[i][j] is the length of the longest common part of x[i:] and y[j:].
	common := make([][]int, len(x)+1)
	for i := range common {
		common[i] = make([]int, len(y)+1)
	}
	for i, line := range slices.Backward(x) {
		for j, other := range slices.Backward(y) {
			if line == other {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			i, j = i+1, j+1
		case j == len(y) || i < len(x) && common[i+1][j] >= common[i][j+1]:
			gone[i] = true
			i++
		default:
			come[j] = true
			j++
		}
	}
	return gone, come
}

func splitLines(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

// unfolded is a Markdown text with each paragraph on one line: how it is
// wrapped for the author says nothing, and half a sentence says little.
func unfolded(md Markdown) string {
	var out []string
	fence, open := "", false // open: the last line may go on
	for line := range strings.SplitSeq(string(md), "\n") {
		text, opens := strings.TrimSpace(line), ""
		if fence == "" {
			opens = fenceOf(line)
		}
		code := fence+opens != ""
		begins := text == "" || code || strings.ContainsRune("|>#", rune(text[0])) ||
			slices.Contains([]string{"- ", "* ", "+ "}, text[:min(2, len(text))]) || ordinal().MatchString(text)
		if open && !begins {
			out[len(out)-1] += " " + text
		} else {
			out = append(out, line)
		}
		open = text != "" && !code && !strings.HasPrefix(text, "|") && !strings.HasSuffix(line, "  ")
		switch {
		case opens != "":
			fence = opens
		case code && closesFence(line, fence):
			fence = ""
		}
	}
	return strings.Join(out, "\n")
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
