package record

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// Show puts what the record holds into a runbook. It returns what whoever
// renders it should know: work that was done for another profile or workflow.
func (s *Store) Show(rb *generator.Runbook) []string {
	if s.Empty() {
		return nil
	}
	return s.show(rb)
}

func (s *Store) show(rb *generator.Runbook) []string {
	var changed, left []string
	rb.Doubts = nil
	all := subjects(rb)
	shown := map[string]bool{}
	for _, sub := range all {
		e := s.at(sub.part.name, sub.key)
		if e == nil {
			continue
		}
		shown[sub.key] = true
		v := e.Values
		told := s.tell(sub, e, all, rb.Date)
		if told.doubt != "" {
			rb.Doubts = append(rb.Doubts, generator.Doubt{About: generator.UpperFirst(short(sub)), Note: told.doubt})
		}
		if s.stale(sub, e) {
			v = Values{}
			if sub.item != nil {
				v["remark"] = e.Values["remark"] // it says nothing of how far the item is
			}
		}
		if s.stale(sub, e) || e.stale != nil && !settled(v["status"]) {
			changed = append(changed, short(sub))
		}
		sub.show(v, told.note)
	}
	if rb.Role == "" {
		for _, key := range s.keys(partNamed("items")) {
			if !shown[key] {
				left = append(left, key)
			}
		}
	}
	s.showLists(rb)
	rb.Doubts = append(rb.Doubts, s.listDoubts(all, rb)...)
	for _, c := range s.Copies {
		if c.Altered > 0 {
			rb.Doubts = append(rb.Doubts, generator.Doubt{About: "Copy " + c.File, Note: "Its words were not those of the runbook in " + words.Count(c.Altered, "place") + "."})
		}
	}
	for _, key := range left {
		did := generator.UpperFirst(s.did(s.at("items", key)))
		rb.Doubts = append(rb.Doubts, generator.Doubt{About: key, Note: did + ", and not in this runbook any more."})
	}
	rb.Record = &generator.RecordRef{File: filepath.Base(s.File), Digest: s.digest, Copies: len(s.Copies)}
	for _, c := range s.Copies {
		rb.Record.Sources = append(rb.Record.Sources, generator.RecordSource{File: c.File, SHA256: c.SHA256, Read: c.Read})
	}
	var notes []string
	if len(changed) > 0 {
		notes = append(notes, fmt.Sprintf("%s: recorded for another version of the profile or the workflow, and changed since, so not shown as done: %s", s.File, strings.Join(changed, ", ")))
	}
	if len(left) > 0 {
		notes = append(notes, fmt.Sprintf("%s: recorded, and not in this runbook any more: %s", s.File, strings.Join(left, ", ")))
	}
	return notes
}

// short names a subject in a list of several.
func short(sub *subject) string {
	if sub.item != nil {
		return sub.item.Number
	}
	return generator.LowerFirst(sub.title)
}

// stale reports whether an entry is about something that has changed since.
// A remark on an item says nothing that could be out of date.
func (s *Store) stale(sub *subject, e *entry) bool {
	return e.about != "" && e.about != sub.about && e.about != sub.exact && (sub.item == nil || !e.onlyRemark())
}

// told is what to say of an entry.
type told struct {
	note  string // beside it
	doubt string // of that, and of what there is no room for beside it, what an auditor looks at
}

