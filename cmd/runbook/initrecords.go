package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"runbook/generator"
)

// A list of records is asked in two steps: how many entries there are, then a
// page for each. Pages for more entries than are asked for stay hidden.

// mostEntries is how many entries the form has room for.
const mostEntries = 25

// entries are the pages of a list of records.
type entries struct {
	count *formField     // asks how many there are
	parts [][]*formField // by entry
}

// part says of which entry a field is a part.
type part struct {
	of    *entries
	entry int // from 0
}

// newEntries makes the fields of a list of records: the number, then the parts
// of each entry.
func newEntries(form *initForm, q *generator.Question) []*formField {
	answer, _ := form.draft.Answered(q.Key)
	known := q.Entries(answer)
	e := &entries{count: &formField{form: form, q: q}}
	e.count.entries = e
	if answer != "" {
		e.count.text = strconv.Itoa(len(known))
	}
	e.count.asInput("a number")
	e.count.comment()
	fields := []*formField{e.count}
	for i := range mostEntries {
		var parts []*formField
		for _, sub := range q.Field.Fields {
			text := q.Part(sub).Default()
			if i < len(known) {
				text = known[i][sub.Key]
			}
			f := &formField{form: form, q: q.Part(sub), part: &part{e, i}, text: text}
			f.ask()
			f.comment()
			parts = append(parts, f)
		}
		e.parts = append(e.parts, parts)
		fields = append(fields, parts...)
	}
	return fields
}

// number is how many entries there are; false while nobody has said so, and
// for a question without entries.
func (e *entries) number() (int, bool) {
	if e == nil {
		return 0, false
	}
	n, err := strconv.Atoi(strings.TrimSpace(e.count.text))
	return n, err == nil && n >= 0 && n <= mostEntries
}

// answer hands what all the pages say to the draft.
func (e *entries) answer() {
	n, ok := e.number()
	joined := ""
	if ok {
		joined = e.joined(e.parts[:n])
	}
	if joined == "[]" && n > 0 {
		joined = "" // nothing that is asked for has been said yet
	}
	e.count.form.draft.Set(e.count.q.Key, joined)
}

func (e *entries) joined(entries [][]*formField) string {
	var list []map[string]string
	for _, parts := range entries {
		entry := map[string]string{}
		for _, f := range parts {
			entry[f.q.Field.Key] = f.typed()
		}
		list = append(list, entry)
	}
	return e.count.q.Joined(list)
}

var errNumber = errors.New("a number up to " + strconv.Itoa(mostEntries) + " is wanted, 0 for none; more go into the file by hand")

// refusal is why the number of entries is none.
func (e *entries) refusal() error {
	if _, ok := e.number(); ok || e == nil || strings.TrimSpace(e.count.text) == "" {
		return nil
	}
	return errNumber
}

// asked reports whether the part is one of an entry that is asked for.
func (p *part) asked() bool {
	n, ok := p.of.number()
	return ok && p.entry < n && p.of.count.asked()
}

// last reports whether a field is the last one of the last entry, after which
// all of them are judged together.
func (p *part) last(f *formField) bool {
	n, _ := p.of.number()
	parts := p.of.parts[p.entry]
	return p.entry == n-1 && f == parts[len(parts)-1]
}

// page is the title of the page of an entry.
func (p *part) page() string {
	n, _ := p.of.number()
	return fmt.Sprintf("%s, %d of %d", questionTitle(p.of.count.q), p.entry+1, n)
}

// problems are what is wrong with the part itself, or with what has been said
// so far, such as two entries with one code; after the last part also what the
// rules say of all entries.
func (p *part) problems(f *formField) generator.Problems {
	ps := f.q.Faults(f.typed())
	for i := range ps {
		ps[i].Message = strings.Replace(ps[i].Message, f.q.Field.Key+" ", `"`+questionTitle(f.q)+`" `, 1)
	}
	list := p.of.count.q
	if len(ps) == 0 {
		parts := p.of.parts[p.entry]
		here := parts[:slices.Index(parts, f)+1]
		ps = list.Faults(p.of.joined(append(p.of.parts[:p.entry:p.entry], here)))
	}
	if len(ps) == 0 && p.last(f) {
		ps = f.form.draft.ProblemsOf(list.Key)
	}
	return ps
}
