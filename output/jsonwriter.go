package output

import (
	"bytes"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// jsonWriter writes the types of the JSON form as encoding/json does, with an
// indent of two blanks and with < and > as they are. That package writes the
// whole first and indents it in a second pass, which takes two thirds of its
// time. The tests compare what both write.
type jsonWriter struct {
	out   []byte
	depth int
}

func (w *jsonWriter) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Int:
		w.out = strconv.AppendInt(w.out, v.Int(), 10)
	case reflect.Bool:
		w.out = strconv.AppendBool(w.out, v.Bool())
	case reflect.Pointer:
		w.value(v.Elem())
	case reflect.Struct:
		w.open('{')
		w.fields(v)
		w.close('}')
	case reflect.Map:
		texts := v.Interface().(map[string]string)
		w.open('{')
		for _, key := range slices.Sorted(maps.Keys(texts)) {
			w.pair(key, texts[key])
		}
		w.close('}')
	case reflect.Slice:
		w.list(v)
	default:
		panic("output: the JSON form has a " + v.Type().String())
	}
}

func (w *jsonWriter) list(v reflect.Value) {
	if v.Type() == reflect.TypeFor[jsonNames]() {
		w.names(v.Interface().(jsonNames))
		return
	}
	w.open('[')
	for i := range v.Len() {
		w.next()
		w.value(v.Index(i))
	}
	w.close(']')
}

// names writes an object of key and value. Here, and only here, < and > are
// written as \u003c and \u003e, as they always were.
func (w *jsonWriter) names(names jsonNames) {
	start := len(w.out)
	w.open('{')
	for _, n := range names {
		w.pair(n.Key, n.Value)
	}
	w.close('}')
	var b bytes.Buffer
	json.HTMLEscape(&b, w.out[start:])
	w.out = append(w.out[:start], b.Bytes()...)
}

func (w *jsonWriter) fields(v reflect.Value) {
	for _, f := range jsonFields()[v.Type()] {
		field := v.Field(f.index)
		switch {
		case f.embedded:
			w.fields(field)
		case !f.omitEmpty || !empty(field):
			w.next()
			w.out = append(w.out, f.key...)
			w.value(field)
		}
	}
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map:
		return v.Len() == 0
	default:
		return v.IsZero()
	}
}

func (w *jsonWriter) pair(key, value string) {
	w.next()
	w.text(key)
	w.out = append(w.out, ": "...)
	w.text(value)
}

func (w *jsonWriter) open(bracket byte) {
	w.out = append(w.out, bracket)
	w.depth++
}

// next begins an element of what is open.
func (w *jsonWriter) next() {
	if !w.opened() {
		w.out = append(w.out, ',')
	}
	w.line()
}

func (w *jsonWriter) close(bracket byte) {
	w.depth--
	if !w.opened() {
		w.line()
	}
	w.out = append(w.out, bracket)
}

// opened reports whether nothing stands behind the last bracket that opens.
func (w *jsonWriter) opened() bool {
	last := w.out[len(w.out)-1]
	return last == '{' || last == '['
}

func (w *jsonWriter) line() {
	const blanks = "                                "
	w.out = append(append(w.out, '\n'), blanks[:2*w.depth]...)
}

func (w *jsonWriter) text(s string) {
	w.out = append(w.out, '"')
	done := 0
	put := func(i int, escape string, size int) {
		w.out = append(append(w.out, s[done:i]...), escape...)
		done = i + size
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == utf8.RuneError && size == 1:
				put(i, `\ufffd`, size)
			case r == '\u2028':
				put(i, `\u2028`, size)
			case r == '\u2029':
				put(i, `\u2029`, size)
			}
			i += size - 1
			continue
		}
		switch at := strings.IndexByte("\"\\\b\f\n\r\t", c); at {
		case -1:
			const digits = "0123456789abcdef"
			put(i, `\u00`, 1)
			w.out = append(w.out, digits[c>>4], digits[c&15])
		default:
			put(i, `\`, 1)
			w.out = append(w.out, `"\bfnrt`[at])
		}
	}
	w.out = append(append(w.out, s[done:]...), '"')
}

// jsonField is a field of a struct of the JSON form.
type jsonField struct {
	index     int
	key       string // as it is written
	omitEmpty bool
	embedded  bool
}

// jsonFields are the fields of every struct of the JSON form, as their tags
// have it.
var jsonFields = sync.OnceValue(func() map[reflect.Type][]jsonField {
	all := map[reflect.Type][]jsonField{}
	var add func(t reflect.Type)
	add = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice:
			add(t.Elem())
		case reflect.Struct:
			if all[t] != nil {
				return
			}
			list := make([]jsonField, t.NumField())
			for i := range list {
				f := t.Field(i)
				key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
				list[i] = jsonField{i, `"` + key + `": `, options == "omitempty", f.Anonymous}
				add(f.Type)
			}
			all[t] = list
		}
	}
	add(reflect.TypeFor[jsonRunbook]())
	return all
})