// tell says what to know before relying on an entry.
func (s *Store) tell(sub *subject, e *entry, all []*subject, today string) told {
	if s.stale(sub, e) {
		note := s.staleNote(sub, e)
		return told{note, note}
	}
	var notes, doubts []string
	src := s.source(e)
	switch {
	case src == nil && e.filled() && !e.alone:
		doubts = append(doubts, "Written into the record by hand.")
	case src != nil && sub.item != nil && src.Digest != s.current(all):
		notes = append(notes, fmt.Sprintf("Recorded under the digest %s; the item reads the same since.", src.Digest))
	}
	notes = slices.Concat(notes, doubts, e.aside)
	late := len(doubts)
	doubts = append(doubts, e.against...)
	for _, was := range e.earlier {
		if status := was.Values["status"]; status != "" && !settled(status) {
			continue // the work went on from there
		}
		doubts = append(doubts, "Recorded before, and replaced: "+describe(sub, was.Values, nil)+".")
	}
	for _, no := range e.refused {
		doubts = append(doubts, "Not taken from "+s.from(no)+": "+describe(sub, no.Values, nil)+".")
	}
	t := told{note: strings.Join(slices.Concat(notes, doubts[late:]), " ")}
	if d := s.doubts(sub, e, all, today); len(d) > 0 {
		incomplete := "Record incomplete: " + strings.Join(d, ", ") + "."
		doubts = append(doubts, incomplete)
		if sub.besides() {
			t.note = strings.TrimSpace(t.note + " " + incomplete)
		}
	}
	t.doubt = strings.Join(doubts, " ")
	return t
}

// staleNote tells of an entry that is about something that has changed since.
func (s *Store) staleNote(sub *subject, e *entry) string {
	did := generator.UpperFirst(s.did(e))
	src := s.source(e)
	if src == nil {
		return did + ", and what it is about has changed since: check again."
	}
	what := "what it is about"
	if sub.item != nil {
		what = "the item"
	}
	if sub.part.about == "digest" {
		what = "the profile or the workflow"
	}
	return fmt.Sprintf("%s under the digest %s; %s has changed since: check again.", did, src.Digest, what)
}

// current is the digest of the runbook whose subjects these are.
func (s *Store) current(all []*subject) string {
	for _, sub := range all {
		if sub.part.about == "digest" {
			return sub.about
		}
	}
	return ""
}

// did says in a few words what an entry tells.
func (s *Store) did(e *entry) string {
	what := "recorded"
	switch {
	case e.Values["status"] != "":
		what = inWords(e.Values["status"])
	case e.Values["confirmed"] != "":
		what = "confirmed"
	case e.Values["name"]+e.Values["signature"] != "":
		what = "signed"
	}
	for _, f := range []string{"by", "name", "signature"} {
		if v := e.Values[f]; v != "" {
			what += " by " + v
			break
		}
	}
	if v := e.Values["date"]; v != "" {
		what += " on " + v
	}
	return what
}

// listDoubts is what to know of the initials and the deviations.
func (s *Store) listDoubts(all []*subject, rb *generator.Runbook) []generator.Doubt {
	var list []generator.Doubt
	for _, name := range []string{"people", "deviations"} {
		p := partNamed(name)
		for _, key := range s.keys(p) {
			sub := &subject{part: p, key: key, title: generator.UpperFirst(p.what) + " " + key}
			if told := s.tell(sub, s.at(name, key), all, rb.Date); told.doubt != "" {
				list = append(list, generator.Doubt{About: sub.title, Note: told.doubt})
			}
		}
	}
	return list
}

// showLists puts the initials and the deviations into a runbook. Items are
// called by their numbers again.
func (s *Store) showLists(rb *generator.Runbook) {
	rb.Signers, rb.Deviations = nil, nil
	for _, key := range s.keys(partNamed("people")) {
		v := s.at("people", key).Values
		rb.Signers = append(rb.Signers, generator.Signer{Initials: key, Name: v["name"], Role: v["role"], Specimen: v["specimen"]})
	}
	numbers := map[string]string{}
	for _, it := range rb.Items() {
		numbers[it.Key] = it.Number
	}
	for _, key := range s.keys(partNamed("deviations")) {
		v := s.at("deviations", key).Values
		item := v["item"]
		if n := numbers[item]; n != "" {
			item = n
		}
		rb.Deviations = append(rb.Deviations, generator.Deviation{Item: item, What: v["what"], Why: v["why"], AgreedBy: v["agreed_by"], Date: v["date"]})
	}
}
