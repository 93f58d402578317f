package generator

import (
	"slices"
	"strings"
)

// New writes the answers as a new profile: every key that matters with a
// comment, those without an answer commented out with their default or an
// example. head is put in front as comments, one a line.
func (d *Draft) New(head ...string) []byte {
	x := draftWriter{d}
	var lines []string
	for _, h := range head {
		lines = append(lines, strings.TrimRight("# "+h, " "))
	}
	names := slices.Clone(d.w.groups.names)
	slices.SortStableFunc(names, func(a, b string) int { return d.place(a) - d.place(b) })
	for _, name := range names {
		entry, _ := x.entry(name, d.w.groups.children[name], 0)
		if len(entry) > 0 {
			lines = append(lines, "")
		}
		for _, l := range entry {
			lines = append(lines, l.String())
		}
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}

// place orders the top of a profile: who and what for, the workflow's own
// keys, and what every profile has.
func (d *Draft) place(name string) int {
	if i := slices.Index([]string{"workflow", "id", "title", "organization", "overlays"}, name); i >= 0 {
		return i
	}
	if g := d.w.groups.children[name]; g.field == nil || !g.field.Common {
		for _, f := range d.w.Fields {
			if !f.Common && (f.Key == name || strings.HasPrefix(f.Key, name+".")) {
				return 10
			}
		}
	}
	return 20
}

// draftLine is a line of a profile.
type draftLine struct {
	depth   int
	text    string
	comment bool // explains; else it is a key
	off     int  // the depth at which it is commented out, -1 for not at all
}

func (l draftLine) String() string {
	text := l.text
	if l.comment {
		text = "# " + text
	}
	if l.off < 0 {
		return strings.Repeat("  ", l.depth) + text
	}
	return strings.Repeat("  ", l.off) + "# " + strings.Repeat("  ", l.depth-l.off) + text
}

type draftWriter struct{ d *Draft }

// entry writes one key and what is below it; live reports whether any of it
// is not commented out.
func (x draftWriter) entry(name string, g *group, depth int) (lines []draftLine, live bool) {
	switch {
	case g.field != nil && g.field.Type == TypePeople:
		return x.people(name, depth), true
	case g.field != nil:
		return x.field(name, g.field, depth)
	}
	lines = []draftLine{{depth, name + ":", false, -1}}
	for _, c := range g.names {
		below, alive := x.entry(c, g.children[c], depth+1)
		lines = append(lines, below...)
		live = live || alive
	}
	if len(lines) == 1 {
		return nil, false
	}
	if !live {
		for i := range lines {
			lines[i].off = depth
		}
	}
	return lines, live
}

func (x draftWriter) field(name string, f *Field, depth int) (lines []draftLine, live bool) {
	d := x.d
	q := d.Question(f.Key)
	if q == nil {
		q = &Question{Key: f.Key, Field: f} // settled by a flag
	}
	key := draftLine{depth, name + ":", false, -1}
	if text := d.answers[f.Key]; text != "" {
		key.text += " " + inline(q.node(text))
		return append(explained(depth, f.comment()), key), true
	}
	if !d.Relevant(q) || !f.asked() || d.Question(f.Key) == nil {
		return nil, false
	}
	key.text = strings.TrimRight(key.text+" "+q.placeholder(), " ")
	key.off = depth
	return append(explained(depth, f.comment()), key), false
}

// comment says what a key is for.
func (f *Field) comment() string {
	parts := []string{strings.TrimSuffix(f.Title, ".")}
	if f.Help != "" {
		parts = append(parts, strings.TrimSuffix(f.Help, "."))
	}
	if f.Shape != "" {
		parts = append(parts, UpperFirst(f.Shape))
	}
	if len(f.Choices) > 0 {
		choices := make([]string, len(f.Choices))
		for i, c := range f.Choices {
			choices[i] = c.Value
			if c.Title != "" && c.Title != c.Value {
				choices[i] += " (" + c.Title + ")"
			}
		}
		parts = append(parts, choose(f.isList(), "Any of: ", "One of: ")+strings.Join(choices, ", "))
	}
	if len(f.Fields) > 0 {
		parts = append(parts, "Keys of an entry: "+strings.Join(f.fieldNames(), ", "))
	}
	return strings.Join(parts, ". ") + "."
}

func (x draftWriter) people(name string, depth int) []draftLine {
	lines := []draftLine{{depth, name + ":", false, -1}}
	for _, role := range x.d.w.Roles {
		lines = append(lines, explained(depth+1, x.d.roleComment(role))...)
		key := draftLine{depth + 1, role.ID + ":", false, -1}
		if answer := x.d.answers["people."+role.ID]; answer != "" {
			key.text += " " + inline(x.d.Question("people."+role.ID).node(answer))
		} else {
			key.text += " " + x.d.Question("people."+role.ID).placeholder()
			key.off = depth + 1
		}
		lines = append(lines, key)
	}
	return lines
}

// placeholder is what stands behind a key that is commented out: its default
// or an example.
func (q *Question) placeholder() string {
	if q.Role != nil {
		return "{name: Ann Lee, email: ann@example.com, github: annlee}"
	}
	value := q.Default()
	if value == "" {
		value = q.Field.Example
	}
	if value == "" {
		return ""
	}
	return inline(q.node(value))
}

func (d *Draft) roleComment(role *Role) string {
	if role.Required {
		return role.Title + "."
	}
	return role.Title + ". Where nobody is named, " + d.StandsIn(role) + "."
}

// Duties says what a role does, "" where the answers so far do not tell.
func (d *Draft) Duties(role *Role) string {
	r := d.judged().run
	if r == nil {
		return ""
	}
	text, err := r.plain(role.Summary)
	if err != nil {
		return ""
	}
	return text
}

// StandsIn says who does what a role has to do when nobody is named for it.
func (d *Draft) StandsIn(role *Role) string {
	var titles []string
	for _, id := range role.Fallback {
		if r := d.w.Role(id); r != nil {
			titles = append(titles, "the "+r.Title)
		}
	}
	return strings.Join(titles, ", then ") + " stands in"
}

// explained wraps a comment to a width that fits beside other windows.
func explained(depth int, text string) []draftLine {
	const width = 100
	var lines []draftLine
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && 2*depth+2+len(line)+1+len(word) > width {
			lines = append(lines, draftLine{depth, line, true, -1})
			line = ""
		}
		line = strings.TrimLeft(line+" "+word, " ")
	}
	return append(lines, draftLine{depth, line, true, -1})
}
