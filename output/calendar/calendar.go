// Package calendar renders the plan of a Runbook as an iCalendar file that
// Outlook and other calendars take: the day of each sitting, the end of each
// longer wait, the days of each phase's gate and sign-off, and dates that come
// back after the rollout, such as the renewal of a certificate.
//
// It stands between generator.Runbook and the format "ics". It invites
// nobody: an entry names the people in its text and has no attendees, so
// that opening the file can send no mail. It plans nothing either; every day
// in it was decided by the generator.
package calendar

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"runbook/generator"
	"runbook/output/words"
)

// NothingDatedError is what ICS returns for a Runbook in which nothing has a day.
type NothingDatedError struct {
	Keys []string // those of the profile that would give one
}

func (e *NothingDatedError) Error() string {
	s := `there is nothing to put into a calendar, since nothing here has a day: add "schedule: {start: YYYY-MM-DD}" to the profile for the days of the plan`
	if len(e.Keys) > 0 {
		s += ", or " + strings.Join(e.Keys, " or ") + " for what comes back after the rollout"
	}
	return s
}

// nothingDated says what would give a day to something.
func nothingDated(rb *generator.Runbook) error {
	e := &NothingDatedError{}
	for _, ref := range rb.References {
		for _, en := range ref.Entries {
			for _, key := range en.DueFrom {
				if key != "schedule.start" && !slices.Contains(e.Keys, key) {
					e.Keys = append(e.Keys, key)
				}
			}
		}
	}
	return e
}

// ICS returns the days of rb as an RFC 5545 calendar: those of the plan where
// there is one, and those that come back after the rollout. The error is a
// *NothingDatedError if it has none. Entries keep their UID for as long as rollout and item keep their
// keys, so that a calendar that takes the file again moves its entries
// instead of doubling them; a role's calendar has the UIDs of the whole one.
func ICS(rb *generator.Runbook) ([]byte, error) {
	list := events(rb)
	if len(list) == 0 {
		return nil, nothingDated(rb)
	}
	stamp, err := time.Parse(time.DateOnly, rb.Date)
	if err != nil {
		return nil, fmt.Errorf("date of the runbook: %w", err)
	}
	var buf bytes.Buffer
	w := writer{&buf}
	w.put("BEGIN:VCALENDAR")
	w.put("VERSION:2.0")
	w.put("PRODID:-//runbook//calendar//EN")
	w.put("CALSCALE:GREGORIAN")
	w.put("METHOD:PUBLISH")
	w.text("X-WR-CALNAME", calendarName(rb))
	w.text("X-WR-CALDESC", origin(rb))
	for _, e := range list {
		if err := w.event(rb, stamp, e); err != nil {
			return nil, err
		}
	}
	w.put("END:VCALENDAR")
	return buf.Bytes(), nil
}

func calendarName(rb *generator.Runbook) string {
	if rb.Role != "" {
		return rb.Title + " – " + rb.RoleTitle(rb.Role)
	}
	return rb.Title
}

// origin says which runbook an entry comes from.
func origin(rb *generator.Runbook) string {
	s := "From the runbook of " + words.Day(rb.Date) + ", workflow " + rb.Workflow.ID + " " + rb.Workflow.Version + ", digest " + rb.Digest + "."
	if c := rb.Document.Classification; c != "" {
		s += " Classification: " + c + "."
	}
	return s
}
