package main

import (
	"bytes"
	"path/filepath"

	"github.com/spf13/cobra"

	"runbook/output"
)

type schemaOptions struct {
	output bool
}

func newSchemaCommand(a *app) *cobra.Command {
	var o schemaOptions
	cmd := &cobra.Command{
		Use:   "schema [WORKFLOW]",
		Short: "Print the JSON Schema of a profile, for editors",
		Long: `Prints the JSON Schema (2020-12) of a profile of the workflow: every key with its title, help, choices and default, and the rules
as far as JSON Schema can say them. With --output it prints the schema of what "runbook render -f json" writes.

An editor with a YAML language server (VS Code: the extension "YAML" by Red Hat) completes and checks a profile whose first line
names the schema, relative to the profile:

  # yaml-language-server: $schema=cmg-setup.schema.json

"runbook init" writes this line, and the schema beside the profile.`,
		Example:           "  runbook schema > cmg-setup.schema.json\n  runbook schema my-workflow/ --overlay company/\n  runbook schema --output > runbook.schema.json",
		ValidArgsFunction: completeWorkflows,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("%s takes one workflow\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.schema(args, o) },
	}
	cmd.Flags().BoolVar(&o.output, "output", false, "the schema of the runbook as JSON, not of a profile")
	return cmd
}

func (a *app) schema(args []string, o schemaOptions) error {
	if o.output {
		if len(args) > 0 {
			return usage("the schema of the output is the same for every workflow: leave %s out", args[0])
		}
		_, err := bytes.NewReader(output.Schema).WriteTo(a.stdout)
		return err
	}
	id := a.workflow
	if len(args) > 0 {
		id = args[0]
	}
	if id == "" {
		id = defaultWorkflow
	}
	overlays := make([]string, len(a.overlays))
	for i, o := range a.overlays {
		overlays[i] = filepath.Clean(o)
	}
	w, err := newLoader(a).load(id, ".", overlays)
	if err != nil {
		return err
	}
	_, err = bytes.NewReader(w.ProfileSchema()).WriteTo(a.stdout)
	return err
}
