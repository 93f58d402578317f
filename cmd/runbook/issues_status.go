package main

import (
	"bytes"
	"context"
	"errors"

	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output"
	"runbook/output/issues"
)

func newIssuesStatusCommand(a *app) *cobra.Command {
	var o issuesOptions
	cmd := &cobra.Command{
		Use:   "status PROFILE...",
		Short: "Read the progress back: what is late, what can be done now, per phase, per role, who closed what when",
		Long: `Reads the progress back from the issues. As text it is a page for whoever runs the rollout: what is late, what can be done now and
by whom, and the counts. As Markdown it is a record of every item, with who closed it and when, to be filed or signed; for a printed
record with all instructions see "runbook render --from-github -f pdf".

An item is blocked where its issue has a label with that word (blocked, status: blocked), or where the record beside the profile says
so of it. In JSON it has "stuck" then; the state "blocked" there says that its turn has not come.

With --since it says also what happened from that day on: what was closed, opened again, dropped, made or got late, and what went to
other people. That costs a request for each issue that has changed since.`,
		Example:           "  runbook issues status contoso.yaml\n  runbook issues status contoso.yaml --since 2027-01-18\n  runbook issues status contoso.yaml -f md -o record.md",
		Args:              needProfiles,
		ValidArgsFunction: completeProfiles,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.issuesStatus(cmd.Context(), args, o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.format, "format", "f", "text", "text, md or json")
	f.StringVarP(&o.output, "output", "o", "", "write it to this `file`")
	f.BoolVar(&o.verbose, "all", false, "as text: every item, not only those that are late or can be done now")
	dateFlag(cmd, &o.date, "the day that decides what is overdue")
	f.Var((*dayValue)(&o.since), "since", "say also what happened from this day on")
	complete(cmd, "format", oneOf("text", "md", "json"))
	return cmd
}

func (a *app) issuesStatus(ctx context.Context, args []string, o issuesOptions) error {
	if err := checkFormat(o.format); err != nil {
		return err
	}
	o.pace, o.settle = issues.MinPace, defaultSettle
	all, err := a.rollouts(ctx, args, o.date)
	if err != nil {
		return err
	}
	if err := o.ready(all); err != nil {
		return err
	}
	var list []*issues.Status
	for _, r := range all {
		if o.since > r.from.Date {
			return usage("--since %s is after %s, the day that the status speaks of", o.since, r.from.Date)
		}
		if err := r.store.Belongs(r.rb); err != nil {
			return err
		}
		r.store.Show(r.rb) // knows what is blocked
		t, err := a.tracker(ctx, r.rb, o)
		if err != nil {
			return a.explainIssues(err)
		}
		s, err := t.Status(ctx)
		if err := errors.Join(err, t.Close()); err != nil {
			return a.explainIssues(err)
		}
		list = append(list, s)
	}
	var b bytes.Buffer
	err = showWhole(&b, o.format, list, o.verbose, func(s *issues.Status) wholeStatus { return wholeStatus{s} })
	if err != nil {
		return err
	}
	if o.output == "" || o.output == toStdout {
		_, err := b.WriteTo(a.stdout)
		return err
	}
	if err := a.write(output.File{Path: o.output, Data: b.Bytes()}); err != nil {
		return err
	}
	a.wrote(o.output)
	return nil
}

// wholeStatus prints every item.
type wholeStatus struct{ *issues.Status }

func (s wholeStatus) Text() string { return s.Whole() }

// readBack reads what the tracker says of a runbook's items, for `render
// --from-github`, and what the reader should know.
func (a *app) readBack(ctx context.Context, rb *generator.Runbook) (items map[string]generator.Tracked, notes []string, err error) {
	t, err := a.tracker(ctx, rb, issuesOptions{pace: issues.MinPace, settle: defaultSettle})
	if err != nil {
		return nil, nil, a.explainIssues(err)
	}
	items, s, err := t.ReadBack(ctx)
	if err := errors.Join(err, t.Close()); err != nil {
		return nil, nil, a.explainIssues(err)
	}
	return items, s.Notes, nil
}
