package words

import (
	"fmt"

	"runbook/generator"
)

// Hours explains, under the hours of the roles, why they add up to more than the
// items take; "" where they don't, and on the sheet of one role.
func Hours(rb *generator.Runbook) string {
	items, beside := hours(rb)
	if beside <= 0 {
		return ""
	}
	return fmt.Sprintf("The hours of the roles add up to %s: %s for the items, and %s in which a role sits beside whoever does one.",
		generator.Minutes(items+beside), generator.Minutes(items), generator.Minutes(beside))
}

// HoursOfItems explains the same where hours are counted by items alone.
func HoursOfItems(rb *generator.Runbook) string {
	_, beside := hours(rb)
	if beside <= 0 {
		return ""
	}
	return fmt.Sprintf("Hours count for the role that does an item. Roles that sit beside another spend %s more, which the roles in the runbook include.", generator.Minutes(beside))
}

// hours are the minutes that the items take, and those that roles spend beside
// others.
func hours(rb *generator.Runbook) (items, beside int) {
	if rb.Role != "" {
		return 0, 0
	}
	for _, it := range rb.Items() {
		items += it.Minutes
	}
	for _, r := range rb.Roles {
		beside += r.Minutes
	}
	return items, beside - items
}
