package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
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
	options := issues.Options{
		Server: server, Clock: wallClock{}, Report: a.progress(),
		Pace: o.pace, Settle: o.settle, Renamed: o.renamed, Nonce: nonce(),
	}
	dir, err := a.stateDir()
	if err != nil {
		return nil, err
	}
	options.Journal = issues.JournalPath(dir, server, rb.Tracking.Repository, rb.ID)
	// What is wrong with the runbook itself is said before a token is asked for.
	if t, err := issues.Open(rb, options); err != nil {
		return nil, err
	} else if err := t.Close(); err != nil {
		return nil, err
	}
	if options.Token, err = issues.FindToken(ctx, server, issues.Environment{Get: a.getenv, GH: ghToken}); err != nil {
		return nil, err
	}
	return issues.Open(rb, options)
}

// ghToken asks GitHub's own command line, if it is there.
func ghToken(ctx context.Context, host string) (string, error) {
	path, err := exec.LookPath("gh")
	if err != nil {
		return "", err
	}
	out, err := exec.CommandContext(ctx, path, "auth", "token", "--hostname", host).Output()
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

// progress shows what goes on: a bar and a countdown on a terminal, one line
// for each long wait elsewhere.
func (a *app) progress() issues.Reporter {
	switch {
	case a.quiet:
		return issues.Silent{}
	case isTerminal(a.stderr) && a.getenv("TERM") != "dumb":
		return &progressBar{a: a}
	default:
		return &waitLines{a: a}
	}
}

type progressBar struct {
	a     *app
	last  string // of the bar, to be shown again after a wait
	drawn bool
}

const clearLine = "\r\x1b[K"

func (p *progressBar) Step(done, total int, what string) {
	if done == total {
		p.draw("")
		return
	}
	const wide = 24
	full := wide * done / max(total, 1)
	p.last = fmt.Sprintf("[%s%s] %d/%d %s", strings.Repeat("#", full), strings.Repeat(".", wide-full), done, total, short(what, 70))
	p.draw(p.last)
}

func (p *progressBar) Wait(left time.Duration, why string) {
	if left <= 0 {
		p.draw(p.last)
		return
	}
	p.draw(fmt.Sprintf("waiting %s: %s (Ctrl-C stops; run it again to go on)", left.Round(time.Second), short(why, 60)))
}

func (p *progressBar) draw(s string) {
	if s == "" && !p.drawn {
		return
	}
	p.drawn = s != ""
	fmt.Fprint(p.a.stderr, clearLine+s)
}

func short(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// waitLines says once that it waits, for logs.
type waitLines struct {
	a       *app
	waiting bool
}

func (*waitLines) Step(int, int, string) {}

func (w *waitLines) Wait(left time.Duration, why string) {
	if left <= 0 {
		w.waiting = false
		return
	}
	if !w.waiting && left >= 10*time.Second {
		fmt.Fprintf(w.a.stderr, "runbook: waiting %s: %s\n", left.Round(time.Second), why)
	}
	w.waiting = true
}
