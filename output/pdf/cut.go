package pdf

import (
	"strings"
	"unicode/utf8"
)

// cutWord puts as much of the word on the line as there is room for, at
// least one character, preferring an end after a separator.
func (b *breaker) cutWord(room float64) bool {
	const separators = `/\.-_=&?:,;`
	w, best, bestSep := 0.0, -1, -1
	count := 0
	var prev rune
	for _, g := range b.word {
		for _, r := range g.text {
			w += float64(g.face.width(r)+g.face.kerning(prev, r)) * g.style.size / 1000
			if w > room && count > 0 {
				goto found
			}
			count++
			best = count
			if strings.ContainsRune(separators, r) {
				bestSep = count
			}
			prev = r
		}
	}
	return false // all of it fits
found:
	if bestSep > best/2 {
		best = bestSep
	}
	head, tail := splitFrags(b.word, best)
	b.putWord(b.weigh(head))
	b.word = b.weigh(tail)
	b.wordW = 0
	for _, g := range b.word {
		b.wordW += g.w
	}
	return true
}

// splitFrags cuts frags after n characters.
func splitFrags(frags []frag, n int) (head, tail []frag) {
	for _, g := range frags {
		count := utf8.RuneCountInString(g.text)
		switch {
		case n >= count:
			head = append(head, g)
		case n <= 0:
			tail = append(tail, g)
		default:
			at := 0
			for range n {
				_, size := utf8.DecodeRuneInString(g.text[at:])
				at += size
			}
			l, r := g, g
			l.text, r.text = g.text[:at], g.text[at:]
			head, tail = append(head, l), append(tail, r)
		}
		n -= count
	}
	return head, tail
}

// weigh computes the widths of frags anew.
func (b *breaker) weigh(frags []frag) []frag {
	for i := range frags {
		frags[i].w = frags[i].face.length(frags[i].text) * frags[i].style.size / 1000
	}
	return frags
}

// length is the width of text in thousandths of an em.
func (f *face) length(text string) float64 {
	w, prev := 0, rune(0)
	for _, r := range text {
		if prev != 0 {
			w += f.kerning(prev, r)
		}
		w += f.width(r)
		prev = r
	}
	return float64(w)
}
