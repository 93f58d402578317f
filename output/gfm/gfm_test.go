package gfm_test

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"runbook/output/gfm"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// The parsers that ours must agree with: goldmark's own with all of GitHub's
// dialect, and without bare addresses.
var (
	whole = goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	some  = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser()
	ours  = goldmark.New(goldmark.WithParserOptions(gfm.Options()...)).Parser()
)

// tree shows everything that a format can ask a tree for.
func tree(p parser.Parser, source string) string {
	var b strings.Builder
	depth := 0
	_ = ast.Walk(p.Parse(text.NewReader([]byte(source))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&b, "%*s%s at %d", 2*depth, "", n.Kind(), n.Pos())
		depth++
		if n.Type() == ast.TypeBlock {
			for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
				fmt.Fprintf(&b, " %v", line)
			}
		}
		switch n := n.(type) {
		case *ast.Text:
			fmt.Fprintf(&b, " %v %q soft %t hard %t raw %t", n.Segment, n.Segment.Value([]byte(source)), n.SoftLineBreak(), n.HardLineBreak(), n.IsRaw())
		case *ast.AutoLink:
			fmt.Fprintf(&b, " %d %q %q", n.AutoLinkType, n.URL([]byte(source)), n.Label([]byte(source)))
		case *ast.Link:
			fmt.Fprintf(&b, " %q %q", n.Destination, n.Title)
		case *ast.Heading:
			fmt.Fprintf(&b, " %d", n.Level)
		case *extast.TaskCheckBox:
			fmt.Fprintf(&b, " %t", n.IsChecked)
		case *extast.Table:
			fmt.Fprintf(&b, " %v", n.Alignments)
		case *extast.TableRow:
			fmt.Fprintf(&b, " %v", n.Alignments)
		case *extast.TableCell:
			fmt.Fprintf(&b, " %v", n.Alignment)
		}
		b.WriteByte('\n')
		return ast.WalkContinue, nil
	})
	return b.String()
}

// same fails if our trees of a text are not those of goldmark.
func same(t *testing.T, source string) {
	t.Helper()
	if want, got := tree(whole, source), tree(gfm.Parser(), source); got != want {
		t.Errorf("%q with bare addresses (-goldmark +ours):\n%s", source, cmp.Diff(want, got))
	}
	if want, got := tree(some, source), tree(ours, source); got != want {
		t.Errorf("%q (-goldmark +ours):\n%s", source, cmp.Diff(want, got))
	}
}

// dialect are texts that try what the parsers look at, one by one.
var dialect = []string{
	// Tables.
	"| a | b |\n|---|---|\n| 1 | 2 |\n", "a | b\n-|-\n1\n1 | 2 | 3\n", "| a |\n| :-: |\n| `x \\| y` | z |\n", "|a|b|c|d|\n|:--|--:|:-:|---|\n",
	"text\nabove\n| a | b |\n| --- | --- |\nrow\n\nbelow", "| a |\n|---|---|\n", "a\n:-\n", "a\n-:\n", "a\n::\n", "a\n:\n", "| a |\n| - - |\n", "a\n--\n", "|\n|-|\n", "| a |\n    |---|\n",
	"- | a | b |\n  |---|---|\n  | `\\|` | `a\\|b\\|c` \\| d |\n", "> |a|\n> |-|\n> |b|\n", "|a|b|\n|-|-|\n||\n|x||\n", "|a|\r\n|-|\r\n|b|\r\n", "| `a\\|b` |\n|---|\n| `c\\|d` `e` |\n", "|a|\n|-|\f\n|b|\n", "| a |\n|---|\n| \\| `b` |",
	// Strikethrough.
	"~a~ ~~b~~ ~~~c~~~ d~e~f", "~~ a ~~", "~~a~", "*~~a*~~", "a ~~b\nc~~ d", "\\~~a~~", "~~a~~b~~",
	// Task boxes.
	"- [ ] a\n- [x] b\n- [X] c\n- [y] d\n- [  ] e\n- []\n", "1. [x] a\n2.  [ ]b\n3. [ ](c)\n", "[ ] a", "- a\n  [ ] b\n", "- [\t] a\n- [ ]\n- [ ]\n  b\n", "- > [ ] a\n", "- [ ] [x] a\n", "- [ ]\t\n\n  [x] a", "- [", "- [x", "- [x]",
	// Bare addresses.
	"http://a.b https://example.com/x?y=1#z ftp://ftp.example.com/file www.example.com http://localhost https://EXAMPLE.com http://a.B",
	"(http://a.bc/d(e)) http://a.bc. http://a.bc, http://a.bc/&amp; http://a.bc/&amp;; http://a.bc;", "http://a.bc:80/x http://a.bc:x http://a.bc: http://a.bc:80$",
	"http://a.bc/$x www.a.bc/$x www.a.bc:80/x", "http://a.bc/`code` `x`", "www.a@b.C www.a.b@c.de www. www.a www..a www...a", "http://a.b1c http://a.b.c.1 http://a..b http://.a http://-.a",
	"a@b.cd a@b a.b-c_d+e@f.gh- a@b.cd_ a@b.cd. <a@b.cd> *a@b.cd* _a@b.cd_ (a@b.cd)", "[http://a.bc](x) [x http://a.bc] ![http://a.bc](x)", "*http://a.bc* _http://a.bc_ ~http://a.bc~ http://a.bc*_~",
	"xhttp://a.bc http:/a.bc HTTP://a.bc http://a.bc\nhttp://d.ef\n  www.g.hi", "http://a.bc/<b> http://a.bc\"c\" http://a.bc|d http://a.bc/ü http://ü.de http://\xff.de",
	"http://" + strings.Repeat("a", 255) + ".bc http://" + strings.Repeat("a", 256) + ".bc http://" + strings.Repeat("a", 257) + ".bc www." + strings.Repeat("a.b", 100),
	"http://" + strings.Repeat("a", 256) + ".bc.de " + "http://" + strings.Repeat("a", 250) + ".bcdefghijklm.no", "http://a.b@c.d https://user:pw@host.com:8080/p", "http://a.b~~c~~",
	"", "\n", " ", "~", "|", "[", "www.", "http://",
}

