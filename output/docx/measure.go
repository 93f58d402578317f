package docx

import "runbook/output/markup"

// The contents have page numbers before Word has ever seen the document, so
// they are estimated here: each block's height from its style and the widths
// of its letters, then page after page filled as Word fills them. A number
// can be wrong by one where a page is full to the brim; Word corrects them
// when the fields are updated.

// metric is what of a style decides how high a paragraph is. The numbers are
// those of styles.xml; a test compares them.
type metric struct {
	size          float64 // in points
	line          int     // of 240: how far lines are apart
	before, after int     // in twips
}

// closeness is how much smaller a role sheet is set than a runbook: its
// letters, and the room between its paragraphs.
type closeness struct{ text, room float64 }

var usual = closeness{1, 1}

// leastSize is the smallest type that a page of paper may have, in points.
const leastSize = 7.5

// closeLine is how far the lines of a role sheet are apart, of 240.
const closeLine = 236

// gap is what an empty line of the given height takes.
func (z closeness) gap(high int) int {
	if z == usual {
		return high
	}
	return int(float64(high) * z.gaps())
}

// gaps is how much smaller the empty lines of a role sheet are. A frame of code
// still has to be cleared, so that they shrink less than the room does.
func (z closeness) gaps() float64 { return 0.44 + 0.27*z.room }

// metric is that of a paragraph as it is set.
func (z closeness) metric(p *paragraph) metric {
	m, ok := metrics[p.metric]
	if !ok {
		m = metrics[p.style]
	}
	if z == usual {
		return m
	}
	m.size = max(min(m.size, leastSize), m.size*z.text)
	m.before, m.after = int(float64(m.before)*z.room), int(float64(m.after)*z.room)
	m.line = min(m.line, closeLine)
	return m
}

var metrics = map[string]metric{
	"Normal":        {10, 259, 0, 100},
	"Title":         {25, 240, 120, 80},
	"SheetTitle":    {18, 240, 0, 40},
	"Subtitle":      {11, 259, 0, 160},
	"Eyebrow":       {9, 259, 0, 40},
	"Heading1":      {16, 240, 240, 140},
	"Heading2":      {11.5, 240, 260, 60},
	"Heading3":      {10.5, 240, 180, 60},
	"TOCHeading":    {16, 240, 0, 140},
	"TOC1":          {9.5, 240, 70, 0},
	"TOC2":          {9, 240, 0, 0},
	"TOC1 small":    {8.5, 230, 20, 0},
	"TOC2 small":    {8, 230, 0, 0},
	"TOC1 smallest": {8, 214, 10, 0},
	"TOC2 smallest": {8, 214, 0, 0},
	"Meta":          {9, 250, 0, 80},
	"Why":           {10, 259, 0, 100},
	"Small":         {8.5, 245, 0, 60},
	"Label":         {9, 240, 80, 40},
	"Check":         {10, 250, 0, 50},
	"ListParagraph": {10, 259, 0, 70},
	"Continued":     {10, 259, 0, 70},
	"Code":          {8, 245, 0, 0},
	"AlertHead":     {9.5, 240, 0, 30},
	"TableText":     {9, 245, 0, 0},
	"TableHead":     {9, 240, 0, 0},
	"Line":          {8, 230, 0, 0},
	"Boxes":         {7.5, 220, 0, 0},
	"Gap":           {2, 0, 0, 0},
}

const (
	gapHigh     = 120  // an empty line between tables
	codeEndHigh = 260  // the same after code, whose frame it has to clear
	cellMargin  = 90   // left and right
	lineScale   = 1.22 // height of a line of Calibri, of its size
)

// rules are the heights of a paragraph's borders with their distance.
var rules = map[string]int{"Heading1": 70, "Heading2": 95, "TOCHeading": 70}

// advances are the widths of the letters from space to tilde in Calibri, in
// thousandths of the size.
var advances = [...]int{
	226, 326, 401, 498, 507, 715, 682, 221, 303, 303, 498, 498, 250, 306, 252, 386, 507, 507, 507, 507, 507, 507, 507, 507,
	507, 507, 268, 268, 498, 498, 498, 463, 894, 579, 544, 533, 615, 488, 459, 631, 623, 252, 319, 520, 420, 855, 646, 662,
	517, 673, 543, 459, 487, 642, 567, 890, 519, 487, 468, 307, 386, 307, 498, 498, 291, 479, 525, 423, 525, 498, 305, 471,
	525, 230, 239, 455, 230, 799, 525, 527, 525, 525, 349, 391, 335, 525, 452, 715, 433, 453, 395, 314, 460, 314, 498,
}

