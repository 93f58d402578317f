// Package html renders a Runbook as one self-contained page: it opens from a
// disk without a network, prints from the browser with running heads and page
// numbers, and works with a screen reader, a telephone and a dark screen.
//
// The page carries no script, and its own policy forbids any. Plain strings
// of a Runbook are escaped where html/template would; Markdown goes through
// goldmark with its safe defaults, so neither can bring an element, an attribute or a
// link of its own. The package decides nothing about the content: what is in
// the Runbook is shown, in its order. It only adds what a page needs to be
// found one's way in: a table of contents, anchors, boxes and lines to sign.
package html

import (
	"runtime"
	"sync"
	"sync/atomic"

	"runbook/generator"
)

// Render returns the page. The same Runbook gives the same bytes. It fails
// when the logo is neither a PNG nor an SVG picture.
func Render(rb *generator.Runbook) ([]byte, error) {
	p, err := newPage(rb)
	if err != nil {
		return nil, err
	}
	w := writer{make([]byte, 0, p.size())}
	w.layPage(p)
	return allowedCharacters(w.page), nil
}

// size guesses how long the page is going to be, rather too long than too
// short: to begin small and grow would touch several times the memory.
func (p *page) size() int {
	const fixed, each = 64 << 10, 4 << 10 // everything else, and the markup of an item
	size := fixed + len(p.Styles) + len(p.PageStyles) + len(p.LogoURL)
	for _, ch := range p.Chapters {
		for i := range ch.Items {
			it := &ch.Items[i]
			size += each + len(it.Why) + len(it.Steps) + len(it.Evidence)
			for _, c := range it.Verify {
				size += len(c.Text)
			}
		}
	}
	for _, r := range p.Lookup {
		for i := range r.Entries {
			size += each/2 + len(r.Entries[i].Body)
		}
	}
	return size
}

// inParallel runs the jobs on as many goroutines as there are processors, this
// one among them, each taking the next job when it is done with one.
func inParallel(jobs []func()) {
	var next atomic.Int64
	work := func() {
		for i := next.Add(1) - 1; i < int64(len(jobs)); i = next.Add(1) - 1 {
			jobs[i]()
		}
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
}
