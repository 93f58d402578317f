package record

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// largest is the most that one stream may unpack to. A form of hundreds of
// items stays far below; a file made to exhaust memory does not.
const largest = 64 << 20

// member is an object in a stream of objects.
type member struct {
	number int
	object object
}

func (f *pdfFile) unpack(n int) []object {
	if all, ok := f.packs[n]; ok {
		return all
	}
	var all []object
	for _, m := range f.packed(n) {
		all = append(all, m.object)
	}
	f.packs[n] = all
	return all
}

func (f *pdfFile) packed(n int) []member {
	s, ok := f.get(n).(*stream)
	if !ok {
		return nil
	}
	data, err := s.decode(f)
	if err != nil {
		return nil
	}
	count, _ := f.resolve(s.dict["N"]).(float64)
	first, _ := f.resolve(s.dict["First"]).(float64)
	var all []member
	head := parser{data: data}
	for range int(min(count, float64(len(data)))) {
		a, err1 := head.object()
		b, err2 := head.object()
		number, ok1 := a.(float64)
		offset, ok2 := b.(float64)
		at := int(first) + int(offset)
		if err1 != nil || err2 != nil || !ok1 || !ok2 || at < 0 || at > len(data) {
			break
		}
		p := parser{data: data, pos: at}
		o, _ := p.object()
		all = append(all, member{int(number), o})
	}
	return all
}

// decode unpacks a stream.
func (s *stream) decode(f *pdfFile) ([]byte, error) {
	filter := f.resolve(s.dict["Filter"])
	parms := f.resolve(s.dict["DecodeParms"])
	if a, ok := filter.(array); ok {
		if len(a) == 0 {
			return s.raw, nil
		}
		if len(a) > 1 {
			return nil, errors.New("the PDF packs a stream twice")
		}
		filter = f.resolve(a[0])
		if pa, ok := parms.(array); ok && len(pa) > 0 {
			parms = f.resolve(pa[0])
		}
	}
	switch filter {
	case nil:
		return s.raw, nil
	case name("FlateDecode"), name("Fl"):
	default:
		return nil, fmt.Errorf("the PDF packs a stream with %v", filter)
	}
	z, err := zlib.NewReader(bytes.NewReader(s.raw))
	if err != nil {
		return nil, fmt.Errorf("unpack a stream: %w", err)
	}
	data, err := io.ReadAll(io.LimitReader(z, largest+1))
	if len(data) > largest {
		return nil, errors.New("the PDF has a stream that is too large")
	}
	if err != nil && len(data) == 0 {
		return nil, fmt.Errorf("unpack a stream: %w", err)
	}
	d, _ := parms.(dict)
	return f.unpredict(data, d)
}

// unpredict undoes the filter of PNG that packed tables usually have.
func (f *pdfFile) unpredict(data []byte, parms dict) ([]byte, error) {
	number := func(k name, or int) int {
		if n, ok := f.resolve(parms[k]).(float64); ok {
			return int(n)
		}
		return or
	}
	predictor := number("Predictor", 1)
	if predictor == 1 {
		return data, nil
	}
	if predictor < 10 {
		return nil, errors.New("the PDF filters a stream in a way that is not read")
	}
	bytesPer := max(1, number("Colors", 1)*number("BitsPerComponent", 8)/8)
	width := (number("Colors", 1)*number("BitsPerComponent", 8)*number("Columns", 1) + 7) / 8
	if width < 1 || width > 1<<20 {
		return nil, errors.New("the PDF has a stream with rows of an odd width")
	}
	out := make([]byte, 0, len(data))
	prev := make([]byte, width)
	for len(data) > width {
		kind, row := data[0], bytes.Clone(data[1:width+1])
		for i := range row {
			var left, up, corner int
			up = int(prev[i])
			if i >= bytesPer {
				left, corner = int(row[i-bytesPer]), int(prev[i-bytesPer])
			}
			switch kind {
			case 1:
				row[i] += byte(left)
			case 2:
				row[i] += byte(up)
			case 3:
				row[i] += byte((left + up) / 2)
			case 4:
				row[i] += byte(paeth(left, up, corner))
			}
		}
		out = append(out, row...)
		prev, data = row, data[width+1:]
	}
	return out, nil
}

func paeth(a, b, c int) int {
	p := a + b - c
	pa, pb, pc := abs(p-a), abs(p-b), abs(p-c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
