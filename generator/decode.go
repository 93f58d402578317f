package generator

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// decoder reads the files of a workflow: strict, with a position for every
// fault. A file of the workflow is trusted text, so values are taken as they
// are.
type decoder struct {
	file     string
	problems *Problems
}

type readers map[string]func(*yaml.Node)

// object calls the reader of each key; a key without one is a problem.
func (d decoder) object(n *yaml.Node, what string, keys readers) {
	if n.Kind != yaml.MappingNode {
		d.problems.add(at(d.file, n), "", "%s wants keys, not %s", what, kindName(n))
		return
	}
	for _, p := range pairs(d.file, n, d.problems) {
		read, ok := keys[p.key.Value]
		if !ok {
			d.problems.add(at(d.file, p.key), suggest(p.key.Value, sortedKeys(keys), "the keys here are"), "unknown key %q in %s", p.key.Value, what)
			continue
		}
		if !isNull(p.value) {
			read(p.value)
		}
	}
}

// text reads a text that readers see as it stands. Braces in it would be seen,
// too: whoever writes them takes it for one that names values.
func (d decoder) text(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if d.scalar(into)(n); strings.Contains(*into, "{{") {
			d.problems.add(at(d.file, n), "say it without the braces, or in a key that is text", "no value can stand in this: readers would see %q", *into)
		}
	}
}

func (d decoder) scalar(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode {
			d.problems.add(at(d.file, n), "", "text is wanted here, not %s", kindName(n))
			return
		}
		*into = n.Value
	}
}

func (d decoder) flag(into *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.ScalarNode || n.Tag != "!!bool" {
			d.problems.add(at(d.file, n), "write true or false", "yes or no is wanted here, not %s", kindName(n))
			return
		}
		*into, _ = strconv.ParseBool(n.Value)
	}
}

func (d decoder) number(into *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		v, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || err != nil {
			d.problems.add(at(d.file, n), "", "a whole number is wanted here, not %s", kindName(n))
			return
		}
		*into = v
	}
}

// day reads a date, minutes a time of at least none, url an address.
func (d decoder) day(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if d.text(into)(n); *into != "" && !isDate(*into) {
			d.problems.add(at(d.file, n), "write it as YYYY-MM-DD", "%q is no date", *into)
		}
	}
}

func (d decoder) minutes(into *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if d.number(into)(n); *into < 0 {
			d.problems.add(at(d.file, n), "", "%d minutes are less than none", *into)
		}
	}
}

func (d decoder) url(into *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if d.text(into)(n); *into != "" && !strings.HasPrefix(*into, "https://") && !strings.HasPrefix(*into, "http://") {
			d.problems.add(at(d.file, n), "begin with https://", "%q is no address", *into)
		}
	}
}

// list calls read for each element of a sequence.
func (d decoder) list(what string, read func(*yaml.Node)) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			d.problems.add(at(d.file, n), "write it in brackets, as in [a, b], or one entry a line, each with a dash", "%s wants a list, not %s", what, kindName(n))
			return
		}
		for _, c := range n.Content {
			read(c)
		}
	}
}

// texts reads a list of texts in place of what was there before.
func (d decoder) texts(into *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		*into = nil
		d.list("this", func(n *yaml.Node) {
			var s string
			d.text(&s)(n)
			*into = append(*into, s)
		})(n)
	}
}

func (d decoder) expression(into **Expression) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var s string
		d.scalar(&s)(n)
		if s == "" {
			return
		}
		e, problem := parseExpression(s, at(d.file, n))
		if problem != nil {
			*d.problems = append(*d.problems, *problem)
			return
		}
		*into = e
	}
}

func (d decoder) template(into *Text) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var source string
		d.scalar(&source)(n)
		*into = newText(source, at(d.file, n))
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
