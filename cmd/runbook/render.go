package main

import (
	"bytes"
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
	formats string
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
role in its name: contoso.global-admin.md.`,
		Example: "  runbook render contoso.yaml\n  runbook render contoso.yaml -o contoso.md\n  runbook render profiles/ -f md,json -o out/",
		Args:    needProfiles,

		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.render(cmd, args, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.formats, "format", "f", "md", "comma-separated list of "+output.FormatNames())
	f.StringVarP(&o.output, "output", "o", "", "file, or directory when there is more than one profile or format")
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
	dir     string // where files go; "" for standard output or a single file
	single  string // the one file that is written
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

func parseFormats(list string) ([]output.Format, error) {
	var formats []output.Format
	for name := range strings.SplitSeq(list, ",") {
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

// settle decides where the output goes, before any work is done.
func (r *rendering) settle() error {
	fromDir := slices.ContainsFunc(r.files, func(f profileFile) bool { return f.dir })
	several := fromDir || len(r.files) > 1 || len(r.formats) > 1 || r.o.role == "all"
	out := r.o.output
	if out == "" {
		switch {
		case several:
			return usage("more than one file to write: name a directory with -o DIR")
		case r.o.check:
			return usage("--check compares with files: name them with -o")
		case r.formats[0].Binary && isTerminal(r.a.stdout):
			return usage("a %s file is not for a terminal: name a file with -o", r.formats[0].Name)
		}
		return nil
	}
	info, err := os.Stat(out)
	isDir := err == nil && info.IsDir()
	if !several && !strings.HasSuffix(out, "/") && !strings.HasSuffix(out, string(filepath.Separator)) {
		if isDir {
			return exitError{exitFailed, fmt.Errorf("%s is a directory: name a file, or write %s%c for the directory", out, strings.TrimRight(out, `/\`), filepath.Separator)}
		}
		r.single = out
		return r.refuse([]string{out})
	}
	if err == nil && !isDir {
		return exitError{exitFailed, fmt.Errorf("%s is a file: more than one file to write wants a directory", out)}
	}
	r.dir = out
	owner := map[string]string{}
	var paths []string
	for _, f := range r.files {
		base := strings.ToLower(f.base())
		if other, ok := owner[base]; ok {
			return exitError{exitFailed, fmt.Errorf("%s and %s would be written to the same files in %s: rename one", other, f.name(), out)}
		}
		owner[base] = f.name()
		for _, format := range r.formats {
			paths = append(paths, filepath.Join(out, f.base()+"."+format.Ext))
		}
	}
	return r.refuse(paths)
}

// refuse finds outputs that would overwrite a profile or cannot be written.
func (r *rendering) refuse(paths []string) error {
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			continue
		}
		if info.IsDir() {
			return exitError{exitFailed, fmt.Errorf("%s is a directory", path)}
		}
		if len(r.files) > 50 {
			continue // a directory of profiles; its outputs have other extensions
		}
		for _, f := range r.files {
			if own, err := os.Stat(f.path); err == nil && os.SameFile(info, own) {
				return exitError{exitFailed, fmt.Errorf("%s is the profile itself: name another file", path)}
			}
		}
	}
	return nil
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
		if len(r.files) > 1 {
			c.profile = nil // read again when it is rendered, which bounds memory
		}
		return result{c, err}
	}, func(c result) {
		p.step()
		problems = append(problems, c.problems...)
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
	files []output.File
	notes []string
	err   error
}

func (r *rendering) write(cmd *cobra.Command, l *loader, only checked) error {
	if r.dir != "" && !r.o.check {
		if err := os.MkdirAll(r.dir, 0o755); err != nil {
			return readError(r.dir, err)
		}
	}
	different := 0
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
		if out.err != nil {
			failed = out.err
			return
		}
		if !r.a.quiet {
			for _, n := range out.notes {
				fmt.Fprintln(r.a.stderr, "runbook: "+n)
			}
		}
		for _, f := range out.files {
			if err := r.put(f, &different); err != nil {
				failed = err
				return
			}
		}
	})
	if err := errors.Join(failed, err); err != nil {
		return err
	}
	if different > 0 {
		return exitError{code: exitDifferences}
	}
	return nil
}

func (r *rendering) put(f output.File, different *int) error {
	switch {
	case f.Path == "":
		_, err := bytes.NewReader(f.Data).WriteTo(r.a.stdout)
		return err
	case r.o.check:
		differs, err := f.Differs()
		if err != nil {
			return readError(f.Path, err)
		}
		if differs {
			*different++
			fmt.Fprintf(r.a.stderr, "%s differs from what its profile gives\n", f.Path)
		}
		return nil
	}
	return f.Write()
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
		if c.workflow.Role(r.o.role) == nil {
			out.err = usage("unknown role %q: the roles are %s", r.o.role, roleIDs(c.workflow))
			return out
		}
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
			for _, n := range notes {
				out.notes = append(out.notes, c.file.name()+": "+n)
			}
			if data == nil {
				continue
			}
			path := r.single
			if r.dir != "" {
				name := c.file.base()
				if sheet.Role != "" { // stands beside the whole, does not replace it
					name += "." + sheet.Role
				}
				path = filepath.Join(r.dir, name+"."+format.Ext)
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
