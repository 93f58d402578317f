package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"runbook/generator"
)

// oneStep is a workflow of one step with these rules.
func oneStep(t *testing.T, rules string) (*generator.Workflow, error) {
	t.Helper()
	return generator.LoadWorkflow(generator.Layer{Name: "boil", FS: fstest.MapFS{
		"workflow.yaml":    {Data: []byte("id: boil\ntitle: Boil\nverified: 2026-11-23\nroles: [{id: owner, title: Owner, required: true}]\nphases: [1-all]\n")},
		"rules.yaml":       {Data: []byte("rules:\n" + rules)},
		"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\nsteps: [boil]\n")},
		"1-all/boil.md":    {Data: []byte("---\ntitle: Boil\nrole: owner\nminutes: 10\n---\n1. Boil.\n")},
	}})
}

func rulesOf(t *testing.T, w *generator.Workflow, schedule string) string {
	t.Helper()
	p, ps := generator.ParseProfile("p.yaml", []byte("organization: A\npeople: {owner: {name: Bo}}\nschedule: "+schedule+"\n"), w)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	var ids []string
	for _, p := range w.CheckProfile(p, "2026-11-23") {
		ids = append(ids, p.Rule)
	}
	return strings.Join(ids, " ")
}

// An expression can ask for the times of one step.
func TestTimesOfOneStepAreGiven(t *testing.T) {
	t.Parallel()
	w, err := oneStep(t, `- {id: W-01, when: given("schedule.minutes.boil"), message: minutes}
- {id: W-02, when: given("schedule.wait.boil"), message: wait}
- {id: W-03, when: given("schedule.minutes"), message: any}
`)
	if err == nil {
		err = w.Check().Err()
	}
	if err != nil {
		t.Fatal(err)
	}
	for schedule, want := range map[string]string{"{}": "", "{minutes: {}}": "W-03", "{minutes: {boil: 5}}": "W-01 W-03", "{wait: {boil: 1h}}": "W-02"} {
		if got := rulesOf(t, w, schedule); got != want {
			t.Errorf("%s: %q speaks, want %q", schedule, got, want)
		}
	}
	w, err = oneStep(t, `- {id: W-01, when: given("schedule.minutes.brew"), message: minutes}`+"\n")
	if err == nil {
		err = w.Check().Err()
	}
	if err == nil || !strings.Contains(err.Error(), `"schedule.minutes.brew", which does not exist`) {
		t.Errorf("a step that does not exist gives %v", err)
	}
}
