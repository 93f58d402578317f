package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/text/width"

	"runbook/output/issues"
)

// issuesProgress shows what goes on: a bar and a countdown on a terminal, one
// line for each long wait elsewhere.
func (a *app) issuesProgress() issues.Reporter {
	switch {
	case a.quiet:
		return issues.Silent{}
	case a.draws():
		return &progressBar{w: a.stderr, columns: terminalWidth(a.stderr), now: time.Now}
	default:
		return &waitLines{w: a.stderr}
	}
}

// terminalWidth asks a terminal how wide it is, each time: it may change.
func terminalWidth(w io.Writer) func() int {
	return func() int { return cmp.Or(columns(w), 80) }
}

// progressBar keeps one line up to date and takes it away at the end.
type progressBar struct {
	w       io.Writer
	columns func() int
	now     func() time.Time
	start   time.Time
	last    string // of the bar, to be shown again after a wait
	drawn   bool
}

const clearLine = "\r\x1b[K"

// Read says what is being read.
func (p *progressBar) Read(what string) {
	if what == "" {
		p.draw(p.last)
		return
	}
	p.draw("reading " + what)
}

// Step draws the bar.
func (p *progressBar) Step(done, total int, what string) {
	if done == total {
		p.last = ""
		p.draw("")
		return
	}
	now := p.now()
	if done == 0 || p.start.IsZero() {
		p.start = now
	}
	left := ""
	if spent := now.Sub(p.start); done > 0 && spent > 3*time.Second {
		left = fmt.Sprintf(", %s left", (spent / time.Duration(done) * time.Duration(total-done)).Round(time.Second))
	}
	const wide = 24
	full := wide * done / max(total, 1)
	p.last = fmt.Sprintf("[%s%s] %d/%d%s %s", strings.Repeat("#", full), strings.Repeat(".", wide-full), done, total, left, what)
	p.draw(p.last)
}

// Wait counts down.
func (p *progressBar) Wait(left time.Duration, why string) {
	if left <= 0 {
		p.draw(p.last)
		return
	}
	p.draw(fmt.Sprintf("waiting %s (Ctrl-C stops): %s", left.Round(time.Second), why))
}

// draw replaces the line. One that wrapped could not be taken away again.
func (p *progressBar) draw(s string) {
	if s == "" && !p.drawn {
		return
	}
	p.drawn = s != ""
	fmt.Fprint(p.w, clearLine+fit(s, p.columns()-1))
}

// fit cuts s to so many columns.
func fit(s string, columns int) string {
	used, cut := 0, 0 // cut: where there is still room for the sign of the cut
	for i, r := range s {
		if used < columns {
			cut = i
		}
		used++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			used++
		}
	}
	if used <= columns {
		return s
	}
	return s[:cut] + "…"
}

// waitLines says once that it waits, for logs.
type waitLines struct {
	w       io.Writer
	waiting bool
}

// Read says nothing.
func (*waitLines) Read(string) {}

// Step says nothing.
func (*waitLines) Step(int, int, string) {}

// Wait says a long wait once.
func (w *waitLines) Wait(left time.Duration, why string) {
	if left <= 0 {
		w.waiting = false
		return
	}
	if !w.waiting && left >= 10*time.Second {
		fmt.Fprintf(w.w, "runbook: waiting %s: %s\n", left.Round(time.Second), why)
	}
	w.waiting = true
}
