package output_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"runbook/generator"
	"runbook/output"
	"runbook/output/markdown"
)

// hostile are texts that want to be more than text.
var hostile = []string{
	"@everyone and @org/team", "#1 and GH-12", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "](javascript:alert(1))",
	"[x](http://evil.example)", "http://evil.example www.evil.example a@evil.example", "`code` and ```fence```", "a | b || c",
	"{{.organization}} {{end}}", "line one\nline two\n\n# Heading\n- item\n1. one", "\t    indented", "*bold* _under_ ~~gone~~ **x", "![x](http://evil.example/x.png)",
	"&lt;b&gt; &amp; &#64;", "<!-- comment --> <b>", "\u202eright to left\u202c", "a\x00b\x1b[31m", "=1+1", "$x$ $$y$$", "[^1]: foot", "[x]: http://evil.example",
	"---", "- [ ] task", "> quote", "\\", "\\`", "🦊 漢字 ﷺ", strings.Repeat("W", 110), "${jndi:ldap://x}", "%s %d %!x", "\ufdd0mark\ufdd1", "::error::x",
}

// freeText are the fields of cmg-setup that take any text.
const hostileProfile = `
title: %[1]s
organization: %[1]s
site: {version: %[2]d, code: PS1, management_point_mode: https}
azure: {region: westus, tenant: contoso.onmicrosoft.com, subscription: %[1]s, resource_group: {name: rg}}
gateway: {name: granitefalls}
certificate: {source: %[3]s, domain: contoso.com, provider: %[1]s}
authentication: {methods: [entra-id, pki, token], client_ca_certificates: [%[1]s], crl_on_internet: true}
entra: {apps: %[4]s, server_app_name: %[1]s, client_app_name: %[1]s}
clients: {collection: %[1]s, install_over_internet: true, intune: true, join: [entra, hybrid, ad, workgroup], boundary_groups: true, user_deployments: true}
automation: %[5]s
document: {classification: Internal, footer: %[1]s}
people:
  global-admin: {name: %[1]s}
  subscription-owner: [{name: %[1]s}, {name: Bob}]
`

func hostileRunbook(t *testing.T, w *generator.Workflow, value string, i int) *generator.Runbook {
	t.Helper()
	quoted, err := json.Marshal(value) // a JSON string is a YAML string
	if err != nil {
		t.Fatal(err)
	}
	versions := []int{2309, 2509}
	data := fmt.Sprintf(hostileProfile, quoted, versions[i%2], []string{"public-provider", "enterprise-pki"}[i/2%2], []string{"create", "import"}[i%2], []string{"console", "powershell"}[i/2%2])
	p, problems := generator.ParseProfile("hostile.yaml", []byte(data), w)
	problems = append(problems, w.CheckProfile(p, day)...)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	rb, err := generator.Generate(w, p, day)
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

var goodLink = regexp.MustCompile(`^(#[^/]+|https://(learn\.microsoft\.com|cabforum\.org)/[A-Za-z0-9/._-]+)$`)

// TestProfileTextStaysText parses the Markdown with everything switched on
// that GitHub would do, and looks for what only data could have brought.
func TestProfileTextStaysText(t *testing.T) {
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: os.DirFS("../workflows/cmg-setup")})
	if err != nil {
		t.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	plainShape := shape(t, md, w, "Contoso", 0)
	for i, value := range hostile {
		rb := hostileRunbook(t, w, value, i)
		for _, f := range output.Formats {
			if f.Name != "json" {
				continue
			}
			data, _, err := f.Render(rb, output.Options{})
			if err != nil || !json.Valid(data) {
				t.Fatalf("%q: JSON is not valid: %v", value, err)
			}
		}
		if got := shape(t, md, w, value, 0); got != plainShape {
			t.Errorf("%q changes the shape of the document:\n got %s\nwant %s", value, got, plainShape)
		}
		checkTree(t, md, rb, value)
	}
}

// shape counts the blocks of the document, which no value may change.
func shape(t *testing.T, md goldmark.Markdown, w *generator.Workflow, value string, i int) string {
	t.Helper()
	data := markdown.Render(hostileRunbook(t, w, value, i))
	counts := map[string]int{}
	walk(t, md.Parser().Parse(text.NewReader(data)), func(n ast.Node) {
		if n.Type() == ast.TypeBlock || n.Kind() == ast.KindLink || n.Kind() == east.KindTaskCheckBox {
			counts[n.Kind().String()]++
		}
	})
	var parts []string
	for kind, n := range counts {
		parts = append(parts, fmt.Sprintf("%s %d", kind, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

func walk(t *testing.T, root ast.Node, visit func(ast.Node)) {
	t.Helper()
	err := ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			visit(n)
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkTree(t *testing.T, md goldmark.Markdown, rb *generator.Runbook, value string) {
	t.Helper()
	data := markdown.Render(rb)
	if strings.ContainsAny(string(data), "\x00\x1b\u202e\u202c\ufdd0\ufdd1\ufdd2\r") {
		t.Errorf("%q: a control character is in the document", value)
	}
	walk(t, md.Parser().Parse(text.NewReader(data)), func(n ast.Node) {
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.Image, *ast.AutoLink, *east.FootnoteLink, *east.Strikethrough:
			t.Errorf("%q becomes %s", value, n.Kind())
		case *ast.Link:
			if !goodLink.Match(n.Destination) {
				t.Errorf("%q becomes a link to %s", value, n.Destination)
			}
		case *ast.Text:
			segment := string(n.Segment.Value(data))
			if mention.MatchString(segment) && n.Parent().Kind() != ast.KindCodeSpan {
				t.Errorf("%q leaves a mention in %q", value, segment)
			}
		}
	})
}

var mention = regexp.MustCompile(`(^|[^A-Za-z0-9_.])@[A-Za-z0-9]`)
