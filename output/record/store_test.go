package record_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator/generatortest"
	"runbook/output/record"
)

func TestStoreCollectsWhatCopiesSay(t *testing.T) {
	rb := generatortest.Small()
	var s record.Store
	copyOf := func(items map[string]record.Entry) record.Record {
		return record.Record{Workflow: rb.Workflow.ID, ID: rb.ID, Digest: rb.Digest, Items: items}
	}
	changes, err := s.Merge(rb, copyOf(map[string]record.Entry{
		"0.1": {Done: true, Initials: "AL", Date: "2027-01-12", Verified: []bool{true}},
		"1.1": {Verified: []bool{false, true}, Evidence: "ticket: #12"},
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`0.1 Check that the names are free: done, by "AL", date "2027-01-12", 1 more checks`,
		`1.1 Register the server app: evidence "ticket: #12", 1 more checks`,
	}
	if diff := cmp.Diff(want, changes); diff != "" {
		t.Error(diff)
	}
	// A second copy adds and corrects; what it leaves empty stays.
	changes, err = s.Merge(rb, copyOf(map[string]record.Entry{"0.1": {Initials: "BB"}, "1.1": {Done: true}}))
	if err != nil {
		t.Fatal(err)
	}
	want = []string{`0.1 Check that the names are free: by "BB", was "AL"`, "1.1 Register the server app: done"}
	if diff := cmp.Diff(want, changes); diff != "" {
		t.Error(diff)
	}
	data, err := s.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	again, err := record.ParseStore("x", data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s, again); diff != "" {
		t.Error(diff)
	}
	again.Show(rb)
	if d := rb.Before.Items[0].Done; d == nil || d.By != "BB" || d.Date != "2027-01-12" {
		t.Errorf("the runbook shows %+v", d)
	}
	if rb.Phases[1].Items[0].Done != nil {
		t.Error("an item nobody ticked is shown as done")
	}
}

func TestStoreRefusesOtherCopies(t *testing.T) {
	rb := generatortest.Small()
	for reason, r := range map[string]record.Record{
		"rollout":  {ID: "other", Digest: rb.Digest},
		"workflow": {Workflow: "other", Digest: rb.Digest},
		"digest":   {Digest: "000000000000"},
		"item 9.9": {Digest: rb.Digest, Items: map[string]record.Entry{"9.9": {Done: true}}},
	} {
		var s record.Store
		if _, err := s.Merge(rb, r); !errors.Is(err, record.ErrOther) || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
	if _, err := record.ParseStore("x.record.yaml", []byte("items: [1]\ncolour: blue\n")); err == nil || !strings.Contains(err.Error(), "x.record.yaml is no record") {
		t.Error(err)
	}
}
