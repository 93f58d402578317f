package form_test

import (
	"bytes"
	"testing"

	_ "runbook/generator/generatortest" // the flag -update, which every test package has
	"runbook/output/form"
)

// Every name comes back from its label, also where the label goes on.
func TestLabel(t *testing.T) {
	t.Parallel()
	for name, label := range map[string]string{
		form.Done("0.1"):                  "0.1 done",
		form.NotNeeded("3.12"):            "3.12 not needed",
		form.Blocked("3.12"):              "3.12 blocked",
		form.Initials("0.1"):              "0.1 initials",
		form.Date("0.1"):                  "0.1 date",
		form.Evidence("0.1"):              "0.1 evidence",
		form.Check("0.1", 12):             "0.1 check 12",
		form.Condition(0, 3):              "gate 0 condition 3",
		form.Gate(2, "open_points"):       "gate 2 open points",
		form.Gate(2, "passed"):            "gate 2 passed",
		form.Release("dns-admin", "name"): "release dns-admin name",
		form.Decision(3, "confirmed"):     "decision 3 confirmed",
		form.Deviation(11, "agreed_by"):   "deviation 11 agreed by",
		form.Person(1, "specimen"):        "person 1 specimen",
		form.Final("handed-over", "date"): "final handed-over date",
		form.Control("prepared_by"):       "control prepared_by value",
	} {
		if got := form.Label(name); got != label {
			t.Errorf("%s has the label %q, want %q", name, got, label)
		}
		for _, l := range []string{label, label + ": what: it is"} {
			if got := form.Named(l); got != name {
				t.Errorf("%q is the label of %q, want %q", l, got, name)
			}
		}
	}
	for _, label := range []string{"", "Sign-off", "a b c d", "0.1 colour", "gate", "release x"} {
		if got := form.Named(label); got != "" {
			t.Errorf("%q is taken for the label of %q", label, got)
		}
	}
}

// A file is sealed as long as nobody has changed or added anything.
func TestSeal(t *testing.T) {
	t.Parallel()
	sealed := form.Seal([]byte("%PDF-1.7 and so on\n%%EOF\n"))
	if !form.Sealed(sealed) {
		t.Error("what was sealed is not")
	}
	changed := bytes.Replace(sealed, []byte("so on"), []byte("so am"), 1)
	for _, data := range [][]byte{nil, []byte("%runbook"), changed, append(bytes.Clone(sealed), "1 0 obj"...), sealed[1:]} {
		if form.Sealed(data) {
			t.Errorf("%q is sealed", data)
		}
	}
}
