package generator

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Edited writes the answers into the profile that is there. Everything that
// stands in it stays as it is, comments and order included: new keys go to
// the end of their group, new groups to the end of the file.
func (d *Draft) Edited() ([]byte, error) {
	text := string(d.base)
	for _, q := range d.questions {
		answer := d.answers[q.Key]
		if answer == "" || d.Given(q.Key) {
			continue
		}
		edited, err := insertKey(text, strings.Split(q.Key, "."), newEntry{q.node(answer), d.explain(q), q.placeholder()})
		if err != nil {
			return nil, fmt.Errorf("write %s into the profile: %w", q.Key, err)
		}
		text = edited
	}
	if err := d.proved(text); err != nil {
		return nil, err
	}
	return []byte(text), nil
}

func (d *Draft) explain(q *Question) string {
	if q.Role != nil {
		return d.roleComment(q.Role)
	}
	return q.Field.comment()
}

// proved compares the profile that came out with the one that was judged.
func (d *Draft) proved(text string) error {
	p, ps := ParseProfile(d.name, []byte(text), d.w)
	want := d.judged().profile
	if err := ps.Err(); err != nil {
		return err
	}
	if !reflect.DeepEqual(p.vars, want.vars) || !reflect.DeepEqual(p.People, want.People) {
		return errUnedited
	}
	return nil
}

var errUnedited = errors.New("the profile is written in a way that cannot be completed without changing it; add the keys by hand, or begin a new one")

// newEntry is what is written for a key.
type newEntry struct {
	value       *yaml.Node
	about       string // stands above a key that gets a line of its own
	placeholder string // stands behind a key that a new profile has commented out
}

// insertKey adds one key to a profile.
func insertKey(text string, path []string, entry newEntry) (string, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return "", err
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return "", errUnedited
	}
	e := lineEditor{lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	n, depth := doc.Content[0], 0
	for depth < len(path)-1 {
		next := child(n, path[depth])
		if next == nil || isNull(next) {
			break
		}
		if next.Kind != yaml.MappingNode {
			return "", errUnedited
		}
		n = next
		depth++
	}
	null := keyNode(n, path[depth])
	if done, again := e.uncomment(n, null, path[depth:], entry); done {
		text = e.text(text)
		if again {
			return insertKey(text, path, entry)
		}
		return text, nil
	}
	var err error
	switch {
	case null != nil: // "site:" with nothing behind it
		err = e.fill(null, path[depth+1:], entry)
	case n.Style&yaml.FlowStyle != 0:
		err = e.flow(n, path[depth:], entry.value)
	default:
		e.block(n, depth == 0, path[depth:], entry)
	}
	if err != nil {
		return "", err
	}
	return e.text(text), nil
}

// text is what came out, with the line ends of what went in.
func (e *lineEditor) text(before string) string {
	out := strings.Join(e.lines, "\n")
	if strings.Contains(before, "\r\n") {
		out = strings.ReplaceAll(out, "\n", "\r\n")
	}
	return out
}

func keyNode(n *yaml.Node, name string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.Content[i]
		}
	}
	return nil
}

type lineEditor struct{ lines []string }

// entryLines is a key with the groups above it that are not there yet.
func entryLines(indent string, path []string, entry newEntry) []string {
	var lines []string
	for _, name := range path[:len(path)-1] {
		lines = append(lines, indent+name+":")
		indent += "  "
	}
	for _, l := range explained(0, entry.about) {
		lines = append(lines, indent+l.String())
	}
	return append(lines, indent+path[len(path)-1]+": "+inline(entry.value))
}

// block appends to a group that is written key below key.
func (e *lineEditor) block(n *yaml.Node, top bool, path []string, entry newEntry) {
	indent := ""
	if len(n.Content) > 0 {
		indent = strings.Repeat(" ", n.Content[0].Column-1)
	}
	lines := entryLines(indent, path, entry)
	at := e.end(n, len(indent))
	if top && len(path) > 1 {
		lines = append([]string{""}, lines...)
	}
	e.insert(at, lines)
}

