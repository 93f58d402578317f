package calendar

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"runbook/generator"
)

// writer writes content lines as RFC 5545 wants them.
type writer struct{ buf *bytes.Buffer }

// put writes one content line, folded so that no line has more than 75
// octets and no character is torn.
func (w writer) put(line string) {
	const limit = 75
	for room := limit; len(line) > room; room = limit - 1 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.buf.WriteString(line[:cut])
		w.buf.WriteString("\r\n ")
		line = line[cut:]
	}
	w.buf.WriteString(line)
	w.buf.WriteString("\r\n")
}

// text writes a property whose value is text.
func (w writer) text(name, value string) { w.put(name + ":" + escape(value)) }

// event writes e as a component of its own.
func (w writer) event(rb *generator.Runbook, stamp time.Time, e event) error {
	day, err := time.Parse(time.DateOnly, e.day)
	if err != nil {
		return fmt.Errorf("day of %q: %w", e.summary, err)
	}
	const basic = "20060102"
	w.put("BEGIN:VEVENT")
	w.put("UID:" + uid(rb.ID, e.uid))
	w.put("DTSTAMP:" + stamp.Format(basic) + "T000000Z")
	w.put("LAST-MODIFIED:" + stamp.Format(basic) + "T000000Z")
	// A calendar takes a file over its own copy only if this has grown.
	w.put(fmt.Sprintf("SEQUENCE:%d", max(0, int(stamp.Sub(time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()/24))))
	w.put("DTSTART;VALUE=DATE:" + day.Format(basic))
	w.put("DTEND;VALUE=DATE:" + day.AddDate(0, 0, 1).Format(basic))
	w.text("SUMMARY", oneLine(e.summary))
	w.text("DESCRIPTION", strings.Join(append(kept(e.lines), "", rb.Title+", "+rb.Organization+".", origin(rb)), "\n"))
	w.text("CATEGORIES", oneLine(e.category))
	w.put("CLASS:" + class(rb.Document.Classification))
	if e.agreed {
		w.put("STATUS:CONFIRMED")
	} else {
		w.put("STATUS:TENTATIVE")
	}
	// No hour is planned, and a sitting of some minutes must not block a day.
	w.put("TRANSP:TRANSPARENT")
	w.put("X-MICROSOFT-CDO-BUSYSTATUS:FREE")
	w.put("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")
	if e.remind {
		w.put("BEGIN:VALARM")
		w.put("ACTION:DISPLAY")
		w.text("DESCRIPTION", oneLine(e.summary))
		// 09:00 on the day 30 days before, counted from midnight of the day.
		w.put("TRIGGER:-P29DT15H")
		w.put("END:VALARM")
	}
	w.put("END:VEVENT")
	return nil
}

// class is what a calendar makes of the classification of a document. What is
// called neither public nor anything else stays what calendars take it for.
func class(classification string) string {
	switch first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(classification)), " "); first {
	case "", "public", "unclassified":
		return "PUBLIC"
	}
	return "CONFIDENTIAL"
}

// uid makes a name from the rollout and what the entry is about. It is a
// digest, since an ID may have characters that some calendar chokes on.
func uid(rollout, about string) string {
	sum := sha256.Sum256([]byte(rollout + "\n" + about))
	return fmt.Sprintf("%x@runbook", sum[:16])
}

// kept drops empty lines and puts each on one line, set in as it was.
func kept(lines []string) []string {
	var out []string
	for _, l := range lines {
		if text := oneLine(l); text != "" {
			out = append(out, strings.Repeat(" ", len(l)-len(strings.TrimLeft(l, " ")))+text)
		}
	}
	return out
}

func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean drops what a calendar must not hold: control characters, and marks
// that turn the direction of the text after them.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\r', r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError, generator.Invisible(r):
			return -1
		}
		return r
	}, s)
}

var escaper = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// escape writes text as a property's value.
func escape(s string) string { return escaper.Replace(clean(s)) }
