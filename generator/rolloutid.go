package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longestID is how long the identity of a rollout may be, as common.yaml has it
// for the key `id`.
const longestID = 63

// rolloutID is the identity that the name of a profile's file gives a rollout;
// with no name, it is that of the workflow. Trackers find their items by it, so
// that it must stay what it is for a name. Letters become ASCII ones where they
// have a base; where that loses some, and where the name is too long, a
// checksum of the name tells it from others.
func rolloutID(file, workflow string) string {
	name := norm.NFC.String(strings.TrimSuffix(strings.TrimSuffix(file, ".yaml"), ".yml"))
	lost := false
	id := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("._-", r):
			return r
		case unicode.Is(unicode.Mn, r): // an accent, apart from its letter
			return -1
		}
		lost = lost || r > unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsNumber(r))
		return '-'
	}, norm.NFKD.String(latin.Replace(name)))
	if id = strings.Trim(id, "-._"); id == "" {
		id = workflow
	}
	if !lost && len(id) <= longestID {
		return id
	}
	sum := sha256.Sum256([]byte(name))
	mark := "-" + hex.EncodeToString(sum[:4])
	return strings.TrimRight(id[:min(len(id), longestID-len(mark))], "-._") + mark
}

// latin has the Latin letters that Unicode does not take apart.
var latin = strings.NewReplacer(
	"ß", "ss", "ẞ", "SS", "æ", "ae", "Æ", "AE", "œ", "oe", "Œ", "OE", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L",
	"đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ħ", "h", "Ħ", "H", "ı", "i", "ŋ", "n", "Ŋ", "N", "ŧ", "t", "Ŧ", "T",
)
