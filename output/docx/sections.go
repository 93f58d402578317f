package docx

import "strconv"

// paper is a page with room for holes at the left. Lengths in twips.
type paper struct {
	name                     string
	width, height            int
	top, right, bottom, left int
}

var papers = map[string]paper{
	"a4":     {"A4", 11906, 16838, 1361, 964, 1134, 1134},
	"letter": {"Letter", 12240, 15840, 1361, 964, 1134, 1134},
}

// sheet is the paper with the margins of a role sheet, which has no running
// head.
func (p paper) sheet() paper {
	p.top, p.bottom, p.left, p.right = 567, 737, 1020, 680
	return p
}

// text is the width between the margins, deep the height.
func (p paper) text() int { return p.width - p.left - p.right }
func (p paper) deep() int { return p.height - p.top - p.bottom }

// section closes a section. Each has a running head of its own, whose field
// names the part of the document: Word computes it, and programs that cannot
// show what is written there.
func (w *writer) section(s *section) {
	w.heads = append(w.heads, s.head)
	n := strconv.Itoa(len(w.heads))
	w.raw(`<w:sectPr><w:headerReference w:type="default" r:id="rIdH`, n, `"/><w:footerReference w:type="default" r:id="rIdF"/>`)
	w.val("type", "nextPage")
	p := w.page
	w.raw(`<w:pgSz w:w="`, strconv.Itoa(p.width), `" w:h="`, strconv.Itoa(p.height), `"/>`)
	w.raw(`<w:pgMar w:top="`, strconv.Itoa(p.top), `" w:right="`, strconv.Itoa(p.right), `" w:bottom="`, strconv.Itoa(p.bottom),
		`" w:left="`, strconv.Itoa(p.left), `" w:header="567" w:footer="510" w:gutter="0"/>`)
	w.raw("</w:sectPr>")
}

// header is the part with a section's running head.
func header(title, head string) string {
	var w writer
	w.raw(xmlHead, `<w:hdr`, spaces, `>`)
	p := &paragraph{style: "Blank"}
	if head != "" {
		p.style = "Header"
		// A level instead of a name of a style: those are translated in
		// Word's other languages.
		p.spans = []span{text(title), {tab: true}, {field: &field{code: `STYLEREF 1`, text: head}}}
	}
	w.paragraph(p, false)
	w.raw("</w:hdr>")
	return w.String()
}

// footer is the part with the classification and the page number.
func footer(left string, pages int) string {
	var w writer
	w.raw(xmlHead, `<w:ftr`, spaces, `>`)
	w.paragraph(&paragraph{style: "Footer", spans: []span{
		text(left),
		{tab: true},
		text("Page "),
		{field: &field{code: "PAGE", text: "1"}},
		text(" of "),
		{field: &field{code: "NUMPAGES", text: strconv.Itoa(pages)}},
	}}, false)
	w.raw("</w:ftr>")
	return w.String()
}
