package generator

import (
	"strings"
	"sync"
	"sync/atomic"
)

// Text is an authored piece of text, plain or Markdown, in which actions in
// the syntax of text/template name values. A text lays out and never decides,
// so comparisons and templates within templates are not part of the language.
type Text struct {
	source   string
	pos      Pos
	compiled *compiled // shared by copies; nil for a text that stays as it is
}

func newText(source string, pos Pos) Text {
	if source == "" {
		return Text{pos: pos}
	}
	return Text{source, pos, &compiled{}}
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
