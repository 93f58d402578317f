package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"runbook/generator"
)

// Who runs the rollout is the role of which the workflow says so, held by
// whoever stands in; without one it is the role of the first item. One role
// leads, and its sheet has the gates.
func TestLead(t *testing.T) {
	t.Parallel()
	load := func(admin, boss string) (*generator.Workflow, error) {
		return generator.LoadWorkflow(generator.Layer{Name: "led", FS: fstest.MapFS{
			"workflow.yaml": {Data: []byte("id: led\ntitle: Be led\nverified: 2026-11-23\nroles:\n  - {id: owner, title: Owner, required: true}\n" +
				"  - {id: admin, title: Admin, fallback: [owner]" + admin + "}\n  - {id: boss, title: Boss, fallback: [admin, owner]" + boss + "}\nphases: [1-all]\n")},
			"1-all/index.yaml": {Data: []byte("title: All\ngoal: Done.\ngate: [The kettle is there.]\nsteps: [boil]\n")},
			"1-all/boil.md":    {Data: []byte("---\ntitle: Boil\nrole: owner\n---\n1. Boil.\n")},
		}})
	}
	for _, c := range []struct{ admin, boss, role, people, standsIn string }{
		{"", "", "owner", "Bo", ""},
		{"", ", lead: true", "boss", "Carl", "admin"},
		{", lead: true", "", "admin", "Carl", ""},
	} {
		w, err := load(c.admin, c.boss)
		if err != nil {
			t.Fatal(err)
		}
		p, ps := generator.ParseProfile("p.yaml", []byte("organization: A\npeople:\n  owner: {name: Bo}\n  admin: {name: Carl}\n"), w)
		if len(ps) > 0 {
			t.Fatal(ps)
		}
		rb, err := generator.Generate(w, p, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		if l := rb.Lead; l.Role != c.role || l.People[0].Name != c.people || l.StandsIn != c.standsIn || rb.RoleTitle(c.role) != l.Title {
			t.Errorf("%+v, want %+v", l, c)
		}
		for _, role := range []string{"owner", "admin", "boss"} {
			if sheet := rb.ForRole(role); len(sheet.Gates) > 0 != (role == c.role) {
				t.Errorf("the sheet of %s has %d gates, and %s leads", role, len(sheet.Gates), c.role)
			}
		}
		if sheets := rb.SheetRoles(); !slices.Contains(sheets, c.role) || !slices.Contains(sheets, "owner") || len(sheets) > 2 {
			t.Errorf("%s leads, and %v have sheets", c.role, sheets)
		}
		sheet, err := generator.GenerateSheet(w, p, "2026-11-23", c.role)
		if err != nil || len(sheet.Roles) != 1 || strings.Contains(string(sheet.Roles[0].Summary), "Nothing to do") {
			t.Errorf("the sheet of %s says %q, %v", c.role, sheet.Roles[0].Summary, err)
		}
	}
	_, err := load(", lead: true", ", lead: true")
	if err == nil || !strings.Contains(err.Error(), `led/workflow.yaml:7:5: error: the role "boss" leads as well as "admin"`) {
		t.Errorf("two roles lead: %v", err)
	}
}
