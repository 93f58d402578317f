package generator

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestGuideIsComplete holds the guide to write a workflow against what the
// loader reads: every key, every type, every function is in it.
func TestGuideIsComplete(t *testing.T) {
	data, err := os.ReadFile("../workflows/README.md")
	if err != nil {
		t.Fatal(err)
	}
	spans := strings.Join(regexp.MustCompile("`[^`\n]+`").FindAllString(string(data), -1), " ")
	mentions := func(name string) bool {
		return regexp.MustCompile(`(^|[^a-z_])` + regexp.QuoteMeta(name) + `($|[^a-z_])`).MatchString(spans)
	}
	names := slices.Concat(sortedKeys(functions), sortedKeys(textFunctions), sortedKeys(textQuestions), fieldTypes, everyKey(t))
	for _, name := range names {
		if !mentions(name) {
			t.Errorf("the guide says nothing about %q", name)
		}
	}
	if len(names) < 100 {
		t.Errorf("only %d names", len(names))
	}
}

// everyKey asks the loader for the keys of each kind of object: an unknown one
// is answered with the known ones.
func everyKey(t *testing.T) []string {
	t.Helper()
	folder := fstest.MapFS{}
	for name, text := range map[string]string{
		"workflow.yaml":    "id: x\n?: 1\nroles: [{?: 1}]\nphases: [1-one, {?: 1}]\nreferences: [{?: 1}]\n",
		"profile.yaml":     "?: 1\nfields: [{?: 1, choices: [{?: 1}]}]\n",
		"derive.yaml":      "?: 1\nvalues: [{?: 1}]\nwords: [{?: 1}]\n",
		"rules.yaml":       "?: 1\nrules: [{?: 1}]\n",
		"terms.yaml":       "?: 1\nterms: [{?: 1}]\n",
		"facts.yaml":       "?: 1\nleft_out: [{?: 1}]\n",
		"1-one/index.yaml": "?: 1\nsteps: [do, {?: 1}]\nleave_out: [{?: 1}]\n",
		"1-one/do.md":      "---\n?: 1\nsources: [{?: 1}]\n---\n",
	} {
		folder[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "?:", "colour-of-it:"))}
	}
	_, problems := Lint(Layer{Name: "x", FS: folder})
	var keys []string
	asked := 0
	for _, p := range problems {
		if _, list, ok := strings.Cut(p.Hint, "the keys here are "); ok && strings.Contains(p.Message, "colour-of-it") {
			asked++
			keys = append(keys, strings.Split(list, ", ")...)
		}
	}
	if asked != 21 {
		t.Errorf("%d of 21 kinds of object answered: %v", asked, problems)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
