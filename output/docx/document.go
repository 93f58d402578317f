package docx

import (
	"strings"
	"unicode/utf8"

	"runbook/generator"
	"runbook/output/markup"
	"runbook/output/words"
)

// document is a Word document in the making.
type document struct {
	rb           *generator.Runbook
	items        []generator.Item // of rb
	paper        paper
	accent       string
	body         []block
	entries      []tocEntry
	ordered      []listStart
	last         *section          // the one that the end of the document closes
	places       map[string]string // bookmarks by key of item and by its last part
	fresh        bool              // a section has just begun
	sources      []generator.Source
	pages        int    // as estimated
	contentsSize string // behind the name of a metric: how small the contents are set
	close        closeness
	heads        []string // of the section so far: what its pages have on top until Word knows better
	about        bool     // a role sheet says what the whole is for
	purpose      bool     // and what the role is for
}

func newDocument(rb *generator.Runbook, p paper) *document {
	d := &document{rb: rb, items: rb.Items(), paper: p, accent: accent(rb.Document.Accent), places: map[string]string{}, close: usual}
	place := func(key, number string) {
		name := "item_" + strings.ReplaceAll(number, ".", "_")
		d.places[key] = name
		d.places[stepID(key)] = name
	}
	for _, it := range d.items {
		place(it.Key, it.Number)
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			place(e.Key, e.Number)
		}
	}
	return d
}

// build lays the document out.
func (d *document) build() []block {
	if d.rb.Role != "" {
		d.fitSheet()
		return d.body
	}
	d.cover()
	front := len(d.body)
	d.frontMatter()
	for _, p := range d.rb.AllPhases() {
		if len(p.Items) > 0 {
			d.phase(p)
		}
	}
	for _, r := range d.rb.References {
		d.reference(r)
	}
	d.backMatter()

	// The contents stand in front of what they list, and take pages
	// themselves; their length does not depend on the numbers in them.
	d.setContents()
	pages := map[string]int{}
	with := func() []block { return append(append(clip(d.body[:front]), d.contents(pages)...), d.body[front:]...) }
	d.pages, _ = d.measure(with(), pages)
	return with()
}

func clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// chapters adds what build has of a list, in its order.
func (d *document) chapters(list []string, build map[string]func()) {
	for _, c := range list {
		if add := build[c]; add != nil {
			add()
		}
	}
}

func (d *document) add(blocks ...block) { d.body = append(d.body, blocks...) }

// heading1 begins a part of the document.
func (d *document) heading1(title, bookmark string) {
	d.heads = append(d.heads, title)
	d.entries = append(d.entries, tocEntry{1, "", title, bookmark})
	d.add(&paragraph{style: "Heading1", spans: []span{text(title)}, bookmark: bookmark, top: d.fresh})
	d.fresh = false
}

// closeSection ends the pages whose running head is head. It takes the small
// paragraph behind a table that is last: another one, below a table that fills
// its page, would be on a page of its own.
func (d *document) closeSection(head string) {
	ends := &section{head: head}
	if t, ok := d.body[len(d.body)-1].(*table); ok {
		t.ends = ends
	} else {
		d.add(&paragraph{style: "Gap", ends: ends})
	}
	d.fresh, d.heads = true, nil
}

// title is the name of the document.
func (d *document) title() string {
	if d.rb.Role != "" {
		return words.Joined(" – ", d.rb.Title, d.rb.RoleTitle(d.rb.Role))
	}
	return d.rb.Title
}

// footer is what stands at the bottom of every page.
func (d *document) footer() string {
	// One line has room for about this much beside the page number.
	const room = 120
	return cut(line(words.Foot(d.rb, func(s string) bool { return utf8.RuneCountInString(s) <= room })), room)
}

// spans turns Markdown that has room for one paragraph into spans.
func (d *document) spans(md generator.Markdown) []span { return d.runs(markup.ParseInline(md)) }

// link keeps an address that leads somewhere: out of the document, or to an
// item that is in it.
func (d *document) link(address string) string {
	name, inside := strings.CutPrefix(address, "#")
	if !inside {
		return address
	}
	if place, ok := d.places[name]; ok {
		return "#" + place
	}
	return ""
}

// to is a link to an item, with its number as text.
func (d *document) to(n generator.Need) span {
	s := text(n.Number)
	if place, ok := d.places[n.Key]; ok {
		s.link = "#" + place
	}
	return s
}

// source numbers what was read, for the list at the end.
func (d *document) source(s generator.Source) int {
	for i, have := range d.sources {
		if have == s {
			return i + 1
		}
	}
	d.sources = append(d.sources, s)
	return len(d.sources)
}
