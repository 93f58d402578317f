package generator

import (
	"slices"
	"sync"
	"sync/atomic"
)

// Whoever renders a directory of profiles asks for the same texts again and
// again, and most texts differ only in names, which stand in them as they are.
// From its second run on, a workflow remembers what its texts became, and what
// from.

// memory is what a workflow knows of the things that its texts and conditions
// depend on.
type memory struct {
	runs    atomic.Int32
	lock    sync.Mutex
	sources map[string]*source
}

// textMemory is what one text became, for a few profiles.
type textMemory struct {
	uses    []use       // nil if what the text depends on is not known
	early   bool        // it asks for nothing that is decided later than the values
	literal atomic.Bool // all of its values must be the same, to a letter
	useful  atomic.Bool
	results atomic.Pointer[[]*remembered] // replaced as a whole
}

// remembered is a text with its values. In the place of each tame one it has a
// gap; a text that is literal has none.
type remembered struct {
	plain bool     // not Markdown
	from  []*seen  // what its sources were
	fixed []string // what stands before the first gap, between two, and behind the last
	gaps  []gap
}

// gap is the place of a tame text: which one of those in the value of a source.
type gap struct{ source, tame int }

// maxRemembered is how many results of one text are kept. A text of which none
// of so many was of use is another for each profile.
const maxRemembered = 16

// recall returns what the text became when its sources had the same values, or
// other tame ones; else what to do with what it becomes now, nil for nothing.
func (r *run) recall(t Text, plain bool) (text string, ok bool, remember func(string)) {
	if r.w.memory.runs.Load() < 2 {
		return "", false, nil
	}
	m := r.w.memory.of(t.compile(), r.env.vars.names)
	results := m.results.Load()
	if m.uses == nil || plain && !m.early || len(*results) == maxRemembered && !m.useful.Load() {
		return "", false, nil
	}
	literal := m.literal.Load()
	for _, e := range *results {
		if e.plain == plain && r.fits(e.from, m.uses, literal) {
			if !m.useful.Load() {
				m.useful.Store(true)
			}
			return r.fill(e, m.uses), true, nil
		}
	}
	if len(*results) == maxRemembered {
		return "", false, nil
	}
	return "", false, func(text string) {
		e := &remembered{plain: plain, from: make([]*seen, len(m.uses))}
		for i, u := range m.uses {
			if e.from[i] = r.seen(u.source, u.exact || literal); e.from[i] == nil {
				return
			}
		}
		if literal {
			e.fixed = []string{text}
		} else if !r.leaveGaps(e, t, m.uses) || r.fill(e, m.uses) != text {
			m.literal.Store(true)
			m.results.Store(&[]*remembered{})
			return
		}
		more := append(slices.Clip(*results), e)
		m.results.CompareAndSwap(results, &more) // or another run was faster
	}
}

// fits reports whether the sources are what they were once.
func (r *run) fits(from []*seen, uses []use, literal bool) bool {
	for i, u := range uses {
		if now := r.seen(u.source, u.exact || literal); now == nil || now != from[i] {
			return false
		}
	}
	return true
}

// fill is the text with this run's values in its gaps.
func (r *run) fill(e *remembered, uses []use) string {
	if len(e.gaps) == 0 {
		return e.fixed[0]
	}
	value := func(g gap) string { return r.tame[r.known(uses[g.source].source).from+g.tame] }
	size := 0
	for _, s := range e.fixed {
		size += len(s)
	}
	for _, g := range e.gaps {
		size += len(value(g))
	}
	// All texts of a run stand in a few pieces of memory.
	if r.texts.Cap()-r.texts.Len() < size {
		r.texts.Reset()
		r.texts.Grow(max(size, 1<<14))
	}
	start := r.texts.Len()
	r.texts.WriteString(e.fixed[0])
	for i, g := range e.gaps {
		r.texts.WriteString(value(g))
		r.texts.WriteString(e.fixed[i+1])
	}
	return r.texts.String()[start:]
}

