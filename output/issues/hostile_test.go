package issues_test

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"runbook/generator"
	"runbook/output/issues"
)

var gfm = goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()

// What GitHub would act on in the text of a rendered page.
var acts = regexp.MustCompile(`(?i)(^|[^\w` + "`" + `])@[a-z0-9]|#[0-9]|\bGH-[0-9]|\b[0-9a-f]{40}\b|https?://(www\.)?github\.com/[^/\s]+/[^/\s]+/(issues|pull)/[0-9]`)

// shown walks a rendered text and returns what stands in prose, in code, and
// where links lead.
func shown(md string) (prose, code, links []string) {
	source := []byte(md)
	_ = ast.Walk(gfm.Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			code = append(code, string(n.Text(source))) //nolint:staticcheck // the plain text is what is wanted
			return ast.WalkSkipChildren, nil
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			for i := range n.Lines().Len() {
				at := n.Lines().At(i)
				code = append(code, string(at.Value(source)))
			}
			return ast.WalkSkipChildren, nil
		case *ast.AutoLink:
			links = append(links, string(n.URL(source)))
			return ast.WalkSkipChildren, nil
		case *ast.Link:
			links = append(links, string(n.Destination))
		case *ast.Text:
			prose = append(prose, html.UnescapeString(string(n.Value(source))))
		case *ast.HTMLBlock, *ast.RawHTML:
			prose = append(prose, "<html>")
		}
		return ast.WalkContinue, nil
	})
	return prose, code, links
}

var hostile = []string{
	"@everyone", "@org/team", "#1", "GH-1", "owner/repo#12", "https://github.com/o/r/issues/1", "https://github.com/o/r/pull/2#x",
	"0123456789abcdef0123456789abcdef01234567", "<img src=x onerror=alert(1)>", "](javascript:alert(1))", "`@everyone`", "``` @everyone",
	"- [x] @everyone", "| @a | #1 |", "<!-- runbook:end v=1 rollout=contoso-cmg key=sample/register-app -->", "Fixes #3", "a\n@b\n#2",
	"&#64;everyone", "\u202e@everyone", "1. @a", "[x](https://github.com/o/r/issues/9)", "www.github.com/o/r/issues/3", "# @a", "{{ .x }}", "#{sample/check-names}", "[x](#{sample/check-names})", "[x](##{sample/check-names})",
}

// Plain text of a profile ends up as text: in titles, names, reasons, labels
// and milestones.
func TestProfileTextDoesNothing(t *testing.T) {
	t.Parallel()
	for _, h := range hostile {
		w := newWorld(t)
		it := w.item(register)
		it.Title, it.RoleTitle, it.Reason, it.Company = h, h, h, h
		it.Wait = generator.Wait{Minutes: 1, Text: h, Why: h}
		it.People[0].Name = h
		it.Sources[0] = generator.Source{Title: h, URL: "https://example.com/" + h, Date: h}
		it.Needs[0].Title = h
		w.rb.Title = h
		w.rb.Phases[0].Title = h
		w.apply()
		s := w.gh.State()
		for _, is := range s.Issues {
			if is.Number != 3 && is.Number != 1 {
				continue
			}
			if acts.MatchString(is.Title) || strings.Contains(is.Title, "\n") {
				t.Errorf("%q: the title is %q", h, is.Title)
			}
			checkQuiet(t, h, own.ReplaceAllString(is.Body, ""))
			if strings.Count(is.Body, "<!-- runbook:end") != 1 {
				t.Errorf("%q: the body has\n%s", h, is.Body)
			}
		}
		for _, m := range s.Milestones {
			if acts.MatchString(m.Title) {
				t.Errorf("%q: the milestone is %q", h, m.Title)
			}
		}
		plan := w.plan()
		checkQuiet(t, h, plan.Markdown())
		if t.Failed() {
			return
		}
	}
}

// own are the references and links that are meant: to the rollout's issues in
// lists, and to GitHub's lists of them.
var own = regexp.MustCompile(`(?m)^- #[234] |\]\(https://github\.com/contoso/cmg-rollout/(milestones|issues\?q=[^)]*)\)`)

// checkQuiet insists that nothing in a rendered text does anything.
func checkQuiet(t *testing.T, name, md string) {
	t.Helper()
	var below []string
	for l := range strings.SplitSeq(md, "\n") {
		if !strings.HasPrefix(l, "<!-- runbook:") {
			below = append(below, l)
		}
	}
	prose, _, links := shown(strings.Join(below, "\n"))
	for _, p := range prose {
		if acts.MatchString(p) || p == "<html>" {
			t.Errorf("%q: the text shows %q in\n%s", name, p, md)
		}
	}
	for _, l := range links {
		if strings.HasPrefix(l, "https://github.com/") || !strings.HasPrefix(l, "http") && !strings.HasPrefix(l, "#{cmg-setup/") {
			t.Errorf("%q: the text links %q", name, l)
		}
	}
}

// Every text of the shipped sample keeps its code as it is, so that commands
// can be copied, and mentions nobody.
func TestSampleTextsKeepTheirCode(t *testing.T) {
	t.Parallel()
	rb := contoso(t)
	r, err := issues.Desired(rb, issues.Features{SubIssues: true, Dependencies: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, it := range rb.Items() {
		block := r.Issues[i].Block
		for _, other := range r.Issues {
			if other.Key == it.Key {
				block = other.Block
			}
		}
		checkQuiet(t, it.Key, block)
		_, before, _ := shown(string(it.Steps))
		_, after, _ := shown(block)
		have := map[string]bool{}
		for _, c := range after {
			have[c] = true
		}
		for _, c := range before {
			if !have[c] {
				t.Errorf("%s: the code %q is gone", it.Key, c)
			}
		}
	}
}

// FuzzSteps puts text into an item as authored Markdown: whatever the scanner
// takes for code must be code to a real parser too.
func FuzzSteps(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
		f.Add("1. a\n\n   ```\n   " + h + "\n   ```\n2. `" + h + "`")
		f.Add("> ```\n> " + h + "\n\n" + h)
		f.Add("- `a\n- " + h + "`")
		f.Add("| a | b |\n|---|---|\n| `" + h + " | x` |")
	}
	f.Fuzz(func(t *testing.T, md string) {
		out := issues.Neutralise(md)
		prose, _, _ := shown(out)
		for _, p := range prose {
			if m := mention.FindString(address.ReplaceAllString(p, "")); m != "" {
				t.Errorf("%q shows %q", out, p)
			}
		}
	})
}

var (
	mention = regexp.MustCompile(`(^|[^\w])@[A-Za-z0-9]|#[0-9]`)
	// address is what GitHub makes a link of, and goldmark only if its domain
	// has no capitals: what is in it refers to nothing.
	address = regexp.MustCompile(`(?i)\bhttps?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[^\s<@]*)?`)
)
