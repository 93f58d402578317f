package words_test

import (
	"testing"

	"runbook/generator"
	"runbook/output/words"
)

// What is not needed is said, and not counted among what is to be done.
func TestDone(t *testing.T) {
	t.Parallel()
	items := func(states ...generator.Status) (list []generator.Item) {
		for _, s := range states {
			list = append(list, generator.Item{Work: generator.Work{Status: s}})
		}
		return list
	}
	const done, not, open = generator.StatusDone, generator.StatusNotNeeded, generator.Status("")
	for _, c := range []struct {
		items            []generator.Item
		cell, text, line string
	}{
		{nil, "", "", "0 of 0 items done"},
		{items(open, open), "", "", "0 of 2 items done"},
		{items(open, done), "1 of 2", "1 of 2 done", "1 of 2 items done"},
		{items(open, not), "0 of 1, 1 not needed", "0 of 1 done, 1 not needed", "0 of 1 item done, 1 not needed"},
		{items(done, not, done), "2 of 2, 1 not needed", "2 of 2 done, 1 not needed", "2 of 2 items done, 1 not needed"},
		{items(not, not), "2 not needed", "2 not needed", "2 not needed"},
	} {
		if got := words.DoneCell(c.items); got != c.cell {
			t.Errorf("%q in a column, want %q", got, c.cell)
		}
		if got := words.DoneText(c.items); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
		if got := words.DoneItems(c.items); got != c.line {
			t.Errorf("%q, want %q", got, c.line)
		}
	}
}
