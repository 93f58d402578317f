package generator

import (
	"encoding/json"
	"os/exec"
	"testing"
)

// TestQuoting quotes what somebody may have typed into a profile, so that a
// command shown in a runbook does with it what it says and nothing else.
func TestQuoting(t *testing.T) {
	call := func(name, value string) string {
		v, err := textFunctions[name]([]any{value})
		if err != nil {
			t.Fatal(err)
		}
		return v.(string)
	}
	for value, want := range map[string]string{
		"CMG":           `"CMG"`,
		`a"b`:           "\"a`\"b\"",
		"$(rm) `x`":     "\"`$(rm) ``x``\"",
		"a” ; rm „b“":   "\"a`” ; rm `„b`“\"",
		"it's ‘fine’ %": `"it's ‘fine’ %"`,
	} {
		if got := call("ps", value); got != want {
			t.Errorf("ps %q: got %s, want %s", value, got, want)
		}
	}
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("there is no sh to try the rest with")
	}
	for _, value := range []string{"CMG", `a"b`, "$(echo x) `echo y` $HOME", `it's \'`, "*", "-n", ";exit 1", "“x”", "a\\"} {
		out, err := exec.Command(shell, "-c", "printf '%s' "+call("sh", value)).Output()
		if err != nil || string(out) != value {
			t.Errorf("sh %q came out as %q, %v", value, out, err)
		}
		var back string
		if err := json.Unmarshal([]byte(`"`+call("json", value)+`"`), &back); err != nil || back != value {
			t.Errorf("json %q came out as %q, %v", value, back, err)
		}
	}
}
