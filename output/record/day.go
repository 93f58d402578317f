package record

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"sync"
	"time"
)

var (
	someDay = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(\d{1,2})([./-]) ?(\d{1,2})([./-]) ?(\d{4}|\d{2})\.?$`)
	})
	plainDays = []string{"2006-1-2", "2006/1/2", "2006.1.2", "2 January 2006", "2 Jan 2006", "2. January 2006", "January 2, 2006", "Jan 2, 2006"}
)

// day turns a date that can only be meant in one way into YYYY-MM-DD. Another
// one, such as 1/11/2027, stays as it was written.
func day(s string) string {
	if all := days(s); len(all) == 1 {
		return all[0]
	}
	return s
}

// days are the days that a date can mean. With points the day stands before the
// month everywhere; with slashes and dashes it does or does not. A year of two
// digits is one of this century, where it stands last beyond doubt.
func days(s string) []string {
	for _, layout := range plainDays {
		if t, err := time.Parse(layout, s); err == nil {
			return []string{t.Format(time.DateOnly)}
		}
	}
	m := someDay().FindStringSubmatch(s)
	if m == nil || m[2] != m[4] {
		return nil
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	year := m[5]
	if len(year) == 2 {
		if m[2] != "." && a > 12 {
			return nil // the year may stand first
		}
		year = "20" + year
	}
	var all []string
	add := func(day, month int) {
		t, err := time.Parse("2006-1-2", fmt.Sprintf("%s-%d-%d", year, month, day))
		if d := t.Format(time.DateOnly); err == nil && !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	add(a, b)
	if m[2] != "." || b > 12 {
		add(b, a)
	}
	return all
}

// isDate reports whether s is a date as a record wants it.
func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
