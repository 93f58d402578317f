package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"time"

	"runbook/generator"
)

// part is one file of the package.
type part struct{ name, content string }

// pack zips the parts. The fixed time and order leave no trace of when and
// how the document was made.
func pack(parts []part) ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", p.name, err)
		}
		if _, err := io.WriteString(w, p.content); err != nil {
			return nil, fmt.Errorf("pack %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack document: %w", err)
	}
	return buf.Bytes(), nil
}

const typePrefix = "application/vnd.openxmlformats-officedocument."

// contentTypes lists what each part is.
func contentTypes(heads int, picture bool) string {
	var o out
	o.raw(xmlHead, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	o.raw(`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	if picture {
		o.raw(`<Default Extension="png" ContentType="image/png"/>`)
	}
	add := func(name, kind string) {
		o.raw(`<Override PartName="/`, name, `" ContentType="`, kind, `+xml"/>`)
	}
	add("word/document.xml", typePrefix+"wordprocessingml.document.main")
	for _, p := range []string{"styles", "numbering", "settings", "footer"} {
		add("word/"+p+".xml", typePrefix+"wordprocessingml."+p)
	}
	for i := range heads {
		add("word/header"+strconv.Itoa(i+1)+".xml", typePrefix+"wordprocessingml.header")
	}
	add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	add("docProps/app.xml", typePrefix+"extended-properties")
	add("docProps/custom.xml", typePrefix+"custom-properties")
	o.raw("</Types>")
	return o.String()
}

// relations writes a part of relationships.
type relations struct{ out }

func newRelations() *relations {
	r := &relations{}
	r.raw(xmlHead, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	return r
}

func (r *relations) add(id, kind, target string, external bool) {
	r.raw(`<Relationship Id="`, id, `" Type="`, kind, `" Target="`, escape(target), `"`)
	if external {
		r.raw(` TargetMode="External"`)
	}
	r.raw("/>")
}

func (r *relations) end() string { return r.String() + "</Relationships>" }

func packageRelations() string {
	r := newRelations()
	r.add("rId1", spaceR+"/officeDocument", "word/document.xml", false)
	r.add("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false)
	r.add("rId3", spaceR+"/extended-properties", "docProps/app.xml", false)
	r.add("rId4", spaceR+"/custom-properties", "docProps/custom.xml", false)
	return r.end()
}

func (w *writer) relations() string {
	r := newRelations()
	for i, p := range []string{"styles", "numbering", "settings"} {
		r.add("rId"+strconv.Itoa(i+1), spaceR+"/"+p, p+".xml", false)
	}
	r.add("rIdF", spaceR+"/footer", "footer.xml", false)
	for i := range w.heads {
		n := strconv.Itoa(i + 1)
		r.add("rIdH"+n, spaceR+"/header", "header"+n+".xml", false)
	}
	if w.picture != nil {
		r.add("rIdP", spaceR+"/image", "media/logo.png", false)
	}
	for i, target := range w.links {
		r.add(linkID(i+1), spaceR+"/hyperlink", target, true)
	}
	return r.end()
}

// Names of the custom document properties that tell which runbook a filled
// copy was made from. They are part of the file format: output/record reads
// them back.
const (
	PropertyWorkflow = "runbook.workflow"
	PropertyID       = "runbook.id"
	PropertyDigest   = "runbook.digest"
)

func coreProperties(rb *generator.Runbook) string {
	var o out
	o.raw(xmlHead, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	add := func(name, value string) {
		if value = line(value); value != "" {
			o.raw("<", name, ">")
			o.chars(value)
			o.raw("</", name, ">")
		}
	}
	add("dc:title", rb.Title)
	add("dc:subject", rb.Workflow.Title)
	add("dc:creator", rb.Organization)
	add("cp:category", rb.Document.Classification)
	add("dc:description", origin(rb))
	add("dc:identifier", rb.Digest)
	add("dc:language", "en-US")
	add("cp:lastModifiedBy", rb.Organization)
	if t, err := time.Parse(time.DateOnly, rb.Date); err == nil {
		for _, name := range []string{"created", "modified"} {
			o.raw("<dcterms:", name, ` xsi:type="dcterms:W3CDTF">`, t.Format(time.RFC3339), "</dcterms:", name, ">")
		}
	}
	o.raw("</cp:coreProperties>")
	return o.String()
}

func appProperties(rb *generator.Runbook) string {
	var o out
	o.raw(xmlHead, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>runbook</Application>`)
	if org := line(rb.Organization); org != "" {
		o.raw("<Company>")
		o.chars(org)
		o.raw("</Company>")
	}
	o.raw("</Properties>")
	return o.String()
}

func customProperties(rb *generator.Runbook) string {
	var o out
	o.raw(xmlHead, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	pid := 2 // the first one that is free for use
	for _, p := range []struct{ name, value string }{
		{PropertyWorkflow, rb.Workflow.ID},
		{PropertyID, rb.ID},
		{PropertyDigest, rb.Digest},
		{"runbook.date", rb.Date},
		{"runbook.profile", rb.Profile},
		{"runbook.role", rb.Role},
	} {
		v := line(p.value)
		if v == "" {
			continue
		}
		o.raw(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="`, strconv.Itoa(pid), `" name="`, p.name, `"><vt:lpwstr>`)
		o.chars(v)
		o.raw("</vt:lpwstr></property>")
		pid++
	}
	o.raw("</Properties>")
	return o.String()
}

func settings() string {
	return xmlHead + `<w:settings` + spaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>` +
		`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
		`<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`
}
