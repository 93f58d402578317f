package words_test

import (
	"slices"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/words"
)

func TestCount(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		n          int
		noun, want string
	}{{0, "item", "0 items"}, {1, "item", "1 item"}, {2, "box", "2 boxes"}, {1, "box", "1 box"}, {3, "process", "3 processes"}} {
		if got := words.Count(c.n, c.noun); got != c.want {
			t.Errorf("%d %s is %q, want %q", c.n, c.noun, got, c.want)
		}
	}
}

// The document control says who has made the document from what, keeps quiet
// where there is nothing to say, and asks for what makes sense.
func TestControlLines(t *testing.T) {
	t.Parallel()
	labels := func(rb *generator.Runbook) []string {
		var list []string
		for _, l := range words.ControlLines(rb) {
			list = append(list, l.Label)
			if !strings.HasPrefix(l.Value, l.ID) {
				t.Errorf("%s: %q does not begin with %q", l.Label, l.Value, l.ID)
			}
		}
		return list
	}
	rb := generatortest.Small()
	want := []string{"Revision", "Rendered", "Change", "Prepared by", "Replaces", "Planned", "Workflow", "Facts checked", "Profile", "Digest", "Rollout", "Tracked in"}
	if got := labels(rb); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got := words.ControlLines(rb)[1].Value; got != "23 November 2026 by runbook 1.0" {
		t.Errorf("rendered %q", got)
	}
	rb.Document.Revision, rb.Program, rb.Schedule, rb.Tracking = "A", "", nil, generator.Tracking{}
	if got := labels(rb); slices.Contains(got, "Replaces") || slices.Contains(got, "Planned") || slices.Contains(got, "Tracked in") {
		t.Errorf("a first revision without plan and tracker has %q", got)
	}
	if got := words.ControlLines(rb)[1].Value; got != "23 November 2026" {
		t.Errorf("rendered %q", got)
	}
	rb.Document.Replaces = "the old one"
	if got := labels(rb); !slices.Contains(got, "Replaces") {
		t.Errorf("what is replaced is not said: %q", got)
	}
}

func TestResponsibilities(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	letters := words.Responsibilities(rb)
	var got []string
	for _, it := range rb.Items() {
		for _, r := range rb.Roles {
			got = append(got, letters(it, r.ID))
		}
	}
	// The apps wait for the names, and the record for the apps; who takes part is told anyway.
	if want := []string{"C", "R", "", "R", "S", "I", "", "", "R"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestResultNamed(t *testing.T) {
	t.Parallel()
	for _, r := range []generator.Result{"", generator.ResultPassed, generator.ResultOpenPoints} {
		if got, ok := words.ResultNamed(words.Result(r)); got != r || !ok {
			t.Errorf("%q comes back as %q, %v", r, got, ok)
		}
	}
	if _, ok := words.ResultNamed("perhaps"); ok {
		t.Error("perhaps is a result")
	}
}

// What tells copies apart is at the foot of every page, whatever room there is.
func TestFoot(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	rb.Document.Footer = "valid today"
	const copies = "Internal · Rev. C · 23 Nov 2026 · digest ba9876543210"
	for room, want := range map[int]string{100: "Contoso · " + copies + " · valid today", 75: copies + " · valid today", 20: copies} {
		if got := words.Foot(rb, func(s string) bool { return len(s) <= room }); got != want {
			t.Errorf("with room for %d: %q", room, got)
		}
	}
}

func TestStatusNamed(t *testing.T) {
	t.Parallel()
	for _, s := range words.Statuses {
		if got, ok := words.StatusNamed(strings.ToUpper(words.Status(s.Status))); got != s.Status || !ok {
			t.Errorf("%q comes back as %q, %v", s.Word, got, ok)
		}
	}
	if _, ok := words.StatusNamed("finished"); ok {
		t.Error("finished is a state")
	}
	for want, w := range map[string]generator.Work{
		"Waiting. Ask Ann.": {Status: generator.StatusWaiting, Note: "Ask Ann."},
		"In progress.":      {Status: generator.StatusInProgress},
		"Ask Bo.":           {Status: generator.StatusDone, Note: "Ask Bo."},
	} {
		if got := words.Remark(w); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Whoever reads only who signed a gate is told that it did not simply pass.
func TestSignedBy(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]generator.PhaseSign{
		"":                          {Result: generator.ResultPassed},
		"Ann Lee":                   {Result: generator.ResultPassed, SignOff: generator.SignOff{Name: "Ann Lee", Signature: "AL"}},
		"Ann Lee, with open points": {Result: generator.ResultOpenPoints, SignOff: generator.SignOff{Name: "Ann Lee"}},
		"AL, without a result":      {SignOff: generator.SignOff{Signature: "AL"}},
	} {
		if got := words.SignedBy(generator.Phase{Signed: s}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMissing(t *testing.T) {
	t.Parallel()
	for phase, want := range map[int]string{-1: "–", 0: "0", 4: "4"} {
		if got := words.Missing(generator.Omission{Phase: phase}); got != want {
			t.Errorf("phase %d is %q, want %q", phase, got, want)
		}
	}
}

// Names that run from right to left do not swap places, and what comes behind
// one stays there; any other text is as it was.
func TestNamesKeepTheirPlaces(t *testing.T) {
	t.Parallel()
	people := []generator.Person{{Name: "משה כהן"}, {Name: "Bo"}, {Name: "زيد 2"}, {Name: "לוי (IT)"}}
	if got, want := words.People(people), "משה כהן\u200e, Bo, زيد 2\u200e, לוי (IT)"; got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
	for title, want := range map[string]string{
		"קונטוסו: set up a gateway": "קונטוסו\u200e: set up a gateway", "קונטוסו": "קונטוסו", "Gateway of קונטוסו": "Gateway of קונטוסו",
	} {
		if got := words.Title(&generator.Runbook{Title: title, Organization: "קונטוסו"}); got != want {
			t.Errorf("%+q, want %+q", got, want)
		}
	}
	if got, want := words.Joined(" · ", "סודי", "", "29 Nov"), "סודי\u200e · 29 Nov"; got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
}
