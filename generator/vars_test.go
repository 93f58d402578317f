package generator

import (
	"reflect"
	"strings"
	"testing"
)

// varsOf makes vars of values by name.
func varsOf(values map[string]any) *vars {
	n := newNames(len(values))
	for _, name := range sortedKeys(values) {
		n.add(name, values[name])
	}
	return n.vars()
}

// all is everything that has a value, as groups within groups.
func (v *vars) all() map[string]any {
	all := map[string]any{}
	for name := range v.names.number {
		first, _, _ := strings.Cut(name, ".")
		if value, ok := v.find(first); ok {
			all[first] = value
		}
	}
	return all
}

func TestVars(t *testing.T) {
	n := newNames(0)
	n.add("a.b", noValue)
	n.add("a.c.d", noValue)
	n.add("table", map[string]any{"x": map[string]any{"y": 1}})
	n.add("a.b", "not twice")
	v := n.vars()
	v.set("a.b", nil)
	w := v.clone()
	w.set("a.c.d", 2)
	for name, want := range map[string]struct {
		value   any
		ok      bool
		unknown string
	}{
		"a":         {map[string]any{"b": nil}, true, ""},
		"a.b":       {nil, true, ""},
		"a.b.x":     {nil, false, "a.b.x"},
		"a.c":       {nil, false, "a.c"},
		"a.c.d":     {nil, false, "a.c"},
		"b":         {nil, false, "b"},
		"b.c.d":     {nil, false, "b"},
		"table.x":   {map[string]any{"y": 1}, true, ""},
		"table.x.y": {1, true, ""},
		"table.z.y": {nil, false, "table.z"},
	} {
		value, ok := v.find(name)
		if ok != want.ok || !reflect.DeepEqual(value, want.value) {
			t.Errorf("%s is %v, %t; want %v, %t", name, value, ok, want.value, want.ok)
		}
		if !ok && v.unknown(name) != want.unknown {
			t.Errorf("of %s %s is unknown, want %s", name, v.unknown(name), want.unknown)
		}
	}
	want := map[string]any{"b": nil, "c": map[string]any{"d": 2}}
	if got, _ := w.find("a"); !reflect.DeepEqual(got, want) {
		t.Errorf("the group is %v, want %v", got, want)
	}
}
