package generator

import (
	"regexp"
	"regexp/syntax"
	"sync"
	"unicode/utf8"
)

// Pattern is a regular expression that only ever answers yes or no. It is
// walked as it was parsed: compiling one with {0,63} in it, as host names
// want, takes longer than checking a whole profile.
type Pattern struct {
	Source string

	once   sync.Once
	tree   *syntax.Regexp
	full   *regexp.Regexp // for what walking does not know, such as \b
	failed error
}

func newPattern(source string) *Pattern { return &Pattern{Source: source} }

// parse returns what is wrong with the pattern, or nil.
func (p *Pattern) parse() error {
	p.once.Do(func() {
		if p.tree, p.failed = syntax.Parse(p.Source, syntax.Perl); p.failed == nil && !walkable(p.tree) {
			p.full, p.failed = regexp.Compile(p.Source)
		}
	})
	return p.failed
}

// Matches reports whether s has the form. A faulty pattern, which Check
// reports, matches nothing.
func (p *Pattern) Matches(s string) bool {
	if p.parse() != nil {
		return false
	}
	if p.full != nil {
		return p.full.MatchString(s)
	}
	starts := make([]bool, len(s)+1)
	for i := range starts {
		starts[i] = true // a match may begin anywhere
	}
	for _, end := range ends(p.tree, s, starts) {
		if end {
			return true
		}
	}
	return false
}

func walkable(re *syntax.Regexp) bool {
	switch re.Op {
	case syntax.OpBeginLine, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
		return false
	case syntax.OpLiteral:
		return re.Flags&syntax.FoldCase == 0
	}
	for _, sub := range re.Sub {
		if !walkable(sub) {
			return false
		}
	}
	return true
}

// ends returns at which offsets of s a match of re can end that begins at one
// of starts. Sets of offsets instead of single ones keep it from trying the
// same thing twice.
func ends(re *syntax.Regexp, s string, starts []bool) []bool {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			starts = ends(sub, s, starts)
		}
		return starts
	case syntax.OpCapture:
		return ends(re.Sub[0], s, starts)
	case syntax.OpAlternate:
		out := make([]bool, len(starts))
		for _, sub := range re.Sub {
			add(out, ends(sub, s, starts))
		}
		return out
	case syntax.OpQuest:
		return repeated(re.Sub[0], s, starts, 0, 1)
	case syntax.OpStar:
		return repeated(re.Sub[0], s, starts, 0, -1)
	case syntax.OpPlus:
		return repeated(re.Sub[0], s, starts, 1, -1)
	case syntax.OpRepeat:
		return repeated(re.Sub[0], s, starts, re.Min, re.Max)
	}
	out := make([]bool, len(starts))
	for i, start := range starts {
		if start {
			if n := width(re, s, i); n >= 0 {
				out[i+n] = true
			}
		}
	}
	return out
}

func repeated(re *syntax.Regexp, s string, starts []bool, least, most int) []bool {
	for range least {
		starts = ends(re, s, starts)
	}
	out := append([]bool(nil), starts...)
	for n := least; n != most; n++ {
		if starts = ends(re, s, starts); !add(out, starts) {
			break // nothing new, nor will there be
		}
	}
	return out
}

// add puts more into set, and reports whether that changed it.
func add(set, more []bool) bool {
	changed := false
	for i, v := range more {
		if v && !set[i] {
			set[i], changed = true, true
		}
	}
	return changed
}

// width is the length of what an expression without parts matches at offset
// i, or -1.
func width(re *syntax.Regexp, s string, i int) int {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return 0
	case syntax.OpBeginText:
		if i == 0 {
			return 0
		}
		return -1
	case syntax.OpEndText:
		if i == len(s) {
			return 0
		}
		return -1
	case syntax.OpLiteral:
		at := i
		for _, want := range re.Rune {
			r, size := utf8.DecodeRuneInString(s[at:])
			if size == 0 || r != want {
				return -1
			}
			at += size
		}
		return at - i
	}
	r, size := utf8.DecodeRuneInString(s[i:])
	if size == 0 {
		return -1
	}
	switch re.Op {
	case syntax.OpAnyChar:
		return size
	case syntax.OpAnyCharNotNL:
		if r != '\n' {
			return size
		}
	case syntax.OpCharClass:
		for k := 0; k+1 < len(re.Rune); k += 2 {
			if r >= re.Rune[k] && r <= re.Rune[k+1] {
				return size
			}
		}
	}
	return -1
}
