package workflows_test

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"runbook/generator"
	"runbook/output"
)

// naughty returns texts that want to be more than text. The long list of the
// npm package big-list-of-naughty-strings is added where it is installed
// under RUNBOOK_NPM.
func naughty(t *testing.T) []string {
	t.Helper()
	list := []string{
		"@everyone and @org/team", "#1 GH-12 org/repo#3", "<img src=x onerror=alert(1)>", "](javascript:alert(1))", "[x](http://evil.example)",
		"http://evil.example www.evil.example a@evil.example", "```\ncode\n```", "a | b || c", "{{.organization}} {{end}}", "line\n\n# Heading\n- item\n1. one",
		"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "\ufeff=1", "'=1", "%0A=1", "BEGIN:VEVENT\nEND:VEVENT", "x\r\nATTENDEE:mailto:a@evil.example",
		"\u202eright to left\u202c \u2066x\u2069", "a\x00b\x1b[31m", strings.Repeat("W", 120), strings.Repeat("x ", 60), "שלום عربي ไทย", "👩‍👩‍👧 🦊 漢字", "\ufdd0mark\ufdd1",
		"---", "- [ ] task", "> quote", "\\", "`", "*b* _u_ ~~s~~ $x$", "[^1]: foot", "&lt;b&gt; &#64;", "<!-- c -->", "</style></script><script>alert(1)</script>",
	}
	file := filepath.Join(os.Getenv("RUNBOOK_NPM"), "node_modules", "big-list-of-naughty-strings", "blns.json")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Logf("without the long list, which is not installed: %v", err)
		return list
	}
	var long []string
	if err := json.Unmarshal(data, &long); err != nil {
		t.Fatal(err)
	}
	return append(list, long...)
}

// notFree are fields without a pattern whose texts are judged all the same.
var notFree = []string{"document.logo", "overlays", "workflow", "gateway.name"}

// freeTexts are the fields of a workflow that take any text.
func freeTexts(w *generator.Workflow) []*generator.Field {
	var free []*generator.Field
	for _, f := range w.Fields {
		if (f.Type == generator.TypeText || f.Type == generator.TypeTexts) && f.Pattern == nil && !slices.Contains(notFree, f.Key) {
			free = append(free, f)
		}
	}
	return free
}

// TestHostileTextsInTheWholeSpace puts texts from outside into every place
// that takes any text, for profiles from the whole space (every nth of it with
// RUNBOOK_HOSTILE=n). The documents must have the shape that harmless words give them, as parsers see it that this
// program does not write with.
func TestHostileTextsInTheWholeSpace(t *testing.T) {
	w := load(t, "cmg-setup")
	texts := naughty(t)
	every := 1600 * less()
	if wholeSpace() {
		every = 100
	}
	if n, err := strconv.Atoi(os.Getenv("RUNBOOK_HOSTILE")); err == nil {
		every = n // 1 takes hours
	}
	h := &hostileSpace{w: w, fields: freeTexts(w), findings: findings{examples: map[string]string{}}}
	if len(h.fields) < 8 {
		t.Fatalf("only %d fields take any text", len(h.fields))
	}
	type job struct {
		p point
		n int
	}
	jobs := make(chan job, 64)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for j := range jobs {
				h.try(j.p, texts, j.n)
			}
		})
	}
	n := 0
	space(20_000, func(p point) {
		if n++; n%max(every, 1) == 0 {
			jobs <- job{maps.Clone(p), n / every}
		}
	})
	close(jobs)
	workers.Wait()
	for what, example := range h.examples {
		t.Errorf("%s, for example with\n%s", what, example)
	}
	t.Logf("%d profiles rendered with %d texts in %d fields", h.rendered, len(texts), len(h.fields))
	if h.rendered == 0 {
		t.Error("no profile was rendered")
	}
}

type hostileSpace struct {
	findings
	w      *generator.Workflow
	fields []*generator.Field
}

