package generator

import (
	"slices"
	"sync/atomic"
)

// Whoever renders a directory of profiles asks for the same texts again and
// again, and most texts differ only in names, which stand in them as they are.
// From its second run on, a workflow remembers what its texts became, and what
// from.

// textMemory is what one text became, for a few profiles.
type textMemory struct {
	uses    []use       // nil if what the text depends on is not known
	early   bool        // it asks for nothing that is decided later than the values
	literal atomic.Bool // all of its values must be the same, to a letter
	results results[remembered]
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

// recall returns what the text became when its sources had the same values, or
// other tame ones; else what to do with what it becomes now, nil for nothing.
func (r *run) recall(t Text, plain bool) (text string, ok bool, remember func(string)) {
	if r.w.memory.runs.Load() < 2 {
		return "", false, nil
	}
	m := r.w.memory.of(t.compile(), r.env.vars.names)
	kept := m.results.kept()
	if m.uses == nil || plain && !m.early || m.results.hopeless(kept) {
		return "", false, nil
	}
	literal := m.literal.Load()
	if e := m.results.find(kept, func(e *remembered) bool { return e.plain == plain && r.fits(e.from, m.uses, literal) }); e != nil {
		return r.fill(e, m.uses), true, nil
	}
	if len(*kept) == maxRemembered {
		return "", false, nil
	}
	return "", false, func(text string) {
		e := &remembered{plain: plain, from: r.sightsOf(m.uses, literal)}
		if e.from == nil {
			return
		}
		if literal {
			e.fixed = []string{text}
		} else if !r.leaveGaps(e, t, m.uses) || r.fill(e, m.uses) != text {
			m.literal.Store(true)
			m.results.list.Store(&[]*remembered{})
			return
		}
		m.results.add(kept, e)
	}
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
