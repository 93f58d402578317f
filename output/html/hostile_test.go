package html_test

import (
	"bytes"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/html"

	parser "golang.org/x/net/html"
)

// hostile are texts that try to become something else than text.
var hostile = []string{
	`"><script>alert(1)</script>`,
	`' onmouseover='alert(1)' x='`,
	"</style><script>alert(1)</script><style>",
	"\\\"; } body { display: none } @import url(http://evil.example/); /* \n",
	"</title></textarea></template>--><!-- <svg onload=alert(1)>",
	"javascript:alert(1)",
	"{{.}} <%= x %> ${x} &lt;script&gt; &#60;b&#62;",
	"\x00\x07\u0085\u202e\ufffe\xff control",
	"http://evil.example/?q=<b>&x='\"",
}

// skeleton is what a page is made of: its elements and the names of their
// attributes, in order, without any text.
func skeleton(t *testing.T, page []byte) []string {
	t.Helper()
	var list []string
	walk(t, page, func(n *parser.Node) {
		s := n.Data
		for _, a := range n.Attr {
			s += " " + a.Key
		}
		list = append(list, s)
	})
	return list
}

func walk(t *testing.T, page []byte, visit func(*parser.Node)) {
	t.Helper()
	doc, err := parser.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		if n.Type == parser.ElementNode {
			visit(n)
		}
	}
}

func TestPlainTextStaysText(t *testing.T) {
	t.Parallel()
	harmless := full()
	generatortest.Fill(harmless, "harmless")
	want := skeleton(t, render(t, harmless))
	for _, text := range hostile {
		rb := full()
		generatortest.Fill(rb, text)
		page := render(t, rb)
		if got := skeleton(t, page); !slices.Equal(want, got) {
			t.Errorf("%q changes what the page is made of", text)
		}
		if got := rules(page); got != rules(render(t, harmless)) {
			t.Errorf("%q changes the stylesheet:\n%s", text, got)
		}
	}
}

// TestLikeTemplates compares what the compiled templates write, and how they
// escape it, with html/template.
func TestLikeTemplates(t *testing.T) {
	t.Parallel()
	cases := map[string]*generator.Runbook{
		"nothing": {}, "small": generatortest.Small(), "filled": generatortest.Filled(), "sheet": sheet(), "long": long(3),
	}
	for _, text := range append(hostile, "a+b 50% %41%4g%", "\x01\x80\xc3\x28 ü€😀") {
		rb := full()
		rb.Document.Logo = []byte("<svg>>>???" + text + "</svg>")
		rb.Tracking.URL = "https://github.example/%41%4g%" + url.QueryEscape(text)
		generatortest.Fill(rb, text)
		cases[text] = rb
		cases["sheet: "+text] = rb.ForRole("global-admin")
	}
	for name, rb := range cases {
		want, err := html.Executed(rb)
		if err != nil {
			t.Fatalf("%q: %v", name, err)
		}
		if got := render(t, rb); !bytes.Equal(want, got) {
			at := 0
			for at < min(len(want), len(got)) && want[at] == got[at] {
				at++
			}
			t.Errorf("%q: at byte %d the page has\n%s\nand html/template writes\n%s", name, at, excerpt(got, at), excerpt(want, at))
		}
	}
}

func excerpt(page []byte, at int) []byte { return page[max(0, at-40):min(len(page), at+40)] }

// rules is the page's stylesheet without what stands in its strings.
func rules(page []byte) string {
	_, style, _ := strings.Cut(string(page), "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	return regexp.MustCompile(`"(?:[^"\\\n]|\\[^\n])*"`).ReplaceAllString(style, `""`)
}

// full is the small runbook with what else can be in one.
func full() *generator.Runbook {
	rb := generatortest.Small()
	rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: "x", Date: "x", Evidence: "x"}
	rb.Document.Footer = "x"
	rb.Workflow.Overlays = []string{"x"}
	rb.References[0].Entries[0].People = rb.Roles[0].People
	rb.References[0].Entries[0].RoleTitle = "x"
	rb.References[0].Entries[0].Due = "2027-01-01"
	return rb
}

func TestKeysMakeHarmlessIDs(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	for i, key := range []string{`a/"><script>`, `a/'"><SCRIPT>`} {
		rb.Phases[i].Items[0].Key = key
	}
	ids := map[string]bool{}
	walk(t, render(t, rb), func(n *parser.Node) {
		for _, a := range n.Attr {
			if a.Key != "id" {
				continue
			}
			if ids[a.Val] || !regexp.MustCompile(`^[a-z0-9_.-]+$`).MatchString(a.Val) {
				t.Errorf("id %q is taken or needs escaping", a.Val)
			}
			ids[a.Val] = true
		}
	})
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	for _, to := range []string{
		"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x",
		"vbscript:x", "file:///etc/passwd", "//evil.example", "http:evil", "https://good.example@evil.example", "relative.md", "\\\\server\\share",
	} {
		rb := generatortest.Small()
		for p := range rb.Phases {
			rb.Phases[p].Items[0].Sources[0].URL = to
		}
		rb.Tracking.URL = to
		rb.Roles[0].People[0].Email = "a@b.example?bcc=c@d.example&body=\"<b>"
		rb.Summary = generator.Markdown(fmt.Sprintf("[a](<%s>) <%s> ![b](<%s>) [c]: %s", to, to, to, to))
		checkAddresses(t, render(t, rb))
	}
}

func checkAddresses(t *testing.T, page []byte) {
	t.Helper()
	ids := map[string]bool{}
	var links []string
	walk(t, page, func(n *parser.Node) {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				ids[a.Val] = true
			case "href":
				links = append(links, a.Val)
			case "src", "srcset", "action", "style", "background", "poster", "data":
				t.Errorf("<%s> has %s=%q", n.Data, a.Key, a.Val)
			}
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has %s", n.Data, a.Key)
			}
		}
	})
	for _, to := range links {
		if id, ok := strings.CutPrefix(to, "#"); ok {
			if !ids[id] {
				t.Errorf("#%s leads nowhere", id)
			}
			continue
		}
		u, err := url.Parse(to)
		if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) || u.User != nil || u.Scheme == "mailto" && u.RawQuery != "" {
			t.Errorf("a link leads to %q", to)
		}
	}
}
