package record

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
)

// The objects of a PDF. Numbers are float64, the rest of Go's own types are
// bool and nil.
type (
	object any
	name   string
	str    []byte
	array  []object
	dict   map[name]object
	ref    struct{ number, generation int }
	stream struct {
		dict dict
		raw  []byte
	}
	keyword string // anything else: obj, endobj, stream, R
)

// parser reads objects from bytes.
type parser struct {
	data  []byte
	pos   int
	depth int
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}
func delimiter(c byte) bool { return strings.IndexByte("()<>[]{}/%", c) >= 0 }

// skip moves over space and comments.
func (p *parser) skip() {
	for p.pos < len(p.data) {
		switch c := p.data[p.pos]; {
		case space(c):
			p.pos++
		case c == '%':
			for p.pos < len(p.data) && p.data[p.pos] != '\n' && p.data[p.pos] != '\r' {
				p.pos++
			}
		default:
			return
		}
	}
}

// object reads one object, a reference included.
func (p *parser) object() (object, error) {
	p.skip()
	if p.pos >= len(p.data) {
		return nil, fmt.Errorf("the PDF ends inside an object")
	}
	switch c := p.data[p.pos]; {
	case c == '/':
		return p.name(), nil
	case c == '(':
		return p.literal()
	case bytes.HasPrefix(p.data[p.pos:], []byte("<<")):
		return p.dict()
	case c == '<':
		return p.hex()
	case c == '[':
		return p.array()
	case delimiter(c):
		return nil, fmt.Errorf("the PDF has a %q where no object begins", c)
	}
	word := p.word()
	switch word {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	n, ok := number(word)
	if !ok {
		return keyword(word), nil
	}
	if strings.Trim(word, "0123456789") != "" {
		return n, nil
	}
	// "12 0 R" is a reference; look ahead for it.
	back := p.pos
	p.skip()
	gen := p.word()
	p.skip()
	if g, err := strconv.Atoi(gen); err == nil && g >= 0 && p.word() == "R" && n < 1e8 {
		return ref{int(n), g}, nil
	}
	p.pos = back
	return n, nil
}

func number(word string) (float64, bool) {
	n, err := strconv.ParseFloat(word, 64)
	return n, err == nil
}

// word reads up to the next space or delimiter.
func (p *parser) word() string {
	from := p.pos
	for p.pos < len(p.data) && !space(p.data[p.pos]) && !delimiter(p.data[p.pos]) {
		p.pos++
	}
	return string(p.data[from:p.pos])
}

func (p *parser) name() name {
	p.pos++
	raw := p.word()
	if !strings.Contains(raw, "#") {
		return name(raw)
	}
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) {
			if v, err := strconv.ParseUint(raw[i+1:i+3], 16, 8); err == nil {
				b.WriteByte(byte(v))
				i += 2
				continue
			}
		}
		b.WriteByte(raw[i])
	}
	return name(b.String())
}

func (p *parser) nest() error {
	if p.depth++; p.depth > 200 {
		return fmt.Errorf("the PDF nests its objects too deeply")
	}
	return nil
}

func (p *parser) array() (object, error) {
	if err := p.nest(); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	p.pos++
	a := array{}
	for {
		p.skip()
		if p.pos < len(p.data) && p.data[p.pos] == ']' {
			p.pos++
			return a, nil
		}
		o, err := p.object()
		if err != nil {
			return nil, err
		}
		if _, bad := o.(keyword); bad {
			return nil, fmt.Errorf("the PDF has an array that does not end")
		}
		a = append(a, o)
	}
}

func (p *parser) dict() (object, error) {
	if err := p.nest(); err != nil {
		return nil, err
	}
	defer func() { p.depth-- }()
	p.pos += 2
	d := dict{}
	for {
		p.skip()
		if bytes.HasPrefix(p.data[p.pos:], []byte(">>")) {
			p.pos += 2
			return d, nil
		}
		k, err := p.object()
		if err != nil {
			return nil, err
		}
		key, ok := k.(name)
		if !ok {
			return nil, fmt.Errorf("the PDF has a dictionary with a key that is no name")
		}
		v, err := p.object()
		if err != nil {
			return nil, err
		}
		d[key] = v
	}
}

func (p *parser) hex() (object, error) {
	p.pos++
	var out str
	var digit, n int
	for ; p.pos < len(p.data); p.pos++ {
		c := p.data[p.pos]
		v := bytes.IndexByte([]byte("0123456789abcdef"), c|0x20)
		switch {
		case c == '>':
			p.pos++
			if n%2 == 1 {
				out = append(out, byte(digit<<4))
			}
			return out, nil
		case c >= '0' && c <= '9':
			v = int(c - '0')
		case space(c):
			continue
		}
		if v < 0 {
			break
		}
		if n++; n%2 == 0 {
			out = append(out, byte(digit<<4|v))
		}
		digit = v
	}
	return nil, fmt.Errorf("the PDF has a string in hexadecimal that does not end")
}

func (p *parser) literal() (object, error) {
	p.pos++
	var out str
	for open := 1; p.pos < len(p.data); p.pos++ {
		switch c := p.data[p.pos]; c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				p.pos++
				return out, nil
			}
		case '\r': // a line end in a string is a line feed
			if p.pos+1 < len(p.data) && p.data[p.pos+1] == '\n' {
				p.pos++
			}
			out = append(out, '\n')
			continue
		case '\\':
			out = p.escape(out)
			continue
		}
		out = append(out, p.data[p.pos])
	}
	return nil, fmt.Errorf("the PDF has a string that does not end")
}

// escape reads what follows a backslash and leaves pos on its last byte.
func (p *parser) escape(out str) str {
	p.pos++
	if p.pos >= len(p.data) {
		return out
	}
	c := p.data[p.pos]
	if i := strings.IndexByte("nrtbf", c); i >= 0 {
		return append(out, "\n\r\t\b\f"[i])
	}
	switch {
	case c == '\n':
		return out
	case c == '\r':
		if p.pos+1 < len(p.data) && p.data[p.pos+1] == '\n' {
			p.pos++
		}
		return out
	case c >= '0' && c <= '7':
		v := 0
		for i := 0; i < 3 && p.pos < len(p.data) && p.data[p.pos] >= '0' && p.data[p.pos] <= '7'; i++ {
			v = v<<3 | int(p.data[p.pos]-'0')
			p.pos++
		}
		p.pos--
		return append(out, byte(v))
	}
	return append(out, c)
}

// text decodes a text string: UTF-16 or UTF-8 with its mark, else the PDF's
// own set of characters.
func (s str) text() string {
	switch {
	case bytes.HasPrefix(s, []byte{0xFE, 0xFF}):
		var units []uint16
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(s, []byte{0xFF, 0xFE}):
		var units []uint16
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i+1])<<8|uint16(s[i]))
		}
		return string(utf16.Decode(units))
	case bytes.HasPrefix(s, []byte{0xEF, 0xBB, 0xBF}):
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	}
	var b strings.Builder
	for _, c := range s {
		switch {
		case c >= 0x18 && c < 0x20:
			b.WriteRune([]rune("˘ˇˆ˙˝˛˚˜")[c-0x18])
		case c >= 0x80 && c <= 0x9E:
			b.WriteRune([]rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")[c-0x80])
		case c == 0xA0:
			b.WriteRune('€')
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
