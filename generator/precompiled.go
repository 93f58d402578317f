package generator

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unsafe"

	"github.com/expr-lang/expr/ast"
	"gopkg.in/yaml.v3"
)

// Reading YAML, expressions and texts is what takes longest when a workflow
// loads. A precompiled layer holds what comes of it in a compact form, beside
// a checksum of the source each piece was made from: a piece whose source has
// changed is not found, so a stale one costs time and nothing else.

// Precompile returns all trees and programs of the layer, to be given back in
// Layer.Precompiled.
func Precompile(layer Layer) ([]byte, error) {
	trees, nodes, count, err := precompileTrees(layer)
	if err != nil {
		return nil, err
	}
	layer.Precompiled = nil
	w, err := LoadWorkflow(layer)
	if err != nil {
		return nil, err
	}
	head := binary.AppendUvarint(nil, uint64(count))
	head = binary.AppendUvarint(head, uint64(nodes))
	data := append(head, trees...)
	data = appendPieces(data, w.expressions(), func(source string) ([]byte, bool) {
		e, problem := parseExpression(source, Pos{})
		if problem != nil {
			return nil, false
		}
		return appendAST(nil, e.node)
	})
	return appendPieces(data, w.allTexts(), func(source string) ([]byte, bool) {
		p, err := compileText(Text{source: source})
		return appendProgram(nil, p), err == nil
	}), nil
}

// appendPieces stores what compile gives for each source, under its key.
func appendPieces(b []byte, sources []string, compile func(string) ([]byte, bool)) []byte {
	slices.Sort(sources)
	var pieces []byte
	count := 0
	for _, s := range slices.Compact(sources) {
		piece, ok := compile(s)
		if !ok {
			continue
		}
		count++
		for _, part := range sourceKey(s) {
			pieces = binary.BigEndian.AppendUint32(pieces, part)
		}
		pieces = appendText(pieces, string(piece))
	}
	b = binary.AppendUvarint(b, uint64(count))
	return append(b, pieces...)
}

func precompileTrees(layer Layer) (body []byte, nodes, count int, err error) {
	var names []string
	err = fs.WalkDir(layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (path.Ext(p) == ".yaml" || path.Ext(p) == ".md") && !strings.HasPrefix(p, "profiles/") {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		return nil, 0, 0, err
	}
	slices.Sort(names)
	for _, name := range names {
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			return nil, 0, 0, err
		}
		text := string(data)
		if path.Ext(name) == ".md" {
			front, _, _, ok := splitFrontMatter(text)
			if !ok {
				continue
			}
			text = "\n" + front
		}
		root, ps := parseYAML(name, []byte(text))
		if len(ps) > 0 {
			return nil, 0, 0, ps
		}
		body = appendText(body, name)
		body = binary.BigEndian.AppendUint32(body, crc32.ChecksumIEEE([]byte(text)))
		var tree []byte
		nodes += appendNode(&tree, root)
		body = appendText(body, string(tree))
		count++
	}
	return body, nodes, count, nil
}

func appendText(b []byte, s string) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}

// yamlTags are the tags that occur; a node stores the index.
var yamlTags = []string{"!!str", "!!map", "!!seq", "!!int", "!!bool", "!!float", "!!null", "!!timestamp", "!!merge"}

func appendNode(b *[]byte, n *yaml.Node) int {
	*b = append(*b, byte(n.Kind), byte(max(slices.Index(yamlTags, n.ShortTag()), 0)))
	*b = binary.AppendUvarint(*b, uint64(n.Line))
	*b = binary.AppendUvarint(*b, uint64(n.Column))
	*b = appendText(*b, n.Value)
	*b = binary.AppendUvarint(*b, uint64(len(n.Content)))
	count := 1
	for _, c := range n.Content {
		count += appendNode(b, c)
	}
	return count
}

// precompiled finds trees by file.
type precompiled struct {
	trees       map[string]precompiledTree
	expressions map[[3]uint32]string
	programs    map[[3]uint32]string

	slab []yaml.Node
	used []*yaml.Node
}

type precompiledTree struct {
	sum  uint32
	tree string
}

var errPrecompiled = errors.New("the precompiled workflow is damaged")

