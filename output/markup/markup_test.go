package markup_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/output/markup"
)

type (
	blocks = []markup.Block
	runs   = []markup.Run
)

func text(s string) *markup.Paragraph { return &markup.Paragraph{Text: runs{{Text: s}}} }

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		md   generator.Markdown
		want blocks
	}{
		{"blank", " \n ", nil},
		{"styles", "a **b *c*** `d  e` ~~f~~ [g **h**](https://x.example/?a=1&amp;b=2)", blocks{&markup.Paragraph{Text: runs{
			{Text: "a "},
			{Text: "b ", Bold: true},
			{Text: "c", Bold: true, Italic: true},
			{Text: " "},
			{Text: "d  e", Code: true},
			{Text: " "},
			{Text: "f", Strike: true},
			{Text: " "},
			{Text: "g ", Link: "https://x.example/?a=1&b=2"},
			{Text: "h", Bold: true, Link: "https://x.example/?a=1&b=2"},
		}}}},
		{"escapes", `1\. \*not\* \&amp; &amp; &#39;a&#x27; &nosuch; a & b; \q ` + "`\\*&amp;`", blocks{&markup.Paragraph{Text: runs{
			{Text: `1. *not* &amp; & 'a' &nosuch; a & b; \q `}, {Text: `\*&amp;`, Code: true},
		}}}},
		{"breaks", "one\ntwo\\\nthree `a\nb`", blocks{&markup.Paragraph{Text: runs{
			{Text: "one two"}, {Text: "\n"}, {Text: "three "}, {Text: "a b", Code: true},
		}}}},
		{"raw HTML", "a <b>x</b> <script>alert(1)</script>\n\n<div>gone</div>", blocks{text("a x alert(1)")}},
		{"bad address", "[a](javascript:alert(1)) <me@x.example>", blocks{&markup.Paragraph{Text: runs{
			{Text: "a "}, {Text: "me@x.example", Link: "mailto:me@x.example"},
		}}}},
		{"picture", "![the *plan*](plan.png)", blocks{&markup.Paragraph{Text: runs{{Text: "the "}, {Text: "plan", Italic: true}}}}},
		{"steps with code", "2. Run it.\n\n   ```powershell\n   Get-Item `\n     -Path C:\\\n\n   ```\n\n3. Look.", blocks{&markup.List{Ordered: true, Start: 2, Items: []markup.Item{
			{Blocks: blocks{text("Run it."), &markup.Code{Language: "powershell", Lines: []string{"Get-Item `", `  -Path C:\`}}}},
			{Blocks: blocks{text("Look.")}},
		}}}},
		{"tasks", "- [ ] a\n- [x] b\n- c", blocks{&markup.List{Tight: true, Items: []markup.Item{
			{Task: markup.OpenTask, Blocks: blocks{text("a")}}, {Task: markup.DoneTask, Blocks: blocks{text("b")}}, {Blocks: blocks{text("c")}},
		}}}},
		{"table", "| a | b | c |\n|---|:-:|--:|\n| 1 | `x\\|y` \\| |", blocks{&markup.Table{
			Align: []markup.Align{markup.Natural, markup.Center, markup.Right},
			Head:  []markup.Cell{{{Text: "a"}}, {{Text: "b"}}, {{Text: "c"}}},
			Rows:  [][]markup.Cell{{{{Text: "1"}}, {{Text: "x|y", Code: true}, {Text: " |"}}, nil}},
		}}},
		{"alert", "> [!WARNING]\n> Take **care**.\n>\n> - a", blocks{&markup.Alert{Kind: markup.Warning, Blocks: blocks{
			&markup.Paragraph{Text: runs{{Text: "Take "}, {Text: "care", Bold: true}, {Text: "."}}},
			&markup.List{Tight: true, Items: []markup.Item{{Blocks: blocks{text("a")}}}},
		}}}},
		{"alert in an item", "1. a\n\n   > [!note]\n   >\n   > b", blocks{&markup.List{Ordered: true, Start: 1, Items: []markup.Item{
			{Blocks: blocks{text("a"), &markup.Alert{Kind: markup.Note, Blocks: blocks{text("b")}}}},
		}}}},
		{"empty alert", "> [!TIP]", blocks{&markup.Alert{Kind: markup.Tip, Blocks: blocks{}}}},
		{"no alert", "> [!NOTE] a\n\n> [!FOO]\n> b", blocks{&markup.Quote{Blocks: blocks{text("[!NOTE] a")}}, &markup.Quote{Blocks: blocks{text("[!FOO] b")}}}},
		{"heading and rule", "## A `b`\n\n---", blocks{&markup.Heading{Level: 2, Text: runs{{Text: "A "}, {Text: "b", Code: true}}}, &markup.Rule{}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, markup.Parse(tt.md)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestParseInline(t *testing.T) {
	t.Parallel()
	got := markup.ParseInline("a `b`\n\n- c\n- **d**\n\n```\ne\nf\n```")
	if want := "a b c d e f"; markup.Plain(got) != want {
		t.Errorf("got %q, want %q", markup.Plain(got), want)
	}
}

// Whatever is parsed, no run is empty and no text is lost in a panic.
func FuzzParse(f *testing.F) {
	f.Add("> [!NOTE]\n> a\n\n1. b\n   - [x] c\n\n| d |\n|---|\n| `e` |")
	f.Add("> [!NOTE")
	f.Add("[a]: <b>\n> [!TIP]\\\n> [a] &#0; &;")
	f.Fuzz(func(t *testing.T, md string) {
		for _, r := range markup.ParseInline(generator.Markdown(md)) {
			if r.Text == "" {
				t.Fatal("empty run")
			}
		}
	})
}
