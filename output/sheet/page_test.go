package sheet

import "testing"

// A last page of a few rows is avoided, unless the text would be too small
// to be read.
func TestFitPages(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		width float64 // of the one column; 143 fill a sheet of A4
		rows  int     // of 15 points; 32 fill a page of it
		want  int
	}{
		"one page":              {100, 30, 0},
		"a page and a few rows": {100, 36, 1},
		"a page and a half":     {100, 50, 0},
		"two pages and a half":  {100, 80, 2},
		"wide, a few rows more": {200, 50, 1},
		"wider, a few rows":     {230, 60, 0},
	} {
		g := &grid{book: &book{paper: 9}, columns: []gridColumn{{width: c.width}}, rows: make([]gridRow, c.rows), print: sheetPage{cols: 1, rows: c.rows}}
		if got := g.fitPages(); got != c.want {
			t.Errorf("%s: squeezed on %d pages, want %d", name, got, c.want)
		}
	}
}

// A title ends where its sheet ends on paper: it is set smaller, or it would
// be cut off there.
func TestTitlesFit(t *testing.T) {
	t.Parallel()
	const room = 110 // of the narrowest sheet
	long := "Who signs with which initials – Configuration Manager administrator – Wide World Importers: set up a cloud management gateway"
	for _, title := range []string{"Tracker – Contoso", long} {
		size := titleSize(title, room)
		if size < 8 || size > 15 || size > 8 && width(title)*size/10 > room {
			t.Errorf("%.0f points for %q", size, title)
		}
	}
	if size := titleSize("Tracker – Contoso", room); size != 15 {
		t.Errorf("a short title has %.0f points", size)
	}
}
