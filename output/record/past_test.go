package record_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/output/record"
)

// A copy of an earlier version of the runbook: what reads the same counts,
// whatever number it has now; what has changed is kept under its text, and takes
// the place of nothing that is about the text of today.
func TestMadeFrom(t *testing.T) {
	t.Parallel()
	was, now := today(), today()
	now.Digest = "111111111111"
	now.Before.Items[0].Number, now.Phases[0].Items[0].Number = "0.2", "1.3"
	now.Phases[0].Items[0].Steps += "\nOne step more."
	now.Phases[1].Items[0].Steps += " [0.1 Check that the names are free](#x)"
	was.Phases[1].Items[0].Steps += " [0.2 Check that the names are free](#y)"
	filled := generator.Work{Status: generator.StatusDone, By: "AL", Date: "2027-01-12", Evidence: "x", Verified: []int{1, 2}}
	copyOf := func(rb generator.Runbook, by string) record.Copy {
		w := filled
		w.By = by
		for _, items := range []*[]generator.Item{&rb.Before.Items, &rb.Phases[0].Items, &rb.Phases[1].Items} {
			*items = slices.Clone(*items)
			(*items)[0].Work = w
		}
		data, err := forms[0].render(&rb)
		if err != nil {
			t.Fatal(err)
		}
		c, err := forms[0].read(data)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	old := *was
	old.Phases = slices.Clone(was.Phases)
	c := copyOf(old, "AL")
	s := &record.Store{File: "contoso.record.yaml"}
	if _, err := s.Take(now, c, source("1.pdf"), record.Neither); !errors.Is(err, record.ErrOther) || !strings.Contains(err.Error(), "--made-from") {
		t.Errorf("%v", err)
	}
	r, err := s.TakeFrom(now, was, c, source("1.pdf"), record.Neither)
	if err != nil || r.New != 3 || len(r.Past) != 1 || !strings.HasPrefix(r.Past[0], "1.1 Register the server app: it has changed since the copy was made") {
		t.Fatalf("%v %+v", err, r)
	}
	if r, err := s.TakeFrom(now, was, c, source("1.pdf"), record.Neither); err != nil || r.Unkept() {
		t.Errorf("read again: %v %+v", err, r)
	}
	s = reread(t, s)
	shown := *now
	s.Show(&shown)
	if a, b, c := shown.Before.Items[0].Work, shown.Phases[0].Items[0].Work, shown.Phases[1].Items[0].Work; a.By != "AL" || c.By != "AL" || b.By != "" || !strings.Contains(b.Note, "Done by AL on 2027-01-12 under the digest ba9876543210; the item has changed since: check again.") {
		t.Errorf("%+v\n%+v\n%+v", a, b, c)
	}

	again := *now
	again.Phases = slices.Clone(now.Phases)
	s = &record.Store{File: "contoso.record.yaml"}
	if _, err := s.Take(now, copyOf(again, "BB"), source("2.pdf"), record.Neither); err != nil {
		t.Fatal(err)
	}
	r, err = s.TakeFrom(now, was, c, source("1.pdf"), record.TheRecord)
	if err != nil || r.New+r.Changed > 0 || r.Refused != 3 {
		t.Errorf("%v %+v", err, r)
	}
}
