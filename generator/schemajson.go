package generator

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// jsonObject is a JSON object that keeps its order.
type jsonObject []jsonMember

type jsonMember struct {
	key   string
	value any
}

// oneLine is a value that is written on one line: a condition, which nobody
// reads for its own sake.
type oneLine struct{ value any }

// encodeSchema writes a schema with the properties indented.
func encodeSchema(v any) []byte {
	var b bytes.Buffer
	w := schemaPrinter{&b}
	w.print(v, 0)
	b.WriteByte('\n')
	return b.Bytes()
}

type schemaPrinter struct{ b *bytes.Buffer }

// print writes v; depth below 0 stands for on one line.
func (w schemaPrinter) print(v any, depth int) {
	switch v := v.(type) {
	case oneLine:
		w.print(v.value, -1)
	case jsonObject:
		w.list('{', '}', len(v), depth, func(i, depth int) {
			w.scalar(v[i].key)
			w.b.WriteString(": ")
			w.print(v[i].value, depth)
		})
	case []any:
		if !slices.ContainsFunc(v, composite) {
			depth = -1
		}
		w.list('[', ']', len(v), depth, func(i, depth int) { w.print(v[i], depth) })
	default:
		w.scalar(v)
	}
}

func composite(v any) bool {
	switch v.(type) {
	case jsonObject, []any, oneLine:
		return true
	}
	return false
}

func (w schemaPrinter) list(open, end byte, n, depth int, element func(i, depth int)) {
	inner := depth
	if depth >= 0 {
		inner++
	}
	w.b.WriteByte(open)
	for i := range n {
		if i > 0 {
			w.b.WriteByte(',')
			if depth < 0 {
				w.b.WriteByte(' ')
			}
		}
		w.newline(inner)
		element(i, inner)
	}
	if n > 0 {
		w.newline(depth)
	}
	w.b.WriteByte(end)
}

func (w schemaPrinter) newline(depth int) {
	if depth >= 0 {
		w.b.WriteByte('\n')
		w.b.WriteString(strings.Repeat("  ", depth))
	}
}

func (w schemaPrinter) scalar(v any) {
	e := json.NewEncoder(w.b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // text, numbers, true, false and null can be encoded
	w.b.Truncate(w.b.Len() - 1)
}
