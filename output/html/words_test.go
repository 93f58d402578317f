package html

import (
	"io/fs"
	"regexp"
	"testing"

	"runbook/templates"
)

// A word that a template asks for under a name that there is not would be
// nothing on the page.
func TestTemplatesNameWords(t *testing.T) {
	t.Parallel()
	known := map[string]func(id string) bool{
		"heading": func(id string) bool { return heading(id) != "" },
		"word":    func(id string) bool { return word(id) != "" },
		"texts":   func(id string) bool { return len(texts(id)) > 0 },
	}
	files, err := fs.Glob(templates.FS, "html/*.tmpl")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	asked := 0
	for _, file := range files {
		source, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range regexp.MustCompile(`\b(heading|word|texts) "([^"]*)"`).FindAllStringSubmatch(string(source), -1) {
			if asked++; !known[call[1]](call[2]) {
				t.Errorf("%s: there is no %s %q", file, call[1], call[2])
			}
		}
	}
	if asked < 20 {
		t.Errorf("found only %d words in the templates", asked)
	}
}