func TestSameTreesAsGoldmark(t *testing.T) {
	t.Parallel()
	for _, source := range dialect {
		same(t, source)
	}
}

// Texts put together at random from what the parsers look at.
func TestSameTreesAsGoldmarkAtRandom(t *testing.T) {
	t.Parallel()
	parts := []string{
		"\n", "\n", "\n\n", " ", " ", "  ", "\t", "\r\n", "\f", "\v", "|", "|", "\\|", "\\", "-", "---", "|-|", "|:-|-:|", ":", "`", "`", "``", "~", "~~", "~~~", "*", "**", "_",
		"- ", "1. ", "> ", "[ ] ", "[x]", "[", "]", "(", ")", "<", ">", "&amp;", ";", "a", "b c", "é", "www.", "http://", "https://", "ftp:", "//", ".", ".com", ".de/", "example", "@", ":80", "/", "?", "#", "!", ",", "$", "\"", "'",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 10000 {
		var b strings.Builder
		for range 1 + random.IntN(24) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		if same(t, b.String()); t.Failed() {
			return
		}
	}
}

// What the program itself reads: the texts of the workflows, and runbooks.
func TestSameTreesAsGoldmarkOfWorkflows(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{"../../workflows", "../testdata"} {
		read := 0
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".md") {
				return err
			}
			data, err := fs.ReadFile(os.DirFS(dir), name)
			if len(data) < 64<<10 { // goldmark takes a second for the longest
				same(t, string(data))
				read++
			}
			return err
		})
		if err != nil || read == 0 {
			t.Errorf("%s: %d files, %v", dir, read, err)
		}
	}
}

// FuzzPlain looks for a text that is taken for plain and has something in it.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"Each role has a person.", "a) b 'c' d/e; f: g-h.", "a - b", "a ---", "Setext (a)", "x  y", "www.example.com a.b", "see www.a.bc", "https://a.example/b-c",
		"TODO:", "a '(-/", "http:a.bc", "a", "a ", " a", "1. a", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		if !gfm.Plain(source) {
			return
		}
		joined := ""
		doc := gfm.Parser().Parse(text.NewReader([]byte(source)))
		p := doc.FirstChild()
		for n := p.FirstChild(); n != nil; n = n.NextSibling() { // cut where something could have begun
			part, ok := n.(*ast.Text)
			if !ok || part.SoftLineBreak() || part.HardLineBreak() {
				break
			}
			joined += string(part.Segment.Value([]byte(source)))
		}
		if p.Kind() != ast.KindParagraph || p.NextSibling() != nil || joined != source {
			t.Errorf("%q is\n%s", source, tree(gfm.Parser(), source))
		}
	})
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]bool{
		"Each role has a person (or two); see 4.1.": true, "a": true,
		"": false, "a ": false, "1. a": false, "a *b*": false, "a `b`": false, "a\nb": false, "see www.a.bc": false, "see http://a.bc": false, "a@b.cd": false, "a_b": false, "é": false,
	} {
		if got := gfm.Plain(source); got != want {
			t.Errorf("%q: %t", source, got)
		}
	}
}

func FuzzSameTreesAsGoldmark(f *testing.F) {
	for _, source := range dialect {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source string) { same(t, source) })
}
