package workflows_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"runbook/generator"
)

// otherWay is how a step points at its second way, which the sheet of one role
// does not show.
var otherWay = regexp.MustCompile(`(?s)(steps|items)\s+(in\s+\S+\s+|in Server\s+Manager\s+)?(that\s+follow|above)`)

// TestSheetsShowOneWay reads every sheet of every sample profile, with either
// way first.
func TestSheetsShowOneWay(t *testing.T) {
	for id := range builtIn(t) {
		w := load(t, id)
		profiles, err := filepath.Glob(filepath.Join(id, "profiles", "*.yaml"))
		if err != nil || len(profiles) == 0 {
			t.Fatal(id, err)
		}
		for _, file := range profiles {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, automation := range []string{"console", "powershell"} {
				changed := regexp.MustCompile(`(?m)^automation:.*\n`).ReplaceAllString(string(data), "")
				profile, problems := generator.ParseProfile(file, []byte("automation: "+automation+"\n"+changed), w)
				if problems = append(problems, w.CheckProfile(profile, runbookDay)...); problems.Errors() > 0 {
					continue // some versions have no commands
				}
				for _, role := range w.Roles {
					sheet, err := generator.GenerateSheet(w, profile, runbookDay, role.ID)
					if err != nil {
						t.Fatal(file, err)
					}
					for _, it := range sheet.Items() {
						if found := otherWay.FindString(string(it.Steps)); found != "" {
							t.Errorf("%s, %s first, %s: %s says %q", file, automation, role.ID, it.Key, found)
						}
					}
				}
			}
		}
	}
}