// try renders a profile with harmless words and with hostile texts.
func (h *hostileSpace) try(p point, texts []string, n int) {
	take := func(i int) string { return texts[(n*31+i)%len(texts)] }
	bad, data := h.runbook(p, take)
	if bad == nil {
		return // refused, also with harmless words
	}
	plain, _ := h.runbook(p, func(int) string { return "Plain words" })
	if plain == nil {
		return
	}
	h.mu.Lock()
	h.rendered++
	h.mu.Unlock()
	for _, f := range output.Formats {
		look := shapes[f.Name]
		if look == nil {
			continue
		}
		want, wantErr := shapeOf(f, plain, look)
		got, err := shapeOf(f, bad, look)
		if err != nil || wantErr != nil {
			h.addText(data, "%s: %v", f.Name, err)
			continue
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			h.addText(data, "%s changes its shape: %s", f.Name, diff)
		}
	}
}

func (h *hostileSpace) addText(profile, format string, args ...any) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if what := fmt.Sprintf(format, args...); h.examples[what] == "" && len(h.examples) < 10 {
		h.examples[what] = profile
	}
}

// runbook fills every free text of the profile; nil if it is refused.
func (h *hostileSpace) runbook(p point, text func(i int) string) (*generator.Runbook, string) {
	q := maps.Clone(p)
	i := 0
	quoted := func(limit int) string {
		i++
		s := strings.ToValidUTF8(text(i), "?")
		if utf8.RuneCountInString(s) > limit {
			s = string([]rune(s)[:limit])
		}
		data, _ := json.Marshal(s + "x") // a JSON string is a YAML string; never empty
		return string(data)
	}
	extra := ""
	for _, f := range h.fields {
		value := quoted(min(cmp.Or(f.Max, 120), 120) - 1)
		if f.Type == generator.TypeTexts {
			value = "[" + value + "]"
		}
		switch group, name, nested := strings.Cut(f.Key, "."); {
		case !nested && f.Key != "organization":
			extra += f.Key + ": " + value + "\n"
		case nested && group == "document" || nested && group == "tracking":
			extra += fmt.Sprintf("%s: {%s: %s}\n", group, name, value)
		case nested:
			q[f.Key] = value
		}
	}
	data := q.yaml() + extra
	data = strings.Replace(data, "organization: Contoso", "organization: "+quoted(100), 1)
	data = strings.Replace(data, "{name: Ann}", "[{name: "+quoted(100)+"}, {name: "+quoted(100)+"}]", 1)
	data = merged(data)
	profile, problems := generator.ParseProfile("p.yaml", []byte(data), h.w)
	problems = append(problems, h.w.CheckProfile(profile, runbookDay)...)
	if problems.Errors() > 0 {
		h.refusedBy(problems, data)
		return nil, data
	}
	rb, err := generator.Generate(h.w, profile, runbookDay)
	if err != nil {
		h.addText(data, "generate: %v", err)
		return nil, data
	}
	return rb, data
}

// refusedBy tells a fault of the test's profiles, which parse.
func (h *hostileSpace) refusedBy(problems generator.Problems, data string) {
	for _, p := range problems {
		if p.Severity == generator.Error && p.Rule == "" {
			h.addText(data, "refused without a rule: %s", p.Message)
		}
	}
}

// merged joins lines of the same top-level key with flow mappings.
func merged(data string) string {
	var order []string
	groups := map[string][]string{}
	for line := range strings.Lines(data) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], value)
	}
	var b strings.Builder
	for _, key := range order {
		values := groups[key]
		if len(values) > 1 {
			for i, v := range values {
				values[i] = strings.TrimSuffix(strings.TrimPrefix(v, "{"), "}")
			}
			values[0] = "{" + strings.Join(values, ", ") + "}"
		}
		b.WriteString(key + ": " + values[0] + "\n")
	}
	return b.String()
}

// shapes say what a document is made of, its texts left out. An error is
// something that no text may become.
var shapes = map[string]func([]byte) ([]string, error){
	"md": markdownShape, "html": htmlShape, "csv": csvShape, "ics": icsShape, "json": jsonShape,
}

