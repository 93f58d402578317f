package record

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/sheet"
)

// ErrOther says that a copy does not belong to the profile.
var ErrOther = errors.New("the copy was made from another profile or version")

// Prefer says which side counts where a copy contradicts the record.
type Prefer int

// The ways to settle a contradiction.
const (
	Neither Prefer = iota // it is reported, and nobody should write the record
	TheRecord
	TheCopy
)

// Report is what taking over a copy came to. Each line names what it is about.
type Report struct {
	New, Changed int
	Refused      int      // what contradicts the record, and is kept beside it
	Lines        []string // what was taken over
	Clashes      []string // what contradicts the record, and was not
	Remarks      []string // what the record has and the copy has not, or what is not kept
	Past         []string // what was taken over and is about something that has changed since

	touched, all []*subject
}

// Unkept reports whether the copy has entries that the record would be
// without if the copy were lost.
func (r Report) Unkept() bool { return r.New+r.Changed+len(r.Clashes)+len(r.Remarks) > 0 }

// Take takes over what a filled copy says about the runbook that it is a copy
// of. A copy of another runbook is refused with ErrOther and the reason.
func (s *Store) Take(rb *generator.Runbook, c Copy, from Source, prefer Prefer) (Report, error) {
	return s.TakeFrom(rb, Origin{Runbook: rb}, c, from, prefer)
}

// Origin is what a copy was made from.
type Origin struct {
	Runbook *generator.Runbook // of the profile as it was then, with the workflow of today
	Sheet   *generator.Runbook // that of the copy's role, nil if it has none
}

// Fits reports whether a copy was made from the same profile, with the workflow
// of today or with another version of it.
func (o Origin) Fits(c Copy) bool {
	return c.Digest == o.Runbook.Digest || c.Values != "" && c.Values == o.Runbook.Values && len(c.Texts) > 0
}

// TakeFrom is Take for a copy of the runbook as it was before the profile or
// the workflow changed. What reads the same today counts today; the rest is
// kept under the text that it is about.
func (s *Store) TakeFrom(rb *generator.Runbook, o Origin, c Copy, from Source, prefer Prefer) (Report, error) {
	if err := belongs(o, c); err != nil {
		return Report{}, err
	}
	t := &taking{store: s, copy: c, prefer: prefer, from: from, number: len(s.Copies) + 1, said: said{}, told: map[entryKey]bool{}}
	t.all = subjectsOf(rb, o.Runbook)
	if c.Digest != o.Runbook.Digest {
		today := o.Runbook
		if o.Sheet != nil {
			today = o.Sheet
		}
		t.all = versions(t.all, c.said(), form.Texts(today), c.Digest)
	}
	t.known = slices.ContainsFunc(s.Copies, func(have Source) bool { return have.SHA256 == from.SHA256 })
	if t.known {
		t.number = slices.IndexFunc(s.Copies, func(have Source) bool { return have.SHA256 == from.SHA256 }) + 1
	}
	if !t.known {
		s.Copies = append(s.Copies, from) // entries point at it from now on
	}
	t.bySubject()
	if t.err != nil {
		return Report{}, t.err
	}
	t.people()
	t.deviations()
	if len(c.Unread) > 0 {
		t.Remarks = append(t.Remarks, fmt.Sprintf("What stands in the column %s is not kept, since runbook writes there too; what people wrote belongs into a column %s: items %s", oldNote, sheet.ColumnRemarks, strings.Join(c.Unread, ", ")))
	}
	t.audit()
	switch {
	case t.New+t.Changed+t.Refused > 0:
		s.Workflow, s.ID = rb.Workflow.ID, rb.ID
	case !t.known:
		s.Copies = s.Copies[:t.number-1]
	}
	return t.Report, nil
}

func belongs(o Origin, c Copy) error {
	rb := o.Runbook
	switch {
	case c.ID != "" && c.ID != rb.ID:
		return fmt.Errorf("%w: it belongs to the rollout %q, the profile to %q; if the rollout is the same, write id: %q into the profile", ErrOther, c.ID, rb.ID, c.ID)
	case c.Workflow != "" && c.Workflow != rb.Workflow.ID:
		return fmt.Errorf("%w: it was made with the workflow %q, not %q", ErrOther, c.Workflow, rb.Workflow.ID)
	case !o.Fits(c):
		return fmt.Errorf("%w: its digest is %q, the profile now gives %q; runbook record takes it with --made-from and the profile as it was then, which - reads from standard input, as from git show", ErrOther, c.Digest, rb.Digest)
	}
	return nil
}

