package generator_test

import (
	"io/fs"
	"testing"

	"runbook/generator"
	"runbook/workflows"
)

func cmgSetup(tb testing.TB) *generator.Workflow {
	tb.Helper()
	sub, err := fs.Sub(workflows.FS, "cmg-setup")
	if err != nil {
		tb.Fatal(err)
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: sub, Precompiled: workflows.Precompiled})
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

func BenchmarkLoadWorkflow(b *testing.B) {
	for b.Loop() {
		cmgSetup(b)
	}
}

func BenchmarkGenerate(b *testing.B) {
	w := cmgSetup(b)
	data := []byte("organization: Contoso\nsite: {version: 2509}\nazure: {region: westus}\ngateway: {name: granitefalls}\ncertificate: {domain: contoso.com}\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n")
	for b.Loop() {
		p, _ := generator.ParseProfile("p.yaml", data, w)
		_ = w.CheckProfile(p, "2026-11-23")
		if _, err := generator.Generate(w, p, "2026-11-23"); err != nil {
			b.Fatal(err)
		}
	}
}
