package words

import (
	"strconv"
	"time"
)

// A day is YYYY-MM-DD in profiles, in data, in a file's stamp and where people
// enter one. What they only read has it in words, in every format alike.

// Day is a day in a sentence: 14 January 2027. What is no day stays as it is,
// here and below.
func Day(s string) string {
	t, ok := parsed(s)
	if !ok {
		return s
	}
	return strconv.Itoa(t.Day()) + " " + t.Month().String() + " " + s[:4]
}

// ShortDay is a day in few letters: 14 Jan 2027.
func ShortDay(s string) string {
	t, ok := parsed(s)
	if !ok {
		return s
	}
	return dayMonth(t) + " " + s[:4]
}

// Weekday is a day of a plan: Thu 14 Jan 2027.
func Weekday(s string) string {
	t, ok := parsed(s)
	if !ok {
		return s
	}
	return weekday(t) + ShortDay(s)
}

// Days says from when to when a plan goes, or its one day.
func Days(from, to string) string {
	a, b, how := compared(from, to)
	switch how {
	case oneDay:
		return Weekday(from)
	case sameMonth:
		return weekday(a) + strconv.Itoa(a.Day()) + " – " + Weekday(to)
	case sameYear:
		return weekday(a) + dayMonth(a) + " – " + weekday(b) + ShortDay(to)
	}
	return Joined(" – ", Weekday(from), Weekday(to))
}

// Planned is Days among other words; "" where there is no plan.
func Planned(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return "planned " + Days(from, to)
}

// ShortDays is Days for a narrow column: 11–19 Jan 2027.
func ShortDays(from, to string) string {
	a, _, how := compared(from, to)
	switch how {
	case oneDay:
		return ShortDay(from)
	case sameMonth:
		return strconv.Itoa(a.Day()) + "–" + ShortDay(to)
	case sameYear:
		return dayMonth(a) + " – " + ShortDay(to)
	}
	return Joined(" – ", ShortDay(from), ShortDay(to))
}

// What two days have in common, so that it need be said only once.
const (
	nothing = iota
	sameYear
	sameMonth
	oneDay
)

func compared(from, to string) (a, b time.Time, how int) {
	a, okA := parsed(from)
	b, okB := parsed(to)
	switch {
	case to == "" || from == to:
		return a, b, oneDay
	case !okA || !okB || a.Year() != b.Year():
		return a, b, nothing
	case a.Month() != b.Month():
		return a, b, sameYear
	}
	return a, b, sameMonth
}

func weekday(t time.Time) string { return t.Weekday().String()[:3] + " " }

func dayMonth(t time.Time) string { return strconv.Itoa(t.Day()) + " " + t.Month().String()[:3] }

// parsed is time.Parse for a hundred sources and more in each runbook, whose
// days would take a tenth of the time of its text.
func parsed(s string) (t time.Time, ok bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return t, false
	}
	var n [3]int
	for i, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(part) {
			if c < '0' || c > '9' {
				return t, false
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	t = time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	return t, t.Month() == time.Month(n[1]) && t.Day() == n[2]
}
