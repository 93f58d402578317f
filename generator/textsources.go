package generator

import (
	"errors"
	"slices"
	"strings"
)

// source is something that texts or conditions depend on.
type source struct {
	index    int    // among all of the workflow
	path     string // of a value of the profile or a derived one
	number   int    // of path among the names of the workflow, -1 for part of a value
	step     string // that is linked
	given    string // a field that somebody gave, or not
	question string // one of textQuestions
	args     []any

	shapes, literals sights // of its values
}

// use is a source in something that depends on it.
type use struct {
	*source
	exact bool // its values must be the same, to a letter
}

// of finds what a text depends on when it is first asked for.
func (m *memory) of(c *compiled, known *names) *textMemory {
	if tm := c.memory.Load(); tm != nil {
		return tm
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	f := sourceFinder{m: m, known: known, reader: reader{s: string(c.program)}}
	tm := &textMemory{}
	if f.list(true); f.err == nil {
		tm.uses = f.uses
	}
	tm.early = !slices.ContainsFunc(f.uses, func(u use) bool { return u.step != "" || u.question == "in" })
	c.memory.CompareAndSwap(nil, tm) // or another run was faster
	return c.memory.Load()
}

var errUnknownSource = errors.New("a text depends on more than single values")

// sourceFinder goes through the program of a text. An error is something that
// the result may depend on and that is no source.
type sourceFinder struct {
	reader
	m       *memory
	known   *names
	uses    []use
	touched []*source // by operands, in order
	dot     []*source // what the dot is made of, below the top
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
		before := len(f.touched)
		if f.operand(top); op == opValue {
			continue
		}
		f.text()
		f.text()
		if body := f.text(); op == opIf {
			f.inside(body, top)
		} else {
			outer := f.dot
			f.dot = slices.Clone(f.touched[before:])
			f.inside(body, false)
			f.dot = outer
		}
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
		} else {
			f.touched = append(f.touched, f.dot...)
		}
	case argVar:
		f.text()
		f.text()
		for _, u := range f.uses { // one of them
			f.touched = append(f.touched, u.source)
		}
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
	number, ok := f.known.number[path]
	if !ok {
		number = -1
	}
	f.add("."+path, &source{path: path, number: number})
}

func (f *sourceFinder) call(top bool) {
	name, n := f.text(), f.count()
	if _, question := textQuestions[name]; !question && name != "step" {
		before := len(f.touched)
		for range n {
			f.operand(top)
		}
		for i := range f.uses {
			if !keepers[name] && slices.Contains(f.touched[before:], f.uses[i].source) {
				f.uses[i].exact = true
			}
		}
		return
	}
	s, args := &source{}, make([]any, n)
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

func (f *sourceFinder) add(key string, s *source) {
	known := f.m.sources[key]
	if known == nil {
		s.index = len(f.m.sources)
		known = s
		if f.m.sources == nil {
			f.m.sources = map[string]*source{}
		}
		f.m.sources[key] = known
	}
	f.touched = append(f.touched, known)
	if !slices.ContainsFunc(f.uses, func(u use) bool { return u.source == known }) {
		f.uses = append(f.uses, use{source: known})
	}
}
