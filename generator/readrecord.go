package generator

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// record reads an entry of a list of groups of fields.
func (r *fieldReader) record(n *yaml.Node) any {
	if n.Kind != yaml.MappingNode {
		r.problems.addAt(r.Key, at(r.file, n), "one entry has the keys "+strings.Join(r.fieldNames(), ", "), "%s wants entries with keys, not %s", r.Key, kindName(n))
		return nil
	}
	record := r.newRecord()
	given := record[givenPart].(map[string]any)
	seen := map[string]bool{}
	for _, p := range pairs(r.file, n, &r.problems) {
		i := slices.IndexFunc(r.Fields, func(s *Field) bool { return s.Key == p.key.Value })
		if i < 0 {
			r.problems.addAt(r.Key+"."+clean(p.key.Value), at(r.file, p.key), suggest(p.key.Value, r.fieldNames(), "the keys here are"), "unknown key %q under %s", clean(p.key.Value), r.Key)
			continue
		}
		if isNull(p.value) || r.Fields[i].Required && isBlank(p.value) {
			continue // as good as not there
		}
		seen[p.key.Value], given[p.key.Value] = true, true
		v, more := r.Fields[i].read(r.file, p.value)
		for _, problem := range more {
			problem.At = r.Key + "." + problem.At
			r.problems = append(r.problems, problem)
		}
		if v != nil {
			record[p.key.Value] = v
		}
	}
	for _, sub := range r.Fields {
		if sub.Required && !seen[sub.Key] {
			r.problems.addAt(r.Key, at(r.file, n), sub.example(), "an entry of %s lacks %s", r.Key, sub.Key)
		}
	}
	return record
}

// givenPart is the part of an entry that says which of the others somebody
// gave.
const givenPart = "given"

// newRecord is an entry in which nobody gave anything.
func (f *Field) newRecord() map[string]any {
	given := map[string]any{}
	record := map[string]any{givenPart: given}
	for _, sub := range f.Fields {
		given[sub.Key] = false
		record[sub.Key] = sub.unset()
	}
	return record
}

// uniqueParts finds entries that are the same in a part which tells them
// apart.
type uniqueParts struct {
	*fieldReader
	first map[string]*yaml.Node
}

func (u uniqueParts) check(n *yaml.Node, entry any) {
	record, _ := entry.(map[string]any)
	for _, sub := range u.Fields {
		value, _ := record[sub.Key].(string)
		if !sub.Unique || value == "" {
			continue
		}
		at := sub.Key + " " + value
		if sub.NoCase {
			at = strings.ToLower(at)
		}
		if first := u.first[at]; first != nil {
			hint := ""
			if first.Line < n.Line { // not all in one line, as what is typed into a form
				hint = fmt.Sprintf("the first is in line %d", first.Line)
			}
			u.wrong(n, hint, "has two entries with %s %s", sub.Key, value)
		}
		u.first[at] = n
	}
}

func (f *Field) fieldNames() []string {
	names := make([]string, len(f.Fields))
	for i, s := range f.Fields {
		names[i] = s.Key
	}
	return names
}
