package pdf

import (
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
)

// A word breaks at its hyphen, the name of a server does not.
func TestBreaksAfter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"a well-known name":                    true,
		"eu-gateway.contoso.com":               false,
		"mp01, eu-gateway.contoso.com":         false,
		"it is well-known.":                    true,
		"see contoso.com or the well-known":    true,
		"host-only,\nus-gateway.contoso.com x": true,
	} {
		i := strings.IndexByte(text, '-')
		if got := breaksAfter(text, i, '-'); got != want {
			t.Errorf("%q may break at its hyphen: %t, want %t", text, got, want)
		}
	}
}

// A step that fills much of a page may be torn behind its commands, a short
// one may not.
func TestLongStepMayBeTorn(t *testing.T) {
	t.Parallel()
	for lines, want := range map[int]bool{3: false, 40: true} {
		d := newDocument(generatortest.Small(), papers["a4"])
		f := &flow{d: d, x: d.paper.left, w: d.paper.width(), t: body}
		step := "1. List the values:\n\n   ```powershell\n   Get-Help\n   ```\n\n   Then run:\n\n   ```powershell\n" + strings.Repeat("   Get-Item\n", lines) + "   ```\n"
		f.markdown(generator.Markdown(step), d.root)
		torn := false
		for _, s := range f.strips[1:] {
			torn = torn || s.tie < firm
		}
		if torn != want {
			t.Errorf("a step with %d lines of code may be torn: %t, want %t", lines, torn, want)
		}
	}
}

// A table in a step may be torn, but leaves no row alone; a short one may not.
func TestTableInStepMayBeTorn(t *testing.T) {
	t.Parallel()
	for rows, want := range map[int]int{4: 0, 20: 17} {
		d := newDocument(generatortest.Small(), papers["a4"])
		f := &flow{d: d, x: d.paper.left, w: d.paper.width(), t: body}
		f.markdown(generator.Markdown("1. Compare:\n\n   | a | b |\n   |---|---|\n"+strings.Repeat("   | c | d |\n", rows)), d.root)
		torn := 0
		for _, s := range f.strips[1:] {
			if s.tie < firm {
				torn++
			}
		}
		if torn != want {
			t.Errorf("a table of %d rows may be torn at %d places, want %d", rows, torn, want)
		}
	}
}

// Code is set smaller to keep a line whole, but not smaller than can be read.
func TestFittedCode(t *testing.T) {
	t.Parallel()
	d := newDocument(generatortest.Small(), papers["a4"])
	const width = 480.0
	for n, whole := range map[int]bool{20: true, 104: true, 110: false} {
		set := d.fonts.fitted([]string{"x", strings.Repeat("w", n)}, mono, width)
		if got := len(d.fonts.codeLines(strings.Repeat("w", n), set.style(code, ink), width)) == 1; got != whole {
			t.Errorf("a line of %d letters stays whole: %t, want %t", n, got, whole)
		}
		if small := n == 104; (set.size < mono.size) != small || set.size < leastCode {
			t.Errorf("%d letters are set in %v", n, set)
		}
	}
	if got := d.fonts.fitted([]string{""}, mono, width); got != mono {
		t.Errorf("an empty line is set in %v", got)
	}
}
