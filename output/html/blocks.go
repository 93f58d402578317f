package html

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// keptStep is how long a step may be, in printed lines, to be kept on one page.
const keptStep = 12

// blocks says how steps, tables and code are shown: short steps are kept on one
// page, head cells say what they are the head of, and code says its language.
type blocks struct{}

// placeHeadings moves the headings of a piece down to the level that the page
// gives them, without a gap between two levels.
func (s *scope) placeHeadings() {
	var open []int // levels as written, outermost first
	for _, n := range s.found.headings {
		h := n.(*ast.Heading)
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		h.Level = min(s.heading+len(open)-1, 6)
	}
}

func (e blocks) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindListItem, e.listItem)
	r.Register(ast.KindFencedCodeBlock, e.code)
	r.Register(ast.KindCodeBlock, e.code)
	r.Register(ast.KindCodeSpan, e.codeSpan)
	r.Register(extast.KindStrikethrough, e.strikethrough)
	r.Register(extast.KindTable, e.table)
	r.Register(extast.KindTableHeader, e.head)
	r.Register(extast.KindTableRow, e.row)
	r.Register(extast.KindTableCell, e.cell)
}

// listItem marks the steps, which are the entries of the outermost lists, that
// are short enough to be kept on one page.
func (blocks) listItem(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</li>\n")
		return ast.WalkContinue, nil
	}
	if n.Parent().Parent().Kind() == ast.KindDocument && printedLines(n) <= keptStep {
		_, _ = w.WriteString(`<li class="kept">`)
	} else {
		_, _ = w.WriteString("<li>")
	}
	if first := n.FirstChild(); first != nil && first.Kind() != ast.KindTextBlock {
		_ = w.WriteByte('\n')
	}
	return ast.WalkContinue, nil
}

// languages are the words for the languages that instructions are written in.
// A word of a profile cannot get among them.
var languages = map[string]string{
	"powershell": "PowerShell", "bash": "Bash", "sh": "Shell", "cmd": "Command Prompt", "ini": "INI", "json": "JSON",
	"xml": "XML", "sql": "SQL", "kql": "KQL", "kusto": "KQL", "http": "HTTP", "yaml": "YAML",
}

func (blocks) code(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</code></pre>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<pre")
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		if word := languages[strings.ToLower(string(fenced.Language(source)))]; word != "" {
			_, _ = w.WriteString(` data-language="` + word + `"`)
		}
	}
	_, _ = w.WriteString("><code>")
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		codeLine(w, line.Value(source))
	}
	return ast.WalkContinue, nil
}

// codeLine writes a line of code whose parameters are kept whole: a browser
// would break "-AllSite" behind its dash, which then reads as one of its own.
// So is the word before a backtick that continues the line, which alone on a
// line is taken for a speck.
func codeLine(w util.BufWriter, line []byte) {
	if text := bytes.TrimRight(line, "\r\n"); bytes.HasSuffix(text, []byte(" `")) {
		if at := bytes.LastIndexByte(text[:len(text)-2], ' ') + 1; at > 0 && text[at] != '-' {
			defer func(end, rest []byte) {
				_, _ = w.WriteString("<span>")
				html.DefaultWriter.RawWrite(w, end)
				_, _ = w.WriteString("</span>")
				html.DefaultWriter.RawWrite(w, rest)
			}(text[at:], line[len(text):])
			line = line[:at]
		}
	}
	for len(line) > 0 {
		at := bytes.Index(line, []byte(" -"))
		if at < 0 {
			break
		}
		at++
		end := len(line)
		if i := bytes.IndexAny(line[at:], " \r\n"); i >= 0 {
			end = at + i
		}
		html.DefaultWriter.RawWrite(w, line[:at])
		_, _ = w.WriteString("<span>")
		html.DefaultWriter.RawWrite(w, line[at:end])
		_, _ = w.WriteString("</span>")
		line = line[end:]
	}
	html.DefaultWriter.RawWrite(w, line)
}

// Code in a sentence may break over lines only when it has more characters
// than these on paper and on a telephone: a dash at the end of a line reads as
// a hyphen.
const (
	longCode = 40
	wideCode = 24
)

func (blocks) codeSpan(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</code>")
		return ast.WalkContinue, nil
	}
	content := strings.ReplaceAll(plainText(n, source), "\n", " ")
	switch n := utf8.RuneCountInString(content); {
	case n > longCode:
		_, _ = w.WriteString(`<code class="long">`)
	case n > wideCode:
		_, _ = w.WriteString(`<code class="wide">`)
	default:
		_, _ = w.WriteString("<code>")
	}
	if n.Parent().Kind() == extast.KindTableCell {
		for i, piece := range pieces(content) {
			if i > 0 {
				_, _ = w.WriteString("<wbr>")
			}
			html.DefaultWriter.RawWrite(w, []byte(piece))
		}
		return ast.WalkSkipChildren, nil
	}
	html.DefaultWriter.RawWrite(w, []byte(content))
	return ast.WalkSkipChildren, nil
}

