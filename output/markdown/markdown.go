// Package markdown renders a Runbook as GitHub-flavoured Markdown, clean under
// the rules of markdownlint. The layout is that of templates/markdown, which
// is compiled; what stands here is how texts, links and names are written.
package markdown

import (
	"bytes"

	"runbook/generator"
)

// Render returns the page. The same Runbook gives the same bytes.
func Render(rb *generator.Runbook) []byte { return RenderInto(nil, rb) }

// RenderInto is Render into the memory of a buffer that nobody needs any longer.
func RenderInto(buffer []byte, rb *generator.Runbook) []byte {
	p := newPage(rb)
	w := newWriter(p, buffer[:0])
	w.layRunbook(p)
	return w.page()
}

// ItemBody is the work instruction of an item: why, who takes part, steps,
// checks, evidence. Links to other items keep the target "#KEY".
func ItemBody(it generator.Item) generator.Markdown {
	it.Work = generator.Work{} // what is ticked is no part of the instruction
	w := writer{out: make([]byte, 0, 256+bodySize(&it))}
	w.layBody(&it)
	return generator.Markdown(bytes.TrimRight(w.out, "\n"))
}