// taking is one copy being taken over.
type taking struct {
	Report
	store  *Store
	copy   Copy
	from   Source
	prefer Prefer
	number int  // of the copy in the record
	known  bool // it was read before
	said   said
	told   map[entryKey]bool // what a clash or a remark is about
	err    error
}

// bySubject takes over what is signed and ticked in places of its own.
func (t *taking) bySubject() {
	seen := map[entryKey]bool{}
	for _, sub := range t.all {
		for _, key := range []string{sub.number, sub.key} { // a workbook has the key of a decision
			if seen[entryKey{sub.part.name, key}] {
				continue
			}
			seen[entryKey{sub.part.name, key}] = true
			if v := t.copy.Entries[sub.part.name][key]; v != nil {
				t.merge(sub, v)
			}
		}
	}
	for _, p := range parts {
		for _, key := range slices.SortedFunc(maps.Keys(t.copy.Entries[p.name]), natural) {
			if p.name != "people" && !p.list && !seen[entryKey{p.name, key}] && t.copy.Entries[p.name][key].filled() && t.err == nil {
				t.err = fmt.Errorf("%w: it has %s, the runbook has none", ErrOther, formTitle(p.name, key))
			}
		}
	}
}

// people takes over the table of initials, which is by the initials.
func (t *taking) people() {
	for _, line := range slices.SortedFunc(maps.Keys(t.copy.Entries["people"]), natural) {
		v := maps.Clone(t.copy.Entries["people"][line])
		initials := v["initials"]
		delete(v, "initials")
		if initials != "" {
			t.merge(&subject{part: partNamed("people"), key: initials, title: fmt.Sprintf("Initials %q", initials)}, v)
		} else if v.filled() {
			t.Remarks = append(t.Remarks, fmt.Sprintf("Line %s of the table of initials has none, and is not kept: %s", line, describe(&subject{part: partNamed("people")}, v, nil)))
		}
	}
}

// shows reports whether the copy was printed with an entry.
func (t *taking) shows(e *entry) bool {
	return t.copy.Shown >= 0 && e.filled() && !slices.ContainsFunc(e.copies, func(n int) bool { return n > t.copy.Shown })
}

// isOnlySourceOf reports whether the record says that it has an entry from this
// copy alone. What the copy then does not say, somebody has changed.
func (t *taking) isOnlySourceOf(e *entry) bool {
	return t.known && slices.Equal(e.copies, []int{t.number})
}

// settled reports whether somebody has decided against this copy: whether the
// record has replaced what it says, or refused it.
func (t *taking) settled(sub *subject, e *entry, v Values) bool {
	return slices.ContainsFunc(slices.Concat(e.earlier, e.refused), func(was *entry) bool {
		d := compare(sub.part, was.Values, v)
		return t.known && slices.Contains(was.copies, t.number) && !d.clash && !d.onward && len(d.more) == 0
	})
}

