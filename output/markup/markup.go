// Package markup reads the Markdown of a Runbook once into a small tree of
// blocks and runs that formats without HTML (PDF, Word) can draw. It stands
// between generator.Markdown and those formats; HTML has goldmark's own
// renderer and does not come here.
//
// It decides nothing about looks, and it knows only what GitHub-flavoured
// Markdown has a form for. Raw HTML is dropped, never passed on, and so is
// the address of a link that a browser would refuse to show.
package markup

import "strings"

// Block is one of *Paragraph, *Heading, *List, *Code, *Table, *Alert, *Quote
// and *Rule.
type Block interface{ block() }

// Paragraph is running text.
type Paragraph struct{ Text []Run }

// Heading is a heading of level 1 to 6.
type Heading struct {
	Level int
	Text  []Run
}

// List is an ordered or bullet list.
type List struct {
	Ordered bool
	Start   int  // first number of an ordered list
	Tight   bool // no blank lines between its items
	Items   []Item
}

// Item is one entry of a List. Its first block is usually a *Paragraph; code,
// tables, alerts and further lists that belong to it follow.
type Item struct {
	Task   Task
	Blocks []Block
}

// Task says whether an Item carries a tick box.
type Task int

// The states of an Item's tick box.
const (
	NoTask Task = iota
	OpenTask
	DoneTask
)

// Code is a block of code. Lines have no line ends and no indentation that
// comes from the place of the block in the document.
type Code struct {
	Language string // "" where the fence names none
	Lines    []string
}

// Table is a table. Every row has as many cells as Align has entries.
type Table struct {
	Align []Align
	Head  []Cell
	Rows  [][]Cell
}

// Cell is the content of one cell of a Table.
type Cell []Run

// Align is how a column of a Table is set.
type Align int

// The alignments of a column. Natural is the start of the line.
const (
	Natural Align = iota
	Left
	Center
	Right
)

// Alert is a block quote that GitHub shows as a callout.
type Alert struct {
	Kind   AlertKind
	Blocks []Block
}

// AlertKind is one of the five kinds of an Alert.
type AlertKind string

// The kinds of an Alert, in rising order of urgency.
const (
	Note      AlertKind = "note"
	Tip       AlertKind = "tip"
	Important AlertKind = "important"
	Warning   AlertKind = "warning"
	Caution   AlertKind = "caution"
)

// Title is the word that stands over an Alert: "Note", "Warning".
func (k AlertKind) Title() string {
	if k == "" {
		return ""
	}
	return strings.ToUpper(string(k[:1])) + string(k[1:])
}

// Quote is a plain block quote.
type Quote struct{ Blocks []Block }

// Rule is a thematic break.
type Rule struct{}

func (*Paragraph) block() {}
func (*Heading) block()   {}
func (*List) block()      {}
func (*Code) block()      {}
func (*Table) block()     {}
func (*Alert) block()     {}
func (*Quote) block()     {}
func (*Rule) block()      {}

// Run is a piece of text in one style. Neighbours always differ in style, so
// a word may go on over several runs.
type Run struct {
	Text   string // never empty; "\n" alone is a forced line break
	Bold   bool
	Italic bool
	Strike bool
	Code   bool
	Link   string // address, "#..." inside the document, "" for none
}

// Break reports whether the run is a forced line break.
func (r Run) Break() bool { return r.Text == "\n" }

// sameStyle reports whether two runs can be joined into one.
func (r Run) sameStyle(o Run) bool {
	r.Text, o.Text = "", ""
	return r == o
}

// Plain returns the text of runs without their styles.
func Plain(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
