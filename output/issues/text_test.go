package issues

import (
	"strings"
	"testing"
)

func TestProse(t *testing.T) {
	t.Parallel()
	// ~ stands for the zero-width space.
	for in, want := range map[string]string{
		"$x$ and $$y$$":  `\$x\$ and \$\$y\$\$`, // GitHub sets formulas
		"*a* `b` | _c_":  "\\*a\\* \\`b\\` \\| \\_c\\_",
		"1. one":         `1\. one`,
		"- one\nand two": `\- one and two`,
		"<b> & @all":     "&lt;b&gt; &amp; @~all",
		"http://a.b":     "http:~//a.b",
	} {
		if got := prose(in); got != strings.ReplaceAll(want, "~", zwsp) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCodeSpan(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"": "", "\u200e": "", "a\nb": "`a b`", "a`b": "``a`b``", "`": "`` ` ``"} {
		if got := codeSpan(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
