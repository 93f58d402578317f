package issues

import (
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
)

// A marker remembers each line of its block by a short sum. The block as it was
// last written can so be told from what somebody wrote into it since: what is
// still there, and, of what is not, whatever the runbook still says.

// sumLength is the length of the sum of a line. Two lines may have the same by
// chance: nothing is done on the word of sums alone, see last.
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

// lastText is a block as it was last written, as far as it is known, and what
// somebody made of it.
type lastText struct {
	lines []string
	added []addition
	whole bool // whole lines were added, and that is all
}

func (l lastText) String() string { return strings.Join(l.lines, "\n") }

// addition is what somebody wrote between two lines of ours.
type addition struct {
	lines         []string
	before, after string // the lines of ours around it
	fenced        bool   // in a code block of ours
}

// unknown stands for a line of which only the sum is left.
const unknown = "(a line that somebody changed)"

// lastWritten finds out what of a block was written by us. wanted, the block
// that is to take its place, knows lines that somebody took out. ok is false
// where the marker does not say.
func lastWritten(b body, wanted string) (l lastText, ok bool) {
	sums := b.Marker.Lines
	if sums == "" || len(sums)%sumLength != 0 {
		return l, false
	}
	var ours, theirs []textLine
	for i := 0; i < len(sums); i += sumLength {
		ours = append(ours, textLine{same: sums[i : i+sumLength]})
	}
	there := strings.Split(comparableText(b.Block), "\n")
	for i, line := range strings.Split(untick(comparableText(b.Block)), "\n") {
		theirs = append(theirs, textLine{there[i], lineSum(line)})
	}
	known := map[string]string{}
	for line := range strings.SplitSeq(untick(comparableText(wanted)), "\n") {
		known[lineSum(line)] = line
	}
	l.whole = true
	fenced, running := false, false
	for _, e := range script(ours, theirs) {
		if e.sign == '+' {
			if !running {
				l.added = append(l.added, addition{before: l.lastLine(), fenced: fenced})
			}
			run := &l.added[len(l.added)-1]
			run.lines, running = append(run.lines, e.to.text), true
			continue
		}
		line := e.to.text
		if e.sign == '-' {
			l.whole = false
			line = or(known[e.from.same], unknown)
		}
		if running {
			l.added[len(l.added)-1].after, running = line, false
		}
		l.lines = append(l.lines, line)
		fenced = fenced != fence(line)
	}
	l.whole = l.whole && blockChecksum(l.String()) == b.Marker.Text && !slices.ContainsFunc(l.added, addition.tangled)
	return l, true
}

// lastLine is the last line that says anything.
func (l lastText) lastLine() string {
	for _, line := range slices.Backward(l.lines) {
		if strings.TrimSpace(line) != "" {
			return line
		}
	}
	return ""
}

// fence tells whether a line begins or ends a code block.
func fence(line string) bool {
	line = strings.TrimLeft(line, " \t>")
	return strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~")
}

// tangled tells whether the lines would not be the same elsewhere: they are part
// of a code block or of a table of ours, or put something around lines of ours.
func (a addition) tangled() bool {
	row := func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "|") }
	return a.fenced || open(strings.Join(a.lines, "\n")) ||
		slices.ContainsFunc(a.lines, func(l string) bool {
			tag := strings.TrimSpace(l)
			return strings.HasPrefix(tag, "<") || row(l) && (row(a.before) || row(a.after))
		})
}

// open tells whether what stands behind a text would be part of a code block or
// of a comment of it.
func open(text string) bool {
	fenced := false
	for l := range strings.SplitSeq(normalLines(text), "\n") {
		fenced = fenced != fence(l)
	}
	return fenced || strings.LastIndex(text, "<!--") > strings.LastIndex(text, "-->")
}

// writtenHeading stands over what was moved out of a block.
const writtenHeading = "### Written into the runbook's text"

// move puts what somebody wrote between the lines of a block below it, each
// piece under the line behind which it stood. ok is false where that is not safe.
func (l lastText) move(below string) (moved string, ok bool) {
	if !l.whole || open(below) {
		return below, false
	}
	var pieces []string
	for _, a := range l.added {
		if text := unindent(a.lines); text != "" {
			pieces = append(pieces, a.quoted()+text)
		}
	}
	if len(pieces) == 0 {
		return below, true
	}
	moved = strings.TrimRight(below, " \t\r\n") + "\n\n"
	if lastHeading(below) != writtenHeading {
		moved += writtenHeading + "\n\n"
	}
	return moved + strings.Join(pieces, "\n\n") + "\n", true
}

// lastHeading is the last line of a text that is a heading.
func lastHeading(text string) string {
	for _, l := range slices.Backward(strings.Split(normalLines(text), "\n")) {
		if strings.HasPrefix(l, "#") {
			return l
		}
	}
	return ""
}

// said are the lines that somebody wrote, in short.
func (l lastText) said() string {
	var all []string
	for _, a := range l.added {
		all = append(all, strings.Fields(strings.Join(a.lines, " "))...)
	}
	return cut(strings.Join(all, " "), widest)
}

// lineMark is what makes a line a heading, an entry of a list or a box.
var lineMark = lazy(`^(?:\s|>|#+\s|[-*+]\s|\d{1,9}[.)]\s|\[[ xX]\]\s)+`)

// quoted is the line of ours behind which something stood, as a quotation.
func (a addition) quoted() string {
	line := strings.TrimSpace(lineMark().ReplaceAllString(a.before, ""))
	if line == "" || strings.Trim(line, "-*_ ") == "" || strings.ContainsAny(line[:1], "|<`~") {
		return ""
	}
	return "> " + line + "\n\n"
}

// unindent is text without empty lines around it and without what its lines are
// all indented by.
func unindent(lines []string) string {
	text := strings.Split(strings.Trim(strings.Join(lines, "\n"), "\n"), "\n")
	least := -1
	for _, l := range text {
		if n := len(l) - len(strings.TrimLeft(l, " ")); strings.TrimSpace(l) != "" && (least < 0 || n < least) {
			least = n
		}
	}
	for i, l := range text {
		text[i] = l[min(max(least, 0), len(l)):]
	}
	return strings.TrimRight(strings.Join(text, "\n"), " \t\n")
}
