package lint_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"runbook/generator/generatortest"
	"runbook/output/lint"
)

// corpus returns the documents of testdata/corpus.txtar.
func corpus(t *testing.T) []txtar.File {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/corpus.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		if f.Name == "no-line-end.md" {
			archive.Files[i].Data = bytes.TrimSuffix(f.Data, []byte("\n"))
		}
	}
	return archive.Files
}

func TestCorpus(t *testing.T) {
	var b strings.Builder
	broken := map[string]bool{}
	for _, f := range corpus(t) {
		findings := lint.Markdown(f.Data)
		if f.Name == "clean.md" && len(findings) > 0 {
			t.Errorf("clean.md: %v", findings)
		}
		for _, finding := range findings {
			broken[finding.Rule] = true
			fmt.Fprintf(&b, "%s:%s\n", f.Name, finding)
		}
	}
	generatortest.Golden(t, "testdata/findings.txt", []byte(b.String()))
	for _, id := range lint.Rules() {
		if !broken[id] {
			t.Errorf("the corpus does not break %s", id)
		}
	}
}

// TestMarkdownlintAgrees runs markdownlint over the corpus and the golden
// runbooks: it must find the same rules broken in the same lines.
func TestMarkdownlintAgrees(t *testing.T) {
	if testing.Short() {
		t.Skip("markdownlint takes seconds")
	}
	folder := os.Getenv("RUNBOOK_NPM")
	if folder == "" {
		t.Skip("needs RUNBOOK_NPM, the folder of the npm packages")
	}
	tool := filepath.Join(folder, "node_modules", ".bin", "markdownlint-cli2")
	if _, err := os.Stat(tool); err != nil {
		t.Skipf("needs the npm package markdownlint-cli2: %v", err)
	}
	config, err := filepath.Abs("../../.markdownlint.json")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	want := map[string][]string{}
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, f := range lint.Markdown(data) {
			want[name] = append(want[name], fmt.Sprintf("%d: %s", f.Line, f.Rule))
		}
	}
	for _, f := range corpus(t) {
		write(f.Name, f.Data)
	}
	golden, err := filepath.Glob("../testdata/golden/*/*.md")
	if err != nil || len(golden) == 0 {
		t.Fatal(golden, err)
	}
	for i, path := range golden {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		write(fmt.Sprintf("golden-%d.md", i), data)
	}
	cmd := exec.CommandContext(t.Context(), tool, "--config", config, "*.md")
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if failed := new(exec.ExitError); err != nil && !errors.As(err, &failed) {
		t.Fatal(err)
	}
	got := map[string][]string{}
	for _, m := range regexp.MustCompile(`(?m)^(\S+\.md):(\d+)(?::\d+)? error (MD\d+)`).FindAllStringSubmatch(string(out), -1) {
		if line := m[2] + ": " + m[3]; !slices.Contains(got[m[1]], line) {
			got[m[1]] = append(got[m[1]], line)
		}
	}
	if len(got) < 40 {
		t.Fatalf("markdownlint found little:\n%s", out)
	}
	for _, all := range []map[string][]string{want, got} {
		for _, lines := range all {
			slices.SortFunc(lines, func(a, b string) int { return number(a) - number(b) })
		}
	}
	for _, lines := range got {
		slices.SortStableFunc(lines, func(a, b string) int { return number(a)*1000 + ruleNumber(a) - number(b)*1000 - ruleNumber(b) })
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("markdownlint says (-), lint says (+):\n%s", diff)
	}
}

func number(finding string) int {
	before, _, _ := strings.Cut(finding, ":")
	n, _ := strconv.Atoi(before)
	return n
}

func ruleNumber(finding string) int {
	n, _ := strconv.Atoi(finding[strings.Index(finding, "MD")+2:])
	return n
}
