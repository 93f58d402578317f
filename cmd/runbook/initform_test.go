package main

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"runbook/generator"
)

// session drives the form as a terminal would, without a screen.
type session struct {
	t       *testing.T
	form    *initForm
	program *tea.Program
	done    chan error
}

// inspect is run where the form is updated, so that nothing changes meanwhile.
type inspect struct {
	look func(*initForm)
	seen chan struct{}
}

type inspected struct{ *initForm }

func (i inspected) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m, ok := msg.(inspect); ok {
		m.look(i.initForm)
		close(m.seen)
		return i, nil
	}
	_, cmd := i.initForm.Update(msg)
	return i, cmd
}

func startForm(t *testing.T, d *generator.Draft, level generator.Level) *session {
	t.Helper()
	return showForm(t, newInitForm(d, level, map[string]bool{}))
}

func showForm(t *testing.T, form *initForm) *session {
	t.Helper()
	s := &session{t: t, form: form, done: make(chan error, 1)}
	s.program = tea.NewProgram(inspected{form}, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithoutSignals(), tea.WithWindowSize(100, 40))
	go func() {
		_, err := s.program.Run()
		s.done <- err
	}()
	s.program.Send(tea.WindowSizeMsg{Width: 100, Height: 40})
	return s
}

// keys types; a word in angle brackets is a key.
func (s *session) keys(words ...string) {
	for _, word := range words {
		switch word {
		case "<enter>":
			s.program.Send(tea.KeyPressMsg{Code: tea.KeyEnter})
		case "<back>":
			s.program.Send(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
		case "<up>":
			s.program.Send(tea.KeyPressMsg{Code: tea.KeyUp})
		case "<down>":
			s.program.Send(tea.KeyPressMsg{Code: tea.KeyDown})
		case "<space>":
			s.program.Send(tea.KeyPressMsg{Code: tea.KeySpace, Text: " "})
		case "<clear>":
			s.program.Send(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl})
		case "<stop>":
			s.program.Send(tea.KeyPressMsg{Code: 'c', Mod: tea.ModCtrl})
		default:
			for _, r := range word {
				s.program.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
			}
		}
	}
}

// sees waits until the page says all of the words.
func (s *session) sees(words ...string) {
	s.t.Helper()
	page := ""
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		page = s.page()
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(page, w) }) {
			return
		}
	}
	s.t.Fatalf("the page does not say all of %q:\n%s", words, page)
}

// page is what the form shows now, in one line; "" if it does not answer.
func (s *session) page() string {
	page := make(chan string, 1)
	m := inspect{func(f *initForm) { page <- f.View().Content }, make(chan struct{})}
	s.program.Send(m)
	select {
	case content := <-page:
		return strings.Join(strings.Fields(ansi.Strip(content)), " ")
	case <-time.After(time.Second):
		return ""
	}
}

// ends waits for the form to be completed or stopped.
func (s *session) ends() {
	s.t.Helper()
	select {
	case err := <-s.done:
		if err != nil {
			s.t.Fatal(err)
		}
	case <-time.After(10 * time.Second):
		s.t.Fatalf("the form does not end: %s", s.page())
	}
}