// openPrecompiled indexes data; the trees themselves are built when asked
// for. Faulty data is as good as none.
func openPrecompiled(data []byte) *precompiled {
	p := &precompiled{trees: map[string]precompiledTree{}}
	if len(data) == 0 {
		return p
	}
	r := &nodeReader{s: unsafe.String(&data[0], len(data))} // data is embedded and never changes
	count, nodes := r.uint(), r.uint()
	if r.err != nil || nodes > uint64(len(data)) {
		return p
	}
	p.slab = make([]yaml.Node, 0, nodes)
	p.used = make([]*yaml.Node, 0, nodes)
	for range count {
		name := r.text(r.uint())
		sum := r.text(4)
		tree := r.text(r.uint())
		if r.err != nil {
			break
		}
		p.trees[name] = precompiledTree{binary.BigEndian.Uint32([]byte(sum)), tree}
	}
	p.expressions = r.pieces()
	p.programs = r.pieces()
	return p
}

func (r *nodeReader) pieces() map[[3]uint32]string {
	n := r.count()
	found := make(map[[3]uint32]string, n)
	for range n {
		key := r.text(12)
		piece := r.text(r.uint())
		if r.err != nil {
			break
		}
		b := []byte(key)
		found[[3]uint32{binary.BigEndian.Uint32(b), binary.BigEndian.Uint32(b[4:]), binary.BigEndian.Uint32(b[8:])}] = piece
	}
	return found
}

// expression returns the tree of exactly this source, or nil.
func (p *precompiled) expression(source string) ast.Node {
	if p == nil {
		return nil
	}
	piece, ok := p.expressions[sourceKey(source)]
	if !ok {
		return nil
	}
	r := &nodeReader{s: piece}
	n := r.ast()
	if r.err != nil {
		return nil
	}
	return n
}

// program returns the compiled form of exactly this text.
func (p *precompiled) program(source string) (program, bool) {
	piece, ok := p.programs[sourceKey(source)]
	if !ok {
		return nil, false
	}
	r := &nodeReader{s: piece}
	out := r.program()
	return out, r.err == nil
}

// tree returns the tree made from exactly this text, or nil.
func (p *precompiled) tree(name string, text []byte) *yaml.Node {
	t, ok := p.trees[name]
	if !ok || t.sum != crc32.ChecksumIEEE(text) {
		return nil
	}
	r := &nodeReader{s: t.tree}
	n := p.node(r)
	if r.err != nil {
		return nil
	}
	return n
}

func (p *precompiled) node(r *nodeReader) *yaml.Node {
	head := r.text(2)
	if r.err != nil || len(p.slab) == cap(p.slab) || int(head[1]) >= len(yamlTags) {
		r.err = errPrecompiled
		return nil
	}
	p.slab = p.slab[:len(p.slab)+1]
	n := &p.slab[len(p.slab)-1]
	n.Kind, n.Tag = yaml.Kind(head[0]), yamlTags[head[1]]
	n.Line, n.Column = int(r.uint()), int(r.uint())
	n.Value = r.text(r.uint())
	children := int(r.uint())
	if children == 0 || children > cap(p.used)-len(p.used) {
		return n
	}
	first := len(p.used)
	p.used = p.used[:first+children]
	n.Content = p.used[first : first+children : first+children]
	for i := range children {
		if n.Content[i] = p.node(r); r.err != nil {
			return n
		}
	}
	return n
}

type nodeReader struct {
	s   string
	err error
}

func (r *nodeReader) uint() uint64 {
	var v uint64
	for shift := 0; shift < 63 && len(r.s) > 0; shift += 7 {
		c := r.s[0]
		r.s = r.s[1:]
		v |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return v
		}
	}
	r.err = errPrecompiled
	return 0
}

// count is a number of things that follow, each at least a byte long.
func (r *nodeReader) count() int {
	n := r.uint()
	if n > uint64(len(r.s)) {
		r.err = errPrecompiled
		return 0
	}
	return int(n)
}

func (r *nodeReader) int() int {
	v := r.uint()
	return int(int64(v>>1) ^ -int64(v&1)) // as binary.AppendVarint writes it
}

func (r *nodeReader) byte() byte {
	s := r.text(1)
	if s == "" {
		return 0
	}
	return s[0]
}

func (r *nodeReader) text(n uint64) string {
	if r.err != nil || n > uint64(len(r.s)) {
		r.err = errPrecompiled
		return ""
	}
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}
