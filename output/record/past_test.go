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
	r, err := s.TakeFrom(now, record.Origin{Runbook: was}, c, source("1.pdf"), record.Neither)
	if err != nil || r.New != 3 || len(r.Past) != 1 || !strings.HasPrefix(r.Past[0], "1.1 Register the server app: it has changed since the copy was made") {
		t.Fatalf("%v %+v", err, r)
	}
	if r, err := s.TakeFrom(now, record.Origin{Runbook: was}, c, source("1.pdf"), record.Neither); err != nil || r.Unkept() {
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
	r, err = s.TakeFrom(now, record.Origin{Runbook: was}, c, source("1.pdf"), record.TheRecord)
	if err != nil || r.New+r.Changed > 0 || r.Refused != 3 {
		t.Errorf("%v %+v", err, r)
	}
}

// A copy of the same profile that another version of the workflow made carries
// what its texts said: what reads the same counts, under the key that it had.
func TestOtherVersion(t *testing.T) {
	t.Parallel()
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			t.Parallel()
			was, now := today(), today()
			was.Values, now.Values = "0123456789ab", "0123456789ab"
			now.Digest, now.Workflow.Version = "111111111111", "222222222222"
			was.Before.Items[0].Number = "0.7"
			was.Phases[0].Items[0].Steps += "\nOne step less."
			was.Phases[1].Items[0].Key = "cmg-setup/gone"
			work := generator.Work{Status: generator.StatusDone, By: "AL", Date: "2027-01-12", Evidence: "x", Verified: []int{1}}
			was.Before.Items[0].Work, was.Phases[0].Items[0].Work, was.Phases[1].Items[0].Work = work, work, work
			was.Decisions[1].Confirmed = generator.Confirmation{Yes: true, By: "AL", Date: "2027-01-10"}
			was.Decisions[2].Value += " of old"
			was.Decisions[2].Confirmed = was.Decisions[1].Confirmed
			was.Roles[0].Release = generator.SignOff{Name: "Ann Lee", Date: "2027-01-10"}
			was.Deviations = []generator.Deviation{{Item: "0.7", What: "by mail"}}
			data, err := f.render(was)
			if err != nil {
				t.Fatal(err)
			}
			c, err := f.read(data)
			if err != nil {
				t.Fatal(err)
			}
			if c.Version != was.Workflow.Version || c.Values != was.Values {
				t.Errorf("version %q, values %q", c.Version, c.Values)
			}
			s := &record.Store{File: "contoso.record.yaml"}
			r, err := s.Take(now, c, source("1."+f.name), record.Neither)
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(r.Past)
			if len(r.Past) != 4 || !strings.HasPrefix(r.Past[0], "1.1 Register the server app: it has changed since") || !strings.HasPrefix(r.Past[1], "Decision ") ||
				!strings.HasPrefix(r.Past[2], "Item 2.1 (cmg-setup/gone): it is not in the runbook any more") || !strings.HasPrefix(r.Past[3], "Release by ") {
				t.Errorf("past %q", r.Past)
			}
			s = reread(t, s)
			if r, err := s.Take(now, c, source("1."+f.name), record.Neither); err != nil || r.Unkept() {
				t.Errorf("read again: %v %+v", err, r)
			}
			s.Show(now)
			if now.Before.Items[0].Work.By != "AL" || now.Phases[0].Items[0].Work.By != "" || !now.Decisions[1].Confirmed.Yes || now.Decisions[2].Confirmed.Yes || now.Roles[0].Release.Name != "" || now.Deviations[0].Item != "0.1" {
				t.Errorf("%+v", now)
			}

			other := today()
			other.Digest, other.Values = "333333333333", "444444444444"
			if _, err := s.Take(other, c, source("1."+f.name), record.Neither); !errors.Is(err, record.ErrOther) {
				t.Errorf("of another profile: %v", err)
			}
		})
	}
}
