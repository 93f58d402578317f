package html_test

import (
	"fmt"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/html"
)

// long is the small runbook with about n items in five phases, each as long
// as a real one: page breaks only go wrong in long documents.
func long(n int) *generator.Runbook {
	rb := generatortest.Small()
	model := rb.Phases[0]
	rb.Phases = nil
	for p := 1; p <= 5; p++ {
		phase := model
		phase.ID, phase.Number, phase.Items = fmt.Sprintf("%d-phase", p), p, nil
		phase.Title = fmt.Sprintf("%s, part %d", model.Title, p)
		for i := 1; i <= n/5; i++ {
			it := model.Items[0]
			it.Key, it.Number = fmt.Sprintf("sample/item-%d-%d", p, i), fmt.Sprintf("%d.%d", p, i)
			it.Title = fmt.Sprintf("Register the app number %d of part %d", i, p)
			it.Steps += "\n\n" + steps(i)
			phase.Items = append(phase.Items, it)
		}
		rb.Phases = append(rb.Phases, phase)
	}
	rb.Roles[0].Keys = nil
	for _, it := range rb.Items() {
		rb.Roles[0].Keys = append(rb.Roles[0].Keys, it.Key)
	}
	return rb
}

// steps is a work instruction of a length between four and twenty steps.
func steps(n int) generator.Markdown {
	var b strings.Builder
	for i := range 4 + n*7%17 {
		fmt.Fprintf(&b, "%d. Open **Administration** > **Cloud Services** and choose `granitefalls.contoso.com`, see [1.1 Register](#sample/item-1-1).\n", i+1)
		if i%4 == 1 {
			b.WriteString("\n   ```powershell\n   Get-CMCloudManagementGateway -Name granitefalls |\n       Set-CMCloudManagementGateway -Instances 2 -EnableCloudDPFunction $true -Description 'a long line that goes on'\n   ```\n\n")
		}
	}
	b.WriteString("\n| From | To | Port | For |\n|---|---|---|---|\n| Computer with the console | `granitefalls.contoso.com` | 443, 8530 | channels to `*.manage.microsoft.com`, `configmgrbits.azureedge.net` |\n" +
		"| Computer with the console | `granitefalls.westeurope.cloudapp.azure.com` | 10140-10156 | content |\n")
	b.WriteString("\n> [!WARNING]\n> Nothing can be undone after this.\n\n- [ ] One more thing is `true`.\n- [x] So is this.\n")
	return generator.Markdown(b.String())
}

func BenchmarkRender(b *testing.B) {
	rb := long(45)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Render(rb); err != nil {
			b.Fatal(err)
		}
	}
}
