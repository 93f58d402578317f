package issues

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// An issue that somebody closed may have to be looked at again: boxes in it are
// not ticked, or the runbook gave it other work since. The first is seen in its
// text. The second stands in its marker, as the moment of the closing that it came
// after, so that it goes away when the issue is opened and closed once more, and
// how many boxes were left to tick then, so that ticking them does as well.

// afterClosing notes in a marker that a closed issue got a new block.
func (is ObservedIssue) afterClosing(block string) string {
	ticked, boxes := ticks(block)
	return fmt.Sprintf("%s/%d", is.Closed.UTC().Format(time.RFC3339), boxes-len(ticked))
}

// outgrown tells whether there is other work in a closed issue than when it was
// closed, and nobody has looked at it since.
func (is ObservedIssue) outgrown() bool {
	at, left, ok := strings.Cut(is.Body.Marker.After, "/")
	if !ok || at != is.Closed.UTC().Format(time.RFC3339) {
		return false
	}
	ticked, boxes := ticks(is.Body.Block)
	n, _ := strconv.Atoi(left)
	return n == 0 || len(ticked) < boxes
}

// again are the items that are closed and have to be looked at again.
func (s *Status) again() []ItemStatus {
	var out []ItemStatus
	for _, it := range s.Items {
		if it.LookAgain {
			out = append(out, it)
		}
	}
	return out
}
