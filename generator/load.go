package generator

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io/fs"
	"path"
	"strings"

	"gopkg.in/yaml.v3"
)

//go:embed common.yaml
var commonFields []byte

// Layer is a folder in the workflow format: a workflow, or an overlay on it.
// Name marks company steps and, unless there is a Path, stands in positions of
// problems.
type Layer struct {
	Name        string
	Path        string // of the folder, as the person wrote it; may be ""
	FS          fs.FS
	Precompiled string // what Precompile made of it, perhaps among others; may be ""
}

// LoadWorkflow reads a workflow and lays overlays over it, later ones over
// earlier ones. It finds every fault of form; Check finds the faults of
// meaning. The error is Problems.
func LoadWorkflow(base Layer, overlays ...Layer) (*Workflow, error) {
	l := newLoader()
	if problems := l.read(base, overlays); len(problems) > 0 {
		return nil, problems.Sorted()
	}
	return l.w, nil
}

// Lint loads a workflow and returns it, as far as it could be read, with
// every fault of form and of meaning. Where a file is no YAML, faults of
// meaning wait until it is mended: most would follow from it.
func Lint(base Layer, overlays ...Layer) (*Workflow, Problems) {
	l := newLoader()
	problems := l.read(base, overlays)
	if len(l.unreadable) == 0 {
		problems = append(problems, l.w.Check()...)
	}
	return l.w, problems.Sorted()
}

type loader struct {
	w        *Workflow
	layer    Layer
	overlay  bool
	sections map[string]*Section
	order    []string        // sections in order
	listed   map[string]Pos  // where a step is named
	roleAt   map[string]Pos  // where the role of a step is
	seen     map[string]bool // files of the layer that something asked for
	added    map[string]bool // sections that the layer adds
	own      map[string]Pos  // what the layer declares, by kind and name
	foreign  bool            // the layer is made for another workflow
	problems Problems
	digest   hash.Hash
	made     []madeFrom

	unreadable map[string]bool // files that cannot be read, or are no YAML
	folders    map[string]bool // folders of the layer that can be read, as far as somebody asked
	strange    map[string]bool // folders that are no phase, and are said to be none
}

func newLoader() *loader {
	return &loader{w: newWorkflow(), sections: map[string]*Section{}, listed: map[string]Pos{}, roleAt: map[string]Pos{}, digest: sha256.New(), unreadable: map[string]bool{}, strange: map[string]bool{}}
}

func newWorkflow() *Workflow {
	return &Workflow{tables: map[string]map[string]any{}, fields: map[string]*Field{}, values: map[string]*Value{}, steps: map[string]*Step{}}
}

func (l *loader) read(base Layer, overlays []Layer) Problems {
	restored := l.restore(base)
	l.w.file = path.Join(base.Place(), "workflow.yaml")
	if !restored {
		if common := l.parse("common.yaml", commonFields); common != nil {
			l.decodeFields(decoder{"common.yaml", &l.problems}, common, true)
		}
		l.lay(base)
	} else if len(overlays) == 0 {
		l.finish()
		return nil
	} else {
		l.w.nameAll() // its expressions know names by these numbers
	}
	l.overlay = true
	for _, layer := range overlays {
		l.w.Overlays = append(l.w.Overlays, layer.Name)
		l.lay(layer)
	}
	l.finish()
	l.w.eachExpression(func(e *Expression) {
		if !e.numbered { // it did not come precompiled
			e.number(l.w.names)
		}
	})
	if len(l.unreadable) == 0 {
		l.problems = append(l.problems, l.w.checkRoles(l.roleAt)...)
		l.problems = append(l.problems, l.w.checkNeeds()...)
	}
	return l.problems
}

// lay reads a layer over what is there.
func (l *loader) lay(layer Layer) {
	l.layer = layer
	l.seen, l.added, l.own, l.foreign = map[string]bool{}, map[string]bool{}, map[string]Pos{}, false
	l.folders = map[string]bool{}
	l.load()
}

func (l *loader) parse(name string, data []byte) *yaml.Node {
	node, ps := parseYAML(name, data)
	l.problems = append(l.problems, ps...)
	if len(ps) > 0 {
		l.unreadable[name] = true
	}
	return node
}

// once reports a name that the layer declares a second time, where the second
// would take the place of the first without a word.
func (l *loader) once(what, name string, pos Pos) {
	key := what + " " + name
	if first, ok := l.own[key]; ok {
		l.problems.add(pos, "the first is in "+first.String(), "the %s %q stands here a second time", what, name)
		return
	}
	l.own[key] = pos
}

// file reads a file of the layer; one that is missing is nil, for which only
// a workflow's own workflow.yaml is a problem.
func (l *loader) file(name string) (data []byte, full string) {
	full = l.full(name)
	l.seen[name] = true
	data, err := fs.ReadFile(l.layer.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, full
	}
	if err != nil {
		l.cannotRead(name, err)
		return nil, full
	}
	l.made = append(l.made, madeFrom{name, len(data)})
	data = append([]byte{}, bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))...) // a version is the same on every system; an empty file is none that is missing
	fmt.Fprintf(l.digest, "%s %d %08x\n", name, len(data), crc32.ChecksumIEEE(data))
	return data, full
}

