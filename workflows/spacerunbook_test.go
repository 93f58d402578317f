package workflows_test

import (
	"regexp"
	"slices"
	"strings"

	"runbook/generator"
)

// What must be true of the runbook of every profile, see space_test.go.

// contradictory are pairs of steps of which a runbook has at most one.
var contradictory = [][2]string{
	{"create-cmg", "create-classic-cmg"},
	{"create-app-registrations", "import-app-registrations"},
	{"create-app-registrations", "register-server-app"},
	{"order-server-certificate", "request-server-certificate"},
	{"create-resource-group", "check-resource-group"},
	{"update-the-site", "create-classic-cmg"},
}

// wantOne are groups of steps of which a runbook has at least one.
var wantOne = [][]string{
	{"create-cmg", "create-classic-cmg"},
	{"create-app-registrations", "import-app-registrations"},
	{"order-server-certificate", "request-server-certificate"},
	{"add-connection-points"},
	{"enable-management-points"},
	{"register-resource-providers"},
	{"check-names-are-free"},
	{"export-server-certificate"},
	{"check-entra-connection"},
	{"create-client-settings"},
}

var (
	codeBlocks = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
	codeSpans  = regexp.MustCompile("`[^`\n]+`|`` .*? ``")
	linkTarget = regexp.MustCompile(`\]\(#([^)]*)\)`)
	links      = regexp.MustCompile(`\[[^\]\n]*\]\([^)]*\)`)
)

func (f *findings) runbook(w *generator.Workflow, p point, rb *generator.Runbook) {
	place := map[string]int{}
	for i, it := range rb.Items() {
		place[it.Key] = i
	}
	known := map[string]bool{}
	for key := range place {
		known[key] = true
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			known[e.Key] = true
		}
	}
	if len(rb.Before.Items) == 0 || len(rb.Phases) != 5 {
		f.add(p, "a phase is empty: %d phases", len(rb.Phases))
	}
	for i, it := range rb.Items() {
		f.item(w, p, it, i, place)
	}
	f.texts(p, rb, known)
	for _, pair := range contradictory {
		if known["cmg-setup/"+pair[0]] && known["cmg-setup/"+pair[1]] {
			f.add(p, "%s and %s contradict each other", pair[0], pair[1])
		}
	}
	for _, group := range wantOne {
		if !slices.ContainsFunc(group, func(id string) bool { return known["cmg-setup/"+id] }) {
			f.add(p, "none of %v", group)
		}
	}
	f.sittings(p, rb, place)
	f.mu.Lock()
	defer f.mu.Unlock()
	f.rendered++
	for key := range known {
		f.in[strings.TrimPrefix(key, "cmg-setup/")] = true
	}
	for _, o := range rb.Omissions {
		f.out[strings.TrimPrefix(o.Key, "cmg-setup/")] = true
		if !strings.HasPrefix(o.Reason, "because ") || strings.Contains(o.Reason, "`") {
			f.examples["an odd reason: "+o.Key+": "+o.Reason] = p.yaml()
		}
	}
}

func (f *findings) item(w *generator.Workflow, p point, it generator.Item, i int, place map[string]int) {
	id := strings.TrimPrefix(it.Key, "cmg-setup/")
	if len(it.People) == 0 || it.RoleTitle == "" {
		f.add(p, "%s has no owner", id)
	}
	for _, need := range w.Step(id).Needs {
		at, ok := place["cmg-setup/"+need.Step]
		if !ok && !need.Optional {
			f.add(p, "%s needs %s, which is not in the runbook", id, need.Step)
		}
		if ok && at >= i {
			f.add(p, "%s needs %s, which comes later", id, need.Step)
		}
	}
	if it.Title == "" || it.Why == "" || it.Steps == "" || len(it.Verify) == 0 || it.Evidence == "" || len(it.Sources) == 0 {
		f.add(p, "%s lacks a part", id)
	}
	if (it.Wait.Minutes > 0) != (it.Wait.Text != "") || it.Minutes <= 0 {
		f.add(p, "%s has no sensible times", id)
	}
	if it.Reason != generator.Everyone && (!strings.HasPrefix(it.Reason, "because ") || strings.Contains(it.Reason, "`")) {
		f.add(p, "an odd reason: %s: %s", id, it.Reason)
	}
}

