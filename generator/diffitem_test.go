package generator

import "testing"

// A paragraph is compared as a whole, however its author wrapped it.
func TestDiffOfParagraphs(t *testing.T) {
	t.Parallel()
	for md, want := range map[Markdown]string{
		"1. Check that there are\n   two of them.\n1. Next.":           "1. Check that there are two of them.\n1. Next.",
		"- a\n- b\n  goes on":                                          "- a\n- b goes on",
		"1. Run:\n\n   ```sh\n   a\n   b\n   ```\n\n   Then\n   wait.": "1. Run:\n\n   ```sh\n   a\n   b\n   ```\n\n   Then wait.",
		"| a | b |\n| - | - |\n| c | d |":                              "| a | b |\n| - | - |\n| c | d |",
		"one  \ntwo":                                                   "one  \ntwo",
		"~~~sh\na\nb\n~~~":                                             "~~~sh\na\nb\n~~~",
		"````md\n```\na\nb\n```\nc\nd\n````\ne\nf":                     "````md\n```\na\nb\n```\nc\nd\n````\ne f",
		"+ a\n+ b": "+ a\n+ b",
		"":         "",
	} {
		if got := unfolded(md); got != want {
			t.Errorf("%q becomes %q, want %q", md, got, want)
		}
	}
}
