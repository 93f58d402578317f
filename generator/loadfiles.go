package generator

import (
	"slices"

	"gopkg.in/yaml.v3"
)

func (l *loader) workflow(d decoder, n *yaml.Node) {
	w := l.w
	d.object(n, "workflow.yaml", readers{
		"id": func(n *yaml.Node) { l.id(d, n) }, "title": d.text(&w.Title), "verified": d.day(&w.Verified),
		"summary": d.template(&w.Summary), "title_default": d.template(&w.TitleDefault),
		"roles":      d.list("roles", func(n *yaml.Node) { l.role(d, n) }),
		"phases":     d.list("phases", func(n *yaml.Node) { l.place(d, n, "phase") }),
		"references": d.list("references", func(n *yaml.Node) { l.place(d, n, "reference") }),
	})
}

// id reads the ID of a workflow. An overlay, whose steps get the ID of the
// workflow below, may say with it which workflow it is made for.
func (l *loader) id(d decoder, n *yaml.Node) {
	if !l.overlay {
		d.text(&l.w.ID)(n)
		return
	}
	var id string
	if d.text(&id)(n); id != "" && id != l.w.ID {
		l.foreign = true
		d.problems.add(at(d.file, n), "the id of an overlay says for which workflow it is made; leave it out if it suits any", "this overlay is made for the workflow %q, not for %q", id, l.w.ID)
	}
}

// place adds a section to the order: its ID, or {phase: ID, after: ID}, or
// {phase: ID, before: ID}.
func (l *loader) place(d decoder, n *yaml.Node, what string) {
	id, place := l.ordered(d, n, what)
	if id == "" || l.foreign {
		return
	}
	l.once(what, id, at(d.file, n))
	if l.sections[id] != nil {
		return
	}
	s := &Section{ID: id, Reference: what == "reference", pos: at(d.file, n)}
	s.Company = l.company()
	l.sections[id] = s
	l.added[id] = true
	l.order = l.insert(d, n, l.order, id, place)
}

// neighbour is where something new stands in an order: last, if it names none.
type neighbour struct{ after, before string }

func (l *loader) ordered(d decoder, n *yaml.Node, what string) (id string, place neighbour) {
	if n.Kind == yaml.ScalarNode {
		return n.Value, neighbour{}
	}
	d.object(n, "an entry of this list", readers{what: d.text(&id), "after": d.text(&place.after), "before": d.text(&place.before)})
	if place.after != "" && place.before != "" {
		d.problems.add(at(d.file, n), "keep one of the two", "%q stands after one and before another", id)
	}
	return id, place
}

func (l *loader) insert(d decoder, n *yaml.Node, order []string, id string, place neighbour) []string {
	where, other, shift := "after", place.after, 1
	if other == "" {
		where, other, shift = "before", place.before, 0
	}
	if other == "" {
		return append(order, id)
	}
	i := slices.Index(order, other)
	if i < 0 {
		d.problems.add(at(d.file, n), nearestOf(other, order, "there are"), "%q stands %s %q, which does not exist", id, where, other)
		return append(order, id)
	}
	return slices.Insert(order, i+shift, id)
}

func (l *loader) role(d decoder, n *yaml.Node) {
	if l.foreign {
		return
	}
	r := &Role{Company: l.company(), pos: at(d.file, n)}
	d.object(n, "a role", readers{
		"id": d.text(&r.ID), "title": d.text(&r.Title), "summary": d.template(&r.Summary),
		"required": d.flag(&r.Required), "lead": d.flag(&r.Lead), "fallback": d.texts(&r.Fallback),
	})
	l.once("role", r.ID, r.pos)
	l.w.Roles = replaceOrAppend(l.w.Roles, r, func(o *Role) bool { return o.ID == r.ID })
}

func (l *loader) decodeFields(d decoder, n *yaml.Node, common bool) {
	d.object(n, "this file", readers{"fields": d.list("fields", func(n *yaml.Node) {
		f := d.field(n)
		f.Common, f.Company = common, l.company()
		if i := slices.IndexFunc(l.w.Fields, func(o *Field) bool { return o.Common && o.Key == f.Key }); i >= 0 {
			f.Common = true
			if had := l.w.Fields[i].Type; f.Type != had && (f.Type != TypeChoice || had != TypeText) {
				d.problems.add(f.pos, "leave its type as it is, or take another key", "every workflow has the field %q, of the type %s", f.Key, had)
			}
		}
		if !common && f.Key != "" { // else that is said
			l.once("field", f.Key, f.pos)
		}
		l.w.Fields = replaceOrAppend(l.w.Fields, f, func(o *Field) bool { return o.Key == f.Key })
	})})
}

