package workflows_test

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
)

// builtIn lists the workflow folders as they lie on disk, which is what the
// generated files are made from.
func builtIn(t *testing.T) map[string]fs.FS {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]fs.FS{}
	for _, e := range entries {
		if e.IsDir() {
			found[e.Name()] = os.DirFS(e.Name())
		}
	}
	return found
}

func TestPrecompiledIsInStep(t *testing.T) {
	var layers []generator.Layer
	folders := builtIn(t)
	for _, id := range slices.Sorted(maps.Keys(folders)) {
		layers = append(layers, generator.Layer{Name: id, FS: folders[id]})
	}
	data, err := generator.Precompile(layers...)
	if err != nil {
		t.Fatal(err)
	}
	generatortest.Golden(t, "precompiled.bin", data)
}
