package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output"
)

// addCompletionCommand is cobra's own, which takes every word for a shell that
// it has never heard of.
func addCompletionCommand(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil || cmd == root {
		panic("cobra has no completion command")
	}
	shells := make([]string, 0, len(cmd.Commands()))
	for _, shell := range cmd.Commands() {
		shell.Args = noArgs
		shells = append(shells, shell.Name())
	}
	cmd.Args = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return usage("unknown shell %q: %s", args[0], strings.Join(shells, ", "))
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
}

// completeProfiles offers the profiles, and folders, for every argument.
func completeProfiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeFiles offers the files that have one of these endings, and folders.
func completeFiles(endings ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(endings, cobra.ShellCompDirectiveFilterFileExt)
}

// completeFolders offers folders.
func completeFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// completeFormats offers the formats that a comma-separated list lacks.
func completeFormats(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	done := ""
	if i := strings.LastIndexByte(typed, ','); i >= 0 {
		done = typed[:i+1]
	}
	var offers []string
	for _, f := range output.Formats {
		if !strings.Contains(","+done, ","+f.Name+",") {
			offers = append(offers, done+f.Name+"\t"+f.Help)
		}
	}
	return offers, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeWorkflows offers the built-in workflows; a folder may follow too.
func completeWorkflows(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return builtInWorkflows(), cobra.ShellCompDirectiveDefault
}

// completeRoles offers the roles of the workflow that the first profile
// wants.
func (a *app) completeRoles(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	offers := []string{"all\tone sheet a role beside the whole"}
	if w := a.workflowOf(args); w != nil {
		for _, r := range w.Roles {
			offers = append(offers, r.ID+"\t"+r.Title)
		}
	}
	return offers, cobra.ShellCompDirectiveNoFileComp
}

// completeItems offers profiles for the first argument and the keys of its
// workflow's steps for the second.
func (a *app) completeItems(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return completeProfiles(nil, nil, "")
	}
	var offers []string
	if w := a.workflowOf(args); w != nil && len(args) == 1 {
		for _, s := range w.Steps() {
			offers = append(offers, s.ID)
		}
	}
	return offers, cobra.ShellCompDirectiveNoFileComp
}

// workflowOf loads the workflow of the first argument that is a profile, for
// completion: whatever goes wrong, there is nothing to offer.
func (a *app) workflowOf(args []string) *generator.Workflow {
	var data []byte
	path := "-"
	if len(args) > 0 {
		path = args[0]
		data, _ = os.ReadFile(path)
	}
	w, err := newLoader(a).workflowFor(profileFile{path: path}, data)
	if err != nil {
		return nil
	}
	return w
}

// complete registers a completion of a flag that the command has.
func complete(cmd *cobra.Command, flag string, offer cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, offer); err != nil {
		panic(err) // the flag is misspelt in our own code
	}
}

func oneOf(values ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)
}
