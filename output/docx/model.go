package docx

import "slices"

// The document is first built as a small tree, then measured for the page
// numbers of its contents, then written. So the three can be read alone, and
// layout code never meets an angle bracket.

// block is a *paragraph or a *table.
type block interface{ isBlock() }

// paragraph is one paragraph. Lengths are in twips, a twentieth of a point.
type paragraph struct {
	style    string // ID of a style of styles.xml
	spans    []span
	bookmark string // name by which links reach it, "" for none
	keepNext bool   // stay on a page with what follows
	newPage  bool   // begin one
	list     int    // number of a list instance, 0 for none
	level    int    // depth in that list, from 0
	left     int    // indent, where list gives none
	hanging  int    // how far the first line stands out of it
	right    int
	top      bool // the first of its page: no space above
	center   bool
	metric   string   // what it is measured as, where that is not its style
	ends     *section // the section that this paragraph closes
}

// span is a piece of a paragraph.
type span struct {
	text    string
	style   string // character style, "" for the paragraph's own
	bold    bool
	italic  bool
	strike  bool
	link    string // address, or "#name" of a bookmark
	control *control
	field   *field
	picture *picture
	tab     bool
	brk     bool   // line break
	opens   string // code of a field that goes on over paragraphs
	closes  bool   // the end of that field
	turned  bool   // runs from right to left
}

// field is a value that Word computes; text is what stands there until then.
type field struct {
	code string
	text string
}

// table is a table with fixed columns. Rows never split over pages, and the
// first head rows are repeated on each page.
type table struct {
	look     tableLook
	caption  string // for assistive technology; not shown
	columns  []int  // widths
	indent   int
	head     int
	rows     []row
	keep     bool     // all on one page
	keepNext bool     // and on that of what follows
	tight    bool     // with less room in its rows
	ends     *section // see paragraph.ends
}

// tableLook is one of the kinds of table in this document.
type tableLook int

const (
	grid    tableLook = iota // lines round every cell
	strip                    // strong frame: a place to sign or to fill in
	callout                  // one cell with a bar to the left
	dense                    // a grid for many short lines
)

// pad is the room above and below the text of a cell.
func (t *table) pad() int {
	switch {
	case t.tight:
		return 4
	case t.look == dense:
		return 14
	}
	return 45
}

// without takes a column out and gives its room to the last one.
func (t *table) without(i int) {
	t.columns[len(t.columns)-1] += t.columns[i]
	t.columns = slices.Delete(t.columns, i, i+1)
	for n := range t.rows {
		t.rows[n].cells = slices.Delete(t.rows[n].cells, i, i+1)
	}
}

type row struct {
	cells  []cell
	height int  // at least this high, 0 for what the text needs
	keep   bool // on the page of the next row
}

type cell struct {
	blocks   []block
	fill     string // "RRGGBB", "" for none
	bar      string // colour of the bar of a callout
	vertical bool   // text runs upwards
	middle   bool   // centred between top and bottom
	merge    merge
}

// merge says whether a cell is one with those above and below it.
type merge string

const (
	alone  merge = ""
	begins merge = "restart"
	goesOn merge = "continue"
)

// section is a run of pages with one running head.
type section struct {
	head string // what the running head names; "" for no running head
}

func (*paragraph) isBlock() {}
func (*table) isBlock()     {}

// Constructors for what occurs everywhere.

func text(s string) span                 { return span{text: s} }
func bold(s string) span                 { return span{text: s, bold: true} }
func code(s string) span                 { return span{text: s, style: "InlineCode"} }
func styled(style, s string) span        { return span{text: s, style: style} }
func para(style string, s ...span) block { return &paragraph{style: style, spans: s} }

// words is a cell of plain text.
func cellText(s string) cell { return cellOf(para("TableText", text(s))) }

func cellOf(blocks ...block) cell { return cell{blocks: blocks} }

// headRow is a row of column heads.
func headRow(heads ...string) row {
	r := row{}
	for _, h := range heads {
		r.cells = append(r.cells, cell{fill: wash, blocks: []block{para("TableHead", text(h))}})
	}
	return r
}
