package lint

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

var linkRules = []rule{
	{"MD011", "a link the wrong way round", "write [text](address)", reversed},
	{"MD034", "a bare address", "write [text](address), or the address in backticks", bareURLs},
	{"MD039", "spaces within the brackets of a link", "put the brackets next to the words", linkSpaces},
	{"MD042", "a link that leads nowhere", "give the address", emptyLinks},
	{"MD045", "a picture without a text", "say between the brackets what it shows", pictures},
	{"MD051", "a link to a heading that is not there", "link to another item with {{step \"id\"}}", fragments},
	{"MD052", "a link to an address that is not defined", "write [text](address); put code with brackets into backticks", undefined},
	{"MD053", "the address of a link that is not there", "write [text](address) where the link is", unused},
	{"MD059", "a link whose text says nothing", "say where it leads", namelessLinks},
}

var (
	reversedLink = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\([^()]+\)\[[^\]^][^\]]*\]($|[^(])`) })
	reference    = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\[([^\[\]]+)\]\[([^\[\]]*)\]`) })
)

func reversed(d *document, found func(int)) {
	for _, p := range d.proses {
		for i, line := range p.lines {
			if strings.Contains(line, ")[") && reversedLink().MatchString(line) {
				found(p.first + i)
			}
		}
	}
}

func bareURLs(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		at := n.Pos()
		label := n.(*ast.AutoLink).Label(d.src)
		if at < 0 || d.src[at] == '<' || inside(n, ast.KindLink) || bytes.HasPrefix(label, []byte("ftp:")) {
			return // GitHub makes no link of ftp
		}
		found(d.line(at))
	}, ast.KindAutoLink)
}

// label is what stands between the brackets of a link or picture.
func (d *document) label(n ast.Node) (label string, line int) {
	from := n.Pos()
	if from < 0 {
		return "", 0
	}
	from += bytes.IndexByte(d.src[from:], '[') + 1
	depth := 1
	for i := from; i < len(d.src); i++ {
		switch d.src[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return string(d.src[from:i]), d.line(from)
			}
		}
	}
	return "", d.line(from)
}

func linkSpaces(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		if label, line := d.label(n); label != strings.TrimSpace(label) {
			found(line)
		}
	}, ast.KindLink)
}

func emptyLinks(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		if to := string(n.(*ast.Link).Destination); to == "" || to == "#" {
			found(d.line(n.Pos()))
		}
	}, ast.KindLink)
}

func pictures(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		if label, line := d.label(n); label == "" {
			found(line)
		}
	}, ast.KindImage)
}

// fragments finds links to headings by the names that GitHub gives them.
func fragments(d *document, found func(int)) {
	known := map[string]bool{"#top": true}
	d.headings(func(h *ast.Heading) { known[d.fragment(h)] = true })
	d.inlines(func(n ast.Node) {
		to := string(n.(*ast.Link).Destination)
		if len(to) > 1 && to[0] == '#' && !known[to] {
			found(d.line(n.Pos()))
		}
	}, ast.KindLink)
}

func (d *document) fragment(h *ast.Heading) string {
	var b strings.Builder
	b.WriteByte('#')
	_ = ast.Walk(h, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			for _, r := range strings.ToLower(string(t.Value(d.src))) {
				switch {
				case r == ' ':
					b.WriteByte('-')
				case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r), unicode.Is(unicode.Pc, r), r == '-':
					b.WriteRune(r)
				}
			}
		}
		return ast.WalkContinue, nil
	}) // it cannot fail
	return b.String()
}

func undefined(d *document, found func(int)) {
	for _, p := range d.proses {
		for i, line := range p.lines {
			for _, m := range reference().FindAllStringSubmatch(line, -1) {
				if label := m[2]; label != "x" && (label != "" || m[1] != "x") {
					found(p.first + i)
				}
			}
		}
	}
}

func unused(d *document, found func(int)) {
	used := map[string]bool{}
	use := func(ref *ast.ReferenceLink) {
		if ref != nil {
			used[normal(ref.Value)] = true
		}
	}
	d.inlines(func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			use(n.Reference)
		case *ast.Image:
			use(n.Reference)
		}
	}, ast.KindLink, ast.KindImage)
	known := map[string]bool{}
	d.each(func(n ast.Node) {
		label := normal(n.(*ast.LinkReferenceDefinition).Label)
		if known[label] || !used[label] && label != "//" {
			found(d.first(n))
		}
		known[label] = true
	}, ast.KindLinkReferenceDefinition)
}

// normal is the label of a link as links find it.
func normal(label []byte) string {
	return strings.ToLower(strings.Join(strings.Fields(string(label)), " "))
}

var nonWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^A-Za-z0-9]+`) })

func namelessLinks(d *document, found func(int)) {
	d.inlines(func(n ast.Node) {
		label, line := d.label(n)
		if strings.Contains(label, "`") {
			return
		}
		switch strings.ToLower(strings.TrimSpace(nonWord().ReplaceAllString(label, " "))) {
		case "click here", "here", "link", "more":
			found(line)
		}
	}, ast.KindLink)
}
