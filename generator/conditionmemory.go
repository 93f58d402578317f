package generator

import "sync/atomic"

// The profiles of a directory agree in most of what conditions ask for. From
// its second run on, a workflow remembers what its conditions came to and why.

// conditionMemory is what one condition came to, for a few profiles.
type conditionMemory struct {
	uses    []use
	results results[judged]
}

// judged is what a condition came to when its sources were these.
type judged struct {
	from   []*seen
	holds  bool
	reason atomic.Pointer[string] // nil until it is asked for
}

// decide evaluates a condition, or remembers what it came to. What it returns
// beside that is nil if there is nothing to remember; it may keep the reason,
// too, if the condition is always asked for with explained.
func (r *run) decide(e *Expression, explained bool) (bool, *judged, error) {
	if e == nil || r.w.memory.runs.Load() < 2 {
		holds, err := e.holds(r.scope)
		return holds, nil, err
	}
	m := r.w.memory.ofCondition(r.w, e, explained)
	kept := m.results.kept()
	if !m.results.hopeless(kept) {
		if j := m.results.find(kept, func(j *judged) bool { return r.fits(j.from, m.uses, true) }); j != nil {
			return j.holds, j, nil
		}
	}
	holds, err := e.holds(r.scope)
	if err != nil || len(*kept) == maxRemembered {
		return holds, nil, err
	}
	j := &judged{holds: holds, from: r.sightsOf(m.uses, true)}
	if j.from == nil {
		return holds, nil, nil
	}
	m.results.add(kept, j)
	return holds, j, nil
}

// because is the reason why the step is in, or is not.
func (r *run) because(s *Step) string {
	j := r.why[s.number]
	if j == nil {
		return r.reason(s.When, r.in[s.number])
	}
	known := j.reason.Load()
	if known == nil {
		reason := r.reason(s.When, j.holds)
		known = &reason
		j.reason.Store(known)
	}
	return *known
}

// ofCondition finds what a condition depends on when it is first asked for;
// with explained, also what its reason does.
func (m *memory) ofCondition(w *Workflow, e *Expression, explained bool) *conditionMemory {
	if cm := e.memory.Load(); cm != nil {
		return cm
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	f := sourceFinder{m: m, known: w.names}
	f.condition(w, e, explained)
	if explained {
		for _, word := range w.Words {
			f.condition(w, word.When, false)
		}
	}
	e.memory.CompareAndSwap(nil, &conditionMemory{uses: f.uses}) // or another run was faster
	return e.memory.Load()
}

func (f *sourceFinder) condition(w *Workflow, e *Expression, explained bool) {
	if e == nil { // of a word that holds always
		return
	}
	r := reader{s: e.code}
	r.names(func(name string, given bool) {
		if given {
			f.add("given "+name, &source{given: name})
			return
		}
		before := len(f.uses)
		f.value(name)
		if v := w.values[name]; explained && v != nil && (v.Yes == "" || v.No == "") && len(f.uses) > before {
			f.condition(w, v.Expr, true) // its parts are the reason
		}
	})
}

// names visits the names in a coded expression; given tells that it is asked
// whether somebody gave the field.
func (r *reader) names(visit func(name string, given bool)) {
	several := func(n int) {
		for range n {
			r.names(visit)
		}
	}
	switch kind := r.byte(); kind {
	case astPath:
		_, name := r.path()
		visit(name, false)
	case astInteger, astFloat:
		r.uint()
	case astString, astPointer:
		r.text()
	case astMember, astOptional:
		several(2)
	case astChain, astMinus:
		several(1)
	case astNot:
		r.text()
		several(1)
	case astBinary:
		r.operator()
		several(1)
		r.count()
		several(1)
	case astConditional:
		several(1)
		for range 2 {
			r.count()
			several(1)
		}
	case astArray:
		several(r.count())
	case astBuiltin, astCall:
		name, n := r.text(), r.count()
		if name == "given" && n == 1 && r.byte() == astString {
			visit(r.text(), true)
			return
		}
		several(n)
	case astPredicate:
		r.count()
		several(1)
	}
}
