package markdown

import (
	"io/fs"
	"regexp"
	"testing"

	"runbook/templates"
)

// A heading that a template asks for under a name that there is not would be
// nothing on the page.
func TestTemplatesNameTitles(t *testing.T) {
	t.Parallel()
	files, err := fs.Glob(templates.FS, "markdown/*.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, file := range files {
		source, err := fs.ReadFile(templates.FS, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range regexp.MustCompile(`\btitle "([^"]*)"`).FindAllStringSubmatch(string(source), -1) {
			if asked++; title(call[1]) == "" {
				t.Errorf("%s: there is no title %q", file, call[1])
			}
		}
	}
	if asked < 15 {
		t.Errorf("found only %d titles in the templates", asked)
	}
}
