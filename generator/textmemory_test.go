package generator

import (
	"slices"
	"testing"
)

func TestSourcesOfTexts(t *testing.T) {
	for source, want := range map[string][]string{
		"no action":                            nil,
		"{{.a.b}} {{.a.b}}":                    {".a.b"},
		"{{if .a}}{{.b}}{{else}}{{.c}}{{end}}": {".a", ".b", ".c"},
		"{{if .a}}{{with .g}}{{.x}}{{$.y}}{{end}}{{.z}}{{end}}":                                       {".a", ".g", ".y", ".z"},
		"{{with .g}}{{.x}}{{else}}{{.z}}{{end}}":                                                      {".g", ".z"},
		"{{range $i, $e := .list}}{{$e.x}}{{add $i 1}}{{if .y}}{{.z}}{{end}}{{else}}{{.none}}{{end}}": {".list", ".none"},
		`{{fill (first .list) "name"}}`:                                                               {".list"},
		`{{step "make"}} {{if in "make"}}{{end}}`:                                                     {"step make", "in make"},
		`{{if same "owner" "admin"}}{{people "owner"}}{{end}}`:                                        {"same owner admin", "people owner"},
		`{{.a}}{{step .b}}`:   nil, // which step is not known before
		`{{.a}}{{people .b}}`: nil,
	} {
		text := newText(source, Pos{})
		c := text.compile()
		if c.err != nil {
			t.Fatal(source, c.err)
		}
		m := &memory{}
		var got []string
		for _, s := range m.of(c).sources {
			for key, known := range m.sources {
				if known == s {
					got = append(got, key)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s depends on %q, want %q", source, got, want)
		}
	}
}

func TestSameValues(t *testing.T) {
	values := []any{
		nil, "", "a", rich("a"), 0, 1, 1.0, 1.5, true, false,
		[]any{},
		[]any{"a"},
		[]any{"a", 1},
		[]any{1, "a"},
		map[string]any{},
		map[string]any{"a": 1},
		map[string]any{"a": "1"},
		map[string]any{"b": 1},
		[]any{map[string]any{"a": []any{1}}},
		[]any{map[string]any{"a": []any{2}}},
	}
	for i, a := range values {
		for j, b := range values {
			if same(a, b) != (i == j) {
				t.Errorf("same(%#v, %#v) is %t", a, b, i != j)
			}
			if i == j && hashOf(a) != hashOf(b) {
				t.Errorf("%#v has two hashes", a)
			}
		}
	}
}
