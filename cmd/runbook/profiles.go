package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
	"runbook/workflows"

	"github.com/spf13/cobra"
)

const defaultWorkflow = "cmg-setup"

// profileFile is one profile named on the command line. Its bytes are read
// when it is its turn, so that a directory of thousands costs no memory.
type profileFile struct {
	path string // "-" for standard input
	data []byte // only of standard input
	dir  bool   // found in a directory that was named
}

func needProfiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("%s wants a profile: a file, a directory, or - for standard input\nusage: %s", cmd.CommandPath(), cmd.UseLine())
	}
	return nil
}

// profileFiles lists the profiles that the arguments name: files, - for
// standard input, and every .yaml and .yml of a directory.
func (a *app) profileFiles(args []string) ([]profileFile, error) {
	var files []profileFile
	var errs []error
	seen := map[string]bool{}
	add := func(path string, dir bool) {
		if clean := filepath.Clean(path); !seen[clean] {
			seen[clean] = true
			files = append(files, profileFile{path: path, dir: dir})
		}
	}
	for _, arg := range args {
		if arg == "-" {
			data, err := io.ReadAll(io.LimitReader(a.stdin, 16<<20))
			if err != nil {
				errs = append(errs, fmt.Errorf("read standard input: %w", err))
				continue
			}
			files = append(files, profileFile{path: "-", data: data})
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			errs = append(errs, readError(arg, err))
			continue
		}
		if !info.IsDir() {
			add(arg, false)
			continue
		}
		entries, err := os.ReadDir(arg)
		if err != nil {
			errs = append(errs, readError(arg, err))
			continue
		}
		before := len(files)
		for _, e := range entries {
			if ext := filepath.Ext(e.Name()); !e.IsDir() && (ext == ".yaml" || ext == ".yml") && !strings.HasSuffix(e.Name(), recordExt) {
				add(filepath.Join(arg, e.Name()), true)
			}
		}
		if len(files) == before {
			errs = append(errs, fmt.Errorf("%s: the directory has no profile (*.yaml, *.yml)", arg))
		}
	}
	return files, errors.Join(errs...)
}

// readError is a fault of the file system with the path once.
func readError(path string, err error) error {
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		err = pathError.Err
	}
	return fmt.Errorf("read %s: %w", path, err)
}

func (f profileFile) read() ([]byte, error) {
	if f.path == "-" {
		return f.data, nil
	}
	info, err := os.Stat(f.path)
	if err == nil && info.Size() > 64<<20 {
		return make([]byte, 2<<20), nil // far too large to be a profile; the parser says so
	}
	data, err := os.ReadFile(f.path)
	if err != nil {
		return nil, readError(f.path, err)
	}
	return data, nil
}

// name is what messages call the file.
func (f profileFile) name() string {
	if f.path == "-" {
		return "<stdin>"
	}
	return f.path
}

// base is the name of output files: contoso for contoso.yaml.
func (f profileFile) base() string {
	if f.path == "-" {
		return "runbook"
	}
	b := filepath.Base(f.path)
	return strings.TrimSuffix(strings.TrimSuffix(b, ".yaml"), ".yml")
}

// loader loads each workflow once, with its overlays.
type loader struct {
	a      *app
	mu     sync.Mutex
	loaded map[string]func() (*generator.Workflow, error)
}

func newLoader(a *app) *loader {
	return &loader{a: a, loaded: map[string]func() (*generator.Workflow, error){}}
}

// workflowFor loads the workflow that the flags or the profile name.
func (l *loader) workflowFor(f profileFile, data []byte) (*generator.Workflow, error) {
	return l.workflowOf(f, generator.ReadProfile(f.name(), data))
}

// workflowOf is workflowFor for a profile that is parsed already.
func (l *loader) workflowOf(f profileFile, text *generator.ProfileText) (*generator.Workflow, error) {
	id := l.a.workflow
	dir := "."
	if id == "" {
		id, _ = text.Peek("workflow")
		if f.path != "-" {
			dir = filepath.Dir(f.path)
		}
		if id == "" {
			id = defaultWorkflow
		}
	}
	overlays := slices.Clone(l.a.overlays)
	_, own := text.Peek("overlays")
	for _, o := range own {
		if !filepath.IsAbs(o) && f.path != "-" {
			o = filepath.Join(filepath.Dir(f.path), o)
		}
		overlays = append(overlays, o)
	}
	return l.load(id, dir, overlays)
}