// leaveGaps makes the text once more, with a stand-in for each tame value, and
// cuts it there.
func (r *run) leaveGaps(e *remembered, t Text, uses []use) bool {
	if r.stood == nil {
		r.stood = r.env.vars.clone()
	}
	standIn := func(is func(use) bool) any {
		i := slices.IndexFunc(uses, is)
		switch {
		case i < 0:
			return nil
		case uses[i].exact:
			return r.known(uses[i].source).value
		}
		return r.known(uses[i].source).standIn()
	}
	for _, u := range uses {
		if u.path != "" && u.number >= 0 && !u.exact {
			r.stood.list[u.number] = r.known(u.source).standIn()
			defer r.stood.set(u.path, r.known(u.source).value)
		}
	}
	env := *r.env
	env.vars = r.stood
	env.people = func(role string) rich {
		v, _ := standIn(func(u use) bool { return u.question == "people" && u.args[0] == role }).(rich)
		return v
	}
	fin := finisher{link: func(id string) (label, target string, ok bool) {
		v, _ := standIn(func(u use) bool { return u.step == id }).(linked)
		return v.label, v.target, v.ok
	}}
	text, err := t.execute(&env)
	if err != nil {
		return false
	}
	if e.plain {
		text = fin.plain(text)
	} else {
		text = string(fin.markdown(text))
	}
	for text != "" {
		before, n, rest, found := cutStandIn(text)
		e.fixed = append(e.fixed, before)
		if text = rest; !found {
			return true
		}
		i := slices.IndexFunc(uses, func(u use) bool { k := r.known(u.source); return k.from <= n && n < k.to })
		if i < 0 {
			return false
		}
		e.gaps = append(e.gaps, gap{i, n - r.known(uses[i].source).from})
	}
	e.fixed = append(e.fixed, "")
	return true
}

// known is the value of a source in a run.
type known struct {
	source   *source // nil until it is asked for
	value    any
	shape    *seen // see seen
	literal  *seen
	shaped   bool
	from, to int // its tame texts among those of the run, once it is shaped
}

func (r *run) known(s *source) *known {
	if s.index >= len(r.sources) {
		r.sources = append(r.sources, make([]known, max(s.index+1, 512)-len(r.sources))...)
	}
	k := &r.sources[s.index]
	if k.source == nil {
		k.source, k.value = s, r.look(s)
	}
	return k
}

// seen is what the value of a source has in common with those of other runs;
// nil if it was not seen before, and there is no room for more.
func (r *run) seen(s *source, literal bool) *seen {
	k := r.known(s)
	switch {
	case literal:
		if k.literal == nil {
			k.literal = s.literals.see(hashOf(k.value), k.value, same)
		}
		return k.literal
	case k.shaped:
	case s.path != "" && s.number < 0: // part of a value, for which nothing stands in
		k.shape, k.shaped = r.seen(s, true), true
	default:
		var hash uint64
		k.from = len(r.tame)
		hash, r.tame = shapeOf(k.value, r.tame)
		k.to = len(r.tame)
		k.shape, k.shaped = s.shapes.see(hash, k.value, sameShape), true
	}
	return k.shape
}

func (k *known) standIn() any {
	n := k.from
	return standIn(k.value, &n)
}

// seen is a value that a source had in a run, or the shape of it. There is one
// of each.
type seen struct {
	hash  uint64
	value any
}

// sights are the first few values of a source.
type sights struct {
	list atomic.Pointer[[]*seen] // replaced as a whole
}

const maxSights = 64

// see returns the one that is like v.
func (s *sights) see(hash uint64, v any, alike func(a, b any) bool) *seen {
	for {
		list := s.list.Load()
		if list == nil {
			list = &[]*seen{}
			s.list.CompareAndSwap(nil, list)
			continue
		}
		for _, e := range *list {
			if e.hash == hash && alike(e.value, v) {
				return e
			}
		}
		if len(*list) == maxSights {
			return nil
		}
		more := append(slices.Clip(*list), &seen{hash, v})
		if s.list.CompareAndSwap(list, &more) {
			return more[len(more)-1]
		}
	}
}

func (r *run) look(s *source) any {
	switch {
	case s.step != "":
		label, target, ok := r.link(s.step)
		return linked{label, target, ok}
	case s.given != "":
		return r.scope.given(s.given)
	case s.question != "":
		v, _ := r.env.answer(s.question, s.args)
		return v
	}
	v, ok := r.env.vars.numbered(s.number, s.path)
	if !ok {
		return noValue
	}
	return v
}
