package generator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

var (
	loginShape = newPattern(`^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9_])?$`)
	mailShape  = newPattern(`^[^@\s]+@[^@\s]+\.[^@\s]+$`)
)

func (r *profileReader) people(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		r.problems.addAt("people", at(r.file, n), "write role: {name: ..., email: ..., github: ...}", "people wants roles below it, not %s", kindName(n))
		r.p.broken["people"] = true
		return
	}
	ids := make([]string, len(r.w.Roles))
	for i, role := range r.w.Roles {
		ids[i] = role.ID
	}
	for _, pair := range pairs(r.file, n, &r.problems) {
		id := pair.key.Value
		if !slices.Contains(ids, id) {
			r.problems.addAt("people."+clean(id), at(r.file, pair.key), suggest(id, ids, "the roles are"), "unknown role %q under people", clean(id))
			if near := nearest(id, ids); near != "" && child(n, near) == nil {
				r.p.broken["people."+near] = true
			}
			continue
		}
		r.p.given["people."+id] = at(r.file, pair.value)
		entries := []*yaml.Node{pair.value}
		if pair.value.Kind == yaml.SequenceNode {
			entries = pair.value.Content
		} else if isNull(pair.value) {
			continue
		}
		before := len(r.problems)
		for _, e := range entries {
			if person, ok := r.person(id, e); ok {
				r.p.People[id] = append(r.p.People[id], person)
			}
		}
		if len(r.problems) > before {
			r.p.broken["people."+id] = true
		}
	}
}

func (r *profileReader) person(role string, n *yaml.Node) (Person, bool) {
	var person Person
	key, ok := "people."+role, true
	wrong := func(n *yaml.Node, part, hint, format string, args ...any) {
		r.problems.addAt(key+part, at(r.file, n), hint, format, args...)
		ok = false
	}
	if n.Kind != yaml.MappingNode {
		wrong(n, "", "write {name: ..., email: ..., github: ...}", "%s wants a person with keys, not %s", key, kindName(n))
		return person, ok
	}
	parts := []string{"name", "email", "github"}
	for _, pair := range pairs(r.file, n, &r.problems) {
		name := pair.key.Value
		if !slices.Contains(parts, name) {
			r.problems.addAt(key+"."+clean(name), at(r.file, pair.key), suggest(name, parts, "the keys here are"), "unknown key %q under %s", clean(name), key)
			continue
		}
		if isNull(pair.value) || isBlank(pair.value) {
			continue
		}
		v := clean(pair.value.Value)
		switch length := len([]rune(v)); {
		case pair.value.Kind != yaml.ScalarNode:
			wrong(pair.value, "."+name, valueBehindColon, "%s.%s wants text, not %s", key, name, kindName(pair.value))
		case length > maxPersonText:
			wrong(pair.value, "."+name, fmt.Sprintf("at most %d characters", maxPersonText), "%s.%s has %d characters", key, name, length)
		case name == "name":
			person.Name = v
		case name == "email":
			if person.Email = v; !mailShape.Matches(v) {
				wrong(pair.value, ".email", "for example ann@example.com", "%s.email %q is no mail address", key, v)
			}
		case name == "github":
			if person.GitHub = strings.TrimPrefix(v, "@"); !loginShape.Matches(person.GitHub) {
				wrong(pair.value, ".github", "letters, digits and single dashes, at most 39, for example annlee", "%s.github %q is no GitHub login", key, v)
			}
		}
	}
	person.Name = cmp.Or(person.Name, person.GitHub, person.Email)
	if person.Name == "" && ok {
		wrong(n, "", "give a name, or at least a GitHub login", "a person of %s has no name", key)
	}
	return person, ok
}

// estimates reads schedule.minutes and schedule.wait: step IDs and times.
func (r *profileReader) estimates(f *Field, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		r.problems.addAt(f.Key, at(r.file, n), "write the ID of a step and the time", "%s wants steps below it, not %s", f.Key, kindName(n))
		return
	}
	for _, pair := range pairs(r.file, n, &r.problems) {
		id := pair.key.Value
		if r.w.steps[id] == nil {
			hint := "the runbook shows the ID of each step"
			if near := nearest(id, sortedKeys(r.w.steps)); near != "" {
				hint = fmt.Sprintf("did you mean %q?", near)
			}
			r.problems.addAt(f.Key+"."+clean(id), at(r.file, pair.key), hint, "unknown step %q under %s", clean(id), f.Key)
			continue
		}
		if f.Type == TypeStepWaits {
			d, ok := parseDuration(pair.value.Value)
			if !ok {
				r.problems.addAt(f.Key+"."+id, at(r.file, pair.value), "write 30m, 24h, 2d (working days) or 1w, a year at most", "%s is no waiting time", kindName(pair.value))
				continue
			}
			r.p.waits[id] = d
			continue
		}
		minutes := &Field{Key: f.Key + "." + id, Type: TypeInteger, Min: 0, Max: 10_000}
		if v, ps := minutes.read(r.file, pair.value); len(ps) > 0 {
			r.problems = append(r.problems, ps...)
		} else if m, ok := v.(int); ok && m >= 0 {
			r.p.minutes[id] = m
		} else {
			r.problems.addAt(minutes.Key, at(r.file, pair.value), "a whole number of minutes, 0 or more", "%s cannot be negative", minutes.Key)
		}
	}
}
