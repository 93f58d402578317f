package generator

import "testing"

// What is due on a day when nobody works is due on the working day before.
func TestWorkdayBefore(t *testing.T) {
	c := NewCalendar([]string{"2027-12-10"})
	for day, want := range map[string]string{
		"2027-12-08": "2027-12-08", // a Wednesday
		"2027-12-10": "2027-12-09", // a holiday
		"2027-12-12": "2027-12-09", // a Sunday after it
		"":           "",
	} {
		if got := c.workdayBefore(day); got != want {
			t.Errorf("%q: %q, want %q", day, got, want)
		}
	}
}