// merge takes over the values of one entry. They are taken together or not
// at all, so that nobody's initials come to stand beside another's work.
func (t *taking) merge(sub *subject, v Values) {
	s, name := t.store, sub.part.name
	old, at := s.at(name, sub.key), entryKey{name, sub.key}
	t.said.add(at, v)
	if v.filled() {
		defer func() {
			if s.at(name, sub.key) != nil && !slices.Contains(t.touched, sub) {
				t.touched = append(t.touched, sub)
			}
		}()
	}
	if sub.past != nil && sub.past.now != nil && sub.item != nil && (&entry{Values: v.given()}).onlyRemark() {
		sub = sub.past.now // whatever the text is
	}
	switch {
	case sub.past != nil && (old == nil || t.store.stale(sub, old) || len(old.Values) == 0):
		t.earlier(sub, v, old)
		return
	case old == nil || len(old.Values) == 0:
		if v.filled() {
			t.put(sub, v, old, false)
		}
		return
	case s.stale(sub, old):
		if v.filled() {
			t.put(sub, v, old, true)
		}
		return
	}
	d := compare(sub.part, old.Values, v)
	gone := t.shows(old) || v.filled() && d.untick || t.isOnlySourceOf(old)
	switch {
	case d.clash && t.prefer != TheCopy && t.settled(sub, old, v):
	case d.clash && t.prefer == Neither:
		from := s.from(old)
		if t.isOnlySourceOf(old) {
			from = "the record, which has it from this copy,"
		}
		t.told[at] = true
		t.Clashes = append(t.Clashes, fmt.Sprintf("%s: %s says %s; %s says %s", sub.title, from, describe(sub, old.Values, nil), t.from.File, describe(sub, v, nil)))
	case d.clash && t.prefer == TheRecord:
		t.told[at] = true
		t.refuse(sub, v, old)
	case d.clash || d.onward, len(d.lost) > 0 && t.prefer == TheCopy && gone:
		t.put(sub, v, old, true)
	case len(d.more) > 0:
		t.add(sub, v, old, d.dated)
	}
	if len(d.lost) > 0 && !d.clash && !d.onward && t.prefer != TheCopy && gone {
		lost := Values{}
		for _, f := range d.lost {
			lost[f] = old.Values[f]
		}
		t.told[at] = true
		t.Remarks = append(t.Remarks, fmt.Sprintf("%s: in the record and not in this copy: %s", sub.title, describe(sub, lost, nil)))
	}
}

// put makes an entry of the values. What was there before is kept under it.
func (t *taking) put(sub *subject, v Values, old *entry, replaced bool) {
	e := &entry{Values: v.given(), about: sub.about, copies: []int{t.number}}
	if old != nil {
		e.earlier, e.pos = old.earlier, old.pos
		e.refused = slices.DeleteFunc(slices.Clone(old.refused), func(r *entry) bool { return slices.Contains(r.copies, t.number) }) // it is taken now
		if replaced {
			before := *old
			before.earlier, before.refused = nil, nil
			e.earlier = append(slices.Clone(e.earlier), &before)
		}
	}
	t.store.put(sub.part.name, sub.key, e)
	line := sub.title + ": " + describe(sub, e.Values, nil)
	if replaced {
		line += ", in place of " + describe(sub, old.Values, nil)
		t.Changed++
	} else {
		t.New++
	}
	t.Lines = append(t.Lines, line)
}

// refuse leaves an entry as it is, and keeps beside it what the copy says.
func (t *taking) refuse(sub *subject, v Values, old *entry) {
	e, no := *old, &entry{Values: v.given(), about: sub.about, copies: []int{t.number}}
	e.refused = append(slices.Clone(old.refused), no)
	t.store.put(sub.part.name, sub.key, &e)
	t.Refused++
	t.Remarks = append(t.Remarks, fmt.Sprintf("%s: the record keeps %s; this copy says %s", sub.title, describe(sub, old.Values, nil), describe(sub, v, nil)))
}

// add adds what an entry has not. What was said of a day that was no date is
// kept under it.
func (t *taking) add(sub *subject, v Values, old *entry, dated []string) {
	e := *old
	if len(dated) > 0 {
		before := *old
		before.earlier, before.refused = nil, nil
		e.earlier = append(slices.Clone(old.earlier), &before)
	}
	e.Values, e.copies = maps.Clone(old.Values), slices.Clone(old.copies)
	if !slices.Contains(e.copies, t.number) {
		e.copies = append(e.copies, t.number)
	}
	if e.about == "" {
		e.about = sub.about
	}
	for _, f := range sub.part.fields {
		switch {
		case v[f.name] == "":
		case f.kind == boxNumbers:
			e.Values[f.name] = joinNumbers(append(numbers(old.Values[f.name]), numbers(v[f.name])...))
		case f.kind == remarks:
			e.Values[f.name] = joinRemarks(old.Values[f.name], v[f.name])
		case old.Values[f.name] == "", slices.Contains(dated, f.name):
			e.Values[f.name] = v[f.name]
		}
	}
	t.store.put(sub.part.name, sub.key, &e)
	t.Changed++
	t.Lines = append(t.Lines, sub.title+": "+describe(sub, e.Values, old.Values))
}
