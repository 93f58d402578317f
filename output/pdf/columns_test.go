package pdf

import (
	"slices"
	"testing"

	"runbook/generator/generatortest"
)

// What many rows need comes before what a single row needs.
func TestSpread(t *testing.T) {
	t.Parallel()
	cols := []float64{60, 60}
	asks := [][]float64{{90, 40}, {90, 40}, {90, 40}, {90, 40}, {90, 40}, {90, 120}}
	spread(cols, asks, 60)
	if cols[0]-2*cellX < 88 { // a step of room less is near enough
		t.Errorf("the column of the short texts has %.0f points, they take %.0f", cols[0], 90+2*cellX)
	}
	if sum := cols[0] + cols[1]; sum < 179.9 || sum > 180.1 {
		t.Errorf("the columns take %.1f points of 180", sum)
	}
}

// Where words are too long for the table, the longest are broken and no other.
func TestLowered(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ cols, want []float64 }{
		{[]float64{50, 300, 30, 200}, []float64{50, 160, 30, 160}},
		{[]float64{500, 100}, []float64{300, 100}},
		{[]float64{300, 300}, []float64{200, 200}},
	} {
		if got := lowered(c.cols, 400); !slices.Equal(got, c.want) {
			t.Errorf("%v becomes %v, want %v", c.cols, got, c.want)
		}
	}
}

// What several rows begin with is said once, and again where a page tears them.
func TestGroup(t *testing.T) {
	t.Parallel()
	said := func(s string) cell { return cell{spans: []span{{text: s}}} }
	tb := table{rows: []row{{cells: []cell{said("a"), said("1")}}, {cells: []cell{said("a"), said("2")}}, {cells: []cell{said("b"), said("3")}}, {cells: []cell{said(""), said("4")}}, {cells: []cell{said(""), said("5")}}}}
	group(&tb)
	for i, want := range []struct{ open, under bool }{{true, false}, {false, true}, {}, {}, {}} {
		r := tb.rows[i]
		if r.open != want.open || (r.under != nil) != want.under || (r.cells[0].spans == nil) != want.under {
			t.Errorf("row %d goes on: %v, is under %v", i+1, r.open, r.under)
		}
	}
}

// No page ends after a third because of what follows, as long as that can be
// torn; and no last page has a line or two.
func TestPagination(t *testing.T) {
	t.Parallel()
	strips := func(tear tie, n int) []strip {
		list := make([]strip, 30+n)
		for i := range list {
			list[i].h = 10
			if i > 30 {
				list[i].tie = tear
			}
		}
		return list
	}
	if got := paginate(strips(160, 60), 850, pageCost)[0][1]; got < 70 {
		t.Errorf("the first page has %d lines of 85: a third of the page is filled, and a long item could be torn", got)
	}
	if got := paginate(strips(400, 60), 850, pageCost)[0][1]; got != 30 {
		t.Errorf("the first page has %d lines, want 30: a short item is not torn for a little room", got)
	}
	// Behind two thirds of a page, an item of 70 % of one goes on at its foot;
	// behind three quarters it stays whole.
	f := &flow{d: newDocument(generatortest.Small(), papers["a4"])}
	for before, torn := range map[int]bool{55: true, 65: false} {
		h := f.d.paper.height()
		list := make([]strip, before+60)
		for i := range list {
			list[i].h = h / 85
			if i > before {
				list[i].tie = f.tieOf(60 * h / 85)
			}
		}
		if got := paginate(list, h, pageCost)[0][1]; got > before != torn {
			t.Errorf("the first page has %d lines, %d of them before a long item", got, before)
		}
	}
	pages := paginate(strips(0, 57), 850, pageCost)
	if last := pages[1]; len(pages) != 2 || last[1]-last[0] < 10 {
		t.Errorf("the last page has %d lines", last[1]-last[0])
	}
}
