package issues

import (
	"context"
	"time"
)

// Clock tells the time and waits. The command line hands in the real one,
// tests one that does not take any.
type Clock interface {
	Now() time.Time
	// Sleep returns early, with the context's error, when it is cancelled.
	Sleep(ctx context.Context, d time.Duration) error
}

// Reporter shows a person what goes on. Its methods are called from one
// goroutine.
type Reporter interface {
	// Read is called before something is read, with its name, and with "" when
	// the reading is over.
	Read(what string)
	// Step is called before each change and, with done equal to total, when no
	// more is made.
	Step(done, total int, what string)
	// Wait is called about every second of a wait, with what is left of it,
	// and once with 0 when it is over.
	Wait(left time.Duration, why string)
}

// Silent is a Reporter that shows nothing.
type Silent struct{}

// Read does nothing.
func (Silent) Read(string) {}

// Step does nothing.
func (Silent) Step(int, int, string) {}

// Wait does nothing.
func (Silent) Wait(time.Duration, string) {}

// countdown waits visibly.
func countdown(ctx context.Context, c Clock, r Reporter, d time.Duration, why string) error {
	for left := d; left > 0; left -= time.Second {
		r.Wait(left, why)
		if err := c.Sleep(ctx, min(left, time.Second)); err != nil {
			return err
		}
	}
	r.Wait(0, why)
	return ctx.Err()
}
