package record

import (
	"bytes"
	"errors"
	"fmt"
)

// pdfFile finds the objects of a PDF by its tables: plain ones, compressed
// ones, and the chain of updates that viewers append. A file whose tables are
// broken is searched from end to end instead.
type pdfFile struct {
	data    []byte
	where   map[int]place
	trailer dict
	cache   map[int]object
	busy    map[int]bool // being resolved, to stop at a ring
	packs   map[int][]object
}

// place is where an object lies: in the file, or in a stream of objects.
type place struct {
	offset int
	pack   int // number of the stream, 0 for none
	index  int
}

func openPDF(data []byte) (*pdfFile, error) {
	if !bytes.Contains(data[:min(1024, len(data))], []byte("%PDF-")) {
		return nil, errors.New("the file is no PDF")
	}
	f := &pdfFile{data: data}
	f.reset()
	if err := f.readTables(); err != nil || !f.sound() {
		f.search()
	}
	if !f.sound() {
		return nil, fmt.Errorf("the PDF is damaged or cut off (%d bytes, and no list of its pages among them): ask for it again", len(data))
	}
	if f.trailer["Encrypt"] != nil {
		return nil, errors.New("the PDF is encrypted: save it without a password")
	}
	return f, nil
}

func (f *pdfFile) reset() {
	f.where, f.trailer = map[int]place{}, dict{}
	f.cache, f.busy, f.packs = map[int]object{}, map[int]bool{}, map[int][]object{}
}

func (f *pdfFile) sound() bool {
	root, ok := f.resolve(f.trailer["Root"]).(dict)
	return ok && root["Pages"] != nil
}

// resolve follows references until there is a value.
func (f *pdfFile) resolve(o object) object {
	for range deepest {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.get(r.number)
	}
	return nil
}

func (f *pdfFile) get(n int) object {
	if o, ok := f.cache[n]; ok {
		return o
	}
	at, ok := f.where[n]
	if !ok || f.busy[n] {
		return nil
	}
	f.busy[n] = true
	defer delete(f.busy, n)
	var o object
	if at.pack > 0 {
		if all := f.unpack(at.pack); at.index < len(all) {
			o = all[at.index]
		}
	} else if at.offset >= 0 && at.offset < len(f.data) {
		p := parser{data: f.data, pos: at.offset}
		o = f.indirect(&p)
	}
	f.cache[n] = o
	return o
}

// indirect reads "12 0 obj ...", nil where there is none.
func (f *pdfFile) indirect(p *parser) object {
	p.entryHead()
	if p.word() != "obj" {
		return nil
	}
	o, err := p.object()
	if err != nil {
		return nil
	}
	d, ok := o.(dict)
	if !ok {
		return o
	}
	p.skip()
	if !bytes.HasPrefix(p.data[p.pos:], []byte("stream")) {
		return d
	}
	p.pos += len("stream")
	if bytes.HasPrefix(p.data[p.pos:], []byte("\r\n")) {
		p.pos += 2
	} else if p.pos < len(p.data) && (p.data[p.pos] == '\n' || p.data[p.pos] == '\r') {
		p.pos++
	}
	length := -1
	if n, ok := f.resolve(d["Length"]).(float64); ok {
		length = int(n)
	}
	rest := p.data[min(p.pos, len(p.data)):]
	if length < 0 || length > len(rest) || !bytes.HasPrefix(bytes.TrimLeft(rest[length:], "\r\n \t"), []byte("endstream")) {
		if length = bytes.Index(rest, []byte("endstream")); length < 0 {
			return d
		}
	}
	return &stream{d, rest[:length]}
}

// entryHead moves over the two numbers before "obj".
func (p *parser) entryHead() {
	for range 2 {
		p.skip()
		p.word()
	}
	p.skip()
}

func (f *pdfFile) streamAt(p *parser) (*stream, error) {
	s, ok := f.indirect(p).(*stream)
	if !ok {
		return nil, errors.New("a table is damaged")
	}
	return s, nil
}
