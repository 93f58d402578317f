package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// objects is a PDF file taken apart: the text between "obj" and "endobj" of
// each object, by number. fpdf writes a file of version 1.3 with a plain
// table; putting it together again lets us add what fpdf has no call for
// (tags, fields) and pack the many small objects, which halves the file.
type objects struct {
	body map[int][]byte
	last int
	zip  *zlib.Writer // one for all streams: making it costs more than most of them
}

// takeApart splits a file that fpdf wrote.
func takeApart(data []byte) (*objects, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return nil, fmt.Errorf("take the file apart: no startxref")
	}
	line, _, _ := bytes.Cut(data[at+len("startxref\n"):], []byte("\n"))
	table, err := strconv.Atoi(string(line))
	if err != nil || table >= len(data) {
		return nil, fmt.Errorf("take the file apart: startxref %q", line)
	}
	rows := bytes.Split(data[table:at], []byte("\n"))
	var offsets []int
	for _, row := range rows {
		if bytes.HasSuffix(row, []byte(" n ")) {
			off, err := strconv.Atoi(string(row[:10]))
			if err != nil {
				return nil, fmt.Errorf("take the file apart: %w", err)
			}
			offsets = append(offsets, off)
		}
	}
	ends := append(slices.Sorted(slices.Values(offsets)), table)
	o := &objects{body: map[int][]byte{}, last: len(offsets)}
	for i, off := range offsets {
		pos, _ := slices.BinarySearch(ends, off)
		chunk := data[off:ends[pos+1]]
		head := fmt.Sprintf("%d 0 obj\n", i+1)
		end := bytes.LastIndex(chunk, []byte("endobj"))
		if !bytes.HasPrefix(chunk, []byte(head)) || end < 0 {
			return nil, fmt.Errorf("take the file apart: object %d is not at its place", i+1)
		}
		o.body[i+1] = bytes.TrimRight(chunk[len(head):end], "\n")
	}
	return o, nil
}

// reserve returns the next free number.
func (o *objects) reserve() int {
	o.last++
	return o.last
}

func (o *objects) put(n int, body string) { o.body[n] = []byte(body) }

// add files a new object and returns its number.
func (o *objects) add(body string) int {
	n := o.reserve()
	o.put(n, body)
	return n
}

// stream files a stream; dict is what its dictionary holds besides lengths.
func (o *objects) stream(n int, dict string, data []byte) {
	packed := o.deflate(data)
	if len(packed) < len(data) {
		dict += "/Filter/FlateDecode"
		data = packed
	}
	o.body[n] = fmt.Appendf(nil, "<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

func (o *objects) deflate(data []byte) []byte {
	var b bytes.Buffer
	if o.zip == nil {
		o.zip = zlib.NewWriter(&b)
	} else {
		o.zip.Reset(&b)
	}
	_, _ = o.zip.Write(data) // a buffer takes everything
	_ = o.zip.Close()
	return b.Bytes()
}

// inflate unpacks a stream that fpdf wrote.
func (o *objects) inflate(n int) ([]byte, error) {
	_, data, ok := bytes.Cut(o.body[n], []byte("stream\n"))
	if !ok {
		return nil, fmt.Errorf("unpack object %d: it is no stream", n)
	}
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("unpack object %d: %w", n, err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("unpack object %d: %w", n, err)
	}
	return out, nil
}

// perPack is how many small objects share a stream.
const perPack = 200

// assemble writes the file. The same objects give the same bytes.
func (o *objects) assemble(root, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	type entry struct {
		kind   byte
		field2 int
		field3 int
	}
	where := map[int]entry{}
	var small []int
	write := func(n int, body []byte) {
		where[n] = entry{1, out.Len(), 0}
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", n, body)
	}
	for _, n := range slices.Sorted(maps.Keys(o.body)) {
		if bytes.HasSuffix(o.body[n], []byte("endstream")) {
			write(n, o.body[n])
		} else {
			small = append(small, n)
		}
	}
	for pack := range slices.Chunk(small, perPack) {
		var head, body bytes.Buffer
		n := o.reserve()
		for i, m := range pack {
			fmt.Fprintf(&head, "%d %d ", m, body.Len())
			body.Write(o.body[m])
			body.WriteByte('\n')
			where[m] = entry{2, n, i}
		}
		o.stream(n, fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(pack), head.Len()), append(head.Bytes(), body.Bytes()...))
		write(n, o.body[n])
	}
	start := out.Len()
	n := o.reserve()
	where[n] = entry{1, start, 0}
	var table []byte
	for i := range n + 1 {
		e := where[i] // an unused number is a free entry: kind 0
		table = append(table, e.kind)
		table = binary.BigEndian.AppendUint32(table, uint32(e.field2))
		table = binary.BigEndian.AppendUint16(table, uint16(e.field3))
	}
	id := md5.Sum(out.Bytes()) // names the file, protects nothing
	o.stream(n, fmt.Sprintf("/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]", n+1, root, info, id, id), table)
	write(n, o.body[n])
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

var escaper = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

// pdfString writes s as a PDF string: plain where it is ASCII, else UTF-16.
func pdfString(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] >= ' ' && s[i] < 0x7F
	}
	if ascii {
		return "(" + escaper.Replace(s) + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}
