package main

import (
	"fmt"
	"io"
	"time"
)

// progress tells on a terminal how far long work is. It is silent for the
// first half second, and on anything that is no terminal.
type progress struct {
	w     io.Writer // nil: silent
	what  string
	total int
	done  int
	start time.Time
	last  time.Time
}

func (a *app) newProgress(what string, total int) *progress {
	p := &progress{what: what, total: total, start: time.Now()}
	if !a.quiet && total > 1 && a.draws() {
		p.w = a.stderr
	}
	return p
}

// step counts one piece of work and now and then redraws the line.
func (p *progress) step() {
	p.done++
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < 500*time.Millisecond || now.Sub(p.last) < 100*time.Millisecond {
		return
	}
	p.last = now
	fmt.Fprintf(p.w, "\r%s %d of %d", p.what, p.done, p.total)
}

// end takes the line away.
func (p *progress) end() {
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
