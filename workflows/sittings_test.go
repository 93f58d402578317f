package workflows_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// itemText is an item's instructions and checks, "" where the runbook lacks it.
func itemText(rb *generator.Runbook, step string) string {
	for _, it := range rb.Items() {
		if strings.TrimPrefix(it.Key, rb.Workflow.ID+"/") == step {
			text := string(it.Ready) + "\n" + string(it.Steps)
			for _, v := range it.Verify {
				text += "\n" + string(v)
			}
			return text
		}
	}
	return ""
}

// TestSittingsEndWithTheirResult: what only the person of a sitting can do is
// tried before it, and looked at while that person is there.
func TestSittingsEndWithTheirResult(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, apps := range []string{"create", "import"} {
		for _, discovery := range []string{"true", "false"} {
			rb, problems := tailor(t, w, point{"entra.apps": apps, "entra.user_discovery": discovery, "entra.conditional_access_all_apps": "true"})
			if rb == nil {
				t.Fatal(problems)
			}
			atConsole := apps == "create"
			for _, c := range []struct {
				step, text string
				want       bool
			}{
				{"create-app-registrations", "waits for consent", atConsole},
				{"create-app-registrations", "on a computer whose browser reaches", atConsole},
				{"create-cmg", "on a computer whose browser reaches", true},
				{"confirm-global-admin", "once in a browser", atConsole},
				{"confirm-subscription-owner", "try the sign-in once in a browser", true},
				{"exclude-from-conditional-access", "whoever is answerable for Conditional Access", true},
			} {
				if got := strings.Contains(itemText(rb, c.step), c.text); got != c.want {
					t.Errorf("apps %s, discovery %s: %s says %q: %v", apps, discovery, c.step, c.text, got)
				}
			}
		}
	}
}

// TestConsentOfExistingApps: where no secret is made, and so nothing was looked
// at in the portal before, the consent is not looked at "there, too".
func TestConsentOfExistingApps(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, existing := range []string{"true", "false"} {
		rb, problems := tailor(t, w, point{"entra.existing_server_app": existing, "entra.app_created": "2026-06-01"})
		if rb == nil {
			t.Fatal(problems)
		}
		text := itemText(rb, "create-app-registrations")
		if got := strings.Contains(text, "There look at **API permissions** of both apps, too,"); got != (existing == "false") || !strings.Contains(text, "**API permissions** of both apps") {
			t.Errorf("existing app %s: %s", existing, text)
		}
	}
}

// TestUpdatesHaveNoWayBack: every item that installs an update of the site
// advises a backup, whatever the version, or points to the item that does.
func TestUpdatesHaveNoWayBack(t *testing.T) {
	w := load(t, "cmg-setup")
	seen := map[string]bool{}
	for _, version := range []string{"2107", "2309", "2403", "2409", "2503", "2509", "2603"} {
		changes := point{"site.version": version, "clients.co_managed": "true"}
		if version == "2503" {
			changes["azure.environment"] = "us-government"
		}
		rb, problems := tailor(t, w, changes)
		if rb == nil {
			t.Fatal(problems)
		}
		for _, it := range rb.Items() {
			text := string(it.Steps)
			if !strings.Contains(text, "**Install Update Pack**") {
				continue
			}
			seen[it.Key] = true
			said := strings.Contains(text, "a backup of the site")
			if first := it.Key == "cmg-setup/update-the-site" || itemText(rb, "update-the-site") == ""; said != first || !first && !strings.Contains(text, "Backup and time: as in") {
				t.Errorf("version %s: %s advises a backup: %v", version, it.Key, said)
			}
		}
	}
	if len(seen) != 6 {
		t.Errorf("items that install an update: %v, want 6", seen)
	}
}

// TestSeveralPeopleInARole: who does which item is settled where a role has
// several people, and nowhere else.
func TestSeveralPeopleInARole(t *testing.T) {
	w := load(t, "cmg-setup")
	for people, several := range map[string]bool{
		"{global-admin: {name: Ann}, subscription-owner: {name: Bob}}":                                              false,
		"{global-admin: [{name: Ann}, {name: Eve}], subscription-owner: {name: Bob}}":                               true,
		"{global-admin: {name: Ann}, subscription-owner: {name: Bob}, network-admin: [{name: Carl}, {name: Dora}]}": true,
	} {
		rb, problems := tailor(t, w, point{"profile": "organization: Contoso\nsite: {version: 2509}\nazure: {region: westus}\ngateway: {name: granitefalls}\ncertificate: {domain: contoso.com}\npeople: " + people + "\n"})
		if rb == nil {
			t.Fatal(problems)
		}
		if got := strings.Contains(itemText(rb, "confirm-roles"), "All sign-ins of one sitting are one person's"); got != several {
			t.Errorf("%s: the item settles who does what: %v", people, got)
		}
	}
}

