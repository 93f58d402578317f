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

	"gopkg.in/yaml.v3"
)

// Reading YAML is what takes longest when a workflow loads. A precompiled
// layer holds the node trees of its files in a compact form beside a checksum
// of the text each was made from: a tree whose text has changed is not used,
// so a stale one costs time and nothing else.

// Precompile returns the node trees of all YAML in the layer, to be given
// back in Layer.Precompiled.
func Precompile(layer Layer) ([]byte, error) {
	var names []string
	err := fs.WalkDir(layer.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (path.Ext(p) == ".yaml" || path.Ext(p) == ".md") && !strings.HasPrefix(p, "profiles/") {
			names = append(names, p)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var body []byte
	nodes, count := 0, 0
	for _, name := range names {
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			return nil, err
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
			return nil, ps
		}
		body = appendText(body, name)
		body = binary.BigEndian.AppendUint32(body, crc32.ChecksumIEEE([]byte(text)))
		var tree []byte
		nodes += appendNode(&tree, root)
		body = binary.AppendUvarint(body, uint64(len(tree)))
		body = append(body, tree...)
		count++
	}
	head := binary.AppendUvarint(nil, uint64(count))
	head = binary.AppendUvarint(head, uint64(nodes))
	return append(head, body...), nil
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
	trees map[string]precompiledTree
	slab  []yaml.Node
	used  []*yaml.Node
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
	return p
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

func (r *nodeReader) text(n uint64) string {
	if r.err != nil || n > uint64(len(r.s)) {
		r.err = errPrecompiled
		return ""
	}
	s := r.s[:n]
	r.s = r.s[n:]
	return s
}
