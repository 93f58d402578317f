package issues

// Neutralise is neutralise, for the fuzz test.
func Neutralise(md string) string { return neutralise(clean(md), "") }

// Elide is elide, for two lines of a difference.
func Elide(a, b string) (string, string) { return elide(a, b) }

// KeepTicks is keepTicks.
func KeepTicks(desired, observed string) (string, []string) { return keepTicks(desired, observed) }

// MoreWork is moreWork.
func MoreWork(wanted, observed string) bool { return moreWork(wanted, observed) }

// Move is what becomes of the text below a block when somebody wrote into the
// block, and what of the block is ours.
func Move(written, observed, below string) (ours, moved string, ok bool) {
	b := body{Block: observed, Below: below, Marker: marker{Text: blockChecksum(written), Lines: lineSums(written)}}
	l, _ := lastWritten(b, written)
	moved, ok = l.move(below)
	return l.String(), moved, ok
}
