package pdf

import (
	"fmt"
	"strings"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/markup"
	"runbook/output/words"
)

// document is a PDF in the making.
type document struct {
	rb       *generator.Runbook
	paper    paper
	fonts    *fonts
	canvas   *canvas
	accent   color
	logo     *logo
	root     *elem
	sections []*section
	sheets   []sheet          // the pages, once they are laid out
	entries  []entry          // of contents and outline
	places   map[string]place // where an anchor is
	items    map[string]bool  // keys of items and entries, which links may lead to
	sources  *sources
	warnings []string
	closer   float64 // than usual: what room between lines and rows is multiplied with
	signer   bool    // a role sheet says whose the initials on it are
}

// section is a part of the document that begins on a new page.
type section struct {
	running string  // what stands at the top right of its pages
	bare    bool    // no running head
	cost    float64 // what a page of it costs; 0 for the usual
	strips  []strip
}

// entry is a line of the contents and of the outline.
type entry struct {
	level  int // 0 or 1
	number string
	title  string
	anchor string
}

func (e entry) label() string { return strings.TrimSpace(e.number + "  " + e.title) }

type place struct {
	page int
	y    float64
}

func newDocument(rb *generator.Runbook, p paper) *document {
	d := &document{
		rb: rb, paper: p, fonts: newFonts(), accent: accent(rb.Document.Accent),
		root: &elem{role: "Document"}, places: map[string]place{}, items: map[string]bool{}, closer: 1,
	}
	d.canvas = newCanvas(p, d.fonts)
	d.sources = newSources(rb)
	for _, it := range rb.Items() {
		d.items[it.Key] = true
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			d.items[e.Key] = true
		}
	}
	var warning string
	if d.logo, warning = readLogo(rb.Document.Logo, rb.Document.LogoPath, "Logo of "+rb.Organization); warning != "" {
		d.warnings = append(d.warnings, warning)
	}
	return d
}

// build makes the sections in the order in which they are read.
func (d *document) build() {
	d.fitted(d.cover)
	contents := len(d.sections)
	d.sections = append(d.sections, nil)
	d.fitted(d.front)
	d.fitted(d.roles)
	for _, p := range d.rb.AllPhases() {
		if len(p.Items) > 0 {
			d.phase(p)
		}
	}
	for _, r := range d.rb.References {
		d.reference(r)
	}
	d.back()
	d.sections[contents] = d.contents()
}

// section starts a part of the document; what fn adds is in it.
func (d *document) section(title, running string, fn func(f *flow, e *elem)) *section {
	e := d.root.child("Sect")
	e.title = title
	f := &flow{d: d, x: d.paper.left, w: d.paper.width(), t: body}
	fn(f, e)
	sec := &section{running: running, strips: f.strips}
	d.sections = append(d.sections, sec)
	return sec
}

// fitted builds a section, closer step by step as long as its last page would
// hold a third or less. Where that does not help it is as usual.
func (d *document) fitted(build func()) {
	entries, sections := len(d.entries), len(d.sections)
	for _, d.closer = range []float64{1, 0.94, 0.88, 0.82, 1} {
		d.entries, d.sections = d.entries[:entries], d.sections[:sections]
		build()
		if len(d.sections) == sections || d.sections[sections].lastPage(d.paper) > 0.36 {
			break
		}
	}
	d.closer = 1
}

// named is the name of the document that has the title.
func (d *document) named(title string) string {
	t := clean(title)
	if d.rb.Role != "" {
		t += " \u2013 " + d.rb.RoleTitle(d.rb.Role)
	}
	return t
}

// notes puts what a filled copy is matched by into hidden fields: viewers
// that write the file anew may lose its properties, but not its fields.
func (d *document) notes() {
	for _, kv := range form.WithTexts(d.rb) {
		d.canvas.annotate(&annot{kind: noteField, name: "runbook." + kv[0], tip: "Runbook " + kv[0], value: kv[1]}, nil)
	}
}

// running draws head and foot of a page. They are artifacts: a screen reader
// would otherwise say them on every page.
func (d *document) running(c *canvas, sec *section, page, pages int) {
	p := d.paper
	left, right := p.left, p.w-p.right
	put := func(s string, ct cut, x, y float64, end bool, width float64) {
		st := small.style(ct, soft)
		l := d.fonts.fit(s, st, width)
		if end {
			x -= l.w
		}
		c.line(x, y, l, small, nil)
	}
	if !sec.bare {
		y := p.top - 22
		put(d.named(words.Title(d.rb)), bold, left, y, false, p.width()*0.58)
		put(sec.running, regular, right, y, true, p.width()*0.4)
		c.rule(left, p.top-9, right, p.top-9, pale, 0.6)
	}
	y := p.h - p.bottom + 10
	c.rule(left, y-2, right, y-2, pale, 0.6)
	put(d.footer(p.width()*0.8), regular, left, y, false, p.width()*0.8)
	put(fmt.Sprintf("Page %d of %d", page, pages), bold, right, y, true, p.width()*0.2)
}

func (d *document) footer(width float64) string {
	more := ""
	if d.rb.Role != "" {
		more = " \u00b7 sources, terms and deviation log are in the whole runbook"
	}
	return words.Foot(d.rb, func(s string) bool { return d.fonts.measure(clean(s+more), small.style(regular, soft)) <= width }) + more
}

// joined joins the parts that are not empty.
func joined(sep string, parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(sep)
		}
		b.WriteString(clean(p))
	}
	return b.String()
}

// spans turns runs of Markdown into spans; base is what plain text looks like.
func (d *document) spans(runs []markup.Run, base style) []span {
	var out []span
	for _, r := range runs {
		st := base
		switch {
		case r.Code:
			st.cut, st.size, st.wash = code, base.size*codeScale, true
			if r.Bold || base.cut == bold {
				st.cut = codeBold
			}
		case r.Bold:
			st.cut = bold
		case r.Italic:
			switch st.cut {
			case italic:
				st.cut = regular // emphasis inside italics stands upright
			case regular:
				st.cut = italic
			default: // there is no slanted face of the others
			}
		}
		st.strike = r.Strike
		if r.Link != "" {
			st.link = d.address(r.Link)
			if st.link != "" && !r.Code {
				st.color = d.accent
			}
		}
		out = append(out, span{r.Text, st})
	}
	return out
}

// address keeps a link that leads somewhere: out of the document, or to an
// item that is in it.
func (d *document) address(link string) string {
	name, inside := strings.CutPrefix(link, "#")
	if !inside {
		return link
	}
	if d.items[name] {
		return link
	}
	for key := range d.items {
		if _, step, _ := strings.Cut(key, "/"); step == name {
			return "#" + key
		}
	}
	return ""
}

// inline turns Markdown that has room for one paragraph into spans.
func (d *document) inline(md generator.Markdown, base style) []span {
	return d.spans(markup.ParseInline(md), base)
}
