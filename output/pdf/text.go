package pdf

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// style is how a piece of text looks and where it leads.
type style struct {
	cut    cut
	size   float64
	color  color
	strike bool
	wash   bool   // a light ground, for code inside a sentence
	badge  bool   // a frame round it
	link   string // address, "#..." for a place in this document
}

// span is text in one style, "\n" in it forces a line end.
type span struct {
	text  string
	style style
}

// plain is the text of spans.
func plain(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}

// frag is a piece of a line in one style and one face.
type frag struct {
	x, w  float64 // from the line's start; without the space at its end
	text  string
	face  *face
	style style
	level uint8   // odd: from right to left; see direct
	room  float64 // to the next piece, for turn
}

// line is one line of text, set.
type line struct {
	frags []frag
	w     float64
}

// nowrap is how many characters of code in a sentence still stay on one line.
const nowrap = 40

// wrap sets spans into lines no wider than width.
func (f *fonts) wrap(spans []span, width float64) []line {
	b := breaker{fonts: f, width: width}
	spans, b.levels = f.direct(spans)
	for _, s := range spans {
		b.add(s)
	}
	b.flush()
	if len(b.cur.frags) > 0 || len(b.lines) == 0 {
		b.endLine(true)
	}
	return b.lines
}

// balance is wrap for titles: lines of about the same length, no more of
// them than wrap makes.
func (f *fonts) balance(spans []span, width float64) []line {
	best := f.wrap(spans, width)
	if len(best) < 2 {
		return best
	}
	lo, hi := width/2, width
	for range 7 {
		mid := (lo + hi) / 2
		if lines := f.wrap(spans, mid); len(lines) > len(best) || tooWide(lines, mid) {
			lo = mid
		} else {
			best, hi = lines, mid
		}
	}
	return best
}

func tooWide(lines []line, width float64) bool {
	for _, l := range lines {
		if l.w > width+0.1 {
			return true
		}
	}
	return false
}

// fit sets text on one line and ends it with dots where there is no room.
func (f *fonts) fit(s string, st style, width float64) line {
	s = clean(s)
	if l := f.wrap([]span{{s, st}}, 1e6)[0]; l.w <= width {
		return l
	}
	runes := []rune(s)
	n := sort.Search(len(runes), func(n int) bool { return f.measure(string(runes[:n])+"\u2026", st) > width })
	return f.wrap([]span{{strings.TrimRight(string(runes[:max(0, n-1)]), " ,.;:") + "\u2026", st}}, 1e6)[0]
}

// measure is the width of a text in one style on one line.
func (f *fonts) measure(text string, st style) float64 {
	w := 0.0
	for _, l := range f.wrap([]span{{text, st}}, 1e6) {
		w = max(w, l.w)
	}
	return w
}

// breaker gathers a word, which may go over several spans, and puts it on the
// line or, where there is no room, on the next.
type breaker struct {
	fonts *fonts
	width float64
	lines []line

	cur   line    // the line so far
	space float64 // width of the space at its end, not counted in cur.w
	word  []frag
	wordW float64
	last  rune

	levels []uint8 // of the characters to come, nil where all are 0
	level  uint8   // of the last one
}

// add sets a span of clean text.
func (b *breaker) add(s span) {
	text := s.text
	stay := s.style.cut >= code && s.style.wash && utf8.RuneCountInString(text) <= nowrap
	for i, r := range text {
		if len(b.levels) > 0 {
			b.level, b.levels = b.levels[0], b.levels[1:]
		}
		switch {
		case r == '\n':
			b.flush()
			b.endLine(true)
			b.last = 0
			continue
		case (r == ' ' || r == '\t') && !stay:
			b.flush()
			b.putSpace(s.style)
			b.last = ' '
			continue
		case b.breaksBefore(r, s.style):
			b.flush()
		}
		b.putRune(r, s.style)
		b.last = r
		if s.style.cut < code && breaksAfter(text, i, r) {
			b.flush()
		}
	}
}

// breaksBefore tells where East Asian text may break.
func (b *breaker) breaksBefore(r rune, st style) bool {
	if st.cut >= code && !st.wash || b.last == 0 || b.last == ' ' {
		return false
	}
	if !wide(r) && !wide(b.last) {
		return false
	}
	const noStart = "、。，．・：；？！）」』】〉》〕］｝…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ,.:;?!)]}"
	const noEnd = "（「『【〈《〔［｛([{"
	return !strings.ContainsRune(noStart, r) && !strings.ContainsRune(noEnd, b.last)
}

