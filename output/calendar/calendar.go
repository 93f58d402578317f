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
	"errors"
	"fmt"
	"time"

	"runbook/generator"
	"runbook/output/words"
)

// ErrNoSchedule is what ICS returns for a Runbook without a schedule.
var ErrNoSchedule = errors.New(`there is nothing to put into a calendar: the profile has no start date; add "schedule: {start: YYYY-MM-DD}" to it`)

// ICS returns the plan of rb as an RFC 5545 calendar, ErrNoSchedule if it has
// none. Entries keep their UID for as long as rollout and item keep their
// keys, so that a calendar that takes the file again moves its entries
// instead of doubling them; a role's calendar has the UIDs of the whole one.
func ICS(rb *generator.Runbook) ([]byte, error) {
	if rb.Schedule == nil {
		return nil, ErrNoSchedule
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
	for _, e := range events(rb) {
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
