package generator

import (
	"regexp"
	"strings"
	"testing"
)

// FuzzPattern holds patterns against the regexp package.
func FuzzPattern(f *testing.F) {
	for _, source := range []string{
		`^[A-Za-z0-9]([A-Za-z0-9-]{0,62}\.)*[A-Za-z0-9-]{1,63}$`, `^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$`,
		`^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$`, `[A-Z]`, `(^|[.])(cloudapp[.]net|azure[.]com)$`, `^(\*\.)?[A-Za-z0-9.-]{1,253}$`,
		`^https?://[A-Za-z0-9.:\[\]-]+/?$`, `(a|ab)(c|bcd)(d*)`, `(a*)*b?`, `x{2,}y{0}`, `\bword\b`, `(?i)Ab`, `(?s).`, `.`, `^$`, ``, `[^a]`, `é+`, `.{3}`, `(?m)^a$`,
	} {
		for _, s := range []string{"", "a", "abcd", "cp01.corp.contoso.com", "a..b", "5e97358c-d99c-4558-af0c-de7774091dda", "x.cloudapp.net", "xx", "a word here", "AB", "\n", "éé", "😀", "\xff", "https://ghe.example:8443/", strings.Repeat("a", 255), strings.Repeat("a", 256), strings.Repeat("host.", 60) + "com"} {
			f.Add(source, s)
		}
	}
	f.Fuzz(func(t *testing.T, source, s string) {
		want, err := regexp.Compile(source)
		p := newPattern(source)
		if failed := p.parse(); (failed == nil) != (err == nil) {
			t.Fatalf("%q: %v, the regexp package says %v", source, failed, err)
		}
		if len(s) > 400 || len(source) > 200 {
			return
		}
		if got := p.Matches(s); got != (err == nil && want.MatchString(s)) {
			t.Errorf("%q matches %q: %t", source, s, got)
		}
	})
}