// since is the first version that has a command or a parameter.
var since = map[string]string{
	"-EnableTrafficOut": "2010", "-VMInstanceCount": "2010", "-RemoveCertThumbprints": "2010", "-ServiceCertPath": "2006",
	"New-CMCloudManagementGateway @": "2010", "Import-CMAADServerApplication": "2010", "New-CMCloudManagementAzureService": "2010",
	"Sync-CMCloudManagementGateway": "2103", "New-CMAADServerApplication": "2207", "VMSSVMSize": "2207", "Set-CMDefaultBoundaryGroup": "2207",
	"Get-CMAADTenant": "2203", "Remove-CMAzureService": "2010", "Set-UpdateServerApplication": "2309", "BulkRegistrationTokenTool": "2002", "Set-CMBoundaryGroup": "1902",
}

// commands looks for what the version or the hierarchy does not have: two names
// for one value, or one for two, end in a wrong command.
func (f *findings) commands(p point, where, s string) {
	version := p["site.version"]
	for command, first := range since {
		if version < first && strings.Contains(s, command) {
			f.add(p, "%s has %s, which version %s does not know", where, command, version)
		}
	}
	if p["site.hierarchy"] != "central-administration-site" {
		if strings.Contains(s, "<primary-site-") {
			f.add(p, "%s has a primary site beside the only site", where)
		}
		return
	}
	for _, code := range []string{"PR1", "PR2", "<primary-site-code>"} {
		if strings.Contains(s, `-Name "`+code+`" -PSProvider "CMSite" -Root "<site-server>"`) {
			f.add(p, "%s has the server of the top-level site for %s", where, code)
		}
	}
}

// texts looks for what a template leaves behind when a value is missing.
func (f *findings) texts(p point, rb *generator.Runbook, known map[string]bool) {
	check := func(where string, m generator.Markdown) {
		s := string(m)
		if strings.Contains(s, "```") {
			f.commands(p, where, s)
		}
		prose := codeBlocks.ReplaceAllString(s, "")
		for _, bad := range []string{"<no value>", "%!", "\ufdd0", "\ufdd1", "\ufdd2", "map[", "&lt;nil&gt;", "<nil>"} {
			if strings.Contains(s, bad) {
				f.add(p, "%s has %q left behind", where, bad)
			}
		}
		prose = codeSpans.ReplaceAllString(prose, "x")
		for _, bad := range []string{"{{", "}}", "``", "****", "( ", " )", " ,", " .\n", " . ", ",,", "[]", "and and", "the the", " a the "} {
			if strings.Contains(prose, bad) {
				f.add(p, "%s has %q left behind", where, bad)
			}
		}
		for _, link := range linkTarget.FindAllStringSubmatch(s, -1) {
			if !known[link[1]] {
				f.add(p, "%s links to %s, which is not in the runbook", where, link[1])
			}
		}
		unlinked := links.ReplaceAllString(s, "")
		for _, o := range rb.Omissions { // a text that points at such a step has its title without a link
			if strings.Contains(unlinked, o.Title) {
				f.add(p, "%s speaks of %s, which is left out", where, o.Key)
			}
		}
	}
	for _, phase := range rb.AllPhases() {
		check("goal of "+phase.ID, phase.Goal)
		check("note of "+phase.ID, phase.Note)
		for _, g := range phase.Gate {
			check("gate of "+phase.ID, g)
		}
		for _, it := range phase.Items {
			check(it.Key+" why", it.Why)
			check(it.Key+" steps", it.Steps)
			if strings.Count("\n"+string(it.Steps), "\n1. ") > 1 {
				f.add(p, "%s begins to count again in its steps", it.Key)
			}
			if found := secondAlone(string(it.Steps)); found != "" {
				f.add(p, "%s says %q without commands before", it.Key, found)
			}
			check(it.Key+" evidence", it.Evidence)
			for _, v := range it.Verify {
				check(it.Key+" verify", v)
			}
		}
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			check(e.Key, e.Body)
		}
	}
	for _, term := range rb.Terms {
		check("term "+term.Term, term.Text)
	}
	check("summary", rb.Summary)
}
