package generator

import (
	"strings"
	"testing"
)

func TestControlCharacterIsNamedWhereItIs(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a: 1\nb: \"x\x7fy\"\n", "f.yaml:2:6: error: the control character U+007F"},
		{"a: 1\nb: x\ufffey\n", "f.yaml:2:5: error: the control character U+FFFE"},
		{"a: 1\nb: 'ä\x01'\n", "f.yaml:2:6: error: the control character U+0001"},
	} {
		_, ps := parseYAML("f.yaml", []byte(c.in))
		if len(ps) != 1 || !strings.HasPrefix(ps[0].String(), c.want) {
			t.Errorf("%q: got %v, want %s", c.in, ps, c.want)
		}
	}
}

// The library takes a byte order mark that happens to begin its buffer for
// one that begins the file.
func TestByteOrderMarkWithin(t *testing.T) {
	for fill := range 1200 {
		text := "# " + strings.Repeat("x", fill) + "\na: {b: \"\ufeffx\"}\nsecond: 2\nthird: {c: \"\ufeffy\"}\n"
		root, ps := parseYAML("f.yaml", []byte(text))
		if len(ps) > 0 || len(root.Content) != 6 || root.Content[2].Value != "second" {
			t.Fatalf("with %d characters before it: %v", fill, ps)
		}
	}
}
