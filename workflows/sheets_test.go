package workflows_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"runbook/generator"
)

// otherWay is how a step points at its second way, which the sheet of one role
// does not show.
var otherWay = regexp.MustCompile(`(?s)(steps|items)\s+(in\s+\S+\s+|in Server\s+Manager\s+)?(that\s+follow|above)`)

// commandsFirst is how a step begins whose commands come before the way of the console.
var commandsFirst = regexp.MustCompile(`instead of the (steps|\w+ (console |portal )?(steps|items)|items)\s[^\n]*?that\s+follow|steps\s+that\s+follow`)

var nextStep = regexp.MustCompile(`(?m)^\d+\. (.*)`)

// TestSecondWayBeginsWithOr: whoever works from top to bottom must see that
// what follows the commands is done instead of them, not after them.
func TestSecondWayBeginsWithOr(t *testing.T) {
	for id := range builtIn(t) {
		w := load(t, id)
		profiles, err := filepath.Glob(filepath.Join(id, "profiles", "*.yaml"))
		if err != nil || len(profiles) == 0 {
			t.Fatal(id, err)
		}
		seen := 0
		for _, file := range profiles {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			changed := regexp.MustCompile(`(?m)^automation:.*\n`).ReplaceAllString(string(data), "")
			profile, problems := generator.ParseProfile(file, []byte("automation: powershell\n"+changed), w)
			if problems = append(problems, w.CheckProfile(profile, runbookDay)...); problems.Errors() > 0 {
				continue // some versions have no commands
			}
			rb, err := generator.Generate(w, profile, runbookDay)
			if err != nil {
				t.Fatal(file, err)
			}
			for _, it := range rb.Items() {
				steps := string(it.Steps)
				at := commandsFirst.FindStringIndex(steps)
				if at == nil {
					continue
				}
				seen++
				if next := nextStep.FindStringSubmatch(steps[at[1]:]); next == nil || !regexp.MustCompile(`^Or\b`).MatchString(next[1]) {
					t.Errorf("%s: %s goes on after its commands with %q", file, it.Key, next)
				}
			}
		}
		if seen == 0 {
			t.Errorf("%s: no step with two ways", id)
		}
	}
}

// secondWay is a step that is done instead of commands before it.
var secondWay = regexp.MustCompile("(?m)^\\d+\\. Or (in|on) (the (console|portal)|`mmc`|Server Manager)")

// secondAlone finds a second way before which there is no first one.
func secondAlone(steps string) string {
	for _, at := range secondWay.FindAllStringIndex(steps, -1) {
		if !strings.Contains(steps[:at[0]], "```") {
			return steps[at[0]:at[1]]
		}
	}
	return ""
}

// TestNoSecondWayAlone: where there are no commands, as in a cloud for which
// nobody tried them, the steps of the portal are no second way.
func TestNoSecondWayAlone(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, p := range []point{
		{"azure.environment": "us-government", "entra.apps": "import"},
		{"azure.environment": "us-government", "entra.apps": "create"},
		{"gateway.deployment": "cloud-service-classic", "site.version": "1902", "entra.apps": "import"},
		{"gateway.deployment": "cloud-service-classic", "site.version": "1902", "entra.apps": "create"},
	} {
		p["automation"] = "powershell"
		rb, problems := tailor(t, w, p)
		if rb == nil {
			t.Fatal(p, problems)
		}
		for _, it := range rb.Items() {
			if found := secondAlone(string(it.Steps)); found != "" {
				t.Errorf("%v: %s says %q", p, it.Key, found)
			}
		}
	}
}

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
						if found := secondWay.FindString(string(it.Steps)); found != "" {
							t.Errorf("%s, %s first, %s: %s has a second way: %q", file, automation, role.ID, it.Key, found)
						}
					}
				}
			}
		}
	}
}