func shapeOf(f output.Format, rb *generator.Runbook, look func([]byte) ([]string, error)) ([]string, error) {
	data, _, err := f.Render(rb, output.Options{Paper: "a4"})
	if err != nil {
		return nil, err
	}
	if strings.ContainsAny(string(data), "\x00\x1b\u202e\u202c\u2066\u2069\ufdd0\ufdd1\ufdd2") {
		return nil, fmt.Errorf("a control character is in the document")
	}
	return look(data)
}

var (
	gfm     = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
	mention = regexp.MustCompile(`(^|[^A-Za-z0-9_.])@[A-Za-z0-9]`)
)

func markdownShape(data []byte) ([]string, error) {
	counts := map[string]int{}
	var fault error
	err := ast.Walk(gfm.Parser().Parse(text.NewReader(data)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock, *ast.Image, *ast.AutoLink, *east.FootnoteLink, *east.Strikethrough:
			fault = fmt.Errorf("%s comes of a text", n.Kind())
		case *ast.Text:
			if segment := n.Segment.Value(data); mention.Match(segment) && n.Parent().Kind() != ast.KindCodeSpan {
				fault = fmt.Errorf("%q mentions somebody", segment)
			}
		}
		if n.Type() == ast.TypeBlock || n.Kind() == ast.KindLink || n.Kind() == east.KindTaskCheckBox {
			counts[n.Kind().String()]++
		}
		return ast.WalkContinue, nil
	})
	if err == nil {
		err = fault
	}
	return counted(counts), err
}

func counted(counts map[string]int) []string {
	var list []string
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, fmt.Sprintf("%s %d", kind, counts[kind]))
	}
	return list
}

func htmlShape(data []byte) ([]string, error) {
	doc, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			counts["comment"]++
		}
		if n.Type != html.ElementNode {
			continue
		}
		if n.Data == "span" && len(n.Attr) == 0 {
			continue // keeps a parameter in a line of code whole, and a name that looks like one
		}
		if n.Data == "wbr" && len(n.Attr) == 0 {
			continue // where a name may break; it holds nothing
		}
		element := n.Data
		for _, a := range n.Attr {
			if a.Key != "class" { // long texts get one to break well
				element += " " + a.Key
			}
			if strings.HasPrefix(a.Key, "on") {
				return nil, fmt.Errorf("<%s> has %s", n.Data, a.Key)
			}
		}
		if n.Data == "script" {
			return nil, fmt.Errorf("there is a script")
		}
		counts[element]++
	}
	return counted(counts), nil
}

func csvShape(data []byte) ([]string, error) {
	records, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff")))).ReadAll()
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		for _, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", []rune(cell)[0]) {
				return nil, fmt.Errorf("the cell %q is a formula", cell)
			}
		}
	}
	return []string{fmt.Sprintf("%d rows of %d cells", len(records), len(records[0]))}, nil
}

func icsShape(data []byte) ([]string, error) {
	if len(data) == 0 {
		return nil, nil // the profile has no schedule
	}
	for line := range strings.SplitSeq(string(data), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
			return nil, fmt.Errorf("the line %q is too long or not one line", line)
		}
	}
	var names []string
	for line := range strings.SplitSeq(strings.ReplaceAll(string(data), "\r\n ", ""), "\r\n") {
		name, _, _ := strings.Cut(line, ":")
		names = append(names, name)
	}
	return names, nil
}

func jsonShape(data []byte) ([]string, error) {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return nil, err
	}
	counts := map[string]int{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		counts[fmt.Sprintf("%s %T", path, v)]++
		switch v := v.(type) {
		case map[string]any:
			for k, e := range v {
				walk(path+"."+k, e)
			}
		case []any:
			for _, e := range v {
				walk(path+"[]", e)
			}
		}
	}
	walk("", v)
	return counted(counts), nil
}
