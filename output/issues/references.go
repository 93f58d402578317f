package issues

import (
	"html"
	"strings"
)

// inline neutralises Markdown without code in it: everything but the addresses
// of its links.
func inline(md, host string) string {
	var b strings.Builder
	for i := 0; i < len(md); {
		n, out := token(md, i, host)
		b.WriteString(out)
		i += n
	}
	return b.String()
}

// token says how many bytes of md belong together at i and what to write for
// them.
func token(md string, i int, host string) (int, string) {
	rest := md[i:]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && punctuation(rest[1]) && rest[1] != '@' && rest[1] != '#' {
			return 2, rest[:2]
		}
	case '&':
		switch m := entity().FindString(rest); {
		case m == "":
		case strings.HasPrefix(rest[len(m):], zwsp): // broken already
			return len(m), m
		default:
			return len(m), breakEntity(m)
		}
	case '<', 'h', 'H', 'w', 'W':
		if n := addressAt(md, i); n > 0 {
			return n, detour(rest[:n], host)
		}
	}
	return reference(md, i)
}

var (
	entity      = lazy(`^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
	ghReference = lazy(`^[Gg][Hh]\\?-[0-9]`)
	commit      = lazy(`^[0-9a-fA-F]{40}`)
	angleLink   = lazy(`(?i)^<https?://[^\s<>]*>`)
	bareLink    = lazy(`(?i)^(?:https?://|www\.)[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?::[0-9]+)?(?:/[^\s<` + "`" + `]*)?`)
	destination = lazy(`(?i)^https?://[^\s<>` + "`" + `]*`)
	linkEnd     = lazy("^(?:\\)|[ \\t\\n]+[\"'(])")
	issuePath   = lazy(`(?i)^((?:https?://)?)([^/]+)(/[^/]+/[^/]+/(?:issues|pull|pulls|discussions|commit|commits|compare)/)(.*)$`)
)

// reference handles the byte of s at i as prose: it returns how much it
// looked at and the same text with whatever would make a mention or a
// reference broken by a zero-width space.
func reference(s string, i int) (int, string) {
	rest := s[i:]
	switch c := rest[0]; {
	case (c == '@' || c == '#') && len(rest) > 1 && (wordByte(rest[1]) || strings.IndexByte("&\\{", rest[1]) >= 0):
		return 1, rest[:1] + zwsp
	case (c == 'G' || c == 'g') && (i == 0 || !wordByte(s[i-1])):
		if m := ghReference().FindString(rest); m != "" {
			return len(m), m[:len(m)-1] + zwsp + m[len(m)-1:]
		}
	case wordByte(c) && (i == 0 || !wordByte(s[i-1])):
		if m := commit().FindString(rest); m != "" && (len(rest) == 40 || !wordByte(rest[40])) {
			return 40, breakCommit(m)
		}
	}
	return 1, rest[:1]
}

// breakReferences neutralises text that is no Markdown, such as a title.
func breakReferences(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		n, out := reference(s, i)
		b.WriteString(out)
		i += n
	}
	return b.String()
}

// breakCommit leaves no run long enough for an abbreviated commit, which
// begins at seven digits.
func breakCommit(sha string) string {
	var parts []string
	for ; len(sha) > 6; sha = sha[6:] {
		parts = append(parts, sha[:6])
	}
	return strings.Join(append(parts, sha), zwsp)
}

// breakEntity keeps a character reference from standing in for a sign that
// would have been broken had it been written plainly.
func breakEntity(ref string) string {
	s := html.UnescapeString(ref)
	if len(s) == 1 && (wordByte(s[0]) || strings.Contains("@#-/:.", s)) {
		return ref + zwsp
	}
	return ref
}

// addressAt returns the length of the link address that begins at md[i], 0
// for none. Inside an address GitHub looks for no mentions.
func addressAt(md string, i int) int {
	rest := md[i:]
	if rest[0] == '<' {
		return len(angleLink().FindString(rest))
	}
	if strings.HasSuffix(md[:i], "](") && !strings.HasSuffix(md[:i], `\](`) {
		n := balanced(destination().FindString(rest))
		if !linkEnd().MatchString(rest[n:]) {
			return 0 // a bracket that nothing closes: prose
		}
		return n
	}
	if i > 0 && wordByte(md[i-1]) && md[i-1] != '_' {
		return 0
	}
	return balanced(bareLink().FindString(rest))
}

// balanced is the length of address up to a parenthesis it does not open.
func balanced(address string) int {
	depth := 0
	for i := range len(address) {
		switch address[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			return i
		}
	}
	return len(address)
}

// detour rewrites the address of an issue, pull request, discussion or commit
// so that following it still works and GitHub notes no reference over there.
func detour(address, host string) string {
	open, plain := "", address
	if strings.HasPrefix(address, "<") {
		open, plain = "<", strings.TrimSuffix(address[1:], ">")
	}
	m := issuePath().FindStringSubmatch(plain)
	if m == nil || strings.HasPrefix(m[4], zwsp) {
		return address
	}
	switch web := strings.ToLower(m[2]); {
	case web == "github.com" || web == "www.github.com":
		plain = "https://redirect.github.com" + m[3] + m[4]
	case host != "" && (web == host || web == "www."+host):
		// There is no such detour on other servers: the link is spoilt.
		plain = m[1] + m[2] + m[3] + zwsp + m[4]
	default:
		return address
	}
	if open != "" {
		return "<" + plain + ">"
	}
	return plain
}

func wordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

func punctuation(c byte) bool {
	return c > ' ' && c < 0x7f && (!wordByte(c) || c == '_')
}
