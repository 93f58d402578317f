package generator

import "strings"

// Unread points out what nothing in a workflow without faults reads: a question
// that is asked for nothing, a value that is computed for nothing. Of a
// workflow with overlays it judges what these bring.
func (w *Workflow) Unread() Problems {
	c := w.check()
	c.problems = nil
	w.eachExpression(func(e *Expression) {
		for _, name := range e.reads() {
			c.read[name] = true
		}
	})
	for _, f := range w.Fields {
		if f.Effective != "" && f.Decision {
			c.read[f.Effective] = true
		}
	}
	own := func(company string) bool { return len(w.Overlays) == 0 || company != "" }
	for _, f := range w.Fields {
		// A decision is in the runbook, and a field that a rule explains may
		// be there to refuse what it cannot be.
		if own(f.Company) && !f.Common && !f.Decision && f.Otherwise == "" && !c.isRead(f.Key) {
			c.problems.warn(f.pos, "ask for it where something comes of it, name it in a text, or make it a decision", "nothing reads the field %q", f.Key)
		}
	}
	for _, v := range w.Values {
		if own(v.Company) && v.Label == "" && !c.isRead(v.Key) {
			c.problems.warn(v.pos, "take it out, or give it a label to list it among the names", "nothing reads the value %q", v.Key)
		}
	}
	return c.problems.Sorted()
}

// isRead reports whether something names it, the group it is in, or a part of it.
func (c *checker) isRead(key string) bool {
	if c.read[key] {
		return true
	}
	for name := range c.read {
		if strings.HasPrefix(name, key+".") || strings.HasPrefix(key, name+".") {
			return true
		}
	}
	return false
}