// TestPortsOfOneServer: where a server cannot have a port for each of its
// clients, nothing says that raising the range is enough.
func TestPortsOfOneServer(t *testing.T) {
	w := load(t, "cmg-setup")
	for peak, fits := range map[string]bool{"40000": true, "160000": false} {
		rb, problems := tailor(t, w, point{
			"clients.peak_connections": peak, "gateway.vm_size": "A4_v2", "site.connection_points": "[cp01.contoso.com]", "gateway.high_availability": "false",
		})
		if rb == nil {
			t.Fatal(problems)
		}
		said := ""
		for _, p := range problems {
			if p.Rule == "W-27" {
				said = p.Hint
			}
		}
		if got := !strings.Contains(said, "name more and raise"); got != fits {
			t.Errorf("%s clients: W-27 says %q", peak, said)
		}
		if got := !strings.Contains(itemText(rb, "raise-dynamic-port-range"), "Add servers first"); got != fits {
			t.Errorf("%s clients: the item lets one server do: %v", peak, got)
		}
	}
}

// TestSecretEndsBeforeThePlan: what ends before the first day of work is not
// renewed within the work.
func TestSecretEndsBeforeThePlan(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, apps := range []string{"create", "import"} {
		for start, before := range map[string]bool{"2027-01-11": false, "2028-02-29": true} {
			_, problems := tailor(t, w, point{
				"entra.apps": apps, "entra.existing_server_app": "true", "entra.app_created": "2026-06-01", "entra.secret_expires": "2027-01-20", "schedule.start": start,
			})
			said := ""
			for _, p := range problems {
				if p.Rule == "W-41" {
					said = p.Hint
				}
			}
			if got := strings.Contains(said, "without waiting for the plan"); said == "" || got != before {
				t.Errorf("apps %s, start %s: W-41 says %q", apps, start, said)
			}
		}
	}
}

// TestTwoTenantsAreToldApart: with a second tenant, every item says which of
// the two it means, and the day of the second secret is read before it is told.
func TestTwoTenantsAreToldApart(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, second := range []string{"true", "false"} {
		rb, problems := tailor(t, w, point{"entra.separate_compute_tenant": second, "entra.user_discovery": "true"})
		if rb == nil {
			t.Fatal(problems)
		}
		for step, text := range map[string]string{
			"turn-on-user-discovery": "not of that for the subscription",
			"check-connections":      "of users and devices knows",
			"onboard-compute-tenant": "**Certificates & secrets**",
		} {
			if got := strings.Contains(itemText(rb, step), text); got != (second == "true") {
				t.Errorf("two tenants %s: %s says %q: %v", second, step, text, got)
			}
		}
	}
}

// TestRightsOfTheAdministrator: Infrastructure administrator is not enough
// where an item asks for a Full administrator.
func TestRightsOfTheAdministrator(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, c := range []struct {
		changes point
		enough  bool
	}{
		{point{"site.version": "2509", "site.updates": "[KB37864969]"}, true},
		{point{"site.version": "2509"}, false},
		{point{"site.updates": "[KB37864969]", "authentication.methods": "[token]", "clients.install_over_internet": "true"}, false},
	} {
		rb, problems := tailor(t, w, c.changes)
		if rb == nil {
			t.Fatal(problems)
		}
		if got := strings.Contains(itemText(rb, "confirm-roles"), "**Full administrator** or **Infrastructure administrator** of the site"); got != c.enough {
			t.Errorf("%v: Infrastructure administrator is enough: %v", c.changes, got)
		}
		for _, r := range rb.Roles {
			if strings.Contains(string(r.Summary), "administrator or Infrastructure") {
				t.Errorf("%v: the ledger says of %s %q, whether that is enough or not", c.changes, r.ID, r.Summary)
			}
		}
	}
}
