package words_test

import (
	"testing"

	"runbook/generator"
	"runbook/output/words"
)

// Two sums of hours are explained where they differ, and only there.
func TestHours(t *testing.T) {
	t.Parallel()
	rb := &generator.Runbook{Roles: []generator.RoleEntry{{Minutes: 60}, {Minutes: 90}}}
	rb.Before.Items = []generator.Item{{Minutes: 60}, {Minutes: 75}}
	if got := words.Hours(rb); got != "The hours of the roles add up to 2 h 30 min: 2 h 15 min for the items, and 15 min in which a role sits beside whoever does one." {
		t.Error(got)
	}
	if got := words.HoursOfItems(rb); got != "Hours count for the role that does an item. Roles that sit beside another spend 15 min more, which the roles in the runbook include." {
		t.Error(got)
	}
	sheet := *rb
	sheet.Role = "host"
	rb.Before.Items[0].Minutes = 75
	if got := words.Hours(rb) + words.HoursOfItems(rb) + words.Hours(&sheet); got != "" {
		t.Error(got)
	}
}
