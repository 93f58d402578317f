package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"runbook/output/form"
)

// finish makes the file out of what fpdf wrote: fpdf contributes the pages'
// content, the subset faces and the picture; everything else is ours.
func (d *document) finish(raw []byte) ([]byte, error) {
	o, err := takeApart(raw)
	if err != nil {
		return nil, err
	}
	c := d.canvas
	pages := func(p int) int { return 1 + 2*p } // as fpdf numbers them

	// The scratch page has only told fpdf which characters are in use.
	delete(o.body, pages(c.page+1))
	delete(o.body, pages(c.page+1)+1)
	if err := d.resources(o); err != nil {
		return nil, err
	}

	fields := fieldTree(c.annots)
	o.last = fields.number(o.last+1) - 1
	for _, a := range c.annots {
		if a.kind == linkAnnot {
			a.object = o.reserve()
		}
	}
	tree := o.reserve()
	o.last = d.root.number(o.last+1) - 1

	d.putFields(o, fields, pages)
	d.putPages(o, pages)
	d.putTags(o, tree, pages)

	xmp := o.reserve()
	o.stream(xmp, "/Type/Metadata/Subtype/XML", d.xmp())
	outline := d.putOutline(o, pages)
	helv := o.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	zapf := o.add("<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>")
	root := o.add(fmt.Sprintf("<</Type/Catalog/Version/1.7/Pages 1 0 R/Lang(en)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"+
		"/PageMode/UseOutlines/Outlines %d 0 R/Metadata %d 0 R/StructTreeRoot %d 0 R"+
		"/AcroForm<</Fields[%s]/DA(/Helv 9 Tf 0 g)/DR<</Font<</Helv %d 0 R/ZaDb %d 0 R>>>>>>>>",
		outline, xmp, tree, refs(fields.kids), helv, zapf))
	info := o.add(d.info())
	return form.Seal(o.assemble(root, info)), nil
}

