package record

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"runbook/generator"
)

// Store is what is known of the work done in one rollout, collected from
// filled copies. It is kept as YAML beside the profile, by the keys of the
// items, so that it outlives a change of the profile.
type Store struct {
	Workflow string            `yaml:"workflow"`
	ID       string            `yaml:"id"`
	Items    map[string]Stored `yaml:"items"`
}

// Stored is what is known of one item.
type Stored struct {
	Done     bool   `yaml:"done"`
	By       string `yaml:"by,omitempty"`
	Date     string `yaml:"date,omitempty"`
	Evidence string `yaml:"evidence,omitempty"`
	Verified []int  `yaml:"verified,flow,omitempty"` // numbers of the checks ticked, from 1
}

const storeHead = "# Work done, read from filled copies by `runbook record`. `runbook render` shows it.\n"

// ParseStore reads a store; every fault is named with the file.
func ParseStore(file string, data []byte) (Store, error) {
	var s Store
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&s); err != nil {
		text := strings.TrimPrefix(err.Error(), "yaml: ")
		if types := (*yaml.TypeError)(nil); errors.As(err, &types) {
			text = strings.Join(types.Errors, "; ")
		}
		return s, fmt.Errorf("%s is no record: %s", file, text)
	}
	return s, nil
}

// Marshal writes the store; items are sorted by key.
func (s Store) Marshal() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(storeHead)
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(s); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

// ErrOther says that a copy does not belong to the profile.
var ErrOther = errors.New("the copy was made from another profile or version")

// Merge takes over what a filled copy says about the runbook it was made
// from, and returns what changed, an item a line. A copy of another runbook
// is refused with ErrOther and the reason.
func (s *Store) Merge(rb *generator.Runbook, r Record) ([]string, error) {
	switch {
	case r.ID != "" && r.ID != rb.ID:
		return nil, fmt.Errorf("%w: it belongs to the rollout %q, the profile to %q", ErrOther, r.ID, rb.ID)
	case r.Workflow != "" && r.Workflow != rb.Workflow.ID:
		return nil, fmt.Errorf("%w: it was made with the workflow %q, not %q", ErrOther, r.Workflow, rb.Workflow.ID)
	case r.Digest != rb.Digest:
		return nil, fmt.Errorf("%w: its digest is %q, the profile now gives %q; render the profile as it was then, or carry the entries over by hand", ErrOther, r.Digest, rb.Digest)
	}
	s.Workflow, s.ID = rb.Workflow.ID, rb.ID
	if s.Items == nil {
		s.Items = map[string]Stored{}
	}
	var changes []string
	known := map[string]bool{}
	for _, it := range rb.Items() {
		known[it.Number] = true
		entry, ok := r.Items[it.Number]
		if !ok {
			continue
		}
		before := s.Items[it.Key]
		after := before.with(entry)
		if change := before.difference(after); change != "" {
			changes = append(changes, fmt.Sprintf("%s %s: %s", it.Number, it.Title, change))
			s.Items[it.Key] = after
		}
	}
	for _, number := range slices.Sorted(maps.Keys(r.Items)) {
		if !known[number] {
			return nil, fmt.Errorf("%w: it has an item %s, the runbook has none", ErrOther, number)
		}
	}
	return changes, nil
}

// with adds an entry; what a copy leaves empty stays as it was.
func (s Stored) with(e Entry) Stored {
	s.Done = s.Done || e.Done
	for _, f := range []struct {
		to   *string
		from string
	}{{&s.By, e.Initials}, {&s.Date, e.Date}, {&s.Evidence, e.Evidence}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	s.Verified = slices.Clone(s.Verified)
	for i, yes := range e.Verified {
		if yes && !slices.Contains(s.Verified, i+1) {
			s.Verified = append(s.Verified, i+1)
		}
	}
	slices.Sort(s.Verified)
	return s
}

// difference says in words what after has that s has not.
func (s Stored) difference(after Stored) string {
	var parts []string
	if after.Done && !s.Done {
		parts = append(parts, "done")
	}
	for _, f := range []struct{ name, before, after string }{{"by", s.By, after.By}, {"date", s.Date, after.Date}, {"evidence", s.Evidence, after.Evidence}} {
		switch f.before {
		case f.after:
		case "":
			parts = append(parts, fmt.Sprintf("%s %q", f.name, f.after))
		default:
			parts = append(parts, fmt.Sprintf("%s %q, was %q", f.name, f.after, f.before))
		}
	}
	if n := len(after.Verified) - len(s.Verified); n > 0 {
		parts = append(parts, fmt.Sprintf("%d more checks", n))
	}
	return strings.Join(parts, ", ")
}

// Show marks in the runbook what the store says is done.
func (s Store) Show(rb *generator.Runbook) {
	mark := func(items []generator.Item) {
		for i := range items {
			if d, ok := s.Items[items[i].Key]; ok && d.Done {
				items[i].Done = &generator.Done{By: d.By, Date: d.Date, Evidence: d.Evidence}
			}
		}
	}
	mark(rb.Before.Items)
	for _, p := range rb.Phases {
		mark(p.Items)
	}
}
