package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
	"runbook/output/record"
	"runbook/workflows"
)

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
	_, own := text.Peek("overlays")
	var overlays []string
	for _, o := range own {
		if !filepath.IsAbs(o) && f.path != "-" {
			o = filepath.Join(filepath.Dir(f.path), o)
		}
		overlays = append(overlays, o)
	}
	overlays = together(overlays, l.a.overlays) // those of the command line lie on top
	w, err := l.load(id, dir, overlays)
	if missing, ok := errors.AsType[layerError](err); ok {
		at := missing.overlay
		switch {
		case at < 0 && l.a.workflow == "":
			return nil, generator.Problems{{Pos: text.At("workflow", 0), At: "workflow", Message: missing.message, Hint: missing.hint}}
		case at >= 0 && at < len(own):
			return nil, generator.Problems{{Pos: text.At("overlays", at), At: "overlays", Message: missing.message, Hint: relativeHint(missing.hint, own[at])}}
		}
	}
	return w, err
}

// together adds folders to a list of folders; one that has two names is in it
// once.
func together(all, more []string) []string {
	for _, o := range more {
		if !slices.ContainsFunc(all, func(other string) bool { return sameFolder(o, other) }) {
			all = append(all, o)
		}
	}
	return all
}

func sameFolder(a, b string) bool {
	if filepath.Clean(a) == filepath.Clean(b) {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// layerError is a folder that is not there: the workflow, or one of the
// overlays. It is a problem of the profile if that names it.
type layerError struct {
	overlay       int // -1: the workflow
	message, hint string
}

func (e layerError) Error() string {
	if e.hint == "" {
		return e.message
	}
	return e.message + ": " + e.hint
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
	layers, err := overlayLayers(overlays)
	if err != nil {
		return nil, err
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

func overlayLayers(folders []string) ([]generator.Layer, error) {
	var layers []generator.Layer
	for i, o := range folders {
		info, err := os.Stat(o)
		if err == nil && !info.IsDir() {
			err = errors.New("it is no folder")
		}
		if err != nil {
			e := layerError{overlay: i, message: fmt.Sprintf("the overlay %q cannot be read: %v", o, faultOf(err))}
			if errors.Is(err, fs.ErrNotExist) {
				e.hint = nearFolder(o)
			}
			return nil, e
		}
		layers = append(layers, generator.Layer{Name: filepath.Base(filepath.Clean(o)), Path: filepath.ToSlash(filepath.Clean(o)), FS: folder(o)})
	}
	return layers, nil
}

// relativeHint is for a folder that a profile names, behind the hint that there
// is already.
func relativeHint(hint, path string) string {
	relative := "a path is relative to the profile" + slashHint(path)
	if hint == "" {
		return relative
	}
	return hint + " " + generator.UpperFirst(relative)
}

// slashHint is for a path that only Windows understands.
func slashHint(path string) string {
	if !strings.Contains(path, `\`) {
		return ""
	}
	return "; with / between folders it is one on every system"
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
		return generator.Layer{Name: filepath.ToSlash(path), FS: folder(path)}, false, nil
	}
	return layer, false, layerError{-1, fmt.Sprintf("there is no workflow %q", id), generator.Suggest(id, builtInWorkflows(), "the built-in ones are") + "; a folder works too" + slashHint(id)}
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
	store    *record.Store // the record beside the profile, empty where there is none
}

// sheet is runbook for one role.
func (c checked) sheet(date, role string) (*generator.Runbook, error) {
	rb, err := generator.GenerateSheet(c.workflow, c.profile, date, role)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.file.name(), err)
	}
	rb.Document.Logo, rb.Program = c.logo, programText()
	return rb, nil
}

// runbook tailors the workflow to a checked profile.
func (c checked) runbook(date string) (*generator.Runbook, error) {
	return c.generate(generator.Generate, date)
}

// tracked is the same for a tracker.
func (c checked) tracked(date string) (*generator.Runbook, error) {
	return c.generate(generator.GenerateTracked, date)
}

func (c checked) generate(how func(*generator.Workflow, *generator.Profile, string) (*generator.Runbook, error), date string) (*generator.Runbook, error) {
	rb, err := how(c.workflow, c.profile, date)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.file.name(), err)
	}
	rb.Document.Logo, rb.Program = c.logo, programText()
	return rb, nil
}

// check reads and checks one profile. That it cannot be read, and faults of
// the workflow it names, are problems too, so that one bad profile hides no
// other.
func (l *loader) check(f profileFile, date string) (checked, error) {
	c := checked{file: f}
	data, err := l.a.read(f)
	if l.a.ctx.Err() != nil {
		return c, context.Cause(l.a.ctx)
	}
	if err != nil {
		hint := ""
		if errors.Is(err, fs.ErrNotExist) {
			hint = nearFile(f.path, ".yaml", ".yml")
		}
		if fault := faultOf(err); fault != err { //nolint:errorlint // a fault of the file system is not yet a sentence
			err = fmt.Errorf("the profile cannot be read: %w", fault)
		}
		c.problems = generator.Problems{{Pos: generator.Pos{File: f.name(), Line: 1, Column: 1}, Message: err.Error(), Hint: hint}}
		return c, nil
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
	if c.logo, err = loadLogo(f, c.profile, &c.problems); err != nil {
		return c, err
	}
	c.store = &record.Store{}
	if f.path != "-" {
		var problems generator.Problems
		if c.store, problems, err = readStore(f.path, c.workflow); err != nil {
			return c, err
		}
		c.problems = append(c.problems, problems...)
	}
	c.problems = c.problems.Sorted()
	slices.SortStableFunc(c.problems, func(a, b generator.Problem) int { return cmp.Compare(a.Severity, b.Severity) }) // errors first
	return c, nil
}
