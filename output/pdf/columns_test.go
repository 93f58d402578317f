package pdf

import "testing"

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
