package ooxml_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"runbook/output/ooxml"
)

func TestQuote(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                       "",
		"plain_text":             "plain_text",
		"_x0041_":                "_x005F_x0041_",
		"_x0041_x0042_":          "_x005F_x0041_x005F_x0042_",
		"_x005F_x0041_":          "_x005F_x005F_x005F_x0041_",
		"_x00g1_ _x041_ _X0041_": "_x00g1_ _x041_ _X0041_",
		"é_xabCD_語":              "é_x005F_xabCD_語",
	} {
		if got := ooxml.Quote(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
		if back := ooxml.Unquote(want); back != in {
			t.Errorf("%q came back as %q, want %q", want, back, in)
		}
	}
	for in, want := range map[string]string{
		"a_x000D_\nb":      "a\r\nb",
		"_xD83E__xDD8A_":   "🦊",
		"_xD83E_ _xDD8A_":  "\ufffd \ufffd",
		"_x00e9_":          "é",
		"_x005F_x005F_":    "_x005F_",
		"_x":               "_x",
		"_x0041_x0042_end": "Ax0042_end",
	} {
		if got := ooxml.Unquote(in); got != want {
			t.Errorf("%q stands for %q, want %q", in, got, want)
		}
	}
}

// What is written is XML, and comes back as it was but for what Clean drops.
func FuzzEscape(f *testing.F) {
	f.Add("a\x00b\x1b\u202e & <b> \"c\"\r\n\t_x0041_\ufffe\xff🦊")
	f.Fuzz(func(t *testing.T, s string) {
		var got struct {
			A string `xml:"a,attr"`
			T string `xml:",chardata"`
		}
		if err := xml.Unmarshal([]byte(`<x a="`+ooxml.Escape(s)+`">`+ooxml.EscapeText(ooxml.Quote(s))+`</x>`), &got); err != nil {
			t.Fatal(err)
		}
		if want := ooxml.Clean(s); ooxml.Unquote(got.T) != want && !strings.Contains(s, "_x") {
			t.Errorf("%q came back as %q", want, got.T)
		}
		if want := strings.NewReplacer("\n", " ", "\t", " ").Replace(ooxml.Clean(s)); got.A != want {
			t.Errorf("%q came back as %q", want, got.A)
		}
	})
}

func TestPackage(t *testing.T) {
	t.Parallel()
	build := func() []byte {
		types, relations := ooxml.NewTypes(true), ooxml.NewRelations()
		types.Add("b.xml", "spreadsheetml.sheet.main")
		relations.AddExternal("rId1", "hyperlink", `http://example.com/?a=1&b="2"`)
		p := ooxml.Properties{Title: "<title>", Date: "2026-11-23", Custom: []ooxml.Property{{Name: "empty"}, {Name: ooxml.PropertyID, Value: "a & b"}}}
		var rest, all ooxml.Package
		rest.Add("docProps/core.xml", p.Core())
		rest.Add("docProps/app.xml", p.App())
		rest.Add("docProps/custom.xml", p.CustomPart())
		all.Add("[Content_Types].xml", types.End())
		all.Add("_rels/.rels", ooxml.PackageRelations("b.xml"))
		all.Add("_rels/b.xml.rels", relations.End())
		all.Append(rest)
		data, err := all.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	data := build()
	if !bytes.Equal(data, build()) {
		t.Error("the same parts gave other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(content, new(struct{})); err != nil {
			t.Errorf("%s: %v\n%s", f.Name, err, content)
		}
	}
	if got := strings.Join(names, " "); got != "[Content_Types].xml _rels/.rels _rels/b.xml.rels docProps/core.xml docProps/app.xml docProps/custom.xml" {
		t.Errorf("parts %s", got)
	}
}
