// Package output turns a Runbook into files: one Format a kind of file, and
// the directory they are written to. A Format lays out and decides nothing;
// conditions and profiles are behind it.
package output

import (
	"errors"
	"strings"

	"runbook/generator"
	"runbook/output/calendar"
	"runbook/output/docx"
	"runbook/output/html"
	"runbook/output/markdown"
	"runbook/output/pdf"
	"runbook/output/sheet"
)

// Options are choices of the person who renders, the same for all formats.
type Options struct {
	Paper  string // "a4" or "letter", for formats with pages
	Buffer []byte // that nobody needs any longer; a format may write into it
}

// Format is a way to render a Runbook.
type Format struct {
	Name   string // as the flag takes it
	Ext    string // of the file, without the dot
	Help   string
	Binary bool // not for a terminal
	// Render returns the file, and what the reader should know about it, such
	// as characters that it cannot show. Without data there is no file, and the
	// notes say why.
	Render func(rb *generator.Runbook, o Options) (data []byte, notes []string, err error)
}

// Formats lists every format, in the order of the help.
var Formats = []Format{
	{Name: "md", Ext: "md", Help: "Markdown for GitHub", Render: func(rb *generator.Runbook, o Options) ([]byte, []string, error) {
		return markdown.RenderInto(o.Buffer, rb), nil, nil
	}},
	{Name: "html", Ext: "html", Help: "one web page that prints well", Render: plain(html.Render)},
	{Name: "pdf", Ext: "pdf", Help: "paged document to print, sign and fill in", Binary: true, Render: func(rb *generator.Runbook, o Options) ([]byte, []string, error) {
		return pdf.Render(rb, pdf.Options{Paper: o.Paper})
	}},
	{Name: "docx", Ext: "docx", Help: "Word document with check boxes", Binary: true, Render: func(rb *generator.Runbook, o Options) ([]byte, []string, error) {
		data, err := docx.Render(rb, o.Paper)
		return data, docx.Notes(rb), err
	}},
	{Name: "xlsx", Ext: "xlsx", Help: "Excel tracker", Binary: true, Render: func(rb *generator.Runbook, o Options) ([]byte, []string, error) {
		data, err := sheet.XLSX(rb, o.Paper)
		return data, nil, err
	}},
	{Name: "csv", Ext: "csv", Help: "the tracker's rows", Render: plain(sheet.CSV)},
	{Name: "ics", Ext: "ics", Help: "calendar entries, for what has a day", Render: func(rb *generator.Runbook, _ Options) ([]byte, []string, error) {
		data, err := calendar.ICS(rb)
		if none := (*calendar.NothingDatedError)(nil); errors.As(err, &none) {
			return nil, []string{err.Error()}, nil
		}
		return data, nil, err
	}},
	{Name: "json", Ext: "json", Help: "the runbook as data", Render: sure(JSON)},
}

func plain(render func(*generator.Runbook) ([]byte, error)) func(*generator.Runbook, Options) ([]byte, []string, error) {
	return func(rb *generator.Runbook, _ Options) ([]byte, []string, error) {
		data, err := render(rb)
		return data, nil, err
	}
}

// sure is a format that cannot fail.
func sure(render func(*generator.Runbook) []byte) func(*generator.Runbook, Options) ([]byte, []string, error) {
	return func(rb *generator.Runbook, _ Options) ([]byte, []string, error) { return render(rb), nil, nil }
}

// FormatNamed returns the format of that name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FormatNames are the names of all formats, for messages.
func FormatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = f.Name
	}
	return strings.Join(names, ", ")
}
