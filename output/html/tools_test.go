package html_test

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"runbook/generator"
)

// The checks with a validator and a browser need tools that not every machine
// has. Each is skipped, with the tool's name, where one is missing:
//
//	RUNBOOK_NPM  folder whose node_modules has axe-core, playwright-core, vnu-jar
//	PATH         java, node, chromium, pdfinfo, pdftotext

// tool finds a program under one of its names.
func tool(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skipf("needs %s on PATH", names[0])
	return ""
}

// module finds a file of an npm package.
func module(t *testing.T, path ...string) string {
	t.Helper()
	folder := os.Getenv("RUNBOOK_NPM")
	if folder == "" {
		t.Skip("needs RUNBOOK_NPM, the folder of the npm packages")
	}
	file := filepath.Join(append([]string{folder, "node_modules"}, path...)...)
	if _, err := os.Stat(file); err != nil {
		t.Skipf("needs the npm package: %v", err)
	}
	return file
}

// output runs a program and returns what it prints.
func output(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	out, err := cmd.Output()
	if err != nil {
		if failed, ok := errors.AsType[*exec.ExitError](err); ok {
			out = append(out, failed.Stderr...)
		}
		t.Fatalf("%s: %v\n%s", filepath.Base(name), err, out)
	}
	return out
}

// write puts the page of a runbook into a folder of the test.
func write(t *testing.T, rb *generator.Runbook) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, render(t, rb), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// findings is what testdata/browser.mjs reports of a page.
type findings struct {
	Violations []string       // of axe-core
	Requests   []string       // to a network, and messages on the console
	Widths     map[string]int // pixels that the page is wider than its window
	Ticked     bool           // a box took a click
	Print      struct{ Ink, Paper string }
	Folder     string `json:"-"` // has A4.pdf and Letter.pdf
}

// browse opens the page of a runbook in Chromium.
func browse(t *testing.T, rb *generator.Runbook) findings {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds")
	}
	node, chromium := tool(t, "node"), tool(t, "chromium", "chromium-browser", "google-chrome")
	module(t, "playwright-core")
	module(t, "axe-core", "axe.min.js")
	found := findings{Folder: t.TempDir()}
	out := output(t, node, filepath.Join("testdata", "browser.mjs"), chromium, write(t, rb), found.Folder)
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	return found
}
