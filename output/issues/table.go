package issues

import "strings"

// table is a GitHub-flavoured table. Its cells hold no line ends; their text
// has been escaped.
type table struct {
	head []string
	rows [][]string
}

func (t *table) row(cells ...string) { t.rows = append(t.rows, cells) }

// String returns "" for a table without rows.
func (t *table) String() string {
	if len(t.rows) == 0 {
		return ""
	}
	var b strings.Builder
	write := func(cells []string) {
		for _, c := range cells {
			b.WriteString("|")
			if c != "" {
				b.WriteString(" " + c)
			}
			b.WriteString(" ")
		}
		b.WriteString("|\n")
	}
	write(t.head)
	write(strings.Split(strings.TrimSuffix(strings.Repeat("--- ", len(t.head)), " "), " "))
	for _, r := range t.rows {
		write(r)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
