// Package words has what all formats call by the same name.
package words

import (
	"strings"

	"runbook/generator"
)

// Organization is the organization for a line over the title; "" where the
// title says it.
func Organization(rb *generator.Runbook) string {
	if strings.HasPrefix(strings.ToLower(rb.Title), strings.ToLower(rb.Organization)) {
		return ""
	}
	return rb.Organization
}
