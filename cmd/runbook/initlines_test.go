package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func asked(ctx context.Context, t *testing.T, in io.Reader, args ...string) (code int, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	env := environment{stdin: in, stdout: &out, stderr: &errs, getenv: func(name string) string {
		return map[string]string{"SOURCE_DATE_EPOCH": "1795392000"}[name]
	}}
	return run(ctx, append([]string{"init", "--accessible"}, args...), env), errs.String()
}

// TestLinesEnterAHierarchy answers what a central administration site with two
// primary sites asks for, and nothing of the rest.
func TestLinesEnterAHierarchy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cas.yaml")
	answers := []string{"2", "Contoso", "2509", "2", "2", "PR1", "ps1.contoso.com", "mp1.contoso.com", "[]", "cp1.contoso.com, cp2.contoso.com", "PR2"}
	rest := strings.Repeat("\n", 80) // more than there are questions: an empty line is no answer to the last one
	code, stderr := asked(t.Context(), t, strings.NewReader(strings.Join(answers, "\r\n")+"\r\n"+rest+"1"), path,
		"--set", "azure.region=westus", "--set", "gateway.name=granitefalls", "--set", "certificate.domain=contoso.com", "--set", "people.global-admin=Ann", "--set", "people.subscription-owner=Bob")
	data, err := os.ReadFile(path)
	if code != exitDone || err != nil {
		t.Fatalf("exit code %d, %v: %s", code, err, stderr)
	}
	const want = "\n  primaries: [{code: PR1, server: ps1.contoso.com, management_points: [mp1.contoso.com], software_update_points: [], connection_points: [cp1.contoso.com, cp2.contoso.com]}, {code: PR2}]\n"
	if !strings.Contains(string(data), want) {
		t.Errorf("no %s in\n%s", want, data)
	}
}

// TestLinesStop is Ctrl-C while a question waits.
func TestLinesStop(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none.yaml")
	in, typing := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		_, _ = typing.Write([]byte("1\nContoso\n25\x1b[31m09\n"))
		_, _ = typing.Write([]byte("westus\n")) // refused too
		cancel()
	}()
	code, stderr := asked(ctx, t, in, path)
	if _, err := os.Stat(path); err == nil || code != exitFailed || !strings.HasSuffix(stderr, "\nrunbook: stopped; nothing is written\n") {
		t.Errorf("exit code %d, file %v: %s", code, err, stderr)
	}
	if strings.Contains(stderr, "\x1b") {
		t.Errorf("says what a terminal takes for a command: %q", stderr)
	}
}

// TestWhoAsks looks for the way of asking that suits where the answers come
// from.
func TestWhoAsks(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil || !onTerminal(terminal) {
		t.Skip("no terminal can be made here")
	}
	defer func() { _ = terminal.Close() }()
	var pipe bytes.Buffer
	for _, tt := range []struct {
		name   string
		in     io.Reader
		o      initOptions
		env    map[string]string
		lines  bool
		screen bool
	}{
		{"a terminal", terminal, initOptions{}, nil, false, true},
		{"a terminal, and --defaults", terminal, initOptions{defaults: true}, nil, false, false},
		{"a dumb terminal", terminal, initOptions{}, map[string]string{"TERM": "dumb"}, true, false},
		{"a terminal with ACCESSIBLE", terminal, initOptions{}, map[string]string{"ACCESSIBLE": "1", "TERM": "xterm"}, true, false},
		{"a terminal, and --accessible", terminal, initOptions{lines: true}, nil, true, false},
		{"a pipe", &pipe, initOptions{}, map[string]string{"ACCESSIBLE": "1", "TERM": "dumb"}, false, false},
		{"a pipe, and --accessible", &pipe, initOptions{lines: true}, nil, true, false},
	} {
		s := &starting{o: tt.o, a: &app{environment: environment{stdin: tt.in, stderr: terminal, getenv: func(name string) string { return tt.env[name] }}}}
		with := s.asker()
		_, lines := with.(*lineAsker)
		_, full := with.(screen)
		if lines != tt.lines || full != tt.screen {
			t.Errorf("%s: %T", tt.name, with)
		}
	}
}
