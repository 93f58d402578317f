package output_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"runbook/generator/generatortest"
	"runbook/output"
	"runbook/output/lint"
	"runbook/output/ooxml/ooxmltest"
)

// TestCompanyMarks renders a runbook in which a different overlay brings each
// thing, and looks for its name in every format that shows the thing.
func TestCompanyMarks(t *testing.T) {
	everything := "decision rule role name phase item reference entry omission term"
	shows := map[string]string{
		"md": everything, "html": everything, "pdf": everything, "docx": everything, "json": everything,
		"xlsx": "decision role phase item", "csv": "item", "ics": "role phase item entry",
	}
	rb := generatortest.Company()
	for _, f := range output.Formats {
		t.Run(f.Name, func(t *testing.T) {
			data, _, err := f.Render(rb, output.Options{Paper: "a4"})
			if err != nil {
				t.Fatal(err)
			}
			text := shown(t, f.Name, data)
			if shows[f.Name] == "" {
				t.Errorf("nobody says what the format shows")
			}
			for what := range strings.FieldsSeq(shows[f.Name]) {
				if !strings.Contains(text, generatortest.Brought[what]) {
					t.Errorf("the %s carries no mark", what)
				}
			}
			if f.Name == "md" {
				if findings := lint.Markdown(data); len(findings) > 0 {
					t.Error(findings)
				}
			}
		})
	}
}

// shown is the text of a rendered file.
func shown(t *testing.T, format string, data []byte) string {
	t.Helper()
	switch format {
	case "docx", "xlsx":
		var b strings.Builder
		for _, part := range ooxmltest.Unzip(t, data) {
			b.WriteString(part)
		}
		return b.String()
	case "ics":
		return strings.ReplaceAll(string(data), "\r\n ", "") // lines are folded
	case "pdf":
		path, err := exec.LookPath("pdftotext")
		if err != nil {
			t.Skip("pdftotext is not installed")
		}
		file := filepath.Join(t.TempDir(), "x.pdf")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), path, "-raw", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	return string(data)
}
