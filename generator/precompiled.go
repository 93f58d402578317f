package generator

import (
	"encoding"
	"encoding/binary"
	"errors"
	"io/fs"
)

// Reading YAML, expressions and texts is what takes longest when a workflow
// loads. A precompiled workflow is the loaded one in a compact form. It is
// embedded beside its files and used in their place as long as it is damaged
// in no way and every file has the size it had; that it is in step to the
// letter is proved by a test. Conditions and texts are unpacked when they are
// first needed.

// Precompile loads workflows and returns them in the form that
// Layer.Precompiled takes.
func Precompile(layers ...Layer) ([]byte, error) {
	var all []byte
	for _, layer := range layers {
		layer.Precompiled = ""
		l := newLoader()
		if problems := l.read(layer, nil); len(problems) > 0 {
			return nil, problems.Sorted()
		}
		state, err := l.digest.(encoding.BinaryMarshaler).MarshalBinary()
		if err != nil {
			return nil, err
		}
		s := &store{files: map[string]int{}}
		digest := string(state)
		s.header(&l.made, &digest)
		s.workflow(l.w)
		all = appendText(all, layer.Name)
		all = appendText(all, string(s.out))
	}
	return all, nil
}

// precompiledOf is the part of all that is the workflow name, or "".
func precompiledOf(all, name string) string {
	for r := (&reader{s: all}); r.err == nil && r.at < len(all); {
		if found, part := r.text(), r.text(); found == name && r.err == nil {
			return part
		}
	}
	return ""
}

// madeFrom is a file that a precompiled workflow was made from.
type madeFrom struct {
	name string
	size int
}

var errPrecompiled = errors.New("the precompiled workflow is damaged")

// restore brings back a precompiled workflow into a fresh loader; false if
// there is none in step with the layer's files.
func (l *loader) restore(layer Layer) bool {
	part := precompiledOf(layer.Precompiled, layer.Name)
	if part == "" {
		return false
	}
	s := &store{in: &reader{s: part}}
	var made []madeFrom
	var digest string
	if s.header(&made, &digest); s.in.err != nil || !inStep(layer.FS, made) {
		return false
	}
	w := newWorkflow()
	s.workflow(w)
	if s.in.err != nil || l.digest.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte(digest)) != nil {
		return false
	}
	l.w = w
	for _, section := range w.Sections() {
		l.sections[section.ID] = section
		l.order = append(l.order, section.ID)
		for _, step := range section.Steps {
			w.steps[step.ID] = step
		}
	}
	return true
}

func inStep(fsys fs.FS, made []madeFrom) bool {
	for _, m := range made {
		info, err := fs.Stat(fsys, m.name)
		if err != nil || info.Size() != int64(m.size) {
			return false
		}
	}
	return true
}

func appendText(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// reader takes the stored form apart; the first fault stays in err.
type reader struct {
	s   string
	at  int
	err error
}

func (r *reader) uint() uint64 {
	var v uint64
	for shift := 0; shift < 64 && r.at < len(r.s); shift += 7 {
		c := r.s[r.at]
		r.at++
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v
		}
	}
	r.err = errPrecompiled
	return 0
}

// count is a number of things that follow, each at least a byte long.
func (r *reader) count() int {
	n := r.uint()
	if n > uint64(len(r.s)-r.at) {
		r.err = errPrecompiled
		return 0
	}
	return int(n)
}

func (r *reader) int() int {
	v := r.uint()
	return int(int64(v>>1) ^ -int64(v&1)) // as binary.AppendVarint writes it
}

func (r *reader) byte() byte {
	if r.at >= len(r.s) {
		r.err = errPrecompiled
		return 0
	}
	r.at++
	return r.s[r.at-1]
}

// text is one with its length in front.
func (r *reader) text() string {
	n := r.count()
	if r.err != nil {
		return ""
	}
	r.at += n
	return r.s[r.at-n : r.at]
}
