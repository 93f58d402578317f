package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

const smallProfile = `organization: Contoso
site: {version: 2509}
azure: {region: westus}
gateway: {name: granitefalls}
certificate: {domain: contoso.com}
people: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}
schedule: {start: 2027-01-11}
`

// program starts the real program; end waits for it and returns its exit code,
// -1 if a signal killed it.
func program(t *testing.T, args ...string) (cmd *exec.Cmd, end func() (code int, stderr string)) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("no process can send another Ctrl-C here")
	}
	// What the tests themselves ignore, such as Ctrl-C in the background of a
	// script, the program would ignore, too. What they catch, it does not.
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		if signal.Ignored(s) {
			signal.Notify(make(chan os.Signal, 1), s)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	var stderr bytes.Buffer
	cmd = exec.CommandContext(ctx, "runbook", args...)
	cmd.Stderr = &stderr
	cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1795392000")
	return cmd, func() (int, string) {
		err := cmd.Wait()
		if ctx.Err() != nil {
			t.Fatal("it does not end")
		}
		if exit, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
			t.Fatal(err)
		} else if ok {
			return exit.ExitCode(), stderr.String()
		}
		return 0, stderr.String()
	}
}

func signalTo(t *testing.T, cmd *exec.Cmd, s os.Signal) {
	t.Helper()
	if err := cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
}

// Ctrl-C ends a run that waits for its input, though nothing comes.
func TestStopWhileReading(t *testing.T) {
	t.Parallel()
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		cmd, end := program(t, "check", "-")
		in, err := cmd.StdinPipe()
		if err == nil {
			err = cmd.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		// More than a pipe holds: when all is sent, it is being read.
		if _, err := io.WriteString(in, strings.Repeat("# a profile\n", 20_000)); err != nil {
			t.Fatal(err)
		}
		signalTo(t, cmd, s)
		if code, stderr := end(); code != exitFailed || !strings.Contains(stderr, "signal received") {
			t.Errorf("%s: exit code %d, %q", s, code, stderr)
		}
	}
}

// Ctrl-C ends a run whose output nobody takes.
func TestStopWhileWriting(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	profile, pipe := filepath.Join(dir, "c.yaml"), filepath.Join(dir, "pipe")
	if err := os.WriteFile(profile, []byte(smallProfile), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{"standard output": {}, "a pipe": {"-o", pipe}} {
		cmd, end := program(t, append([]string{"render", "-q", profile, "-f", "json"}, args...)...)
		var out io.Reader
		var err error
		if len(args) > 0 {
			if err := exec.CommandContext(t.Context(), "mkfifo", pipe).Run(); err != nil {
				t.Skip("mkfifo makes no pipe here: ", err)
			}
			err = cmd.Start()
			if err == nil {
				out, err = os.Open(pipe)
			}
		} else {
			if out, err = cmd.StdoutPipe(); err == nil {
				err = cmd.Start()
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(out, make([]byte, 1)); err != nil { // now it is writing
			t.Fatal(err)
		}
		signalTo(t, cmd, os.Interrupt)
		if code, stderr := end(); code != exitFailed || !strings.Contains(stderr, "interrupt signal received") {
			t.Errorf("%s: exit code %d, %q", name, code, stderr)
		}
	}
}

// Ctrl-C at any time leaves every file old or new, whole, and no other file.
func TestStopAnywhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	want := map[string]string{}
	write := func(path, text string) {
		t.Helper()
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = os.WriteFile(path, []byte(text), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for i := range 6 {
		write(filepath.Join(in, fmt.Sprintf("p%02d.yaml", i)), smallProfile)
	}
	args := func(out string) []string { return []string{"render", "-q", in, "-f", "md,json,csv", "-o", out} }
	full := filepath.Join(dir, "full")
	begun := time.Now()
	cmd, end := program(t, args(full)...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if code, stderr := end(); code != 0 {
		t.Fatal(stderr)
	}
	whole := time.Since(begun)
	maps.Copy(want, files(t, full))
	tries := 40
	if testing.Short() {
		tries = 10
	}
	stopped := 0
	for i := range tries {
		out := filepath.Join(dir, fmt.Sprint("out", i))
		for name := range want {
			write(filepath.Join(out, name), "old "+name)
		}
		cmd, end := program(t, args(out)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / time.Duration(tries))
		signalTo(t, cmd, os.Interrupt)
		code, stderr := end()
		switch code {
		case exitDone, -1:
		case exitFailed:
			stopped++
			if !strings.Contains(stderr, "interrupt signal received") {
				t.Errorf("%q", stderr)
			}
		default:
			t.Errorf("exit code %d, %q", code, stderr)
		}
		got := files(t, out)
		if len(got) != len(want) {
			t.Errorf("%d files, want %d", len(got), len(want))
		}
		for name, data := range got {
			if data != want[name] && data != "old "+name {
				t.Errorf("%s has %d bytes: neither the old nor the new file", name, len(data))
			}
		}
	}
	if stopped == 0 {
		t.Error("no run was stopped")
	}
}

func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}
