package issues

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// A marker remembers each line of its block by a short sum. The block as it was
// last written can so be told from what somebody wrote into it since: what is
// still there, and, of what is not, whatever the runbook still says.

// sumLength is the length of the sum of a line. Two lines may have the same by
// chance: nothing is written on the word of sums, they only help to show.
const sumLength = 3

var sumDigits = base64.NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._").WithPadding(base64.NoPadding)

func lineSum(line string) string {
	sum := sha256.Sum256([]byte(line))
	return sumDigits.EncodeToString(sum[:sumLength])[:sumLength]
}

// lineSums are the sums of the lines of a block, as a marker holds them.
func lineSums(block string) string {
	var b strings.Builder
	for l := range strings.SplitSeq(untick(comparableText(block)), "\n") {
		b.WriteString(lineSum(l))
	}
	return b.String()
}

// unknown stands for a line of which only the sum is left.
const unknown = "(a line that somebody changed)"

// lastWritten is the block of an issue as it was last written, without ticks, as
// far as that is known: wanted, the block that is to take its place, knows lines
// that somebody took out. ok is false where the marker does not say.
func lastWritten(b body, wanted string) (block string, ok bool) {
	sums := b.Marker.Lines
	if sums == "" || len(sums)%sumLength != 0 {
		return "", false
	}
	var ours, theirs []textLine
	for i := 0; i < len(sums); i += sumLength {
		ours = append(ours, textLine{same: sums[i : i+sumLength]})
	}
	for line := range strings.SplitSeq(untick(comparableText(b.Block)), "\n") {
		theirs = append(theirs, textLine{line, lineSum(line)})
	}
	known := map[string]string{}
	for line := range strings.SplitSeq(untick(comparableText(wanted)), "\n") {
		known[lineSum(line)] = line
	}
	var lines []string
	for _, e := range script(ours, theirs) {
		switch e.sign {
		case '=':
			lines = append(lines, e.to.text)
		case '-':
			lines = append(lines, or(known[e.from.same], unknown))
		}
	}
	return strings.Join(lines, "\n"), true
}
