package generator

import (
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// section reads the index.yaml of a phase or reference and its step files, as
// far as the layer has them.
func (l *loader) section(s *Section) {
	d, n := l.yaml(path.Join(s.ID, "index.yaml"))
	if n == nil && l.added[s.ID] {
		if !l.unreadable[d.file] {
			l.problems.add(s.pos, "each phase and reference is a folder with an index.yaml", "there is no %s", d.file)
		}
		l.w.faulty.allSteps = true
		return
	}
	var order []string
	for _, step := range s.Steps {
		order = append(order, step.ID)
	}
	if l.added[s.ID] {
		s.pos = Pos{d.file, 1, 1}
	}
	if n != nil { // an overlay that only changes steps needs none
		l.index(d, n, s, &order)
	}
	steps := make([]*Step, 0, len(order))
	for _, id := range order {
		if step := l.step(s, id); step != nil {
			steps = append(steps, step)
			l.w.steps[id] = step
		}
	}
	s.Steps = steps
}

func (l *loader) index(d decoder, n *yaml.Node, s *Section, order *[]string) {
	list := func(into *[]Text) func(*yaml.Node) {
		return d.list("this", func(n *yaml.Node) {
			var t Text
			d.template(&t)(n)
			*into = append(*into, t)
		})
	}
	var added []placed
	var out []*yaml.Node
	d.object(n, d.file, readers{
		"title": d.template(&s.Title), "goal": d.template(&s.Goal), "intro": d.template(&s.Goal), "prefix": d.text(&s.Prefix),
		"note": d.template(&s.Note), "gate": list(&s.Gate),
		"values": d.list("values", func(n *yaml.Node) { l.value(d, n) }),
		"steps": d.list("steps", func(n *yaml.Node) {
			o := d.placed(n, "step")
			id := o.id
			switch {
			case slices.ContainsFunc(added, func(other placed) bool { return other.id == id }):
				d.problems.add(at(d.file, n), "name each once", "the step %q stands here twice", id)
				return
			case slices.Contains(*order, id): // an overlay may repeat the list of the layer below
				if other, _ := o.neighbour(); other != "" {
					d.problems.add(at(d.file, n), "an overlay moves no step; a file with its name changes what it says", "the step %q is there already", id)
				}
				return
			}
			l.listed[id] = at(d.file, n)
			if id != "" && !plainID().MatchString(id) {
				d.problems.add(at(d.file, n), idShape, "%q is no ID of a step", id)
			}
			if Reserved(id) {
				d.problems.add(at(d.file, n), "take another ID", "Windows has no file %s.md: it keeps the name for a device", id)
			}
			added = append(added, o)
		}),
		"leave_out": d.list("leave_out", func(n *yaml.Node) { out = append(out, n) }),
	})
	*order = d.arrange(*order, added)
	for _, n := range out {
		l.leaveOut(d, n, s, *order)
	}
}

func (l *loader) leaveOut(d decoder, n *yaml.Node, s *Section, order []string) {
	var id, reason string
	d.object(n, "leave_out", readers{"step": d.text(&id), "reason": d.text(&reason)})
	step := l.w.steps[id]
	switch {
	case n.Kind != yaml.MappingNode: // that is said
	case step == nil && slices.Contains(order, id):
		d.problems.add(at(d.file, n), "take it out of steps instead", "the step %q is added here and left out again", id)
	case step == nil || step.Section != s:
		d.problems.add(at(d.file, n), nearestOf(id, order, "the steps here are"), "there is no step %q here to leave out", id)
	case reason == "":
		d.problems.add(at(d.file, n), "the runbook shows it to its readers", "leave_out wants a reason for leaving out %q", id)
	default:
		step.LeftOut, step.LeftOutBy = reason, l.company()
	}
}

// step reads one step's file; when the layer has none, the step of a layer
// below stays. The file of an overlay changes the step below: what it gives
// takes the place of what was there, and the rest stays.
func (l *loader) step(s *Section, id string) *Step {
	data, full := l.file(path.Join(s.ID, id+".md"))
	below := l.w.steps[id]
	if below != nil && (!l.overlay || below.Section != s) {
		l.problems.add(l.listed[id], "an ID is unique in the whole workflow", "the step %q exists already in %s", id, below.Section.ID)
		return nil
	}
	if data == nil {
		if below == nil && !l.unreadable[full] {
			l.problems.add(l.listed[id], "write one, or take the step out of the list", "the step %q has no file %s", id, full)
			l.w.faulty.step(id)
		}
		return below
	}
	if ps := noText(full, data); len(ps) > 0 {
		l.problems = append(l.problems, ps...)
		l.w.faulty.step(id)
		return below
	}
	step := &Step{ID: id, Section: s}
	if below != nil {
		changed := *below
		step = &changed
	}
	step.pos = Pos{full, 1, 1}
	step.Company = l.company()
	front, text, line, ok := splitFrontMatter(string(data))
	if !ok && below != nil && !strings.HasPrefix(text, "---\n") {
		l.body(step, text, line)
		return step
	}
	if !ok {
		message := "the step has no front matter"
		if strings.HasPrefix(text, "---\n") {
			message = "the front matter of the step does not end"
		}
		l.problems.add(Pos{full, 1, 1}, "a step begins with ---, its keys, and --- again", "%s", message)
		l.w.faulty.step(id)
		return below
	}
	n, ps := parseYAML(full, []byte("\n"+front)) // the empty line stands for ---, so that lines count right
	if len(ps) > 0 {
		l.problems = append(l.problems, ps...)
		l.w.faulty.step(id)
		return below
	}
	l.frontMatter(decoder{full, &l.problems}, n, step)
	l.body(step, text, line)
	return step
}

func (l *loader) frontMatter(d decoder, n *yaml.Node, s *Step) {
	roles := func(key string, into *[]StepRole) func(*yaml.Node) {
		return func(n *yaml.Node) {
			*into = nil
			d.list(key, func(n *yaml.Node) { *into = append(*into, StepRole{n.Value, at(d.file, n)}) })(n)
		}
	}
	needs := func(key string, into *[]StepNeed) func(*yaml.Node) {
		return func(n *yaml.Node) {
			*into = nil
			d.list(key, func(n *yaml.Node) {
				need, id := StepNeed{pos: at(d.file, n)}, n.Value
				if n.Kind != yaml.ScalarNode {
					d.object(n, "a need", readers{"step": d.text(&id), "when": d.expression(&need.When)})
				}
				need.Step, need.Optional = strings.CutSuffix(id, "?")
				need.Optional = need.Optional || need.When != nil
				*into = append(*into, need)
			})(n)
		}
	}
	var also []StepNeed // an overlay may add to the needs of a step
	d.object(n, "the step", readers{
		"title": d.template(&s.Title), "role": func(n *yaml.Node) { l.roleAt[s.ID] = at(d.file, n); d.text(&s.Role)(n) }, "when": d.expression(&s.When),
		"minutes": d.minutes(&s.Minutes), "wait_for": d.text(&s.WaitFor), "due": d.expression(&s.Due),
		"why": d.template(&s.Why), "evidence": d.template(&s.Evidence), "facts": d.texts(&s.Facts),
		"with": roles("with", &s.With), "on_call": roles("on_call", &s.OnCall), "ready": d.template(&s.Ready), "on_call_for": d.template(&s.OnCallFor),
		"wait": func(n *yaml.Node) {
			var ok bool
			if s.Wait, ok = parseDuration(n.Value); !ok {
				d.problems.add(at(d.file, n), "write 30m, 24h, 2d (working days) or 1w", "%q is no waiting time", n.Value)
			}
		},
		"needs": needs("needs", &s.Needs), "also_needs": needs("also_needs", &also),
		"sources": func(n *yaml.Node) {
			s.Sources = nil
			d.list("sources", func(n *yaml.Node) {
				var src Source
				d.object(n, "a source", readers{"title": d.text(&src.Title), "date": d.day(&src.Date), "url": d.url(&src.URL)})
				s.Sources = append(s.Sources, src)
			})(n)
		},
	})
	s.Needs = slices.Concat(s.Needs, also)
	if s.Title.source == "" {
		d.problems.add(s.pos, "", "the step has no title")
	}
}

// body splits the text of a step at its one heading. A part that is empty
// leaves what the step had; one of an overlay may go on with it.
func (l *loader) body(s *Step, text string, line int) {
	steps, verify, found := strings.Cut("\n"+text, "\n## Verify\n")
	part := func(into *Text, below Text, text string, line int) {
		if trimmed := strings.TrimLeft(text, "\n"); strings.TrimSpace(trimmed) != "" {
			line += len(text) - len(trimmed)
			*into = newText(strings.TrimSpace(trimmed), Pos{s.pos.File, line, 1}).with(below)
		}
	}
	part(&s.Body, s.Body, steps, line-1)
	if found {
		below := s.Verify
		s.Verify = Text{}
		part(&s.Verify, below, verify, line+strings.Count(steps, "\n")+1)
	}
}

// bullets splits a bullet list into the texts of its items, whose further
// lines lose their indent.
func bullets(text string) []string {
	var items []string
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n")
		if item, ok := strings.CutPrefix(l, "- "); ok {
			items = append(items, item)
			continue
		}
		if len(items) > 0 {
			items[len(items)-1] += "\n" + strings.TrimPrefix(l, "  ")
		} else if strings.TrimSpace(l) != "" {
			items = append(items, l)
		}
	}
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return items
}
