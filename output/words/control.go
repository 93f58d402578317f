package words

import (
	"fmt"
	"net/url"
	"strings"

	"runbook/generator"
	"runbook/output/form"
)

// Line is a row of the document control.
type Line struct {
	Label string
	Value string
	ID    string // what Value begins with, by which a filled copy is matched; "" for none
	Field string // see form.Control: what is filled in where Value is ""
	Hint  string // beside the label of what is to be filled in
	URL   string // what the value is a link to, "" for none
}

// ControlLines is the document control: every input that shaped a document,
// and what somebody writes on it.
func ControlLines(rb *generator.Runbook) []Line {
	w, doc := rb.Workflow, rb.Document
	rendered := Day(rb.Date)
	if rb.Program != "" {
		rendered += " by " + rb.Program
	}
	lines := []Line{
		{Label: "Revision", Value: doc.Revision, Field: form.Control("revision"), Hint: "not in the profile"},
		{Label: "Rendered", Value: rendered},
		{Label: "Change", Value: doc.Change, Field: form.Control("change"), Hint: "not in the profile"},
		{Label: "Prepared by", Value: doc.PreparedBy, Field: form.Control("prepared_by")},
	}
	add := func(label, value string) {
		if value != "" {
			lines = append(lines, Line{Label: label, Value: value})
		}
	}
	if doc.Replaces != "" || later(doc.Revision) {
		lines = append(lines, Line{Label: "Replaces", Value: doc.Replaces, Field: form.Control("replaces")})
	}
	if rb.Schedule != nil {
		add("Planned", Days(rb.Schedule.Start, rb.Schedule.End))
	}
	lines = append(lines, Line{Label: "Workflow", Value: w.ID + ", version " + w.Version, ID: w.ID})
	if len(w.Overlays) > 0 {
		add("Company's own steps", Company(strings.Join(w.Overlays, ", ")))
	}
	add("Facts checked", Day(w.Verified))
	profile := rb.Profile
	if profile == "" {
		profile = "standard input"
	}
	lines = append(lines,
		Line{Label: "Profile", Value: profile},
		Line{Label: "Digest", Value: rb.Digest + ", of profile and workflow (SHA-256, cut to 12 digits)", ID: rb.Digest},
		Line{Label: "Rollout", Value: rb.ID, ID: rb.ID})
	if t := rb.Tracking; t.Repository != "" {
		address := ""
		if t.URL != "" {
			address = t.URL + "/" + (&url.URL{Path: t.Repository}).EscapedPath()
		}
		lines = append(lines, Line{Label: "Tracked in", Value: t.Repository, URL: address})
	}
	if r := rb.Record; r != nil {
		origin := "written by hand"
		if r.Copies > 0 {
			origin = "from " + Copies(r.Copies)
		}
		so := ""
		if rb.Tracked == nil {
			so = DoneItems(rb.Items())
		}
		look := ""
		if n := len(rb.Doubts); n > 0 && rb.Role == "" {
			look = fmt.Sprintf("%d entries to look at", n)
			if n == 1 {
				look = "1 entry to look at"
			}
		}
		add("Record", Joined(", ", r.File, so, look, origin, "SHA-256 "+r.Digest+"\u2026"))
		add("Read from", copiesRead(r.Sources))
	}
	if t := rb.Tracked; t != nil {
		add("Done so far", Joined(": ", DoneItems(rb.Items()), Joined(", ",
			from(t.Both, "as both the record and its issue say", "as both the record and their issues say"),
			from(t.Record, "as the record alone says", "as the record alone says"),
			from(t.Tracker, "as its issue alone says", "as their issues alone say"))))
	}
	for i := range lines {
		if lines[i].Value != "" {
			lines[i].Hint = ""
		}
	}
	return lines
}

// mostCopies is how many copies of a record the document control names.
const mostCopies = 4

// copiesRead names the copies that a record was read from, with the beginning of
// the checksum by which each is told from others of its name.
func copiesRead(list []generator.RecordSource) string {
	var names []string
	for i, c := range list {
		if i == mostCopies {
			names = append(names, fmt.Sprintf("and %d more, which the record names", len(list)-i))
			break
		}
		names = append(names, c.File+" ("+c.SHA256[:min(12, len(c.SHA256))]+"\u2026)")
	}
	return strings.Join(names, ", ")
}

// from says of how many items which source says that they are done.
func from(n int, one, many string) string {
	if n == 1 {
		many = one
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", n, many)
}

// later reports whether a revision may replace another one.
func later(revision string) bool {
	switch strings.ToLower(revision) {
	case "", "a", "0", "1", "0.1", "1.0":
		return false
	}
	return true
}

// Identity is the one line by which copies are told apart.
func Identity(rb *generator.Runbook) string {
	return fmt.Sprintf("Workflow %s %s, facts as of %s, rollout %s, digest %s", rb.Workflow.ID, rb.Workflow.Version, rb.Workflow.Verified, rb.ID, rb.Digest)
}

// Foot is what stands at the foot of every page. Where it does not fit, the
// organization and the profile's own words go: what tells copies apart stays.
func Foot(rb *generator.Runbook, fits func(string) bool) string {
	revision := ""
	if rb.Document.Revision != "" {
		revision = "Rev. " + rb.Document.Revision
	}
	foot := Joined(" · ", rb.Document.Classification, revision, ShortDay(rb.Date), "digest "+rb.Digest)
	for _, full := range []string{
		Joined(" · ", rb.Organization, foot, rb.Document.Footer),
		Joined(" · ", foot, rb.Document.Footer),
	} {
		if fits(full) {
			return full
		}
	}
	return foot
}

// Joined joins what is not empty.
func Joined(sep string, list ...string) string {
	var out []string
	for _, s := range list {
		if strings.TrimSpace(s) != "" {
			out = append(out, generator.Bounded(s))
		}
	}
	return strings.Join(out, sep)
}
