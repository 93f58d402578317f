package generator

import (
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Profile is one environment, as its owner describes it, read against the
// fields of a Workflow. Its shape is right; whether its values go together is
// for CheckProfile to say. It is for one goroutine at a time.
type Profile struct {
	File   string // name for messages
	People map[string][]Person

	vars    *vars          // every field, defaults filled in
	given   map[string]Pos // keys somebody wrote, with the place of the value
	broken  map[string]bool
	minutes map[string]int
	waits   map[string]Duration
	root    *yaml.Node
	last    *run
}

// clone is a profile whose values can be changed without changing those of p.
func (p *Profile) clone() *Profile {
	c := *p
	c.vars, c.given, c.last = p.vars.clone(), maps.Clone(p.given), nil
	return &c
}

// ProfileText is the text of a profile, parsed as YAML and not yet held against
// the fields of a workflow.
type ProfileText struct {
	name     string
	root     *yaml.Node
	problems Problems
}

// ReadProfile parses the text of a profile.
func ReadProfile(name string, data []byte) *ProfileText {
	root, ps := parseYAML(name, data)
	return &ProfileText{name, root, ps}
}

// Peek returns the scalar at a dotted key, "" when there is none; a list
// gives its first level in list. It serves to find out which workflow and
// overlays a profile wants.
func (s *ProfileText) Peek(key string) (value string, list []string) {
	n := s.node(key)
	switch {
	case n == nil || isNull(n):
		return "", nil
	case n.Kind == yaml.SequenceNode:
		for _, c := range n.Content {
			list = append(list, c.Value)
		}
		return "", list
	}
	return clean(n.Value), nil
}

// At is where the value of a dotted key stands, or an entry of it if it is a
// list.
func (s *ProfileText) At(key string, entry int) Pos {
	n := s.node(key)
	if n == nil {
		return Pos{s.name, 1, 1}
	}
	if n.Kind == yaml.SequenceNode && entry < len(n.Content) {
		n = n.Content[entry]
	}
	return at(s.name, n)
}

func (s *ProfileText) node(key string) *yaml.Node {
	n := s.root
	if n == nil {
		return nil
	}
	for name := range strings.SplitSeq(key, ".") {
		var next *yaml.Node
		if n.Kind == yaml.MappingNode {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value == name {
					next = n.Content[i+1]
				}
			}
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

// ParseProfile reads a profile for the workflow. All faults of shape are
// found in one pass; with any, the Profile still holds what could be read, so
// that CheckProfile can go on with the rules that do not depend on the rest.
func ParseProfile(name string, data []byte, w *Workflow) (*Profile, Problems) {
	return ReadProfile(name, data).For(w)
}

// For reads the profile for the workflow, as ParseProfile does.
func (s *ProfileText) For(w *Workflow) (*Profile, Problems) {
	name, root, ps := s.name, s.root, s.problems
	p := &Profile{
		File: name, People: map[string][]Person{}, vars: w.names.vars(), given: map[string]Pos{}, broken: map[string]bool{},
		minutes: map[string]int{}, waits: map[string]Duration{}, root: root,
	}
	if root == nil {
		p.broken["*"] = true
		return p, ps
	}
	r := &profileReader{p: p, w: w, file: name, problems: ps}
	if root.Kind != yaml.MappingNode {
		r.problems.add(at(name, root), "a profile begins with keys such as organization:", "a profile wants keys, not %s", kindName(root))
		p.broken["*"] = true
		return p, r.problems
	}
	r.group(root, w.groups)
	r.missing(root)
	p.fill(w)
	return p, r.problems.Sorted()
}

type profileReader struct {
	p        *Profile
	w        *Workflow
	file     string
	problems Problems
}

func (r *profileReader) group(n *yaml.Node, g *group) {
	for _, pair := range pairs(r.file, n, &r.problems) {
		child := g.children[pair.key.Value]
		if child == nil {
			r.unknown(n, pair.key, g)
			continue
		}
		if isNull(pair.value) || child.field != nil && child.field.Required && isBlank(pair.value) {
			continue // as good as not there
		}
		if child.field != nil {
			r.field(child.field, pair.value)
			continue
		}
		if pair.value.Kind != yaml.MappingNode {
			r.problems.addAt(child.path, at(r.file, pair.value), "the keys there are "+strings.Join(child.names, ", "), "%s wants keys below it, not %s", child.path, kindName(pair.value))
			r.breakGroup(child)
			continue
		}
		r.group(pair.value, child)
	}
}

func (r *profileReader) breakGroup(g *group) {
	if g.field != nil {
		r.p.broken[g.field.Key] = true
	}
	for _, c := range g.children {
		r.breakGroup(c)
	}
}

// unknown reports a key that is none. If it is the misspelling of one that is
// not there, that one is not reported as missing too.
func (r *profileReader) unknown(n, key *yaml.Node, g *group) {
	under, dotted := "", clean(key.Value)
	if g.path != "" {
		under, dotted = " under "+g.path, g.path+"."+dotted
	}
	hint := suggest(key.Value, g.names, "the keys here are")
	if near := nearest(key.Value, g.names); near != "" {
		if child(n, near) == nil {
			r.breakGroup(g.children[near])
		}
	} else {
		for _, f := range r.w.Fields { // the right key in the wrong place
			if path.Ext("."+f.Key) == "."+key.Value && f.Key != key.Value {
				hint = fmt.Sprintf("did you mean %s? %s", f.Key, UpperFirst(hint))
				break
			}
		}
	}
	r.problems.addAt(dotted, at(r.file, key), hint, "unknown key %q%s", clean(key.Value), under)
}

func (r *profileReader) field(f *Field, n *yaml.Node) {
	p := r.p
	p.given[f.Key] = at(r.file, n)
	switch f.Type {
	case TypePeople:
		r.people(n)
		return
	case TypeStepMinutes, TypeStepWaits:
		r.estimates(f, n)
		return
	}
	v, ps := f.read(r.file, n)
	if len(ps) > 0 {
		r.problems = append(r.problems, r.explained(f, n, ps)...)
		p.broken[f.Key] = true
		return
	}
	p.vars.list[f.number] = v
}

// explained lets the rule that a field names speak for its wrong values.
func (r *profileReader) explained(f *Field, n *yaml.Node, ps Problems) Problems {
	if f.Otherwise == "" || n.Kind != yaml.ScalarNode || f.Type == TypeInteger && !isInteger(n) {
		return ps
	}
	message, hint := r.w.otherwise(f.Otherwise, clean(n.Value))
	if message == "" {
		return ps
	}
	out := slices.Clone(ps)
	for i := range out {
		out[i].Message = message
		if hint != "" {
			out[i].Hint = hint
		}
		out[i].Hint = f.didYouMean(clean(n.Value), out[i].Hint)
	}
	return out
}

// otherwise is what the rule without a condition says of a wrong value, "" if
// there is no such rule.
func (w *Workflow) otherwise(id, value string) (message, hint string) {
	for _, rule := range w.Rules {
		if rule.ID != id || rule.When != nil {
			continue
		}
		data := &textEnv{vars: oneVar("value", value)}
		m, err := rule.Message.execute(data)
		h, err2 := rule.Hint.execute(data)
		if err != nil || err2 != nil {
			return "", ""
		}
		f := &finisher{}
		return f.plain(m), f.plain(h)
	}
	return "", ""
}

// missing reports required fields and roles that nobody gave.
func (r *profileReader) missing(root *yaml.Node) {
	for _, f := range r.w.Fields {
		if _, given := r.p.given[f.Key]; given || !f.Required || r.p.broken[f.Key] {
			continue
		}
		r.p.broken[f.Key] = true
		hint := f.example()
		if f.Help != "" {
			hint = strings.TrimSpace(strings.TrimSuffix(f.Help, ".") + "; " + hint)
			hint = strings.TrimSuffix(hint, ";")
		}
		message := f.Key + " is missing"
		if !strings.EqualFold(f.Title, f.Key) {
			message += " (" + f.Title + ")"
		}
		if f.Type == TypePeople {
			hint = r.whoIsWanted()
		}
		r.problems = append(r.problems, Problem{Pos: placeOf(r.file, root, f.Key), Rule: f.Otherwise, At: f.Key, Message: message, Hint: hint})
	}
	if _, given := r.p.given["people"]; !given || r.p.broken["people"] {
		return
	}
	for _, role := range r.w.Roles {
		if role.Required && len(r.p.People[role.ID]) == 0 && !r.p.broken["people."+role.ID] {
			r.problems = append(r.problems, Problem{
				Pos: placeOf(r.file, root, "people."+role.ID), At: "people." + role.ID,
				Message: fmt.Sprintf("people.%s is missing: who is the %s?", role.ID, role.Title),
				Hint:    "for example " + somebody(role.ID),
			})
		}
	}
}

// whoIsWanted is the hint of a profile that names nobody.
func (r *profileReader) whoIsWanted() string {
	var ids []string
	for _, role := range r.w.Roles {
		if role.Required {
			ids = append(ids, role.ID)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return "name somebody for " + And(ids) + ", for example " + somebody(ids[0])
}

func somebody(role string) string {
	return role + ": {name: Ann Lee, email: ann@example.com, github: annlee}"
}

// placeOf is where the key would stand: the nearest group above it that is
// there, or the start of the file.
func placeOf(file string, n *yaml.Node, key string) Pos {
	pos := Pos{file, 1, 1}
	for name := range strings.SplitSeq(key, ".") {
		found := false
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				pos, n, found = at(file, n.Content[i]), n.Content[i+1], true
				break
			}
		}
		if !found {
			break
		}
	}
	return pos
}

// gives reports whether somebody gave the key, or the time of the one step
// that it names, such as schedule.minutes.order-laptop.
func (p *Profile) gives(key string) bool {
	_, ok := p.given[key]
	if step, under := strings.CutPrefix(key, "schedule.minutes."); under {
		_, ok = p.minutes[step]
	} else if step, under := strings.CutPrefix(key, "schedule.wait."); under {
		_, ok = p.waits[step]
	}
	return ok
}

// fill completes the values: defaults, and zero for what has none.
func (p *Profile) fill(w *Workflow) {
	for _, f := range w.Fields {
		if _, ok := p.given[f.Key]; ok && !p.broken[f.Key] && p.vars.list[f.number] != nil {
			continue
		}
		switch {
		case f.Type == TypePeople || f.Type == TypeStepMinutes || f.Type == TypeStepWaits:
			continue
		case f.Default != nil:
			p.vars.list[f.number] = f.Default
		default:
			p.vars.list[f.number] = f.zero()
		}
	}
}

// canonical appends what the profile says, however its file says it.
func (p *Profile) canonical(b []byte) []byte {
	for _, key := range sortedKeys(p.given) {
		b = append(append(b, key...), '=')
		switch v := p.vars.get(key).(type) { // the commonest as %#v has them
		case string:
			b = strconv.AppendQuote(b, v)
		case bool:
			b = strconv.AppendBool(b, v)
		default:
			b = fmt.Appendf(b, "%#v", v)
		}
		b = append(b, '\n')
	}
	for _, role := range sortedKeys(p.People) {
		b = fmt.Appendf(b, "%s=%#v\n", role, p.People[role])
	}
	return fmt.Appendln(b, p.minutes, p.waits)
}

// only is what the profile says in some of its fields, on a day, with nothing
// computed from it yet.
func (p *Profile) only(fields []*Field, date string) *vars {
	v := p.vars.names.vars()
	v.set("date", date)
	v.set("brief", false)
	for _, f := range fields {
		v.list[f.number] = p.vars.list[f.number]
	}
	return v
}

// Given reports whether somebody wrote the key, and where its value stands.
func (p *Profile) Given(key string) (Pos, bool) {
	pos, ok := p.given[key]
	return pos, ok
}

// Text returns the text, number or date at a dotted key as a string.
func (p *Profile) Text(key string) string {
	switch v := p.vars.get(key).(type) {
	case nil:
		return ""
	case string:
		return v
	default:
		return fmt.Sprint(v)
	}
}

// Value returns the value at a dotted key: string, int, bool, []any or nil.
func (p *Profile) Value(key string) any { return p.vars.get(key) }
