package form

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"runbook/generator"
)

// Text is something of a runbook with a text of its own that people fill in
// about. A copy carries what it said when the copy was made, so that the copy
// still counts where another version of the workflow says the same.
type Text struct {
	Part   string // in a record: items, gates or decisions
	Number string // what the form calls it
	Key    string // what a record calls it
	Digest string // of what it says
}

// Texts are those of a runbook, in its order. The sheet of a role has no
// decisions.
func Texts(rb *generator.Runbook) []Text {
	var list []Text
	for _, p := range rb.AllPhases() {
		if len(p.Items) == 0 {
			continue
		}
		list = append(list, Text{"gates", strconv.Itoa(p.Number), p.ID, GateDigest(&p, generator.Unnumbered)})
		for i := range p.Items {
			it := &p.Items[i]
			list = append(list, Text{"items", it.Number, it.Key, ItemDigest(it, generator.Unnumbered)})
		}
	}
	if rb.Role == "" {
		for i, d := range rb.Decisions {
			list = append(list, Text{"decisions", strconv.Itoa(i + 1), d.Key, Digest(d.Value)})
		}
	}
	return list
}

// ItemDigest identifies what somebody who has done an item has done.
func ItemDigest(it *generator.Item, read func(generator.Markdown) string) string {
	parts := []string{it.Title, read(it.Steps), read(it.Evidence)}
	for _, check := range it.Verify {
		parts = append(parts, read(check))
	}
	return Digest(parts...)
}

// GateDigest identifies what was signed at the gates of a phase.
func GateDigest(p *generator.Phase, read func(generator.Markdown) string) string {
	parts := []string{p.Title}
	for _, condition := range p.Gate {
		parts = append(parts, read(condition))
	}
	return Digest(parts...)
}

// Digest is what identifies texts.
func Digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])[:12]
}

// longest is what programs keep of a property of a document.
const longest = 240

// initial stands for a part in a line of texts.
var initial = map[string]string{"items": "i", "gates": "g", "decisions": "d"}

// lines puts texts into as few lines as have room for them. The workflow's ID,
// with which the keys of items begin, is left out.
func lines(list []Text, workflow string) []string {
	var all []string
	for _, t := range list {
		key := t.Key
		if t.Part == "items" {
			key = strings.TrimPrefix(key, workflow)
		}
		word := initial[t.Part] + t.Number + "=" + key + ":" + t.Digest
		if n := len(all); n > 0 && len(all[n-1])+1+len(word) <= longest {
			all[n-1] += " " + word
		} else {
			all = append(all, word)
		}
	}
	return all
}

var oneText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([igd])([0-9.]{1,20})=([A-Za-z0-9_./-]{1,200}):([0-9a-f]{12})$`)
})

// ParseTexts reads a line of them. What is no text is passed over: the line is
// part of a file that anybody may have changed.
func ParseTexts(line, workflow string) []Text {
	var list []Text
	for word := range strings.FieldsSeq(line) {
		m := oneText().FindStringSubmatch(word)
		if m == nil {
			continue
		}
		t := Text{Number: m[2], Key: m[3], Digest: m[4]}
		for part, letter := range initial {
			if letter == m[1] {
				t.Part = part
			}
		}
		if t.Part == "items" && strings.HasPrefix(t.Key, "/") {
			t.Key = workflow + t.Key
		}
		if !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}
