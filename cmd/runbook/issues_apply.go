package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"

	"runbook/output/issues"
)

func (a *app) issuesApply(ctx context.Context, args []string, o issuesOptions) error {
	if len(args) > 1 {
		return usage("issues apply takes one profile or one saved plan")
	}
	switch {
	case o.maxClose < 0:
		return usage("--max-close %d: it is 0 or more", o.maxClose)
	case o.settle < 0:
		return usage("--settle %v: a time is no less than 0", o.settle)
	}
	saved, err := a.savedPlan(args[0], &o)
	if err != nil {
		return err
	}
	profile := args[0]
	if saved != nil {
		profile = saved.profile
	}
	all, err := a.rollouts(ctx, []string{profile}, o.date)
	if err != nil {
		return err
	}
	if len(all) > 1 {
		return usage("issues apply takes one profile; %s has %d", profile, len(all))
	}
	asks := saved == nil && !o.yes
	if asks && (!isTerminal(a.stderr) || !a.stdinIsTerminal() || profile == "-") {
		return usage("nothing was written: without a terminal, issues apply wants --yes or a saved plan")
	}
	t, err := a.tracker(ctx, all[0].rb, o)
	if err != nil {
		return a.explainIssues(err)
	}
	err = a.applyTo(ctx, t, saved, o, asks)
	return a.explainIssues(errors.Join(err, t.Close()))
}

func (a *app) applyTo(ctx context.Context, t *issues.Tracker, saved *savedPlan, o issuesOptions, asks bool) error {
	plan, err := t.Plan(ctx)
	if err != nil {
		return a.counts(&issues.Result{}, interrupted(ctx, err))
	}
	if err := a.agreed(plan, saved, asks); err != nil {
		return a.counts(plan.Untouched(), err)
	}
	if !asks && !a.quiet {
		for _, w := range plan.Warnings {
			fmt.Fprintf(a.stderr, "runbook: warning: %s\n", w)
		}
	}
	r, err := t.Apply(ctx, plan, issues.Consent{MaxClose: o.maxClose})
	if !a.quiet {
		for _, m := range r.Remarks() {
			fmt.Fprintf(a.stderr, "runbook: look: %s\n", m)
		}
	}
	for _, f := range r.Failures {
		fmt.Fprintf(a.stderr, "runbook: %s\n", f)
	}
	for _, c := range r.Conflicts {
		fmt.Fprintf(a.stderr, "runbook: conflict: #%d %s: %s\n", c.Number, c.Title, c.Why)
		for _, l := range c.Sides() {
			fmt.Fprintf(a.stderr, "\t%s\n", l)
		}
		fmt.Fprintf(a.stderr, "\thint: %s\n", c.Hint)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(a.stderr, "runbook: warning: %s\n", w)
	}
	if r.Waiting > 0 {
		fmt.Fprintf(a.stderr, "runbook: %s not made, because they need one that failed; run apply again\n", count(r.Waiting, "change"))
	}
	return a.counts(r, err)
}

// agreed is nil if a plan can be applied and is what somebody has agreed to.
func (a *app) agreed(plan *issues.Plan, saved *savedPlan, asks bool) error {
	if err := plan.Refused(); err != nil {
		return err
	}
	if saved != nil {
		if err := plan.Within(saved.plan); err != nil {
			return err
		}
	}
	if asks && !plan.Empty() {
		fmt.Fprint(a.stderr, plan.Text())
		if !a.ask("Apply this plan?") {
			return errors.New("nothing was written")
		}
	}
	return nil
}

// counts ends an apply, however far it came: what went wrong, and last the
// line of counts.
func (a *app) counts(r *issues.Result, err error) error {
	if err != nil {
		if err = a.explainIssues(err); err.Error() != "" {
			fmt.Fprintf(a.stderr, "runbook: %s\n", err)
		}
	}
	if r.Tracking != "" && !a.quiet {
		fmt.Fprintf(a.stderr, "tracking issue: %s\n", r.Tracking)
	}
	fmt.Fprintln(a.stderr, r)
	if err != nil || !r.OK() {
		return exitError{code: exitFailed}
	}
	return nil
}

// savedPlan is a plan file and where its profile is.
type savedPlan struct {
	plan    *issues.Plan
	profile string
}

// savedPlan reads the argument of apply if it is a plan, and takes over the
// workflow, overlays and day it was made with. It returns nil for a profile.
func (a *app) savedPlan(path string, o *issuesOptions) (*savedPlan, error) {
	if path == "-" || !strings.HasSuffix(path, ".json") && !looksLikePlan(path) {
		return nil, nil
	}
	data, err := a.readWhole(path)
	if err != nil {
		return nil, missing(readError(path, err), path, ".json", ".yaml", ".yml")
	}
	plan, from, err := issues.LoadPlan(path, data)
	if err != nil {
		return nil, a.explainIssues(err)
	}
	exists := func(p string) bool { _, err := os.Stat(p); return err == nil }
	profile := findProfile(path, from.Path, exists)
	if !exists(profile) {
		return nil, a.explainIssues(issues.Problems{{
			Message: fmt.Sprintf("the profile %s, for which %s was made, is not there", from.Path, path),
			Hint:    "apply the plan in the directory in which it was made",
		}})
	}
	a.workflow, a.overlays, o.date = from.Workflow, from.Overlays, from.Date
	return &savedPlan{plan, profile}, nil
}

// looksLikePlan looks into a file, and not into a pipe: what is read there is
// gone.
func looksLikePlan(path string) bool {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false
	}
	data, err := os.ReadFile(path)
	return err == nil && issues.IsPlan(data)
}

// ask asks a yes-or-no question on the terminal; anything but a yes is a no.
func (a *app) ask(question string) bool {
	fmt.Fprintf(a.stderr, "\n%s [y/N] ", question)
	answer, err := stoppable(a.ctx, func() (string, error) { return bufio.NewReader(a.stdin).ReadString('\n') })
	if err != nil && answer == "" { // the end of the input is a no, and so is Ctrl-C
		fmt.Fprintln(a.stderr)
		return false
	}
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes"
}

func (a *app) stdinIsTerminal() bool {
	f, ok := a.stdin.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}
