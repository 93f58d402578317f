package generator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/expr-lang/expr/ast"
)

// IDs stand in keys of items, in addresses and in names of files.
var (
	plainID = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`) })
	ruleID  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[RW]-[0-9]+$`) })
)

// wordKey is what expressions and texts can name: words with dots between.
var wordKey = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$`)
})

// keywords are words of the language of expressions, as far as they are no
// functions.
var keywords = []string{"and", "contains", "else", "endsWith", "false", "if", "in", "let", "matches", "nil", "not", "or", "startsWith", "true"}

// named checks that expressions and texts can name something by its key.
func (ps *Problems) named(what, key string, pos Pos) {
	first, _, _ := strings.Cut(key, ".")
	switch {
	case key == "": // that is said
	case !wordKey().MatchString(key):
		ps.add(pos, "letters, digits and underscores, and dots between words", "conditions and texts cannot name the %s %q", what, key)
	case slices.Contains(keywords, first):
		ps.add(pos, "take another word", "the %s %q begins with a word of the language of conditions", what, key)
	}
}

const idShape = "letters, digits, dots, dashes and underscores"

// Reserved reports whether Windows keeps a name for a device, whatever stands
// behind its first dot, and so has no file and no folder of it.
func Reserved(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch base {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(base) == 4 && (base[:3] == "com" || base[:3] == "lpt") && base[3] >= '1' && base[3] <= '9'
}

// form checks that what a reader is to see is there, and that IDs can do what
// they are for.
func (c *checker) form() {
	w := c.w
	if w.ID == "" {
		c.problems.add(w.pos(), idShape, "the workflow has no id")
	}
	if w.Title == "" {
		c.problems.add(w.pos(), "it is part of the title of each runbook", "the workflow has no title")
	}
	if len(w.Phases) == 0 {
		c.problems.add(w.pos(), "name their folders under phases, in order", "the workflow has no phases")
	}
	prefixes := map[string]string{}
	for _, s := range w.Sections() {
		if other := prefixes[s.Prefix]; other != "" {
			c.problems.add(s.pos, "give each a letter of its own: their entries would have the same numbers", "the reference %q has the prefix of %q", s.ID, other)
		}
		if s.Prefix != "" {
			prefixes[s.Prefix] = s.ID
		}
		c.oneLine("title", s.Title)
		if s.Title.source == "" && len(s.Steps) > 0 {
			c.problems.add(s.pos, "write title: and what is done there", "%q has no title", s.ID)
		}
		if s.Reference && s.Prefix == "" {
			c.problems.add(s.pos, "give it a letter, which stands before the numbers of its entries", "the reference %q has no prefix", s.ID)
		}
	}
	for _, s := range w.Steps() {
		c.oneLine("title", s.Title)
		if s.Body.source == "" {
			c.problems.add(s.pos, "say below the second --- what is to be done", "the step has no text")
		}
	}
	for _, r := range w.Rules {
		c.oneLine("message", r.Message)
		c.oneLine("hint", r.Hint)
		if !ruleID().MatchString(r.ID) {
			c.problems.add(r.pos, "R- and a number refuses, W- and a number points out", "%q is no id of a rule", r.ID)
		}
	}
}

// oneLine finds texts of several lines where readers see one.
func (c *checker) oneLine(what string, t Text) {
	if strings.Contains(strings.TrimSpace(t.source), "\n") {
		c.problems.add(t.pos, "write it on one line, or fold it with > in place of |", "a %s has one line", what)
	}
}

// chosen finds choices that are compared with what they can never be.
func (c *checker) chosen(e *Expression) {
	compared := func(choice, value ast.Node) {
		f := c.w.fields[dotted(choice)]
		if f == nil || len(f.Choices) == 0 {
			return
		}
		for _, v := range texts(value) {
			if values := f.choiceValues(); v != "" && !slices.Contains(values, v) {
				c.problems.add(e.pos, suggest(v, values, "the values are"), "%s can never be %q", f.Key, v)
			}
		}
	}
	root := e.tree()
	ast.Walk(&root, comparisons(compared))
}

// comparisons visits the two sides of each comparison, in either order.
type comparisons func(one, other ast.Node)

// Visit is called by ast.Walk.
func (visit comparisons) Visit(n *ast.Node) {
	if b, ok := (*n).(*ast.BinaryNode); ok && (b.Operator == "==" || b.Operator == "!=" || b.Operator == "in") {
		visit(b.Left, b.Right)
		visit(b.Right, b.Left)
	}
}

// texts are the texts that a node writes out: one, or a list of them.
func texts(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.StringNode:
		return []string{n.Value}
	case *ast.ArrayNode:
		var all []string
		for _, e := range n.Nodes {
			all = append(all, texts(e)...)
		}
		return all
	}
	return nil
}

// laterValues reports values that a value reads before they are computed.
func (c *checker) laterValues(v *Value, computed map[string]bool) bool {
	for _, name := range v.Expr.reads() {
		switch {
		case c.w.values[name] == nil || computed[name]:
			continue
		case name == v.Key:
			c.problems.add(v.pos, "", "the value %q is computed from itself", v.Key)
		default:
			c.problems.add(v.pos, fmt.Sprintf("values are computed in their order: put %s above it", name), "the value %q reads %q, which is computed later", v.Key, name)
		}
		return true
	}
	return false
}

var unexpected = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^unexpected token (\w+)(?:\("(.*)"\))? \([0-9]+:([0-9]+)\)`)
})

// unreadable says in our words why an expression cannot be read.
func unreadable(why string) (message, hint string) {
	m := unexpected().FindStringSubmatch(firstLine(why))
	switch {
	case m == nil:
		return firstLine(why), ""
	case m[2] == "=":
		hint = "compare with =="
	case m[2] == "&" || m[2] == "|":
		hint = "join conditions with && and ||"
	}
	if m[1] == "EOF" {
		return "it ends too early", hint
	}
	return fmt.Sprintf("%q does not belong at character %s", strings.TrimSpace(m[2]), m[3]), hint
}
