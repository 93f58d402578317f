package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"
)

func newWorkflowCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "workflow",
		Short:   "List workflows, or prove that one is sound",
		Example: "  runbook workflow list\n  runbook workflow lint my-workflow/",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command %q for %q\nusage: %s", args[0], "runbook workflow", "runbook workflow list | lint [DIR]")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:     "list",
		Short:   "List the built-in workflows",
		Example: "  runbook workflow list",
		Args:    noArgs,
		RunE:    func(*cobra.Command, []string) error { return a.listWorkflows() },
	}, newLintCommand(a))
	return cmd
}

func (a *app) listWorkflows() error {
	t := tabwriter.NewWriter(a.stdout, 0, 4, 2, ' ', 0)
	l := newLoader(a)
	for _, id := range builtInWorkflows() {
		w, err := l.load(id, ".", nil)
		if err != nil {
			return err
		}
		fmt.Fprintf(t, "%s\t%s\t%s, %s\tfacts checked %s\n", id, w.Title, count(w.NumberedPhases(), "phase"), count(len(w.Steps()), "step"), w.Verified)
	}
	return t.Flush()
}
