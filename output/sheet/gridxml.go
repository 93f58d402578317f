package sheet

import (
	"strconv"

	"runbook/output/ooxml"
)

const spaceMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

// xml is the part of a sheet. The language wants its elements in this order.
func (g *grid) xml(first bool) string {
	var x ooxml.XML
	x.Grow(1 << 16) // about what 50 items take
	x.Raw(ooxml.Head, `<worksheet xmlns="`, spaceMain, `" xmlns:r="`, ooxml.SpaceR, `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	x.Raw(`<dimension ref="`, g.extent(), `"/>`)
	g.view(&x, first)
	x.Raw(`<sheetFormatPr defaultRowHeight="15"/>`)
	g.widths(&x)
	x.Raw(`<sheetData>`)
	for i, r := range g.rows {
		r.xml(&x, i+1)
	}
	x.Raw(`</sheetData>`)
	g.rules(&x)
	g.paper(&x)
	if g.table != nil {
		// "1.1" is text on purpose; no green corner on it.
		x.Raw(`<ignoredErrors><ignoredError sqref="`, span(1, headRow+1, len(g.table), len(g.rows)), `" numberStoredAsText="1"/></ignoredErrors>`)
		x.Raw(`<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`)
	}
	x.Raw(`</worksheet>`)
	return x.String()
}

func (g *grid) extent() string {
	widest := 1
	for _, r := range g.rows {
		widest = max(widest, len(r.cells))
	}
	return span(1, 1, widest, max(len(g.rows), 1))
}

// view says which part of the sheet stays in view.
func (g *grid) view(x *ooxml.XML, first bool) {
	corner, pane, split := at(g.print.keep+1, headRow+1), "bottomLeft", ""
	if g.print.keep > 0 {
		pane, split = "bottomRight", `xSplit="`+strconv.Itoa(g.print.keep)+`" `
	}
	selected := ""
	if first {
		selected = `tabSelected="1" `
	}
	x.Raw(`<sheetViews><sheetView `, selected, `workbookViewId="0"><pane `, split, `ySplit="`, strconv.Itoa(headRow), `" topLeftCell="`, corner, `" activePane="`, pane, `" state="frozen"/>`)
	x.Raw(`<selection pane="`, pane, `" activeCell="`, corner, `" sqref="`, corner, `"/></sheetView></sheetViews>`)
}

func (g *grid) widths(x *ooxml.XML) {
	x.Raw(`<cols>`)
	for i, c := range g.columns {
		n, hidden := strconv.Itoa(i+1), ""
		if c.hidden {
			hidden = ` hidden="1"`
		}
		x.Raw(`<col min="`, n, `" max="`, n, `" width="`, decimal(c.width), `" customWidth="1"`, hidden, `/>`)
	}
	x.Raw(`</cols>`)
}

func (r gridRow) xml(x *ooxml.XML, n int) {
	if r.cells == nil && r.height == 0 {
		return
	}
	x.Raw(`<row r="`, strconv.Itoa(n), `"`)
	if r.height != 0 {
		x.Raw(` ht="`, decimal(r.height), `" customHeight="1"`)
	}
	x.Raw(`>`)
	for i, c := range r.cells {
		if c == (cell{}) {
			continue
		}
		x.Raw(`<c r="`, at(i+1, n), `" s="`, strconv.Itoa(c.style), `"`)
		switch {
		case c.value == "":
			x.Raw(`/>`)
			continue
		case c.text:
			x.Raw(` t="s">`)
		case c.formula != "":
			x.Raw(`><f>`, ooxml.EscapeText(c.formula), `</f>`)
		default:
			x.Raw(`>`)
		}
		x.Raw(`<v>`, c.value, `</v></c>`)
	}
	x.Raw(`</row>`)
}

// rules writes the colours and the validations.
func (g *grid) rules(x *ooxml.XML) {
	for i, c := range g.colours {
		x.Raw(`<conditionalFormatting sqref="`, c.cells, `"><cfRule type="expression" dxfId="`, strconv.Itoa(g.book.styles.change(c)), `" priority="`, strconv.Itoa(i+1), `"><formula>`, ooxml.EscapeText(c.formula), `</formula></cfRule></conditionalFormatting>`)
	}
	if len(g.lists) == 0 {
		return
	}
	x.Raw(`<dataValidations count="`, strconv.Itoa(len(g.lists)), `">`)
	for _, v := range g.lists {
		x.Raw(`<dataValidation `, v.attributes, ` sqref="`, v.cells, `">`)
		if v.formula != "" {
			x.Raw(`<formula1>`, ooxml.EscapeText(v.formula), `</formula1>`)
		}
		x.Raw(`</dataValidation>`)
	}
	x.Raw(`</dataValidations>`)
}

// paper says how the sheet is printed.
func (g *grid) paper(x *ooxml.XML) {
	head, foot := g.runningHeads()
	x.Raw(`<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.35" footer="0.35"/>`)
	x.Raw(`<pageSetup paperSize="`, strconv.Itoa(g.book.paper), `" orientation="landscape" fitToWidth="1" fitToHeight="`, strconv.Itoa(g.fitPages()), `"/>`)
	x.Raw(`<headerFooter><oddHeader>`, ooxml.EscapeText(head), `</oddHeader><oddFooter>`, ooxml.EscapeText(foot), `</oddFooter></headerFooter>`)
}

// tableXML is the part that makes the sheet a table with a filter.
func (g *grid) tableXML() string {
	var x ooxml.XML
	ref := span(1, headRow, len(g.table), len(g.rows))
	x.Raw(ooxml.Head, `<table xmlns="`, spaceMain, `" id="1" name="`, tableName, `" displayName="`, tableName, `" ref="`, ref, `"><autoFilter ref="`, ref, `"/>`)
	x.Raw(`<tableColumns count="`, strconv.Itoa(len(g.table)), `">`)
	for i, head := range g.table {
		x.Raw(`<tableColumn id="`, strconv.Itoa(i+1), `" name="`, ooxml.Escape(head), `"/>`)
	}
	x.Raw(`</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	return x.String()
}
