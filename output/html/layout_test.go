package html

import (
	"io"
	"reflect"
	"testing"
	"text/template/parse"

	"runbook/generator/generatortest"
	"runbook/output/layout"
)

// TestLayout writes layout.go from the templates, or checks that it is in step
// with them. html/template has the say what is escaped where: its parse trees
// are what is compiled, after it has put its escapers into them. TestLikeTemplates
// compares what they write.
func TestLayout(t *testing.T) {
	t.Parallel()
	set, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	_ = set.ExecuteTemplate(io.Discard, "page", &page{}) // adds the escapers
	code, err := layout.Layout{
		Source: "templates/html", Package: "html", Writer: reflect.TypeFor[*writer](), Functions: functions,
		Tree: func(name string) *parse.Tree { return set.Lookup(name).Tree },
		// What html/template leaves as it is here is what this package has made.
		Printed: map[string]string{
			"string htmlescaper":                               "text",
			"string attrescaper":                               "text",
			"string rcdataescaper":                             "text",
			"string urlescaper attrescaper":                    "fragment",
			"int htmlescaper":                                  "number",
			"int attrescaper":                                  "number",
			"template.HTML htmlescaper":                        "raw",
			"template.CSS cssvaluefilter":                      "raw",
			"template.URL urlfilter urlnormalizer attrescaper": "address",
			"string urlnormalizer attrescaper":                 "address",
		},
	}.Compile("page", reflect.TypeFor[*page]())
	if err != nil {
		t.Fatal(err)
	}
	generatortest.Golden(t, "layout.go", code)
}
