package docx

import (
	"net/url"
	"strconv"
	"strings"

	"runbook/output/ooxml"
)

// writer turns the tree into WordprocessingML. The order of elements inside
// w:pPr, w:rPr and the like is the schema's; Word refuses another.
type writer struct {
	out
	controls  int
	bookmarks int
	links     []string       // addresses, in the order of first use
	numbers   map[string]int // their places in links
	known     map[string]bool
	heads     []string // running heads of the sections, "" for none
	picture   *picture
	page      paper
}

// blocks writes a list of blocks.
func (w *writer) blocks(list []block) {
	for _, b := range list {
		switch b := b.(type) {
		case *paragraph:
			w.paragraph(b, false)
		case *table:
			w.table(b)
		}
	}
}

// paragraph writes p; keep holds it to the next one whatever it says itself.
func (w *writer) paragraph(p *paragraph, keep bool) {
	w.raw("<w:p>")
	w.paragraphProperties(p, keep)
	if p.bookmark != "" {
		w.bookmarks++
		id := strconv.Itoa(w.bookmarks)
		w.raw(`<w:bookmarkStart w:id="`, id, `" w:name="`, escape(p.bookmark), `"/>`)
		defer w.raw("</w:p>")
		w.spans(p.spans)
		w.raw(`<w:bookmarkEnd w:id="`, id, `"/>`)
		return
	}
	w.spans(p.spans)
	w.raw("</w:p>")
}

func (w *writer) paragraphProperties(p *paragraph, keep bool) {
	w.raw("<w:pPr>")
	w.val("pStyle", p.style)
	w.on("keepNext", p.keepNext || keep)
	w.on("pageBreakBefore", p.newPage)
	if p.list > 0 {
		w.raw("<w:numPr>")
		w.num("ilvl", p.level)
		w.num("numId", p.list)
		w.raw("</w:numPr>")
	}
	if p.top {
		w.raw(`<w:spacing w:before="0"/>`)
	}
	if p.ends != nil { // however full its page is
		w.raw(`<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>`)
	}
	if p.list == 0 && (p.left > 0 || p.hanging > 0) {
		w.raw(`<w:ind w:left="`, strconv.Itoa(p.left), `"`)
		if p.right > 0 {
			w.raw(` w:right="`, strconv.Itoa(p.right), `"`)
		}
		if p.hanging > 0 {
			w.raw(` w:hanging="`, strconv.Itoa(p.hanging), `"`)
		}
		w.raw("/>")
	}
	if p.center {
		w.val("jc", "center")
	}
	if p.ends != nil {
		w.section(p.ends)
	}
	w.raw("</w:pPr>")
}

// spans writes runs; neighbours with one link become one hyperlink.
func (w *writer) spans(list []span) {
	for i := 0; i < len(list); {
		s := list[i]
		end := i + 1
		for s.link != "" && end < len(list) && list[end].link == s.link {
			end++
		}
		closing := w.openLink(s.link)
		for _, s := range list[i:end] {
			if closing == "" {
				s.link = ""
			}
			w.span(s)
		}
		w.raw(closing)
		i = end
	}
}

// openLink begins a hyperlink and returns what ends it. An address that
// Word could not follow, or a bookmark that is not in the document, is none.
func (w *writer) openLink(link string) string {
	const closing = "</w:hyperlink>"
	if name, ok := strings.CutPrefix(link, "#"); ok {
		if !w.known[name] {
			return ""
		}
		w.raw(`<w:hyperlink w:anchor="`, escape(name), `" w:history="1">`)
		return closing
	}
	if link == "" {
		return ""
	}
	target, ok := address(link)
	if !ok {
		return ""
	}
	n, ok := w.numbers[target]
	if !ok {
		w.links = append(w.links, target)
		n = len(w.links)
		w.numbers[target] = n
	}
	w.raw(`<w:hyperlink r:id="`, linkID(n), `" w:history="1">`)
	return closing
}

func linkID(n int) string { return "rIdL" + strconv.Itoa(n) }

// address returns the form of a link that goes into a relationship. A target
// that is no URI makes Word call the whole document damaged.
func address(link string) (string, bool) {
	u, err := url.Parse(ooxml.Clean(link))
	if err != nil {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		if u.Host == "" || strings.ContainsAny(u.Host, ` "<>\^{|}`+"`") {
			return "", false
		}
	case "mailto":
	default:
		return "", false
	}
	return encodings.Replace(u.String()), true
}

// encodings are for what a URI cannot have and url.URL leaves.
var encodings = strings.NewReplacer(" ", "%20", `"`, "%22", "<", "%3C", ">", "%3E", `\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")

func (w *writer) span(s span) {
	switch {
	case s.control != nil:
		w.control(s.control, s)
	case s.field != nil:
		w.field(s)
	case s.picture != nil:
		w.drawing(s.picture)
	case s.opens != "":
		w.fieldPart("begin")
		w.instruction(s.opens)
		w.fieldPart("separate")
	case s.closes:
		w.fieldPart("end")
	case s.tab:
		w.raw("<w:r><w:tab/></w:r>")
	case s.brk:
		w.raw("<w:r><w:br/></w:r>")
	case s.text != "":
		w.run(s)
	}
}

// run writes text in one style, and as runs of their own what Word has to be
// told of to set it from right to left.
func (w *writer) run(s span) {
	for rest := s.text; rest != ""; {
		s.text, s.turned, rest = turned(rest)
		w.oneRun(s)
	}
}

func (w *writer) oneRun(s span) {
	w.raw("<w:r>")
	w.runProperties(s)
	w.raw(`<w:t xml:space="preserve">`)
	w.chars(s.text)
	w.raw("</w:t></w:r>")
}

func (w *writer) runProperties(s span) {
	style := s.style
	if style == "" && s.link != "" {
		style = "Hyperlink"
	}
	if style == "" && !s.bold && !s.italic && !s.strike && !s.turned {
		return
	}
	w.raw("<w:rPr>")
	if style != "" {
		w.val("rStyle", style)
	}
	w.on("b", s.bold)
	w.on("bCs", s.bold && s.turned)
	w.on("i", s.italic)
	w.on("iCs", s.italic && s.turned)
	w.on("strike", s.strike)
	w.on("rtl", s.turned)
	w.raw("</w:rPr>")
}

// field writes a field with the result it has until Word computes it.
func (w *writer) field(s span) {
	w.fieldPart("begin")
	w.instruction(s.field.code)
	w.fieldPart("separate")
	w.run(span{text: s.field.text, bold: s.bold, style: s.style})
	w.fieldPart("end")
}

func (w *writer) fieldPart(kind string) {
	w.raw(`<w:r><w:fldChar w:fldCharType="`, kind, `"/></w:r>`)
}

func (w *writer) instruction(code string) {
	w.raw(`<w:r><w:instrText xml:space="preserve"> `)
	w.chars(code)
	w.raw(` </w:instrText></w:r>`)
}

// bookmarksOf collects the names that links may point to.
func bookmarksOf(list []block, known map[string]bool) {
	for _, b := range list {
		switch b := b.(type) {
		case *paragraph:
			if b.bookmark != "" {
				known[b.bookmark] = true
			}
		case *table:
			for _, r := range b.rows {
				for _, c := range r.cells {
					bookmarksOf(c.blocks, known)
				}
			}
		}
	}
}
