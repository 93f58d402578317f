package pdf

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"sync"
)

// face is one TrueType face: what layout has to know of it. It reads the
// tables where they lie, so that opening one costs next to nothing.
type face struct {
	name    string
	data    []byte
	upem    int
	glyphs  int
	metrics int // glyphs with a width of their own
	hmtx    []byte
	cmap    []byte          // subtable of format 4
	kern    []byte          // pairs of a table of format 0, nil for none
	loca    []byte          // where in glyf a glyph is
	glyf    []byte          // the outlines
	long    bool            // loca has four bytes a glyph
	ascii   [128]int16      // widths
	pairs   [128][128]int16 // kerning of ASCII, nearly all there is

	mu     sync.Mutex
	widths map[rune]int
}

// newFace reads data, which stays as it is.
func newFace(name string, data []byte) (*face, error) {
	f := &face{name: name, data: data, widths: map[rune]int{}}
	tables := map[string][]byte{}
	if len(data) < 12 {
		return nil, fmt.Errorf("face %s: no TrueType file", name)
	}
	for i := range int(u16(data, 4)) {
		rec := data[12+16*i:]
		off, size := u32(rec, 8), u32(rec, 12)
		tables[string(rec[:4])] = data[off : off+size]
	}
	for _, t := range []string{"head", "hhea", "hmtx", "maxp", "cmap"} {
		if tables[t] == nil {
			return nil, fmt.Errorf("face %s: table %s is missing", name, t)
		}
	}
	f.upem = int(u16(tables["head"], 18))
	f.metrics = int(u16(tables["hhea"], 34))
	f.glyphs = int(u16(tables["maxp"], 4))
	f.hmtx, f.loca, f.glyf = tables["hmtx"], tables["loca"], tables["glyf"]
	f.long = u16(tables["head"], 50) == 1
	cmap := tables["cmap"]
	for i := range int(u16(cmap, 2)) {
		sub := cmap[u32(cmap, 4+8*i+4):]
		if u16(sub, 0) == 4 {
			f.cmap = sub
			break
		}
	}
	if f.cmap == nil {
		return nil, fmt.Errorf("face %s: no character map of format 4", name)
	}
	if k := tables["kern"]; len(k) > 18 && u16(k, 2) == 1 {
		f.kern = k[18 : 18+6*int(u16(k, 10))]
	}
	glyphs := map[uint16]byte{}
	for r := range f.ascii {
		g := f.glyph(rune(r))
		f.ascii[r] = int16(f.advance(g))
		if g != 0 && r > ' ' {
			glyphs[uint16(g)] = byte(r)
		}
	}
	for k := f.kern; len(k) >= 6; k = k[6:] {
		a, b := glyphs[u16(k, 0)], glyphs[u16(k, 2)]
		if a != 0 && b != 0 {
			f.pairs[a][b] = f.thousandths(int16(u16(k, 4)))
		}
	}
	return f, nil
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

// glyph returns the glyph of r, 0 where the face has none.
func (f *face) glyph(r rune) int {
	if r > 0xFFFF {
		return 0
	}
	c := f.cmap
	segs := int(u16(c, 6)) / 2
	ends, starts := c[14:], c[16+2*segs:]
	deltas, offsets := c[16+4*segs:], c[16+6*segs:]
	i := sort.Search(segs, func(i int) bool { return rune(u16(ends, 2*i)) >= r })
	if i == segs || rune(u16(starts, 2*i)) > r {
		return 0
	}
	off := int(u16(offsets, 2*i))
	if off == 0 {
		return int(uint16(r) + u16(deltas, 2*i))
	}
	at := 2*i + off + 2*int(r-rune(u16(starts, 2*i)))
	if at+2 > len(offsets) {
		return 0
	}
	g := u16(offsets, at)
	if g == 0 {
		return 0
	}
	return int(g + u16(deltas, 2*i))
}

// has reports whether the face can print r.
func (f *face) has(r rune) bool { return f.glyph(r) != 0 }

// advance is the width of a glyph in thousandths of an em, rounded as the
// widths in the file are: what is measured is then what a viewer draws.
func (f *face) advance(glyph int) int {
	i := min(glyph, f.metrics-1)
	return int(math.Round(float64(u16(f.hmtx, 4*i)) * 1000 / float64(f.upem)))
}

// width is the width of r in thousandths of an em.
func (f *face) width(r rune) int {
	if r < 128 {
		return int(f.ascii[r])
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	w, ok := f.widths[r]
	if !ok {
		w = f.advance(f.glyph(r))
		f.widths[r] = w
	}
	return w
}

// kerning is what to add between a and b, in thousandths of an em.
func (f *face) kerning(a, b rune) int {
	if f.kern == nil || a == ' ' || b == ' ' {
		return 0
	}
	if a < 128 && b < 128 {
		return int(f.pairs[a][b])
	}
	key := uint32(f.glyph(a))<<16 | uint32(f.glyph(b))
	n := len(f.kern) / 6
	i := sort.Search(n, func(i int) bool { return u32(f.kern, 6*i) >= key })
	if i == n || u32(f.kern, 6*i) != key {
		return 0
	}
	return int(f.thousandths(int16(u16(f.kern, 6*i+4))))
}

func (f *face) thousandths(units int16) int16 {
	return int16(math.Round(float64(units) * 1000 / float64(f.upem)))
}

// extent is how far the outline of r reaches, left and right of its origin, in
// thousandths of an em.
func (f *face) extent(r rune) (left, right int) {
	g := f.glyph(r)
	at := 0
	if f.long {
		at = int(u32(f.loca, 4*g))
	} else {
		at = 2 * int(u16(f.loca, 2*g))
	}
	if at+10 > len(f.glyf) {
		return 0, 0
	}
	return int(f.thousandths(int16(u16(f.glyf, at+2)))), int(f.thousandths(int16(u16(f.glyf, at+6))))
}

// above is how far to move a Hebrew or Arabic vowel sign from the left edge of
// its letter, where the face has it.
func (f *face) above(mark, letter rune) int {
	left, right := f.extent(mark)
	switch room := f.width(letter); mark {
	case 0x5B9, 0x5C2: // the dots that stand at the left
		return -left
	case 0x5C1: // and the one at the right
		return room - right
	default:
		return (room - left - right) / 2
	}
}
