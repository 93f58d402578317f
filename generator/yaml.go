package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Limits of what is read as YAML. A profile is a page of text; anything near
// these was not written by a person.
const (
	maxYAMLBytes = 1 << 20
	maxYAMLNodes = 100_000
)

// parseYAML returns the one document of data as a tree without aliases and
// merge keys, or problems. Mappings keep the order and the positions of the
// file; keys are not checked for repeats here.
func parseYAML(file string, data []byte) (*yaml.Node, Problems) {
	var ps Problems
	top := Pos{file, 1, 1}
	if len(data) > maxYAMLBytes {
		ps.add(top, "a profile is a page of text; this is probably another file", "the file is larger than the %d bytes that are read", maxYAMLBytes)
		return nil, ps
	}
	if ps = noText(file, data); len(ps) > 0 {
		return nil, ps
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	data = withoutVersion(data)
	// The library may take a byte order mark in the middle of a file for one at
	// its start, and lose a character. No text needs it.
	data = bytes.ReplaceAll(data, []byte("\ufeff"), []byte("\u200b"))
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := decoder.Decode(&doc); errors.Is(err, io.EOF) {
		ps.add(top, "", "the file is empty")
		return nil, ps
	} else if err != nil {
		return nil, append(ps, syntaxProblem(file, data, err))
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		ps.add(top, "", "the file is empty")
		return nil, ps
	}
	var second yaml.Node
	if err := decoder.Decode(&second); err == nil {
		ps.add(at(file, &second), "put each document into a file of its own", "a second YAML document begins here")
	} else if !errors.Is(err, io.EOF) {
		ps = append(ps, syntaxProblem(file, data, err))
	}
	x := expander{file: file, left: maxYAMLNodes}
	root = x.expand(root, 0)
	ps = append(ps, x.problems...)
	if len(ps) > 0 {
		return nil, ps
	}
	return root, nil
}

// noText says why a file holds no text that can be read, if it does not.
func noText(file string, data []byte) (ps Problems) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		ps.add(Pos{file, 1, 1}, "save it as UTF-8", "the file is UTF-16")
	} else if at := invalidUTF8(data); at >= 0 {
		ps.add(position(file, data, at), "save the file as UTF-8", "this byte is not UTF-8 text")
	}
	return ps
}

// withoutVersion makes a comment of the directive that names the version of
// YAML: the parser takes none but 1.1.
func withoutVersion(data []byte) []byte {
	offset := 0
	for line := range bytes.Lines(data) {
		switch {
		case bytes.HasPrefix(line, []byte("%YAML 1.")):
			data = bytes.Clone(data)
			data[offset] = '#'
			return data
		case len(bytes.TrimSpace(line)) > 0 && line[0] != '#' && line[0] != '%':
			return data
		}
		offset += len(line)
	}
	return data
}

func at(file string, n *yaml.Node) Pos {
	return Pos{file, max(n.Line, 1), max(n.Column, 1)}
}

func invalidUTF8(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// position turns an offset into a line and a column in characters.
func position(file string, data []byte, offset int) Pos {
	before := data[:offset]
	line := bytes.LastIndexByte(before, '\n') + 1
	return Pos{file, bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[line:]) + 1}
}

// expander replaces aliases by what they stand for and merges `<<` keys, as
// far as that stays within a sane size.
type expander struct {
	file     string
	left     int
	open     []*yaml.Node // anchors being expanded, to find one within itself
	problems Problems
}

func (x *expander) expand(n *yaml.Node, depth int) *yaml.Node {
	if x.left--; x.left < 0 || depth > 100 {
		if len(x.problems) == 0 {
			x.problems.add(at(x.file, n), "write the values out", "the aliases of this file expand to more than %d values", maxYAMLNodes)
		}
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
	}
	if n.Kind == yaml.AliasNode {
		if slices.Contains(x.open, n.Alias) {
			x.problems.add(at(x.file, n), "write the values out", "the anchor %q contains itself", n.Value)
			return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: n.Line, Column: n.Column}
		}
		x.open = append(x.open, n.Alias)
		out := x.expand(n.Alias, depth+1)
		x.open = x.open[:len(x.open)-1]
		return out
	}
	if strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!") {
		x.problems.add(at(x.file, n), "put a text that begins with ! into quotes", "%q is a tag of YAML, and no part of the value", clean(n.Tag))
	}
	if len(n.Content) == 0 {
		return n
	}
	if n.Anchor != "" {
		x.open = append(x.open, n)
		defer func() { x.open = x.open[:len(x.open)-1] }()
	}
	out := *n
	out.Content = make([]*yaml.Node, 0, len(n.Content))
	if n.Kind != yaml.MappingNode {
		for _, c := range n.Content {
			out.Content = append(out.Content, x.expand(c, depth+1))
		}
		return &out
	}
	var merged []*yaml.Node
	own := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], x.expand(n.Content[i+1], depth+1)
		if key.Tag == "!!merge" {
			merged = append(merged, x.merge(value)...)
			continue
		}
		key = x.expand(key, depth+1)
		own[key.Value] = true
		out.Content = append(out.Content, key, value)
	}
	for i := 0; i+1 < len(merged); i += 2 {
		if key := merged[i].Value; !own[key] {
			own[key] = true
			out.Content = append(out.Content, merged[i], merged[i+1])
		}
	}
	return &out
}

func (x *expander) merge(value *yaml.Node) []*yaml.Node {
	switch value.Kind {
	case yaml.MappingNode:
		return value.Content
	case yaml.SequenceNode:
		var all []*yaml.Node
		for _, v := range value.Content {
			if v.Kind == yaml.MappingNode {
				all = append(all, v.Content...)
			}
		}
		return all
	}
	x.problems.add(at(x.file, value), "", "the merge key << wants a mapping")
	return nil
}

// pair is one entry of a mapping.
type pair struct {
	key, value *yaml.Node
}

// pairs lists the entries of a mapping in order; a repeated or odd key is a
// problem and left out.
func pairs(file string, n *yaml.Node, ps *Problems) []pair {
	list := make([]pair, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			ps.add(at(file, key), "", "a key must be a plain word")
			continue
		}
		repeated := false
		for _, p := range list {
			if p.key.Value == key.Value {
				ps.add(at(file, key), fmt.Sprintf("keep one of the two; the first is in line %d", p.key.Line), "the key %q stands here a second time", key.Value)
				repeated = true
				break
			}
		}
		if !repeated {
			list = append(list, pair{key, n.Content[i+1]})
		}
	}
	return list
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// isBlank reports whether nothing that a reader sees stands there.
func isBlank(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && strings.TrimSpace(clean(n.Value)) == ""
}

// kindName says in words what somebody wrote.
func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a group of keys"
	case yaml.SequenceNode:
		return "a list"
	}
	switch n.Tag {
	case "!!bool", "!!int", "!!float", "!!str", "!!timestamp":
		return strconv.Quote(clean(n.Value))
	case "!!null":
		return "nothing"
	}
	return strconv.Quote(clean(n.Value))
}

// ReadYAML returns the one document of data as a tree without aliases, or
// problems. It serves what is kept beside a profile and judged as strictly.
func ReadYAML(file string, data []byte) (*yaml.Node, Problems) { return parseYAML(file, data) }
