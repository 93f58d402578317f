package output_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output"
	"runbook/workflows"
)

// TestSchema validates the JSON of every sample profile, of each role's sheet
// and of the Runbook made by hand with a validator that is not ours. The
// schema allows no further keys, so a key that JSON gains fails here.
func TestSchema(t *testing.T) {
	schema := compiled(t, output.Schema)
	check := func(name string, rb *generator.Runbook) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(output.JSON(rb)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	small := generatortest.Small()
	small.Before.Items[0].Work = generator.Work{By: "Ann"}
	check("small", small)
	check("filled", generatortest.Filled())
	sub, err := fs.Sub(workflows.FS, "cmg-setup")
	if err != nil {
		t.Fatal(err)
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: sub})
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../workflows/cmg-setup/profiles/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p, ps := generator.ParseProfile(f, data, w)
		if err := ps.Err(); err != nil {
			t.Fatal(err)
		}
		rb, err := generator.Generate(w, p, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		check(f, rb)
		for _, role := range rb.Roles {
			check(f+" "+role.ID, rb.ForRole(role.ID))
		}
	}
}

// TestSchemaRefuses proves that the schema is not empty words.
func TestSchemaRefuses(t *testing.T) {
	schema := compiled(t, output.Schema)
	data := output.JSON(generatortest.Small())
	for _, change := range [][2]string{
		{`"version": 1`, `"version": 2`},
		{`"date": "2026-11-23"`, `"date": "23.11.2026"`},
		{`"minutes": 45`, `"minutes": "45"`},
		{`"role_title"`, `"roleTitle"`},
		{`"omissions"`, `"omitted"`},
		{`"number": "1.1"`, `"number": "one"`},
	} {
		broken := strings.Replace(string(data), change[0], change[1], 1)
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(broken))
		if err != nil {
			t.Fatal(err)
		}
		if broken == string(data) || schema.Validate(doc) == nil {
			t.Errorf("%s is accepted for %s", change[1], change[0])
		}
	}
}

func compiled(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("urn:test", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:test")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
