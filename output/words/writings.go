package words

import (
	"strings"

	"runbook/generator"
)

// Written is the part that tells what people wrote in a tracker.
const (
	Written     = "Written in the issues"
	WrittenNote = "As people wrote it there, as plain text: runbook doesn't know whether it is right. A line of a text ends at a slash between blanks."
)

// WrittenHeads are the heads of its table.
var WrittenHeads = []string{"Item", "Where", "Who and when", "What"}

// Doubts is the part that tells an auditor where to look. It has all that stands
// beside single entries too.
const (
	Doubts     = "What to look at in the record"
	DoubtsNote = "Entries that are incomplete, contradicted, written by hand, or about what has changed since. Whoever signs below relies on the record nevertheless."
)

// Signer is whose initials stand on the sheet of a role already, the zero value
// for nobody's.
func Signer(rb *generator.Runbook) generator.Signer {
	for _, it := range rb.Items() {
		for _, s := range rb.Signers {
			if s.Initials != "" && s.Initials == it.Work.By {
				return s
			}
		}
	}
	return generator.Signer{}
}

// DoubtHeads are the heads of its table.
var DoubtHeads = []string{"Entry", "What to know"}

// mostWritten is how many characters of one text are shown.
const mostWritten = 3000

// Writing is a row of that table.
type Writing struct {
	Item, Where, Who, What string
}

// Writings are its rows.
func Writings(rb *generator.Runbook) []Writing {
	list := make([]Writing, len(rb.Written))
	for i, w := range rb.Written {
		who := "in the issue itself"
		if w.Author != "" {
			who = Joined(", ", w.Author, w.Date)
		}
		what := []rune(strings.ReplaceAll(w.Text, "\n", " / "))
		cut := ""
		if len(what) > mostWritten {
			what, cut = what[:mostWritten], "… (cut; the rest is in "+w.Ref+")"
		}
		list[i] = Writing{w.Item, w.Ref, who, string(what) + cut}
	}
	return list
}
