package record

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// deviations takes over the log. Its lines have no names: the lines of two
// copies are different ones unless they say the same.
func (t *taking) deviations() {
	p := partNamed("deviations")
	keys := map[string]string{}
	for _, sub := range t.all {
		if sub.part.name == "items" {
			keys[sub.number] = sub.key
		}
	}
	used := map[string]bool{}
	for _, line := range slices.SortedFunc(maps.Keys(t.copy.Entries[p.name]), natural) {
		v := maps.Clone(t.copy.Entries[p.name][line])
		if !v.filled() {
			continue
		}
		number := v["item"]
		if key := keys[number]; key != "" {
			v["item"] = key
		}
		key := strconv.Itoa(len(t.store.entries[p.name]) + 1)
		for _, k := range t.store.keys(p) {
			if !used[k] && sameDeviation(t.store.at(p.name, k).Values, v) {
				key = k
				break
			}
		}
		used[key] = true
		t.merge(&subject{part: p, key: key, number: number, title: "Deviation " + key}, v)
	}
	for _, k := range t.store.keys(p) {
		if e := t.store.at(p.name, k); !used[k] && t.shows(e) {
			t.told[entryKey{p.name, k}] = true
			t.Remarks = append(t.Remarks, fmt.Sprintf("Deviation %s is in the record and not in this copy: %s", k, describe(&subject{part: p}, e.Values, nil)))
		}
	}
}

// sameDeviation reports whether two lines tell of the same thing: nothing in
// them differs, and what was done, or else the item, is the same.
func sameDeviation(a, b Values) bool {
	for f, v := range a {
		if b[f] != "" && b[f] != v {
			return false
		}
	}
	if a["what"] != "" && b["what"] != "" {
		return true
	}
	return a["item"] != "" && a["item"] == b["item"]
}
