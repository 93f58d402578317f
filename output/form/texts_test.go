package form_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator/generatortest"
	"runbook/output/form"
)

// What a copy carries of its texts comes back, in lines that no program cuts.
func TestTexts(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	var got []form.Text
	for _, kv := range form.WithTexts(rb) {
		if strings.HasPrefix(kv[0], "text") {
			got = append(got, form.ParseTexts(kv[1], rb.Workflow.ID)...)
		}
		if len(kv[1]) > 255 {
			t.Errorf("%s has %d characters", kv[0], len(kv[1]))
		}
	}
	if diff := cmp.Diff(form.Texts(rb), got); diff != "" || len(got) < len(rb.Items()) {
		t.Error(diff)
	}
}

// A copy may say anything of itself: what is no text of a form is no key of a
// record.
func FuzzParseTexts(f *testing.F) {
	f.Add("i0.1=/check-names:0123456789ab g0=0-before:0123456789ab d1=site.version:0123456789ab")
	f.Add("i0.1=/a:b:0123456789ab i=:x x0.1=/a:0123456789ab i0.1=\x00:0123456789ab")
	f.Fuzz(func(t *testing.T, line string) {
		for _, x := range form.ParseTexts(line, "w") {
			if strings.ContainsAny(x.Key+x.Number, " \x00:=\"'\n") || len(x.Digest) != 12 || x.Part == "" {
				t.Errorf("%+v of %q", x, line)
			}
		}
	})
}
