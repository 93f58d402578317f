package words_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/output/words"
)

func TestElide(t *testing.T) {
	t.Parallel()
	head, tail := strings.Repeat("at the beginning ", 9), strings.Repeat(" until the very end", 9)
	for _, tc := range []struct{ was, is, wantWas, wantIs string }{
		{"Boil 2 cups.", "Boil 3 cups.", "Boil 2 cups.", "Boil 3 cups."},
		{head + "2 cups" + tail, head + "3 cups" + tail, "… beginning at the beginning 2 cups until the very end …", "… beginning at the beginning 3 cups until the very end …"},
		{head + "ends so.", head + "ends otherwise.", "… beginning at the beginning ends so.", "… beginning at the beginning ends otherwise."},
		{"New," + tail, "Old," + tail, "New, until the very end until …", "Old, until the very end until …"},
		{head + "so.", head + "so. And more.", "… beginning at the beginning so.", "… beginning at the beginning so. And more."},
		{strings.Repeat("会", 90) + "2", strings.Repeat("会", 90) + "3", strings.Repeat("会", 90) + "2", strings.Repeat("会", 90) + "3"},
	} {
		was, is := words.Elide(tc.was, tc.is)
		if was != tc.wantWas || is != tc.wantIs {
			t.Errorf("%q and %q\ngot  %q and %q\nwant %q and %q", tc.was, tc.is, was, is, tc.wantWas, tc.wantIs)
		}
	}
}

func TestInPlace(t *testing.T) {
	t.Parallel()
	lines := []string{"+ new", "- a", "- b", "-", "- c", "+ A", "+", "+ C", "+ D", "- e", "+ E", "..."}
	got := words.InPlace(lines, func(goes, comes string) (string, string) { return goes + ">" + comes, comes + "<" + goes })
	want := []string{"+ new", "- a>A", "- b", "-", "- c>D", "+ A<a", "+", "+ C", "+ D<c", "- e>E", "+ E<e", "..."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
