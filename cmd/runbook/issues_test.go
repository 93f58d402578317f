package main

import (
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"runbook/generator/generatortest"
	"runbook/output/issues/githubtest"
)

// TestIssuesScripts runs the scripts that need a GitHub. They see the small
// workflow $TEA beside $SAMPLES and have one command more:
//
//	github start FILE            begin with the state in FILE
//	github dump FILE             write what it holds now
//	github writes N              N writing requests have come since the last time; "some": any number but 0
//	github fail JSON             let something go wrong; see githubtest.Fault
//	github mend                  let nothing go wrong any more
//	github set KEY VALUE         archived, issues, permission
//	github edit N WHAT [VALUE]   what a person does to an issue in the browser:
//	                             tick, close, reopen, title, append, insert, replace, label,
//	                             assign, unassign, comment LOGIN TEXT
func TestIssuesScripts(t *testing.T) {
	samples, err := filepath.Abs("../../workflows/cmg-setup/profiles")
	if err != nil {
		t.Fatal(err)
	}
	tea, err := filepath.Abs("testdata/issues/tea")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/issues",
		UpdateScripts:       generatortest.Updating(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLES", samples)
			e.Setenv("TEA", tea)
			e.Setenv("SOURCE_DATE_EPOCH", "1795392000") // 2026-11-23
			e.Setenv("XDG_STATE_HOME", filepath.Join(e.WorkDir, "state"))
			e.Setenv("GH_TOKEN", githubToken)
			e.Values[hubKey{}] = &hub{}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"github": github},
	})
}

const githubToken = "ghp_0123456789abcdefghijklmnopqrstuvwxyz"

type hubKey struct{}

// hub is the GitHub of one script.
type hub struct {
	server *githubtest.Server
}

func github(ts *testscript.TestScript, neg bool, args []string) {
	h, ok := ts.Value(hubKey{}).(*hub)
	if neg || !ok || len(args) == 0 || h.server == nil && args[0] != "start" {
		ts.Fatalf("usage: github start|dump|writes|fail|mend|set|edit ...")
	}
	switch args[0] {
	case "start":
		h.start(ts, args[1])
	case "dump":
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(dump(h.server.State())), 0o600))
	case "writes":
		if got := strconv.Itoa(h.server.Writes()); got != args[1] && (args[1] != "some" || got == "0") {
			requests := h.server.Requests()
			ts.Fatalf("%s writes, want %s: %v", got, args[1], requests[:min(len(requests), 40)])
		}
		h.server.Forget()
	case "fail":
		f, err := githubtest.ParseFault(args[1])
		ts.Check(err)
		h.server.Fail(f)
	case "mend":
		h.server.Mend()
	case "set":
		h.server.Edit(func(s *githubtest.State) { set(ts, s, args[1], args[2]) })
	case "edit":
		n, err := strconv.Atoi(args[1])
		ts.Check(err)
		h.server.Edit(func(s *githubtest.State) {
			is := s.Find(n)
			if is == nil {
				ts.Fatalf("there is no #%d", n)
			}
			edit(ts, is, args[2], args[3:])
		})
	default:
		ts.Fatalf("github %s: unknown", args[0])
	}
}

func (h *hub) start(ts *testscript.TestScript, file string) {
	state, err := githubtest.ParseState([]byte(ts.ReadFile(file)))
	ts.Check(err)
	begin := time.Now()
	h.server = githubtest.New(state, func() time.Time { // on a fixed day
		return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC).Add(time.Since(begin))
	})
	hs := httptest.NewServer(h.server)
	ts.Setenv("GITHUB_API_URL", h.server.At(hs.URL))
	ts.Defer(func() {
		hs.Close()
		if problems := h.server.Problems(); len(problems) > 0 {
			ts.Fatalf("%s", strings.Join(problems, "\n"))
		}
	})
}

func set(ts *testscript.TestScript, s *githubtest.State, key, value string) {
	switch key {
	case "archived":
		s.Archived = value == "true"
	case "issues":
		s.NoIssues = value == "off"
	case "permission":
		s.Users[0].Permission = value
	default:
		ts.Fatalf("github set %s: unknown", key)
	}
}

