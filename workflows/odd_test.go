package workflows_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// TestTextsFitOddProfiles holds what reading the runbooks of unusual
// environments has shown: what a step then must say, and must not.
func TestTextsFitOddProfiles(t *testing.T) {
	const (
		setProxy     = "Set-CMSiteSystemServer -SiteSystemServerName"
		onOneServer  = "cm.contoso.com"
		usePKI       = "`/UsePKICert`"
		peakAsksFor  = "The peak alone asks for"
		connectionTo = "| CMG connection point | Management point | 443 |"
	)
	oneServer := point{
		"site.server": onOneServer, "site.service_connection_point_server": onOneServer, "site.connection_points": "[" + onOneServer + "]",
		"site.proxy": "true", "site.proxy_address": "proxy.contoso.com:8080", "gateway.high_availability": "false",
	}
	classicOf := func(version string) point {
		return point{"gateway.deployment": "cloud-service-classic", "site.version": version}
	}
	w := load(t, "cmg-setup")
	for _, c := range []struct {
		name, step string
		changes    point
		has, lack  []string
	}{
		{
			"one server takes its proxy once", "set-site-system-proxy", oneServer,
			[]string{setProxy + ` "` + onOneServer + `"`},
			[]string{"Repeat", "If it is none of these servers"},
		},
		{"a peak that nobody gave asks for nothing", "confirm-vm-instances", nil, nil, []string{peakAsksFor}},
		{"a peak asks for instances", "confirm-vm-instances", point{"clients.peak_connections": "9000"}, []string{peakAsksFor + " 2"}, nil},
		{"HTTPS needs one port", "open-network-paths", point{"site.management_point_mode": "https"}, []string{connectionTo}, nil},
		{"the console of an old version may lie elsewhere", "confirm-site-version", point{"site.version": "2107"}, []string{"SMS_ADMIN_UI_PATH"}, nil},
		{"a module that is installed is found", "confirm-site-version", point{"site.version": "2111"}, nil, []string{"SMS_ADMIN_UI_PATH"}},
		{
			"in a hierarchy content may come from below", "open-network-paths",
			point{"site.hierarchy": "central-administration-site"},
			[]string{"upload of content (2)", "let the server of that site out"},
			nil,
		},
		{"a standalone primary site uploads itself", "open-network-paths", nil, []string{"upload of content |"}, []string{"(2)"}},
		{"Enhanced HTTP may take either", "open-network-paths", nil, []string{"443 or 80, as the role is set"}, []string{connectionTo}},
		{
			"workgroup devices with certificates need a line of their own", "deploy-with-intune",
			point{"clients.intune": "true", "authentication.methods": "[entra-id, pki]", "clients.join": "[entra, workgroup]", "authentication.crl_on_internet": "true"},
			[]string{"For workgroup devices", usePKI + " in front"},
			nil,
		},
		{
			"devices of the tenant need none", "deploy-with-intune",
			point{"clients.intune": "true", "authentication.methods": "[entra-id, pki]", "clients.join": "[entra]"},
			nil,
			[]string{usePKI + " in front"},
		},
		{
			"a certificate may be issued after the day of the change", "order-server-certificate",
			point{"schedule.start": "2027-03-08"},
			[]string{"for 200 days at most, from 15 March 2027 on for 100"},
			nil,
		},
		{"a change that is far away is not spoken of", "order-server-certificate", point{"schedule.start": "2027-01-11"}, []string{"for 200 days at most. The"}, nil},
		{
			"the firewall lets both names of Azure Government out", "open-network-paths",
			point{"azure.environment": "us-government"},
			[]string{".usgovcloudapp.net` | 10124", ".cloudapp.usgovcloudapi.net` | 10124"},
			nil,
		},
		{
			"an address in a domain asks for a domain that is verified", "expose-server-app-api",
			point{"entra.apps": "import", "entra.app_id_uri": "https://contoso.com/ConfigMgrService"},
			[]string{"listed as verified"},
			nil,
		},
		{
			"nor is a domain looked for in it", "note-tenant-details",
			point{"entra.separate_compute_tenant": "true", "azure.tenant_id": "5e97358c-d99c-4558-af0c-de7774091dda"},
			[]string{"no other app of the tenant may use it"},
			[]string{"must be verified"},
		},
		{
			"one in a domain is", "note-tenant-details",
			point{"entra.separate_compute_tenant": "true", "entra.app_id_uri": "https://contoso.com/ConfigMgrService"},
			[]string{"the domain in it must be verified"},
			nil,
		},
		{
			"one of the tenant does not", "expose-server-app-api",
			point{"entra.apps": "import", "entra.app_id_uri": "api://5e97358c-d99c-4558-af0c-de7774091dda/ConfigMgrService"},
			nil,
			[]string{"listed as verified"},
		},
		{"1810 is the last version with a management certificate", "confirm-site-version", classicOf("1810"), []string{"This version is also the last"}, nil},
		{"1806 is not", "confirm-site-version", classicOf("1806"), []string{"1810 as the last"}, []string{"also the last"}},
		{
			"1802 cannot serve content", "create-classic-cmg",
			point{"gateway.deployment": "cloud-service-classic", "site.version": "1802", "gateway.content": "false"},
			nil,
			[]string{"cloud distribution point"},
		},
		{
			"a role is taken off at its own site", "delete-classic-cmg",
			point{
				"site.existing_classic_cmg": "true", "site.version": "2309", "site.code": "CAS", "site.hierarchy": "central-administration-site", "site.management_points": "",
				"site.software_update_points": "", "site.connection_points": "",
			},
			[]string{`Set-Location "<primary-site-code>:"`, `Set-Location "CAS:"`},
			nil,
		},
		{
			"version 2403 and later have no classic CMG", "delete-classic-cmg",
			point{"site.existing_classic_cmg": "true"},
			[]string{"should show none"},
			nil,
		},
		{
			"an imported app that discovers nobody reads no directory", "wait-until-ready",
			point{"entra.apps": "import", "entra.user_discovery": "false"},
			nil,
			[]string{"directory data"},
		},
		{"an app of the wizard reads it", "wait-until-ready", point{"entra.user_discovery": "false"}, []string{"directory data"}, nil},
		{
			"commands that set the alerts set all of them", "set-alerts",
			point{"automation": "powershell", "gateway.stop_on_threshold": "true"},
			[]string{"-TrafficOutStopService $true", "-StorageQuotaGB 2000", "A stopped CMG cuts off"},
			nil,
		},
		{"before 2010 there is no such parameter", "set-alerts", point{"gateway.deployment": "cloud-service-classic", "site.version": "2006"}, nil, []string{"-EnableTrafficOut"}},
		{"what TLS concerns is said once", "create-cmg", nil, []string{"Enforcing TLS 1.2 concerns"}, nil},
		{
			"devices that are to stay in Active Directory are not registered", "create-client-settings",
			point{"clients.join": "[entra, ad]", "authentication.methods": "[entra-id, pki]"},
			[]string{"to **No** in settings"},
			[]string{"-AutoAzureADJoin"},
		},
		{"hybrid joined ones are", "create-client-settings", nil, []string{"-AutoAzureADJoin $true"}, []string{"to **No** in settings"}},
		{
			"a secret that has expired is not the one to import", "import-app-registrations",
			point{"entra.apps": "import", "entra.secret_expires": "2026-11-01"},
			[]string{`"<yyyy-mm-dd>"`},
			[]string{"2026-11-01", "1 November 2026"},
		},
		{
			"several updates in a row need room", "update-the-site",
			point{"site.version": "2103", "azure.subscription_kind": "csp"},
			[]string{"yours are 4"},
			nil,
		},
		{"one update has its room", "update-the-site", point{"site.version": "2503"}, nil, []string{"yours are"}},
		{
			"lists that are all empty say nothing of a single site", "confirm-top-level-site",
			point{
				"site.hierarchy": "central-administration-site",
				"site.primaries": "[{code: PR1, connection_points: []}, {code: PR2, connection_points: []}]",
			},
			[]string{"`PR1` and `PR2`, as the profile has them"},
			[]string{"do not use the CMG"},
		},
		{
			"a secret that ends soon is not the one to import either", "import-app-registrations",
			point{"entra.apps": "import", "entra.existing_server_app": "true", "entra.secret_expires": "2027-02-01"},
			[]string{`"<yyyy-mm-dd>"`},
			[]string{"2027-02-01"},
		},
		{
			"that of an app that is chosen is", "note-secret-expiry",
			point{"entra.existing_server_app": "true", "entra.secret_expires": "2027-02-01"},
			[]string{"(1 February 2027)"},
			nil,
		},
		{
			"old Windows takes a token", "install-clients-token",
			point{"authentication.methods": "[entra-id, token]", "clients.windows_before_10": "true", "clients.install_over_internet": "true"},
			[]string{"a few pre-Windows 10 devices"},
			nil,
		},
		{
			"cloud sources need not come first", "add-to-boundary-groups",
			point{"clients.boundary_groups": "true", "automation": "powershell"},
			[]string{"Leave out the last command"},
			nil,
		},
		{
			"the second app's redirect address is named", "onboard-compute-tenant",
			point{"entra.apps": "import", "entra.existing_server_app": "true", "entra.separate_compute_tenant": "true"},
			[]string{"`http://localhost`"},
			nil,
		},
		{"roots that are listed are not added again", "set-trusted-roots", point{"authentication.methods": "[pki]", "site.trusted_roots_set": "true"}, []string{"that the list lacks"}, nil},
		{
			"a pilot that has nothing but tokens begins with one", "refresh-existing-clients",
			point{
				"authentication.methods": "[token]", "clients.join": "[workgroup]", "site.management_point_mode": "https", "clients.install_over_internet": "true",
			},
			[]string{"with a bulk\n   registration token, made as in"},
			nil,
		},
		{
			"available apps are for devices of Active Directory", "decide-authentication",
			point{"authentication.methods": "[entra-id, token]", "clients.join": "[workgroup]", "clients.user_deployments": "true"},
			[]string{"Plan no deployments to users: none"},
			[]string{"available"},
		},
		{
			"these get them", "decide-authentication",
			point{"authentication.methods": "[entra-id, token]", "clients.join": "[ad]", "clients.user_deployments": "true"},
			[]string{"Plan no deployments to users but\n   available apps: none"},
			nil,
		},
		{
			"the command signs in to the tenant of the subscription", "create-cmg",
			point{"entra.separate_compute_tenant": "true", "entra.compute_tenant": "b.onmicrosoft.com", "automation": "powershell", "site.version": "2207"},
			[]string{"you sign in with an account of `b.onmicrosoft.com`, the tenant of the subscription:"},
			nil,
		},
		{
			"nobody gives a secret to himself", "create-server-app-secret",
			point{"entra.apps": "import"},
			[]string{"where only you can fetch it"},
			[]string{"the Configuration Manager administrator"},
		},
	} {
		rb, problems := tailor(t, w, c.changes)
		if rb == nil {
			t.Fatal(c.name, problems)
		}
		text := ""
		for _, it := range rb.Items() {
			if it.Key == "cmg-setup/"+c.step {
				text = string(it.Steps)
			}
		}
		if text == "" {
			t.Fatalf("%s: %s is left out", c.name, c.step)
		}
		for _, s := range c.has {
			if n := strings.Count(text, s); n != 1 {
				t.Errorf("%s: %q stands there %d times in\n%s", c.name, s, n, text)
			}
		}
		for _, s := range c.lack {
			if strings.Contains(text, s) {
				t.Errorf("%s: %q should not stand in\n%s", c.name, s, text)
			}
		}
	}
}

