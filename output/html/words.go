package html

import (
	"fmt"
	"html/template"
	"strings"
	"unicode/utf8"

	"runbook/generator"
	"runbook/output/words"
)

// The functions of the templates: how numbers, times and people are put into
// words.

func next(n int) int { return n + 1 }

func heading(id string) string { return headings[id] }

func word(id string) string { return wording[id] }

// pieces are the parts of a name between which it may break on a telephone.
func pieces(name string) []string {
	const marks = `._/\`
	var list []string
	from := 0
	for i := 1; i < len(name); i++ {
		if strings.IndexByte(marks, name[i-1]) >= 0 && strings.IndexByte(marks, name[i]) < 0 {
			list = append(list, name[from:i])
			from = i
		}
	}
	return append(list, name[from:])
}

// breakable is a name that may break between its pieces.
func breakable(name string) template.HTML {
	list := pieces(name)
	for i, p := range list {
		list[i] = template.HTMLEscapeString(p)
	}
	return template.HTML(strings.Join(list, "<wbr>"))
}

func sentence(s string) string { return generator.Sentence(s) }

func texts(id string) []string { return wordings[id] }

func duration(minutes int) string { return generator.Minutes(minutes) }

func count(n int, noun string) string { return words.Count(n, noun) }

func planning(first, last string) string { return words.Planned(first, last) }

func span(first, last string) string { return words.ShortDays(first, last) }

func day(s string) string { return words.Day(s) }

func weekday(s string) string { return words.Weekday(s) }

// mailto is the address of a new message to a person. What is special in such
// an address is percent-encoded, so that a name cannot add a subject, a body
// or more receivers.
func mailto(email string) template.URL {
	const plain = "@.-_+"
	var b strings.Builder
	b.WriteString("mailto:")
	for i := range len(email) {
		c := email[i]
		if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(plain, c) >= 0 {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return template.URL(b.String()) // every byte is encoded above
}

// weblink is s when a page may link to it, and "" otherwise.
func weblink(s string) template.URL {
	if followable(s) {
		return template.URL(s)
	}
	return ""
}

// suspect are the bytes that a forbidden character begins with. 0xC2 begins
// the second block of control characters, and ordinary ones; what begins with
// 0xEF or more is rare and looked at in full.
var suspect = func() (list [256]bool) {
	for c := range list {
		list[c] = c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c == 0xC2 || c >= 0xEF
	}
	return list
}()

// allowedCharacters drops what HTML forbids in a document wherever it came
// from: control characters and bytes that are not UTF-8.
func allowedCharacters(page []byte) []byte {
	clean := utf8.Valid(page)
	for i, c := range page {
		if suspect[c] && (c != 0xC2 || page[min(i+1, len(page)-1)] < 0xA0) {
			clean = false
			break
		}
	}
	if clean {
		return page
	}
	return []byte(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < ' ', 0x7f <= r && r <= 0x9f, 0xFDD0 <= r && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, strings.ToValidUTF8(string(page), "\uFFFD")))
}
