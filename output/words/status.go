package words

import (
	"strings"

	"runbook/generator"
)

// Statuses are the states of an item and what they are called, in the order
// of a list to choose from.
var Statuses = []struct {
	Status generator.Status
	Word   string
}{
	{generator.StatusOpen, "Open"},
	{generator.StatusInProgress, "In progress"},
	{generator.StatusWaiting, "Waiting"},
	{generator.StatusBlocked, "Blocked"},
	{generator.StatusDone, "Done"},
	{generator.StatusNotNeeded, "Not needed"},
}

// Status is what a state is called.
func Status(status generator.Status) string {
	for _, s := range Statuses {
		if s.Status == status {
			return s.Word
		}
	}
	return string(status)
}

// StatusNamed is the state that is called so.
func StatusNamed(word string) (status generator.Status, ok bool) {
	for _, s := range Statuses {
		if strings.EqualFold(s.Word, word) {
			return s.Status, true
		}
	}
	return "", false
}

// Remark is what the boxes of a form do not say of the work on an item: a
// state that has none, the remark of people, and the note.
func Remark(w generator.Work) string {
	state := ""
	if w.Status == generator.StatusInProgress || w.Status == generator.StatusWaiting {
		state = Status(w.Status) + "."
	}
	return Joined(" ", state, remarked(w.Remark), w.Note)
}

// Beside is what stands beside the value of a decision without being part of it:
// the remark of people, and the note.
func Beside(c generator.Confirmation) string { return Joined(" ", remarked(c.Remark), c.Note) }

// remarked marks a remark as what somebody wrote.
func remarked(s string) string {
	if s == "" {
		return ""
	}
	return "Remark: \"" + s + "\"."
}
