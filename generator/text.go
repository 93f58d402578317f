package generator

import (
	"strings"
	"sync"
)

// Text is an authored piece of text, plain or Markdown, in which actions in
// the syntax of text/template name values. A text lays out and never decides,
// so comparisons and templates within templates are not part of the language.
type Text struct {
	source string
	pos    Pos
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

func unwrap(s string) string { return unmarker.Replace(s) }

// texts holds the compiled texts of a workflow. Compiling waits until a text
// is first needed: most runs use half of them.
type texts struct {
	mu          sync.Mutex
	compiled    map[string]program
	static      map[string]Markdown // texts without actions, finished
	precompiled []*precompiled
}

func newTexts() *texts {
	return &texts{compiled: map[string]program{}, static: map[string]Markdown{}}
}

// fixed returns the finished form of a text without actions.
func (x *texts) fixed(t Text) (Markdown, bool) {
	if strings.Contains(t.source, "{{") {
		return "", false
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	m, ok := x.static[t.source]
	if !ok {
		m = Markdown(tidy(t.source))
		x.static[t.source] = m
	}
	return m, true
}

// program returns the compiled form of t.
func (x *texts) program(t Text) (program, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if p, ok := x.compiled[t.source]; ok {
		return p, nil
	}
	for _, pre := range x.precompiled {
		if p, ok := pre.program(t.source); ok {
			x.compiled[t.source] = p
			return p, nil
		}
	}
	p, err := compileText(t)
	if err == nil {
		x.compiled[t.source] = p
	}
	return p, err
}

// execute runs t; the values in the result are still marked.
func (x *texts) execute(t Text, env *textEnv) (string, error) {
	if !strings.Contains(t.source, "{{") {
		return t.source, nil
	}
	p, err := x.program(t)
	if err != nil {
		return "", err
	}
	return p.run(t, env)
}
