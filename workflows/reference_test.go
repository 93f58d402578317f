package workflows_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
)

// TestReference keeps the README of each workflow in step with its tables.
func TestReference(t *testing.T) {
	for id := range builtIn(t) {
		w := load(t, id)
		var b bytes.Buffer
		fmt.Fprintf(&b, "# %s\n\nThe workflow `%s`: %d phases, %d steps, facts last checked on %s. Generated from its tables by `go generate ./...`; the\nREADME of the folder above says how to change them.\n",
			w.Title, w.ID, w.NumberedPhases(), len(w.Steps()), w.Verified)
		samples, err := filepath.Glob(filepath.Join(id, "profiles", "*.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n## Sample profiles\n\n")
		for _, path := range samples {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "- [%s](profiles/%s): %s\n", filepath.Base(path), filepath.Base(path), comment(string(data)))
		}
		b.WriteString("\n## Profile keys\n\n| Key | Type | Default | Says |\n| --- | --- | --- | --- |\n")
		for _, f := range w.Fields {
			writeField(&b, f, "")
		}
		b.WriteString("\n## Rules\n\nR refuses a profile, W warns.\n\n| Rule | At | Trips when |\n| --- | --- | --- |\n")
		for _, r := range w.Rules {
			when := "a value is outside its choices or bounds, or missing"
			switch {
			case r.Deadline != nil:
				when = "the plan ends on the day of `" + r.Deadline.Source + "` or later"
			case r.When != nil:
				when = "`" + r.When.Source + "`"
			}
			at := ""
			if r.At != "" {
				at = " `" + r.At + "`"
			}
			fmt.Fprintf(&b, "| %s |%s | %s |\n", r.ID, at, strings.ReplaceAll(when, "|", "\\|"))
		}
		b.WriteString("\n## Roles\n\n| Role | Title | Falls back to |\n| --- | --- | --- |\n")
		for _, r := range w.Roles {
			fallback := strings.Join(r.Fallback, ", ")
			if r.Required {
				fallback = "every profile names it"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.ID, r.Title, fallback)
		}
		generatortest.Golden(t, filepath.Join(id, "README.md"), b.Bytes())
	}
}

// comment is what the comment at the head of a sample says.
func comment(profile string) string {
	var words []string
	for line := range strings.Lines(profile) {
		text, ok := strings.CutPrefix(line, "#")
		if !ok {
			break
		}
		if text = strings.TrimSpace(text); !strings.HasPrefix(text, "yaml-language-server") {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

func writeField(b *bytes.Buffer, f *generator.Field, under string) {
	kind := f.Type
	if len(f.Choices) > 0 {
		values := make([]string, len(f.Choices))
		for i, c := range f.Choices {
			values[i] = "`" + c.Value + "`"
		}
		kind += ": " + strings.Join(values, ", ")
	}
	def := ""
	switch {
	case f.Required:
		def = " required"
	case f.Default != nil:
		def = " `" + fmt.Sprint(f.Default) + "`"
	}
	says := f.Title
	if f.Help != "" {
		says += ". " + f.Help
	}
	fmt.Fprintf(b, "| `%s%s` | %s |%s | %s |\n", under, f.Key, kind, def, strings.ReplaceAll(strings.NewReplacer("<", "\\<", "*", "\\*").Replace(says), "|", "\\|"))
	for _, sub := range f.Fields {
		writeField(b, sub, under+f.Key+"[].")
	}
}
