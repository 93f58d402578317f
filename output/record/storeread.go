package record

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"runbook/generator"
)

// storeVersion counts up when older programs can no longer read a record.
const storeVersion = "1"

// ParseStore reads a record. It is judged as strictly as a profile: every
// fault is found, with its place and what would be right.
func ParseStore(file string, data []byte) (*Store, generator.Problems) {
	root, ps := generator.ReadYAML(file, data)
	if len(ps) > 0 {
		return nil, ps
	}
	p := storeReader{store: &Store{File: file, digest: digestOf(data)}}
	p.root(root)
	ps = p.problems.Sorted()
	if ps.Errors() > 0 {
		return nil, ps
	}
	return p.store, ps
}

// storeReader goes through the tree of a record.
type storeReader struct {
	store    *Store
	problems generator.Problems
}

func (p *storeReader) pos(n *yaml.Node) generator.Pos {
	return generator.Pos{File: p.store.File, Line: max(n.Line, 1), Column: max(n.Column, 1)}
}

func (p *storeReader) add(n *yaml.Node, hint, format string, args ...any) {
	p.problems = append(p.problems, generator.Problem{Pos: p.pos(n), Message: fmt.Sprintf(format, args...), Hint: hint})
}

type pair struct{ key, value *yaml.Node }

// pairs lists what stands in a mapping. Of allowed keys, nil allows any.
func (p *storeReader) pairs(n *yaml.Node, where string, allowed []string) []pair {
	if n.Kind != yaml.MappingNode {
		p.add(n, "write keys with a colon after each", "%s wants keys", where)
		return nil
	}
	var list []pair
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case key.Kind != yaml.ScalarNode || key.Value == "":
			p.add(key, "", "a key must be a plain word")
		case slices.ContainsFunc(list, func(q pair) bool { return q.key.Value == key.Value }):
			p.add(key, "keep one of the two", "the key %q stands here a second time", key.Value)
		case allowed != nil && !slices.Contains(allowed, key.Value):
			p.add(key, generator.Suggest(key.Value, allowed, "the keys here are"), "unknown key %q in %s", key.Value, where)
		case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
			// a key without a value says nothing
		default:
			list = append(list, pair{key, value})
		}
	}
	return list
}

func (p *storeReader) root(n *yaml.Node) {
	allowed := []string{"version", "workflow", "id", "copies"}
	for _, part := range parts {
		allowed = append(allowed, part.name)
	}
	list := p.pairs(n, "a record", allowed)
	if n.Kind == yaml.MappingNode && !slices.ContainsFunc(list, func(q pair) bool { return q.key.Value == "version" }) {
		p.add(n, "write version: "+storeVersion, "the record has no version")
	}
	for _, q := range list {
		switch q.key.Value {
		case "version":
			if s := p.scalar(q.value, "version"); s != storeVersion {
				p.add(q.value, "this program reads version "+storeVersion, "the record has the version %q", s)
			}
		case "workflow":
			p.store.Workflow = p.scalar(q.value, "workflow")
		case "id":
			p.store.ID = p.scalar(q.value, "id")
		case "copies":
			p.copies(q.value)
		}
	}
	for _, q := range list { // the entries name copies
		if i := slices.IndexFunc(parts, func(part *part) bool { return part.name == q.key.Value }); i >= 0 {
			p.part(parts[i], q.value)
		}
	}
}

func (p *storeReader) scalar(n *yaml.Node, what string) string {
	if n.Kind != yaml.ScalarNode {
		p.add(n, "", "%s wants one text", what)
		return ""
	}
	return tidy(n.Value)
}

