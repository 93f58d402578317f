package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

var tableKind = extast.KindTable

var tableRules = []rule{
	{"MD055", "a row without the | at its ends that the first row has", "begin and end each row with |", pipes},
	{"MD056", "a row with more or fewer cells than the first one", "give each row as many cells; a | within one is written \\|", cellCount},
	{"MD058", "no blank line around a table", "put one above and below", aroundTables},
	{"MD060", "spaces around a | that the other rows have not", "one space on each side of each |", cellSpaces},
}

// rows visits each table with its lines, as they stand behind indent and
// quotes: head, delimiters, rows.
func (d *document) tables(visit func(first int, rows []string)) {
	d.each(func(n ast.Node) {
		first := d.first(n)
		var rows []string
		for i := first; i <= first+n.ChildCount(); i++ { // the delimiters are no child
			rows = append(rows, strings.TrimSpace(withoutMarks(d.text(i))))
		}
		visit(first, rows)
	}, tableKind)
}

// divided splits a row at its pipes.
func divided(row string) []string {
	var cells []string
	from := 0
	for i := range len(row) {
		if row[i] == '|' && (i == 0 || row[i-1] != '\\') {
			cells = append(cells, row[from:i])
			from = i + 1
		}
	}
	return append(cells, row[from:])
}

// cellsOf is the cells of a row, and whether pipes stand at its ends.
func cellsOf(row string) (cells []string, leading, trailing bool) {
	cells = divided(row)
	leading = strings.HasPrefix(row, "|")
	trailing = len(cells) > 1 && cells[len(cells)-1] == ""
	if leading {
		cells = cells[1:]
	}
	if trailing && len(cells) > 0 {
		cells = cells[:len(cells)-1]
	}
	return cells, leading, trailing
}

func pipes(d *document, found func(int)) {
	known := false
	var leading, trailing bool
	d.tables(func(first int, rows []string) {
		for i, row := range rows {
			_, l, t := cellsOf(row)
			if !known {
				known, leading, trailing = true, l, t
			}
			if l != leading || t != trailing {
				found(first + i)
			}
		}
	})
}

func cellCount(d *document, found func(int)) {
	d.tables(func(first int, rows []string) {
		head, _, _ := cellsOf(rows[0])
		for i, row := range rows {
			if cells, _, _ := cellsOf(row); len(cells) != len(head) {
				found(first + i)
			}
		}
	})
}

func aroundTables(d *document, found func(int)) {
	d.tables(func(first int, rows []string) {
		if !d.blank(first - 1) {
			found(first)
		}
		if last := first + len(rows) - 1; !d.blank(last + 1) {
			found(last)
		}
	})
}

// cellSpaces accepts tables whose pipes stand below each other, those with one
// space beside each pipe, and those with none. The faults are those of the
// form that a table comes closest to.
func cellSpaces(d *document, found func(int)) {
	d.tables(func(first int, rows []string) {
		best := unaligned(rows)
		for _, faults := range [][]int{spaced(rows, 1), spaced(rows, 0)} {
			if len(faults) < len(best) {
				best = faults
			}
		}
		for _, row := range best {
			found(first + row)
		}
	})
}

// unaligned lists the rows of pipes that do not stand below one of the head.
func unaligned(rows []string) []int {
	var faults []int
	head := places(rows[0])
	for i, row := range rows[1:] {
		left := map[int]bool{}
		for _, p := range head {
			left[p] = true
		}
		for _, p := range places(row) {
			if len(left) > 0 && !left[p] {
				faults = append(faults, i+1)
			}
			delete(left, p)
		}
	}
	return faults
}

func places(row string) []int {
	var all []int
	n := 0
	cells := divided(row)
	for _, cell := range cells[:len(cells)-1] {
		n += utf8.RuneCountInString(cell)
		all = append(all, n)
		n++
	}
	return all
}

// spaced lists the rows of sides of pipes that have not that many spaces.
func spaced(rows []string, want int) []int {
	var faults []int
	for i, row := range rows {
		cells := divided(row)
		for k, cell := range cells {
			inner := strings.TrimSpace(cell)
			left, right := len(cell)-len(strings.TrimLeft(cell, " ")), len(cell)-len(strings.TrimRight(cell, " "))
			switch {
			case cell == "" && (k == 0 || k == len(cells)-1): // the ends of the row
			case inner == "": // an empty cell is one run of spaces between two pipes
				if left != want {
					faults = append(faults, i, i)
				}
			default:
				if k > 0 && left != want {
					faults = append(faults, i)
				}
				if k < len(cells)-1 && right != want {
					faults = append(faults, i)
				}
			}
		}
	}
	return faults
}
