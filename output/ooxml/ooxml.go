// Package ooxml holds what Word documents and Excel workbooks have in common:
// the zip archive, the lists of content types and relationships, the document
// properties, and the escaping of text. output/docx and output/sheet write
// their own languages with it; output/record reads them back and shares the
// names. It knows neither a Runbook nor a document's content.
package ooxml

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	// Head begins every part.
	Head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

	// SpaceR is the namespace of references to relationships, and the
	// beginning of the names of their kinds.
	SpaceR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	typePrefix = "application/vnd.openxmlformats-officedocument."
)

// Package is a document under construction, part by part. Programs that
// guess a file's type want [Content_Types].xml first.
type Package struct{ parts []part }

type part struct{ name, content string }

// Add appends a part.
func (p *Package) Add(name, content string) { p.parts = append(p.parts, part{name, content}) }

// Append appends the parts of another.
func (p *Package) Append(other Package) { p.parts = append(p.parts, other.parts...) }

// Bytes zips the parts in the order they came, with a checksum over them among
// the properties. Time is fixed, so that the moment of writing leaves no trace.
func (p *Package) Bytes() ([]byte, error) {
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	packer, err := flate.NewWriter(&buf, level) // one for all parts: it is large
	if err != nil {
		return nil, fmt.Errorf("pack document: %w", err)
	}
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		packer.Reset(w)
		return packer, nil
	})
	sum, size, pieces := newSum(), 0, new(pieces)
	for _, part := range p.parts {
		sum.add(part.name, part.content)
		size += len(part.content)
	}
	buf.Grow(size/8 + 16<<10) // XML becomes a tenth of its size
	for _, part := range p.parts {
		if part.name == customPart {
			part.content = strings.TrimSuffix(part.content, "</Properties>") + property(sealPID, PropertySeal, sum.String()) + "</Properties>"
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", part.name, err)
		}
		if err := pieces.write(w, part.content); err != nil {
			return nil, fmt.Errorf("pack %s: %w", part.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("pack document: %w", err)
	}
	return buf.Bytes(), nil
}

// level is how hard to compress. The next better one takes twice the time and
// saves a sixth.
const level = 2

// pieces is for writing strings to what takes bytes alone. io.WriteString
// would copy all of them at once.
type pieces [16 << 10]byte

func (p *pieces) write(w io.Writer, s string) error {
	for s != "" {
		n := copy(p[:], s)
		if _, err := w.Write(p[:n]); err != nil {
			return err
		}
		s = s[n:]
	}
	return nil
}

// Types is the part that says what each part is.
type Types struct{ xml XML }

// NewTypes begins the list; picture says whether the document has a PNG.
func NewTypes(picture bool) *Types {
	t := &Types{}
	t.xml.Raw(Head, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	t.xml.Raw(`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	if picture {
		t.xml.Raw(`<Default Extension="png" ContentType="image/png"/>`)
	}
	return t
}

// Add says what a part is, such as "wordprocessingml.styles".
func (t *Types) Add(name, kind string) { t.override(name, typePrefix+kind) }

func (t *Types) override(name, kind string) {
	t.xml.Raw(`<Override PartName="/`, name, `" ContentType="`, kind, `+xml"/>`)
}

// End adds the properties, which every document has, and returns the part.
func (t *Types) End() string {
	t.override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	t.Add("docProps/app.xml", "extended-properties")
	t.Add("docProps/custom.xml", "custom-properties")
	return t.xml.String() + "</Types>"
}

// Relations is a part of relationships.
type Relations struct{ xml XML }

// NewRelations begins one.
func NewRelations() *Relations {
	r := &Relations{}
	r.xml.Raw(Head, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	return r
}

// Add points at another part; kind is the last word of its type.
func (r *Relations) Add(id, kind, target string) { r.add(id, SpaceR+"/"+kind, target, "") }

// AddExternal points out of the document.
func (r *Relations) AddExternal(id, kind, target string) {
	r.add(id, SpaceR+"/"+kind, target, ` TargetMode="External"`)
}

func (r *Relations) add(id, kind, target, mode string) {
	r.xml.Raw(`<Relationship Id="`, id, `" Type="`, kind, `" Target="`, Escape(target), `"`, mode, "/>")
}

// End returns the part.
func (r *Relations) End() string { return r.xml.String() + "</Relationships>" }

// PackageRelations is the part by which a program finds the document itself
// and its properties.
func PackageRelations(document string) string {
	r := NewRelations()
	r.Add("rId1", "officeDocument", document)
	r.add("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", "")
	r.Add("rId3", "extended-properties", "docProps/app.xml")
	r.Add("rId4", "custom-properties", "docProps/custom.xml")
	return r.End()
}

// XML collects the text of a part.
type XML struct{ strings.Builder }

// Raw writes authored XML.
func (x *XML) Raw(parts ...string) {
	for _, p := range parts {
		x.WriteString(p)
	}
}

// Text writes what came from outside, on one line.
func (x *XML) Text(s string) { x.WriteString(Escape(s)) }
