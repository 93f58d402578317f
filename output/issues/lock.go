package issues

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"
)

// GitHub has no lock and no request that is carried out only once, but it has
// names that are unique: of two requests to create the same label one fails.
// So a label is the lock. It exists while an apply makes issues or comments,
// which are the only things that could be made twice; its description says
// which run has it and since when.
//
// A run that is killed leaves its lock behind. The same computer knows it by
// the journal and takes it over at once. Any other waits until neither the lock
// nor the newest issue of the rollout is younger than the time for which lost
// answers are looked for: that is also how long a list may lag behind.

// lock is what a Tracker knows about the lock.
type lock struct {
	held      bool
	confirmed time.Time // when it was last seen to be ours, by the server's clock
}

const lockPoll = 5 * time.Second

// takeover is the time in which two runs that both take over a dead lock see
// each other's name in it.
const takeover = 2 * time.Second

func (t *Tracker) lockLabel() Label {
	return Label{
		Name:        lockLabel(t.rb.ID),
		Color:       lockColor,
		Description: fmt.Sprintf("an apply is running: %s %s", t.o.Nonce, t.api.wire.now().UTC().Format(time.RFC3339)),
	}
}

// holder reads the lock's description.
func holder(l Label) (nonce string, since time.Time) {
	f := strings.Fields(l.Description)
	if len(f) < 2 {
		return "", time.Time{}
	}
	since, _ = time.Parse(time.RFC3339, f[len(f)-1])
	return f[len(f)-2], since
}

// take takes the lock, and waits for another apply to give it back. waited is
// true if it did: the tracker is no longer what was planned for.
func (t *Tracker) take(ctx context.Context) (waited bool, err error) {
	if t.lock.held {
		return false, nil
	}
	if err := t.journal.add(entry{Time: t.o.Clock.Now(), Op: opLock, Nonce: t.o.Nonce}); err != nil {
		return false, err
	}
	for refused := 0; ; {
		err := t.api.createLabel(ctx, t.lockLabel())
		if err == nil {
			t.confirm()
			return waited, nil
		}
		if !isLost(err) && status(err) != http.StatusUnprocessableEntity {
			return waited, err
		}
		l, there, lerr := t.api.label(ctx, lockLabel(t.rb.ID))
		if lerr != nil {
			return waited, lerr
		}
		if !there { // given back just now, or refused for another reason
			if refused++; refused == 3 {
				return waited, err
			}
			continue
		}
		mine, err := t.takeOver(ctx, l)
		if err != nil {
			return waited, err
		}
		if mine {
			return waited, nil
		}
		waited = true
		if err := countdown(ctx, t.o.Clock, t.o.Report, min(lockPoll, max(t.o.Settle, time.Second)), "another apply of "+t.rb.ID+" is running"); err != nil {
			return waited, err
		}
	}
}

// takeOver takes a lock that is ours or dead.
func (t *Tracker) takeOver(ctx context.Context, l Label) (mine bool, err error) {
	nonce, since := holder(l)
	if nonce == t.o.Nonce {
		t.confirm()
		return true, nil
	}
	if t.journal.knows(nonce) {
		// An earlier run of this computer; the journal's own lock says that
		// it is not running any more.
		if err := t.api.updateLabel(ctx, t.lockLabel()); err != nil {
			return false, err
		}
		t.confirm()
		return true, nil
	}
	if t.api.wire.now().Sub(since) < t.o.Settle {
		return false, nil
	}
	newest, err := t.api.newest(ctx, rolloutLabel(t.rb.ID))
	if err != nil {
		return false, err
	}
	if len(newest) > 0 && t.api.wire.now().Sub(newest[0].GetCreatedAt().Time) < t.o.Settle {
		return false, nil
	}
	if err := t.api.updateLabel(ctx, t.lockLabel()); err != nil {
		return false, err
	}
	if err := countdown(ctx, t.o.Clock, t.o.Report, takeover, "taking over from an apply that was interrupted"); err != nil {
		return false, err
	}
	l, there, err := t.api.label(ctx, lockLabel(t.rb.ID))
	if err != nil || !there {
		return false, err
	}
	if nonce, _ := holder(l); nonce != t.o.Nonce {
		return false, nil
	}
	t.confirm()
	return true, nil
}

// stale tells whether a lock that is there when a plan is made was left behind:
// by a run of this computer, or by one of which nothing has been seen for as
// long as a list may lag. Such a run may be waiting for a limit to pass; it
// looks for its lock before it goes on.
func (t *Tracker) stale(have *Observed) bool {
	l, there := have.label(lockLabel(t.rb.ID))
	if !there {
		return false
	}
	nonce, since := holder(l)
	if nonce == t.o.Nonce {
		return false
	}
	for _, is := range have.Issues {
		if is.Created.After(since) {
			since = is.Created
		}
	}
	return t.journal.knows(nonce) || t.api.wire.now().Sub(since) >= t.o.Settle
}

// abandoned looks once more before a lock of somebody else is taken away.
func (t *Tracker) abandoned(ctx context.Context) bool {
	l, there, err := t.api.label(ctx, lockLabel(t.rb.ID))
	if err != nil || !there {
		return false
	}
	nonce, since := holder(l)
	return t.journal.knows(nonce) || t.api.wire.now().Sub(since) >= t.o.Settle
}

func (t *Tracker) confirm() {
	t.lock.held, t.lock.confirmed = true, t.api.wire.now()
}

// stillHeld makes sure, before something is made that must not be made twice,
// that nobody took the lock over while this run waited for a limit to pass.
func (t *Tracker) stillHeld(ctx context.Context) error {
	if t.api.wire.now().Sub(t.lock.confirmed) <= max(t.o.Settle, 2*lockPoll)/2 {
		return nil
	}
	l, there, err := t.api.label(ctx, lockLabel(t.rb.ID))
	if err != nil {
		return err
	}
	if nonce, _ := holder(l); !there || nonce != t.o.Nonce {
		t.lock.held = false
		return Problems{{
			Message: "another apply of " + t.rb.ID + " took over while this one waited",
			Hint:    "run apply again when it is done",
		}}
	}
	t.confirm()
	return nil
}

// release gives the lock back.
func (t *Tracker) release(ctx context.Context) error {
	t.lock.held = false
	if err := t.api.deleteLabel(ctx, lockLabel(t.rb.ID)); err != nil {
		return err
	}
	return t.journal.add(entry{Time: t.o.Clock.Now(), Op: opUnlock, Nonce: t.o.Nonce})
}

var errBusy = errors.New("another apply of this rollout is running on this computer")

// openJournal takes the journal, and waits for another apply of the same
// rollout on this computer. waited is true if it did.
func (t *Tracker) openJournal(ctx context.Context) (waited bool, err error) {
	for {
		busy, err := t.journal.open()
		if err != nil {
			return waited, err
		}
		if !busy {
			return waited, nil
		}
		waited = true
		if err := countdown(ctx, t.o.Clock, t.o.Report, time.Second, errBusy.Error()); err != nil {
			return waited, err
		}
	}
}
