package record

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

const storeHead = `# Work done, read from filled copies by "runbook record"; "runbook render" shows it.
`

// Marshal writes the record. What it holds decides its bytes.
func (s *Store) Marshal() ([]byte, error) {
	top := mapping()
	top.node("version", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: storeVersion})
	top.text("workflow", s.Workflow)
	top.text("id", s.ID)
	if len(s.Copies) > 0 {
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, c := range s.Copies {
			m := mapping()
			for _, kv := range [][2]string{
				{"file", c.File}, {"sha256", c.SHA256}, {"digest", c.Digest}, {"workflow", c.Workflow}, {"revision", c.Revision}, {"role", c.Role}, {"read", c.Read},
			} {
				m.text(kv[0], kv[1])
			}
			if c.Altered > 0 {
				m.node("altered", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(c.Altered)})
			}
			list.Content = append(list.Content, &m.Node)
		}
		top.node("copies", list)
	}
	for _, p := range parts {
		keys := s.keys(p)
		if len(keys) == 0 {
			continue
		}
		all := mapping()
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, key := range keys {
			n := p.node(s.at(p.name, key))
			if p.list {
				list.Content = append(list.Content, n)
			} else {
				all.node(key, n)
			}
		}
		if p.list {
			top.node(p.name, list)
		} else {
			top.node(p.name, &all.Node)
		}
	}
	var b bytes.Buffer
	b.WriteString(storeHead)
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(&top.Node); err != nil {
		return nil, err
	}
	return b.Bytes(), e.Close()
}

// node is an entry as YAML, its fields in the order of the table.
func (p *part) node(e *entry) *yaml.Node {
	m := mapping()
	for _, f := range p.fields {
		v := e.Values[f.name]
		switch {
		case v == "":
		case f.kind == boxNumbers:
			m.node(f.name, flowList(numbers(v)))
		case f.kind == yes:
			m.node(f.name, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"})
		case f.name == "evidence" && reasoned(e.Values["status"]):
			m.text("reason", v)
		default:
			m.text(f.name, v)
		}
	}
	if p.about != "" {
		m.text(p.about, e.about)
	}
	if len(e.copies) > 0 {
		m.node("copies", flowList(e.copies))
	}
	for _, kept := range []struct {
		key  string
		list []*entry
	}{{"earlier", e.earlier}, {"refused", e.refused}} {
		if len(kept.list) == 0 {
			continue
		}
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, other := range kept.list {
			list.Content = append(list.Content, p.node(other))
		}
		m.node(kept.key, list)
	}
	return &m.Node
}

// yamlMap is a mapping in the making.
type yamlMap struct{ yaml.Node }

func mapping() *yamlMap { return &yamlMap{yaml.Node{Kind: yaml.MappingNode}} }

func (m *yamlMap) node(key string, value *yaml.Node) {
	m.Content = append(m.Content, scalar(key), value)
}

// text adds a text, "" being none.
func (m *yamlMap) text(key, value string) {
	if value != "" {
		m.node(key, scalar(value))
	}
}

// scalar is a text. What other readers of YAML would take for a yes, a number
// or an ingenious notation of one is quoted; a date is not, as people write it.
func scalar(s string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
	switch {
	case isDate(s):
		n.Tag = ""
	case slices.Contains([]string{"y", "n", "yes", "no", "on", "off"}, strings.ToLower(s)):
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

func flowList(list []int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, i := range list {
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!int", Value: strconv.Itoa(i)})
	}
	return n
}
