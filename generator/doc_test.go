package generator_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The package comment is a newcomer's map: each file is on it by how its name
// begins.
func TestWhereToLookNamesEveryFile(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, where, _ := strings.Cut(string(doc), "# Where to look")
	named := regexp.MustCompile(`[a-z]+`).FindAllString(where, -1)
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 50 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".go")
		if strings.HasSuffix(name, "_test") || name == "doc" {
			continue
		}
		if !slices.ContainsFunc(named, func(word string) bool { return len(word) > 3 && strings.HasPrefix(name, word) || word == name }) {
			t.Errorf("doc.go says nothing of %s", file)
		}
	}
}
