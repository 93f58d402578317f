package generatortest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden and generated files")

// Updating reports whether the tests were asked to rewrite generated files.
func Updating() bool { return *update }

// Golden compares got with the file at path, or rewrites the file when the
// tests run with -update.
func Golden(tb testing.TB, path string, got []byte) {
	tb.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			tb.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if bytes.Equal(want, got) {
		return
	}
	line := 1
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			break
		}
		if want[i] == '\n' {
			line++
		}
	}
	tb.Errorf("%s is out of step from line %d on; if the change is meant, run go test ./... -update\n got: %s\nwant: %s", path, line, lineAt(got, line), lineAt(want, line))
}

func lineAt(data []byte, n int) []byte {
	lines := bytes.Split(data, []byte("\n"))
	if n > len(lines) {
		return nil
	}
	return lines[n-1][:min(len(lines[n-1]), 200)]
}
