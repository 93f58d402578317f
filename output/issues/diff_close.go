package issues

import (
	"fmt"
	"strings"
)

// closes lists the issues whose items no longer apply and that nobody closed, and
// those that are closed and still have the number of an item, which by now may
// be another one's.
func (d *differ) closes() (closes, retitles []Change) {
	for _, h := range d.have.Issues {
		if _, wanted := d.want.issue(h.Key); wanted {
			continue
		}
		switch {
		case h.closed():
			if f, ok := h.droppedTitle(); ok && h.Body.Broken == "" {
				retitles = append(retitles, Change{
					Verb: Update, Kind: KindIssue, Key: h.Key, Number: h.Number, Title: h.Title, Why: "title changed",
					Fields: []Field{f}, Writes: 1, Digest: checksum(f.To),
				})
			}
		case h.Body.Broken != "":
			d.conflict(h, h.Title, target{Conflict: h.Body.Broken})
		case h.Body.Marker.Dropped:
			d.note("#%d %s does not apply, was closed and reopened by somebody: it stays open", h.Number, h.Title)
		default:
			c := Change{
				Verb: Close, Kind: KindIssue, Key: h.Key, Number: h.Number, Title: h.Title, Why: d.whyClose(h.Key),
				Fields: []Field{{"state", "open", "closed as not planned"}},
				Mail:   h.Assignees, Writes: 2, Digest: checksum(d.whyClose(h.Key)),
			}
			if f, ok := h.droppedTitle(); ok {
				c.Fields = append(c.Fields, f)
			}
			if done := doneWork(h); done != "" {
				c.Notes = append(c.Notes, "work has been done: "+done)
			}
			closes = append(closes, c)
		}
	}
	return closes, retitles
}

// droppedPrefix stands in a title where the number of the item was: numbers move
// up when an item is dropped, and no two issues shall begin with the same one.
const droppedPrefix = "dropped: "

// itemNumber is the number at the beginning of a title.
var itemNumber = lazy(`^\d+\.\d+ `)

// droppedTitle is the change of the title of an issue whose item no longer
// applies. A title that somebody gave it stays theirs.
func (is ObservedIssue) droppedTitle() (f Field, ok bool) {
	if checksum(is.Title) != is.Body.Marker.Title || strings.HasPrefix(is.Title, droppedPrefix) {
		return f, false
	}
	return Field{"title", is.Title, cut(droppedPrefix+itemNumber().ReplaceAllString(is.Title, ""), maxTitle)}, true
}

// whyClose names the choice that changed.
func (d *differ) whyClose(key string) string {
	if reason := d.want.Dropped[key]; reason != "" {
		return line(reason)
	}
	return "the workflow no longer has this step"
}

// doneWork says what is ticked in an issue, "" for nothing.
func doneWork(h ObservedIssue) string {
	ticked, boxes := ticks(h.Body.Block)
	if len(ticked) == 0 {
		return ""
	}
	var texts []string
	for _, t := range ticked {
		texts = append(texts, t.text)
	}
	return fmt.Sprintf("%d of %d boxes ticked (%s)", len(ticked), boxes, strings.Join(texts, "; "))
}
