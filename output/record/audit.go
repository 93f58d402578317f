package record

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"runbook/generator"
)

// entryKey is where a record has an entry.
type entryKey struct{ part, key string }

// said is what one copy says, by the entries that it is about.
type said map[entryKey]Values

func (s said) add(at entryKey, v Values) {
	if s[at] == nil {
		s[at] = Values{}
	}
	maps.Copy(s[at], v)
}

// audit finds what the record says to have from this copy, and what neither this
// copy nor another one says that the entry names: somebody has changed it since.
// Of an entry that several copies made it can tell when all of them were read.
func (t *taking) audit() {
	s := t.store
	if s.said == nil {
		s.said = map[int]said{}
	}
	s.said[t.number] = t.said
	for _, p := range parts {
		for _, key := range s.keys(p) {
			at := entryKey{p.name, key}
			now := s.at(p.name, key)
			for i, e := range slices.Concat([]*entry{now}, now.earlier, now.refused) {
				v := s.unsaid(p, at, e)
				if !v.filled() || !slices.Contains(e.copies, t.number) || e == now && t.told[at] {
					continue
				}
				where := "in the record"
				switch {
				case i > len(now.earlier):
					where += " as refused"
				case i > 0:
					where += " as replaced"
				}
				sub := t.subject(p, key)
				t.Remarks = append(t.Remarks, fmt.Sprintf("%s: %s and not in %s: %s", sub.title, where, theCopies(len(e.copies)), describe(sub, v, nil)))
			}
		}
	}
}

// Unaudited says what reading some of its copies again, by their checksums, tells
// nothing about: what the record has from others, and what it has from none.
func (s *Store) Unaudited(read []string) []string {
	var list []string
	for _, c := range s.Copies {
		if !slices.Contains(read, c.SHA256) {
			list = append(list, fmt.Sprintf("%s (sha256 %s…) was not read again: what the record has from it is not audited", c.File, c.SHA256[:min(12, len(c.SHA256))]))
		}
	}
	hand := 0
	for _, p := range parts {
		for _, key := range s.keys(p) {
			if e := s.at(p.name, key); e.filled() && len(e.copies) == 0 {
				hand++
			}
		}
	}
	switch {
	case hand == 1:
		list = append(list, "1 entry is from no copy: it was written by hand")
	case hand > 1:
		list = append(list, fmt.Sprintf("%d entries are from no copy: they were written by hand", hand))
	}
	return list
}

func theCopies(n int) string {
	if n == 1 {
		return "this copy"
	}
	return "any of the copies that it names"
}

// subject is what an entry is about.
func (t *taking) subject(p *part, key string) *subject {
	for _, sub := range t.all {
		if sub.part == p && sub.key == key {
			return sub
		}
	}
	name := strconv.Quote(key)
	if p.list {
		name = key
	}
	return &subject{part: p, key: key, title: generator.UpperFirst(p.what) + " " + name}
}

// unsaid are the values of an entry that none of its copies says; nothing while
// one of them was not read.
func (s *Store) unsaid(p *part, at entryKey, e *entry) Values {
	out := Values{}
	for _, f := range p.fields {
		value, backed := e.Values[f.name], false
		var boxes []int
		var pieces []string // of a remark that several made
		for _, n := range e.copies {
			if s.said[n] == nil {
				return nil
			}
			v := s.said[n][at][f.name]
			backed = backed || v == value
			boxes = append(boxes, numbers(v)...)
			pieces = append(pieces, v)
		}
		switch f.kind {
		case remarks:
			backed = backed || madeOf(value, pieces)
		case boxNumbers:
			backed = !slices.ContainsFunc(numbers(value), func(n int) bool { return !slices.Contains(boxes, n) })
		default:
		}
		if !backed {
			out[f.name] = value
		}
	}
	return out
}

// madeOf reports whether a remark is what joinRemarks made of others, each of
// them whole and once.
func madeOf(value string, pieces []string) bool {
	for i, piece := range pieces {
		switch rest, more := strings.CutPrefix(value, piece+joint); {
		case piece == "" || slices.Contains(pieces[:i], piece): // that was tried
		case value == piece, more && madeOf(rest, slices.Concat(pieces[:i], pieces[i+1:])):
			return true
		}
	}
	return false
}