func (blocks) table(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	switch {
	case !entering:
		_, _ = w.WriteString("</table>\n")
	case cards(n):
		n.SetAttributeString(cardsMark, true)
		_, _ = w.WriteString("<table class=\"data cards\">\n")
	default:
		_, _ = w.WriteString("<table class=\"data\">\n")
	}
	return ast.WalkContinue, nil
}

// cardsMark is the attribute of a table that is cards on a telephone.
const cardsMark = "cards"

// cards reports whether a table is too much for the width of a telephone:
// names in it that are not to be torn, beside two columns or more.
func cards(table ast.Node) bool {
	code := false
	// Walk fails only if the function does.
	_ = ast.Walk(table, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		if code = n.Kind() == ast.KindCodeSpan; code {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return code && table.FirstChild().ChildCount() > 2
}

// head has the one row of the head of a table; the others follow in a body.
func (blocks) head(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString("<thead>\n<tr>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</tr>\n</thead>\n")
	if n.NextSibling() != nil {
		_, _ = w.WriteString("<tbody>\n")
	}
	return ast.WalkContinue, nil
}

func (blocks) row(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		// Rows that go together have a body of their own, and on paper one page.
		if before, after := n.PreviousSibling(), n.NextSibling(); before.Kind() == extast.KindTableRow && !together(before, n, source) &&
			(together(n, after, source) || together(before.PreviousSibling(), before, source)) {
			_, _ = w.WriteString("</tbody>\n<tbody>\n")
		}
		_, _ = w.WriteString("<tr>\n")
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</tr>\n")
	if n.NextSibling() == nil {
		_, _ = w.WriteString("</tbody>\n")
	}
	return ast.WalkContinue, nil
}

// together reports whether two rows begin with the same text, which then
// stands there once.
func together(row, next ast.Node, source []byte) bool {
	if row == nil || next == nil || row.Kind() != extast.KindTableRow {
		return false
	}
	a, b := row.FirstChild(), next.FirstChild()
	return a.HasChildren() && b.HasChildren() && plainText(a, source) == plainText(b, source)
}

func (blocks) strikethrough(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString("<del>")
	} else {
		_, _ = w.WriteString("</del>")
	}
	return ast.WalkContinue, nil
}

// cell makes a plain cell of a head cell with nothing in it: an empty head is
// a head of nothing.
func (blocks) cell(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	tag, scope, class := "td", "", ""
	row, first := n.Parent(), n.PreviousSibling() == nil
	if first && together(row.PreviousSibling(), row, source) {
		return ast.WalkSkipChildren, nil
	}
	if row.Kind() == extast.KindTableHeader && n.HasChildren() {
		tag, scope = "th", ` scope="col"`
	}
	if !entering {
		_, _ = w.WriteString("</" + tag + ">\n")
		return ast.WalkContinue, nil
	}
	if tag == "td" {
		scope = columnLabel(row.Parent(), n, source)
	}
	switch n.(*extast.TableCell).Alignment {
	case extast.AlignRight:
		class = ` class="right"`
	case extast.AlignCenter:
		class = ` class="center"`
	case extast.AlignLeft, extast.AlignNone:
		if tag == "td" && (first && n.HasChildren() && utf8.RuneCountInString(plainText(n, source)) <= shortCell || shortWord(n, source)) {
			class = ` class="short"`
		}
	}
	rows := 1
	for next := row.NextSibling(); first && together(row, next, source); next = next.NextSibling() {
		rows++
	}
	if rows > 1 {
		scope += ` rowspan="` + strconv.Itoa(rows) + `"`
	}
	_, _ = w.WriteString("<" + tag + scope + class + ">")
	return ast.WalkContinue, nil
}

// columnLabel is the attribute with the name of the column of a cell, by which
// a card says what it has. The first column heads a card.
func columnLabel(table, cell ast.Node, source []byte) string {
	if _, ok := table.AttributeString(cardsMark); !ok {
		return ""
	}
	name, head := "data-head", table.FirstChild().FirstChild()
	for c := cell.PreviousSibling(); c != nil; c = c.PreviousSibling() {
		name, head = "data-label", head.NextSibling()
	}
	if !head.HasChildren() {
		return ""
	}
	return " " + name + `="` + template.HTMLEscapeString(plainText(head, source)) + `"`
}

// shortCell is how long the first cell of a row may be to stay on one line
// where there is room. It says what the row is about, and a browser would
// rather give its width to the cells with more text.
const shortCell = 26

// shortWord reports whether a cell is one short word, such as a range of
// ports, which is not to be broken at its dash.
func shortWord(cell ast.Node, source []byte) bool {
	text, ok := cell.FirstChild().(*ast.Text)
	if !ok || text.NextSibling() != nil {
		return false
	}
	const most = 12
	word := text.Segment.Value(source)
	return len(word) <= most && bytes.IndexByte(word, ' ') < 0 && bytes.IndexByte(word, '-') > 0
}
