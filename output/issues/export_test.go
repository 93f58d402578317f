package issues

import "strings"

// Neutralise is neutralise, for the fuzz test.
func Neutralise(md string) string { return neutralise(clean(md), "") }

// Elide is elide, for two lines of a difference.
func Elide(a, b string) (string, string) { return elide(a, b) }

// KeepTicks is keepTicks.
func KeepTicks(desired, observed string) (string, []string) { return keepTicks(desired, observed) }

// MoreWork is moreWork.
func MoreWork(wanted, observed string) bool { return moreWork(wanted, observed) }

// Rewritten is a body in which the block was written otherwise by a program
// that is older or newer.
func Rewritten(body, rollout string, change func(block string) string) string {
	for _, b := range parseBody(body, rollout) {
		block := change(b.Block)
		body = strings.Replace(strings.Replace(body, b.Block, block, 1), " text="+b.Marker.Text+" ", " text="+blockChecksum(block)+" ", 1)
	}
	return body
}
