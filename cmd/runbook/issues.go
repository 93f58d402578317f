package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output"
	"runbook/output/issues"
	"runbook/output/record"
)

// issuesOptions are the flags of the three commands.
type issuesOptions struct {
	format   string
	output   string
	date     string
	since    string
	exitCode bool
	verbose  bool
	yes      bool
	renamed  bool
	maxClose int
	pace     time.Duration
	settle   time.Duration
}

// defaultSettle is longer than GitHub's lists usually lag.
const defaultSettle = 2 * time.Minute

func newIssuesCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "issues",
		Short: "Track a rollout in GitHub issues: plan, apply, status",
		Long: `Keeps one GitHub issue per checklist item in the repository that the profile names as tracking.github.repository.

The token comes from GH_TOKEN or GITHUB_TOKEN (GH_ENTERPRISE_TOKEN or GITHUB_ENTERPRISE_TOKEN for a server of one's own), or
from "gh auth token". GITHUB_API_URL, where it is set, is the root of the API. What was sent is kept in a journal below
XDG_STATE_HOME, so that an apply that was interrupted goes on where it stopped.`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command %q for %q: plan, apply or status%s", args[0], "runbook issues", nearCommand(cmd, args[0]))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newIssuesPlanCommand(a), newIssuesApplyCommand(a), newIssuesStatusCommand(a))
	return cmd
}

func newIssuesPlanCommand(a *app) *cobra.Command {
	var o issuesOptions
	cmd := &cobra.Command{
		Use:   "plan PROFILE...",
		Short: "Show what would be created, updated, closed and linked; write nothing",
		Example: `  runbook issues plan contoso.yaml
  runbook issues plan contoso.yaml -o plan.json && runbook issues apply plan.json`,
		Args:              needProfiles,
		ValidArgsFunction: completeProfiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.issuesPlan(cmd.Context(), args, o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "text, md or json")
	f.StringVarP(&o.output, "output", "o", "", "save the plan to this `file`, for issues apply")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "as text: every change by itself and whole, not those that are alike together")
	f.BoolVar(&o.exitCode, "exit-code", false, "exit with 3 if there is something to do, or to settle")
	o.pace = issues.MinPace
	f.Var((*pauseValue)(&o.pace), "pace", "pause between writes that the expected time is reckoned with; 0 only for a loopback address")
	o.shared(cmd)
	complete(cmd, "format", oneOf("text", "md", "json"))
	return cmd
}

func newIssuesApplyCommand(a *app) *cobra.Command {
	var o issuesOptions
	cmd := &cobra.Command{
		Use:   "apply PROFILE|PLANFILE",
		Short: "Make it so; running it again goes on where it stopped",
		Long: `Makes the issues of the profile what its runbook asks for. Applied twice, the second time writes nothing. A saved plan is
applied only if neither the runbook nor the issues that it changes have moved since. An issue whose text both somebody and the
runbook changed is left alone and reported, and the rest is done.

On a terminal it shows the plan and asks. Without one it wants --yes or a saved plan.`,
		Example:           "  runbook issues apply contoso.yaml\n  runbook issues apply contoso.yaml --yes --max-close 10\n  runbook issues apply plan.json",
		Args:              needProfiles,
		ValidArgsFunction: completeFiles("yaml", "yml", "json"),
		RunE:              func(cmd *cobra.Command, args []string) error { return a.issuesApply(cmd.Context(), args, o) },
	}
	f := cmd.Flags()
	f.BoolVarP(&o.yes, "yes", "y", false, "do not ask")
	o.maxClose = 5
	f.Var((*countValue)(&o.maxClose), "max-close", "stop before the first write if more issues would be closed")
	o.pace = issues.MinPace
	f.Var((*pauseValue)(&o.pace), "pace", "pause between writes; 0 only for a loopback address")
	o.settle = defaultSettle
	f.Var((*pauseValue)(&o.settle), "settle", "how long an issue is looked for whose creation got no answer")
	o.shared(cmd)
	return cmd
}

// shared are the flags that plan and apply have in common.
func (o *issuesOptions) shared(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&o.renamed, "renamed", false, "the profile's file was renamed since the last apply")
	dateFlag(cmd, &o.date, "the day the runbook speaks of")
}

// rollout is one profile on its way to the tracker.
type rollout struct {
	file  profileFile
	rb    *generator.Runbook
	from  issues.Source
	store *record.Store
}

// rollouts checks the profiles and generates their runbooks. Two that would
// fight over the same issues are refused.
func (a *app) rollouts(ctx context.Context, args []string, dateFlag string) ([]rollout, error) {
	date, err := a.date(dateFlag)
	if err != nil {
		return nil, err
	}
	files, err := a.profileFiles(args)
	if err != nil {
		return nil, err
	}
	l := newLoader(a)
	var all []rollout
	var problems generator.Problems
	var errs []error
	seen := map[string]string{}
	for _, f := range files {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		c, err := l.check(f, date)
		c.problems = append(c.problems, noRollout(c)...)
		problems = append(problems, c.problems...)
		if err != nil || c.problems.Errors() > 0 {
			errs = append(errs, err)
			continue
		}
		rb, err := c.tracked(date)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		key := strings.ToLower(rb.Tracking.URL + " " + rb.Tracking.Repository + " " + rb.ID)
		if other, taken := seen[key]; taken {
			errs = append(errs, issues.Problems{{
				Message: fmt.Sprintf("%s and %s both have the id %q in %s", other, f.name(), rb.ID, rb.Tracking.Repository),
				Hint:    "give one of them another `id`",
			}})
		}
		seen[key] = f.name()
		all = append(all, rollout{f, rb, issues.Source{Path: f.path, Workflow: a.workflow, Overlays: a.overlays, Date: date}, c.store})
	}
	problems = dedupe(problems)
	a.printProblems(problems)
	if err := errors.Join(errs...); err != nil {
		return nil, a.explainIssues(err)
	}
	if problems.Errors() > 0 {
		return nil, exitError{code: exitFailed}
	}
	return all, nil
}

