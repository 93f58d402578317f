package words

import (
	"fmt"

	"runbook/generator"
)

// tally counts the items that are done, those that are to be done at all, and
// those that are not needed, so that at the end all of the needed are done.
func tally(items []generator.Item) (done, needed, not int) {
	for _, it := range items {
		switch {
		case it.Done():
			done++
		case it.Settled():
			not++
		}
	}
	return done, len(items) - not, not
}

// DoneCell says in a column for it how many items are done: "4 of 21, 1 not
// needed"; "" before the first one is settled.
func DoneCell(items []generator.Item) string { return soFar(items, "") }

// DoneText says the same among other words: "4 of 21 done, 1 not needed".
func DoneText(items []generator.Item) string { return soFar(items, " done") }

func soFar(items []generator.Item, word string) string {
	done, needed, not := tally(items)
	count := ""
	if done > 0 || not > 0 && needed > 0 {
		count = fmt.Sprintf("%d of %d%s", done, needed, word)
	}
	return Joined(", ", count, apart(not, "not needed"))
}

// DoneItems says the same where nothing else tells of items, also before the
// first one is settled: "0 of 22 items done".
func DoneItems(items []generator.Item) string {
	done, _, not := tally(items)
	return Done(done, not, len(items), "not needed")
}

// Done is how many of the items that are to be done are done, and how many are
// not to be done, with the word for these: "4 of 21 items done, 1 skipped".
func Done(done, not, all int, word string) string {
	count := ""
	if all == 0 || not < all {
		count = fmt.Sprintf("%d of %s done", done, Count(all-not, "item"))
	}
	return Joined(", ", count, apart(not, word))
}

func apart(n int, word string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d %s", n, word)
}

// Copies counts filled copies.
func Copies(n int) string {
	if n == 1 {
		return "1 copy"
	}
	return fmt.Sprintf("%d copies", n)
}
