package docx

import (
	"strconv"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/ooxml"
	"runbook/output/words"
)

// part is one file of the package.
type part struct{ name, content string }

// pack zips the parts in their order.
func pack(parts []part) ([]byte, error) {
	var p ooxml.Package
	for _, part := range parts {
		p.Add(part.name, part.content)
	}
	return p.Bytes()
}

// contentTypes lists what each part is.
func contentTypes(heads int, picture bool) string {
	t := ooxml.NewTypes(picture)
	t.Add("word/document.xml", "wordprocessingml.document.main")
	for _, p := range []string{"styles", "numbering", "settings", "footer"} {
		t.Add("word/"+p+".xml", "wordprocessingml."+p)
	}
	for i := range heads {
		t.Add("word/header"+strconv.Itoa(i+1)+".xml", "wordprocessingml.header")
	}
	return t.End()
}

func packageRelations() string { return ooxml.PackageRelations("word/document.xml") }

func (w *writer) relations() string {
	r := ooxml.NewRelations()
	for i, p := range []string{"styles", "numbering", "settings"} {
		r.Add("rId"+strconv.Itoa(i+1), p, p+".xml")
	}
	r.Add("rIdF", "footer", "footer.xml")
	for i := range w.heads {
		n := strconv.Itoa(i + 1)
		r.Add("rIdH"+n, "header", "header"+n+".xml")
	}
	if w.picture != nil {
		r.Add("rIdP", "image", "media/logo.png")
	}
	for i, target := range w.links {
		r.AddExternal(linkID(i+1), "hyperlink", target)
	}
	return r.End()
}

func properties(rb *generator.Runbook) ooxml.Properties {
	return ooxml.Properties{
		Title: line(rb.Title), Program: line(rb.Program), Subject: line(rb.Workflow.Title), Organization: line(rb.Organization),
		Category: line(rb.Document.Classification), Description: line(words.Identity(rb)), Identifier: line(rb.Digest), Date: rb.Date,
		Custom: ooxml.Custom(form.WithTexts(rb)),
	}
}

func coreProperties(rb *generator.Runbook) string   { return properties(rb).Core() }
func appProperties(rb *generator.Runbook) string    { return properties(rb).App() }
func customProperties(rb *generator.Runbook) string { return properties(rb).CustomPart() }

func settings(contents bool) string {
	update := ""
	if contents { // the page numbers in them are estimates until Word has computed them
		update = `<w:updateFields w:val="true"/>`
	}
	return xmlHead + `<w:settings` + spaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` + update +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`
}