var hexDigits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9a-f]*$`) })

func (p *storeReader) hex(n *yaml.Node, what string, length int) string {
	s := p.scalar(n, what)
	if n.Kind == yaml.ScalarNode && (len(s) != length || !hexDigits().MatchString(s)) {
		p.add(n, "the program writes it; take it back from an earlier version of the file", "%s %q has not the %d hexadecimal digits of one", what, s, length)
	}
	return s
}

func (p *storeReader) copies(n *yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		p.add(n, "", "copies wants a list")
		return
	}
	for _, c := range n.Content {
		var s Source
		for _, q := range p.pairs(c, "a copy", []string{"file", "sha256", "digest", "workflow", "revision", "role", "read", "altered"}) {
			switch q.key.Value {
			case "file":
				s.File = p.scalar(q.value, "file")
			case "sha256":
				s.SHA256 = p.hex(q.value, "sha256", 64)
			case "digest":
				s.Digest = p.hex(q.value, "digest", 12)
			case "workflow":
				s.Workflow = p.scalar(q.value, "workflow")
			case "revision":
				s.Revision = p.scalar(q.value, "revision")
			case "role":
				s.Role = p.scalar(q.value, "role")
			case "altered":
				if n, err := strconv.Atoi(p.scalar(q.value, "altered")); err == nil && n > 0 {
					s.Altered = n
				} else {
					p.add(q.value, "the program writes it; take it back from an earlier version of the file", "altered %q is no number of places", q.value.Value)
				}
			case "read":
				if s.Read = p.scalar(q.value, "read"); !isDate(s.Read) {
					p.add(q.value, "write it as YYYY-MM-DD", "read %q is no date", s.Read)
				}
			}
		}
		if s.SHA256 == "" || s.Digest == "" || s.File == "" {
			p.add(c, "the program writes it; take it back from an earlier version of the file", "a copy wants file, sha256 and digest")
		}
		p.store.Copies = append(p.store.Copies, s)
	}
}

func (p *storeReader) part(part *part, n *yaml.Node) {
	if part.list {
		if n.Kind != yaml.SequenceNode {
			p.add(n, "begin each entry with a dash", "%s wants a list", part.name)
			return
		}
		for i, c := range n.Content {
			p.store.put(part.name, strconv.Itoa(i+1), p.entry(part, c, part.what+" "+strconv.Itoa(i+1)))
		}
		return
	}
	for _, q := range p.pairs(n, part.name, part.keys) {
		key := tidy(q.key.Value)
		e := p.entry(part, q.value, fmt.Sprintf("%s %q", part.what, key))
		e.pos = p.pos(q.key)
		p.store.put(part.name, key, e)
	}
}

// entry reads one entry.
func (p *storeReader) entry(part *part, n *yaml.Node, where string) *entry {
	e := &entry{Values: Values{}, pos: p.pos(n)}
	var allowed []string
	for _, f := range part.fields {
		allowed = append(allowed, f.name)
		if f.name == "evidence" {
			allowed = append(allowed, "reason")
		}
	}
	if part.about != "" {
		allowed = append(allowed, part.about)
	}
	allowed = append(allowed, "copies", "earlier", "refused")
	var evidence, reason *yaml.Node
	for _, q := range p.pairs(n, where, allowed) {
		name, v := q.key.Value, q.value
		switch {
		case name == "reason":
			reason = q.key
			e.Values["evidence"] = p.scalar(v, name)
		case name == "copies":
			e.copies = p.list(v, "copies", len(p.store.Copies), "the record names that many copies")
		case name == "earlier":
			e.earlier = p.entries(part, v, name, "what was before "+where)
		case name == "refused":
			e.refused = p.entries(part, v, name, "what was refused for "+where)
		case name == part.about && name == "value":
			e.about = p.scalar(v, name)
		case name == part.about:
			e.about = p.hex(v, name, 12)
		default:
			if name == "evidence" {
				evidence = q.key
			}
			if s := p.value(*part.field(name), v); s != "" {
				e.Values[name] = s
			}
		}
	}
	switch because := reasoned(e.Values["status"]); {
	case evidence != nil && reason != nil:
		p.add(reason, "what is blocked or not needed has a reason, anything else evidence", "%s has both evidence and a reason", where)
	case reason != nil && !because:
		p.add(reason, "call it evidence, or write status: blocked or not-needed", "%s has a reason, and is neither blocked nor not-needed", where)
	case evidence != nil && because:
		p.add(evidence, "call it reason", "%s is %s and has evidence", where, inWords(e.Values["status"]))
	}
	if n.Kind == yaml.MappingNode && !e.filled() && len(e.earlier) == 0 {
		p.add(n, "fill it in or leave it out", "%s says nothing", where)
	}
	return e
}

// entries reads what is kept under an entry.
func (p *storeReader) entries(part *part, n *yaml.Node, name, where string) []*entry {
	if n.Kind != yaml.SequenceNode {
		p.add(n, "begin each entry with a dash", "%s wants a list", name)
		return nil
	}
	var list []*entry
	for _, c := range n.Content {
		list = append(list, p.entry(part, c, where))
	}
	return list
}

// value reads one field.
func (p *storeReader) value(f field, n *yaml.Node) string {
	switch f.kind {
	case boxNumbers:
		return joinNumbers(p.list(n, f.name, mostChecks, "the boxes are counted from 1"))
	case yes:
		switch s := strings.ToLower(p.scalar(n, f.name)); s {
		case "true", "yes":
			return ticked
		case "false", "no":
		default:
			p.add(n, "write true, or leave the key out", "%s wants true or false, not %q", f.name, s)
		}
		return ""
	default:
	}
	s := p.scalar(n, f.name)
	if f.kind == date {
		s = day(s)
	}
	if len([]rune(s)) > mostText {
		p.add(n, "", "%s is longer than %d characters", f.name, mostText)
	}
	switch {
	case f.kind == choice && !slices.Contains(f.choices, s) && n.Kind == yaml.ScalarNode:
		hint := generator.Suggest(s, f.choices, "it is one of")
		if f.name == "status" {
			hint += "; an open item has none"
		}
		p.add(n, hint, "unknown %s %q", f.name, s)
	case f.kind == date && s != "" && !isDate(s):
		// Somebody wrote it so on a form, and then it stays.
		p.problems = append(p.problems, generator.Problem{
			Pos: p.pos(n), Severity: generator.Warn, Message: fmt.Sprintf("%s %q is no date", f.word(), s), Hint: "write it as YYYY-MM-DD, here or in the copy, and read that again",
		})
	}
	return s
}

// list reads numbers from 1 to most.
func (p *storeReader) list(n *yaml.Node, what string, most int, why string) []int {
	if n.Kind != yaml.SequenceNode {
		p.add(n, "write it as [1, 2]", "%s wants a list of numbers", what)
		return nil
	}
	var list []int
	for _, c := range n.Content {
		i, err := strconv.Atoi(c.Value)
		if c.Kind != yaml.ScalarNode || err != nil || i < 1 || i > most {
			p.add(c, why, "%s has %q, which is no number from 1 to %d", what, c.Value, most)
			continue
		}
		list = append(list, i)
	}
	return list
}
