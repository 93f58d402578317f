package markup

import (
	"strconv"
	"strings"

	"runbook/generator"
)

// Lines returns md as lines of plain text, for a place that renders nothing:
// steps keep their numbers, what belongs to one is set in below it.
func Lines(md generator.Markdown) []string { return lines(Parse(md)) }

func lines(blocks []Block) []string {
	var out []string
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			out = append(out, strings.Split(Plain(b.Text), "\n")...)
		case *Heading:
			out = append(out, Plain(b.Text))
		case *Code:
			out = append(out, b.Lines...)
		case *List:
			for i, it := range b.Items {
				sign := "- "
				if b.Ordered {
					sign = strconv.Itoa(b.Start+i) + ". "
				}
				for j, l := range lines(it.Blocks) {
					if j == 0 {
						out = append(out, sign+l)
					} else {
						out = append(out, strings.Repeat(" ", len(sign))+l)
					}
				}
			}
		case *Alert:
			inner := lines(b.Blocks)
			if len(inner) > 0 {
				inner[0] = b.Kind.Title() + ": " + inner[0]
			}
			out = append(out, inner...)
		case *Quote:
			out = append(out, lines(b.Blocks)...)
		case *Table:
			for _, row := range append([][]Cell{b.Head}, b.Rows...) {
				cells := make([]string, len(row))
				for i, c := range row {
					cells[i] = Plain(c)
				}
				out = append(out, strings.Join(cells, " | "))
			}
		}
	}
	return out
}
