package issues

import (
	"strings"
	"testing"
)

func TestNeutralise(t *testing.T) {
	t.Parallel()
	// ~ stands for the zero-width space.
	for _, tc := range []struct{ name, in, want string }{
		{"mention", "ask @everyone and @org/team", "ask @~everyone and @~org/team"},
		{"escaped mention", `ask \@everyone`, `ask \@~everyone`},
		{"number", "see #1, owner/repo#12 and GH-12, gh-3", "see #~1, owner/repo#~12 and GH-~12, gh-~3"},
		{"escaped dash", `GH\-12`, `GH\-~12`},
		{"no reference", "C# code, LAUGH-12, # alone", "C# code, LAUGH-12, # alone"},
		{"code span", "run `Get-X @{a='#1'}` for @a", "run `Get-X @{a='#1'}` for @~a"},
		{"escaped backtick opens nothing", "\\`@a `", "\\`@~a `"},
		{"unclosed span", "a `@b", "a `@~b"},
		{"longer span", "`` ` @a `` @b", "`` ` @a `` @~b"},
		{"fence", "```powershell\n$x = @{ a = '#1' }\n```\n@a", "```powershell\n$x = @{ a = '#1' }\n```\n@~a"},
		{"fence in an item", "1. Do:\n\n   ```bash\n   az --x @file #1\n   ```\n\n2. @a", "1. Do:\n\n   ```bash\n   az --x @file #1\n   ```\n\n2. @~a"},
		{"fence behind the marker", "- ```\n  @a\n  ```\n- @b", "- ```\n  @a\n  ```\n- @~b"},
		{"the item's end ends the fence", "- ```\n  @a\n@b", "- ```\n  @a\n@~b"},
		{"fence in a quote", "> ```\n> @a\n> ```\n> @b\n\n@c", "> ```\n> @a\n> ```\n> @~b\n\n@~c"},
		{"a quote's end ends the fence", "> ```\n> @a\n\n@c", "> ```\n> @a\n\n@~c"},
		{"indented code", "a\n\n    @a\n\n@b", "a\n\n    @a\n\n@~b"},
		{"the rest of a paragraph", "`\n0) `#00`", "`\n0) `#~00`"},
		{"too far in is no fence", "a\n    ```\n\n@a", "a\n    ```\n\n@~a"},
		{"span over two items", "- `a\n- @b`", "- `a\n- @~b`"},
		{"span over two cells", "| a | b |\n|---|---|\n| `x | @y` |\n| `@z` | #1 |", "| a | b |\n|---|---|\n| `x | @~y` |\n| `@z` | #~1 |"},
		{"heading", "## Steps for @a\n#1", "## Steps for @~a\n#~1"},
		{"link keeps its fragment", "[a](https://learn.microsoft.com/x#y-1) @b", "[a](https://learn.microsoft.com/x#y-1) @~b"},
		{"nothing hides behind a link", "[a](https://a.example/)@everyone", "[a](https://a.example/)@~everyone"},
		{"bare link", "https://a.example/#1 @b", "https://a.example/#1 @~b"},
		{"issue link", "https://github.com/o/r/issues/1", "https://redirect.github.com/o/r/issues/1"},
		{"issue link in quotes", `"https://github.com/o/r/pull/1"`, `"https://redirect.github.com/o/r/pull/1"`},
		{"issue link as a destination", "[x](http://www.github.com/o/r/pull/1)", "[x](https://redirect.github.com/o/r/pull/1)"},
		{"issue link in angles", "<https://github.com/o/r/commit/abc>", "<https://redirect.github.com/o/r/commit/abc>"},
		{"issue link of the server", "https://ghes.example/o/r/issues/1", "https://ghes.example/o/r/issues/~1"},
		{"commit", "0123456789abcdef0123456789abcdef01234567", "012345~6789ab~cdef01~234567~89abcd~ef0123~4567"},
		{"thumbprint in code", "`0123456789abcdef0123456789abcdef01234567`", "`0123456789abcdef0123456789abcdef01234567`"},
		{"entities", "&#64;a &commat;b &num;1 &#x23;2 &amp;#1 &#124;", "&#64;~a &commat;~b &num;~1 &#x23;~2 &amp;#~1 &#124;"},
		{"mail", "a@b.example", "a@~b.example"},
		{"CRLF", "@a\r\n```\r\n@b\r\n```\r\n@c\r\n", "@~a\r\n```\r\n@b\r\n```\r\n@~c\r\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			want := strings.ReplaceAll(tc.want, "~", zwsp)
			got := neutralise(tc.in, "ghes.example")
			if got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if again := neutralise(got, "ghes.example"); again != got {
				t.Errorf("a second time it is %q", again)
			}
		})
	}
}
