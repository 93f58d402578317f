package record

import (
	"fmt"
	"maps"
	"strings"

	"runbook/generator"
)

// Tracker is what a tracker says of the items, one more source beside the
// record.
type Tracker struct {
	Items  map[string]generator.Tracked // by the keys of the items
	Prefer Prefer                       // what counts where the two contradict each other; the copy is the tracker
}

// ShowWith is Show with what a tracker says. Nothing that people wrote gives way
// to it in silence: where both say that an item is settled, both are shown.
// Where they contradict each other and nobody has said which of them counts,
// there is an error for each, and the runbook is not to be relied on.
func (s *Store) ShowWith(rb *generator.Runbook, tr *Tracker) (notes []string, clashes generator.Problems) {
	if s == nil {
		s = &Store{}
	}
	j := joining{store: s, tracker: tr, ref: &generator.TrackedRef{}}
	joined := *s
	joined.entries = maps.Clone(s.entries)
	items := map[string]*entry{}
	maps.Copy(items, s.entries["items"])
	all := subjects(rb)
	for _, sub := range all {
		k, ok := tr.Items[sub.key]
		if sub.item == nil || !ok {
			continue
		}
		if e := j.item(sub, s.at("items", sub.key), k); e != nil {
			items[sub.key] = e
		}
	}
	rb.Written = nil
	for _, sub := range all {
		if sub.item == nil {
			continue
		}
		j.count(sub, items[sub.key])
		k := tr.Items[sub.key]
		for _, w := range k.Written {
			w.Item, w.Ref = sub.number, k.Ref
			rb.Written = append(rb.Written, w)
		}
	}
	if len(items) > 0 {
		if joined.entries == nil {
			joined.entries = map[string]map[string]*entry{}
		}
		joined.entries["items"] = items
	}
	notes = joined.show(rb)
	if s.Empty() {
		rb.Record = nil
	}
	rb.Tracked = j.ref
	add := func(list []string, what string) {
		if len(list) > 0 {
			notes = append(notes, s.File+": "+what+": "+strings.Join(list, ", "))
		}
	}
	add(j.open, "done or not needed on paper, and still open in the tracker")
	add(j.onward, "an earlier state on paper, and closed in the tracker since")
	add(j.against, "paper and tracker contradict each other, and both are shown, with what is preferred in front")
	return notes, j.clashes
}

// joining is a record being joined with what a tracker says.
type joining struct {
	store   *Store
	tracker *Tracker
	ref     *generator.TrackedRef
	clashes generator.Problems

	open, onward, against []string // numbers of items
}

// item is the entry that tells of an item what both say, nil for that of the
// record.
func (j *joining) item(sub *subject, old *entry, k generator.Tracked) *entry {
	says := generator.UpperFirst(closing(k)) + " (" + k.URL + ")."
	if k.Blocked {
		says = generator.UpperFirst(k.Ref) + " is called blocked (" + k.URL + ")."
	}
	if old == nil || j.store.stale(sub, old) || !old.filled() {
		if k.Status == generator.StatusOpen && !k.Blocked && len(k.Verified) == 0 {
			return nil
		}
		e := &entry{Values: Values{}, about: sub.about, alone: true}
		e.close(k)
		e.block(k)
		e.tick(k)
		if k.Said != "" { // the address is not in the evidence
			e.aside = []string{says}
		}
		if old != nil && j.store.stale(sub, old) {
			e.Values["remark"] = old.Values["remark"]
			e.Values = e.given()
			e.stale, e.against = old, []string{j.store.staleNote(sub, old)}
		}
		return e
	}
	e := *old
	e.Values, e.aside = maps.Clone(old.Values), nil
	switch status := generator.Status(old.Values["status"]); {
	case !k.Closed():
		e.tick(k)
		switch {
		case settled(string(status)):
			e.against = []string{generator.UpperFirst(k.Ref) + " is still open (" + k.URL + ")."}
			j.open = append(j.open, sub.item.Number)
		case k.Blocked && status == generator.StatusBlocked:
			e.aside = []string{says}
		case k.Blocked:
			e.block(k)
			e.login, e.aside = true, []string{says}
			if !old.onlyRemark() {
				e.aside = append(e.aside, "On paper before: "+describe(sub, old.Values, e.Values)+".")
			}
		}
	case status == k.Status, status == generator.StatusOpen:
		e.Values["status"] = string(k.Status)
		e.fill(k)
		e.tick(k)
		e.aside = []string{says}
	case overtaken(old.Values, k):
		evidence := old.Values["evidence"]
		e.close(k)
		e.tick(k)
		if evidence != "" && status != generator.StatusBlocked {
			e.Values["evidence"] = evidence
		}
		e.aside = []string{says, "On paper before: " + describe(sub, old.Values, nil) + "."}
		j.onward = append(j.onward, sub.item.Number)
	case j.tracker.Prefer == TheRecord:
		e.against = []string{"Contradicted: " + closing(k) + " (" + k.URL + ")."}
		j.against = append(j.against, sub.item.Number)
	case j.tracker.Prefer == TheCopy:
		e.close(k)
		e.tick(k)
		e.aside, e.against = []string{says}, []string{"Contradicted on paper: " + describe(sub, old.Values, nil) + "."}
		j.against = append(j.against, sub.item.Number)
	default:
		j.clashes = append(j.clashes, generator.Problem{Pos: old.pos, Message: fmt.Sprintf("%s: the record says %s; %s", sub.title, describe(sub, old.Values, nil), closing(k))})
	}
	return &e
}

