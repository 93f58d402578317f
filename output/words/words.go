// Package words has what all formats call by the same name: chapters, heads
// of tables, the rows of the document control, who does what. A format
// escapes what it takes from here and lays it out.
package words

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"runbook/generator"
)

// Title is the title for a line that runs from left to right. An organization
// in Hebrew or Arabic at its beginning would otherwise turn it around.
func Title(rb *generator.Runbook) string {
	rest, begins := strings.CutPrefix(rb.Title, rb.Organization)
	if !begins || rest == "" {
		return rb.Title
	}
	return generator.Bounded(rb.Organization) + rest
}

// Organization is the organization for a line over the title; "" where the
// title says it.
func Organization(rb *generator.Runbook) string {
	if strings.HasPrefix(strings.ToLower(rb.Title), strings.ToLower(rb.Organization)) {
		return ""
	}
	return rb.Organization
}

// Subtitle is what the workflow is about, for a line below the title; ""
// where the title says it.
func Subtitle(rb *generator.Runbook) string {
	if strings.Contains(strings.ToLower(rb.Title), strings.ToLower(rb.Workflow.Title)) {
		return ""
	}
	return rb.Workflow.Title
}

// People are the names of people.
func People(list []generator.Person) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = generator.Bounded(p.Name)
	}
	return strings.Join(names, ", ")
}

// HeldBy is who holds a role, and whether for want of anybody named. It stands
// in narrow columns, where the remark is not to be torn.
func HeldBy(r *generator.RoleEntry) string { return Holders(r.People, r.StandsIn) }

// Holders are the people of a role, with the remark where others stand in.
func Holders(list []generator.Person, standsIn string) string {
	if standsIn != "" {
		return People(list) + " (standing\u00a0in)"
	}
	return People(list)
}

// Count puts a number before its noun: "1 item", "3 items".
func Count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "s"):
		return fmt.Sprintf("%d %ses", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Company says which overlay brings something, "" for what is the workflow's
// own.
func Company(name string) string {
	if name == "" {
		return ""
	}
	return "from " + name
}

// Missing is the phase in which something was left out, for a narrow column.
func Missing(o generator.Omission) string {
	if o.Phase < 0 {
		return "–"
	}
	return strconv.Itoa(o.Phase)
}

// Undated is said of a source that states no date.
const Undated = "no date given"

// Dated is the date that a source states.
func Dated(s generator.Source) string { return cmp.Or(ShortDay(s.Date), Undated) }
