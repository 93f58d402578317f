package output_test

import (
	"io/fs"
	"testing"

	"runbook/generator"
	"runbook/output"
	"runbook/output/markdown"
	"runbook/workflows"
)

const benchProfile = "organization: Contoso\nsite: {version: 2509}\nazure: {region: westus}\ngateway: {name: granitefalls}\ncertificate: {domain: contoso.com}\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n"

func loadBuiltIn(b *testing.B) *generator.Workflow {
	b.Helper()
	sub, err := fs.Sub(workflows.FS, "cmg-setup")
	if err != nil {
		b.Fatal(err)
	}
	w, err := generator.LoadWorkflow(generator.Layer{Name: "cmg-setup", FS: sub, Precompiled: workflows.Precompiled})
	if err != nil {
		b.Fatal(err)
	}
	return w
}

func tailored(b *testing.B, w *generator.Workflow) *generator.Runbook {
	b.Helper()
	p, _ := generator.ParseProfile("p.yaml", []byte(benchProfile), w)
	if ps := w.CheckProfile(p, day); ps.Errors() > 0 {
		b.Fatal(ps)
	}
	rb, err := generator.Generate(w, p, day)
	if err != nil {
		b.Fatal(err)
	}
	return rb
}

// BenchmarkCold is what one run of `runbook render` does, the process around
// it left out.
func BenchmarkCold(b *testing.B) {
	for b.Loop() {
		markdown.Render(tailored(b, loadBuiltIn(b)))
	}
}

// BenchmarkTailor is what each further profile costs before it is rendered.
func BenchmarkTailor(b *testing.B) {
	w := loadBuiltIn(b)
	for b.Loop() {
		tailored(b, w)
	}
}

func BenchmarkFormats(b *testing.B) {
	rb := tailored(b, loadBuiltIn(b))
	for _, f := range output.Formats {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := f.Render(rb, output.Options{Paper: "a4"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
