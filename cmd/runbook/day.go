package main

import (
	"errors"
	"strconv"
	"time"

	"github.com/spf13/cobra"
)

// The days that a runbook can speak of. What is computed from them has a year
// of four digits too.
const firstDay, lastDay = "1970-01-01", "2199-12-31"

// dayValue is a flag that names a day.
type dayValue string

func (d *dayValue) String() string { return string(*d) }

func (d *dayValue) Type() string { return "YYYY-MM-DD" }

func (d *dayValue) Set(s string) error {
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return errors.New("write it as YYYY-MM-DD")
	}
	if s < firstDay || s > lastDay {
		return errors.New("a day from " + firstDay + " to " + lastDay + " is wanted")
	}
	*d = dayValue(s)
	return nil
}

// isDay tells whether s is a day that a runbook can speak of.
func isDay(s string) bool { return new(dayValue).Set(s) == nil }

// dateFlag gives a command the flag --date; it stays "" when nobody names it.
func dateFlag(cmd *cobra.Command, day *string, about string) {
	cmd.Flags().Var((*dayValue)(day), "date", about+" (default: today)")
}

// date is the day that the flag names, or today.
func (a *app) date(flag string) (string, error) {
	if flag == "" {
		return a.today()
	}
	return flag, nil
}

// today is the day the runbook speaks of when no flag names one.
func (a *app) today() (string, error) {
	epoch := a.getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Now().Format(time.DateOnly), nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return "", usage("SOURCE_DATE_EPOCH is %q, not a number of seconds", epoch)
	}
	day := time.Unix(seconds, 0).UTC()
	if y := day.Year(); y < 1970 || y > 2199 {
		return "", usage("SOURCE_DATE_EPOCH is %q, which is no day from %s to %s", epoch, firstDay, lastDay)
	}
	return day.Format(time.DateOnly), nil
}
