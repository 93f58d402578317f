package issues_test

import (
	"context"
	"net/http/httptest"
	"testing"

	"runbook/output/issues"
)

// benchWorld is the shipped sample, some fifty items, and a GitHub on the
// loopback address, to which nothing is paced.
func benchWorld(b *testing.B) *world {
	b.Helper()
	w := newWorld(b)
	w.rb = contoso(b)
	w.options.Pace = 0
	w.gh.Trust()
	hs := httptest.NewServer(w.gh)
	b.Cleanup(hs.Close)
	w.at(w.gh.At(hs.URL))
	return w
}

func (w *world) mustPlan(b *testing.B, tr *issues.Tracker) *issues.Plan {
	b.Helper()
	p, err := tr.Plan(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	return p
}

func (w *world) mustApply(b *testing.B, tr *issues.Tracker, p *issues.Plan) {
	b.Helper()
	r, err := tr.Apply(context.Background(), p, w.consent())
	if err != nil || !r.OK() {
		b.Fatal(err, r.Failures)
	}
}

// BenchmarkPlan plans the sample: what is desired, against an empty repository,
// and against one in which nothing is to be changed.
func BenchmarkPlan(b *testing.B) {
	w := benchWorld(b)
	b.Run("desired", func(b *testing.B) {
		for b.Loop() {
			if _, err := issues.Desired(w.rb, issues.Features{SubIssues: true, Dependencies: true, Titles: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
	tr := w.open()
	defer tr.Close()
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if w.mustPlan(b, tr).Empty() {
				b.Fatal("nothing to do")
			}
		}
	})
	w.mustApply(b, tr, w.mustPlan(b, tr))
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			if p := w.mustPlan(b, tr); !p.Empty() {
				b.Fatal(p.Changes)
			}
		}
	})
	b.Run("print", func(b *testing.B) {
		w.rb = sample(b, "contoso.yaml", "start: 2027-01-11", "start: 2027-02-01")
		moved := w.open()
		defer moved.Close()
		p := w.mustPlan(b, moved)
		for b.Loop() {
			if p.Text() == "" {
				b.Fatal("nothing")
			}
		}
	})
}

// BenchmarkApply makes all issues, labels, milestones and links of the sample.
func BenchmarkApply(b *testing.B) {
	requests := 0
	for b.Loop() {
		b.StopTimer()
		w := benchWorld(b)
		tr := w.open()
		p := w.mustPlan(b, tr)
		b.StartTimer()
		w.mustApply(b, tr, p)
		b.StopTimer()
		requests = tr.Stats().Writes + tr.Stats().Reads
		if err := tr.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(requests), "requests/op")
}
