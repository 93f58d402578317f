package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"runbook/generator"
)

func newWorkflowCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "workflow",
		Short:   "List workflows, or prove that one is sound",
		Example: "  runbook workflow list\n  runbook workflow lint my-workflow/",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command %q for %q%s\nusage: %s", args[0], "runbook workflow", nearCommand(cmd, args[0]), "runbook workflow list [DIR...] | lint [DIR]")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "list [DIR...]",
		Short: "List the built-in workflows and your own",
		Long: `Lists the built-in workflows, and your own: those in each DIR, or in the current folder where none is given. A folder is a
workflow, or holds some. The first column is what -w and the key "workflow" of a profile take.`,
		Example: "  runbook workflow list\n  runbook workflow list workflows/",
		Args:    cobra.ArbitraryArgs,

		ValidArgsFunction: completeFolders,
		RunE:              func(_ *cobra.Command, args []string) error { return a.listWorkflows(args) },
	}, newLintCommand(a))
	return cmd
}

func (a *app) listWorkflows(dirs []string) error {
	own, err := a.ownWorkflows(dirs)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(a.stdout, 0, 4, 2, ' ', 0)
	l := newLoader(a)
	for _, id := range append(builtInWorkflows(), own...) {
		w, err := l.load(id, ".", nil)
		if _, faulty := errors.AsType[generator.Problems](err); faulty {
			fmt.Fprintf(t, "%s\thas faults: runbook workflow lint %s\n", id, shellWord(id))
			continue
		}
		if err != nil {
			return err
		}
		checked := ""
		if w.Verified != "" {
			checked = "facts checked " + w.Verified
		}
		fmt.Fprintf(t, "%s\t%s\t%s, %s\t%s\n", id, w.Title, count(w.NumberedPhases(), "phase"), count(len(w.Steps()), "step"), checked)
	}
	return t.Flush()
}

// ownWorkflows finds the workflows in some folders, or in the current one.
// Where nobody said that there are some, there may be none, and an overlay is
// not one.
func (a *app) ownWorkflows(dirs []string) ([]string, error) {
	asked := len(dirs) > 0
	switch {
	case asked:
	case a.workflow != "" && !slices.Contains(builtInWorkflows(), a.workflow):
		dirs, asked = []string{a.workflow}, true
	default:
		dirs = []string{"."}
	}
	var own []string
	for _, dir := range dirs {
		found, err := workflowsIn(dir)
		if err != nil && asked {
			return nil, readError(dir, err)
		}
		if len(found) == 0 && asked {
			return nil, exitError{exitFailed, fmt.Errorf("%s is no workflow and holds none: there is no workflow.yaml", dir)}
		}
		own = together(own, found)
	}
	return own, nil
}

// workflowsIn is a folder that is a workflow, or those of its folders that
// are, as -w takes them.
func workflowsIn(dir string) ([]string, error) {
	if isWorkflow(dir) {
		return []string{asFolder(dir)}, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, e := range entries {
		if path := filepath.Join(dir, e.Name()); isWorkflow(path) {
			found = append(found, asFolder(path))
		}
	}
	return found, nil
}

// asFolder is a path that -w does not take for the name of a built-in workflow.
func asFolder(path string) string {
	if slices.Contains(builtInWorkflows(), path) {
		return "." + string(filepath.Separator) + path
	}
	return path
}

func isWorkflow(dir string) bool {
	files := folder(dir)
	if _, err := files.Stat("workflow.yaml"); err != nil {
		return false
	}
	w, _ := generator.Lint(generator.Layer{Name: dir, FS: files})
	return len(overlayAlone(w, files)) == 0
}