// cannotRead reports a file that is there and gives nothing: a folder in its
// place, or one that nobody may look into. Of a folder of which all that holds
// it is said once.
func (l *loader) cannotRead(name string, err error) {
	full, what := l.full(name), "file"
	for _, folder := range []string{".", path.Dir(name)} {
		if l.folders[folder] {
			continue
		}
		if _, fault := fs.ReadDir(l.layer.FS, folder); fault != nil {
			l.unreadable[full] = true
			full, what, err = l.full(folder), "folder", fault
			break
		}
		l.folders[folder] = true
	}
	if fault, ok := errors.AsType[*fs.PathError](err); ok {
		err = fault.Err
	}
	if !l.unreadable[full] {
		l.unreadable[full] = true
		l.problems.add(Pos{full, 1, 1}, "a "+what+" is wanted here that may be read", "it cannot be read: %v", err)
	}
}

// company is the mark of what the layer brings: its name, if it is an overlay.
func (l *loader) company() string {
	if l.overlay {
		return l.layer.Name
	}
	return ""
}

func (l *loader) full(name string) string { return path.Join(l.layer.Place(), name) }

// Place is the folder in positions of problems.
func (l Layer) Place() string { return cmp.Or(l.Path, l.Name) }

func (l *loader) yaml(name string) (decoder, *yaml.Node) {
	data, full := l.file(name)
	d := decoder{full, &l.problems}
	if data == nil {
		return d, nil
	}
	return d, l.parse(full, data)
}

func (l *loader) load() {
	steps := []struct {
		file string
		read func(decoder, *yaml.Node)
	}{
		{"workflow.yaml", l.workflow},
		{"profile.yaml", func(d decoder, n *yaml.Node) { l.decodeFields(d, n, false) }},
		{"derive.yaml", l.derive},
		{"rules.yaml", l.rules},
		{"terms.yaml", l.terms},
		{"facts.yaml", l.facts},
	}
	for _, s := range steps {
		d, n := l.yaml(s.file)
		if l.foreign {
			return
		}
		if n != nil {
			s.read(d, n)
		} else if s.file == "workflow.yaml" && !l.overlay && len(l.problems) == 0 {
			l.problems.add(Pos{d.file, 1, 1}, "a workflow is a folder with a workflow.yaml", "there is no workflow.yaml")
			return
		}
	}
	for _, id := range l.order {
		l.section(l.sections[id])
	}
	l.unread()
}

// finish builds the indexes once all layers are there.
func (l *loader) finish() {
	w := l.w
	for _, f := range w.Fields {
		w.fields[f.Key] = f
		if f.OnlyThen && f.When != nil {
			w.onlyThen = append(w.onlyThen, f)
		}
		if f.Decision && f.asked() {
			w.decided = append(w.decided, f)
		}
	}
	w.groups = groupFields(w.Fields)
	w.nameAll()
	for _, v := range w.Values {
		if w.fields[v.Key] != nil {
			l.problems.add(v.pos, "", "the value %q has the name of a field", v.Key)
		}
		w.values[v.Key] = v
		if v.Label != "" {
			w.labelled = append(w.labelled, v)
		}
		l.clash("value", v.Key, v.pos)
	}
	for _, f := range w.Fields {
		l.clash("field", f.Key, f.pos)
	}
	w.Phases, w.References = nil, nil
	for _, id := range l.order {
		s := l.sections[id]
		if s.Reference {
			w.References = append(w.References, s)
		} else {
			w.Phases = append(w.Phases, s)
		}
	}
	w.faulty.allSteps = w.faulty.allSteps || len(w.Phases) == 0
	w.count()
	w.Version = hex.EncodeToString(l.digest.Sum(nil))[:12]
}

// clash finds names of which texts and conditions would see only one.
func (l *loader) clash(what, name string, pos Pos) {
	switch {
	case name == "date" || name == "brief":
		l.problems.add(pos, "", "the %s %q has a name that every workflow has already", what, name)
	case l.w.tables[name] != nil:
		l.problems.add(pos, "", "the %s %q has the name of a table", what, name)
	}
	for i := range len(name) {
		if name[i] == '.' && l.w.names.has(name[:i]) {
			l.problems.add(pos, "", "the %s %q seems part of %q, which is a name of its own", what, name, name[:i])
		}
	}
}

// splitFrontMatter separates the YAML between the two --- lines from the
// text. Line is where the text begins, counted from 1.
func splitFrontMatter(data string) (front, text string, line int, ok bool) {
	data = strings.ReplaceAll(strings.TrimPrefix(data, "\ufeff"), "\r\n", "\n")
	rest, found := strings.CutPrefix(data, "---\n")
	if !found {
		return "", data, 1, false
	}
	front, text, found = strings.Cut(rest, "\n---\n")
	if !found {
		return "", data, 1, false
	}
	return front, text, strings.Count(front, "\n") + 4, true
}
