package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/form"
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

// versions makes what another version of the workflow says otherwise a thing of
// the past. What is said today is what today's form of the copy's kind has.
func versions(list []*subject, said, today []form.Text, digest string) []*subject {
	now := map[entryKey]string{}
	for _, t := range today {
		now[entryKey{t.Part, t.Key}] = t.Digest
	}
	var out []*subject
	for _, t := range said {
		then := gone(t)
		i := slices.IndexFunc(list, func(sub *subject) bool { return sub.part.name == t.Part && sub.key == t.Key })
		switch {
		case i < 0:
		case now[entryKey{t.Part, t.Key}] == t.Digest:
			same := *list[i]
			same.number, then = t.Number, &same
		default:
			then.title, then.item, then.phase, then.past.now = list[i].title, list[i].item, list[i].phase, list[i].today()
		}
		out = append(out, then)
	}
	for _, sub := range list { // what has no text of its own
		switch sub.part.about {
		case "":
			out = append(out, sub)
		case "digest":
			then := *sub
			then.about, then.past = digest, &past{now: sub.today()}
			out = append(out, &then)
		}
	}
	return out
}

// gone is what a copy has entries about and no runbook knows any more: all that
// is known of it is what the copy calls it.
func gone(t form.Text) *subject {
	sub := &subject{part: partNamed(t.Part), key: t.Key, number: t.Number, title: generator.UpperFirst(formTitle(t.Part, t.Number)) + " (" + t.Key + ")", about: t.Digest, past: &past{}}
	number, _, _ := strings.Cut(t.Number, ".")
	phase, _ := strconv.Atoi(number)
	switch t.Part {
	case "items":
		sub.item = &generator.Item{Key: t.Key, Number: t.Number, Phase: phase}
	case "gates":
		sub.phase = &generator.Phase{ID: t.Key, Number: phase}
	case "decisions": // an entry is about the value
		sub.about = "another value, of the digest " + t.Digest
	}
	return sub
}

// today is what stands in the place of a subject today, nil for nothing.
func (sub *subject) today() *subject {
	if sub.past != nil {
		return sub.past.now
	}
	return sub
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
			what = "the profile or the workflow has changed since the copy was made"
		}
	}
	t.Past = append(t.Past, fmt.Sprintf("%s: %s, so the entry is kept and not shown as valid", sub.title, what))
}