// TestUnknownPeak: nobody can say that the ports suffice for clients that
// nobody has counted.
func TestUnknownPeak(t *testing.T) {
	w := load(t, "cmg-setup")
	for peak, want := range map[string]string{"": "is not known yet", "100": "the ports of Windows suffice"} {
		rb, problems := tailor(t, w, point{"clients.peak_connections": peak})
		if rb == nil {
			t.Fatal(problems)
		}
		reason := ""
		for _, o := range rb.Omissions {
			if o.Key == "cmg-setup/raise-dynamic-port-range" {
				reason = o.Reason
			}
		}
		if !strings.Contains(reason, want) {
			t.Errorf("peak %q: left out %q, want %q", peak, reason, want)
		}
	}
}

// TestNewNameIsNoRenewalInPlace: with another common name there is a new CMG,
// which refuses nothing, and no CMG that goes on under its old name.
func TestNewNameIsNoRenewalInPlace(t *testing.T) {
	w := load(t, "cmg-renewal")
	for name, inPlace := range map[string]bool{"cmg.contoso.com": true, "newcmg.contoso.com": false} {
		profile, problems := generator.ParseProfile("p.yaml", []byte(`organization: Contoso
workflow: cmg-renewal
renew: [certificate]
site: {version: 2107}
gateway: {service_name: cmg.contoso.com}
certificate: {source: public-provider, common_name: `+name+`, other_changes: true}
people: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}
`), w)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		rb, err := generator.Generate(w, profile, runbookDay)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, it := range rb.Items() {
			text += string(it.Why) + "\n" + string(it.Steps) + "\n"
		}
		if got := strings.Contains(text, "Replace the CMG under the same name"); got != inPlace {
			t.Errorf("%s: the items speak of the same name: %v", name, got)
		}
		if got := strings.Contains(text, "The CMG refuses"); got != inPlace {
			t.Errorf("%s: the items speak of a CMG that refuses: %v", name, got)
		}
		if strings.Contains(text, "phase 1") {
			t.Errorf("%s: the items speak of phase 1, which only the secret has", name)
		}
	}
}

