package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/ooxml"
)

// Store is what is known of the work done in one rollout, collected from
// filled copies and by hand. It is kept as YAML beside the profile, by the
// keys of the items, so that it outlives a change of the profile.
type Store struct {
	File     string // for messages
	Workflow string
	ID       string
	Copies   []Source

	digest  string                       // over the file
	entries map[string]map[string]*entry // by part and key; lists have the numbers from 1 as keys
	said    map[int]said                 // what the copies say that were read since, by number
}

// Source is a copy that entries were read from.
type Source struct {
	File     string // where it was, relative to the record
	SHA256   string
	Digest   string // of the runbook that it is a copy of
	Workflow string // version of the workflow then
	Revision string
	Role     string
	Read     string // the day it was read, YYYY-MM-DD
	Altered  int    // places in which its words were not those of the runbook
}

// entry is what is known of one thing. None of its values is "".
type entry struct {
	Values
	about   string   // what identified the thing at the time
	copies  []int    // numbers of the copies it was read from; none where it was written by hand
	earlier []*entry // what it replaced, oldest first
	refused []*entry // what copies said against it that somebody decided not to take, oldest first
	pos     generator.Pos

	// What follows is of an entry that is joined with what a tracker says, and
	// stands in no file.
	aside, against []string // sentences to say beside it; what speaks against it
	alone          bool     // nothing of it is in the record
	login          bool     // who did it is called by a login, not by initials
	stale          *entry   // what the record has of an earlier version of the item
}

// onlyRemark reports whether an entry says nothing of how far an item is.
func (e *entry) onlyRemark() bool { return len(e.Values) == 1 && e.Values["remark"] != "" }

// Belongs reports, as an error, that the record is one of another rollout or
// workflow. One written by hand may not say whose it is.
func (s *Store) Belongs(rb *generator.Runbook) error {
	switch {
	case s == nil:
	case s.Workflow != "" && s.Workflow != rb.Workflow.ID:
		return fmt.Errorf("%s is a record of the workflow %q, the profile is one of %q: move the record away", s.File, s.Workflow, rb.Workflow.ID)
	case s.ID != "" && s.ID != rb.ID:
		return fmt.Errorf("%s is the record of the rollout %q, the profile is that of %q: move the record away, or write id: %q into the profile if the rollout is the same", s.File, s.ID, rb.ID, s.ID)
	}
	return nil
}

// Empty reports whether there is no record.
func (s *Store) Empty() bool { return s == nil || s.digest == "" && len(s.entries) == 0 }

// Knows reports whether entries were read from a copy with this checksum.
func (s *Store) Knows(sha256 string) bool {
	return slices.ContainsFunc(s.Copies, func(c Source) bool { return c.SHA256 == sha256 })
}

func (s *Store) at(part, key string) *entry { return s.entries[part][key] }

func (s *Store) put(part, key string, e *entry) {
	if s.entries == nil {
		s.entries = map[string]map[string]*entry{}
	}
	if s.entries[part] == nil {
		s.entries[part] = map[string]*entry{}
	}
	s.entries[part][key] = e
}

// keys lists the keys of a part in order.
func (s *Store) keys(p *part) []string {
	return slices.SortedFunc(maps.Keys(s.entries[p.name]), func(a, b string) int {
		m, errM := strconv.Atoi(a)
		n, errN := strconv.Atoi(b)
		if p.list && errM == nil && errN == nil {
			return cmp.Compare(m, n)
		}
		return cmp.Compare(a, b)
	})
}

// source is the copy that an entry was last read from, nil for none.
func (s *Store) source(e *entry) *Source {
	if len(e.copies) == 0 {
		return nil
	}
	return &s.Copies[e.copies[len(e.copies)-1]-1]
}

// from names where an entry comes from.
func (s *Store) from(e *entry) string {
	if src := s.source(e); src != nil {
		return src.File
	}
	return "the record"
}

// Unknown finds entries about things that the workflow does not have; known
// lists the keys there are by part.
func (s *Store) Unknown(known map[string][]string) generator.Problems {
	var ps generator.Problems
	for _, p := range parts {
		list, ok := known[p.name]
		if !ok {
			continue
		}
		for _, key := range s.keys(p) {
			if !slices.Contains(list, key) {
				hint := "it is shown nowhere; the work that it tells of is not lost, but nobody sees it"
				if near := generator.Nearest(key, list); near != "" {
					hint = "did you mean " + strconv.Quote(near) + "? Else " + hint
				}
				ps = append(ps, generator.Problem{
					Pos: s.at(p.name, key).pos, Severity: generator.Warn, Message: "the workflow has no " + p.what + " " + strconv.Quote(key), Hint: hint,
				})
			}
		}
	}
	return ps.Sorted()
}

// digestOf is what identifies data.
func digestOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:12]
}

// Clone returns a record that can be changed without changing this one.
func (s *Store) Clone() (*Store, error) {
	data, err := s.Marshal()
	if err != nil {
		return nil, err
	}
	again, ps := ParseStore(s.File, data)
	return again, ps.Err()
}

// Untouched reports whether a file is as a format wrote it: whether nobody
// has saved it since.
func Untouched(data []byte) bool { return form.Sealed(data) || ooxml.Sealed(data) }
