package generator

import (
	"slices"

	"gopkg.in/yaml.v3"
)

func (l *loader) workflow(d decoder, n *yaml.Node) {
	w := l.w
	var sections []placed
	place := func(what string) func(*yaml.Node) {
		return d.list(what+"s", func(n *yaml.Node) {
			if o, ok := l.place(d, n, what); ok {
				sections = append(sections, o)
			}
		})
	}
	d.object(n, "workflow.yaml", readers{
		"id": func(n *yaml.Node) { l.id(d, n) }, "title": d.text(&w.Title), "verified": d.day(&w.Verified),
		"summary": d.template(&w.Summary), "title_default": d.template(&w.TitleDefault),
		"roles":      d.list("roles", func(n *yaml.Node) { l.role(d, n) }),
		"phases":     place("phase"),
		"references": place("reference"),
	})
	if !l.foreign {
		l.order = d.arrange(l.order, sections)
	}
}

// id reads the ID of a workflow. An overlay, whose steps get the ID of the
// workflow below, may say with it which workflow it is made for.
func (l *loader) id(d decoder, n *yaml.Node) {
	if !l.overlay {
		if d.text(&l.w.ID)(n); l.w.ID != "" && !plainID().MatchString(l.w.ID) {
			d.problems.add(at(d.file, n), idShape, "%q is no id of a workflow", l.w.ID)
		}
		return
	}
	var id string
	if d.text(&id)(n); id != "" && id != l.w.ID {
		l.foreign = true
		d.problems.add(at(d.file, n), "the id of an overlay says for which workflow it is made; leave it out if it suits any", "this overlay is made for the workflow %q, not for %q", id, l.w.ID)
	}
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
		if i := slices.IndexFunc(l.w.Fields, func(o *Field) bool { return o.Key == f.Key && (o.Common || o.Company != f.Company) }); i >= 0 {
			below := l.w.Fields[i]
			f.Common = f.Common || below.Common
			if f.Type != below.Type && (f.Type != TypeChoice || below.Type != TypeText) {
				d.problems.add(f.pos, "leave its type as it is, or take another key", "there is a field %q already, of the type %s", f.Key, below.Type)
				return // what reads it is right
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
		if v.Key != "" {
			l.w.faulty.value(v.Key)
		}
		if len(*d.problems) == before { // else the fault has been told
			d.problems.add(v.pos, "write key: with its name, and value: with an expression", "a value wants a key and a value")
		}
		return
	}
	l.once("value", v.Key, v.pos)
	for _, o := range l.w.Values {
		if o.Key == v.Key && o.Company != v.Company {
			v.below = o.Expr
		}
	}
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
			d.problems.add(r.pos, "write id: with R-nn or W-nn, and message: with what is wrong", "a rule wants an id and a message")
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
