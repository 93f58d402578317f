package issues

import (
	"slices"
	"strings"
)

// retargetText decides what to do with the text between the markers.
func (d *differ) retargetText(w Issue, h ObservedIssue, finished bool, t *target) {
	m := h.Body.Marker
	block, missing := resolve(w.Block, d.ref)
	if len(missing) > 0 {
		t.Named = blockChecksum(named(w.Block))
	}
	there, last := blockChecksum(h.Body.Block), m.Text
	if finished {
		block = afterwards(block, h.Body.Block)
	}
	wanted := blockChecksum(block)
	switch {
	case there == wanted:
		t.Text, t.Lines = wanted, lineSums(block)
	case there != last && (wanted == last || m.Named != "" && m.Named == blockChecksum(named(w.Block))):
		// a person's text, and nothing new from us but links
	case there == last: // nobody touched it, and the runbook moved on
		t.NewText, t.Text, t.Lines = true, wanted, lineSums(block)
		t.Block, t.Gone = keepTicks(block, h.Body.Block)
	default:
		t.Conflict = "somebody edited the text between the markers and the runbook changed it too"
		observed := untick(comparableText(h.Body.Block))
		if written, known := lastWritten(h.Body, block); known {
			t.Written, t.Runbook = lineDiff(written, observed), lineDiff(written, block)
		} else {
			t.Runbook = lineDiff(observed, block)
		}
	}
}

// workHeadings are the sections of a block that say what there is to do.
var workHeadings = []string{"### Steps", "### Verify", "### Record as evidence"}

// afterwards is what the block of a closed issue should be: as it is, unless
// there would be other work to do now. Who holds the role today and when it
// was planned is no news to those who are done with it.
func afterwards(wanted, observed string) string {
	if work(wanted) == work(observed) {
		return observed
	}
	_, rest, ok1 := strings.Cut(wanted, "\n\n")
	headline, _, ok2 := strings.Cut(comparableText(observed), "\n\n")
	if !ok1 || !ok2 || !strings.HasPrefix(headline, "**") {
		return wanted
	}
	return headline + "\n\n" + rest
}

// work is the part of a block that says what there is to do, without ticks.
func work(block string) string {
	var b strings.Builder
	in := false
	for l := range strings.SplitSeq(untick(comparableText(block)), "\n") {
		if strings.HasPrefix(l, "### ") {
			in = slices.Contains(workHeadings, l)
		}
		if in {
			b.WriteString(l + "\n")
		}
	}
	return b.String()
}

// day is a date, as data or in words.
var day = lazy(`\b\d{4}-\d{2}-\d{2}\b|\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}\b`)

// moreWork tells whether there is anything to do in a block that was not in the
// other: more than that items have other numbers, links or days.
func moreWork(wanted, observed string) bool {
	essence := func(block string) []string {
		text := itemReference().ReplaceAllString(work(block), "[]")
		return strings.Split(day().ReplaceAllString(text, ""), "\n")
	}
	done := essence(observed)
	return slices.ContainsFunc(essence(wanted), func(l string) bool { return !slices.Contains(done, l) })
}