// breaksAfter tells where a Latin word may break: after a dash, after a
// hyphen between letters, and after a slash between words. The name of a
// server or a file does not break at its hyphens.
func breaksAfter(text string, i int, r rune) bool {
	if r == '\u2014' || r == '\u2013' {
		return true
	}
	if r != '-' && r != '/' || i < 2 || i+3 > len(text) {
		return false
	}
	letter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	return letter(text[i-1]) && letter(text[i-2]) && letter(text[i+1]) && letter(text[i+2]) && (r != '-' || !dotted(text, i))
}

// dotted tells whether the word round a place has a dot before another letter
// or digit.
func dotted(text string, i int) bool {
	word := text[strings.LastIndexAny(text[:i], " \n")+1:]
	if end := strings.IndexAny(word, " \n"); end >= 0 {
		word = word[:end]
	}
	dot := strings.IndexByte(word, '.')
	return dot > 0 && dot < len(word)-1 && word[dot+1] > ' ' && !strings.ContainsRune(".,;:)", rune(word[dot+1]))
}

// putRune adds r to the word.
func (b *breaker) putRune(r rune, st style) {
	fc, r := b.fonts.pick(st.cut, r)
	if fc == nil {
		return
	}
	w := float64(fc.width(r)) * st.size / 1000
	if n := len(b.word); n > 0 && b.word[n-1].face == fc && b.word[n-1].style == st && b.word[n-1].level == b.level {
		last := &b.word[n-1]
		prev, _ := utf8.DecodeLastRuneInString(last.text)
		w += float64(fc.kerning(prev, r)) * st.size / 1000
		last.text += string(r)
		last.w += w
	} else {
		b.word = append(b.word, frag{w: w, text: string(r), face: fc, style: st, level: b.level})
	}
	b.wordW += w
}

// putSpace adds a space to the end of the line. It is part of the text, so
// that what is copied or read aloud has it, but it takes no room at the end.
func (b *breaker) putSpace(st style) {
	n := len(b.cur.frags)
	if n == 0 || b.space > 0 {
		return
	}
	st.wash, st.badge, st.strike = false, false, false
	own := b.fonts.cut(st.cut) // not every face has a space
	if last := &b.cur.frags[n-1]; last.style == st && last.face == own && last.level == 0 && b.level == 0 {
		last.text += " "
	} else {
		b.cur.frags = append(b.cur.frags, frag{x: b.cur.w, text: " ", face: own, style: st, level: b.level})
	}
	b.space = float64(own.width(' ')) * st.size / 1000
}

// flush puts the word on the line. A word wider than a line is cut up.
func (b *breaker) flush() {
	if len(b.word) == 0 {
		return
	}
	if b.cur.w+b.space+b.wordW > b.width+0.01 && len(b.cur.frags) > 0 {
		// A long word may as well begin here if it has to be cut anyway.
		if b.wordW <= b.width || b.width-b.cur.w-b.space < b.width/3 {
			b.endLine(false)
		}
	}
	for b.cur.w+b.space+b.wordW > b.width+0.01 {
		if !b.cutWord(b.width - b.cur.w - b.space) {
			break
		}
		b.endLine(false)
	}
	b.putWord(b.word)
	b.word, b.wordW = nil, 0
}

// putWord appends frags to the line, joined to the last where they look alike.
func (b *breaker) putWord(word []frag) {
	x := b.cur.w + b.space
	for _, g := range word {
		n := len(b.cur.frags)
		if n > 0 {
			if last := &b.cur.frags[n-1]; last.face == g.face && last.style == g.style && last.level == g.level {
				last.text += g.text
				last.w = x + g.w - last.x
				x += g.w
				continue
			}
		}
		g.x = x
		b.cur.frags = append(b.cur.frags, g)
		x += g.w
	}
	b.cur.w, b.space = x, 0
}

// endLine closes the line. A space stays at the end of a line that was broken
// because it was full, so that the words do not grow together when copied.
func (b *breaker) endLine(forced bool) {
	if n := len(b.cur.frags); forced && n > 0 {
		last := &b.cur.frags[n-1]
		if last.text = strings.TrimSuffix(last.text, " "); last.text == "" {
			b.cur.frags = b.cur.frags[:n-1]
		}
	}
	b.cur.turn()
	b.lines = append(b.lines, b.cur)
	b.cur, b.space = line{}, 0
}

// spaced adds a space at the end of a line, for what is read aloud before the
// next piece. It takes no room.
func (l line) spaced() line {
	if n := len(l.frags); n > 0 && l.frags[n-1].face.has(' ') {
		l.frags = slices.Clone(l.frags)
		l.frags[n-1].text += " "
	}
	return l
}
