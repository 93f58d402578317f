package workflows_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	powershell = regexp.MustCompile("(?ms)^ *```powershell\n(.*?)^ *```")
	ofTheSite  = regexp.MustCompile(`\b[A-Z]\w+-CM[A-Z]`)
)

// TestBlocksOpenTheirSession: the sheet of a role shows one way of a step, and
// an entry is read alone, so a block of commands for the site cannot count on
// one above it that opened the session.
func TestBlocksOpenTheirSession(t *testing.T) {
	for id, folder := range builtIn(t) {
		blocks := 0
		err := fs.WalkDir(folder, ".", func(file string, _ fs.DirEntry, err error) error {
			if err != nil || path.Ext(file) != ".md" {
				return err
			}
			text, err := fs.ReadFile(folder, file)
			if err != nil {
				return err
			}
			for i, m := range powershell.FindAllStringSubmatch(string(text), -1) {
				if !ofTheSite.MatchString(m[1]) {
					continue
				}
				blocks++
				// The second block of create-cmg takes the values that the first one lists.
				if follows := path.Base(file) == "create-cmg.md" && i == 1; !follows && !strings.Contains(m[1], `Set-Location "`) {
					t.Errorf("%s/%s: nothing opens the session of\n%s", id, file, m[1])
				}
			}
			return nil
		})
		if err != nil || blocks < 5 {
			t.Errorf("%s: %d blocks, %v", id, blocks, err)
		}
	}
}
