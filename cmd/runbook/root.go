package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"runbook/generator"
	"runbook/output/words"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailed      = 1 // something failed, or the profile has errors
	exitUsage       = 2 // wrong usage
	exitDifferences = 3 // differences found
)

// environment is the world as the commands see it; tests bring their own.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	listening      <-chan struct{} // closed when signals stop the run in order; nil where none are sent
}

// app carries the flags that every command has.
type app struct {
	environment
	ctx      context.Context // ends when the person stops the run
	workflow string
	overlays []string
	noColor  bool
	quiet    bool
}

// exitError ends the program with a code; its text, if any, is printed.
type exitError struct {
	code int
	err  error
}

func (e exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e exitError) Unwrap() error { return e.err }

// usage is wrong usage: what is wrong and what would be right.
func usage(format string, args ...any) error {
	return exitError{exitUsage, fmt.Errorf(format, args...)}
}

// commands is the table of commands, in the order of the help.
var commands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"init", newInitCommand},
	{"check", newCheckCommand},
	{"render", newRenderCommand},
	{"explain", newExplainCommand},
	{"diff", newDiffCommand},
	{"issues", newIssuesCommand},
	{"record", newRecordCommand},
	{"workflow", newWorkflowCommand},
	{"schema", newSchemaCommand},
	{manCommand, newManCommand},
	{"version", newVersionCommand},
}

// rootFor is the root with the command that the arguments begin with, and with
// no other: to make them all with their flags takes longer than to tell the
// version. Whatever else they begin with, or what looks at all commands, gets
// all.
func rootFor(a *app, args []string) *cobra.Command {
	for _, c := range commands {
		if len(args) > 0 && args[0] == c.name && c.name != manCommand {
			root := bareRoot(a)
			root.CompletionOptions.DisableDefaultCmd = true
			root.AddCommand(c.make(a))
			return root
		}
	}
	return newRoot(a)
}

// newRoot is the root with all commands.
func newRoot(a *app) *cobra.Command {
	root := bareRoot(a)
	root.Version = versionText()
	root.SetVersionTemplate("{{.Version}}\n")
	for _, c := range commands {
		root.AddCommand(c.make(a))
	}
	addCompletionCommand(root)
	return root
}

func bareRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "runbook",
		Short: "Tailored runbooks from environment profiles",
		Long: `runbook reads an environment profile and renders the runbook for exactly that environment:
the steps that apply, with the profile's own values, who does them, and why.`,
		Example:           "  runbook render contoso.yaml\n  runbook check contoso.yaml",
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: false},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("unknown command %q for %q%s", args[0], "runbook", meantCommand(cmd, args[0]))
			}
			return nil
		},
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error {
			if a.listening != nil {
				<-a.listening
			}
			return emptyFlags(cmd)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	flags := root.PersistentFlags()
	flags.StringVarP(&a.workflow, "workflow", "w", "", "workflow: the ID of a built-in one, or a folder (default: what the profile names)")
	flags.StringArrayVar(&a.overlays, "overlay", nil, "folder with company steps laid over the workflow; repeatable")
	flags.BoolVar(&a.noColor, "no-color", false, "no colours")
	flags.BoolVarP(&a.quiet, "quiet", "q", false, "print no warnings and no progress")
	complete(root, "workflow", completeWorkflows)
	complete(root, "overlay", completeFolders)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage("%w%s\nusage: %s", err, nearFlag(cmd, err), cmd.UseLine())
	})
	root.SetHelpCommand(newHelpCommand())
	a.fitHelp(root)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	return root
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, env environment) int {
	out := &standardOutput{ctx: ctx, w: env.stdout}
	env.stdout = out
	root := rootFor(&app{environment: env, ctx: ctx}, args)
	root.SetArgs(args)
	root.SetIn(env.stdin)
	err := oneDash(root, args)
	if err == nil {
		err = interrupted(ctx, root.ExecuteContext(ctx))
	}
	if exit, ok := errors.AsType[exitError](err); out.err != nil && (err == nil || ok && exit.err == nil) {
		err = out.err
	}
	return exitCode(err, env.stderr)
}

// interrupted is an error with the signal in it that ended the run, if one did.
func interrupted(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return context.Cause(ctx)
	}
	return err
}

// exitCode is the code with which the program ends, after what there is to
// say about it. Errors that came together take a line each.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitDone
	}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		code := exitDone
		for _, one := range several.Unwrap() {
			code = max(code, exitCode(one, stderr))
		}
		return code
	}
	code := exitFailed
	if exit, ok := errors.AsType[exitError](err); ok {
		code = exit.code
		if exit.err == nil {
			return code
		}
	}
	fmt.Fprintln(stderr, "runbook: "+err.Error())
	return code
}

// colour reports whether stderr wants colours.
func (a *app) colour() bool {
	return !a.noColor && a.getenv("NO_COLOR") == "" && a.draws()
}

// draws reports whether stderr is a terminal that takes commands.
func (a *app) draws() bool { return a.getenv("TERM") != "dumb" && isTerminal(a.stderr) }

func isTerminal(w io.Writer) bool {
	if out, ok := w.(*standardOutput); ok {
		w = out.w
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

// printProblems writes problems and their count to stderr.
func (a *app) printProblems(ps generator.Problems) {
	if a.quiet {
		ps = errorsOnly(ps)
	}
	a.printAll(ps)
}

// printAll is printProblems also of the warnings that nobody wants to see.
func (a *app) printAll(ps generator.Problems) {
	if len(ps) == 0 {
		return
	}
	red, yellow, off := "", "", ""
	if a.colour() {
		red, yellow, off = "\x1b[31m", "\x1b[33m", "\x1b[0m"
	}
	var b strings.Builder
	for _, p := range ps {
		line := p.String()
		if p.Severity == generator.Warn {
			line = strings.Replace(line, ": warning", ": "+yellow+"warning"+off, 1)
		} else {
			line = strings.Replace(line, ": error", ": "+red+"error"+off, 1)
		}
		b.WriteString(line + "\n")
		if p.Hint != "" {
			b.WriteString("\thint: " + p.Hint + "\n")
		}
	}
	n := ps.Errors()
	fmt.Fprintf(&b, "%s, %s\n", count(n, "error"), count(len(ps)-n, "warning"))
	fmt.Fprint(a.stderr, b.String())
}

func errorsOnly(ps generator.Problems) generator.Problems {
	var out generator.Problems
	for _, p := range ps {
		if p.Severity == generator.Error {
			out = append(out, p)
		}
	}
	return out
}

func count(n int, what string) string { return words.Count(n, what) }
