package workflows_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

// fills is a value of a text with the name that stands for it while it is not
// known, as in {{fill .site.code "site-code"}}.
var fills = regexp.MustCompile(`fill (\([^)]*\)|[$.\w]+) \\?"([^"\\]+)\\?"`)

// TestOnePlaceholderForOneValue: whoever puts values in by hand must find each
// of them under one name, and no two under the same.
func TestOnePlaceholderForOneValue(t *testing.T) {
	firsts := strings.NewReplacer("$p", "", "$", "", ".servers.", ".") // the first of a site's servers, or of all
	for id, folder := range builtIn(t) {
		names, values := map[string]string{}, map[string]string{}
		err := fs.WalkDir(folder, ".", func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || (path.Ext(file) != ".md" && path.Ext(file) != ".yaml") {
				return err
			}
			text, err := fs.ReadFile(folder, file)
			if err != nil {
				return err
			}
			for _, m := range fills.FindAllStringSubmatch(string(text), -1) {
				value, name := firsts.Replace(m[1]), m[2]
				if was, ok := names[value]; ok && was != name {
					t.Errorf("%s/%s: %s is <%s> here and <%s> elsewhere", id, file, value, name, was)
				}
				if was, ok := values[name]; ok && was != value {
					t.Errorf("%s/%s: <%s> is %s here and %s elsewhere", id, file, name, value, was)
				}
				names[value], values[name] = name, value
			}
			return nil
		})
		if err != nil || len(names) < 5 {
			t.Errorf("%s: %d placeholders, %v", id, len(names), err)
		}
	}
}