const (
	codeAdvance = 550 // of every letter in Consolas
	boldScale   = 1.03
)

func letter(r rune, mono bool) int {
	switch {
	case mono:
		return codeAdvance
	case r >= ' ' && int(r-' ') < len(advances):
		return advances[r-' ']
	case r >= 0x1100: // scripts of the Far East, dashes and signs
		return 1000
	}
	return 540
}

// cellTwips is the width of the text of a table's cell in one line, and that
// of its longest word.
func cellTwips(c markup.Cell) (whole, word int) {
	const scale = 9 * 20
	part := 0
	for _, run := range c {
		for _, r := range run.Text {
			w := letter(r, run.Code) * scale / 1000
			whole += w
			if part += w; r == ' ' || r == '\n' {
				part = 0
			}
			word = max(word, part)
		}
	}
	return whole, word
}

// paragraphHigh is the height of p in a column of the given width.
func (z closeness) paragraphHigh(p *paragraph, width int) int {
	m := z.metric(p)
	switch p.style {
	case "Gap":
		return z.gap(gapHigh)
	case "CodeEnd":
		return z.gap(codeEndHigh)
	}
	left := p.left
	switch {
	case p.list > 0:
		left = listStep * (p.level + 1)
	case p.style == "Check":
		left = listStep
	case p.style == "TOC2":
		left = 737
	}
	n := lineCount(p, m.size, float64(width-left))
	high := m.before + m.after + int(float64(n)*m.size*20*lineScale*float64(m.line)/240)
	high += rules[p.style]
	if p.top {
		high -= m.before
	}
	for _, s := range p.spans {
		if s.picture != nil {
			high += s.picture.height / 635 // 635 EMU are a twip
		}
	}
	return high
}

// lineCount breaks the text of p between words.
func lineCount(p *paragraph, size, room float64) int {
	lines, used, word := 1, 0.0, 0.0
	room = max(room, 200)
	flush := func() {
		if used > 0 && used+word > room {
			lines++
			used = 0
		}
		for word > room { // a word longer than the line is cut
			lines++
			word -= room
		}
		used += word
		word = 0
	}
	for _, s := range p.spans {
		switch {
		case s.brk:
			flush()
			lines, used = lines+1, 0
			continue
		case s.tab:
			word += 200
		case s.control != nil:
			s.text = s.control.shown()
		case s.field != nil:
			s.text = s.field.text
		}
		mono := s.style == "InlineCode" || p.style == "Code"
		scale := size * 20 / 1000
		if s.bold {
			scale *= boldScale
		}
		if mono && p.style != "Code" {
			scale = 9 * 20.0 / 1000
		}
		for _, r := range s.text {
			word += float64(letter(r, mono)) * scale
			if r == ' ' || r == '-' {
				flush()
			}
		}
	}
	flush()
	return lines
}

// tableHigh is the height of each row of t.
func (z closeness) tableHigh(t *table) []int {
	out := make([]int, len(t.rows))
	for i, r := range t.rows {
		high := 0
		for n, c := range r.cells {
			switch {
			case c.vertical: // the height of the row makes room for it
			case len(c.blocks) == 0: // still has its empty paragraph
				high = max(high, z.paragraphHigh(&paragraph{style: "TableText"}, t.columns[n]))
			default:
				high = max(high, z.blocksHigh(c.blocks, t.columns[n]-2*cellMargin))
			}
		}
		out[i] = high + t.pad()*2 + 10
		out[i] = max(out[i], r.height)
	}
	return out
}

// blocksHigh is the height of blocks under each other.
func (z closeness) blocksHigh(list []block, width int) int {
	sum := 0
	for _, b := range list {
		switch b := b.(type) {
		case *paragraph:
			sum += z.paragraphHigh(b, width)
		case *table:
			sum += z.gap(gapHigh)
			for _, h := range z.tableHigh(b) {
				sum += h
			}
		}
	}
	return sum
}

// high is the height of blocks on the page.
func (d *document) high(list []block) int { return d.close.blocksHigh(list, d.paper.text()) }
