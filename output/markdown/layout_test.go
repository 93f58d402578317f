package markdown

import (
	"reflect"
	"testing"
	"text/template/parse"

	"runbook/generator/generatortest"
	"runbook/output/layout"
)

// TestLayout writes layout.go from the templates, or checks that it is in step
// with them. TestLikeTemplates compares what they write.
func TestLayout(t *testing.T) {
	t.Parallel()
	set, err := parsed(&writer{})
	if err != nil {
		t.Fatal(err)
	}
	code, err := layout.Layout{
		Source: "templates/markdown", Package: "markdown", Writer: reflect.TypeFor[*writer](), Functions: functions,
		Tree:    func(name string) *parse.Tree { return set.Lookup(name).Tree },
		Printed: map[string]string{"string": "raw", "generator.Markdown": "raw", "int": "number"},
	}.Compile("runbook", reflect.TypeFor[*page]())
	if err != nil {
		t.Fatal(err)
	}
	generatortest.Golden(t, "layout.go", code)
}