var (
	baseFont = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/(BaseFont|FontName) /utf8(\w+)`) })
	typeZero = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`/Subtype /Type0\n/BaseFont /utf8(\w+)(?s:.*)/ToUnicode (\d+) 0 R`)
	})
	xObject  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/XObject <<\s*/\w+ (\d+) 0 R`) })
	glyphMap = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`) })
)

// resources gives the faces the names that the pages' content uses, and puts
// right what fpdf writes too simply: subset names, the map back to Unicode.
func (d *document) resources(o *objects) error {
	var fonts strings.Builder
	found, unicode := map[string]int{}, map[string]int{}
	picture := ""
	for n, b := range o.body {
		if m := typeZero().FindSubmatch(b); m != nil {
			found[string(m[1])] = n
			unicode[string(m[1])], _ = strconv.Atoi(string(m[2]))
		}
	}
	if m := xObject().FindSubmatch(o.body[2]); m != nil {
		picture = fmt.Sprintf("/XObject<</Logo %s 0 R>>", m[1])
	}
	for i, f := range d.canvas.fonts {
		n := found[f.name]
		if n == 0 {
			return fmt.Errorf("finish the file: face %s is not in it", f.name)
		}
		o.stream(unicode[f.name], "", []byte(unicodeMap(d.canvas.used[f])))
		fmt.Fprintf(&fonts, "/F%d %d 0 R", i, n)
	}
	for n, b := range o.body {
		if m := glyphMap().FindSubmatch(b); m != nil {
			// Two bytes for each of 65536 codes, nearly all 0: readers unpack
			// it for every page.
			object, _ := strconv.Atoi(string(m[1]))
			glyphs, err := o.inflate(object)
			if err != nil {
				return err
			}
			end := len(bytes.TrimRight(glyphs, "\x00"))
			o.stream(object, "", glyphs[:end+end%2])
		}
		switch {
		case bytes.Contains(b, []byte("/Ordering (UCS)")):
			o.put(n, "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
		case baseFont().Match(b) && !bytes.Contains(b, []byte("stream\n")):
			o.body[n] = baseFont().ReplaceAllFunc(b, func(m []byte) []byte {
				part := baseFont().FindSubmatch(m)
				return fmt.Appendf(nil, "/%s /RUNBKA+Runbook-%s", part[1], part[2])
			})
		}
	}
	o.put(2, "<</ProcSet[/PDF/Text/ImageB/ImageC]/Font<<"+fonts.String()+">>"+picture+">>")
	return nil
}

// unicodeMap maps the codes in use to what they stand for, for search and copy. fpdf
// maps all there could be, at which some readers take a second a page.
func unicodeMap(used map[rune]bool) string {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n")
	for part := range slices.Chunk(slices.Sorted(maps.Keys(used)), 100) { // the format allows no more at once
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, r := range part {
			fmt.Fprintf(&b, "<%04X><", r)
			for _, l := range letters(r) {
				fmt.Fprintf(&b, "%04X", l)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end")
	return b.String()
}

// putPages writes the pages and their tree.
func (d *document) putPages(o *objects, pages func(int) int) {
	c := d.canvas
	annots := make([][]string, c.page+1)
	for _, a := range c.annots {
		annots[a.page] = append(annots[a.page], fmt.Sprintf("%d 0 R", a.object))
	}
	var kids []string
	for p := 1; p <= c.page; p++ {
		o.stream(pages(p)+1, "", c.done[p-1])
		list := ""
		if len(annots[p]) > 0 {
			list = "/Annots[" + strings.Join(annots[p], " ") + "]"
		}
		o.put(pages(p), fmt.Sprintf("<</Type/Page/Parent 1 0 R/Resources 2 0 R/Contents %d 0 R/StructParents %d/Tabs/S%s>>", pages(p)+1, p-1, list))
		kids = append(kids, fmt.Sprintf("%d 0 R", pages(p)))
	}
	o.put(1, fmt.Sprintf("<</Type/Pages/Count %d/MediaBox[0 0 %s %s]/Kids[%s]>>", c.page, appendNum(nil, d.paper.w), appendNum(nil, d.paper.h), strings.Join(kids, " ")))
}

// putFields writes links and fields. Their places in the tree of tags are
// numbered after the pages.
func (d *document) putFields(o *objects, fields *fieldNode, pages func(int) int) {
	c := d.canvas
	number := map[*annot]int{}
	for i, a := range c.annots {
		number[a] = c.page + i
	}
	form := func(w, h float64, content []byte) int {
		n := o.reserve()
		o.stream(n, fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 %s %s]/Resources 2 0 R", appendNum(nil, w), appendNum(nil, h)), content)
		return n
	}
	empty := form(square, square, nil)
	ap := appearance{off: empty, on: form(square, square, tick())}
	ap.text = func(a *annot) int {
		if len(a.shown) == 0 {
			return empty
		}
		return form(a.w, a.h, a.shown)
	}
	fields.write(o.put, nil, ap, func(a *annot) string { return a.widget(d.paper, pages(a.page), number[a]) })
	for _, a := range c.annots {
		if a.kind != linkAnnot {
			continue
		}
		var to string
		if name, ok := strings.CutPrefix(a.value, "#"); ok {
			at := d.places[name]
			to = fmt.Sprintf("/Dest[%d 0 R/XYZ null %s null]", pages(max(1, at.page)), appendNum(nil, d.paper.h-at.y+8))
		} else {
			to = "/A<</S/URI/URI" + pdfString(a.value) + ">>"
		}
		o.put(a.object, fmt.Sprintf("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P %d 0 R/Rect%s/Contents%s/StructParent %d%s>>",
			pages(a.page), a.rect(d.paper), pdfString(a.tip), number[a], to))
	}
}

// putTags writes the structure tree and the way back into it.
func (d *document) putTags(o *objects, tree int, pages func(int) int) {
	c := d.canvas
	var nums strings.Builder
	for p, marks := range c.marks {
		fmt.Fprintf(&nums, "%d[", p)
		for _, e := range marks {
			fmt.Fprintf(&nums, "%d 0 R ", e.object)
		}
		nums.WriteString("]")
	}
	for i, a := range c.annots {
		if a.elem != nil {
			fmt.Fprintf(&nums, "%d %d 0 R ", c.page+i, a.elem.object)
		}
	}
	o.put(tree, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		d.root.object, o.add("<</Nums["+nums.String()+"]>>"), c.page+len(c.annots)))
	var walk func(e *elem, parent int)
	walk = func(e *elem, parent int) {
		o.put(e.object, e.write(parent, pages))
		for _, k := range e.kids {
			if k.elem != nil {
				walk(k.elem, e.object)
			}
		}
	}
	walk(d.root, tree)
}

// putOutline writes the bookmarks, two levels deep, and returns their root.
func (d *document) putOutline(o *objects, pages func(int) int) int {
	root := o.reserve()
	type node struct {
		entry
		object int
		kids   []*node
	}
	top := &node{object: root}
	for _, e := range d.entries {
		n := &node{entry: e, object: o.reserve()}
		if e.level > 0 && len(top.kids) > 0 {
			parent := top.kids[len(top.kids)-1]
			parent.kids = append(parent.kids, n)
		} else {
			top.kids = append(top.kids, n)
		}
	}
	var write func(parent *node)
	write = func(parent *node) {
		for i, n := range parent.kids {
			at := d.places[n.anchor]
			s := fmt.Sprintf("<</Title%s/Parent %d 0 R/Dest[%d 0 R/XYZ null %s null]", pdfString(n.label()), parent.object, pages(max(1, at.page)), appendNum(nil, d.paper.h-at.y+8))
			if i > 0 {
				s += fmt.Sprintf("/Prev %d 0 R", parent.kids[i-1].object)
			}
			if i+1 < len(parent.kids) {
				s += fmt.Sprintf("/Next %d 0 R", parent.kids[i+1].object)
			}
			if k := n.kids; len(k) > 0 {
				// Negative: closed, so that the outline is a table of phases at first.
				s += fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", k[0].object, k[len(k)-1].object, -len(k))
			}
			o.put(n.object, s+">>")
			write(n)
		}
	}
	write(top)
	s := "<</Type/Outlines"
	if k := top.kids; len(k) > 0 {
		s += fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", k[0].object, k[len(k)-1].object, len(k))
	}
	o.put(root, s+">>")
	return root
}

// info writes the document information. The date is the runbook's: the same
// runbook gives the same bytes on any day.
func (d *document) info() string {
	date := pdfString("D:" + strings.ReplaceAll(d.rb.Date, "-", "") + "000000Z")
	var b strings.Builder
	b.WriteString("<</Title" + pdfString(d.named(d.rb.Title)) + "/Author" + pdfString(d.rb.Organization) + "/Subject" + pdfString(d.rb.Workflow.Title) +
		"/Producer" + pdfString(d.program()) + "/Creator" + pdfString(d.program()) + "/CreationDate" + date + "/ModDate" + date)
	for _, kv := range form.Origin(d.rb) {
		b.WriteString("/Runbook" + strings.ToUpper(kv[0][:1]) + kv[0][1:] + pdfString(kv[1]))
	}
	return b.String() + ">>"
}

// program is what has written the file.
func (d *document) program() string { return cmp.Or(clean(d.rb.Program), "runbook") }

func (d *document) xmp() []byte {
	esc := html.EscapeString
	var own strings.Builder
	for _, kv := range form.Origin(d.rb) {
		fmt.Fprintf(&own, "<runbook:%s>%s</runbook:%s>", kv[0], esc(kv[1]), kv[0])
	}
	day := d.rb.Date + "T00:00:00Z"
	return slices.Concat([]byte("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"), fmt.Appendf(nil,
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" `+
			`xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:runbook="urn:runbook:1.0">`+
			`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>`+
			`<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>`+
			`<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>%s</rdf:Description></rdf:RDF></x:xmpmeta>`,
		esc(d.named(d.rb.Title)), esc(d.rb.Organization), day, day, esc(d.program()), esc(d.program()), own.String()), []byte("\n<?xpacket end=\"w\"?>"))
}
