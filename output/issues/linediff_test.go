package issues_test

import (
	"strings"
	"testing"

	"runbook/output/issues"
)

// A step keeps its number as long as its line is shown whole.
func TestElideKeepsTheNumberOfAWholeLine(t *testing.T) {
	t.Parallel()
	for length, whole := range map[int]bool{10: true, 76: true, 79: true, 80: false, 200: false} {
		text := "Boil" + strings.Repeat(" x", length)[:length-5]
		a, b := "12. "+text+"2", "12. "+text+"3"
		gone, come := issues.Elide(a, b)
		if (gone == a && come == b) != whole {
			t.Errorf("%d characters:\n%s\n%s", length, gone, come)
		}
		if !whole && (strings.Contains(gone+come, "12.") || !strings.HasPrefix(gone, "… ") || !strings.HasPrefix(come, "… ")) {
			t.Errorf("%d characters are not cut:\n%s\n%s", length, gone, come)
		}
	}
}
