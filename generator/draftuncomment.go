package generator

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// uncomment uses the line where a key stands commented out, as a new profile
// has it: the explanation above it stays where it is. Where a whole group is
// commented out, only the group itself comes in, and the key is to be looked
// for again.
func (e *lineEditor) uncomment(n, null *yaml.Node, path []string, entry newEntry) (done, again bool) {
	from, to, indent := 0, 0, ""
	switch {
	case null != nil && len(path) > 1:
		indent = strings.Repeat(" ", null.Column+1)
		from, path = null.Line, path[1:]
		to = from
		for to < len(e.lines) && (strings.TrimSpace(e.lines[to]) == "" || strings.HasPrefix(e.lines[to], indent)) {
			to++
		}
	case null != nil || n.Style&yaml.FlowStyle != 0 || len(n.Content) == 0:
		return false, false
	default:
		indent = strings.Repeat(" ", n.Content[0].Column-1)
		from, to = n.Content[0].Line-1, e.end(n, len(indent))
		if indent == "" {
			from, to = 0, len(e.lines)
		}
	}
	for i := from; i < to; i++ {
		rest, ok := strings.CutPrefix(e.lines[i], indent+"# "+path[0]+":")
		rest = strings.TrimSpace(rest)
		if !ok || rest != "" && (len(path) > 1 || rest != entry.placeholder) {
			continue // something that a person commented out
		}
		if len(path) == 1 {
			e.lines[i] = indent + path[0] + ": " + inline(entry.value)
			return true, false
		}
		e.lines[i] = indent + path[0] + ":"
		e.uncommentBelow(i+1, indent)
		return true, true
	}
	return false, false
}

// uncommentBelow brings what is below a group that was commented out as a
// whole into the form that it has when each key is commented out by itself.
func (e *lineEditor) uncommentBelow(from int, indent string) {
	for i := from; i < len(e.lines); i++ {
		rest, ok := strings.CutPrefix(e.lines[i], indent+"#   ")
		if !ok {
			return
		}
		if strings.HasPrefix(rest, "# ") { // an explanation
			e.lines[i] = indent + "  " + rest
		} else {
			e.lines[i] = indent + "  # " + rest
		}
	}
}