func edit(ts *testscript.TestScript, is *githubtest.Issue, what string, args []string) {
	switch what {
	case "tick":
		before := is.Body
		is.Body = strings.Replace(is.Body, "- [ ] "+args[0], "- [x] "+args[0], 1)
		if is.Body == before {
			ts.Fatalf("no box %q in\n%s", args[0], is.Body)
		}
		is.Body = strings.ReplaceAll(is.Body, "\n", "\r\n")
	case "close":
		at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
		is.State, is.Reason, is.ClosedBy, is.Closed = "closed", "completed", args[0], &at
		if len(args) > 1 {
			is.Reason = args[1]
		}
		happen(is, "closed", args[0], "")
	case "reopen":
		is.State, is.Reason, is.ClosedBy, is.Closed = "open", "reopened", "", nil
		happen(is, "reopened", args[0], "")
	case "unassign":
		is.Assignees = slices.DeleteFunc(is.Assignees, func(l string) bool { return l == args[0] })
		happen(is, "unassigned", "octo-admin", args[0])
	case "comment":
		at := time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC)
		is.Comments = append(is.Comments, githubtest.Comment{Author: args[0], Body: args[1], Created: &at})
	case "title":
		is.Title = args[0]
	case "append":
		is.Body += args[0]
	case "replace":
		is.Body = strings.Replace(is.Body, args[0], args[1], 1)
	case "insert": // a line behind the one that ends so
		is.Body = strings.Replace(is.Body, args[0]+"\n", args[0]+"\n"+args[1]+"\n", 1)
	case "copy": // the marker of this issue into another one
		is.Body += args[0]
	case "label":
		is.Labels = append(is.Labels, args[0])
	case "assign":
		is.Assignees = append(is.Assignees, args[0])
		happen(is, "assigned", "octo-admin", args[0])
	default:
		ts.Fatalf("github edit %s: unknown", what)
	}
}

// happen notes an event of the day after the rollout was made.
func happen(is *githubtest.Issue, what, by, login string) {
	at := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	is.Events = append(is.Events, githubtest.Event{What: what, By: by, Login: login, At: &at})
	is.Updated = &at
}

// dump shows a state without what changes from run to run.
func dump(s githubtest.State) string {
	var b strings.Builder
	for _, l := range s.Labels {
		fmt.Fprintf(&b, "label %s %s %q\n", l.Name, l.Color, l.Description)
	}
	for _, m := range s.Milestones {
		due, _, _ := strings.Cut(m.Due, "T")
		fmt.Fprintf(&b, "milestone %d %q %s\n", m.Number, m.Title, due)
	}
	for _, is := range s.Issues {
		fmt.Fprintf(&b, "#%d %s %q labels=%v assignees=%v milestone=%d parent=%d children=%v blocked by=%v comments=%d\n",
			is.Number, strings.TrimSpace(is.State+" "+is.Reason), is.Title, is.Labels, is.Assignees, is.Milestone, is.Parent, is.Children, is.BlockedBy, len(is.Comments))
	}
	return b.String()
}

// Anything but a yes is a no.
func TestAsk(t *testing.T) {
	t.Parallel()
	for answer, want := range map[string]bool{"y\n": true, " Yes \n": true, "yes": true, "\n": false, "": false, "no\n": false, "yeah\n": false} {
		var out strings.Builder
		a := &app{ctx: t.Context(), environment: environment{stdin: strings.NewReader(answer), stderr: &out}}
		if got := a.ask("Apply this plan?"); got != want || !strings.Contains(out.String(), "Apply this plan? [y/N] ") {
			t.Errorf("%q: %v, %q", answer, got, out.String())
		}
	}
}

// The bar, the countdown and what is read share one line, which fits the
// terminal and goes away.
func TestIssuesProgress(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	p := &progressBar{w: &out, columns: func() int { return 60 }, now: func() time.Time { return now }}
	p.Read("issues")
	p.Read("")
	p.Step(0, 4, "create label x")
	now = now.Add(10 * time.Second)
	p.Step(1, 4, "create issue 1.1 with a title that is far too long")
	p.Wait(90*time.Second, "GitHub asks to go slower")
	p.Wait(0, "GitHub asks to go slower")
	p.Step(4, 4, "")
	p.Read("")
	bar := "[######..................] 1/4, 30s left create issue 1.1 …"
	want := strings.Join([]string{
		"", "reading issues", "",
		"[........................] 0/4 create label x", bar,
		"waiting 1m30s (Ctrl-C stops): GitHub asks to go slower", bar, "",
	}, clearLine)
	if out.String() != want {
		t.Errorf("got  %q\nwant %q", out.String(), want)
	}
	out.Reset()
	w := &waitLines{w: &out}
	for left := 12 * time.Second; left >= 0; left -= time.Second {
		w.Wait(left, "the limit is reached")
	}
	if got := out.String(); got != "runbook: waiting 12s: the limit is reached\n" {
		t.Errorf("got %q", got)
	}
}

func TestFit(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in      string
		columns int
		want    string
	}{
		{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"", 0, ""}, {"日本語", 6, "日本語"}, {"日本語", 5, "日本…"}, {"日本語x", 6, "日本…"},
	} {
		if got := fit(tc.in, tc.columns); got != tc.want {
			t.Errorf("fit(%q, %d) = %q, want %q", tc.in, tc.columns, got, tc.want)
		}
	}
}
