package html

import (
	"strconv"
	"strings"
)

//go:generate go test . -run TestLayout -update

// writer is the page as far as it is written. Its methods that begin with
// "lay" are the templates, compiled: parsing and executing them would take a
// third of the time of a run. See TestLayout.
type writer struct{ page []byte }

// raw writes what is made here: markup, and what goldmark gave. Inlined in
// every place, it would double the code of the templates.
//
//go:noinline
func (w *writer) raw(s string) { w.page = append(w.page, s...) }

func (w *writer) number(n int) { w.page = strconv.AppendInt(w.page, int64(n), 10) }

// escapes are what stands in a text or between the quotes of an attribute for
// a byte that means something there; those of html/template.
var escapes = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// text writes a plain string as text, or as the value of an attribute.
func (w *writer) text(s string) {
	done := 0
	for i := range len(s) {
		if e := escapes[s[i]]; e != "" {
			w.page = append(append(w.page, s[done:i]...), e...)
			done = i + 1
		}
	}
	w.page = append(w.page, s[done:]...)
}

// What stands in an address as it is: in a part of one, and in a whole one.
const (
	unreserved = "-._~abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	whole      = unreserved + "!#$&*+,/:;=?@[]"
)

// fragment writes what stands behind the sign # of an address.
func (w *writer) fragment(s string) { w.encoded(s, unreserved, false) }

// address writes a whole address as the value of an attribute.
func (w *writer) address(s string) { w.encoded(s, whole, true) }

// encoded percent-encodes what is not plain and, where encoded says so, not
// encoded already.
func (w *writer) encoded(s, plain string, encoded bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte(plain, c) >= 0, encoded && c == '%' && isHex(s[i+1:]):
			w.text(s[i : i+1])
		default:
			const digits = "0123456789abcdef"
			w.page = append(w.page, '%', digits[c>>4], digits[c&15])
		}
	}
}

// isHex reports whether s begins with the two digits of an encoded byte.
func isHex(s string) bool {
	if len(s) < 2 {
		return false
	}
	_, err := strconv.ParseUint(s[:2], 16, 8)
	return err == nil
}
