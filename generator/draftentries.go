package generator

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// A list of records is one question with one answer, the list as YAML. A form
// may ask for it part by part instead.

// Part is the question for one field of an entry.
func (q *Question) Part(f *Field) *Question {
	return &Question{Key: q.Key + "." + f.Key, Group: q.Group, Field: f}
}

// Entries takes the answer to a question for records apart: for each entry the
// answers to its parts, by the key of the field.
func (q *Question) Entries(answer string) []map[string]string {
	if strings.TrimSpace(answer) == "" {
		return nil
	}
	var entries []map[string]string
	for _, record := range q.node(answer).Content {
		entry := map[string]string{}
		for _, f := range q.Field.Fields {
			if value := child(record, f.Key); value != nil && !isNull(value) {
				entry[f.Key] = typed(value)
			}
		}
		entries = append(entries, entry)
	}
	return entries
}

// typed is a value as somebody would type it.
func typed(n *yaml.Node) string {
	if n.Kind != yaml.SequenceNode {
		return n.Value
	}
	if len(n.Content) == 0 {
		return "[]"
	}
	parts := make([]string, len(n.Content))
	for i, c := range n.Content {
		parts[i] = typed(c)
	}
	return strings.Join(parts, ", ")
}

// Joined is the answer that entries make. One that lacks what it must have is
// left out: it is still to be asked for.
func (q *Question) Joined(entries []map[string]string) string {
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, entry := range entries {
		record := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
		complete := true
		for _, f := range q.Field.Fields {
			if text := entry[f.Key]; text != "" {
				record.Content = append(record.Content, textNode(f.Key), q.Part(f).node(text))
			} else if f.Required {
				complete = false
			}
		}
		if complete && len(record.Content) > 0 {
			list.Content = append(list.Content, record)
		}
	}
	return inline(list)
}

// Faults says what is wrong with the answer to a part, or to a whole list of
// records, taken by itself.
func (q *Question) Faults(answer string) Problems {
	if answer = strings.TrimSpace(answer); answer == "" {
		if q.Field.Required {
			return Problems{{At: q.Field.Key, Message: q.Field.Key + " is missing", Hint: q.Field.example()}}
		}
		return nil
	}
	_, ps := q.Field.read("", q.node(answer))
	return ps
}
