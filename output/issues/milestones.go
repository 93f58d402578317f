package issues

import (
	"fmt"
	"strings"

	"runbook/generator"
)

// desiredMilestone is the milestone of a phase. Titles of milestones are
// unique in a repository, so the rollout's ID leads.
func desiredMilestone(rollout string, p generator.Phase, o desiredOptions) Milestone {
	return Milestone{
		Phase: p.ID,
		Title: plainTitle(fmt.Sprintf("%s %d: %s", rollout, p.Number, p.Title)),
		Text:  o.plainContent(p.Goal) + origin(p.Company),
		Due:   p.Due,
	}
}

// origin marks what an overlay brings.
func origin(company string) string {
	if company == "" {
		return ""
	}
	return " (from " + prose(company) + ")"
}

// A milestone's description ends with a marker like an issue's, so that it is
// found again after somebody has renamed it, and so that a title, text or date
// that a person changed is told from one of ours.
type milestoneMarker struct {
	Rollout, Phase, Title, Text, Due string
}

func (m milestoneMarker) String() string {
	return fmt.Sprintf("<!-- runbook:milestone v=1 rollout=%s phase=%s title=%s text=%s due=%s -->", m.Rollout, m.Phase, m.Title, m.Text, orNone(m.Due))
}

var milestoneComment = lazy(`\n*<!--[ \t]*runbook:milestone[ \t]+([^<>]*?)[ \t]*-->[ \t\n]*`)

// parseMilestone takes a description apart. ok is false without a marker.
func parseMilestone(description string) (text string, m milestoneMarker, ok bool) {
	description = normalLines(description)
	at := milestoneComment().FindStringSubmatchIndex(description)
	if at == nil {
		return description, m, false
	}
	for f := range strings.FieldsSeq(description[at[2]:at[3]]) {
		name, value, _ := strings.Cut(f, "=")
		switch name {
		case "rollout":
			m.Rollout = value
		case "phase":
			m.Phase = value
		case "title":
			m.Title = value
		case "text":
			m.Text = value
		case "due":
			m.Due = strings.TrimSuffix(value, "none")
		}
	}
	return strings.TrimSpace(description[:at[0]] + "\n" + description[at[1]:]), m, true
}

// description is what a milestone is sent with.
func (m Milestone) description(rollout string) string {
	mm := milestoneMarker{rollout, m.Phase, checksum(m.Title), checksum(comparableText(m.Text)), m.Due}
	return describe(m.Text, mm)
}

func describe(text string, m milestoneMarker) string {
	return strings.TrimSpace(text+"\n\n"+m.String()) + "\n"
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
