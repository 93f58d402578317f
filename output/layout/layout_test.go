package layout_test

import (
	"reflect"
	"strings"
	"testing"
	"text/template/parse"

	"runbook/output/layout"
)

type (
	writer struct{}
	page   struct {
		Title string
		Parts []part
	}
	part struct{ Name string }
)

func (*writer) text(string) {}
func (*writer) part(*part)  {}
func count(p page) int      { return len(p.Parts) }

func compile(t *testing.T, text string) (string, error) {
	t.Helper()
	functions := map[string]any{"text": (*writer).text, "part": (*writer).part, "count": count}
	set := map[string]*parse.Tree{}
	tree := parse.New("templates")
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse(text, "", "", set); err != nil {
		t.Fatal(err)
	}
	code, err := layout.Layout{
		Source: "here", Package: "layout_test", Writer: reflect.TypeFor[*writer](), Functions: functions,
		Tree:    func(name string) *parse.Tree { return set[name] },
		Printed: map[string]string{"int": "number", "string": "raw"},
	}.Compile("page", reflect.TypeFor[*page]())
	return string(code), err
}

// TestCompile shows what becomes of each thing that a template may say.
func TestCompile(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a\n":                      `w.raw("a\n")`,
		"{{.Title}}":               `w.raw(d.Title)`,
		"{{text .Title}}":          `w.text(d.Title)`,
		"{{count .}}":              `w.number(count(*d))`,
		"{{len .Parts}}":           `w.number(len(d.Parts))`,
		"{{range .Parts}}x{{end}}": "for range d.Parts {\n\t\tw.raw(\"x\")\n\t}",
		"{{range .Parts}}{{part .}}{{else}}none{{end}}":                                    "for i1 := range d.Parts {\n\t\td2 := &d.Parts[i1]\n\t\tw.part(d2)\n\t}\n\tif len(d.Parts) == 0 {\n\t\tw.raw(\"none\")\n\t}",
		"{{range $i, $p := .Parts}}{{if $i}}{{text $p.Name}}{{end}}{{end}}":                "if i1 != 0 {\n\t\t\tw.text(d2.Name)\n\t\t}",
		"{{with .Title}}{{text .}}{{else}}x{{end}}":                                        "if d1 := d.Title; d1 != \"\" {\n\t\tw.text(d1)\n\t} else {\n\t\tw.raw(\"x\")\n\t}",
		"{{if and .Title (not .Parts)}}x{{end}}":                                           `if d.Title != "" && !(len(d.Parts) > 0) {`,
		"{{if or .Title (eq (len .Parts) 1)}}x{{end}}":                                     `if d.Title != "" || len(d.Parts) == 1 {`,
		`{{range .Parts}}{{template "one" .}}{{end}}{{end}}{{define "one"}}{{text .Name}}`: "func (w *writer) layOne(d *part) {\n\tw.text(d.Name)\n}",
	} {
		code, err := compile(t, `{{define "page"}}`+text+"{{end}}")
		if err != nil || !strings.Contains(code, want) {
			t.Errorf("%s: %v, and %q is not in\n%s", text, err, want, code)
		}
	}
}

// TestUnknown holds that what the compiler does not know stops it.
func TestUnknown(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"{{.Summary}}":                     "has no Summary",
		"{{.Parts}}":                       `.Parts is a []layout_test.part`,
		"{{.Title | text}}":                "pipeline",
		"{{text .Parts}}":                  "not a string",
		"{{text .Title .Title}}":           "takes 1 arguments, not 2",
		"{{printf .Title}}":                "function",
		"{{if text .Title}}{{end}}":        "is no value",
		`{{template "other" .}}`:           `no template "other"`,
		"{{range .Parts}}{{break}}{{end}}": "BreakNode",
	} {
		_, err := compile(t, `{{define "page"}}`+text+"{{end}}")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, and not %q", text, err, want)
		}
	}
}
