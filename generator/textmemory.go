package generator

import (
	"errors"
	"hash/maphash"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Whoever renders a directory of profiles asks for the same texts again and
// again, and most texts read few values. From its second run on, a workflow
// remembers what its texts became, and what from.

// memory is what a workflow knows of the things that its texts depend on.
type memory struct {
	runs    atomic.Int32
	lock    sync.Mutex
	sources map[string]*source
}

// source is something that texts depend on.
type source struct {
	index    int    // among all of the workflow
	path     string // of a value of the profile or a derived one
	step     string // that is linked
	question string // one of textQuestions
	args     []any
}

// textMemory is what one text became, for a few profiles.
type textMemory struct {
	sources []*source // nil if what the text depends on is not known
	useful  atomic.Bool
	results atomic.Pointer[[]remembered] // replaced as a whole
}

type remembered struct {
	hash   uint64
	values []any // of the sources
	text   Markdown
}

// maxRemembered is how many results of one text are kept. A text of which none
// of so many was of use is another for each profile.
const maxRemembered = 16

// recall returns what the text became when its sources had the same values;
// else what to do with what it becomes now, nil for nothing.
func (r *run) recall(t Text) (md Markdown, ok bool, remember func(Markdown)) {
	memory := &r.w.memory
	if memory.runs.Load() < 2 {
		return "", false, nil
	}
	m := memory.of(t.compile())
	results := m.results.Load()
	if m.sources == nil || len(*results) == maxRemembered && !m.useful.Load() {
		return "", false, nil
	}
	hash := uint64(0)
	for _, s := range m.sources {
		hash = (hash ^ r.known(s).hash) * 0x9E3779B97F4A7C15
	}
	for _, e := range *results {
		if e.hash == hash && r.has(m.sources, e.values) {
			if !m.useful.Load() {
				m.useful.Store(true)
			}
			return e.text, true, nil
		}
	}
	if len(*results) == maxRemembered {
		return "", false, nil
	}
	return "", false, func(md Markdown) {
		values := make([]any, len(m.sources))
		for i, s := range m.sources {
			values[i] = r.known(s).value
		}
		more := append(slices.Clip(*results), remembered{hash, values, md})
		m.results.CompareAndSwap(results, &more) // or another run was faster
	}
}

func (r *run) has(sources []*source, values []any) bool {
	for i, s := range sources {
		if !same(values[i], r.known(s).value) {
			return false
		}
	}
	return true
}

// known is the value of a source in a run.
type known struct {
	hash  uint64 // 0 until it is asked for
	value any
}

func (r *run) known(s *source) *known {
	if s.index >= len(r.sources) {
		r.sources = append(r.sources, make([]known, max(s.index+1, 512)-len(r.sources))...)
	}
	k := &r.sources[s.index]
	if k.hash == 0 {
		k.value = r.look(s)
		k.hash = hashOf(k.value) | 1
	}
	return k
}

func (r *run) look(s *source) any {
	switch {
	case s.step != "":
		label, target, ok := r.link(s.step)
		return []any{label, target, ok}
	case s.question != "":
		v, _ := r.env.answer(s.question, s.args)
		return v
	}
	v, _ := r.env.vars.find(s.path)
	return v
}

var hashSeed = maphash.MakeSeed()

// hashOf is the same for values that are the same.
func hashOf(v any) uint64 {
	switch v := v.(type) {
	case string:
		return maphash.String(hashSeed, v)
	case rich:
		return maphash.String(hashSeed, string(v))
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

// of finds what a text depends on when it is first asked for.
func (m *memory) of(c *compiled) *textMemory {
	if tm := c.memory.Load(); tm != nil {
		return tm
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	if tm := c.memory.Load(); tm != nil {
		return tm
	}
	f := sourceFinder{m: m, reader: reader{s: string(c.program)}}
	tm := &textMemory{}
	if f.list(true); f.err == nil {
		tm.sources = f.sources
	}
	tm.results.Store(&[]remembered{})
	c.memory.Store(tm)
	return tm
}

var errUnknownSource = errors.New("a text depends on more than single values")

// sourceFinder goes through the program of a text. An error is something that
// the result may depend on and that is no source.
type sourceFinder struct {
	reader
	m       *memory
	sources []*source
}

// list goes to the end of a program. Top tells that the dot is still the whole
// of the values; below, it is part of what an operand was, which is a source.
func (f *sourceFinder) list(top bool) {
	for f.err == nil && f.at < len(f.s) {
		op := f.byte()
		if op == opText {
			f.text()
			continue
		}
		if f.operand(top); op == opValue {
			continue
		}
		f.text()
		f.text()
		f.inside(f.text(), top && op == opIf)
		f.inside(f.text(), top)
	}
}

func (f *sourceFinder) inside(p string, top bool) {
	outer := f.reader
	f.reader = reader{s: p, err: outer.err}
	f.list(top)
	outer.err = f.err
	f.reader = outer
}

func (f *sourceFinder) operand(top bool) {
	switch kind := f.byte(); kind {
	case argDot, argRoot:
		if path := f.text(); top || kind == argRoot {
			f.value(path)
		}
	case argVar:
		f.text()
		f.text()
	case argText:
		f.text()
	case argInt:
		f.int()
	case argCall:
		f.call(top)
	}
}

func (f *sourceFinder) value(path string) {
	if path == "" {
		f.err = errUnknownSource
		return
	}
	f.add("."+path, source{path: path})
}

func (f *sourceFinder) call(top bool) {
	name, n := f.text(), f.count()
	if _, question := textQuestions[name]; !question && name != "step" {
		for range n {
			f.operand(top)
		}
		return
	}
	s, args := source{}, make([]any, n)
	words := []string{name}
	for i := range args {
		if f.byte() != argText {
			f.err = errUnknownSource
			return
		}
		word := f.text()
		args[i] = word
		words = append(words, word)
	}
	if name == "step" && n == 1 {
		s.step = args[0].(string)
	} else {
		s.question, s.args = name, args
	}
	f.add(strings.Join(words, " "), s)
}

func (f *sourceFinder) add(key string, s source) {
	known := f.m.sources[key]
	if known == nil {
		s.index = len(f.m.sources)
		known = &s
		if f.m.sources == nil {
			f.m.sources = map[string]*source{}
		}
		f.m.sources[key] = known
	}
	if !slices.Contains(f.sources, known) {
		f.sources = append(f.sources, known)
	}
}
