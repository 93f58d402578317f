package pdf

// strip is a slice of the page that is never torn: a line of text, a band of
// a table row, a strip of boxes. A column of strips is what gets divided
// among the pages.
type strip struct {
	h      float64
	before float64 // room above it, not at the top of a page
	tie    tie     // how much it wants to stay with the strip above
	draw   func(c *canvas, top float64)
	under  []ground // drawn first
	again  []repeat // drawn above it where it opens a page
	anchor []string // places that links and the contents lead to
}

// ground draws what lies beneath a strip; gap is the room left above it.
type ground func(c *canvas, gap, top, bottom float64)

// repeat is a head that is drawn again where a page begins below it.
type repeat struct {
	h    float64
	draw func(c *canvas, top float64)
}

// tie is what it costs to tear a strip from the one above it; see paginate.
type tie float64

const (
	free  tie = 0
	loose tie = 40     // between the parts of an item
	torn  tie = 70     // between the lines of a paragraph
	firm  tie = 300    // inside a step, a row, a block of code
	fast  tie = 100000 // a heading and what it heads
)

// flow builds a column of strips from top to bottom.
type flow struct {
	d     *document
	x, w  float64
	t     text   // what running text is set in
	item  string // number of the item, for the names of its boxes
	boxes int    // boxes so far in the item's steps

	tightHeads bool // headings with less room above

	pauses []int // strips with which text begins anew behind a block of code
	rests  []int // rows of a table, not near its ends, with which a page may begin

	strips []strip
	gap    float64 // room above the next strip
	tie    tie     // of the next strip
	anchor []string
}

// space asks for room above the next strip; the largest wish counts.
func (f *flow) space(h float64) { f.gap = max(f.gap, h*f.d.closer) }

// keep ties the next strip to the last.
func (f *flow) keep(t tie) { f.tie = max(f.tie, t) }

// mark makes the next strip the place that name leads to.
func (f *flow) mark(name string) { f.anchor = append(f.anchor, name) }

// add appends a strip.
func (f *flow) add(h float64, draw func(c *canvas, top float64)) {
	f.strips = append(f.strips, strip{h: h, before: f.gap, tie: f.tie, draw: draw, anchor: f.anchor})
	f.gap, f.tie, f.anchor = 0, free, nil
}

// together ties everything that fn adds.
func (f *flow) together(t tie, fn func()) {
	from := len(f.strips)
	fn()
	for i := from + 1; i < len(f.strips); i++ {
		f.strips[i].tie = max(f.strips[i].tie, t)
	}
}

// inset narrows the column for what fn adds.
func (f *flow) inset(left, right float64, fn func()) {
	x, w := f.x, f.w
	f.x, f.w = x+left, w-left-right
	fn()
	f.x, f.w = x, w
}

// under draws something beneath the strips from the given one on: a ground, a
// bar at the side. It hears whether a strip is the first and the last.
func (f *flow) under(from int, draw func(c *canvas, top, bottom float64, first, last bool)) {
	n := len(f.strips)
	for i := from; i < n; i++ {
		first, last := i == from, i == n-1
		s := &f.strips[i]
		s.under = append([]ground{func(c *canvas, gap, top, bottom float64) {
			if !first {
				top -= gap // the room above the first is not part of it
			}
			draw(c, top, bottom, first, last)
		}}, s.under...)
	}
}

// beside draws something at the top of a strip that is already there: the
// number of a step, the box of a check.
func (f *flow) beside(i int, draw func(c *canvas, top float64)) {
	if i >= len(f.strips) {
		return
	}
	own := f.strips[i].draw
	f.strips[i].draw = func(c *canvas, top float64) {
		draw(c, top)
		own(c, top)
	}
}

// repeat draws a head again above every strip from the given one on, but the
// first, where it opens a page.
func (f *flow) repeat(from int, r repeat) {
	for i := from; i < len(f.strips); i++ {
		f.strips[i].again = append([]repeat{r}, f.strips[i].again...)
	}
}

// height is what the strips from the given one on take up.
func (f *flow) height(from int) float64 {
	h := 0.0
	for i, s := range f.strips[from:] {
		h += s.h
		if i > 0 {
			h += s.before
		}
	}
	return h
}

// lines adds a strip a line. A paragraph leaves no line alone on a page.
func (f *flow) lines(ls []line, t text, e *elem) {
	for i, l := range ls {
		switch {
		case i == 1, i > 0 && i == len(ls)-1:
			f.keep(firm)
		case i > 0:
			f.keep(torn)
		}
		x := f.x
		f.add(t.lead, func(c *canvas, top float64) { c.line(x, top, l, t, e) })
	}
}

// para adds spans as a paragraph of its own.
func (f *flow) para(spans []span, t text, parent *elem) {
	f.lines(f.d.fonts.wrap(spans, f.w), t, parent.child("P"))
}
