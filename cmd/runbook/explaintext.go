package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"runbook/generator"
)

func sectionTitle(e generator.Explanation) string {
	if e.Phase > 0 {
		return fmt.Sprintf("Phase %d: %s", e.Phase, e.Section)
	}
	return e.Section
}

// shortKey is the key without the workflow, as every command takes it.
func shortKey(key string) string { return key[strings.LastIndexByte(key, '/')+1:] }

// verdict says in a sentence why a step is in or out.
func verdict(e generator.Explanation) string {
	switch {
	case e.LeftOut != "":
		return "Left out by an overlay: " + strings.TrimSuffix(e.LeftOut, ".") + "."
	case e.In && strings.HasPrefix(e.Reason, "because "):
		return "In " + e.Reason + "."
	case e.In:
		return "In: " + e.Reason + "."
	}
	return "Left out " + e.Reason + "."
}

// decidedBy names the values of the profile that made a step be in or out.
func decidedBy(e generator.Explanation) string {
	var values []string
	for _, v := range e.Values {
		if v.Decided {
			values = append(values, valueText(v))
		}
	}
	if len(values) == 0 || e.LeftOut != "" {
		return ""
	}
	return "Decided by " + strings.Join(values, "; ") + "." // a value may be a list, with commas
}

func valueText(v generator.DecidingValue) string {
	text := v.Key + ": " + v.Value
	if !v.Given && v.Value != "not given" {
		text += " (default)"
	}
	return text
}

func sourceTitle(s generator.Source) string {
	if s.Date == "" {
		return s.Title
	}
	return s.Title + " (" + s.Date + ")"
}

// sourceList numbers what a list of steps was read from, so that each stands
// there once.
type sourceList []generator.Source

func (l *sourceList) numbers(sources []generator.Source) string {
	var numbers []string
	for _, s := range sources {
		i := slices.Index(*l, s)
		if i < 0 {
			i = len(*l)
			*l = append(*l, s)
		}
		numbers = append(numbers, fmt.Sprintf("[%d]", i+1))
	}
	switch len(numbers) {
	case 0:
		return ""
	case 1:
		return "Source " + numbers[0]
	}
	return "Sources " + strings.Join(numbers, " ")
}

func (l sourceList) print(w io.Writer) {
	for i, s := range l {
		if i == 0 {
			fmt.Fprintln(w, "\nSources")
		}
		fmt.Fprintf(w, "  %-5s %s\n", fmt.Sprintf("[%d]", i+1), sourceTitle(s))
		if s.URL != "" {
			fmt.Fprintf(w, "        %s\n", s.URL)
		}
	}
}

// turnaround says what would bring a step in, or keep it out.
func turnaround(e generator.Explanation) []string {
	if e.Source == "" || e.LeftOut != "" {
		return nil
	}
	would := "Would come in with "
	if e.In {
		would = "Would be left out with "
	}
	if len(e.Changes) > 0 && len(e.Changes[0].Changes) > 1 {
		would = "One change is not enough; would" + strings.TrimPrefix(would, "Would")
	}
	var lines []string
	for i, c := range e.Changes {
		if len(c.Refused) > 0 && len(e.Changes[0].Refused) == 0 {
			break // what is refused is no news beside what is not
		}
		line := would + c.Text
		if i > 0 {
			line = strings.Repeat(" ", len(would)-3) + "or " + c.Text
		}
		if len(c.Refused) > 0 {
			line += " (which " + strings.Join(c.Refused, " and ") + map[bool]string{true: " refuses", false: " refuse"}[len(c.Refused) == 1] + " in this profile)"
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		goal := "bring it in"
		if e.In {
			goal = "leave it out"
		}
		return []string{"No change of up to three values would " + goal + "; it is in when " + e.Condition + "."}
	}
	return lines
}

func timeNeeded(e generator.Explanation) string {
	text := generator.Minutes(e.Minutes) + " hands-on"
	if e.Wait.Text != "" {
		text += ", then " + e.Wait.Text + " of waiting"
		if e.Wait.Why != "" {
			text += ": " + e.Wait.Why
		}
	}
	return text
}

// states lists neighbours of a step; those not in the runbook do not count
// and take one line together.
func (t explainText) states(list []generator.StepState) []string {
	var lines, out []string
	for _, s := range list {
		if s.Number == "" {
			out = append(out, shortKey(s.Key))
			continue
		}
		lines = append(lines, fmt.Sprintf("%-5s %s  [%s]", s.Number, s.Title, shortKey(s.Key)))
	}
	if len(out) > 0 && t.verbose {
		lines = append(lines, "not in this runbook: "+strings.Join(out, ", "))
	}
	return lines
}

// whatIsIn counts as everything else does: items are worked through, entries
// of a reference are looked up.
func whatIsIn(rb *generator.Runbook, steps []generator.Explanation) string {
	items := len(rb.Items())
	in, entries := count(items, "item"), 0
	var letters []string
	for _, ref := range rb.References {
		entries += len(ref.Entries)
		letter, _, _ := strings.Cut(ref.Entries[0].Number, ".")
		letters = append(letters, letter)
	}
	switch {
	case entries == 1:
		in += fmt.Sprintf(", 1 entry to look up (%s)", letters[0])
	case entries > 0:
		in += fmt.Sprintf(", %d entries to look up (%s)", entries, strings.Join(letters, ", "))
	}
	return in + ", " + count(len(steps)-items-entries, "step") + " left out"
}
