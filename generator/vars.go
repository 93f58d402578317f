package generator

import (
	"slices"
	"strings"
)

// vars are what expressions and texts can name: the values of the fields, the
// derived ones and the tables, by dotted name. All vars of a workflow share
// its names, so that a copy costs no more than a list.
type vars struct {
	names *names
	list  []any // by number; noValue where there is none
}

// names numbers the names, and has what is there from the start.
type names struct {
	number map[string]int
	list   []string
	groups map[string]bool // what has names below it
	first  []any
}

// noValue is that of a name which has none yet.
var noValue any = new(byte)

func newNames(size int) *names {
	return &names{number: make(map[string]int, size), groups: map[string]bool{}, list: make([]string, 0, size), first: make([]any, 0, size)}
}

// add makes a name known, and v its value from the start. It returns the
// number of the name, which stays as it is when the name is added once more.
func (n *names) add(name string, v any) int {
	if i, known := n.number[name]; known {
		return i
	}
	n.number[name] = len(n.first)
	n.list = append(n.list, name)
	n.first = append(n.first, v)
	for i := strings.LastIndexByte(name, '.'); i >= 0 && !n.groups[name[:i]]; i = strings.LastIndexByte(name[:i], '.') {
		n.groups[name[:i]] = true
	}
	return n.number[name]
}

func (n *names) has(name string) bool {
	_, known := n.number[name]
	return known
}

func (n *names) vars() *vars { return &vars{n, slices.Clone(n.first)} }

func (v *vars) clone() *vars { return &vars{v.names, slices.Clone(v.list)} }

// set gives a name that is known a value.
func (v *vars) set(name string, value any) {
	i, known := v.names.number[name]
	if !known {
		panic("set: unknown name " + name)
	}
	v.list[i] = value
}

// get returns the value of a name, or nil.
func (v *vars) get(name string) any {
	if i, known := v.names.number[name]; known && v.list[i] != noValue {
		return v.list[i]
	}
	return nil
}

// find returns the value of a name, which may also be that of a group or of
// part of a value.
func (v *vars) find(name string) (value any, ok bool) {
	if v == nil {
		return nil, false
	}
	if i, known := v.names.number[name]; known {
		if value = v.list[i]; value != noValue {
			return value, true
		}
		return nil, false
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		if whole, ok := v.find(name[:i]); ok {
			m, _ := whole.(map[string]any)
			value, ok = m[name[i+1:]]
			return value, ok
		}
	}
	return v.group(name)
}

// group is all that is below a name, nested by its parts. It is made anew each
// time: hardly anything asks for a group as a whole.
func (v *vars) group(name string) (value any, ok bool) {
	if !v.names.groups[name] {
		return nil, false
	}
	var all map[string]any
	for known, i := range v.names.number {
		rest, below := strings.CutPrefix(known, name+".")
		if !below || v.list[i] == noValue {
			continue
		}
		if all == nil {
			all = map[string]any{}
		}
		m := all
		for {
			part, below, more := strings.Cut(rest, ".")
			if !more {
				m[part] = v.list[i]
				break
			}
			inner, ok := m[part].(map[string]any)
			if !ok {
				inner = map[string]any{}
				m[part] = inner
			}
			m, rest = inner, below
		}
	}
	if all == nil {
		return nil, false
	}
	return all, true
}

// numbered is find for a name of which the number is known, as a rule.
func (v *vars) numbered(number int, name string) (value any, ok bool) {
	if v == nil || number < 0 || number >= len(v.list) || v.names.list[number] != name {
		return v.find(name)
	}
	value = v.list[number]
	return value, value != noValue
}

// unknown is the shortest beginning of a name that is not known.
func (v *vars) unknown(name string) string {
	for i := range len(name) {
		if name[i] != '.' {
			continue
		}
		if _, ok := v.find(name[:i]); !ok {
			return name[:i]
		}
	}
	return name
}

func oneVar(name string, v any) *vars {
	n := newNames(1)
	n.add(name, v)
	return n.vars()
}

// nameAll numbers what expressions and texts of the workflow can name. Called
// again after an overlay has brought more, it leaves the numbers as they are.
func (w *Workflow) nameAll() {
	if w.names == nil {
		w.names = newNames(len(w.Fields) + len(w.Values) + len(w.tables) + 2)
	}
	w.names.add("date", noValue)
	w.names.add("brief", noValue)
	for _, f := range w.Fields {
		f.number = w.names.add(f.Key, noValue)
	}
	for _, v := range w.Values {
		v.number = w.names.add(v.Key, noValue)
	}
	for _, name := range sortedKeys(w.tables) {
		if i := w.names.add(name, w.tables[name]); w.names.first[i] != noValue {
			w.names.first[i] = w.tables[name] // an overlay may have changed it
		}
	}
}