func (l *loader) derive(d decoder, n *yaml.Node) {
	d.object(n, "derive.yaml", readers{
		"tables": func(n *yaml.Node) {
			for _, p := range pairs(d.file, n, d.problems) {
				d.problems.named("table", p.key.Value, at(d.file, p.key))
				table := map[string]any{}
				for _, row := range pairs(d.file, p.value, d.problems) {
					var text string
					if row.value.Kind == yaml.ScalarNode {
						d.text(&text)(row.value)
					} else {
						d.problems.add(at(d.file, row.value), "", "a table holds texts, not %s", kindName(row.value))
					}
					table[row.key.Value] = text
				}
				l.w.tables[p.key.Value] = table
			}
		},
		"values": d.list("values", func(n *yaml.Node) { l.value(d, n) }),
		"words": d.list("words", func(n *yaml.Node) {
			var word Word
			d.object(n, "a word", readers{"from": d.text(&word.From), "to": d.text(&word.To), "when": d.expression(&word.When)})
			l.w.Words = append(l.w.Words, word)
		}),
	})
}

func (l *loader) value(d decoder, n *yaml.Node) {
	v := &Value{Company: l.company(), pos: at(d.file, n)}
	before := len(*d.problems)
	d.object(n, "a value", readers{
		"key": d.text(&v.Key), "value": d.expression(&v.Expr), "yes": d.text(&v.Yes), "no": d.text(&v.No),
		"label": d.text(&v.Label), "note": d.template(&v.Note), "facts": d.texts(&v.Facts),
	})
	if v.Key == "" || v.Expr == nil {
		if len(*d.problems) == before { // else the fault has been told
			d.problems.add(v.pos, "", "a value wants a key and a value")
		}
		return
	}
	l.once("value", v.Key, v.pos)
	l.w.Values = replaceOrAppend(l.w.Values, v, func(o *Value) bool { return o.Key == v.Key })
}

func (l *loader) rules(d decoder, n *yaml.Node) {
	own := map[string]bool{} // an overlay's rule replaces all cases of the ID
	d.object(n, "rules.yaml", readers{"rules": d.list("rules", func(n *yaml.Node) {
		r := &Rule{Company: l.company(), pos: at(d.file, n)}
		d.object(n, "a rule", readers{
			"id": d.text(&r.ID), "when": d.expression(&r.When), "at": d.text(&r.At), "message": d.template(&r.Message),
			"hint": d.template(&r.Hint), "banner": d.flag(&r.Banner), "deadline": d.expression(&r.Deadline), "facts": d.texts(&r.Facts),
		})
		if r.ID == "" || r.Message.source == "" {
			d.problems.add(r.pos, "", "a rule wants an id and a message")
			return
		}
		if l.overlay && !own[r.ID] {
			l.w.Rules = slices.DeleteFunc(l.w.Rules, func(o *Rule) bool { return o.ID == r.ID })
		}
		own[r.ID] = true
		l.w.Rules = append(l.w.Rules, r)
	})})
}

func (l *loader) terms(d decoder, n *yaml.Node) {
	d.object(n, "terms.yaml", readers{"everyday": d.list("everyday", func(n *yaml.Node) {
		var word string
		d.text(&word)(n)
		l.w.everyday = append(l.w.everyday, word)
	}), "terms": d.list("terms", func(n *yaml.Node) {
		t := &TermText{Company: l.company(), pos: at(d.file, n)}
		d.object(n, "a term", readers{"term": d.template(&t.Term), "text": d.template(&t.Text), "when": d.expression(&t.When), "facts": d.texts(&t.Facts)})
		if t.When == nil && t.Term.source != "" {
			l.once("term", t.Term.source, t.pos)
		}
		if l.overlay {
			l.w.Terms = replaceOrAppend(l.w.Terms, t, func(o *TermText) bool { return o.Term.source == t.Term.source })
		} else {
			l.w.Terms = append(l.w.Terms, t)
		}
	})})
}

// facts reads which facts a workflow must carry, and which it leaves out on
// purpose.
func (l *loader) facts(d decoder, n *yaml.Node) {
	d.object(n, "facts.yaml", readers{
		"known": d.list("known", func(n *yaml.Node) {
			d.list("a group of facts", func(n *yaml.Node) {
				l.w.facts = append(l.w.facts, knownFact{id: n.Value, company: l.company(), pos: at(d.file, n)})
			})(n)
		}),
		"left_out": d.list("left_out", func(n *yaml.Node) {
			f := knownFact{pos: at(d.file, n)}
			d.object(n, "left_out", readers{"fact": d.text(&f.id), "reason": d.text(&f.leftOut)})
			if f.leftOut == "" {
				d.problems.add(f.pos, "", "a fact that is left out wants a reason")
			}
			l.w.facts = append(l.w.facts, f)
		}),
	})
}

func replaceOrAppend[T any](list []T, v T, same func(T) bool) []T {
	if i := slices.IndexFunc(list, same); i >= 0 {
		list[i] = v
		return list
	}
	return append(list, v)
}
