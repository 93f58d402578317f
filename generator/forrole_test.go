package generator_test

import (
	"testing"

	"runbook/generator"
)

// The sheet of a role says nothing of the rest of the runbook, and knows the
// other sheets of its reader by the name, whatever else the profile says of
// somebody under one role and not under another.
func TestForRoleLeavesOutTheRest(t *testing.T) {
	w, err := generator.LoadWorkflow(generator.Layer{Name: "tea", FS: folder(map[string]string{
		"workflow.yaml":      "id: tea\ntitle: Make tea\nroles: [{id: host, title: Host, required: true}, {id: guest, title: Guest, required: true}, {id: cook, title: Cook, required: true}]\nphases: [1-water]\n",
		"1-water/index.yaml": "title: Water\ngoal: Hot.\nsteps: [boil, pour, drink, sing]\n",
		"1-water/boil.md":    "---\ntitle: Boil\nrole: host\nminutes: 10\n---\n1. Boil.\n",
		"1-water/pour.md":    "---\ntitle: Pour\nrole: cook\nneeds: [boil]\nminutes: 10\n---\n1. Pour.\n",
		"1-water/drink.md":   "---\ntitle: Drink\nrole: guest\nneeds: [pour]\nminutes: 10\n---\n1. Drink.\n",
		"1-water/sing.md":    "---\ntitle: Sing\nrole: host\nwhen: organization == \"B\"\n---\n1. Sing.\n",
	})})
	if err != nil {
		t.Fatal(err)
	}
	rb := rendered(t, w, "organization: A\npeople: {host: {name: Ann, email: ann@a.com}, guest: {name: Bo}, cook: {name: Ann}}\n")
	sheet := rb.ForRole("host")
	if len(rb.Omissions) != 1 || len(rb.Chain) != 3 || len(sheet.Omissions) != 0 || len(sheet.Chain) != 0 {
		t.Errorf("the runbook leaves out %d and has a chain of %d, its sheet %d and %d", len(rb.Omissions), len(rb.Chain), len(sheet.Omissions), len(sheet.Chain))
	}
	if len(sheet.Elsewhere) != 1 || sheet.Elsewhere[0].ID != "cook" {
		t.Errorf("the other sheets are %+v, want that of the cook", sheet.Elsewhere)
	}
}

// What one sheet takes over of the work is all that concerns it.
func TestTakeWork(t *testing.T) {
	rb := planned(t, "a host; minutes: 10", "b guest; needs: [a]; minutes: 10")
	rb.Deviations = []generator.Deviation{{What: "coffee"}}
	rb.Phases[0].Items[0].Work.By = "AL"
	rb.Written = []generator.Written{{Item: "1.1", Text: "hot"}, {Item: "1.2", Text: "cold"}}
	sheet := planned(t, "a host; minutes: 10", "b guest; needs: [a]; minutes: 10").ForRole("host")
	sheet.TakeWork(rb)
	if len(sheet.Deviations) != 1 || sheet.Items()[0].Work.By != "AL" {
		t.Errorf("taken over: %+v and %+v", sheet.Deviations, sheet.Items()[0].Work)
	}
	if len(sheet.Written) != 1 || sheet.Written[0].Text != "hot" {
		t.Errorf("written on the sheet: %+v", sheet.Written)
	}
}