// overtaken reports whether a state that paper tells of is an earlier one: work
// goes on until it is closed. What is blocked is settled by nothing but a later
// day.
func overtaken(v Values, k generator.Tracked) bool {
	status := generator.Status(v["status"])
	switch {
	case settled(v["status"]):
		return false
	case isDate(v["date"]) && k.Date != "":
		return v["date"] <= k.Date
	}
	return status == generator.StatusInProgress || status == generator.StatusWaiting
}

// closing says who closed an item in the tracker.
func closing(k generator.Tracked) string {
	s := k.Ref + " was closed as " + inWords(string(k.Status))
	if k.By != "" {
		s += " by " + k.By
	}
	if k.Date != "" {
		s += " on " + k.Date
	}
	return s
}

// proof is what a tracker has in place of evidence or a reason: what was said
// last, else its address.
func proof(k generator.Tracked) string {
	if k.Said == "" {
		return k.URL
	}
	return k.Said + ", " + k.Ref
}

// close makes an entry say what the tracker says, if the item is closed there.
func (e *entry) close(k generator.Tracked) {
	if k.Closed() {
		e.Values = Values{"status": string(k.Status), "by": k.By, "date": k.Date, "evidence": proof(k), "verified": e.Values["verified"], "remark": e.Values["remark"]}.given()
		e.login = true
	}
}

// block makes an entry say that the item is blocked, if the tracker calls it so.
// Who did that, and on which day, it does not tell.
func (e *entry) block(k generator.Tracked) {
	if k.Blocked {
		e.Values = Values{"status": string(generator.StatusBlocked), "evidence": proof(k), "verified": e.Values["verified"], "remark": e.Values["remark"]}.given()
	}
}

// fill gives an entry what nobody wrote on paper: who did it and when together,
// so that nobody's initials come to stand beside another's day.
func (e *entry) fill(k generator.Tracked) {
	if e.Values["by"] == "" && e.Values["date"] == "" {
		e.Values["by"], e.Values["date"], e.login = k.By, k.Date, true
	}
	if e.Values["evidence"] == "" {
		e.Values["evidence"] = proof(k)
	}
	e.Values = e.given()
}

// tick adds the checks that are ticked in the tracker.
func (e *entry) tick(k generator.Tracked) {
	if ticked := joinNumbers(append(numbers(e.Values["verified"]), k.Verified...)); ticked != "" {
		e.Values["verified"] = ticked
	}
}

// count notes who says that an item is settled.
func (j *joining) count(sub *subject, e *entry) {
	if e == nil || j.store.stale(sub, e) || !settled(e.Values["status"]) {
		return
	}
	old := j.store.at("items", sub.key)
	paper := old != nil && !j.store.stale(sub, old) && old.Values["status"] == e.Values["status"]
	tracker := string(j.tracker.Items[sub.key].Status) == e.Values["status"]
	switch {
	case paper && tracker:
		j.ref.Both++
	case paper:
		j.ref.Record++
	default:
		j.ref.Tracker++
	}
}
