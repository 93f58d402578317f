package sheet

import (
	_ "embed"
	"strconv"
	"strings"

	"runbook/output/form"
	"runbook/output/ooxml"
)

// theme has the colours that Excel offers in its menus.
//
//go:embed theme.xml
var theme string

// properties are who and what the workbook is about. The custom ones are
// what a filled copy is matched with its runbook by.
func (b *book) properties() ooxml.Properties {
	rb := b.rb
	return ooxml.Properties{
		Title: line(rb.Title), Program: line(rb.Program), Subject: line(rb.Workflow.Title), Organization: line(rb.Organization),
		Category: line(rb.Document.Classification), Description: b.origin(), Identifier: line(rb.Digest), Date: rb.Date,
		Custom: ooxml.Custom(form.WithTexts(rb)),
	}
}

// bytes packs the workbook, the list of types first, where programs look
// that guess a file's type. The sheets come before the styles, which they
// collect.
func (b *book) bytes() ([]byte, error) {
	types, relations := ooxml.NewTypes(false), ooxml.NewRelations()
	types.Add("xl/workbook.xml", "spreadsheetml.sheet.main")
	var sheets ooxml.Package
	for i, g := range b.sheets {
		n := strconv.Itoa(i + 1)
		types.Add("xl/worksheets/sheet"+n+".xml", "spreadsheetml.worksheet")
		relations.Add("rId"+n, "worksheet", "worksheets/sheet"+n+".xml")
		sheets.Add("xl/worksheets/sheet"+n+".xml", g.xml(i == 0))
		if g.table != nil { // there is one at most
			types.Add("xl/tables/table1.xml", "spreadsheetml.table")
			r := ooxml.NewRelations()
			r.Add("rId1", "table", "../tables/table1.xml")
			sheets.Add("xl/worksheets/_rels/sheet"+n+".xml.rels", r.End())
			sheets.Add("xl/tables/table1.xml", g.tableXML())
		}
	}
	types.Add("xl/styles.xml", "spreadsheetml.styles")
	types.Add("xl/sharedStrings.xml", "spreadsheetml.sharedStrings")
	types.Add("xl/theme/theme1.xml", "theme")
	relations.Add("rIdS", "styles", "styles.xml")
	relations.Add("rIdT", "sharedStrings", "sharedStrings.xml")
	relations.Add("rIdC", "theme", "theme/theme1.xml")

	var p ooxml.Package
	p.Add("[Content_Types].xml", types.End())
	p.Add("_rels/.rels", ooxml.PackageRelations("xl/workbook.xml"))
	properties := b.properties()
	p.Add("docProps/app.xml", properties.App())
	p.Add("docProps/core.xml", properties.Core())
	p.Add("docProps/custom.xml", properties.CustomPart())
	p.Add("xl/workbook.xml", b.xml())
	p.Add("xl/_rels/workbook.xml.rels", relations.End())
	p.Append(sheets)
	p.Add("xl/styles.xml", b.styles.xml())
	p.Add("xl/sharedStrings.xml", b.textsXML())
	p.Add("xl/theme/theme1.xml", theme)
	return p.Bytes()
}

// xml is the part of the workbook itself.
func (b *book) xml() string {
	var x, names ooxml.XML
	x.Raw(ooxml.Head, `<workbook xmlns="`, spaceMain, `" xmlns:r="`, ooxml.SpaceR, `"><fileVersion appName="xl" lastEdited="6" lowestEdited="6" rupBuild="14420"/>`)
	x.Raw(`<workbookPr filterPrivacy="1" defaultThemeVersion="164011"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="14805" windowHeight="8010"/></bookViews><sheets>`)
	for i, g := range b.sheets {
		n, scope := strconv.Itoa(i+1), strconv.Itoa(i)
		x.Raw(`<sheet name="`, g.name, `" sheetId="`, n, `" r:id="rId`, n, `"/>`)
		names.Raw(`<definedName name="_xlnm.Print_Area" localSheetId="`, scope, `">`, g.name, `!$A$1:`, fixed(g.print.cols, g.print.rows), `</definedName>`)
		if g.print.repeat {
			head := "$" + strconv.Itoa(headRow)
			names.Raw(`<definedName name="_xlnm.Print_Titles" localSheetId="`, scope, `">`, g.name, `!`, head, `:`, head, `</definedName>`)
		}
	}
	// The results in the file are those of its date; have them made anew.
	x.Raw(`</sheets><definedNames>`, names.String(), `</definedNames><calcPr calcId="122211" fullCalcOnLoad="1"/></workbook>`)
	return x.String()
}

// textsXML is the part with the texts of all cells.
func (b *book) textsXML() string {
	var x ooxml.XML
	x.Raw(ooxml.Head, `<sst xmlns="`, spaceMain, `" count="`, strconv.Itoa(b.uses), `" uniqueCount="`, strconv.Itoa(len(b.texts)), `">`)
	for _, s := range b.texts {
		x.Raw(`<si><t`)
		if s != strings.TrimSpace(s) {
			x.Raw(` xml:space="preserve"`)
		}
		x.Raw(`>`, ooxml.EscapeText(ooxml.Quote(s)), `</t></si>`)
	}
	x.Raw(`</sst>`)
	return x.String()
}