// load loads a workflow by ID or folder; a relative folder that a profile
// names is relative to dir.
func (l *loader) load(id, dir string, overlays []string) (*generator.Workflow, error) {
	key := strings.Join(append([]string{id, dir}, overlays...), "\x00")
	l.mu.Lock()
	once := l.loaded[key]
	if once == nil {
		once = sync.OnceValues(func() (*generator.Workflow, error) { return l.read(id, dir, overlays) })
		l.loaded[key] = once
	}
	l.mu.Unlock()
	return once()
}

func (l *loader) read(id, dir string, overlays []string) (*generator.Workflow, error) {
	base, builtIn, err := workflowLayer(id, dir)
	if err != nil {
		return nil, err
	}
	var layers []generator.Layer
	for _, o := range overlays {
		if info, err := os.Stat(o); err != nil {
			return nil, readError(o, err)
		} else if !info.IsDir() {
			return nil, fmt.Errorf("overlay %s is no folder", o)
		}
		layers = append(layers, generator.Layer{Name: filepath.Base(filepath.Clean(o)), Path: filepath.ToSlash(filepath.Clean(o)), FS: os.DirFS(o)})
	}
	w, err := generator.LoadWorkflow(base, layers...)
	if err != nil {
		return nil, err
	}
	// A built-in workflow is proved sound by its tests.
	if !builtIn || len(layers) > 0 {
		if err := w.Check().Err(); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func workflowLayer(id, dir string) (layer generator.Layer, builtIn bool, err error) {
	if !strings.ContainsAny(id, `/\.`) {
		if sub, err := fs.Sub(workflows.FS, id); err == nil {
			if _, err := fs.Stat(sub, "workflow.yaml"); err == nil {
				return generator.Layer{Name: id, FS: sub, Precompiled: workflows.Precompiled}, true, nil
			}
		}
	}
	path := id
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return generator.Layer{Name: path, FS: os.DirFS(path)}, false, nil
	}
	return layer, false, fmt.Errorf("there is no workflow %q: the built-in ones are %s; a folder works too", id, strings.Join(builtInWorkflows(), ", "))
}

func builtInWorkflows() []string {
	entries, _ := fs.ReadDir(workflows.FS, ".") // an embedded folder can be read
	var ids []string
	for _, e := range entries {
		if e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	return ids
}

// checked is a profile after parsing and checking.
type checked struct {
	file     profileFile
	workflow *generator.Workflow
	profile  *generator.Profile
	problems generator.Problems
	logo     []byte
}

// sheet is runbook for one role.
func (c checked) sheet(date, role string) (*generator.Runbook, error) {
	rb, err := generator.GenerateSheet(c.workflow, c.profile, date, role)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.file.name(), err)
	}
	rb.Document.Logo = c.logo
	return rb, showRecord(c.file, rb)
}

// runbook tailors the workflow to a checked profile.
func (c checked) runbook(date string) (*generator.Runbook, error) {
	rb, err := generator.Generate(c.workflow, c.profile, date)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.file.name(), err)
	}
	rb.Document.Logo = c.logo
	return rb, showRecord(c.file, rb)
}

// check reads and checks one profile. Faults of the workflow it names are
// returned as problems too, so that one bad profile hides no other.
func (l *loader) check(f profileFile, date string) (checked, error) {
	c := checked{file: f}
	data, err := f.read()
	if err != nil {
		return c, err
	}
	text := generator.ReadProfile(f.name(), data)
	c.workflow, err = l.workflowOf(f, text)
	if ps, ok := errors.AsType[generator.Problems](err); ok {
		c.problems = ps
		return c, nil
	}
	if err != nil {
		return c, fmt.Errorf("%s: %w", f.name(), err)
	}
	c.profile, c.problems = text.For(c.workflow)
	c.problems = append(c.problems, c.workflow.CheckProfile(c.profile, date)...)
	c.logo, err = loadLogo(f, c.profile, &c.problems)
	c.problems = c.problems.Sorted()
	return c, err
}

// eachProfile calls do for every profile, on all cores, and returns the
// results in the order of the profiles as they become ready.
func eachProfile[T any](ctx context.Context, files []profileFile, do func(profileFile) T, use func(T)) error {
	workers := min(len(files), maxWorkers())
	jobs := make([]chan T, len(files))
	for i := range jobs {
		jobs[i] = make(chan T, 1)
	}
	next := make(chan int)
	// No more than a few results wait for their turn, which bounds memory.
	ahead := make(chan struct{}, 4*workers)
	go func() {
		defer close(next)
		for i := range files {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			next <- i
		}
	}()
	for range workers {
		go func() {
			for i := range next {
				jobs[i] <- do(files[i])
			}
		}()
	}
	for i := range files {
		select {
		case v := <-jobs[i]:
			use(v)
			<-ahead
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}
