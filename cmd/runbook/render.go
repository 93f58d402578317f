package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"runbook/generator"
	"runbook/output"
	"runbook/output/record"

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
	prefer  string
	force   bool
}

func newRenderCommand(a *app) *cobra.Command {
	var o renderOptions
	cmd := &cobra.Command{
		Use:   "render PROFILE...",
		Short: "Render the runbook of each profile",
		Long: `Renders the runbook of each profile: Markdown to standard output unless told otherwise.

Files are named after the profile: contoso.yaml gives contoso.md, contoso.html and so on. In a directory, the sheet of a role has the
role in its name: contoso.global-admin.md.

Beside a profile may be its record (see runbook record). With --from-github the tracker is one more source: where both say that an
item is done, the initials, day and evidence from paper are shown, and under them who closed the issue. Where paper says blocked or
not needed, and the issue something else, nothing is rendered until --prefer says which of the two counts; the other is then said
beside it. Where paper has no evidence or reason, what was said last before the issue was closed stands in its place, as plain text; a
part of its own has in full what was written in the issues. This reads the issues, who closed each one, and the comments of the
repository, a hundred with a request, the newest first, until those of the rollout are found and at most 5,000.

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
	f.StringVarP(&o.output, "output", "o", "", "`file`, - for standard output, or directory; one is made when there is more than one profile or format")
	f.StringVar(&o.role, "role", "", "only what this role has to do; all: one sheet a role beside the whole")
	f.StringVar(&o.paper, "paper", "a4", "paper of printed formats: a4 or letter")
	f.BoolVar(&o.check, "check", false, "write nothing; exit with 3 if what is on disk differs")
	dateFlag(cmd, &o.date, "the day the runbook speaks of")
	f.BoolVar(&o.force, "force", false, "overwrite also a copy that somebody has filled in")
	f.BoolVar(&o.github, "from-github", false, "show also what is done in the tracker: ticked boxes, who closed an issue and when, what is called blocked")
	f.StringVar(&o.prefer, "prefer", "", "with --from-github, what counts where the two contradict each other: record or github")
	complete(cmd, "prefer", oneOf("record", "github"))
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
	prefer  record.Prefer // where the record and the tracker contradict each other
	formats []output.Format
	files   []profileFile
	dir     string            // where files go; "" for standard output or a single file
	single  string            // the one file that is written
	owner   map[string]string // which profile writes the files of a name, in lower case
	said    string            // why the file before was left out

	spare   buffers
	writer  *output.Writer
	makeDir sync.Once
	made    []string // directories that were not there
	dirErr  error
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
	if r.prefer, err = preferred(o.prefer, "github"); err != nil {
		return err
	}
	if o.prefer != "" && !o.github {
		return usage("--prefer says what counts where the record and the tracker contradict each other: it wants --from-github")
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

// result is what came of one profile.
type result struct {
	checked checked
	files   rendered
	err     error
}

// rendered is the files of one profile. Those for a directory are staged there
// already.
type rendered struct {
	files  []output.File
	absent []absent
	notes  []string
	differ []string // with --check, what is on disk and should be otherwise
	staged int      // files that wait to get into their places in the directory
	path   string   // of one of them

	problems generator.Problems // that keep it from being rendered
	err      error
}

// absent is a file that a format has nothing to put into.
type absent struct {
	path, why string
}

// run reads, judges and renders each profile in one go. Files are staged and
// get into their places at the end, so that one profile with errors leaves
// everything as it was.
func (r *rendering) run(cmd *cobra.Command) error {
	l := newLoader(r.a)
	r.writer = output.NewWriter()
	defer r.writer.Close()
	var problems generator.Problems
	var errs []error
	var wrong atomic.Bool // something is, so nothing more is rendered
	var good []rendered   // what there is to tell or to do, in the order of the profiles
	p := r.a.newProgress("rendering", len(r.files))
	err := eachProfile(cmd.Context(), r.files, func(f profileFile) result {
		var out result
		out.checked, out.err = l.check(f, r.date)
		if r.o.github {
			out.checked.problems = append(out.checked.problems, noRollout(out.checked)...)
		}
		if out.err == nil {
			out.err = r.fits(out.checked)
		}
		if out.err != nil || out.checked.problems.Errors() > 0 {
			wrong.Store(true)
		}
		if !wrong.Load() {
			if out.files = r.one(cmd.Context(), out.checked); out.files.err != nil || len(out.files.problems) > 0 {
				wrong.Store(true)
			}
		}
		return out
	}, func(c result) {
		p.step()
		if r.a.quiet { // nobody will ask for its warnings
			c.checked.problems = errorsOnly(c.checked.problems)
		}
		problems = slices.Concat(problems, c.checked.problems, c.files.problems)
		if err := errors.Join(c.err, c.files.err); err != nil {
			errs = append(errs, err)
		}
		if f := c.files; len(f.files)+len(f.absent)+len(f.notes)+len(f.differ)+f.staged > 0 {
			good = append(good, f)
		}
	})
	p.end()
	if err != nil {
		return r.undone(err)
	}
	problems = dedupe(problems)
	r.a.printProblems(problems)
	if err := errors.Join(errs...); err != nil {
		return r.undone(err)
	}
	if problems.Errors() > 0 {
		return r.undone(exitError{code: exitFailed})
	}
	return r.write(good)
}

// write says and does what is left when all profiles are rendered.
func (r *rendering) write(good []rendered) error {
	different := 0
	for _, out := range good {
		if err := r.put(out, &different); err != nil {
			return r.undone(err)
		}
	}
	if err := r.writer.Commit(); err != nil {
		return r.undone(err)
	}
	r.wrote(good)
	if different > 0 {
		return exitError{code: exitDifferences}
	}
	return nil
}

// stage writes the files of one profile beside their places in the directory,
// or compares them with what is there. They are then forgotten, so that
// thousands of profiles take no more memory than a few.
func (r *rendering) stage(out rendered) rendered {
	if out.err != nil || len(out.problems) > 0 {
		return out
	}
	if r.o.check {
		out.differ, out.err = compare(out.files)
		out.files = nil
		return out
	}
	if r.dir == "" {
		return out
	}
	r.makeDir.Do(func() { r.made, r.dirErr = makeDirectory(r.dir) })
	out.err = r.dirErr
	for _, f := range out.files {
		if out.err == nil {
			out.err = r.writer.Stage(f)
			out.staged, out.path = out.staged+1, f.Path
		}
		r.spare.put(f.Data)
	}
	out.files = nil
	return out
}

// buffers are those of files that are written, for files to come.
type buffers struct {
	lock sync.Mutex
	list [][]byte
}

func (b *buffers) put(buf []byte) {
	b.lock.Lock()
	defer b.lock.Unlock()
	if len(b.list) < maxWorkers() {
		b.list = append(b.list, buf)
	}
}

// take returns one of them, or nil.
func (b *buffers) take() []byte {
	b.lock.Lock()
	defer b.lock.Unlock()
	if len(b.list) == 0 {
		return nil
	}
	last := len(b.list) - 1
	buf := b.list[last]
	b.list = b.list[:last]
	return buf
}

// makeDirectory makes dir and returns the directories that were not there,
// innermost first.
func makeDirectory(dir string) (made []string, err error) {
	for d := filepath.Clean(dir); ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || d == filepath.Dir(d) {
			break
		}
		made = append(made, d)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return made, fmt.Errorf("make the directory %s: %w", dir, faultOf(err))
	}
	return made, nil
}

// removeEmpty takes away directories that a run has made, unless somebody put
// something into them.
func removeEmpty(dirs []string) {
	for _, dir := range dirs {
		_ = os.Remove(dir)
	}
}

// undone leaves nothing of a run that failed.
func (r *rendering) undone(err error) error {
	r.writer.Close()
	removeEmpty(r.made)
	return err
}

// show puts into a runbook what is done, as the record says and, where it is
// asked for, the tracker.
func (r *rendering) show(ctx context.Context, c checked, rb *generator.Runbook, out *rendered) error {
	if err := c.store.Belongs(rb); err != nil {
		return err
	}
	if !r.o.github {
		out.notes = c.store.Show(rb)
		return nil
	}
	items, notes, err := r.a.readBack(ctx, rb)
	if err != nil {
		return err
	}
	shown, clashes := c.store.ShowWith(rb, &record.Tracker{Items: items, Prefer: r.prefer})
	for i := range clashes {
		clashes[i].Hint = "take one side of all of them with --prefer record or --prefer github; or correct the record, or reopen the issue"
	}
	out.notes, out.problems = append(shown, notes...), clashes
	return nil
}

// one renders all files of one profile.
func (r *rendering) one(ctx context.Context, c checked) rendered {
	return r.stage(r.tailored(ctx, c))
}

func (r *rendering) tailored(ctx context.Context, c checked) rendered {
	var out rendered
	rb, err := c.runbook(r.date)
	if err == nil {
		err = r.show(ctx, c, rb, &out)
	}
	if err != nil || len(out.problems) > 0 {
		out.err = err
		return out
	}
	sheets := []*generator.Runbook{rb}
	switch r.o.role {
	case "":
	case "all":
		for _, role := range rb.SheetRoles() {
			sheet, err := c.sheet(r.date, role)
			if err != nil {
				out.err = err
				return out
			}
			sheet.TakeWork(rb)
			sheets = append(sheets, sheet)
		}
	default:
		sheet, err := c.sheet(r.date, r.o.role)
		if err != nil {
			out.err = err
			return out
		}
		sheet.TakeWork(rb)
		sheets = []*generator.Runbook{sheet}
	}
	for _, sheet := range sheets {
		for _, format := range r.formats {
			data, notes, err := format.Render(sheet, output.Options{Paper: r.o.paper, Buffer: r.spare.take()})
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
			f := output.File{Path: path, Data: data}
			if path != "" && !r.o.check && !r.o.force {
				if out.err = guard(f, format, rb, c.store); out.err != nil {
					return out
				}
			}
			out.files = append(out.files, f)
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
