package docx

// unit is what a page takes whole: a paragraph or a row of a table.
type unit struct {
	high      int
	keepNext  bool
	divisible bool // a long paragraph may go on over the page's end
	repeat    int  // height of the table's head, which a new page repeats
	bookmark  string
	newPage   bool
	ends      bool // closes a section: what follows is on a new page
}

// measure notes in pages on which page each bookmark will be and returns the
// number of pages, and how far down the last of them list goes.
func (d *document) measure(list []block, pages map[string]int) (page, y int) {
	units := d.units(nil, list)
	deep := d.paper.deep()
	page = 1
	fresh := false // the next unit begins a section
	for i := 0; i < len(units); {
		// What is kept with the next is moved as a whole, if a page can hold it.
		end, high := i, 0
		for end < len(units) {
			high += units[end].high
			end++
			if !units[end-1].keepNext {
				break
			}
		}
		if fresh || units[i].newPage && y > 0 {
			page, y, fresh = page+1, 0, false
		}
		if y > 0 && y+high > deep && high <= deep && (end > i+1 || !units[i].divisible) {
			page, y = page+1, units[i].repeat
		}
		for _, u := range units[i:end] {
			rest := 0 // of a paragraph that goes on over the page's end
			if y+u.high > deep && y > 0 {
				if u.divisible {
					rest = deep - y
				}
				page, y = page+1, u.repeat
			}
			if u.bookmark != "" && pages != nil {
				pages[u.bookmark] = page
			}
			y += u.high - rest
			fresh = fresh || u.ends
		}
		i = end
	}
	return page, y
}

// units takes blocks apart.
func (d *document) units(out []unit, list []block) []unit {
	const long = 3 * 270 // three lines: a shorter paragraph is not divided
	for _, b := range list {
		switch b := b.(type) {
		case *paragraph:
			high := d.close.paragraphHigh(b, d.paper.text())
			keep := b.keepNext || alwaysKept[b.style]
			out = append(out, unit{high: high, keepNext: keep, divisible: high > long, bookmark: b.bookmark, newPage: b.newPage, ends: b.ends != nil})
		case *table:
			heights, head := d.close.tableHigh(b), 0
			for i, h := range heights {
				u := unit{high: h, keepNext: b.keepNext || b.keep && i < len(b.rows)-1 || i < b.head || b.rows[i].keep}
				if i < b.head {
					head += h
				} else {
					u.repeat = head
				}
				out = append(out, u)
			}
			out = append(out, unit{high: d.close.gap(gapHigh), keepNext: b.keepNext, ends: b.ends != nil})
		}
	}
	return out
}

// alwaysKept are the styles that stay with what follows by themselves.
var alwaysKept = map[string]bool{"Title": true, "SheetTitle": true, "Eyebrow": true, "Heading1": true, "Heading2": true, "Heading3": true, "TOCHeading": true, "Meta": true, "Label": true, "AlertHead": true}
