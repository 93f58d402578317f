package pdf

import (
	"strings"
	"unicode/utf8"

	"runbook/output/markup"
)

// code adds a block of code on a light ground. Lines keep their spaces. A
// command that is too long goes on below as its shell has it; what cannot be
// broken so goes on with a mark that is not part of the text, so that it cannot
// be taken for two lines.
func (f *flow) code(b *markup.Code, parent *elem) {
	const pad = 6.5
	t, edge := mono, 3.5
	if f.d.rb.Role != "" {
		edge = 2
	}
	if f.t.size < body.size {
		t = text{min(7.6, f.t.size*0.88), min(9.6, f.t.lead*0.87)}
	} else {
		t = f.d.fonts.fitted(b.Lines, t, f.w-2*pad)
	}
	e := parent.child("Code")
	x, w := f.x, f.w
	from := len(f.strips)
	f.space(f.t.lead * 0.3)
	for i, src := range b.Fold(int((w-2*pad)/(t.size*codeAdvance) + 0.05)) {
		st := t.style(code, ink)
		if comment(b.Language, src) {
			st.color = rgb(0x4b5563)
		}
		for j, l := range f.d.fonts.codeLines(src, st, w-2*pad) {
			if i > 0 || j > 0 {
				f.keep(firm)
			}
			h, dx := t.lead, pad
			if i == 0 && j == 0 {
				h += edge
			}
			top0 := h - t.lead
			if j > 0 {
				dx += 2 * t.size * codeAdvance
			}
			f.add(h, func(c *canvas, top float64) {
				if j > 0 {
					c.hook(x+pad+1, top+top0, t)
				}
				c.line(x+dx, top+top0, l, t, e)
			})
		}
	}
	last := len(f.strips) - 1
	if last < from {
		return
	}
	if last > from { // no line alone
		f.strips[from+1].tie, f.strips[last].tie = 2*firm, 2*firm
	}
	f.strips[last].h += edge
	bar := f.d.accent
	f.under(from, func(c *canvas, top, bottom float64, first, last bool) {
		c.block(x, top, w, bottom-top, wash)
		c.block(x, top, 2.2, bottom-top, bar)
		c.rule(x+w, top, x+w, bottom, pale, 0.5)
		if first {
			c.rule(x, top, x+w, top, pale, 0.5)
		}
		if last {
			c.rule(x, bottom, x+w, bottom, pale, 0.5)
		}
	})
	f.space(f.t.lead * 0.45)
}

// codeAdvance is the width of every letter of the code faces, of their size.
const codeAdvance = 0.602

// leastCode is the smallest type of code in a runbook: its own, where that
// breaks no line, but not so small that it is another text.
const leastCode = 7.5

// fitted is t, or a little smaller where then no line is broken.
func (f *fonts) fitted(lines []string, t text, width float64) text {
	widest := 0.0
	for _, l := range lines {
		one, levels := f.directCode(l)
		widest = max(widest, f.verbatim(one, levels, t.style(code, ink)).w)
	}
	size := t.size * (width - 0.1) / widest // what just fits is wider when it is added up
	if widest <= width || size < leastCode {
		return t
	}
	return text{size, t.lead * size / t.size}
}

// directCode is direct for a line of code, without tabs.
func (f *fonts) directCode(src string) (string, []uint8) {
	spans, levels := f.direct([]span{{text: strings.ReplaceAll(src, "\t", "    ")}})
	return spans[0].text, levels
}

// hook marks a line that goes on. It is drawn, not set: what is set comes along
// when a command is copied.
func (c *canvas) hook(x, y float64, t text) {
	mid, right := y+t.lead/2, x+t.size*0.75
	c.rule(x, y+t.lead*0.2, x, mid, soft, 0.7)
	c.rule(x, mid, right, mid, soft, 0.7)
	c.rule(right-1.7, mid-1.7, right, mid, soft, 0.7)
	c.rule(right-1.7, mid+1.7, right, mid, soft, 0.7)
}

// codeLines divides a line of code into lines no wider than width, after a
// space or a separator where one is near the end. All but the first are
// narrower by the indent they get.
func (f *fonts) codeLines(src string, st style, width float64) []line {
	var lines []line
	indent := 0.0
	src, levels := f.directCode(src)
	for {
		n := f.fitting(src, st, width-indent)
		cutAt := n
		if n < len(src) {
			if at := strings.LastIndexAny(src[:n], " "); at > n/2 {
				cutAt = at + 1
			} else if at := strings.LastIndexAny(src[:n], `/\,;|.=&-`); at > n*2/3 {
				cutAt = at + 1
			}
		}
		lines = append(lines, f.verbatim(src[:cutAt], levels, st))
		if cutAt >= len(src) {
			return lines
		}
		levels = levels[min(utf8.RuneCountInString(src[:cutAt]), len(levels)):]
		src = src[cutAt:]
		indent = 2 * st.size * codeAdvance
	}
}

// fitting is how many bytes of src fit into width, one character at least.
func (f *fonts) fitting(src string, st style, width float64) int {
	w := 0.0
	for i, r := range src {
		fc, r := f.pick(st.cut, r)
		if fc == nil {
			continue
		}
		w += float64(fc.width(r)) * st.size / 1000
		if w > width && i > 0 {
			return i
		}
	}
	return len(src)
}

// verbatim sets text on one line, spaces and all.
func (f *fonts) verbatim(s string, levels []uint8, st style) line {
	var l line
	level := uint8(0)
	for _, r := range s {
		if len(levels) > 0 {
			level, levels = levels[0], levels[1:]
		}
		fc := f.cut(st.cut)
		if r != ' ' {
			fc, r = f.pick(st.cut, r)
		}
		if fc == nil {
			continue
		}
		w := float64(fc.width(r)) * st.size / 1000
		if n := len(l.frags); n > 0 && l.frags[n-1].face == fc && l.frags[n-1].level == level {
			l.frags[n-1].text += string(r)
			l.frags[n-1].w += w
		} else {
			l.frags = append(l.frags, frag{x: l.w, w: w, text: string(r), face: fc, style: st, level: level})
		}
		l.w += w
	}
	l.turn()
	return l
}

// comment tells whether a line of code is only a comment.
func comment(language, src string) bool {
	s := strings.ToLower(strings.TrimSpace(src))
	switch language {
	case "powershell", "bash", "sh", "yaml", "console":
		return strings.HasPrefix(s, "#")
	case "cmd", "bat", "batch":
		return strings.HasPrefix(s, "rem ") || strings.HasPrefix(s, "::")
	case "ini":
		return strings.HasPrefix(s, ";") || strings.HasPrefix(s, "#")
	case "sql", "kusto", "kql":
		return strings.HasPrefix(s, "--") || strings.HasPrefix(s, "//")
	}
	return false
}
