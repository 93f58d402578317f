package pdf

import (
	"cmp"
	"math"
)

// sheet is one page of strips with their places.
type sheet struct {
	section *section
	first   int // index of its first strip in the section
	placed  []placed
}

// placed is a strip at its place on a sheet.
type placed struct {
	strip    *strip
	gap, top float64
}

// The costs of a page beside those of tearing. The cost of emptiness is
// linear up to a third of a page, so that it gathers on one page instead of
// lying about; what is emptier looks torn, and soon costs more than to tear an
// item between its steps. A last page with a few lines looks lost.
const (
	pageCost  = 60
	emptyCost = 120
	gapCost   = 900
	lostCost  = 400
	sheetCost = 5000 // of a page of a role sheet: it is rather short than whole
)

// paginate divides strips among pages of height h so that the whole costs
// least, not page by page, where page is what a page costs: that way a sign-off never ends alone on a page
// because the pages before it were filled to the brim.
func paginate(strips []strip, h, page float64) [][2]int {
	n := len(strips)
	best := make([]float64, n+1) // cost of everything from strip i on
	next := make([]int, n+1)
	for i := n - 1; i >= 0; i-- {
		best[i] = math.Inf(1)
		used := 0.0
		if i > 0 {
			for _, r := range strips[i].again {
				used += r.h
			}
		}
		for j := i + 1; j <= n; j++ { // the page holds strips i to j-1
			s := &strips[j-1]
			used += s.h
			if j-1 > i {
				used += s.before
			}
			if used > h+0.01 && j-1 > i {
				break
			}
			cost := best[j] + page
			if j < n {
				empty := max(0, 1-used/h)
				cost += float64(strips[j].tie) + emptyCost*empty + gapCost*max(0, empty-1.0/3)
			} else if i > 0 {
				cost += lostCost * max(0, 0.15-used/h)
			}
			if cost <= best[i]+1e-6 { // of equals, the fuller page
				best[i], next[i] = cost, j
			}
		}
	}
	var pages [][2]int
	for i := 0; i < n; i = next[i] {
		pages = append(pages, [2]int{i, next[i]})
	}
	return pages
}

// layOut gives every strip of a section its page and place.
func layOut(sec *section, p paper) []sheet {
	var sheets []sheet
	for _, part := range paginate(sec.strips, p.height(), cmp.Or(sec.cost, pageCost)) {
		sh := sheet{section: sec, first: part[0]}
		y := p.top
		for i := part[0]; i < part[1]; i++ {
			s := &sec.strips[i]
			gap := s.before
			if i == part[0] {
				gap = 0
				if i > 0 {
					for _, r := range s.again {
						y += r.h
					}
				}
			}
			y += gap
			sh.placed = append(sh.placed, placed{s, gap, y})
			y += s.h
		}
		sheets = append(sheets, sh)
	}
	return sheets
}

// lastPage is how full the last page of a section of several pages is.
func (sec *section) lastPage(p paper) float64 {
	pages := paginate(sec.strips, p.height(), cmp.Or(sec.cost, pageCost))
	if len(pages) == 1 {
		return 1
	}
	last := flow{strips: sec.strips[pages[len(pages)-1][0]:]}
	return last.height(0) / p.height()
}

// draw puts the strips of a sheet on the page.
func (sh sheet) draw(c *canvas) {
	if sh.first > 0 {
		y := c.paper.top
		for _, r := range sh.placed[0].strip.again {
			r.draw(c, y)
			y += r.h
		}
	}
	for _, p := range sh.placed {
		for _, g := range p.strip.under {
			g(c, p.gap, p.top, p.top+p.strip.h)
		}
		p.strip.draw(c, p.top)
	}
}
