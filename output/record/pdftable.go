package record

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"sync"
)

// readTables follows the chain of tables, the newest first.
func (f *pdfFile) readTables() error {
	at := bytes.LastIndex(f.data, []byte("startxref"))
	if at < 0 {
		return errors.New("no startxref")
	}
	p := parser{data: f.data, pos: at + len("startxref")}
	o, err := p.object()
	if err != nil {
		return err
	}
	offset, ok := o.(float64)
	if !ok {
		return errors.New("startxref without a number")
	}
	seen := map[int]bool{}
	for next := []int{int(offset)}; len(next) > 0; {
		off := next[0]
		next = next[1:]
		if off < 0 || off >= len(f.data) || seen[off] {
			return errors.New("a table is outside the file")
		}
		seen[off] = true
		d, err := f.readTable(off)
		if err != nil {
			return err
		}
		for k, v := range d {
			if _, newer := f.trailer[k]; !newer {
				f.trailer[k] = v
			}
		}
		for _, k := range []name{"XRefStm", "Prev"} { // the hybrid part counts before the older one
			if n, ok := d[k].(float64); ok {
				next = append(next, int(n))
			}
		}
	}
	return nil
}

// readTable reads one table and returns its trailer. Entries of newer tables
// stay.
func (f *pdfFile) readTable(off int) (dict, error) {
	p := parser{data: f.data, pos: off}
	o, err := p.object()
	if err != nil {
		return nil, err
	}
	if o != keyword("xref") {
		p.pos = off
		s, err := f.streamAt(&p)
		if err != nil {
			return nil, err
		}
		return s.dict, f.readPacked(s)
	}
	for {
		o, err := p.object()
		if err != nil {
			return nil, err
		}
		if o == keyword("trailer") {
			break
		}
		first, ok1 := o.(float64)
		o, err = p.object()
		count, ok2 := o.(float64)
		if err != nil || !ok1 || !ok2 || count > float64(len(f.data)/10) {
			return nil, errors.New("a table is damaged")
		}
		for i := range int(count) {
			offset, kind := p.entry()
			if kind == "n" {
				f.put(int(first)+i, place{offset: offset})
			}
		}
	}
	o, err = p.object()
	d, ok := o.(dict)
	if err != nil || !ok {
		return nil, errors.New("a table has no trailer")
	}
	return d, nil
}

// entry reads "0000012345 00000 n".
func (p *parser) entry() (int, string) {
	p.skip()
	offset, _ := strconv.Atoi(p.word())
	p.skip()
	p.word()
	p.skip()
	return offset, p.word()
}

func (f *pdfFile) put(n int, at place) {
	if _, newer := f.where[n]; !newer {
		f.where[n] = at
	}
}

// readPacked reads a table that is a stream.
func (f *pdfFile) readPacked(s *stream) error {
	data, err := s.decode(f)
	if err != nil {
		return err
	}
	w, ok := s.dict["W"].(array)
	if !ok || len(w) < 3 {
		return errors.New("a packed table has no widths")
	}
	var width [3]int
	for i := range width {
		n, ok := w[i].(float64)
		if !ok || n < 0 || n > 8 {
			return errors.New("a packed table has odd widths")
		}
		width[i] = int(n)
	}
	size := width[0] + width[1] + width[2]
	if size == 0 {
		return errors.New("a packed table has no widths")
	}
	index, ok := s.dict["Index"].(array)
	if !ok {
		index = array{float64(0), s.dict["Size"]}
	}
	for i := 0; i+1 < len(index); i += 2 {
		first, ok1 := index[i].(float64)
		count, ok2 := index[i+1].(float64)
		if !ok1 || !ok2 {
			return errors.New("a packed table has an odd index")
		}
		for n := int(first); count > 0 && len(data) >= size; n, count = n+1, count-1 {
			field := func(i, from int) (v int) {
				for _, b := range data[from : from+width[i]] {
					v = v<<8 | int(b)
				}
				return v
			}
			kind := 1
			if width[0] > 0 {
				kind = field(0, 0)
			}
			a, b := field(1, width[0]), field(2, width[0]+width[1])
			switch kind {
			case 1:
				f.put(n, place{offset: a})
			case 2:
				f.put(n, place{pack: a, index: b})
			}
			data = data[size:]
		}
	}
	return nil
}

var objectHead = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[\s>])(\d{1,8})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b`)
})

// search finds objects without a table: of a number, the one that stands last
// in the file counts, whether by itself or in a stream of objects.
func (f *pdfFile) search() {
	f.reset()
	for _, m := range objectHead().FindAllSubmatchIndex(f.data, -1) {
		n, _ := strconv.Atoi(string(f.data[m[2]:m[3]]))
		f.where[n] = place{offset: m[2]}
	}
	numbers := slices.SortedFunc(maps.Keys(f.where), func(a, b int) int { return cmp.Compare(f.where[a].offset, f.where[b].offset) })
	all := maps.Clone(f.where)
	for _, n := range numbers {
		s, ok := f.resolve(ref{n, 0}).(*stream)
		if !ok {
			if d, ok := f.resolve(ref{n, 0}).(dict); ok && d["Type"] == name("Catalog") {
				f.trailer["Root"] = ref{n, 0}
			}
			continue
		}
		switch s.dict["Type"] {
		case name("ObjStm"):
			for i, m := range f.packed(n) {
				// What is packed already stands in an earlier stream.
				if own, ok := f.where[m.number]; m.number > 0 && (!ok || own.offset < f.where[n].offset) {
					all[m.number] = place{pack: n, index: i}
				}
			}
		case name("XRef"):
			f.adopt(s.dict)
		}
	}
	f.where = all
	clear(f.cache)
	for at := 0; ; {
		i := bytes.Index(f.data[at:], []byte("trailer"))
		if i < 0 {
			return
		}
		at += i + len("trailer")
		p := parser{data: f.data, pos: at}
		if d, err := p.object(); err == nil {
			if d, ok := d.(dict); ok {
				f.adopt(d)
			}
		}
	}
}

func (f *pdfFile) adopt(d dict) {
	for _, k := range []name{"Root", "Info", "Encrypt"} {
		if d[k] != nil {
			f.trailer[k] = d[k]
		}
	}
}
