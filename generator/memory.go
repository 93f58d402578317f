package generator

import (
	"slices"
	"sync"
	"sync/atomic"
)

// What texts and conditions came to is remembered for what they depend on, see
// textmemory.go and conditionmemory.go. Here is what both do for that.

// memory is what a workflow knows of the things that its texts and conditions
// depend on.
type memory struct {
	runs    atomic.Int32
	lock    sync.Mutex
	sources map[string]*source
}

// results are what one text or one condition came to, for a few profiles. Who
// adds to them says which ones were kept then: of two runs at the same time one
// does.
type results[T any] struct {
	useful atomic.Bool
	list   atomic.Pointer[[]*T] // replaced as a whole
}

// maxRemembered is how many results are kept.
const maxRemembered = 16

func (r *results[T]) kept() *[]*T {
	if list := r.list.Load(); list != nil {
		return list
	}
	r.list.CompareAndSwap(nil, &[]*T{})
	return r.list.Load()
}

// hopeless tells that none of as many as are kept was of use: whatever this is,
// it is another for each profile.
func (r *results[T]) hopeless(kept *[]*T) bool {
	return len(*kept) == maxRemembered && !r.useful.Load()
}

// find returns the one that fits, or nil.
func (r *results[T]) find(kept *[]*T, fits func(*T) bool) *T {
	for _, e := range *kept {
		if fits(e) {
			if !r.useful.Load() {
				r.useful.Store(true)
			}
			return e
		}
	}
	return nil
}

// add keeps another one, unless another run was faster.
func (r *results[T]) add(kept *[]*T, e *T) {
	more := append(slices.Clip(*kept), e)
	r.list.CompareAndSwap(kept, &more)
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

// sightsOf is what the sources are in this run; nil if one has been too many
// things already.
func (r *run) sightsOf(uses []use, literal bool) []*seen {
	from := make([]*seen, len(uses))
	for i, u := range uses {
		if from[i] = r.seen(u.source, u.exact || literal); from[i] == nil {
			return nil
		}
	}
	return from
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
