package html

import (
	"strings"
	"testing"

	"runbook/generator/generatortest"
	"runbook/templates"
)

// TestStyles writes styles.css from the stylesheets, in the order in which they
// build on each other, or checks that it is in step with them.
func TestStyles(t *testing.T) {
	t.Parallel()
	var joined strings.Builder
	for _, name := range []string{"base", "item", "screen", "print", "sheet"} {
		data, err := templates.FS.ReadFile("html/" + name + ".css")
		if err != nil {
			t.Fatal(err)
		}
		joined.Write(data)
	}
	generatortest.Golden(t, "styles.css", []byte(withoutComments(joined.String())))
}

func withoutComments(css string) string {
	var b strings.Builder
	for {
		before, comment, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		_, css, _ = strings.Cut(comment, "*/")
		css = strings.TrimLeft(css, " \n")
	}
}
