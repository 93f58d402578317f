package ooxml

import (
	"cmp"
	"strconv"
	"strings"
	"time"
)

// Names of the custom document properties that tell which runbook a filled
// copy was made from. They are part of the file format: output/record reads
// them back.
const (
	PropertyWorkflow = "runbook.workflow"
	PropertyID       = "runbook.id"
	PropertyDigest   = "runbook.digest"
	PropertyRole     = "runbook.role"
	PropertyDate     = "runbook.date"    // the day that the form speaks of
	PropertyProgram  = "runbook.program" // what made it
	PropertyVersion  = "runbook.version" // of the workflow
	PropertyValues   = "runbook.values"  // digest of the profile's values
	PropertyText     = "runbook.text"    // and a number: what the items say, see form.Texts
	PropertyRecord   = "runbook.record"  // of how many copies the entries in this one are
	PropertySeal     = "runbook.seal"    // see Sealed
)

// Property is a name with its value.
type Property struct{ Name, Value string }

// Properties say who and what a document is about. Values are on one line;
// empty ones are left out.
type Properties struct {
	Title, Subject, Organization, Category, Description, Identifier string
	Program                                                         string // that has written it
	Date                                                            string // YYYY-MM-DD
	Custom                                                          []Property
}

// Custom turns names with values into properties of the program's own.
func Custom(values [][2]string) []Property {
	var list []Property
	for _, kv := range values {
		list = append(list, Property{"runbook." + kv[0], strings.Join(strings.Fields(Clean(kv[1])), " ")})
	}
	return list
}

// Core is the part docProps/core.xml.
func (p Properties) Core() string {
	var x XML
	x.Raw(Head, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []Property{
		{"dc:title", p.Title},
		{"dc:subject", p.Subject},
		{"dc:creator", p.Organization},
		{"cp:category", p.Category},
		{"dc:description", p.Description},
		{"dc:identifier", p.Identifier},
		{"dc:language", "en-US"},
		{"cp:lastModifiedBy", p.Organization},
	} {
		if e.Value != "" {
			x.Raw("<", e.Name, ">", Escape(e.Value), "</", e.Name, ">")
		}
	}
	if t, err := time.Parse(time.DateOnly, p.Date); err == nil {
		for _, name := range []string{"created", "modified"} {
			x.Raw("<dcterms:", name, ` xsi:type="dcterms:W3CDTF">`, t.Format(time.RFC3339), "</dcterms:", name, ">")
		}
	}
	x.Raw("</cp:coreProperties>")
	return x.String()
}

// App is the part docProps/app.xml.
func (p Properties) App() string {
	var x XML
	x.Raw(Head, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>`, Escape(cmp.Or(p.Program, "runbook")), `</Application>`)
	if p.Organization != "" {
		x.Raw("<Company>", Escape(p.Organization), "</Company>")
	}
	x.Raw("</Properties>")
	return x.String()
}

func property(pid int, name, value string) string {
	return `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="` + strconv.Itoa(pid) + `" name="` + name + `"><vt:lpwstr>` + Escape(value) + "</vt:lpwstr></property>"
}

// CustomPart is the part docProps/custom.xml.
func (p Properties) CustomPart() string {
	var x XML
	x.Raw(Head, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	pid := 2 // the first one that is free for use
	for _, e := range p.Custom {
		if e.Value == "" {
			continue
		}
		x.Raw(property(pid, e.Name, e.Value))
		pid++
	}
	x.Raw("</Properties>")
	return x.String()
}
