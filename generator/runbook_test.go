package generator_test

import (
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
)

func TestRoleTitle(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Roles = rb.Roles[2:]
	rb.References[0].Entries[0].Role, rb.References[0].Entries[0].RoleTitle = "operator", "Operator"
	for id, want := range map[string]string{
		"dns-admin":          "DNS administrator",    // owns items
		"subscription-owner": "Subscription Owner",   // stands in
		"global-admin":       "Global Administrator", // is not in the ledger
		"operator":           "Operator",             // has something to look up
		"nobody":             "nobody",
		"":                   "",
	} {
		if got := rb.RoleTitle(id); got != want {
			t.Errorf("%q is called %q, want %q", id, got, want)
		}
	}
}

func TestMinutes(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "0 min", 45: "45 min", 60: "1 h", 125: "2 h 5 min"} {
		if got := generator.Minutes(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestInvisible(t *testing.T) {
	t.Parallel()
	for _, r := range "\u00ad\u061c\u200b\u200f\u202e\u2060\u2066\ufeff\ufdd0\U000e0041\uffff" {
		if !generator.Invisible(r) {
			t.Errorf("%U is not invisible", r)
		}
	}
	for _, r := range "a \n\u200e\u00a0é漢\u200d\u200c😀\u2026" {
		if generator.Invisible(r) {
			t.Errorf("%U is invisible", r)
		}
	}
}
