package main

import (
	"strings"
	"testing"

	"runbook/generator"
)

// toHierarchy answers what stands before the child primary sites.
var toHierarchy = []string{"<down>", "<enter>", "Contoso", "<enter>", "2509", "<enter>", "<down>", "<enter>"}

func TestFormAsksForRecords(t *testing.T) {
	d := newTestDraft(t, nil)
	s := startForm(t, d, generator.LevelNeeded)
	s.keys(toHierarchy...)
	s.sees("Child primary sites: how many?", "Each is asked for in turn.")
	s.keys("two", "<enter>")
	s.sees("a number up to 25 is wanted, 0 for none")
	s.keys("<clear>", "2", "<enter>")
	s.sees("Child primary sites, 1 of 2", "Site code (needed)")
	s.keys("<enter>")
	s.sees(`"Site code" is missing`)
	s.keys("PR", "<enter>")
	s.sees(`"Site code" "PR" has not the right form`)
	s.keys("1", "<enter>", "ps1.contoso.com", "<enter>", "mp1.contoso.com, mp2.contoso.com", "<enter>", "[]", "<enter>", "cp1.contoso.com", "<enter>")
	s.sees("Child primary sites, 2 of 2")
	s.keys("pr1", "<enter>")
	s.sees(`"Child primary sites" has two entries with code pr1`)
	s.keys("<clear>", "PR2", "<enter>", "<enter>", "<enter>", "<enter>", "<enter>")
	s.sees("Management point mode")
	s.keys("<back>", "<back>", "<back>", "<back>", "<back>", "<back>")
	s.sees("Child primary sites, 1 of 2", "PR1", "mp1.contoso.com, mp2.contoso.com")
	s.keys("<stop>")
	s.ends()
	const want = "[{code: PR1, server: ps1.contoso.com, management_points: [mp1.contoso.com, mp2.contoso.com], software_update_points: [], connection_points: [cp1.contoso.com]}, {code: PR2}]"
	if got, _ := d.Answered("site.primaries"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// The same answers again, as after a stop that was taken back.
	again := newInitForm(d, generator.LevelNeeded, map[string]bool{})
	var texts []string
	for _, f := range again.fields {
		if (f.entries != nil || f.part != nil) && f.asked() {
			texts = append(texts, f.text)
		}
	}
	if got := strings.Join(texts, "|"); got != "2|PR1|ps1.contoso.com|mp1.contoso.com, mp2.contoso.com|[]|cp1.contoso.com|PR2||||" {
		t.Errorf("asked again: %s", got)
	}
}

func TestFormRefusesRecords(t *testing.T) {
	d := newTestDraft(t, nil)
	s := startForm(t, d, generator.LevelNeeded)
	s.keys(toHierarchy...)
	s.keys("1", "<enter>", "PR1", "<enter>", "<enter>", "<enter>", "<enter>", "[]", "<enter>")
	s.sees("R-22") // no site has a connection point
	s.keys("<clear>", "<enter>")
	s.sees("Management point mode")
	s.keys("<stop>")
	s.ends()
}
