package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"runbook/generator/generatortest"
)

var (
	guideFile  = regexp.MustCompile("^`([a-z0-9./-]+)`:$")
	guideFence = regexp.MustCompile("^(`{3,})([a-z]+)$")
)

// TestWorkflowGuide follows the guide to write a workflow: it makes the files
// that the guide shows, runs the commands that it shows, and compares what it
// says they print. The files of the overlay it shows are those in testdata.
func TestWorkflowGuide(t *testing.T) {
	const guide = "../../workflows/README.md"
	text, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	examples := exampleFiles(t, "testdata/overlay")
	home, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var out []string
	shown, commands := map[string]bool{}, 0
	lines := strings.Split(string(text), "\n")
	for i, label := 0, ""; i < len(lines); i++ {
		line := lines[i]
		out = append(out, line)
		fence := guideFence.FindStringSubmatch(line)
		if fence == nil {
			if m := guideFile.FindStringSubmatch(line); m != nil {
				label = m[1]
			} else if line != "" {
				label = ""
			}
			continue
		}
		var block []string
		for i++; i < len(lines) && lines[i] != fence[1]; i++ {
			block = append(block, lines[i])
		}
		switch {
		case label != "":
			content := strings.Join(block, "\n") + "\n"
			if example, ok := examples[label]; ok {
				content = example
				block = strings.Split(strings.TrimSuffix(example, "\n"), "\n")
			}
			shown[label] = true
			writeGuideFile(t, label, content)
		case fence[2] == "console":
			ran := runGuide(t, block, "$ ")
			commands += len(ran)
			block = slices.Concat(ran...)
		case fence[2] == "bash":
			commands += len(runGuide(t, block, ""))
		}
		label = ""
		out = append(append(out, block...), fence[1])
	}
	for name := range examples {
		if !shown[name] {
			t.Errorf("the guide does not show testdata/overlay/%s", name)
		}
	}
	if commands < 8 || len(shown) < 20 {
		t.Errorf("the guide has only %d files and %d commands", len(shown), commands)
	}
	generatortest.Golden(t, filepath.Join(home, guide), []byte(strings.Join(out, "\n")))
}

// exampleFiles reads the files below a folder, by their slashed names.
func exampleFiles(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatal("no example", err)
	}
	return files
}

func writeGuideFile(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// runGuide runs the commands of a block and returns each with what it prints.
func runGuide(t *testing.T, block []string, prompt string) [][]string {
	t.Helper()
	var ran [][]string
	for _, line := range block {
		command, ok := strings.CutPrefix(line, prompt+"runbook ")
		if !ok {
			continue
		}
		var printed bytes.Buffer
		env := environment{stdin: strings.NewReader(""), stdout: &printed, stderr: &printed, getenv: func(name string) string {
			return map[string]string{"SOURCE_DATE_EPOCH": "1795392000"}[name]
		}}
		if code := run(t.Context(), strings.Fields(command), env); code != exitDone {
			t.Errorf("runbook %s: exit code %d\n%s", command, code, printed.String())
		}
		lines := []string{line}
		for printedLine := range strings.Lines(printed.String()) {
			lines = append(lines, strings.ReplaceAll(strings.TrimRight(printedLine, "\n"), "\t", "    "))
		}
		ran = append(ran, lines)
	}
	return ran
}
