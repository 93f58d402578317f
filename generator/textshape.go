package generator

import (
	"hash/maphash"
	"math"
	"slices"
	"strconv"
	"strings"
)

// linked is what the link to a step needs.
type linked struct {
	label, target string
	ok            bool
}

// tame reports whether s stands in every text as it is: nothing of it is
// escaped, wherever it stands, and no function that a shape allows changes it.
func tame(s string) bool {
	return tameInside(s) && escapeLineStart(s) == s
}

// tameInside is tame for what never begins a line.
func tameInside(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' {
		return false
	}
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7f || c == '"' || c == '\'' || c == ' ' && s[i-1] == ' ':
			return false
		case !itself[c] && escaped(s, i) != "":
			return false
		}
	}
	return true
}

// keepers are the functions of texts that leave a tame value as it is, and
// make the same of any two.
var keepers = map[string]bool{
	"fill": true, "list": true, "codes": true, "first": true, "join": true, "len": true,
	"ps": true, "sh": true, "q": true, "json": true, "num": true, "add": true, "step": true,
	"not": true, "and": true, "or": true, "in": true, "people": true, "same": true, "several": true,
}

// The shape of a value is the value without what its tame texts say. Groups
// are told apart to a letter.

// shapeOf returns a hash of the shape, and appends the tame texts.
func shapeOf(v any, tames []string) (uint64, []string) {
	const some = 0x5851F42D4C957F2D
	switch v := v.(type) {
	case string:
		if tame(v) {
			return some, append(tames, v)
		}
	case linked:
		h := maphash.String(hashSeed, v.target)
		if tameInside(v.label) {
			return h ^ some, append(tames, v.label)
		}
		return h ^ maphash.String(hashSeed, v.label), tames
	case rich:
		h, s := uint64(0), string(v)
		for i := nextMark(s); i >= 0; i = nextMark(s) {
			h = h*31 + maphash.String(hashSeed, s[:i])
			value, kind, rest := cutMark(s[i:])
			if kind == markOpen && tame(value) {
				h, tames = h*31+some, append(tames, value)
			} else {
				h = h*31 + maphash.String(hashSeed, value)
			}
			s = rest
		}
		return h*31 + maphash.String(hashSeed, s), tames
	case []any:
		h := uint64(len(v))
		for _, e := range v {
			var one uint64
			one, tames = shapeOf(e, tames)
			h = h*31 + one
		}
		return h, tames
	}
	return hashOf(v), tames
}

// sameShape reports whether two values have the same shape.
func sameShape(a, b any) bool {
	switch a := a.(type) {
	case string:
		b, ok := b.(string)
		return ok && (a == b || tame(a) && tame(b))
	case linked:
		b, ok := b.(linked)
		return ok && a.target == b.target && a.ok == b.ok && (a.label == b.label || tameInside(a.label) && tameInside(b.label))
	case rich:
		b, ok := b.(rich)
		return ok && sameRich(string(a), string(b))
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, sameShape)
	}
	return same(a, b)
}

func sameRich(a, b string) bool {
	for {
		i, j := nextMark(a), nextMark(b)
		if i != j {
			return false
		}
		if i < 0 {
			return a == b
		}
		one, kind, restA := cutMark(a[i:])
		two, kindB, restB := cutMark(b[i:])
		if a[:i] != b[:i] || kind != kindB || one != two && (kind != markOpen || !tame(one) || !tame(two)) {
			return false
		}
		a, b = restA, restB
	}
}

// standIn is v with a stand-in for each tame text, by its number.
func standIn(v any, number *int) any {
	next := func() string {
		*number++
		return standInBegins + strconv.Itoa(*number-1) + standInEnds
	}
	switch v := v.(type) {
	case string:
		if tame(v) {
			return next()
		}
	case linked:
		if tameInside(v.label) {
			v.label = next()
		}
		return v
	case rich:
		var b strings.Builder
		s := string(v)
		for i := nextMark(s); i >= 0; i = nextMark(s) {
			value, kind, rest := cutMark(s[i:])
			if kind == markOpen && tame(value) {
				b.WriteString(s[:i] + wrap(next()))
			} else {
				b.WriteString(s[:len(s)-len(rest)])
			}
			s = rest
		}
		return rich(b.String() + s)
	case []any:
		list := make([]any, len(v))
		for i, e := range v {
			list[i] = standIn(e, number)
		}
		return list
	}
	return v
}

// A stand-in is tame itself, and another one in each process, so that no profile
// can have its like.
var standInBegins = "Qz" + strconv.FormatUint(maphash.String(hashSeed, "stand-in"), 36) + "x"

const standInEnds = "x7zQ"

// cutStandIn splits a text around its first stand-in.
func cutStandIn(s string) (before string, number int, rest string, found bool) {
	before, rest, found = strings.Cut(s, standInBegins)
	if !found {
		return s, 0, "", false
	}
	digits, rest, _ := strings.Cut(rest, standInEnds)
	number, err := strconv.Atoi(digits)
	if err != nil {
		return before, -1, rest, true
	}
	return before, number, rest, true
}

var hashSeed = maphash.MakeSeed()

// hashOf is the same for values that are the same.
func hashOf(v any) uint64 {
	switch v := v.(type) {
	case string:
		return maphash.String(hashSeed, v)
	case rich:
		return maphash.String(hashSeed, string(v))
	case linked:
		return maphash.String(hashSeed, v.label) ^ maphash.String(hashSeed, v.target)
	case int:
		return uint64(v) * 0x9E3779B97F4A7C15
	case float64:
		return math.Float64bits(v)
	case bool:
		if v {
			return 2
		}
	case []any:
		h := uint64(len(v))
		for _, e := range v {
			h = h*31 + hashOf(e)
		}
		return h
	case map[string]any:
		h := uint64(len(v))
		for key, e := range v { // in any order
			h += maphash.String(hashSeed, key) ^ hashOf(e)*31
		}
		return h
	}
	return 0
}

// same reports whether two values are the same in type and value.
func same(a, b any) bool {
	switch a := a.(type) {
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, same)
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for key, v := range a {
			if w, ok := b[key]; !ok || !same(v, w) {
				return false
			}
		}
		return true
	}
	switch b.(type) {
	case []any, map[string]any:
		return false
	}
	return a == b
}
