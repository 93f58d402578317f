package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output"

	"github.com/spf13/cobra"
)

type renderOptions struct {
	formats []string
	output  string
	role    string
	paper   string
	check   bool
	date    string
	github  bool
}

func newRenderCommand(a *app) *cobra.Command {
	var o renderOptions
	cmd := &cobra.Command{
		Use:   "render PROFILE...",
		Short: "Render the runbook of each profile",
		Long: `Renders the runbook of each profile: Markdown to standard output unless told otherwise.

Files are named after the profile: contoso.yaml gives contoso.md, contoso.html and so on. In a directory, the sheet of a role has the
role in its name: contoso.global-admin.md.

The folder of a single file must be there; a directory is made. A run that fails or is stopped leaves no file half-written.`,
		Example: "  runbook render contoso.yaml\n  runbook render contoso.yaml -o contoso.md\n  runbook render profiles/ -f md,json -o out/",
		Args:    needProfiles,

		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.render(cmd, args, o)
		},
	}
	f := cmd.Flags()
	f.StringSliceVarP(&o.formats, "format", "f", nil, "comma-separated `list` of "+output.FormatNames()+" (default: md)")
	f.StringVarP(&o.output, "output", "o", "", "`file`, - for standard output, or directory when there is more than one profile or format")
	f.StringVar(&o.role, "role", "", "only what this role has to do; all: one sheet a role beside the whole")
	f.StringVar(&o.paper, "paper", "a4", "paper of printed formats: a4 or letter")
	f.BoolVar(&o.check, "check", false, "write nothing; exit with 3 if what is on disk differs")
	f.StringVar(&o.date, "date", "", "the day the runbook speaks of, YYYY-MM-DD (default: today)")
	f.BoolVar(&o.github, "from-github", false, "show what is done in the tracker: ticked boxes, who closed an issue and when")
	complete(cmd, "format", completeFormats)
	complete(cmd, "role", a.completeRoles)
	complete(cmd, "paper", oneOf("a4", "letter"))
	return cmd
}

// rendering is one run of the command.
type rendering struct {
	a       *app
	o       renderOptions
	date    string
	formats []output.Format
	files   []profileFile
	dir     string            // where files go; "" for standard output or a single file
	single  string            // the one file that is written
	owner   map[string]string // which profile writes the files of a name, in lower case
}

func (a *app) render(cmd *cobra.Command, args []string, o renderOptions) error {
	r := &rendering{a: a, o: o}
	var err error
	if r.date, err = a.date(o.date); err != nil {
		return err
	}
	if o.paper != "a4" && o.paper != "letter" {
		return usage("unknown paper %q: a4 or letter", o.paper)
	}
	if !cmd.Flags().Changed("format") {
		o.formats = []string{"md"}
	}
	if len(o.formats) == 0 {
		return usage("--format is empty: the formats are %s", output.FormatNames())
	}
	if r.formats, err = parseFormats(o.formats); err != nil {
		return err
	}
	if r.files, err = a.profileFiles(args); err != nil {
		return err
	}
	if err := r.settle(); err != nil {
		return err
	}
	return r.run(cmd)
}

