package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var fencedBlock = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$")

// TestReadme runs every command that the README shows, on the profile that it
// shows. Those that talk to GitHub are read only as far as their flags.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	commands := 0
	for _, block := range fencedBlock.FindAllStringSubmatch(string(readme), -1) {
		switch {
		case block[1] == "yaml" && strings.HasPrefix(block[2], "organization:"):
			for name, text := range map[string]string{"contoso.yaml": block[2], "contoso-new.yaml": strings.Replace(block[2], "2509", "2603", 1)} {
				if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
		case block[1] == "bash":
			for line := range strings.Lines(block[2]) {
				line, _, _ = strings.Cut(line, "#")
				args := strings.Fields(line)
				if len(args) == 0 || args[0] != "runbook" {
					continue
				}
				commands++
				runReadme(t, args[1:])
			}
		}
	}
	if commands < 12 {
		t.Errorf("only %d commands were found", commands)
	}
	if _, err := os.Stat(filepath.Join("out", "contoso.pdf")); err != nil {
		t.Error(err)
	}
}

func runReadme(t *testing.T, args []string) {
	t.Helper()
	var out, problems bytes.Buffer
	env := environment{stdin: strings.NewReader(""), stdout: &out, stderr: &problems, getenv: func(name string) string {
		return map[string]string{"SOURCE_DATE_EPOCH": "1795392000"}[name]
	}}
	if args[0] == "issues" {
		cmd, rest, err := newRoot(&app{environment: env}).Find(args)
		if err == nil {
			err = cmd.ParseFlags(rest)
		}
		if err != nil || !cmd.Runnable() {
			t.Errorf("%v: %v", args, err)
		}
		return
	}
	want := exitDone
	if args[0] == "diff" {
		want = exitDifferences
	}
	if code := run(t.Context(), args, env); code != want {
		t.Errorf("runbook %s: exit code %d\n%s", strings.Join(args, " "), code, problems.String())
	}
}
