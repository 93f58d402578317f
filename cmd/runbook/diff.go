package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"runbook/generator"
)

type diffOptions struct {
	format string
	date   string
}

func newDiffCommand(a *app) *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Say what a changed profile changes in the runbook",
		Long: `Says what is different in the runbook of NEW: items that are new, gone, changed, moved to another role or re-ordered; names and
decisions that change; rules that start or stop firing; hours per role before and after. Numbers of items do not count, as they
follow from which items are there.

Each of the two is a profile, and one of them may be - for standard input. Exit code 3 says that there are differences.`,
		Example:           "  runbook diff contoso.yaml contoso-pki.yaml\n  git show HEAD~1:contoso.yaml | runbook diff - contoso.yaml\n  runbook diff old.yaml new.yaml -f md >> \"$GITHUB_STEP_SUMMARY\"",
		ValidArgsFunction: completeProfiles,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usage("%s wants two profiles\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			if args[0] == "-" && args[1] == "-" {
				return usage("only one of the two profiles can come from standard input")
			}
			return noneEmpty(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.diff(args, o) },
	}
	cmd.Flags().StringVarP(&o.format, "format", "f", "text", "text, md or json")
	dateFlag(cmd, &o.date, "the day both runbooks speak of")
	complete(cmd, "format", oneOf("text", "md", "json"))
	return cmd
}

func (a *app) diff(args []string, o diffOptions) error {
	var render func(*generator.Diff) ([]byte, error)
	switch o.format {
	case "text":
		render = diffText
	case "md":
		render = diffMarkdown
	case "json":
		render = diffJSON
	default:
		return usage("unknown format %q: text, md or json", o.format)
	}
	date, err := a.date(o.date)
	if err != nil {
		return err
	}
	before, after, err := a.twoProfiles(args, date)
	if err != nil {
		return err
	}
	sameRollout(before.profile, after.profile)
	was, err := generator.Generate(before.workflow, before.profile, date)
	if err != nil {
		return fmt.Errorf("%s: %w", before.file.name(), err)
	}
	is, err := generator.Generate(after.workflow, after.profile, date)
	if err != nil {
		return fmt.Errorf("%s: %w", after.file.name(), err)
	}
	d := generator.Compare(was, is)
	d.Old.Profile, d.New.Profile = before.file.name(), after.file.name()
	out, err := render(d)
	if err != nil {
		return err
	}
	if _, err := bytes.NewReader(out).WriteTo(a.stdout); err != nil {
		return err
	}
	if !d.Empty() {
		return exitError{code: exitDifferences}
	}
	return nil
}

// twoProfiles checks both, so that the errors of both are seen at once.
func (a *app) twoProfiles(args []string, date string) (before, after checked, err error) {
	l := newLoader(a)
	var errs []error
	var problems generator.Problems
	one := func(arg string) checked {
		files, err := a.profileFiles([]string{arg})
		if err == nil && len(files) > 1 {
			err = usage("diff takes one profile on each side; %s has %d", arg, len(files))
		}
		if err != nil {
			errs = append(errs, err)
			return checked{}
		}
		c, err := l.check(files[0], date)
		if err != nil {
			errs = append(errs, err)
		}
		problems = append(problems, errorsOnly(c.problems)...)
		return c
	}
	before, after = one(args[0]), one(args[1])
	a.printProblems(dedupe(problems))
	if err := errors.Join(errs...); err != nil {
		return before, after, err
	}
	if len(problems) > 0 {
		return before, after, exitError{code: exitFailed}
	}
	return before, after, nil
}

// sameRollout lets a profile without an id be compared under the name of the
// other's file: a copy, or a version out of a repository, is no other rollout.
func sameRollout(before, after *generator.Profile) {
	_, was := before.Given("id")
	_, is := after.Given("id")
	if was != is {
		return
	}
	if after.File == "<stdin>" {
		after.File = before.File
	}
	before.File = after.File
}

func diffJSON(d *generator.Diff) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(toDiffJSON(d))
	return b.Bytes(), err
}
