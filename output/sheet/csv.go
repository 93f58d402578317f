package sheet

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"runbook/generator"
)

// CSV returns the rows of the tracker: RFC 4180, UTF-8 with a byte order
// mark, without which Excel takes the file for the local code page.
//
// A cell that a spreadsheet would take for a formula gets an apostrophe in
// front. That is one whose first visible character is =, +, -, @ or the
// full-width form of one of them, and one that begins with a tab or a line
// end. The apostrophe stays in the value for other readers of the file;
// whoever needs the exact text takes the format json.
func CSV(rb *generator.Runbook) ([]byte, error) {
	var buf bytes.Buffer
	buf.WriteString("\ufeff")
	w := csv.NewWriter(&buf)
	w.UseCRLF = true

	cols := slices.DeleteFunc(columns(), func(c column) bool { return c.hidden })
	record := make([]string, len(cols))
	for i, c := range cols {
		record[i] = cmp.Or(c.csv, c.head)
	}
	// A bytes.Buffer takes everything, so only the last error is asked for.
	_ = w.Write(record)
	for _, r := range rows(rb) {
		for i, c := range cols {
			record[i] = guard(c.value(r))
		}
		_ = w.Write(record)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, fmt.Errorf("write CSV: %w", err)
	}
	return buf.Bytes(), nil
}

// guard keeps a spreadsheet from taking s for a formula. It looks at s as it
// came: a tab in front must not be cleaned away before it is seen.
func guard(s string) string {
	visible := strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	risky := s != "" && strings.ContainsAny(s[:1], "\t\r\n")
	if visible != "" {
		first := []rune(visible)[0]
		risky = risky || strings.ContainsRune("=+-@＝＋－＠", first)
	}
	s = strings.ReplaceAll(line(s), generator.Bound, "") // it is for readers, and this is data
	if risky {
		return "'" + s
	}
	return s
}
