package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"runbook/generator/generatortest"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"runbook": main})
}

// TestScripts runs every script below testdata/script through the real main.
// A script sees the shipped sample profiles under $SAMPLES and $RENEWALS.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../workflows/cmg-setup/profiles")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range scriptFolders(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			testscript.Run(t, testscript.Params{
				Dir:                 dir,
				UpdateScripts:       generatortest.Updating(),
				RequireExplicitExec: true,
				RequireUniqueNames:  true,
				Condition:           condition,
				Cmds:                map[string]func(*testscript.TestScript, bool, []string){"append": appendTo, "reword": reword},
				Setup: func(e *testscript.Env) error {
					e.Setenv("SAMPLES", samples)
					e.Setenv("RENEWALS", filepath.Join(samples, "../../cmg-renewal/profiles"))
					e.Setenv("SOURCE_DATE_EPOCH", "1795392000") // 2026-11-23
					return nil
				},
			})
		})
	}
}

// condition is what a script may ask for beside testscript's own: [tmpfs]
// whether a small disk can be mounted in a namespace of its own.
func condition(name string) (bool, error) {
	if name != "tmpfs" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	return exec.Command("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", os.TempDir()).Run() == nil, nil
}

// appendTo is a command of scripts: append FILE TEXT adds a line to a file, as
// a viewer does that saves a filled PDF.
func appendTo(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: append FILE TEXT")
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteString(args[1] + "\n")
	ts.Check(err)
	ts.Check(f.Close())
}

// reword is a command of scripts: reword FILE OLD NEW changes words of a Word
// document or a workbook wherever they stand.
func reword(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: reword FILE OLD NEW")
	}
	in, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	var buf bytes.Buffer
	out, n := zip.NewWriter(&buf), 0
	for _, f := range in.File {
		r, err := f.Open()
		ts.Check(err)
		content, err := io.ReadAll(r)
		ts.Check(err)
		w, err := out.Create(f.Name)
		ts.Check(err)
		n += bytes.Count(content, []byte(args[1]))
		_, err = w.Write(bytes.ReplaceAll(content, []byte(args[1]), []byte(args[2])))
		ts.Check(err)
	}
	ts.Check(out.Close())
	ts.Check(in.Close())
	if n == 0 {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), buf.Bytes(), 0o600))
}

func scriptFolders(t *testing.T) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir("testdata/script", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			if scripts, _ := filepath.Glob(filepath.Join(path, "*.txtar")); len(scripts) > 0 {
				dirs = append(dirs, path)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}
