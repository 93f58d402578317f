package generator

import (
	"errors"
	"slices"
	"strings"
)

// source is something that texts depend on.
type source struct {
	index    int    // among all of the workflow
	path     string // of a value of the profile or a derived one
	number   int    // of path among the names of the workflow, -1 for part of a value
	step     string // that is linked
	question string // one of textQuestions
	args     []any

	shapes, literals sights // of its values
}

// of finds what a text depends on when it is first asked for.
func (m *memory) of(c *compiled, known *names) *textMemory {
	if tm := c.memory.Load(); tm != nil {
		return tm
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	if tm := c.memory.Load(); tm != nil {
		return tm
	}
	f := sourceFinder{m: m, known: known, reader: reader{s: string(c.program)}}
	tm := &textMemory{}
	if f.list(true); f.err == nil {
		tm.sources = f.sources
	}
	tm.early = !slices.ContainsFunc(f.sources, func(s *source) bool { return s.step != "" || s.question == "in" })
	tm.literal.Store(f.literal)
	tm.results.Store(&[]*remembered{})
	c.memory.Store(tm)
	return tm
}

var errUnknownSource = errors.New("a text depends on more than single values")

// sourceFinder goes through the program of a text. An error is something that
// the result may depend on and that is no source.
type sourceFinder struct {
	reader
	m       *memory
	known   *names
	sources []*source
	literal bool // a function changes values
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
	number, ok := f.known.number[path]
	if !ok {
		number = -1
	}
	f.add("."+path, &source{path: path, number: number})
}

func (f *sourceFinder) call(top bool) {
	name, n := f.text(), f.count()
	f.literal = f.literal || !keepers[name]
	if _, question := textQuestions[name]; !question && name != "step" {
		for range n {
			f.operand(top)
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
	if !slices.Contains(f.sources, known) {
		f.sources = append(f.sources, known)
	}
}
