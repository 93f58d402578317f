package generator

import (
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
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

// TestNumbersOfNames holds the numbers in the code of expressions against the
// names: in a workflow that is read, in one that came precompiled, and in both
// with an overlay that brings names of its own.
func TestNumbersOfNames(t *testing.T) {
	base := Layer{Name: "w", FS: fstest.MapFS{
		"workflow.yaml":   {Data: []byte("id: w\ntitle: T\nphases: [1-do]\nroles: [{id: owner, title: Owner, required: true}]\n")},
		"profile.yaml":    {Data: []byte("fields:\n- {key: a.flag, type: boolean}\n- {key: a.size, type: text, when: a.flag}\n")},
		"derive.yaml":     {Data: []byte("tables: {sizes: {small: 1}}\nvalues:\n- {key: both, value: 'a.flag && a.size != \"\"'}\n- {key: units, value: 'sizes.small + (both ? 1 : 2)'}\n")},
		"1-do/index.yaml": {Data: []byte("title: Do\nsteps: [one]\n")},
		"1-do/one.md":     {Data: []byte("---\ntitle: One\nrole: owner\nwhen: both\n---\nDo it.\n")},
	}}
	overlay := Layer{Name: "o", FS: fstest.MapFS{
		"workflow.yaml": {Data: []byte("id: w\n")},
		"profile.yaml":  {Data: []byte("fields:\n- {key: our.flag, type: boolean}\n")},
		"derive.yaml":   {Data: []byte("values:\n- {key: ours, value: 'our.flag && both && a.flag'}\n")},
	}}
	code, err := Precompile(base)
	if err != nil {
		t.Fatal(err)
	}
	precompiled := base
	precompiled.Precompiled = string(code)
	for name, layers := range map[string][]Layer{"read": {base}, "precompiled": {precompiled}, "read, overlay": {base, overlay}, "precompiled, overlay": {precompiled, overlay}} {
		w, err := LoadWorkflow(layers[0], layers[1:]...)
		if err != nil {
			t.Fatal(name, err)
		}
		seen := 0
		w.eachExpression(func(e *Expression) {
			want, _ := w.names.appendAST(nil, e.tree())
			if e.code != string(want) {
				t.Errorf("%s: the code of %q is %q, with the numbers of the names it would be %q", name, e.Source, e.code, want)
			}
			seen += len(e.reads())
		})
		if least := 5 + 3*(len(layers)-1); seen < least {
			t.Errorf("%s: %d names were read, at least %d are there", name, seen, least)
		}
		if i := w.names.number["both"]; w.names.list[i] != "both" || w.values["both"].number != i {
			t.Errorf("%s: both has the numbers %d and %d", name, i, w.values["both"].number)
		}
	}
}
