package main

import (
	"fmt"
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
				Cmds:                map[string]func(*testscript.TestScript, bool, []string){"append": appendTo},
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
