package generator

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
		// Those that must be the same to a letter:
		`{{day .a}} {{.b}}`: {"=.a", ".b"},
		`{{.a}} {{lower (fill .a "name")}} {{.b | upper}}`:                    {"=.a", "=.b"},
		`{{with .a}}{{day .}}{{$.b}}{{else}}{{.c}}{{end}}`:                    {"=.a", ".b", ".c"},
		`{{with .a}}{{.}}{{end}}{{with .b}}{{if .x}}{{day .y}}{{end}}{{end}}`: {".a", "=.b"},
		`{{range .l}}{{with .d}}{{lower .}}{{end}}{{$.c}}{{end}}`:             {"=.l", ".c"},
		`{{.a}}{{range $e := .l}}{{upper $e}}{{end}}{{.b}}`:                   {"=.a", "=.l", ".b"}, // which variable is not looked at
	} {
		text := newText(source, Pos{})
		c := text.compile()
		if c.err != nil {
			t.Fatal(source, c.err)
		}
		m := &memory{}
		var got []string
		for _, u := range m.of(c, newNames(0)).uses {
			for key, known := range m.sources {
				if known == u.source {
					if u.exact {
						key = "=" + key
					}
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

func TestTame(t *testing.T) {
	for s, want := range map[string]bool{
		"Contoso": true, "contoso.com": true, "cp-01.corp": true, "A. Datum (2)": true, "2027-01-11": true, "a_b": true, "5e97-ab": true,
		"": false, " a": false, "a ": false, "a  b": false, "it's": false, `"a"`: false, "a`b": false, "$x": false, `a\b`: false,
		"A & B": false, "a|b": false, "a*b": false, "www.x.com": false, "http://x": false, "a@b": false, "#1": false, "[a]": false,
		"1. FC": false, "2) x": false, "- x": false, "+x": false, "=": false, "Ørsted": false, "a\tb": false, "a~b": false, "_a": false,
	} {
		if tame(s) != want {
			t.Errorf("tame(%q) is %t", s, !want)
		}
	}
}

// What is said of tame texts is true of the finisher: none is changed where it
// stands, and each function that a shape allows leaves it alone.
func TestTameTextsStay(t *testing.T) {
	frames := []string{
		"a {{.x}} b", "{{.x}}", "- {{.x}}", "1. {{.x}}", "> {{.x}}", "`{{.x}}`", "| {{.x}} | `{{.x}}` |", "**{{.x}}**", "[{{.x}}](#a)", "({{.x}}){{.x}}",
		"```powershell\nGet-It {{ps .x}}\n```", "{{q .x}} {{sh .x}} {{json .x}} {{fill .x \"name\"}}", "{{list .l}} {{codes .l}} {{join .l \"; \"}} {{first .l}}",
		"{{range .l}}\n- {{.}}\n{{end}}", "{{with .x}}{{.}}{{end}}{{if .x}}yes{{else}}no{{end}}{{if and .x (not .l)}}{{len .l}}{{end}}{{or .x \"none\"}}", "{{people \"owner\"}}",
	}
	fin := finisher{}
	for _, frame := range frames {
		text := newText(frame, Pos{})
		with := func(x string) (string, string) {
			env := &textEnv{vars: varsOf(map[string]any{"x": x, "l": []any{x, x}}), people: func(string) rich { return rich(wrap(x)) }}
			s, err := text.execute(env)
			if err != nil {
				t.Fatal(frame, err)
			}
			return string(fin.markdown(s)), fin.plain(s)
		}
		md, plain := with("Zzz")
		for _, x := range []string{"a", "contoso.com", "A. Datum (2)", "2027-01-11", "a_b", "5e97-ab", "a - b", "3", "9+", "x=y", standInBegins + "1" + standInEnds} {
			if !tame(x) {
				t.Errorf("%q is not tame", x)
			}
			gotMD, gotPlain := with(x)
			if gotMD != strings.ReplaceAll(md, "Zzz", x) || gotPlain != strings.ReplaceAll(plain, "Zzz", x) {
				t.Errorf("%q with %q is %q and %q", frame, x, gotMD, gotPlain)
			}
		}
	}
	for name := range keepers {
		if textFunctions[name] == nil && textQuestions[name] == nil {
			t.Errorf("there is no function %q", name)
		}
	}
}

func TestShapes(t *testing.T) {
	different := []any{
		nil, "", "a", "a*", "b*", rich("a"), rich("b"), rich(wrap("a")), rich(wrap("a") + " and " + wrap("b")), rich(wrap("a*")), 0, 1, true, false,
		[]any{},
		[]any{"a"},
		[]any{"a", "b"},
		[]any{"a", "b*"},
		[]any{"a", 1},
		linked{"1.1 Do", "#do", true},
		linked{"1.1 Do", "#do", false},
		linked{"1.1 Do *it*", "#do", true},
		map[string]any{"a": "x"},
		map[string]any{"a": "y"},
	}
	alike := map[int]any{2: "other", 7: rich(wrap("other")), 8: rich(wrap("x") + " and " + wrap("y")), 15: []any{"y"}, 16: []any{"x", "y"}, 17: []any{"x", "b*"}, 18: []any{"x", 1}, 19: linked{"2.7 Wait", "#do", true}}
	for i, a := range different {
		hash, tames := shapeOf(a, nil)
		for j, b := range different {
			if sameShape(a, b) != (i == j) {
				t.Errorf("sameShape(%#v, %#v) is %t", a, b, i != j)
			}
		}
		b, ok := alike[i]
		if !ok {
			continue
		}
		other, others := shapeOf(b, nil)
		if !sameShape(a, b) || hash != other || len(tames) != len(others) || len(tames) == 0 {
			t.Errorf("%#v and %#v are of two shapes", a, b)
		}
		n := 0
		if stood := standIn(a, &n); n != len(tames) || !sameShape(a, stood) {
			t.Errorf("%#v stands for %#v, with %d stand-ins", stood, a, n)
		}
	}
}

// A runbook is the one that its profile gives alone, whatever names went
// through the workflow before.
func TestOtherNames(t *testing.T) {
	names := []string{
		"Contoso", "Fabrikam", "A & B *Ltd*", "1. FC", "", "www.example.com", "it's", "Qz7x0x7zQ", "Qz7x", "- dash", "Ørsted", "a|b", "`x`", "{{.date}}", "Adatum-3", "x  y",
	}
	load := func() *Workflow {
		data, err := os.ReadFile("../workflows/precompiled.bin")
		if err != nil {
			t.Fatal(err)
		}
		w, err := LoadWorkflow(Layer{Name: "cmg-setup", FS: os.DirFS("../workflows/cmg-setup"), Precompiled: string(data)})
		if err != nil {
			t.Fatal(err)
		}
		return w
	}
	samples, err := filepath.Glob("../workflows/cmg-setup/profiles/*.yaml")
	if err != nil || len(samples) == 0 {
		t.Fatal(samples, err)
	}
	one := func(w *Workflow, sample string, round int) *Runbook {
		data, err := os.ReadFile(sample)
		if err != nil {
			t.Fatal(err)
		}
		p, ps := ParseProfile("p.yaml", data, w)
		if err := ps.Err(); err != nil {
			t.Fatal(err)
		}
		for i, f := range w.Fields {
			name := names[(i*round+round)%len(names)]
			if _, given := p.given[f.Key]; !given || round == 0 {
				continue
			}
			switch v := p.Value(f.Key).(type) {
			case string:
				if f.Type == TypeText && name != "" {
					p.vars.set(f.Key, name)
				}
			case []any:
				if f.Type == TypeTexts {
					list := slices.Clone(v)
					for k := range list {
						list[k] = names[(i+k*round+1)%len(names)] + strconv.Itoa(k)
					}
					p.vars.set(f.Key, list)
				}
			}
		}
		for role, people := range p.People {
			for k := range people {
				p.People[role][k].Name = names[(len(role)*round+k)%len(names)] + "X"
			}
		}
		rb, err := Generate(w, p, "2027-01-04")
		if err != nil {
			t.Fatal(sample, round, err)
		}
		return rb
	}
	shared := load()
	for round := range 12 {
		for _, sample := range samples {
			if got, want := one(shared, sample, round), one(load(), sample, round); !reflect.DeepEqual(got, want) {
				t.Errorf("%s with the names of round %d is not what it is alone: %s", sample, round, cmp.Diff(want, got))
				return
			}
		}
	}
}
