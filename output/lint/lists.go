package lint

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
)

var listRules = []rule{
	{"MD004", "a bullet of another kind than the first one", "write all as -", bullets},
	{"MD005", "an entry of a list is indented differently from the first one", "give all the same indent", sameIndent},
	{"MD007", "a bullet with an indent that does not fit", "two spaces for each list it is in", bulletIndent},
	{"MD027", "several spaces after the > of a quote", "one is enough", quoteSpaces},
	{"MD028", "a blank line between two quotes", "put a > into it, or text between", quoteGap},
	{"MD029", "a number that does not follow the one before", "number every entry 1. or count them; indent what belongs to an entry", numbers},
	{"MD030", "not one space after a bullet or number", "write one", markerSpace},
	{"MD032", "no blank line around a list", "put one above and below", aroundLists},
}

func (d *document) lists(visit func(l *ast.List, items []ast.Node)) {
	d.each(func(n ast.Node) {
		var items []ast.Node
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			items = append(items, c)
		}
		visit(n.(*ast.List), items)
	}, ast.KindList)
}

func bullets(d *document, found func(int)) {
	first := byte(0)
	d.lists(func(l *ast.List, items []ast.Node) {
		if l.IsOrdered() {
			return
		}
		if first == 0 {
			first = l.Marker
		}
		for _, it := range items {
			if l.Marker != first {
				found(d.first(it))
			}
		}
	})
}

// marker is the bullet or number of an entry, and the spaces behind it.
func (d *document) marker(item ast.Node) (marker string, spaces int) {
	rest := d.rest(item.Pos())
	marker, _, _ = strings.Cut(rest, " ")
	behind := rest[len(marker):]
	return marker, len(behind) - len(strings.TrimLeft(behind, " "))
}

func sameIndent(d *document, found func(int)) {
	d.lists(func(l *ast.List, items []ast.Node) {
		indent, end, ends := d.column(items[0].Pos()), 0, false
		for _, it := range items {
			column := d.column(it.Pos())
			if !l.IsOrdered() {
				if column != indent {
					found(d.first(it))
				}
				continue
			}
			marker, _ := d.marker(it)
			now := column + len(marker)
			if end == 0 {
				end = now
			}
			if column == indent && !ends {
				continue
			}
			if now == end { // numbers may be set to the right
				ends = true
			} else {
				found(d.first(it))
			}
		}
	})
}

func bulletIndent(d *document, found func(int)) {
	d.lists(func(l *ast.List, items []ast.Node) {
		depth := 0
		for p := l.Parent(); p != nil && p.Kind() != ast.KindBlockquote; p = p.Parent() {
			if outer, ok := p.(*ast.List); ok {
				if outer.IsOrdered() {
					return
				}
				depth++
			}
		}
		if l.IsOrdered() {
			return
		}
		for _, it := range items {
			line := d.text(d.first(it))
			indent := d.column(it.Pos())
			if inside(l, ast.KindBlockquote) {
				mark := strings.LastIndexByte(line[:indent], '>')
				indent -= mark + 1
				if mark >= 0 && strings.HasPrefix(line[mark+1:], " ") {
					indent--
				}
			}
			if indent != 2*depth {
				found(d.first(it))
			}
		}
	})
}

func quoteSpaces(d *document, found func(int)) {
	d.each(func(quote ast.Node) {
		for c := quote.FirstChild(); c != nil; c = c.NextSibling() {
			switch c.Kind() {
			case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindBlockquote:
				continue
			}
			var lines []int
			for it := c.FirstChild(); it != nil && c.Kind() == ast.KindList; it = it.NextSibling() {
				lines = append(lines, d.first(it))
			}
			for i := d.first(c); i <= d.last(c) && c.Kind() != ast.KindList; i++ {
				lines = append(lines, i)
			}
			for _, i := range lines {
				line := d.text(i)
				behind := line[strings.LastIndexByte(line[:len(line)-len(withoutMarks(line))], '>')+1:]
				if strings.Contains(line, ">") && strings.HasPrefix(behind, "  ") {
					found(i)
				}
			}
		}
	}, ast.KindBlockquote)
}

func quoteGap(d *document, found func(int)) {
	d.each(func(quote ast.Node) {
		next := quote.NextSibling()
		if next == nil || next.Kind() != ast.KindBlockquote {
			return
		}
		for i := d.last(quote) + 1; i < d.first(next); i++ {
			if strings.TrimSpace(d.text(i)) == "" {
				found(i)
			}
		}
	}, ast.KindBlockquote)
}

func numbers(d *document, found func(int)) {
	d.lists(func(l *ast.List, items []ast.Node) {
		if !l.IsOrdered() {
			return
		}
		values := make([]int, len(items))
		for i, it := range items {
			marker, _ := d.marker(it)
			values[i], _ = strconv.Atoi(strings.TrimRight(marker, ".)"))
		}
		expected, counts := 1, len(values) > 1 && (values[1] != 1 || values[0] == 0)
		if counts && values[0] == 0 {
			expected = 0
		}
		for i, it := range items {
			if values[i] != expected {
				found(d.first(it))
			}
			if counts {
				expected++
			}
		}
	})
}

func markerSpace(d *document, found func(int)) {
	d.lists(func(_ *ast.List, items []ast.Node) {
		for _, it := range items {
			marker, spaces := d.marker(it)
			behind := d.rest(it.Pos())[len(marker):]
			if strings.TrimSpace(behind) != "" && spaces != 1 {
				found(d.first(it))
			}
		}
	})
}

func aroundLists(d *document, found func(int)) {
	d.lists(func(l *ast.List, _ []ast.Node) {
		if inside(l, ast.KindList) {
			return
		}
		if !d.blank(d.first(l) - 1) {
			found(d.first(l))
		}
		if !d.blank(d.last(l) + 1) {
			found(d.last(l))
		}
	})
}