func parseFormats(list []string) ([]output.Format, error) {
	var formats []output.Format
	for _, name := range list {
		name = strings.TrimSpace(name)
		f, ok := output.FormatNamed(name)
		if !ok {
			return nil, usage("unknown format %q: the formats are %s", name, output.FormatNames())
		}
		if !slices.ContainsFunc(formats, func(g output.Format) bool { return g.Name == f.Name }) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

// run checks all profiles first, so that one with errors leaves everything as
// it was, then renders and writes them one by one.
func (r *rendering) run(cmd *cobra.Command) error {
	l := newLoader(r.a)
	type result struct {
		checked
		err error
	}
	var problems generator.Problems
	var errs []error
	var only checked
	p := r.a.newProgress("checking", len(r.files))
	err := eachProfile(cmd.Context(), r.files, func(f profileFile) result {
		c, err := l.check(f, r.date)
		if r.o.github {
			c.problems = append(c.problems, noRollout(c)...)
		}
		if len(r.files) > 1 {
			c.profile = nil // read again when it is rendered, which bounds memory
		}
		return result{c, err}
	}, func(c result) {
		p.step()
		problems = append(problems, c.problems...)
		if c.err == nil {
			c.err = r.fits(c.checked)
		}
		if c.err != nil {
			errs = append(errs, c.err)
		}
		only = c.checked
	})
	p.end()
	if err != nil {
		return err
	}
	problems = dedupe(problems)
	r.a.printProblems(problems)
	if err := errors.Join(errs...); err != nil {
		return err
	}
	if problems.Errors() > 0 {
		return exitError{code: exitFailed}
	}
	return r.write(cmd, l, only)
}

// rendered is the files of one profile.
type rendered struct {
	files  []output.File
	absent []absent
	notes  []string
	err    error
}

// absent is a file that a format has nothing to put into.
type absent struct {
	path, why string
}

func (r *rendering) write(cmd *cobra.Command, l *loader, only checked) error {
	if r.dir != "" && !r.o.check {
		if err := os.MkdirAll(r.dir, 0o755); err != nil {
			return fmt.Errorf("make the directory %s: %w", r.dir, faultOf(err))
		}
	}
	different, done := 0, 0
	var failed error
	p := r.a.newProgress("rendering", len(r.files))
	defer p.end()
	err := eachProfile(cmd.Context(), r.files, func(f profileFile) rendered {
		c := only
		if len(r.files) > 1 {
			var err error
			if c, err = l.check(f, r.date); err != nil {
				return rendered{err: err}
			}
		}
		return r.one(cmd.Context(), c)
	}, func(out rendered) {
		p.step()
		if failed != nil {
			return
		}
		if failed = out.err; failed == nil {
			failed = r.put(out, &different)
		}
		if failed == nil {
			done++
		}
	})
	if failed == nil {
		failed = err
	}
	if failed != nil && done > 0 && !r.o.check {
		return fmt.Errorf("%w\n\thint: %d of %s are written", failed, done, count(len(r.files), "profile"))
	}
	if failed != nil {
		return failed
	}
	if different > 0 {
		return exitError{code: exitDifferences}
	}
	return nil
}

// readBack marks what the tracker says is done.
func (r *rendering) readBack(ctx context.Context, rb *generator.Runbook, out *rendered) error {
	notes, err := r.a.readBack(ctx, rb)
	out.notes = append(out.notes, notes...)
	return err
}

// one renders all files of one profile.
func (r *rendering) one(ctx context.Context, c checked) rendered {
	var out rendered
	rb, err := c.runbook(r.date)
	if err == nil && r.o.github {
		err = r.readBack(ctx, rb, &out)
	}
	if err != nil {
		out.err = err
		return out
	}
	sheets := []*generator.Runbook{rb}
	switch r.o.role {
	case "":
	case "all":
		for _, role := range rb.Roles {
			sheet, err := c.sheet(r.date, role.ID)
			if err != nil {
				out.err = err
				return out
			}
			sheet.TakeDone(rb)
			sheets = append(sheets, sheet)
		}
	default:
		sheet, err := c.sheet(r.date, r.o.role)
		if err != nil {
			out.err = err
			return out
		}
		sheet.TakeDone(rb)
		sheets = []*generator.Runbook{sheet}
	}
	for _, sheet := range sheets {
		for _, format := range r.formats {
			data, notes, err := format.Render(sheet, output.Options{Paper: r.o.paper})
			if err != nil {
				out.err = fmt.Errorf("%s: %w", c.file.name(), err)
				return out
			}
			path := r.single
			if r.dir != "" {
				name := c.file.base()
				if sheet.Role != "" { // stands beside the whole, does not replace it
					name += "." + sheet.Role
				}
				path = filepath.Join(r.dir, name+"."+format.Ext)
			}
			if data == nil {
				out.absent = append(out.absent, absent{path, c.file.name() + ": " + strings.Join(notes, "; ")})
				continue
			}
			for _, n := range notes {
				out.notes = append(out.notes, c.file.name()+": "+n)
			}
			out.files = append(out.files, output.File{Path: path, Data: data})
		}
	}
	return out
}

func roleIDs(w *generator.Workflow) string {
	ids := make([]string, len(w.Roles))
	for i, role := range w.Roles {
		ids[i] = role.ID
	}
	return strings.Join(ids, ", ")
}
