package issues

import (
	"cmp"
	"slices"
	"strings"

	"runbook/output/gfm"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// unwrap joins the lines of each paragraph. In an issue GitHub shows every line
// end, unlike in a file, so text that was wrapped for reading in an editor
// would be broken where nobody wants it.
func unwrap(md string) string {
	source := []byte(md)
	var breaks []span
	// Walk fails only if the function does.
	_ = ast.Walk(gfm.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Kind() != ast.KindParagraph && n.Kind() != ast.KindTextBlock {
			return ast.WalkContinue, nil
		}
		lines := n.Lines()
		for i := 0; i+1 < lines.Len(); i++ {
			at := lines.At(i)
			line := string(at.Value(source))
			hard := strings.HasSuffix(line, "  \n") || strings.HasSuffix(line, "\\\n")
			alert := i == 0 && strings.HasPrefix(line, "[!") // the first line of an alert stands alone
			if !hard && !alert && strings.HasSuffix(line, "\n") {
				breaks = append(breaks, span{at.Stop - 1, lines.At(i + 1).Start})
			}
		}
		return ast.WalkSkipChildren, nil
	})
	slices.SortFunc(breaks, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	from := 0
	for _, s := range breaks {
		if s.start < from || s.end < s.start {
			continue
		}
		b.WriteString(strings.TrimRight(md[from:s.start], " "))
		b.WriteByte(' ')
		from = s.end
	}
	b.WriteString(md[from:])
	return b.String()
}
