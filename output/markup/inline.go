package markup

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// inline returns the runs below n.
func (r reader) inline(n ast.Node) []Run { return r.runs(nil, n, Run{}) }

// runs appends the children of n to out; style is what n's parents ask for.
func (r reader) runs(out []Run, n ast.Node, style Run) []Run {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		s := style
		switch c := c.(type) {
		case *ast.Text:
			v := string(c.Value(r.src))
			if !c.IsRaw() && !style.Code {
				v = unescape(v)
			}
			s.Text = v
			out = appendRun(out, s)
			switch {
			case style.Code && c.SoftLineBreak():
				s.Text = " "
				out = appendRun(out, s)
			case c.HardLineBreak():
				out = append(out, Run{Text: "\n"})
			case c.SoftLineBreak():
				s.Text = " "
				out = appendRun(out, s)
			}
		case *ast.String:
			s.Text = string(c.Value)
			out = appendRun(out, s)
		case *ast.CodeSpan:
			s.Code = true
			// A line end inside a code span is a space.
			for _, run := range r.runs(nil, c, s) {
				run.Text = strings.ReplaceAll(run.Text, "\n", " ")
				out = appendRun(out, run)
			}
		case *ast.Emphasis:
			if c.Level >= 2 {
				s.Bold = true
			} else {
				s.Italic = true
			}
			out = r.runs(out, c, s)
		case *extast.Strikethrough:
			s.Strike = true
			out = r.runs(out, c, s)
		case *ast.Link:
			s.Link = address(unescape(string(c.Destination)))
			out = r.runs(out, c, s)
		case *ast.AutoLink:
			s.Link = address(string(c.URL(r.src)))
			if c.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(s.Link), "mailto:") {
				s.Link = "mailto:" + s.Link
			}
			s.Text = string(c.Label(r.src))
			out = appendRun(out, s)
		case *ast.Image:
			// A picture somewhere on the network cannot be drawn; its text can.
			out = r.runs(out, c, s)
		case *ast.RawHTML, *extast.TaskCheckBox:
		default:
			out = r.runs(out, c, s)
		}
	}
	return out
}

// appendRun adds a run, joined to the last one where the style is the same.
func appendRun(runs []Run, r Run) []Run {
	if r.Text == "" {
		return runs
	}
	if n := len(runs); n > 0 && !runs[n-1].Break() && !r.Break() && runs[n-1].sameStyle(r) {
		runs[n-1].Text += r.Text
		return runs
	}
	return append(runs, r)
}

// trim drops spaces and breaks at both ends.
func trim(runs []Run) []Run {
	for len(runs) > 0 {
		r := &runs[0]
		if !r.Code || r.Break() {
			r.Text = strings.TrimLeft(r.Text, " \t\n")
		}
		if r.Text != "" {
			break
		}
		runs = runs[1:]
	}
	for len(runs) > 0 {
		r := &runs[len(runs)-1]
		if !r.Code || r.Break() {
			r.Text = strings.TrimRight(r.Text, " \t\n")
		}
		if r.Text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	return runs
}

// address returns "" for an address that a browser would refuse to follow.
func address(url string) string {
	if gmhtml.IsDangerousURL([]byte(url)) {
		return ""
	}
	return url
}

// unescape resolves backslash escapes and character references in one go:
// done one after the other, an escaped reference would be resolved as well.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			ref := reference(s[i:])
			b.WriteString(resolve(ref))
			i += len(ref)
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// reference returns the character reference at the head of s, or its "&".
func reference(s string) string {
	end := strings.IndexFunc(s[1:], func(c rune) bool {
		return c != '#' && (c > unicode.MaxASCII || !util.IsAlphaNumeric(byte(c)))
	})
	if end <= 0 || s[1+end] != ';' {
		return s[:1]
	}
	return s[:end+2]
}

func resolve(ref string) string {
	if strings.HasPrefix(ref, "&#") {
		return string(util.ResolveNumericReferences([]byte(ref)))
	}
	return string(util.ResolveEntityNames([]byte(ref)))
}
