package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"runbook/generator/generatortest"
)

var fencedBlock = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$")

// readme is what the README shows, as its reader would meet it: commands in
// order, on the profile that it shows.
type readme struct {
	t        *testing.T
	text     string
	root     string // of the repository
	profile  string
	commands int
}

// TestReadme runs every command that the README shows, on the profile that it
// shows, and compares what it says they print. Those that talk to GitHub are
// read only as far as their flags.
func TestReadme(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	r := &readme{t: t, text: string(data), root: root}
	said, updated := "", r.text
	for _, block := range fencedBlock.FindAllStringSubmatch(r.text, -1) {
		switch {
		case block[1] == "yaml" && strings.HasPrefix(block[2], "organization:"):
			r.save(block[2])
		case block[1] == "bash":
			for line := range strings.Lines(block[2]) {
				line, _, _ = strings.Cut(line, "#")
				if command := strings.Fields(line); len(command) > 0 {
					said = r.run(command)
				}
			}
		case block[1] == "text" && strings.HasPrefix(block[2], "contoso.yaml:4:17: error"):
			r.wrong(block[2])
		case block[1] == "text":
			if said != block[2] {
				t.Errorf("the command before it says\n%s\nnot\n%s\nIf that is meant, run the test with -update", said, block[2])
			}
			if generatortest.Updating() {
				updated = strings.Replace(updated, block[0], "```text\n"+said+"```", 1)
			}
		}
	}
	if updated != r.text {
		if err := os.WriteFile(filepath.Join(root, "README.md"), []byte(updated), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if r.commands < 15 {
		t.Errorf("only %d commands were found", r.commands)
	}
	if _, err := os.Stat(filepath.Join("out", "contoso.pdf")); err != nil {
		t.Error(err)
	}
}

// save writes the profile, and the changed one that the tour asks for.
func (r *readme) save(profile string) {
	r.t.Helper()
	r.profile = profile
	change := regexp.MustCompile("`(gateway: [^`]+)`").FindStringSubmatch(r.text)
	if change == nil {
		r.t.Fatal("the tour changes no line of the profile")
	}
	changed := regexp.MustCompile("(?m)^gateway: .*$").ReplaceAllLiteralString(profile, change[1])
	for name, text := range map[string]string{"contoso.yaml": profile, "contoso-new.yaml": changed} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			r.t.Fatal(err)
		}
	}
}

// wrong checks what the README says of a profile with a wrong name.
func (r *readme) wrong(want string) {
	r.t.Helper()
	name := regexp.MustCompile(`"[^"]+"`).FindString(want)
	if err := os.WriteFile("contoso.yaml", []byte(strings.Replace(r.profile, "granitefalls", strings.Trim(name, `"`), 1)), 0o600); err != nil {
		r.t.Fatal(err)
	}
	if _, said := r.call(exitFailed, "check", "contoso.yaml"); !strings.Contains(said, want) {
		r.t.Errorf("it says\n%s\nnot\n%s", said, want)
	}
	r.save(r.profile)
}

// run runs a command and returns what it says on stderr.
func (r *readme) run(command []string) string {
	r.t.Helper()
	r.commands++
	switch {
	case slices.Contains(command, "go"):
		r.build(command)
		return ""
	case command[0] != "runbook":
		r.t.Errorf("%v: who knows what that does", command)
		return ""
	}
	args := command[1:]
	if args[0] == "issues" || slices.Contains(args, "--from-github") {
		cmd, rest, err := newRoot(&app{}).Find(args)
		if err == nil {
			err = cmd.ParseFlags(rest)
		}
		if err != nil || !cmd.Runnable() {
			r.t.Errorf("%v: %v", args, err)
		}
		return ""
	}
	want := exitDone
	if args[0] == "diff" {
		want = exitDifferences
	}
	_, said := r.call(want, args...)
	return said
}

func (r *readme) call(want int, args ...string) (stdout, stderr string) {
	r.t.Helper()
	var out, problems bytes.Buffer
	code := run(r.t.Context(), args, environment{stdin: strings.NewReader(""), stdout: &out, stderr: &problems, getenv: func(name string) string {
		return map[string]string{"SOURCE_DATE_EPOCH": "1795392000"}[name]
	}})
	if code != want {
		r.t.Errorf("runbook %s: exit code %d\n%s", strings.Join(args, " "), code, problems.String())
	}
	return out.String(), problems.String()
}

// build looks at a command that builds or runs the program; the compiler is
// asked what it would do, so that a test of minutes does not become one of
// many.
func (r *readme) build(command []string) {
	r.t.Helper()
	at := slices.Index(command, "go")
	if len(command) == at+3 && command[at+1] == "test" {
		return // this is it
	}
	out := slices.Index(command, "-o")
	if out < 0 || out+1 == len(command) {
		r.t.Errorf("%v writes somewhere", command)
		return
	}
	command[out+1] = filepath.Join(r.t.TempDir(), command[out+1])
	args := slices.Insert(slices.Clone(command[at+1:]), 1, "-n")
	cmd := exec.CommandContext(r.t.Context(), "go", args...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), command[:at]...)
	if said, err := cmd.CombinedOutput(); err != nil {
		r.t.Errorf("%v: %v\n%s", command, err, said)
	}
}