// end is the index of the line behind the last one of a group.
func (e *lineEditor) end(n *yaml.Node, indent int) int {
	last := lastLine(n) // counted from 1: the index of the line after it
	for i := last; i < len(e.lines); i++ {
		line := e.lines[i]
		bare := strings.TrimLeft(line, " ")
		switch {
		case bare == "":
			continue
		case indent == 0 && (strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...")):
			return last
		case len(line)-len(bare) < indent || len(line)-len(bare) == indent && !strings.HasPrefix(bare, "#"):
			return last // a key of a group above, or the next of this one, which cannot be
		case len(line)-len(bare) == indent && indent == 0 && strings.HasPrefix(bare, "#"):
			last = i + 1 // a comment at the end of the file stays above what is added
		default:
			last = i + 1 // more of the last value, or a comment of this group
		}
	}
	return last
}

func lastLine(n *yaml.Node) int {
	last := n.Line
	for _, c := range n.Content {
		last = max(last, lastLine(c))
	}
	return last
}

func (e *lineEditor) insert(at int, lines []string) {
	rest := append([]string{}, e.lines[at:]...)
	e.lines = append(append(e.lines[:at:at], lines...), rest...)
	if len(rest) == 0 {
		e.lines = append(e.lines, "") // the file had no line end
	}
}

// fill puts keys below one that has nothing behind it.
func (e *lineEditor) fill(key *yaml.Node, path []string, entry newEntry) error {
	line := e.lines[key.Line-1]
	behind := line[min(len(line), key.Column-1+len(key.Value)):]
	behind = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(behind), ":"))
	if behind != "" && !strings.HasPrefix(behind, "#") || strings.TrimSpace(line[:key.Column-1]) != "" {
		return errUnedited // site: ~, or within braces
	}
	indent := strings.Repeat(" ", key.Column-1)
	if len(path) == 0 {
		e.lines[key.Line-1] = strings.Replace(line, key.Value+":", key.Value+": "+inline(entry.value), 1)
		return nil
	}
	e.insert(key.Line, entryLines(indent+"  ", path, entry))
	return nil
}

// flow adds to a group in braces.
func (e *lineEditor) flow(n *yaml.Node, path []string, value *yaml.Node) error {
	line, column, ok := e.closing(n.Line-1, n.Column-1)
	if !ok {
		return errUnedited
	}
	text := path[len(path)-1] + ": " + inline(value)
	for i := len(path) - 2; i >= 0; i-- {
		text = path[i] + ": {" + text + "}"
	}
	before := strings.TrimRight(e.lines[line][:column], " ")
	padding := e.lines[line][len(before):column]
	switch {
	case strings.HasSuffix(before, ","):
		text = " " + text
	case len(n.Content) > 0:
		text = ", " + text
	}
	e.lines[line] = before + text + padding + e.lines[line][column:]
	return nil
}

// closing finds the brace that closes the one at a place.
func (e *lineEditor) closing(line, column int) (atLine, atColumn int, ok bool) {
	depth, quote := 0, byte(0)
	for i := line; i < len(e.lines); i++ {
		text := e.lines[i]
		j := 0
		if i == line {
			j = runeOffset(text, column)
		}
		for ; j < len(text); j++ {
			c := text[j]
			switch {
			case quote == '"' && c == '\\':
				j++
			case quote != 0:
				if c == quote {
					quote = 0
				}
			case (c == '"' || c == '\'') && (j == 0 || strings.IndexByte(" [{,:", text[j-1]) >= 0):
				quote = c
			case c == '#' && (j == 0 || text[j-1] == ' '):
				j = len(text)
			case c == '{' || c == '[':
				depth++
			case c == '}' || c == ']':
				if depth--; depth == 0 {
					return i, j, true
				}
			}
		}
	}
	return 0, 0, false
}

// runeOffset turns a column in characters into one in bytes.
func runeOffset(s string, column int) int {
	for i := range s {
		if column == 0 {
			return i
		}
		column--
	}
	return len(s)
}
