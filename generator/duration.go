package generator

import (
	"fmt"
	"strconv"
	"strings"
)

// Duration is time that passes: clock time in minutes, or working days.
type Duration struct {
	Minutes int
	Days    int // working days
}

// longestWait is a year, in minutes.
const longestWait = 366 * 24 * 60

// parseDuration reads 30m, 24h, 2d (working days) or 1w (five of them).
func parseDuration(s string) (Duration, bool) {
	if len(s) < 2 {
		return Duration{}, false
	}
	n, err := strconv.Atoi(s[:len(s)-1])
	if err != nil || n < 0 || n > longestWait {
		return Duration{}, false
	}
	var d Duration
	switch s[len(s)-1] {
	case 'm':
		d.Minutes = n
	case 'h':
		d.Minutes = n * 60
	case 'd':
		d.Days = n
	case 'w':
		d.Days = n * 5
	default:
		return d, false
	}
	return d, d.Elapsed() <= longestWait
}

// Elapsed is the duration in minutes of the clock, a working day being 24
// hours.
func (d Duration) Elapsed() int { return d.Minutes + d.Days*24*60 }

// String says the duration in words, "" for none.
func (d Duration) String() string {
	var parts []string
	switch {
	case d.Days > 0 && d.Days%5 == 0:
		parts = append(parts, plural(d.Days/5, "week"))
	case d.Days > 0:
		parts = append(parts, plural(d.Days, "working day"))
	}
	switch {
	case d.Minutes > 0 && d.Minutes%60 == 0:
		parts = append(parts, plural(d.Minutes/60, "hour"))
	case d.Minutes > 0:
		parts = append(parts, plural(d.Minutes, "minute"))
	}
	return strings.Join(parts, " ")
}

// Minutes says minutes of work as people do: "45 min", "1 h 30 min".
func Minutes(n int) string {
	var b [32]byte
	return string(AppendMinutes(b[:0], n))
}

// AppendMinutes appends what Minutes returns.
func AppendMinutes(b []byte, n int) []byte {
	h, m := n/60, n%60
	if h != 0 {
		b = append(strconv.AppendInt(b, int64(h), 10), " h"...)
		if m == 0 {
			return b
		}
		b = append(b, ' ')
	}
	return append(strconv.AppendInt(b, int64(m), 10), " min"...)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%s %ss", thousands(n), what)
}
