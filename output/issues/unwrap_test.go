package issues

import "testing"

func TestUnwrap(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, in, want string }{
		{"paragraph", "a\nb\n\nc\nd", "a b\n\nc d"},
		{"item", "1. a\n   b\n2. c\nlazy", "1. a b\n2. c lazy"},
		{"nested", "- a\n  b\n  - c\n    d\n\n  e\n  f", "- a b\n  - c d\n\n  e f"},
		{"hard break", "a  \nb\\\nc", "a  \nb\\\nc"},
		{"quote", "> a\n> b\n\nc", "> a b\n\nc"},
		{"alert", "> [!NOTE]\n> a\n> b", "> [!NOTE]\n> a b"},
		{"code", "a\n\n```\nb\nc\n```\nd\ne", "a\n\n```\nb\nc\n```\nd e"},
		{"table", "a\nb\n\n| c | d |\n|---|---|\n| e | f |", "a b\n\n| c | d |\n|---|---|\n| e | f |"},
		{"heading", "# a\nb\nc", "# a\nb c"},
		{"code span", "`a\nb`", "`a b`"},
	} {
		if got := unwrap(tc.in); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}