// TestPeopleAreAskedFirst: whoever asks the people does so before the work, and
// notes the next days after it. That is no single sitting.
func TestPeopleAreAskedFirst(t *testing.T) {
	w := load(t, "cmg-renewal")
	for _, source := range []string{"public-provider", "enterprise-pki"} {
		profile, problems := generator.ParseProfile("p.yaml", []byte(`organization: Contoso
workflow: cmg-renewal
renew: [certificate]
site: {version: 2509}
gateway: {service_name: cmg.contoso.com}
certificate: {source: `+source+`}
people: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}
`), w)
		if problems.Errors() > 0 {
			t.Fatal(problems)
		}
		rb, err := generator.Generate(w, profile, runbookDay)
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range rb.Roles {
			if role.ID == "project-manager" && len(role.Sittings) != 2 {
				t.Errorf("%s: the project manager has the sittings %v", source, role.Sittings)
			}
		}
	}
}

// TestSitesWithoutInternetClients: a primary site with an empty list of
// connection points has no clients that use the CMG, so nothing is asked of it.
func TestSitesWithoutInternetClients(t *testing.T) {
	w := load(t, "cmg-setup")
	for list, apart := range map[string]bool{"connection_points: []": true, "connection_points: [cp03, cp04]": false} {
		rb, problems := tailor(t, w, point{
			"authentication.methods": "[pki]", "authentication.client_ca_certificates": "[root.cer]", "entra.user_discovery": "false",
			"site.hierarchy": "central-administration-site", "site.management_points": "", "site.software_update_points": "", "site.connection_points": "",
			"site.primaries": "[{code: PR1, management_points: [mp01], software_update_points: [], connection_points: [cp01, cp02]}, {code: PR2, management_points: [], software_update_points: [], " + list + "}]",
		})
		if rb == nil {
			t.Fatal(problems)
		}
		if warned(problems, "W-35") {
			t.Errorf("%s: W-35 asks for connection points", list)
		}
		if got := warned(problems, "W-36"); got == apart {
			t.Errorf("%s: W-36 asks for a management point: %v", list, got)
		}
		for _, it := range rb.Items() {
			at := strings.TrimPrefix(it.Key, "cmg-setup/")
			if got := strings.Contains(string(it.Steps), "PR2"); at == "set-site-for-pki" && got == apart {
				t.Errorf("%s: %s names the site: %v", list, at, got)
			}
			if got := strings.Contains(string(it.Steps), "Keep the clients of `PR2` off"); got != (apart && at == "roll-out-to-all") {
				t.Errorf("%s: %s keeps the clients of the site off: %v", list, at, got)
			}
		}
	}
}

