package generator

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"
)

// node turns an answer into YAML. What does not fit becomes text, and parsing
// says what is wrong with it.
func (q *Question) node(text string) *yaml.Node {
	text = strings.TrimSpace(text)
	if n := flow(text); n != nil && (q.Role != nil || q.Field.isList()) {
		return n
	}
	if q.Role != nil {
		return peopleNode(text)
	}
	f := q.Field
	if !f.isList() {
		return f.scalar(text)
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if f.Type == TypeRecords {
			list.Content = append(list.Content, mappingNode(f.Fields[0].Key, part))
			continue
		}
		list.Content = append(list.Content, f.scalar(part))
	}
	return list
}

func (f *Field) isList() bool {
	return slices.Contains([]string{TypeTexts, TypeChoices, TypeDates, TypeRecords}, f.Type)
}

// flow reads a list or a group that somebody wrote as YAML in one line.
func flow(text string) *yaml.Node {
	if !strings.HasPrefix(text, "[") && !strings.HasPrefix(text, "{") {
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) == 0 {
		return nil
	}
	return doc.Content[0]
}

func textNode(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: s}
}

// scalar is one value, plain where it is what the field wants.
func (f *Field) scalar(s string) *yaml.Node {
	n := textNode(s)
	switch f.Type {
	case TypeBoolean:
		if s == "true" || s == "false" {
			n.Tag = "!!bool"
		}
	case TypeInteger, TypeYYMM:
		if v, err := strconv.Atoi(s); err == nil && strconv.Itoa(v) == s {
			n.Tag = "!!int"
		}
	case TypeDate, TypeDates:
		if _, err := time.Parse(time.DateOnly, s); err == nil {
			n.Tag = "!!timestamp"
		}
	}
	return n
}

// answer is a value of the field as somebody would type it.
func (f *Field) answer(v any) string {
	if list, ok := v.([]any); ok {
		if len(list) == 0 {
			return "[]"
		}
		parts := make([]string, len(list))
		for i, e := range list {
			parts[i] = fmt.Sprint(e)
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(v)
}

func mappingNode(pairs ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle}
	for _, s := range pairs {
		n.Content = append(n.Content, textNode(s))
	}
	return n
}

// inline is a value as it stands behind its key.
func inline(n *yaml.Node) string {
	data, err := yaml.Marshal(flowing(n))
	if err != nil {
		return strconv.Quote(n.Value)
	}
	return strings.TrimSuffix(string(data), "\n")
}

// flowing is the value on one line.
func flowing(n *yaml.Node) *yaml.Node {
	out := cloneNode(n)
	out.Style |= yaml.FlowStyle
	if n.Kind == yaml.ScalarNode {
		out.Style = 0
		if strings.Contains(n.Value, "\n") {
			out.Style = yaml.DoubleQuotedStyle
		}
	}
	for i, c := range out.Content {
		out.Content[i] = flowing(c)
	}
	return out
}
