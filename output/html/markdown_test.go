package html_test

import (
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/html"
)

// piece is how the page shows a piece of Markdown.
func piece(t *testing.T, md generator.Markdown) string {
	t.Helper()
	rb := generatortest.Small()
	rb.Phases[0].Items[0].Steps = "BEGIN\n\n" + md + "\n\nEND\n\n- end"
	page := string(render(t, rb))
	_, page, _ = strings.Cut(page, "<p>BEGIN</p>")
	page, _, _ = strings.Cut(page, "<p>END</p>")
	return strings.TrimSpace(page)
}

func TestMarkdown(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		md   generator.Markdown
		want string
	}{
		"alert":                   {"> [!CAUTION]\n> Mind the *gap*.", `<div role="note" class="alert caution"><p class="alert-title">Caution</p>` + "\n<p>Mind the <em>gap</em>.</p>\n</div>"},
		"alert in two paragraphs": {"> [!note]\n>\n> One.\n>\n> Two.", `<div role="note" class="alert note"><p class="alert-title">Note</p>` + "\n<p>One.</p>\n<p>Two.</p>\n</div>"},
		"no alert":                {"> [!NOTE] with text", "<blockquote>\n<p>[!NOTE] with text</p>\n</blockquote>"},
		"unknown alert":           {"> [!DANGER]\n> x", "<blockquote>\n<p>[!DANGER]\nx</p>\n</blockquote>"},
		"task":                    {"- [ ] Open the *box*", "<ul class=\"tasks\">\n<li class=\"kept\"><input type=\"checkbox\" id=\"item-register-app.1\"><label for=\"item-register-app.1\">Open the <em>box</em></label></li>\n</ul>"},
		"ticked task":             {"- [x] Open", "<ul class=\"tasks\">\n<li class=\"kept\"><input type=\"checkbox\" id=\"item-register-app.1\" checked><label for=\"item-register-app.1\">Open</label></li>\n</ul>"},
		"headings":                {"## A\n\n#### B\n\n## C", "<h4>A</h4>\n<h5>B</h5>\n<h4>C</h4>"},
		"code":                    {"```powershell\nGet-Item '<x>'\n```", `<pre data-language="PowerShell"><code>Get-Item '&lt;x&gt;'` + "\n</code></pre>"},
		"code that goes on":       {"```powershell\nGet-Item -Path $true `\n  -Force `\n  x\n```", `<pre data-language="PowerShell"><code>Get-Item <span>-Path</span> <span>$true ` + "`</span>\n  <span>-Force</span> `\n  x\n</code></pre>"},
		"code of no language":     {"```\" onload=x\ny\n```", "<pre><code>y\n</code></pre>"},
		"short code":              {"`a --b`", "<p><code>a --b</code></p>"},
		"long code":               {"`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`", `<p><code class="long">aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</code></p>`},
		"link to an item by key":  {"[there](#sample/check-names)", `<p><a href="#item-check-names">there</a></p>`},
		"link to an item by name": {"[there](#create-cname)", `<p><a href="#item-create-cname">there</a></p>`},
		"link to nowhere":         {"[9.9 Nothing](#99-nothing)", "<p>9.9 Nothing</p>"},
		"link to the web":         {`[a](https://a.example/b?c=d&e "title")`, `<p><a href="https://a.example/b?c=d&amp;e">a</a></p>`},
		"bare address":            {"see http://evil.example/ and www.evil.example", "<p>see http://evil.example/ and www.evil.example</p>"},
		"picture":                 {"![alt *text*](https://a.example/b.png)", "<p>alt <em>text</em></p>"},
		"raw HTML":                {"a <b onclick=x>b</b> <script>c</script>", "<p>a <!-- raw HTML omitted -->b<!-- raw HTML omitted --> <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>"},
		"strikethrough":           {"~~a~~ ~b~", "<p><del>a</del> <del>b</del></p>"},
		"table of two names":      {"| A | B |\n|---|---|\n| a | `x.y_z` |", "<table class=\"data\">\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n<th scope=\"col\">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"short\">a</td>\n<td><code>x.<wbr>y_<wbr>z</code></td>\n</tr>\n</tbody>\n</table>"},
		"table that is cards": {"| A | B \"<\" | |\n|---|---|---|\n| a | `x` | 1 |\n| a | y | 2 |", "<table class=\"data cards\">\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n<th scope=\"col\">B &quot;&lt;&quot;</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n" +
			"<td data-head=\"A\" rowspan=\"2\" class=\"short\">a</td>\n<td data-label=\"B &#34;&lt;&#34;\"><code>x</code></td>\n<td>1</td>\n</tr>\n<tr>\n<td data-label=\"B &#34;&lt;&#34;\">y</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"},
		"table without rows":       {"| A |\n|---|", "<table class=\"data\">\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n</tr>\n</thead>\n</table>"},
		"table with ports":         {"| A | P |\n|---|---|\n| a | 10124-10125 |", "<table class=\"data\">\n<thead>\n<tr>\n<th scope=\"col\">A</th>\n<th scope=\"col\">P</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"short\">a</td>\n<td class=\"short\">10124-10125</td>\n</tr>\n</tbody>\n</table>"},
		"table with an empty head": {"| | B |\n|---|--:|\n| a | 1 |", "<table class=\"data\">\n<thead>\n<tr>\n<td></td>\n<th scope=\"col\" class=\"right\">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"short\">a</td>\n<td class=\"right\">1</td>\n</tr>\n</tbody>\n</table>"},
	} {
		if got := piece(t, c.md); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.want)
		}
	}
}

// What of the steps of an item goes to the page of what follows them.
func TestEndOfSteps(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ steps, end generator.Markdown }{
		"a step":                  {"1. One.", ""},
		"one paragraph":           {"One.", ""},
		"behind a step":           {"1. One.", "Two."},
		"two behind a step":       {"1. One.\n\nTwo.", "Three."},
		"code":                    {"1. One.\n\nTwo.", "Run:\n\n```bash\ntrue\n```"},
		"long code":               {"1. One.\n\nRun:\n\n```bash\n" + generator.Markdown(strings.Repeat("true\n", 20)) + "```", ""},
		"steps behind":            {"One.\n\nTwo.\n\n1. Three.", ""},
		"a step of paragraphs":    {"1. One.\n\n   Two.", ""},
		"code behind such a step": {"1. One.\n\n   Two.\n\n```bash\ntrue\n```", ""},
		"table":                   {"1. One.\n\nTwo:\n\n| A |\n|---|\n| a |", ""},
		"alert":                   {"1. One.\n\n> [!NOTE]\n> Two.\n>\n> Three.", ""},
	} {
		rb := generatortest.Small()
		rb.Before.Items[0].Steps = c.steps + "\n\n" + c.end
		_, page, _ := strings.Cut(string(render(t, rb)), `<div class="tail">`)
		got, _, _ := strings.Cut(page, "<h4>Verify</h4>")
		if want := html.Converted(c.end); strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestVerifyInBlocks(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Phases[0].Items[0].Verify = []generator.Markdown{"Run this:\n\n```bash\ntrue\n```"}
	if !strings.Contains(string(render(t, rb)), `aria-labelledby="item-register-app.1"><div id="item-register-app.1"><p>Run this:</p>`) {
		t.Error("the box of a check that is more than a line has no name")
	}
}
