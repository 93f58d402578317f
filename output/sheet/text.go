package sheet

import (
	"strings"
	"time"

	"runbook/generator"
	"runbook/output/markup"
	"runbook/output/ooxml"
	"runbook/output/words"
)

// clean drops what a cell cannot hold or a reader cannot see: characters
// that XML 1.0 forbids, and marks that override the direction of text.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return ooxml.Clean(strings.ReplaceAll(s, "\r", "\n"))
}

// line is clean on one line.
func line(s string) string {
	return strings.Join(strings.FieldsFunc(clean(s), func(r rune) bool { return r == '\n' || r == '\t' }), " ")
}

// clip shortens s to at most n UTF-16 units, which is how Excel counts.
func clip(s string, n int) string {
	used := 0
	for i, r := range s {
		used++
		if r > 0xffff {
			used++
		}
		if used > n {
			return s[:i]
		}
	}
	return s
}

// plain returns Markdown as words on one line: nobody renders it in a cell.
func plain(md generator.Markdown) string { return markup.Plain(markup.ParseInline(md)) }

// people names everybody who holds a role.
func people(list []generator.Person) string {
	return strings.TrimSuffix(line(words.People(list)), generator.Bound) // nothing comes behind it in a cell
}

// serial is the number by which Excel knows a day.
func serial(date string) (int, bool) {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0, false
	}
	const day = 24 * time.Hour
	// Day 0 is 1899-12-30 for every date after February 1900.
	n := int(t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)) / day)
	return n, n > 60 // what is before has other numbers, or none
}

// width is the room s takes in a line, in the unit of a column's width: a
// digit of the workbook's default font, Calibri 11. Cells are set in 10 pt.
// Classes of letters are near enough, since only line counts come from it.
func width(s string) float64 {
	const digit = 0.507 * 11 / 10 // in em of the cell's font
	n := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune(" ijlI.,:;'|!()[]ft`", r):
			n += 0.29
		case strings.ContainsRune("mwMW@%<>=+~", r):
			n += 0.75
		case r >= 'A' && r <= 'Z':
			n += 0.59
		case wide(r):
			n++
		default:
			n += 0.51
		}
	}
	return n / digit
}

// wide reports whether r belongs to a script of the Far East, whose letters
// are as wide as they are high.
func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff ||
		r >= 0xfe30 && r <= 0xfe6f || r >= 0xff00 && r <= 0xff60 || r >= 0x1f300
}

// lines is the number of lines s needs in a column of the given width: Excel
// fits a row's height only when somebody edits it, so it must be set.
func lines(s string, columns float64) int {
	room := max(columns-1, 1)
	total := 0
	for l := range strings.SplitSeq(s, "\n") {
		n, used := 1, 0.0
		for word := range strings.FieldsSeq(l) {
			w := width(word)
			if used > 0 && used+width(" ")+w > room {
				n++
				used = 0
			} else if used > 0 {
				used += width(" ")
			}
			used += w
			for used > room { // a word longer than the line is cut
				n++
				used -= room
			}
		}
		total += n
	}
	return total
}