// noRollout finds that nothing names the rollout: a profile from standard input
// has no file name that could, and two of them would share one.
func noRollout(c checked) generator.Problems {
	if c.file.path != "-" || c.profile == nil {
		return nil
	}
	if _, given := c.profile.Given("id"); given {
		return nil
	}
	return generator.Problems{{
		Pos: generator.Pos{File: c.file.name(), Line: 1, Column: 1}, At: "id",
		Message: "id is missing: a profile from standard input has no file name to find its issues by",
		Hint:    "give it one, for example id: contoso-cmg",
	}}
}

// printable is what all three commands print.
type printable interface {
	Text() string
	Markdown() string
	JSON() ([]byte, error)
}

// show prints one or more in a format. More than one in JSON become a list.
func show[T printable](w io.Writer, format string, all []T) error {
	var b bytes.Buffer
	switch {
	case format == "json" && len(all) == 1:
		data, err := all[0].JSON()
		if err != nil {
			return err
		}
		b.Write(data)
	case format == "json":
		e := json.NewEncoder(&b)
		e.SetIndent("", "  ")
		if err := e.Encode(all); err != nil {
			return err
		}
	default:
		for i, p := range all {
			if i > 0 {
				b.WriteString("\n")
			}
			if format == "md" {
				b.WriteString(p.Markdown())
			} else {
				b.WriteString(p.Text())
			}
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// wholePlan prints every change by itself.
type wholePlan struct{ *issues.Plan }

func (p wholePlan) Text() string { return p.Verbose() }

// showWhole shows short or whole texts.
func showWhole[T, W printable](w io.Writer, format string, all []T, isWhole bool, whole func(T) W) error {
	if !isWhole {
		return show(w, format, all)
	}
	var list []W
	for _, x := range all {
		list = append(list, whole(x))
	}
	return show(w, format, list)
}

func checkFormat(format string) error {
	switch format {
	case "text", "md", "json":
		return nil
	}
	return usage("unknown format %q: text, md or json", format)
}

func (a *app) issuesPlan(ctx context.Context, args []string, o issuesOptions) error {
	if err := checkFormat(o.format); err != nil {
		return err
	}
	o.settle = defaultSettle
	all, err := a.rollouts(ctx, args, o.date)
	if err != nil {
		return err
	}
	if o.output != "" && (len(all) > 1 || all[0].file.path == "-") {
		return usage("a plan is saved for one profile that is a file")
	}
	if err := o.ready(all); err != nil {
		return err
	}
	var plans []*issues.Plan
	todo := false
	for _, r := range all {
		t, err := a.tracker(ctx, r.rb, o)
		if err != nil {
			return a.explainIssues(err)
		}
		p, err := t.Plan(ctx)
		if err := errors.Join(err, t.Close()); err != nil {
			return a.explainIssues(err)
		}
		plans = append(plans, p)
		todo = todo || !p.Empty() || len(p.Conflicts) > 0 // a conflict is for somebody to settle
	}
	if o.output != "" {
		data, err := plans[0].Save(all[0].from)
		if err != nil {
			return err
		}
		if o.output == toStdout {
			_, err = a.stdout.Write(data)
		} else {
			err = a.write(output.File{Path: o.output, Data: data})
		}
		if err != nil {
			return err
		}
		if o.output != toStdout {
			defer a.wrote(o.output) // below the plan
		}
	}
	if o.output != toStdout {
		if err := showWhole(a.stdout, o.format, plans, o.verbose, func(p *issues.Plan) wholePlan { return wholePlan{p} }); err != nil {
			return err
		}
	}
	if todo && o.exitCode {
		return exitError{code: exitDifferences}
	}
	return nil
}

// ready refuses an --output that cannot be written, or that is a profile,
// before GitHub is asked.
func (o issuesOptions) ready(all []rollout) error {
	if o.output == "" || o.output == toStdout {
		return nil
	}
	files := make([]profileFile, len(all))
	for i, r := range all {
		files[i] = r.file
	}
	return readyToWrite([]string{o.output}, files)
}

// findProfile is where a saved plan's profile is: where it was when the plan
// was made, or beside the plan.
func findProfile(planFile, profile string, exists func(string) bool) string {
	beside := filepath.Join(filepath.Dir(planFile), profile)
	if !filepath.IsAbs(profile) && !exists(profile) && exists(beside) {
		return beside
	}
	return profile
}

// explainIssues prints the problems in an error, each with its hint, and
// returns what is left of it.
func (a *app) explainIssues(err error) error {
	problems, ok := errors.AsType[issues.Problems](err)
	if !ok {
		return err
	}
	for _, p := range problems {
		fmt.Fprintf(a.stderr, "runbook: %s\n", p.Message)
		if p.Hint != "" {
			fmt.Fprintf(a.stderr, "\thint: %s\n", p.Hint)
		}
	}
	return exitError{code: exitFailed}
}
