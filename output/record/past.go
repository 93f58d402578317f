package record

import (
	"fmt"
	"slices"

	"runbook/generator"
)

// past is what is known of a subject of an earlier version of the runbook
// whose text is not today's.
type past struct {
	now *subject // what stands in its place today, nil for nothing
}

// subjectsOf lists what a copy can have entries about: what there was in the
// runbook that it was made from, under the numbers of that, and today's where
// that is the same.
func subjectsOf(rb, was *generator.Runbook) []*subject {
	today := subjects(rb)
	if was == rb {
		return today
	}
	list := subjects(was)
	for i, then := range list {
		j := slices.IndexFunc(today, func(sub *subject) bool { return sub.part == then.part && sub.key == then.key })
		switch {
		case j < 0:
			then.past = &past{}
		case then.about != today[j].about:
			then.past = &past{now: today[j]}
		default:
			same := *today[j]
			same.number = then.number
			list[i] = &same
		}
	}
	return list
}

// earlier takes over an entry about what has changed since. It is kept under the
// text of then, and takes the place of nothing that is about the text of today.
func (t *taking) earlier(sub *subject, v Values, old *entry) {
	switch {
	case !v.filled():
	case old == nil || len(old.Values) == 0:
		t.put(sub, v, old, false)
		t.outdated(sub)
	case sub.past.now != nil && !t.store.stale(sub.past.now, old):
		if !t.settled(sub, old, v) {
			t.refuse(sub, v, old)
		}
	default:
		t.put(sub, v, old, true)
		t.outdated(sub)
	}
}

// outdated says what becomes of an entry about what has changed since.
func (t *taking) outdated(sub *subject) {
	what := "it is not in the runbook any more"
	if sub.past.now != nil {
		what = "it has changed since the copy was made"
		if sub.part.about == "digest" {
			what = "the profile has changed since the copy was made"
		}
	}
	t.Past = append(t.Past, fmt.Sprintf("%s: %s, so the entry is kept and not shown as valid", sub.title, what))
}
