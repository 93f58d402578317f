package pdf

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"runbook/generator"

	"golang.org/x/text/unicode/norm"
)

//go:embed fonts/*.ttf fonts/*.ttf.gz
var fontFiles embed.FS

// cut is one of the cuts that text is set in.
type cut int

const (
	regular cut = iota
	bold
	italic
	code
	codeBold
)

// faceOf is a face that is read when it is first asked for, once for the
// whole process: a run without Chinese never unpacks the Chinese face.
type faceOf func() (*face, error)

func lazyFace(file string) faceOf {
	return sync.OnceValues(func() (*face, error) {
		data, err := fontFiles.ReadFile("fonts/" + file)
		if err != nil {
			return nil, err
		}
		if strings.HasSuffix(file, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(data))
			if err != nil {
				return nil, fmt.Errorf("face %s: %w", file, err)
			}
			if data, err = io.ReadAll(z); err != nil {
				return nil, fmt.Errorf("face %s: %w", file, err)
			}
		}
		name, _, _ := strings.Cut(file, ".")
		return newFace(strings.ReplaceAll(name, "-", ""), data)
	})
}

var (
	cuts = map[cut]faceOf{
		regular:  lazyFace("text.ttf"),
		bold:     lazyFace("text-bold.ttf"),
		italic:   lazyFace("text-italic.ttf"),
		code:     lazyFace("code.ttf"),
		codeBold: lazyFace("code-bold.ttf"),
	}
	symbols = lazyFace("symbols.ttf")
	chinese = lazyFace("chinese-japanese.ttf.gz")
	korean  = lazyFace("korean.ttf.gz")
	hebrew  = [...]faceOf{regular: lazyFace("hebrew.ttf.gz"), bold: lazyFace("hebrew-bold.ttf.gz")}
	arabic  = [...]faceOf{regular: lazyFace("arabic.ttf.gz"), bold: lazyFace("arabic-bold.ttf.gz")}
)

// replacement stands where no face has the character. It is not a square:
// squares are there to be ticked.
const replacement = '\uFFFD'

// fonts chooses the face of each character and remembers what it could not
// print. One Render has one.
type fonts struct {
	missing map[rune]bool
	cache   map[fontKey]*face
	own     [codeBold + 1]*face
	err     error
}

type fontKey struct {
	cut cut
	r   rune
}

func newFonts() *fonts {
	return &fonts{missing: map[rune]bool{}, cache: map[fontKey]*face{}}
}

// open returns the face of f; an error sticks, and the caller of Render
// hears of it.
func (f *fonts) open(of faceOf) *face {
	fc, err := of()
	if err != nil && f.err == nil {
		f.err = err
	}
	return fc
}

// cut returns the face of a cut.
func (f *fonts) cut(c cut) *face {
	if f.own[c] == nil {
		f.own[c] = f.open(cuts[c])
	}
	return f.own[c]
}

// pick returns the face for r in a cut and what to print: r itself, or the
// replacement where no face has it. What shows nothing has no face.
func (f *fonts) pick(c cut, r rune) (*face, rune) {
	switch r {
	case '\u200c', joiner, '\u200e': // they have done their work in direct
		return nil, r
	case '\u00a0', '\u202f': // they do not break, but look like a space
		return f.cut(c), ' '
	case '\u2010', '\u2011':
		return f.cut(c), '-'
	}
	if r > ' ' && r < 0x7F {
		return f.cut(c), r
	}
	key := fontKey{c, r}
	if fc, ok := f.cache[key]; ok {
		if fc == nil {
			return f.open(symbols), replacement
		}
		return fc, r
	}
	var found *face
	for _, of := range candidates(c, r) {
		if fc := f.open(of); fc != nil && fc.has(r) {
			found = fc
			break
		}
	}
	f.cache[key] = found
	if found == nil {
		f.missing[r] = true
		return f.open(symbols), replacement
	}
	return found, r
}

// candidates lists the faces that may have r, the likeliest first.
func candidates(c cut, r rune) []faceOf {
	list := []faceOf{cuts[c], symbols}
	weight := regular
	if c == bold || c == codeBold {
		weight = bold
	}
	switch {
	case isArabic(r), isForm(r):
		list = []faceOf{arabic[weight]}
	case unicode.In(r, unicode.Hebrew):
		list = []faceOf{hebrew[weight]}
	case unicode.In(r, unicode.Hangul):
		list = []faceOf{korean}
	case wide(r):
		list = append(list, chinese, korean)
	}
	return list
}

// wide reports whether r comes from the East Asian scripts, whose lines may
// break between any two characters.
func wide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE4F || r >= 0xFF00 && r <= 0xFFEF
}

// warning names the characters that could not be printed, "" for none.
func (f *fonts) warning() string {
	if len(f.missing) == 0 {
		return ""
	}
	var all []rune
	for r := range f.missing {
		all = append(all, r)
	}
	slices.Sort(all)
	const most = 20
	var names []string
	for _, r := range all[:min(most, len(all))] {
		names = append(names, fmt.Sprintf("%c (%U)", r, r))
	}
	more := ""
	if len(all) > most {
		more = fmt.Sprintf(" and %d more", len(all)-most)
	}
	return fmt.Sprintf("the PDF has no glyph for %s%s and shows %c instead; docx and html use the reader's own fonts", strings.Join(names, ", "), more, replacement)
}

// clean brings text into the form in which it is printed: composed letters,
// no control characters, and of the invisible ones only those that say how the
// letters beside them join and which way they run.
func clean(s string) string {
	if plainASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r >= '\u200c' && r <= '\u200e':
			return r
		case isForm(r): // what means nothing outside of this package
			return replacement
		case generator.Invisible(r), r >= 0xFE00 && r <= 0xFE0F, unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
			return -1
		case r >= 0x2000 && r <= 0x200A:
			return ' '
		}
		return r
	}, norm.NFC.String(unformed(s)))
}

// unformed replaces the forms of Hebrew and Arabic letters that Unicode has
// for old texts by the letters themselves.
func unformed(s string) string {
	old := func(r rune) bool { return r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE }
	if !strings.ContainsFunc(s, old) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if old(r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x7F || s[i] < ' ' && s[i] != '\n' && s[i] != '\t' {
			return false
		}
	}
	return true
}