func newTestDraft(t *testing.T, base []byte) *generator.Draft {
	t.Helper()
	w, err := newLoader(&app{}).load(defaultWorkflow, ".", nil)
	if err != nil {
		t.Fatal(err)
	}
	d, err := generator.NewDraft(w, "contoso.yaml", "2026-11-23", base)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// needed answers the seven questions that have no default, and names the first
// day.
var needed = []string{
	"Contoso", "<enter>", "2509", "<enter>", "westus", "<enter>", "granitefalls", "<enter>", "contoso.com", "<enter>",
	"Ann Lee <ann@example.com> @annlee", "<enter>", "Bob; Eve @eve", "<enter>",
	"2027-01-11", "<enter>",
}

func TestFormAsksWhatIsNeeded(t *testing.T) {
	d := newTestDraft(t, nil)
	s := startForm(t, d, generator.LevelNeeded)
	s.sees("How much do you want to decide now?", "Only what must be known")
	s.keys("<enter>")
	s.keys(needed...)
	s.ends()
	d.Complete(generator.LevelNeeded, func(string) bool { return false })
	if n := d.Problems().Errors(); n > 0 {
		t.Errorf("the profile has errors: %v", d.Problems())
	}
	for _, want := range []string{"\n  version: 2509\n", "\n  name: granitefalls\n", "\n  global-admin: {name: Ann Lee, email: ann@example.com, github: annlee}\n", "\n  subscription-owner: [{name: Bob}, {name: Eve, github: eve}]\n", "\n  start: 2027-01-11\n"} {
		if data := string(d.New()); !strings.Contains(data, want) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
}

func TestFormRefusesAtTheField(t *testing.T) {
	s := startForm(t, newTestDraft(t, nil), generator.LevelNeeded)
	s.keys("<enter>", "<enter>")
	s.sees(`"Organization" is missing`)
	s.keys("Contoso", "<enter>", "25")
	s.sees(`✗ Configuration Manager version "25" is no version of Configuration Manager`) // while it is typed
	s.keys("09", "<enter>", "westus", "<enter>", "Granite-Falls")
	s.sees(`✗ Name prefix "Granite-Falls" has a capital and a dash`)
	s.keys("<enter>")
	s.sees("R-10: Name prefix", "3 to 24 lower-case letters and digits")
	if page := s.page(); strings.Count(page, "has a capital and a dash") != 1 {
		t.Errorf("a refusal is not said once: %s", page)
	}
	s.keys("<clear>", "granitefalls", "<enter>")
	s.sees("Own domain for the service name (needed)")
	s.keys("<enter>")
	s.sees("R-01: a public provider cannot issue a certificate", `("Source of the server certificate": "Issued by`)
	s.keys("contoso.com", "<enter>")
	s.sees("Registers the apps in Microsoft Entra ID and grants consent.", "Owns the Azure subscription")
	s.keys("Ann", "<enter>", "Bo Berg <bo@contoso.com> @ann lee", "<enter>")
	s.sees(`"Subscription Owner": a GitHub login has no blank, and a name does not come behind it: "@ann lee"`, `understood: name "Bo Berg"`)
	s.keys("<stop>")
	s.ends()
	if !s.form.aborted {
		t.Error("not stopped")
	}
}

func TestFormGoesBack(t *testing.T) {
	s := startForm(t, newTestDraft(t, nil), generator.LevelNeeded)
	s.keys("<enter>", "Contoso", "<enter>", "wrong")
	s.sees("Configuration Manager version", "wrong")
	s.keys("<back>") // nothing can prevent it
	s.sees("Organization", "Contoso")
	s.keys("<back>", "<down>", "<enter>") // more questions than before
	s.keys("<enter>")
	s.sees("Configuration Manager version", "wrong", "Hierarchy")
	s.keys("<clear>", "2509", "<enter>", "<down>") // a hierarchy with a CAS
	s.sees("Child primary sites: how many?")
	s.keys("<up>")
	s.sees("Hierarchy")
	answers := map[string]string{}
	m := inspect{func(f *initForm) {
		for _, field := range f.fields[1:] {
			if field.q.Key == "site.primaries" { // the number and every part
				answers["asked"] = map[bool]string{true: "yes", false: "no"}[field.asked()]
			}
		}
		answers["organization"], _ = f.draft.Answered("organization")
		answers["version"], _ = f.draft.Answered("site.version")
	}, make(chan struct{})}
	s.program.Send(m)
	<-m.seen
	if diff := cmp.Diff(map[string]string{"asked": "no", "organization": "Contoso", "version": "2509"}, answers); diff != "" {
		t.Error(diff)
	}
	s.keys("<stop>")
	s.ends()
}

// Who stops and then does not want to is where they were.
func TestFormGoesOnAfterStop(t *testing.T) {
	s := startForm(t, newTestDraft(t, nil), generator.LevelNeeded)
	s.keys("<enter>", "Contoso", "<enter>", "2509", "<enter>", "west")
	s.sees("Region in Azure", "west")
	for range 2 {
		s.keys("<stop>")
		s.ends()
		if !s.form.aborted {
			t.Fatal("not stopped")
		}
		s = showForm(t, s.form)
		s.sees("Azure (page 3 of 7)", "Region in Azure", "west")
	}
	s.keys("us", "<enter>")
	s.sees("Name prefix")
	s.keys(needed[6:]...)
	s.ends()
	if text, _ := s.form.draft.Answered("azure.region"); text != "westus" || s.form.aborted {
		t.Errorf("the region is %q, stopped: %t", text, s.form.aborted)
	}
}

// TestFormGivesTheSameFile accepts every default in the form, which must give
// the same as --defaults.
func TestFormGivesTheSameFile(t *testing.T) {
	d := newTestDraft(t, nil)
	s := startForm(t, d, generator.LevelDecisions)
	s.keys("<enter>")
	typed := map[string]string{
		"Organization": "Contoso", "Configuration Manager version": "2509", "Region in Azure": "westus", "Name prefix": "granitefalls",
		"Own domain for the service name": "contoso.com", "Global Administrator": "Ann", "Subscription Owner": "Bob",
	}
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); { // one question after the other
		var title string
		over := false
		m := inspect{func(f *initForm) {
			over = f.form.State != 0
			if q := f.focused().q; q != nil && !f.leaving {
				title = questionTitle(q)
			}
		}, make(chan struct{})}
		s.program.Send(m)
		select {
		case <-m.seen:
		case err := <-s.done:
			s.done <- err
			over = true
		}
		if over {
			break
		}
		if title == "" {
			time.Sleep(time.Millisecond)
			continue
		}
		s.keys(typed[title], "<enter>")
	}
	s.ends()
	d.Complete(generator.LevelDecisions, func(string) bool { return false })
	plain := newTestDraft(t, nil)
	for key, text := range map[string]string{
		"organization": "Contoso", "site.version": "2509", "azure.region": "westus", "gateway.name": "granitefalls", "certificate.domain": "contoso.com",
		"people.global-admin": "Ann", "people.subscription-owner": "Bob",
	} {
		plain.Set(key, text)
	}
	plain.Complete(generator.LevelDecisions, func(string) bool { return false })
	if diff := cmp.Diff(string(plain.New()), string(d.New())); diff != "" {
		t.Error(diff)
	}
}

func TestFormAsksOnlyWhatIsMissing(t *testing.T) {
	d := newTestDraft(t, []byte("organization: Contoso\nsite: {version: 2509}\nazure: {region: westus}\ngateway: {name: granitefalls}\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\n"))
	s := startForm(t, d, generator.LevelNeeded)
	s.sees("Only what must be known: 2 questions")
	s.keys("<enter>", "contoso.com", "<enter>", "<enter>")
	s.ends()
	data, err := d.Edited()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "\n\ncertificate:\n  # Own domain for the service name.") || !strings.HasSuffix(string(data), "\n  domain: contoso.com\n") {
		t.Errorf("%s", data)
	}
}
