package pdf

import (
	"fmt"
	"strings"
)

// elem is a node of the structure tree, by which assistive technology reads
// the document. A node joins the tree when something of it is first drawn:
// what is drawn in reading order is then also filed in reading order.
type elem struct {
	role     string // standard structure type: P, H1, Table, ...
	parent   *elem
	kids     []kid
	attached bool
	title    string // the heading of a section
	alt      string // what a picture shows
	attr     string // attribute dictionary, already written
	object   int
}

// kid is what an elem holds: another elem, a piece of a page's content, or an
// annotation (a link, a field).
type kid struct {
	elem  *elem
	page  int
	mark  int
	annot *annot
}

// child makes a node below e. It is drawn later.
func (e *elem) child(role string) *elem {
	if e == nil {
		return nil
	}
	return &elem{role: role, parent: e}
}

// attach files e and, before it, everything above it.
func (e *elem) attach() {
	if e.attached {
		return
	}
	e.attached = true
	if e.parent != nil {
		e.parent.attach()
		e.parent.kids = append(e.parent.kids, kid{elem: e})
	}
}

// tableHead marks a head cell that stands over a column or before a row.
func (e *elem) tableHead(scope string) *elem {
	if e != nil {
		e.attr = "<</O/Table/Scope/" + scope + ">>"
	}
	return e
}

// number gives e and everything below it object numbers from n on and returns
// the next free one.
func (e *elem) number(n int) int {
	e.object = n
	n++
	for _, k := range e.kids {
		if k.elem != nil {
			n = k.elem.number(n)
		}
	}
	return n
}

// write returns the dictionary of e. pages gives the object of each page.
func (e *elem) write(parent int, pages func(int) int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/StructElem/S/%s/P %d 0 R", e.role, parent)
	if e.title != "" {
		b.WriteString("/T" + pdfString(e.title))
	}
	if e.alt != "" {
		b.WriteString("/Alt" + pdfString(e.alt))
	}
	if e.attr != "" {
		b.WriteString("/A" + e.attr)
	}
	page := 0
	for _, k := range e.kids {
		if k.elem == nil {
			page = k.page
			break
		}
	}
	if page > 0 {
		fmt.Fprintf(&b, "/Pg %d 0 R", pages(page))
	}
	b.WriteString("/K[")
	for _, k := range e.kids {
		switch {
		case k.elem != nil:
			fmt.Fprintf(&b, "%d 0 R ", k.elem.object)
		case k.annot != nil:
			fmt.Fprintf(&b, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", k.annot.object, pages(k.page))
		case k.page == page:
			fmt.Fprintf(&b, "%d ", k.mark)
		default:
			fmt.Fprintf(&b, "<</Type/MCR/Pg %d 0 R/MCID %d>>", pages(k.page), k.mark)
		}
	}
	b.WriteString("]>>")
	return b.String()
}
