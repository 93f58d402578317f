// Package html renders a Runbook as one self-contained page: it opens from a
// disk without a network, prints from the browser with running heads and page
// numbers, and works with a screen reader, a telephone and a dark screen.
//
// The page carries no script, and its own policy forbids any. Plain strings
// of a Runbook are escaped by html/template; Markdown goes through goldmark
// with its safe defaults, so neither can bring an element, an attribute or a
// link of its own. The package decides nothing about the content: what is in
// the Runbook is shown, in its order. It only adds what a page needs to be
// found one's way in: a table of contents, anchors, boxes and lines to sign.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"runtime"
	"sync"
	"sync/atomic"

	"runbook/generator"
	"runbook/templates"
)

// Render returns the page. The same Runbook gives the same bytes. It fails
// when the logo is neither a PNG nor an SVG picture.
func Render(rb *generator.Runbook) ([]byte, error) {
	go func() { _, _ = pageTemplates() }() // while the Markdown is converted
	p, err := newPage(rb)
	if err != nil {
		return nil, err
	}
	t, err := pageTemplates()
	if err != nil {
		return nil, err
	}
	parts := p.parts()
	written := make([]bytes.Buffer, len(parts))
	failed := make([]error, len(parts))
	var jobs []func()
	for i, part := range parts {
		jobs = append(jobs, func() {
			written[i].Grow(16 << 10)
			failed[i] = t.ExecuteTemplate(&written[i], part.template, part.data)
		})
	}
	inParallel(jobs)
	if err := errors.Join(failed...); err != nil {
		return nil, fmt.Errorf("lay out page: %w", err)
	}
	size := 0
	for i := range written {
		size += written[i].Len()
	}
	page := make([]byte, 0, size)
	for i := range written {
		page = append(page, written[i].Bytes()...)
	}
	return allowedCharacters(page), nil
}

// part is a piece of the page: a template and what it lays out. The pieces
// are laid out side by side and then put together in their order.
type part struct {
	template string
	data     any
}

func (p *page) parts() []part {
	if p.Sheet != nil {
		return []part{{"head", p}, {"sheet", p}}
	}
	list := []part{
		{"head", p},
		{"cover", p},
		{"toc", p},
		{"main", p},
		{"decisions", p},
		{"provenance", p},
		{"warnings", p},
		{"progress", p},
		{"initials", p},
		{"roles", p},
		{"names", p},
	}
	for i := range p.Chapters {
		list = append(list, part{"phase", &p.Chapters[i]})
	}
	for i := range p.Lookup {
		list = append(list, part{"reference", &p.Lookup[i]})
	}
	return append(list, part{"deviations", p}, part{"omissions", p}, part{"terms", p}, part{"sign-off", p}, part{"end", p})
}

// pageTemplates parses the templates at the first call: a run that writes no
// page does not pay for them.
var pageTemplates = sync.OnceValues(func() (*template.Template, error) {
	t, err := template.New("page").Funcs(words).ParseFS(templates.FS, "html/*.tmpl")
	if err != nil {
		return nil, fmt.Errorf("parse page templates: %w", err)
	}
	return t, nil
})

// inParallel runs the jobs on as many goroutines as there are processors,
// each taking the next job when it is done with one.
func inParallel(jobs []func()) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(jobs)); i = next.Add(1) - 1 {
				jobs[i]()
			}
		})
	}
	wg.Wait()
}
