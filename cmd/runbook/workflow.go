package main

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/tabwriter"

	"runbook/generator"
	"runbook/workflows"

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
	}, &cobra.Command{
		Use:     "lint [DIR]",
		Short:   "Prove that a workflow, or the built-in ones, are sound",
		Example: "  runbook workflow lint\n  runbook workflow lint my-workflow/\n  runbook workflow lint -w cmg-setup --overlay company/",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("%s takes one folder\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.lintWorkflows(args) },
	})
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
		fmt.Fprintf(t, "%s\t%s\t%d phases, %d steps\tfacts checked %s\n", id, w.Title, len(w.Phases), len(w.Steps()), w.Verified)
	}
	return t.Flush()
}

func (a *app) lintWorkflows(args []string) error {
	ids := builtInWorkflows()
	if a.workflow != "" {
		ids = []string{a.workflow}
	}
	if len(a.overlays) > 0 && a.workflow == "" {
		ids = []string{defaultWorkflow}
	}
	if len(args) > 0 {
		ids = args
	}
	var all generator.Problems
	for _, id := range ids {
		layer, _, err := workflowLayer(id, ".")
		if err != nil {
			return err
		}
		overlays, err := overlayLayers(a.overlays)
		if err != nil {
			return err
		}
		w, ps, err := generator.Lint(layer, overlays...)
		if err != nil {
			return err
		}
		if over := overlayAlone(w, layer.FS); len(over) > 0 {
			return usage("%s is an overlay over %s: check it with %q", id, strings.Join(over, " or "), fmt.Sprintf("runbook workflow lint -w %s --overlay %s", over[0], id))
		}
		all = append(all, ps...)
		if len(ps) == 0 {
			fmt.Fprintf(a.stdout, "%s: %d fields, %d values, %d rules, %d steps: sound\n", id, len(w.Fields), len(w.Values), len(w.Rules), len(w.Steps()))
		}
	}
	a.printProblems(all)
	if all.Errors() > 0 {
		return exitError{code: exitFailed}
	}
	return nil
}

// overlayAlone reports whether a folder is no workflow but an overlay, from
// which nearly everything is missing, and over which built-in ones it may lie.
func overlayAlone(w *generator.Workflow, folder fs.FS) (over []string) {
	if w.Title == "" && slices.Contains(builtInWorkflows(), w.ID) {
		return []string{w.ID}
	}
	if _, err := fs.Stat(folder, "workflow.yaml"); err == nil {
		return nil
	}
	for _, id := range builtInWorkflows() {
		sections, _ := fs.Glob(workflows.FS, id+"/*/index.yaml") // the pattern is sound
		if slices.ContainsFunc(sections, func(index string) bool {
			_, err := fs.Stat(folder, path.Base(path.Dir(index)))
			return err == nil
		}) {
			over = append(over, id)
		}
	}
	return over
}
