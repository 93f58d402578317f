package generator

import (
	"errors"
	"math/bits"
	"regexp"
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
)

// Pattern is a regular expression that only ever answers yes or no. It is
// walked as it was parsed: compiling one with {0,63} in it, as host names
// want, takes longer than checking a whole profile.
type Pattern struct {
	Source string

	once    sync.Once
	tree    *syntax.Regexp
	walked  bool // false for what walking does not know, such as \b
	failed  error
	compile sync.Once
	full    *regexp.Regexp // for that, and for long texts
}

func newPattern(source string) *Pattern { return &Pattern{Source: source} }

// parse returns what is wrong with the pattern, or nil.
func (p *Pattern) parse() error {
	p.once.Do(func() {
		var err error
		if p.tree, err = syntax.Parse(p.Source, syntax.Perl); err == nil {
			p.walked = walkable(p.tree)
		} else {
			p.failed = errors.New(strings.TrimPrefix(err.Error(), "error parsing regexp: "))
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
	if !p.walked || len(s) >= maxOffsets {
		p.compile.Do(func() { p.full, _ = regexp.Compile(p.Source) }) // it parses, so it compiles
		return p.full != nil && p.full.MatchString(s)
	}
	var starts offsets
	for i := range s {
		starts.add(i) // a match may begin anywhere
	}
	starts.add(len(s))
	return ends(p.tree, s, starts) != offsets{}
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

// offsets is a set of places in a text. Sets of places instead of single ones
// keep a walk from trying the same thing twice.
type offsets [4]uint64

// maxOffsets is one more than the largest place of a set.
const maxOffsets = len(offsets{}) * 64

func (o *offsets) add(i int) { o[i/64] |= 1 << (i % 64) }

func (o *offsets) or(more offsets) {
	for i, word := range more {
		o[i] |= word
	}
}

// ends returns at which offsets of s a match of re can end that begins at one
// of starts.
func ends(re *syntax.Regexp, s string, starts offsets) (out offsets) {
	switch re.Op {
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			starts = ends(sub, s, starts)
		}
		return starts
	case syntax.OpCapture:
		return ends(re.Sub[0], s, starts)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			out.or(ends(sub, s, starts))
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
	for i, word := range starts {
		for ; word != 0; word &= word - 1 {
			at := i*64 + bits.TrailingZeros64(word)
			if n := width(re, s, at); n >= 0 {
				out.add(at + n)
			}
		}
	}
	return out
}

func repeated(re *syntax.Regexp, s string, starts offsets, least, most int) offsets {
	for range least {
		starts = ends(re, s, starts)
	}
	out := starts
	for n := least; n != most; n++ {
		before := out
		starts = ends(re, s, starts)
		if out.or(starts); out == before {
			break // nothing new, nor will there be
		}
	}
	return out
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
