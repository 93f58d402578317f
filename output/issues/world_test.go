package issues_test

// What the tests share: a fake GitHub, a clock and a runbook, and short ways to
// plan and apply as a new process would.

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp/cmpopts"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/issues"
	"runbook/output/issues/githubtest"
)

const token = "ghp_0123456789abcdefghijklmnopqrstuvwxyz"

// world is a fake GitHub, a clock and the runbook of one test.
type world struct {
	t       testing.TB
	clock   *githubtest.Clock
	gh      *githubtest.Server
	rb      *generator.Runbook
	options issues.Options
	runs    int
}

// newWorld is an empty repository that can be written to, in which the people
// of the small runbook can be assigned.
func newWorld(tb testing.TB, change ...func(*githubtest.State)) *world {
	tb.Helper()
	w := &world{t: tb, clock: githubtest.NewClock(), rb: generatortest.Small()}
	state := githubtest.NewState("contoso/cmg-rollout", token, "contoso-identity", "contoso-cloud", "ann", "bob")
	for _, c := range change {
		c(&state)
	}
	w.gh = githubtest.New(state, w.clock.Now)
	server, err := issues.FindServer("", w.gh.Root())
	if err != nil {
		tb.Fatal(err)
	}
	w.options = issues.Options{
		Server: server, Token: token, Journal: tb.TempDir() + "/journal.jsonl", HTTP: w.gh.Transport(),
		Clock: w.clock, Pace: time.Second, Settle: 2 * time.Minute,
	}
	tb.Cleanup(func() { w.gh.Check(tb) })
	return w
}

// fork is a world of its own that begins as this one is now.
func (w *world) fork() *world {
	w.t.Helper()
	f := *w
	f.clock = githubtest.NewClock()
	_ = f.clock.Sleep(context.Background(), w.clock.Now().Sub(f.clock.Now()))
	f.gh = githubtest.New(w.gh.State(), f.clock.Now)
	f.options.Clock, f.options.HTTP = f.clock, f.gh.Transport()
	f.options.Journal = filepath.Join(w.t.TempDir(), "journal.jsonl")
	if data, err := os.ReadFile(w.options.Journal); err == nil {
		if err := os.WriteFile(f.options.Journal, data, 0o600); err != nil {
			w.t.Fatal(err)
		}
	}
	return &f
}

// pass lets time pass.
func (w *world) pass(d time.Duration) {
	w.t.Helper()
	if err := w.clock.Sleep(context.Background(), d); err != nil {
		w.t.Fatal(err)
	}
}

// open returns a Tracker as a new process would.
func (w *world) open() *issues.Tracker {
	w.t.Helper()
	w.runs++
	o := w.options
	o.Nonce = "run" + string(rune('a'+w.runs%26))
	tr, err := issues.Open(w.rb, o)
	if err != nil {
		w.t.Fatal(err)
	}
	return tr
}

// plan plans and nothing else.
func (w *world) plan() *issues.Plan {
	w.t.Helper()
	tr := w.open()
	defer tr.Close()
	p, err := tr.Plan(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	return p
}

// tryApply plans and applies as `issues apply --yes` does.
func (w *world) tryApply(ctx context.Context) (*issues.Plan, *issues.Result, error) {
	tr := w.open()
	defer tr.Close()
	p, err := tr.Plan(ctx)
	if err != nil {
		return nil, nil, err
	}
	r, err := tr.Apply(ctx, p, w.consent())
	return p, r, err
}

// apply applies, insists that it went well and that nothing is left to do.
func (w *world) apply() *issues.Result {
	w.t.Helper()
	_, r, err := w.tryApply(context.Background())
	if err != nil {
		w.t.Fatal(err)
	}
	if !r.OK() {
		w.t.Fatalf("%s\n%q", r, r.Failures)
	}
	w.settled()
	return r
}

// settled insists that nothing is left to do.
func (w *world) settled() {
	w.t.Helper()
	if p := w.plan(); !p.Empty() {
		w.t.Fatalf("something is left to do:\n%v", p.Changes)
	}
}

// contoso generates the runbook of the shipped sample.
func contoso(tb testing.TB) *generator.Runbook {
	tb.Helper()
	return sample(tb, "contoso.yaml")
}

// sample generates the runbook of a shipped profile in which texts have been
// replaced, each by the one behind it.
func sample(tb testing.TB, name string, changes ...string) *generator.Runbook {
	tb.Helper()
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: os.DirFS("../../workflows/cmg-setup")})
	if err != nil {
		tb.Fatal(err)
	}
	data, err := os.ReadFile("../../workflows/cmg-setup/profiles/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	p, problems := generator.ParseProfile(name, []byte(strings.NewReplacer(changes...).Replace(string(data))), w)
	if problems.Errors() > 0 {
		tb.Fatal(problems)
	}
	rb, err := generator.Generate(w, p, "2026-11-23")
	if err != nil {
		tb.Fatal(err)
	}
	return rb
}

// without drops the item with a key from a runbook and notes why, as a changed
// profile would.
func without(rb *generator.Runbook, key, reason string) *generator.Runbook {
	drop := func(items []generator.Item) []generator.Item {
		var kept []generator.Item
		for _, it := range items {
			if it.Key == key {
				rb.Omissions = append(rb.Omissions, generator.Omission{Key: key, Title: it.Title, Phase: it.Phase, Reason: reason})
				continue
			}
			var needs []generator.Need
			for _, n := range it.Needs {
				if n.Key != key {
					needs = append(needs, n)
				}
			}
			it.Needs = needs
			kept = append(kept, it)
		}
		return kept
	}
	rb.Before.Items = drop(rb.Before.Items)
	for i := range rb.Phases {
		rb.Phases[i].Items = drop(rb.Phases[i].Items)
	}
	return rb
}

func (w *world) consent() issues.Consent { return issues.Consent{MaxClose: 5} }

var ignoreUnexported = cmpopts.IgnoreUnexported(githubtest.Issue{})
