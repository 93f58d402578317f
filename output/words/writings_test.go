package words_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/output/words"
)

// What was written elsewhere takes a line each, and no more room than a page.
func TestWritings(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ä", 4000)
	got := words.Writings(&generator.Runbook{Written: []generator.Written{
		{Item: "0.1", Ref: "issue #3", Author: "ann", Date: "2027-01-20", Text: "code\nPS1"}, {Item: "0.2", Ref: "issue #4", Text: long},
	}})
	want := []words.Writing{
		{"0.1", "issue #3", "ann, 2027-01-20", "code / PS1"},
		{"0.2", "issue #4", "in the issue itself", long[:6000] + "… (cut; the rest is in issue #4)"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