// TestClassicBeforeItsEnd: on a day before Azure ended classic services, such
// a CMG works and can be converted; afterwards nothing says so.
func TestClassicBeforeItsEnd(t *testing.T) {
	w := load(t, "cmg-setup")
	profile, problems := generator.ParseProfile("p.yaml", []byte(point{
		"site.version": "2111", "certificate.domain": "contoso.com", "site.existing_classic_cmg": "true",
	}.yaml()), w)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	for day, works := range map[string]bool{"2024-08-30": true, "2024-08-31": false} {
		rb, err := generator.Generate(w, profile, day)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, it := range rb.Items() {
			if it.Key == "cmg-setup/delete-classic-cmg" {
				text += string(it.Steps)
			}
		}
		for _, ref := range rb.References {
			for _, entry := range ref.Entries {
				if entry.Key == "cmg-setup/replace-classic-cmg" {
					text += string(entry.Body)
				}
			}
		}
		for _, s := range []string{"stop here and convert", "can convert a classic CMG"} {
			if got := strings.Contains(text, s); got != works {
				t.Errorf("%s: %q: %v", day, s, got)
			}
		}
	}
}

// TestNoWayIntoTheFuture: the way to a supported version names no version that
// was not there on the day of the runbook.
func TestNoWayIntoTheFuture(t *testing.T) {
	w := load(t, "cmg-setup")
	profile, problems := generator.ParseProfile("p.yaml", []byte(point{"site.version": "2107", "certificate.domain": "contoso.com"}.yaml()), w)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	for day, known := range map[string]bool{"2023-06-01": false, "2026-05-04": false, "2026-05-05": true} {
		rb, err := generator.Generate(w, profile, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range rb.Items() {
			if it.Key == "cmg-setup/update-the-site" && strings.Contains(string(it.Steps), "the shortest way") != known {
				t.Errorf("%s: the way is known: %v, want %v", day, !known, known)
			}
		}
	}
}

// TestDaysOfTheOnesBefore: a secret and a certificate that the rollout brings
// are not those whose last day comes in the middle of it.
func TestDaysOfTheOnesBefore(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, c := range []struct{ start, secret, certificate, secretDue, certificateDue string }{
		{"2027-01-11", "2027-02-20", "2027-01-20", "2027-11-12", "2027-06-29"}, // new ones: after the start a year less 60 days, and 199 days less 30
		{"2026-01-12", "2027-02-20", "2027-01-20", "2026-12-22", "2026-12-21"}, // those of a rollout that is long done
		{"", "2027-02-20", "2027-01-20", "2026-12-22", "2026-12-21"},
	} {
		rb, problems := tailor(t, w, point{
			"entra.apps": "import", "schedule.start": c.start, "entra.secret_expires": c.secret, "certificate.expires": c.certificate,
		})
		if rb == nil {
			t.Fatal(problems)
		}
		due := map[string]string{}
		for _, ref := range rb.References {
			for _, entry := range ref.Entries {
				due[strings.TrimPrefix(entry.Key, "cmg-setup/")] = entry.Due
			}
		}
		if got := due["renew-server-app-secret"]; got != c.secretDue {
			t.Errorf("start %q: the secret is renewed on %q, want %q", c.start, got, c.secretDue)
		}
		if got := due["renew-server-certificate"]; got != c.certificateDue {
			t.Errorf("start %q: the certificate is renewed on %q, want %q", c.start, got, c.certificateDue)
		}
	}
}
