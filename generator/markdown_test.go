package generator

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEscapesForThePlace(t *testing.T) {
	f := finisher{link: func(id string) (string, string, bool) { return "4.1 Make it", "#w/" + id, id == "make" }}
	v := func(s string) string { return wrap(s) }
	for _, c := range []struct{ name, in, want string }{
		{"prose", "Call " + v("*Ann* <b>") + ".", `Call \*Ann\* &lt;b&gt;.`},
		{"mention", v("@everyone #1"), "@\u200beveryone \\#1"},
		{"link", v("](javascript:x)"), `\](javascript:x)`},
		{"autolink", v("http://evil www.evil.example"), "http&#58;//evil www&#46;evil.example"},
		{"name with underscore", v("rg_cmg _x_"), `rg_cmg \_x\_`},
		{"behind a backslash", `C:\` + v("*x*") + ` \*`, `C:\\\*x\* \*`},
		{"code span", "`" + v("a`b") + "`", "`` a`b ``"},
		{"code span in table", "| `" + v("a|b") + "` | " + v("c|d") + " |", "| `a\\|b` | c\\|d |"},
		{"fence", "```text\n" + v("```") + "\n```", "````text\n```\n````"},
		{"fence keeps characters", "   ```text\n   " + v("<a> *b*") + "\n   ```", "   ```text\n   <a> *b*\n   ```"},
		{"list marker", v("- x"), `\- x`},
		{"number", v("1. x"), `1\. x`},
		{"template action", v("{{.x}}"), `{{.x}}`},
		{"step", "See " + string(markStep) + "make" + string(markClose) + ".", "See [4.1 Make it](#w/make)."},
		{"step in code", "`" + string(markStep) + "make" + string(markClose) + "`", "`4.1 Make it`"},
		{"step in a block", "```text\n" + string(markStep) + "make" + string(markClose) + "\n```", "```text\n4.1 Make it\n```"},
		{"list marker in a list", "- " + v("1. x"), `- 1\. x`},
		{"list marker in a box", "> - [ ] " + v("+ x"), `> - [ ] \+ x`},
		{"step that is not there", "See " + string(markStep) + "gone" + string(markClose) + ".", "See 4.1 Make it."},
	} {
		if got := string(f.markdown(c.in)); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

func TestTidyNumbersListsAgain(t *testing.T) {
	in := strings.Join([]string{
		"1. One", "", "", "   ```text", "   1. not a marker", "", "", "   x", "   ```", "3. Two", "   more", "", "Text.", "", "7. New list  ", "8. Second",
	}, "\n")
	want := strings.Join([]string{
		"1. One", "", "   ```text", "   1. not a marker", "", "", "   x", "   ```", "2. Two", "   more", "", "Text.", "", "1. New list", "2. Second",
	}, "\n")
	if diff := cmp.Diff(want, tidy(in)); diff != "" {
		t.Error(diff)
	}
	var long []string
	for range 11 {
		long = append(long, "1. x", "   y")
	}
	if got := tidy(strings.Join(long, "\n")); !strings.HasSuffix(got, "10. x\n    y\n11. x\n    y") {
		t.Errorf("the text of item 10 is not indented to its number:\n%s", got)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "a\nb\tc": "a b c", "a\u202eb": "ab", "ש\u200e": "ש", "\ufdd0x\ufdd1": "x", "é – 漢": "é – 漢", "\u2028x": "x", "a\x00b": "a b",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDurationInWords(t *testing.T) {
	for in, want := range map[string]string{"30m": "30 minutes", "24h": "24 hours", "2d": "2 working days", "1w": "1 week", "90m": "90 minutes", "1h": "1 hour", "0m": ""} {
		d, ok := parseDuration(in)
		if !ok || d.String() != want {
			t.Errorf("%s is %q, %v; want %q", in, d, ok, want)
		}
	}
	for _, in := range []string{"", "m", "5", "x5d", "-1d", "5y"} {
		if _, ok := parseDuration(in); ok {
			t.Errorf("%q was accepted", in)
		}
	}
}

func TestArabicLigaturesAreNoMarks(t *testing.T) {
	f := finisher{}
	if got := f.markdown("ﷺ " + wrap("ﷲ x")); got != "ﷺ ﷲ x" {
		t.Errorf("got %q", got)
	}
	if got := f.plain("ﷺ " + wrap("ﷲ  x")); got != "ﷺ ﷲ x" {
		t.Errorf("got %q", got)
	}
}

func TestLintFindsAFieldOfTheWrongDot(t *testing.T) {
	w := tiny(t)
	for source, faulty := range map[string]bool{
		`{{with .a.text}}{{.a.number}}{{end}}`:    true,
		`{{with .a.text}}{{$.a.number}}{{end}}`:   false,
		`{{range .names}}{{.a.text}}{{end}}`:      true,
		`{{range .names}}{{.}}{{end}}`:            false,
		`{{range .recs}}{{.code}}{{end}}`:         false,
		`{{range .recs}}{{.cod}}{{end}}`:          true,
		`{{if .flag}}{{.a.txt}}{{end}}`:           true,
		`{{if eq .a.number 1}}x{{end}}`:           true,
		`{{step "do"}}{{if in "nowhere"}}{{end}}`: true,
	} {
		w.Summary = Text{source: source}
		if problems := w.Check(); (len(problems) > 0) != faulty {
			t.Errorf("%s: %v", source, problems)
		}
	}
}

func TestSpacesAroundAValueLeaveTheEmphasis(t *testing.T) {
	f := finisher{}
	for _, space := range []string{" ", "\u3000", "\u00a0", "\t"} {
		if got := f.markdown("The *" + wrap(space+"x"+space) + "* is there."); got != "The *x* is there." {
			t.Errorf("%q: %s", space, got)
		}
	}
}

func TestEscapeMarkdown(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "plain text": "plain text", "  x ": "x", "a\nb": "a b", "\u2028*x*\n": `\*x\*`, "é_ü_b_c": `é\_ü\_b_c`, "a\xff*": "a\uFFFD\\*", "\x00": "",
		"ann@contoso.com": "ann@\u200bcontoso.com", "WWW.x www. w.w": "WWW&#46;x www&#46; w.w", "a:b ://": "a:b &#58;//", "_": `\_`, "<&>": "&lt;&amp;&gt;",
		"`~$#|[]\\": "\\`\\~\\$\\#\\|\\[\\]\\\\", "漢字\u202e|": `漢字\|`,
	} {
		if got := EscapeMarkdown(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		if got := string(AppendMarkdown([]byte("* "), in)); got != "* "+want {
			t.Errorf("%q behind other text: got %q, want %q", in, got, "* "+want)
		}
	}
}
