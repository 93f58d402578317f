package lint

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var headingRules = []rule{
	{"MD001", "a heading is more than one level below the one before", "go down by one level", levels},
	{"MD003", "a heading of another style than the first one", "write all with #", headingStyle},
	{"MD019", "several spaces after the # of a heading", "one is enough", spaceAfterHash},
	{"MD022", "no blank line around a heading", "put one above and below", aroundHeadings},
	{"MD023", "a heading that is indented", "begin it at the start of the line", indentedHeadings},
	{"MD024", "a heading that is there already", "give each its own words", sameHeadings},
	{"MD025", "a second title", "use ## for what is below the title", titles},
	{"MD026", "a heading that ends with a punctuation mark", "leave the mark out", punctuated},
	{"MD035", "a rule of another style than the first one", "write all as ---", ruleStyle},
	{"MD041", "the first line is no title", "begin with # and a title", firstTitle},
}

// atx reports whether a heading is written with #.
func (d *document) atx(n ast.Node) bool {
	if n.Pos() < 0 {
		return false
	}
	rest := d.rest(n.Pos())
	text := strings.TrimLeft(rest, "#")
	return text != rest && (text == "" || text[0] == ' ' || text[0] == '\t')
}

func (d *document) headings(visit func(*ast.Heading)) {
	d.each(func(n ast.Node) { visit(n.(*ast.Heading)) }, ast.KindHeading)
}

func levels(d *document, found func(int)) {
	last := 6
	d.headings(func(h *ast.Heading) {
		if h.Level > last+1 {
			found(d.first(h))
		}
		last = h.Level
	})
}

// style is how a heading is written.
func (d *document) style(h *ast.Heading) string {
	line := strings.TrimRight(d.text(d.first(h)), " ")
	switch {
	case !d.atx(h):
		return "setext"
	case strings.HasSuffix(line, " #") || strings.HasSuffix(line, "##"):
		return "closed"
	}
	return "atx"
}

func headingStyle(d *document, found func(int)) {
	style := ""
	d.headings(func(h *ast.Heading) {
		switch now := d.style(h); style {
		case "":
			style = now
		case now:
		default:
			found(d.first(h))
		}
	})
}

func spaceAfterHash(d *document, found func(int)) {
	d.headings(func(h *ast.Heading) {
		line := strings.TrimLeft(d.rest(max(h.Pos(), 0)), "#")
		if d.style(h) == "atx" && (strings.HasPrefix(line, "  ") || strings.HasPrefix(line, " \t")) {
			found(d.first(h))
		}
	})
}

func aroundHeadings(d *document, found func(int)) {
	d.headings(func(h *ast.Heading) {
		if !d.blank(d.first(h)-1) || !d.blank(d.last(h)+1) {
			found(d.first(h))
		}
	})
}

func indentedHeadings(d *document, found func(int)) {
	d.headings(func(h *ast.Heading) {
		p := h.Parent()
		if (p.Kind() == ast.KindDocument || p.Kind() == ast.KindBlockquote) && d.indent(h.Pos()) > 0 {
			found(d.first(h))
		}
	})
}

// indent is the number of spaces before an offset, behind what opens a quote.
func (d *document) indent(offset int) int {
	line := d.text(d.line(offset))[:d.column(offset)]
	n := len(line) - len(strings.TrimRight(line, " "))
	if strings.HasSuffix(line[:len(line)-n], ">") {
		n--
	}
	return n
}

func (d *document) headingText(h *ast.Heading) string {
	return strings.TrimSpace(string(h.Lines().Value(d.src)))
}

func sameHeadings(d *document, found func(int)) {
	known := map[string]bool{}
	d.headings(func(h *ast.Heading) {
		text := d.headingText(h)
		if known[text] {
			found(d.first(h))
		}
		known[text] = true
	})
}

func titles(d *document, found func(int)) {
	first := d.root.FirstChild()
	if h, ok := first.(*ast.Heading); !ok || h.Level != 1 {
		return
	}
	d.headings(func(h *ast.Heading) {
		if h.Level == 1 && h != first {
			found(d.first(h))
		}
	})
}

func punctuated(d *document, found func(int)) {
	d.headings(func(h *ast.Heading) {
		text := d.headingText(h)
		entity := strings.HasSuffix(text, ";") && strings.Contains(text[strings.LastIndexByte(text, ' ')+1:], "&")
		if strings.ContainsAny(lastRune(text), ".,;:!。，；：！") && !entity {
			found(d.last(h))
		}
	})
}

func lastRune(s string) string {
	runes := []rune(s)
	if len(runes) == 0 {
		return ""
	}
	return string(runes[len(runes)-1])
}

func ruleStyle(d *document, found func(int)) {
	var styles []string
	d.each(func(n ast.Node) {
		styles = append(styles, strings.TrimSpace(withoutMarks(d.text(d.first(n)))))
		if styles[len(styles)-1] != styles[0] {
			found(d.first(n))
		}
	}, ast.KindThematicBreak)
}

func firstTitle(d *document, found func(int)) {
	i := slices.IndexFunc(d.blocks, func(n ast.Node) bool { return n.Parent() == d.root && n.Kind() != ast.KindLinkReferenceDefinition })
	if i < 0 {
		return
	}
	if h, ok := d.blocks[i].(*ast.Heading); !ok || h.Level != 1 {
		found(d.first(d.blocks[i]))
	}
}
