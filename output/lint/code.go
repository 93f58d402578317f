package lint

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

var codeRules = []rule{
	{"MD014", "a $ before every command, and nothing that they print", "leave the $ out", dollars},
	{"MD031", "no blank line around a block of code", "put one above and below the fences", aroundFences},
	{"MD040", "a block of code without a language", "name it behind the fence: powershell, bash, cmd, ini or text", languages},
	{"MD046", "a block of code of another style than the first one", "put it between fences", codeStyle},
	{"MD048", "a fence of another kind than the first one", "write all with backticks", fenceStyle},
}

func dollars(d *document, found func(int)) {
	d.each(func(n ast.Node) {
		var lines []int
		for i := range n.Lines().Len() {
			segment := n.Lines().At(i)
			line := strings.TrimRight(string(segment.Value(d.src)), "\n")
			if line == "" {
				continue
			}
			rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), "$")
			if !ok || rest == strings.TrimLeft(rest, " \t") {
				return
			}
			lines = append(lines, d.line(segment.Start))
		}
		for _, line := range lines {
			found(line)
		}
	}, ast.KindFencedCodeBlock, ast.KindCodeBlock)
}

func aroundFences(d *document, found func(int)) {
	d.each(func(n ast.Node) {
		first, last := d.first(n), d.last(n)
		if !d.blank(first - 1) {
			found(first)
		}
		if !d.blank(last+1) && !d.blank(last) {
			found(last)
		}
	}, ast.KindFencedCodeBlock)
}

func languages(d *document, found func(int)) {
	d.each(func(n ast.Node) {
		if len(n.(*ast.FencedCodeBlock).Language(d.src)) == 0 {
			found(d.first(n))
		}
	}, ast.KindFencedCodeBlock)
}

func codeStyle(d *document, found func(int)) {
	var first ast.Node
	d.each(func(n ast.Node) {
		if first == nil {
			first = n
		}
		if n.Kind() != first.Kind() {
			found(d.first(n))
		}
	}, ast.KindFencedCodeBlock, ast.KindCodeBlock)
}

func fenceStyle(d *document, found func(int)) {
	first := ""
	d.each(func(n ast.Node) {
		kind := d.fence(n)[:1]
		if first == "" {
			first = kind
		}
		if kind != first {
			found(d.first(n))
		}
	}, ast.KindFencedCodeBlock)
}
