package ooxml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"runbook/generator"
)

// Clean drops what a document cannot hold or a reader cannot see: characters
// that XML 1.0 forbids, and what generator.Invisible says.
func Clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError, generator.Invisible(r):
			return -1
		}
		return r
	}, s)
}

var (
	oneLine = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", " ", "\t", " ")
	asItIs  = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
)

// Escape cleans s and escapes it for text and attributes, on one line.
func Escape(s string) string {
	if ordinary(s) {
		return s // as most text is
	}
	return oneLine.Replace(Clean(s))
}

// EscapeText is Escape for text alone: line ends, tabs and quotation marks
// stay.
func EscapeText(s string) string {
	if ordinary(s) {
		return s
	}
	return asItIs.Replace(Clean(s))
}

// ordinary reports whether s can be written as it is.
func ordinary(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '&' || c == '<' || c == '>' || c == '"' {
			return false
		}
	}
	return true
}

// Excel writes a character that XML forbids as _x0008_, so a text that has
// these seven letters anyway must have its first one written that way.

// Quote protects s, for a cell, from being read as such codes.
func Quote(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		if code(s[i:]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// Unquote returns the text that a cell's s stands for.
func Unquote(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		if !code(s[i:]) {
			out.WriteByte(s[i])
			i++
			continue
		}
		units := []uint16{unit(s[i:])}
		i += codeLen
		// What takes two units is two codes.
		if utf16.IsSurrogate(rune(units[0])) && code(s[i:]) && utf16.DecodeRune(rune(units[0]), rune(unit(s[i:]))) != utf8.RuneError {
			units = append(units, unit(s[i:]))
			i += codeLen
		}
		out.WriteString(string(utf16.Decode(units)))
	}
	return out.String()
}

const codeLen = len("_x0000_")

// code reports whether s begins with a code.
func code(s string) bool {
	if len(s) < codeLen || s[0] != '_' || s[1] != 'x' || s[codeLen-1] != '_' {
		return false
	}
	return strings.Trim(s[2:codeLen-1], "0123456789abcdefABCDEF") == ""
}

func unit(s string) uint16 {
	n, _ := strconv.ParseUint(s[2:codeLen-1], 16, 16) // code looked at the digits
	return uint16(n)
}
