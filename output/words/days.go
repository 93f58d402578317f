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
	d, ok := parsed(s)
	if !ok {
		return s
	}
	return strconv.Itoa(d.day) + " " + d.month.String() + " " + d.year()
}

// ShortDay is a day in few letters: 14 Jan 2027.
func ShortDay(s string) string { return shown(s, date.appendShort) }

// Weekday is a day of a plan: Thu 14 Jan 2027.
func Weekday(s string) string { return shown(s, date.appendLong) }

func shown(s string, as func(date, []byte) []byte) string {
	d, ok := parsed(s)
	if !ok {
		return s
	}
	return string(as(d, make([]byte, 0, 32)))
}

// Days says from when to when a plan goes, or its one day.
func Days(from, to string) string {
	a, b, how := compared(from, to)
	switch how {
	case oneDay:
		return Weekday(from)
	case sameMonth:
		return string(b.appendLong(dash(strconv.AppendInt(a.appendWeekday(make([]byte, 0, 48)), int64(a.day), 10))))
	case sameYear:
		return string(b.appendLong(dash(a.appendDayMonth(a.appendWeekday(make([]byte, 0, 48))))))
	}
	return Joined(" – ", Weekday(from), Weekday(to))
}

func dash(b []byte) []byte { return append(b, " – "...) }

// Planned is Days among other words; "" where there is no plan.
func Planned(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return "planned " + Days(from, to)
}

// ShortDays is Days for a narrow column: 11–19 Jan 2027.
func ShortDays(from, to string) string {
	a, b, how := compared(from, to)
	switch how {
	case oneDay:
		return ShortDay(from)
	case sameMonth:
		return string(b.appendShort(append(strconv.AppendInt(make([]byte, 0, 32), int64(a.day), 10), "–"...)))
	case sameYear:
		return string(b.appendShort(dash(a.appendDayMonth(make([]byte, 0, 32)))))
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

func compared(from, to string) (a, b date, how int) {
	a, okA := parsed(from)
	b, okB := parsed(to)
	switch {
	case to == "" || from == to:
		return a, b, oneDay
	case !okA || !okB || a.year() != b.year():
		return a, b, nothing
	case a.month != b.month:
		return a, b, sameYear
	}
	return a, b, sameMonth
}

// date is a day that is one. A runbook shows some hundred, and those of package
// time would take a tenth of the time of its text.
type date struct {
	text  string // YYYY-MM-DD
	month time.Month
	day   int
}

func parsed(s string) (d date, ok bool) {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return d, false
	}
	year, month, day := digits(s[:4]), digits(s[5:7]), digits(s[8:])
	if year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month) {
		return d, false
	}
	return date{s, time.Month(month), day}, true
}

// digits is the number that s is written as, -1 if it is none.
func digits(s string) int {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func (d date) year() string { return d.text[:4] }

// weekday counts the days since a Sunday; a year begins in March, so that the
// day that only some have is its last.
func (d date) weekday() time.Weekday {
	ahead := [...]int{0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4}[d.month-1] // of the month in its year, modulo 7
	year := digits(d.year()) + 400                                   // after which the days of the week are the same again
	if d.month < time.March {
		year--
	}
	return time.Weekday((year + year/4 - year/100 + year/400 + ahead + d.day) % 7)
}

func (d date) appendWeekday(b []byte) []byte {
	return append(append(b, d.weekday().String()[:3]...), ' ')
}

func (d date) appendDayMonth(b []byte) []byte {
	return append(append(strconv.AppendInt(b, int64(d.day), 10), ' '), d.month.String()[:3]...)
}

func (d date) appendShort(b []byte) []byte {
	return append(append(d.appendDayMonth(b), ' '), d.year()...)
}

func (d date) appendLong(b []byte) []byte { return d.appendShort(d.appendWeekday(b)) }
