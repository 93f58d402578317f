package generator

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// Text is an authored piece of text, plain or Markdown, in which actions in
// the syntax of text/template name values. A text lays out and never decides,
// so comparisons and templates within templates are not part of the language.
type Text struct {
	source   string
	pos      Pos
	compiled *compiled // shared by copies; nil for a text that stays as it is
	overlaid *overlaid // of a text of an overlay that goes on with the one below
}

func newText(source string, pos Pos) Text {
	if source == "" {
		return Text{pos: pos}
	}
	return Text{source: source, pos: pos, compiled: &compiled{}}
}

// originalLine is the line of an overlay's text where that of the layer below
// is to stand.
const originalLine = "{{original}}"

// overlaid says which lines of a text are those of the layer below: the first,
// counted from 1, and how many.
type overlaid struct {
	first, lines int
	below        Text
}

// with puts the text of the layer below where the text names it. A second
// such line stays, and is found as a function that does not exist.
func (t Text) with(below Text) Text {
	lines := strings.Split(t.source, "\n")
	i := slices.Index(lines, originalLine)
	if i < 0 || below.source == "" {
		return t
	}
	lines[i] = below.source
	whole := newText(strings.Join(lines, "\n"), t.pos)
	whole.overlaid = &overlaid{i + 1, strings.Count(below.source, "\n") + 1, below}
	return whole
}

// line is the place of one of the lines of a text, counted from 1. What stands
// in a value of YAML may be folded, and has the place of the value.
func (t Text) line(n int) Pos {
	if a := t.overlaid; a != nil {
		switch {
		case n >= a.first+a.lines:
			n -= a.lines - 1
		case n >= a.first:
			return a.below.line(n - a.first + 1)
		}
	}
	pos := t.pos
	if pos.Column == 1 {
		pos.Line += n - 1
	}
	return pos
}

// place is where a text has one of its bytes.
func (t Text) place(offset int) Pos {
	before := t.source[:min(offset, len(t.source))]
	pos := t.line(strings.Count(before, "\n") + 1)
	if pos.Column == 1 {
		pos.Column += utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	}
	return pos
}

// actionMark begins an action.
const actionMark = "{{"

func (t Text) hasActions() bool {
	c := t.compile()
	return c != nil && (c.program != "" || c.err != nil)
}

// fixed is a text without actions as Markdown.
func (t Text) fixed() Markdown {
	if c := t.compile(); c != nil {
		return c.fixed
	}
	return Markdown(t.source)
}

// Values travel through a text between marks, so that they can be escaped
// afterwards for the place where they ended up. The marks are noncharacters,
// which clean drops from every profile value.
const (
	markOpen  = '\ufdd0'
	markClose = '\ufdd1'
	markStep  = '\ufdd2' // opens the ID of a step to be linked; closed by markClose
)

func wrap(s string) string {
	if s == "" {
		return ""
	}
	return string(markOpen) + s + string(markClose)
}

var unmarker = strings.NewReplacer(string(markOpen), "", string(markClose), "", string(markStep), "")

func unwrap(s string) string {
	if !hasMark(s) {
		return s
	}
	return unmarker.Replace(s)
}

// compiled is what a text becomes when it is first needed: most runs use half
// of them.
type compiled struct {
	once    sync.Once
	program program  // of a text with actions, never ""
	fixed   Markdown // of one without
	err     error
	memory  atomic.Pointer[textMemory]
}

// compile compiles the text once; nil for one that stays as it is.
func (t Text) compile() *compiled {
	c := t.compiled
	if c == nil {
		return nil
	}
	c.once.Do(func() {
		switch {
		case c.program != "" || c.fixed != "": // the workflow came precompiled
		case strings.Contains(t.source, actionMark):
			c.program, c.err = compileText(t)
		default:
			c.fixed = Markdown(tidy(t.source))
		}
	})
	return c
}

// execute runs t; the values in the result are still marked.
func (t Text) execute(env *textEnv) (string, error) {
	if !t.hasActions() {
		return t.source, nil
	}
	b, err := t.append(nil, env)
	return string(b), err
}

// append is execute for a text with actions, into a buffer.
func (t Text) append(b []byte, env *textEnv) ([]byte, error) {
	c := t.compile()
	if c.err != nil {
		return b, c.err
	}
	return c.program.run(b, t, env)
}
