package generator

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// draftState is the profile that the answers make, parsed and checked.
type draftState struct {
	profile  *Profile
	problems Problems
	run      *run
}

// Problems returns everything that is wrong or remarkable with the answers so
// far. Positions in it mean nothing.
func (d *Draft) Problems() Problems { return d.judged().problems }

// ProblemsOf returns the problems of one question.
func (d *Draft) ProblemsOf(key string) Problems {
	q := d.Question(key)
	return slices.DeleteFunc(slices.Clone(d.Problems()), func(p Problem) bool { return !q.concerns(p) })
}

// concerns reports whether a problem is one of this question, or of a part of
// its answer.
func (q *Question) concerns(p Problem) bool {
	return q != nil && (p.At == q.Key || strings.HasPrefix(p.At, q.Key+"."))
}

// Runbook is what the answers give. It expects answers without errors.
func (d *Draft) Runbook() (*Runbook, error) {
	return Generate(d.w, d.judged().profile, d.date)
}

// judged parses and checks the profile that the answers make.
func (d *Draft) judged() *draftState {
	if d.state != nil {
		return d.state
	}
	root := &yaml.Node{Kind: yaml.MappingNode}
	if d.root != nil {
		root = cloneNode(d.root)
	}
	var faults Problems
	for _, q := range d.questions {
		if text := d.answers[q.Key]; text != "" && !d.Given(q.Key) {
			faults = append(faults, q.faults(strings.TrimSpace(text))...)
			setNode(root, strings.Split(q.Key, "."), q.node(text))
		}
	}
	if child(root, "people") == nil { // so that each role that lacks somebody is named
		setNode(root, []string{"people"}, &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle})
	}
	d.state = &draftState{}
	data, err := yaml.Marshal(root)
	if err != nil {
		d.state.problems = Problems{{Pos: Pos{d.name, 1, 1}, Message: err.Error()}}
		return d.state
	}
	p, ps := ParseProfile(d.name, data, d.w)
	d.state.profile, d.state.problems = p, slices.Concat(faults, ps, d.w.CheckProfile(p, d.date))
	if r, err := p.run(d.w, d.date); err == nil {
		d.state.run = r
	}
	d.want()
	return d.state
}

// want notes where errors stand. A question stays wanted while it has an
// answer, so that it does not vanish as soon as it is answered.
func (d *Draft) want() {
	for _, q := range d.questions {
		wrong := slices.ContainsFunc(d.state.problems, func(p Problem) bool { return p.Severity == Error && q.concerns(p) })
		switch {
		case wrong:
			d.wanted[q.Key] = true
		case d.answers[q.Key] == "":
			delete(d.wanted, q.Key)
		}
	}
}

func cloneNode(n *yaml.Node) *yaml.Node {
	out := *n
	out.HeadComment, out.LineComment, out.FootComment, out.Anchor = "", "", "", ""
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		out.Content[i] = cloneNode(c)
	}
	return &out
}

// setNode puts a value under a path, making the mappings on the way.
func setNode(n *yaml.Node, path []string, value *yaml.Node) {
	next := child(n, path[0])
	if next == nil {
		next = &yaml.Node{Kind: yaml.MappingNode}
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: path[0]}, next)
	}
	if len(path) == 1 {
		*next = *value
		return
	}
	if next.Kind != yaml.MappingNode {
		*next = yaml.Node{Kind: yaml.MappingNode}
	}
	setNode(next, path[1:], value)
}
