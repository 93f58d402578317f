package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"runbook/output/issues/githubtest"
)

const teaProfile = `id: tea-party
organization: Contoso
milk: true
people:
  host: {name: Ann, github: host-login}
  guest: {name: Bob, github: guest-login}
tracking: {github: {repository: contoso/tea}}
`

// Whenever an apply is stopped, by Ctrl-C or for good, before a request is
// carried out or after, the journal is right: the next apply makes what is
// missing, and nothing twice.
func TestStopWhileApplying(t *testing.T) {
	t.Parallel()
	tea, err := filepath.Abs("testdata/issues/tea")
	if err != nil {
		t.Fatal(err)
	}
	step := int64(4)
	if testing.Short() {
		step = 11
	}
	for _, s := range []os.Signal{os.Interrupt, os.Kill} {
		for _, after := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, after: %v", s, after), func(t *testing.T) {
				t.Parallel()
				for at := int64(1); at < 28; at += step {
					stopAt(t, tea, at, s, after)
				}
			})
		}
	}
}

func stopAt(t *testing.T, tea string, at int64, s os.Signal, after bool) {
	t.Helper()
	dir := t.TempDir()
	profile := filepath.Join(dir, "tea.yaml")
	if err := os.WriteFile(profile, []byte(teaProfile), 0o600); err != nil {
		t.Fatal(err)
	}
	github := githubtest.New(githubtest.NewState("contoso/tea", githubToken, "host-login", "guest-login"), time.Now)
	var n atomic.Int64
	var process atomic.Pointer[os.Process]
	hs := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1) != at {
			github.ServeHTTP(w, r)
			return
		}
		if after {
			github.ServeHTTP(httptest.NewRecorder(), r)
		}
		_, _ = io.Copy(io.Discard, r.Body) // or it would not see the client go
		_ = process.Load().Signal(s)
		<-r.Context().Done() // the answer never comes
	}))
	defer hs.Close()
	env := []string{"GITHUB_API_URL=" + github.At(hs.URL), "GH_TOKEN=" + githubToken, "XDG_STATE_HOME=" + dir}
	apply := func(args ...string) (int, string) {
		cmd, end := program(t, append([]string{"issues"}, args...)...)
		cmd.Env = append(cmd.Env, env...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		process.Store(cmd.Process)
		return end()
	}
	code, stderr := apply("apply", "-w", tea, profile, "--yes", "--pace", "0")
	if s == os.Interrupt && (code != exitFailed || !strings.Contains(stderr, "signal received")) {
		t.Errorf("stopped at %d: exit code %d, %q", at, code, stderr)
	}
	if code, stderr := apply("apply", "-w", tea, profile, "--yes", "--pace", "0", "--settle", "1s"); code != exitDone {
		t.Errorf("stopped at %d, the next one: exit code %d, %q", at, code, stderr)
	}
	if code, stderr := apply("plan", "-w", tea, profile, "--exit-code"); code != exitDone {
		t.Errorf("stopped at %d, the plan: exit code %d, %q", at, code, stderr)
	}
	state := github.State()
	if len(state.Issues) != 4 {
		t.Errorf("stopped at %d: %d issues", at, len(state.Issues))
	}
	github.Check(t)
}
