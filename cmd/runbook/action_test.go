package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestAction runs the script of the GitHub Action in a small repository in
// which a profile changed.
func TestAction(t *testing.T) {
	for _, tool := range []string{"bash", "git", "go"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("the test of the action needs " + tool)
		}
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "bin", "runbook")
	script, err := filepath.Abs("../../.github/actions/runbook/run.sh")
	if err != nil {
		t.Fatal(err)
	}
	sh := func(dir string, env []string, name string, args ...string) (string, error) {
		cmd := exec.CommandContext(t.Context(), name, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), env...)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := sh(".", nil, "go", "build", "-o", program, "."); err != nil {
		t.Fatal(out)
	}
	repo := filepath.Join(dir, "repo")
	profile := filepath.Join(repo, "profiles", "contoso.yaml")
	write := func(instances string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(profile), 0o755); err != nil {
			t.Fatal(err)
		}
		text := "organization: Contoso\nsite: {version: 2509}\nazure: {region: westus}\ngateway: {name: granitefalls, vm_instances: " + instances +
			"}\ncertificate: {domain: contoso.com}\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n"
		if err := os.WriteFile(profile, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	git := func(args ...string) {
		t.Helper()
		if out, err := sh(repo, nil, "git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.com"}, args...)...); err != nil {
			t.Fatal(args, out)
		}
	}
	write("2")
	git("init", "-q")
	if out, err := sh(repo, nil, program, "render", "-q", "profiles", "-o", "runbooks/", "--date", "2026-11-23"); err != nil {
		t.Fatal(out)
	}
	git("add", ".")
	git("commit", "-qm", "one")
	write("4")
	git("commit", "-qam", "two")
	summary := filepath.Join(dir, "summary.md")
	env := []string{"RUNBOOK=" + program, "PROFILES=profiles", "RENDERED=runbooks", "BASE=HEAD~1", "GITHUB_STEP_SUMMARY=" + summary, "SOURCE_DATE_EPOCH=1795392000"}

	out, err := sh(repo, env, "bash", script)
	if err == nil || !strings.Contains(out, "::error title=runbook::The runbooks in runbooks are out of step") {
		t.Errorf("stale runbooks are not reported: %v\n%s", err, out)
	}
	if !strings.Contains(out, "::warning file=profiles/contoso.yaml,line=") {
		t.Errorf("there is no annotation:\n%s", out)
	}
	data, err := os.ReadFile(summary)
	if err != nil || !strings.Contains(string(data), "`profiles/contoso.yaml`") || !strings.Contains(string(data), "VM instances") {
		t.Errorf("the summary does not say what changed: %v\n%s", err, data)
	}

	if out, err := sh(repo, env, program, "render", "-q", "profiles", "-o", "runbooks/"); err != nil {
		t.Fatal(out)
	}
	if out, err := sh(repo, env, "bash", script); err != nil {
		t.Errorf("runbooks in step are refused: %v\n%s", err, out)
	}
	write("99")
	if out, err := sh(repo, env, "bash", script); err == nil || !strings.Contains(out, "::error file=profiles/contoso.yaml") {
		t.Errorf("a faulty profile passes: %v\n%s", err, out)
	}
}
