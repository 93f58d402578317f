package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"runbook/generator"
	"runbook/output/issues"
)

// tracker opens the repository that a runbook names, with the token of the
// environment.
func (a *app) tracker(ctx context.Context, rb *generator.Runbook, o issuesOptions) (*issues.Tracker, error) {
	server, err := issues.FindServer(rb.Tracking.URL, a.getenv("GITHUB_API_URL"))
	if err != nil {
		return nil, err
	}
	if o.pace < 0 {
		return nil, usage("--pace %v: a pause is no less than 0", o.pace)
	}
	if o.pace == 0 && !server.Loopback() {
		return nil, usage("--pace 0 is for tests on this computer; GitHub asks for a second between writes")
	}
	options := issues.Options{
		Server: server, Clock: wallClock{}, Report: a.issuesProgress(),
		Pace: o.pace, Settle: o.settle, Renamed: o.renamed, Nonce: nonce(), Since: o.since,
	}
	dir, err := a.stateDir()
	if err != nil {
		return nil, err
	}
	options.Journal = issues.JournalPath(dir, server, rb.Tracking.Repository, rb.ID)
	// What is wrong with the runbook itself is said before a token is asked for.
	t, err := issues.Open(rb, options)
	if err != nil {
		return nil, err
	}
	token, err := issues.FindToken(ctx, server, issues.Environment{Get: a.getenv, GH: ghToken})
	if err != nil {
		return nil, errors.Join(err, t.Close())
	}
	t.SignIn(token)
	return t, nil
}

// ghPatience is how long GitHub's own command line may take to say the token.
const ghPatience = 15 * time.Second

// ghToken asks GitHub's own command line, if it is there.
func ghToken(ctx context.Context, host string) (string, error) {
	path, err := exec.LookPath("gh")
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, ghPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, "auth", "token", "--hostname", host)
	cmd.WaitDelay = time.Second // for what it has started itself
	out, err := cmd.Output()
	return strings.TrimSpace(string(out)), err
}

// stateDir is where journals are kept.
func (a *app) stateDir() (string, error) {
	if dir := a.getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	switch runtime.GOOS {
	case "windows":
		if dir := a.getenv("LocalAppData"); dir != "" {
			return dir, nil
		}
	case "darwin":
		if home := a.getenv("HOME"); home != "" {
			return filepath.Join(home, "Library", "Application Support"), nil
		}
	default:
		if home := a.getenv("HOME"); filepath.IsAbs(home) {
			return filepath.Join(home, ".local", "state"), nil
		}
	}
	return "", errors.New("there is no directory for the journal: set XDG_STATE_HOME")
}

// nonce names this run in the lock.
func nonce() string {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// wallClock is the real time.
type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

func (wallClock) Sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
