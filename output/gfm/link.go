package gfm

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkParser makes links of bare addresses.
type linkParser struct{}

// Trigger: the blank stands for white space and the head of a line.
func (linkParser) Trigger() []byte { return []byte{' ', '*', '_', '~', '('} }

func (linkParser) Parse(parent ast.Node, block text.Reader, context parser.Context) ast.Node {
	if context.IsInLinkLabel() {
		return nil
	}
	line, segment := block.PeekLine()
	before := 0 // 1 if the character before the address is read here
	switch line[0] {
	case ' ', '*', '_', '~', '(':
		before = 1
		line = line[1:]
	}
	kind := ast.AutoLinkURL
	var protocol []byte
	end := url(line)
	if end == 0 && bytes.HasPrefix(line, []byte("www.")) {
		end = hostAndPath(line, len("www."), false)
		protocol = []byte("http")
	}
	if end == 0 {
		kind = ast.AutoLinkEmail
		end = email(line)
	}
	if end == 0 {
		return nil
	}
	if before != 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+1))
	}
	end = withoutPunctuation(line[:end])
	block.Advance(before + end)
	start := segment.Start + before
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+end)))
	link.Protocol = protocol
	return link
}

// url is the length of the address with a protocol that a text begins with.
func url(line []byte) int {
	for _, protocol := range []string{"http://", "https://", "ftp://"} {
		if bytes.HasPrefix(line, []byte(protocol)) {
			return hostAndPath(line, len(protocol), true)
		}
	}
	return 0
}

// What addresses are made of besides letters and digits.
const (
	hostMarks = "-@:%._+~#="
	pathMarks = "-@:%_+.~#!?&/=();,'\">^{}[]`"
)

// hostAndPath is the end of an address whose host begins at an offset, 0 if that
// is none. A host ends with a dot and small letters; it is as long as that
// allows, and up to 256 characters before the dot.
func hostAndPath(line []byte, host int, port bool) int {
	dot := 0
	for i := host; i < len(line) && i <= host+256 && of(line[i], hostMarks); i++ {
		if line[i] == '.' && i > host && i+1 < len(line) && small(line[i+1]) {
			dot = i
		}
	}
	if dot == 0 {
		return 0
	}
	end := after(line, dot+1, small)
	if port && end+1 < len(line) && line[end] == ':' && util.IsNumeric(line[end+1]) {
		end = after(line, end+1, util.IsNumeric)
	}
	if end == len(line) || strings.IndexByte("/#?", line[end]) < 0 {
		return end
	}
	return after(line, end+1, func(c byte) bool { return of(c, pathMarks) || port && c == '$' })
}

// after is where the bytes end that are of a kind.
func after(line []byte, from int, is func(byte) bool) int {
	for from < len(line) && is(line[from]) {
		from++
	}
	return from
}

func small(c byte) bool { return 'a' <= c && c <= 'z' }

func of(c byte, marks string) bool { return util.IsAlphaNumeric(c) || strings.IndexByte(marks, c) >= 0 }

// email is the length of the address of mail that a text begins with.
func email(line []byte) int {
	if len(line) == 0 || util.IsPunct(line[0]) {
		return 0
	}
	end := util.FindEmailIndex(line)
	if end < 0 {
		return 0
	}
	if bytes.IndexByte(line[bytes.IndexByte(line, '@'):end-1], '.') < 0 {
		return 0
	}
	if line[end-1] == '.' {
		end--
	}
	if end < len(line) && (line[end] == '-' || line[end] == '_') {
		return 0
	}
	return end
}

// withoutPunctuation is the end of an address without what belongs to the
// sentence around it.
func withoutPunctuation(address []byte) int {
	open := bytes.Count(address, []byte{'('})
	closed := bytes.Count(address, []byte{')'})
	i := len(address)
	for i > 1 {
		switch address[i-1] {
		case '?', '!', '.', ',', ':', '*', '_', '~':
			i--
		case ')':
			if closed <= open {
				return i
			}
			closed--
			i--
		case ';': // the end of an entity goes as one
			j := i - 2
			for j > 0 && util.IsAlphaNumeric(address[j]) {
				j--
			}
			if j == i-2 || address[j] != '&' {
				return i
			}
			i = j
		default:
			return i
		}
	}
	return i
}
