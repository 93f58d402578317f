package docx

import "strconv"

// table writes t and the small paragraph after it: two tables in a row would
// grow together, and a cell must end with a paragraph.
func (w *writer) table(t *table) {
	total := 0
	for _, c := range t.columns {
		total += c
	}
	w.raw("<w:tbl><w:tblPr>")
	w.raw(`<w:tblW w:w="`, strconv.Itoa(total), `" w:type="dxa"/>`)
	if t.indent > 0 {
		w.raw(`<w:tblInd w:w="`, strconv.Itoa(t.indent), `" w:type="dxa"/>`)
	}
	w.borders(t.look)
	w.raw(`<w:tblLayout w:type="fixed"/>`)
	pad, side := strconv.Itoa(t.pad()), strconv.Itoa(cellMargin)
	w.raw(`<w:tblCellMar><w:top w:w="`, pad, `" w:type="dxa"/><w:left w:w="`, side, `" w:type="dxa"/><w:bottom w:w="`, pad, `" w:type="dxa"/><w:right w:w="`, side, `" w:type="dxa"/></w:tblCellMar>`)
	if t.head > 0 {
		w.raw(`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	}
	if t.caption != "" {
		w.val("tblCaption", t.caption)
	}
	w.raw("</w:tblPr><w:tblGrid>")
	for _, c := range t.columns {
		w.raw(`<w:gridCol w:w="`, strconv.Itoa(c), `"/>`)
	}
	w.raw("</w:tblGrid>")
	for i, r := range t.rows {
		// Rows stay together when their paragraphs are kept with the next.
		// The head holds on to the first row, whatever the table wants.
		keep := t.keepNext || t.keep && i < len(t.rows)-1 || i < t.head || r.keep
		w.row(t, i, r, keep)
	}
	w.raw("</w:tbl>")
	w.paragraph(&paragraph{style: "Gap", ends: t.ends}, t.keepNext)
}

func (w *writer) row(t *table, i int, r row, keep bool) {
	w.raw("<w:tr><w:trPr><w:cantSplit/>")
	if r.height > 0 {
		w.raw(`<w:trHeight w:val="`, strconv.Itoa(r.height), `" w:hRule="atLeast"/>`)
	}
	w.on("tblHeader", i < t.head)
	w.raw("</w:trPr>")
	for n, c := range r.cells {
		w.cell(t, c, t.columns[n], keep)
	}
	w.raw("</w:tr>")
}

func (w *writer) cell(t *table, c cell, width int, keep bool) {
	w.raw(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
	if c.merge != alone {
		w.val("vMerge", string(c.merge))
	}
	if t.look == callout {
		w.raw(`<w:tcBorders><w:left w:val="single" w:sz="28" w:space="0" w:color="`, c.bar, `"/></w:tcBorders>`)
	}
	if c.fill != "" {
		w.raw(`<w:shd w:val="clear" w:color="auto" w:fill="`, c.fill, `"/>`)
	}
	if c.vertical {
		w.val("textDirection", "btLr")
	}
	if c.middle {
		w.val("vAlign", "center")
	}
	w.raw("</w:tcPr>")
	blocks := c.blocks
	if len(blocks) == 0 {
		blocks = []block{para("TableText")}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case *paragraph:
			w.paragraph(b, keep)
		case *table:
			inner := *b
			inner.keepNext = inner.keepNext || keep
			w.table(&inner)
		}
	}
	w.raw("</w:tc>")
}

func (w *writer) borders(look tableLook) {
	side := func(name, kind string, size int, color string) {
		w.raw("<w:", name, ` w:val="`, kind, `" w:sz="`, strconv.Itoa(size), `" w:space="0" w:color="`, color, `"/>`)
	}
	w.raw("<w:tblBorders>")
	outer, size, inner := rule, 4, "single"
	switch look {
	case strip:
		outer, size = ink, 8
	case callout:
		inner = "nil"
	case grid, dense:
	}
	side("top", "single", size, outer)
	side("left", "single", size, outer)
	side("bottom", "single", size, outer)
	side("right", "single", size, outer)
	side("insideH", inner, 4, rule)
	side("insideV", inner, 4, rule)
	w.raw("</w:tblBorders>")
}
