package generatortest

import "runbook/generator"

// Small returns a Runbook made by hand that has one of everything a format
// or a tracker must cope with, hostile text included. Each call returns a
// fresh value.
func Small() *generator.Runbook {
	ann := generator.Person{Name: "Identity team", Email: "identity@contoso.com", GitHub: "contoso-identity"}
	bob := generator.Person{Name: "Cloud platform team", GitHub: "contoso-cloud"}
	eve := generator.Person{Name: "@everyone <img src=x onerror=alert(1)> ](http://evil.example) #1 | `x`"}
	admin := generator.Companion{Role: "global-admin", Title: "Global Administrator", People: []generator.Person{ann}}
	onCall, owner := admin, generator.Companion{Role: "subscription-owner", Title: "Subscription Owner", People: []generator.Person{bob, eve}}
	onCall.OnCall = true
	src := generator.Source{Title: "Set-up checklist", URL: "https://learn.microsoft.com/intune/configmgr/core/clients/manage/cmg/set-up-checklist", Date: "2022-04-08"}
	return &generator.Runbook{
		Workflow:     generator.WorkflowRef{ID: "sample", Title: "Sample workflow", Version: "0123456789ab", Verified: "2026-11-23"},
		ID:           "contoso-cmg",
		Title:        "Contoso internet-based clients",
		Organization: "Contoso",
		Date:         "2026-11-23",
		Program:      "runbook 1.0",
		Profile:      "contoso.yaml",
		Digest:       "ba9876543210",
		Summary:      "Sets up the service `granitefalls.contoso.com` for Contoso.",
		Decisions: []generator.Decision{
			{Key: "gateway.deployment", Label: "Deployment method", Value: "virtual machine scale set", Default: true},
			{Key: "gateway.name", Label: "Name prefix", Value: "granitefalls"},
			{Key: "certificate.provider", Label: "Certificate provider", Value: "=cmd|'/c calc'!A1 @everyone | <b>"},
		},
		Banners:  []generator.Markdown{"**Read this first.** A banner speaks to everybody."},
		Warnings: []generator.Warning{{ID: "W-09", At: "gateway.vm_instances", Message: "one VM instance gives no redundancy", Hint: "set gateway.vm_instances to 2 or more"}},
		Lead:     owner,
		Roles: []generator.RoleEntry{
			{
				ID: "global-admin", Title: "Global Administrator", Summary: "Registers the apps and grants consent.", People: []generator.Person{ann}, Keys: []string{"sample/register-app"}, Minutes: 45,
				Sittings: []generator.Sitting{
					{Keys: []string{"sample/check-names"}, Minutes: 20, Planned: "2027-01-11", With: []generator.Companion{owner}, Beside: "subscription-owner", OnCall: true},
					{Keys: []string{"sample/register-app"}, Minutes: 45, Ready: []generator.Awaited{{Need: generator.Need{Key: "sample/check-names", Number: "0.1", Title: "Check that the names are free"}, By: owner}}, Planned: "2027-01-12", With: []generator.Companion{owner}},
				},
			},
			{
				ID: "subscription-owner", Title: "Subscription Owner", Summary: "Owns the subscription.", People: []generator.Person{bob, eve}, Keys: []string{"sample/check-names"}, Minutes: 65,
				Sittings: []generator.Sitting{
					{Keys: []string{"sample/check-names"}, Minutes: 20, Planned: "2027-01-11", With: []generator.Companion{onCall}},
					{Keys: []string{"sample/register-app"}, Minutes: 45, Planned: "2027-01-12", With: []generator.Companion{admin}, Beside: "global-admin"},
				},
			},
			{
				ID: "dns-admin", Title: "DNS administrator", Summary: "Changes public DNS.", People: []generator.Person{bob, eve}, StandsIn: "subscription-owner", Stander: "Subscription Owner", Keys: []string{"sample/create-cname"}, Minutes: 10,
				Sittings: []generator.Sitting{{Keys: []string{"sample/create-cname"}, Minutes: 10}},
			},
		},
		Names: []generator.Name{
			{Key: "service_name", Label: "Service name", Value: "granitefalls.contoso.com", Note: "What clients connect to."},
			{Key: "deployment_name", Label: "Deployment name", Value: "granitefalls.westus.cloudapp.azure.com"},
		},
		Before: generator.Phase{
			ID: "0-before", Number: 0, Title: "Before you begin", Goal: "Everything is known that the phases rely on.", Minutes: 20, Start: "2027-01-11", Due: "2027-01-11",
			Items: []generator.Item{{
				Key: "sample/check-names", Number: "0.1", Phase: 0, Title: "Check that the names are free", Role: "subscription-owner", RoleTitle: "Subscription Owner",
				People: []generator.Person{bob, eve}, With: []generator.Companion{onCall}, OnCallFor: "in case the sign-in is refused", Minutes: 20, Estimate: true,
				Why:      "A name that is taken stops the deployment after the certificate has been paid for.",
				Steps:    "1. Sign in to Azure.\n\n   ```bash\n   az storage account check-name --name granitefalls\n   ```\n\n2. Look at **nameAvailable**.",
				Verify:   []generator.Markdown{"The answer is `true`."},
				Evidence: "The answer of the command.", Sources: []generator.Source{src}, Facts: []string{"CERT-12"}, Reason: "applies to every environment",
				Planned: &generator.Planned{Start: "2027-01-11", End: "2027-01-11", Ready: "2027-01-11"},
			}},
		},
		Phases: []generator.Phase{
			{
				ID: "1-apps", Number: 1, Title: "Configure Microsoft Entra ID", Goal: "The site is connected to the tenant.", Gate: []generator.Markdown{"The names are free."}, Note: "Do this phase in one sitting.", Minutes: 45, Start: "2027-01-12", Due: "2027-01-12",
				Items: []generator.Item{{
					Key: "sample/register-app", Number: "1.1", Phase: 1, Title: "Register the server app", Role: "global-admin", RoleTitle: "Global Administrator",
					People: []generator.Person{ann}, With: []generator.Companion{owner}, Ready: "the page **App registrations**, opened", Needs: []generator.Need{{Key: "sample/check-names", Number: "0.1", Title: "Check that the names are free"}}, Minutes: 45, Estimate: true,
					Wait:     generator.Wait{Minutes: 30, Text: "30 minutes", Why: "consent reaches every service"},
					Why:      "The site signs in to Azure with this app.",
					Steps:    "1. Open **App registrations** > **New registration**.\n2. Choose:\n   - **Name**: `CMG-ServerApp`\n   - **Redirect URI**: `http://localhost`\n\n> [!NOTE]\n> The secret is shown once.\n\n| Field | Value |\n|---|---|\n| Expires | 12 months |",
					Verify:   []generator.Markdown{"The app is listed.", "The secret is stored in the vault of `Contoso`."},
					Evidence: "The application ID.", Sources: []generator.Source{src}, Facts: []string{"ENTRA-14"}, Reason: "because the app registrations are pre-created and imported",
					Planned: &generator.Planned{Start: "2027-01-12", End: "2027-01-12", Ready: "2027-01-12"},
				}},
			},
			{
				ID: "2-gateway", Number: 2, Title: "Set up the CMG", Goal: "The CMG runs.", Minutes: 10,
				Items: []generator.Item{{
					Key: "sample/create-cname", Number: "2.1", Phase: 2, Title: "Create the CNAME record", Role: "dns-admin", RoleTitle: "DNS administrator",
					People: []generator.Person{bob, eve}, StandsIn: "subscription-owner", Needs: []generator.Need{{Key: "sample/register-app", Number: "1.1", Title: "Register the server app"}}, Minutes: 10,
					Wait: generator.Wait{Minutes: 2880, Text: "2 working days", Why: "the change window"},
					Why:  "Clients find the CMG by this name.", Steps: "1. Add the record.\n\n   ```text\n   granitefalls.contoso.com -> granitefalls.westus.cloudapp.azure.com\n   ```",
					Verify: []generator.Markdown{"`Resolve-DnsName` shows the record."}, Evidence: "The answer of the resolver.", Sources: []generator.Source{src}, Reason: "because the service name is in a domain of the organization", Company: "contoso-steps",
				}},
			},
		},
		References: []generator.Reference{{
			ID: "verify", Title: "Verification and troubleshooting", Intro: "Where to look.",
			Entries: []generator.Entry{{Key: "sample/logs", Number: "V.1", Title: "Logs by symptom", Body: "Look into `CloudMgr.log`.", Sources: []generator.Source{src}, Reason: "applies to every environment"}},
		}},
		Omissions: []generator.Omission{{Key: "sample/bulk-token", Title: "Make a bulk registration token", Phase: 2, Reason: "because no client authenticates with a site token"}},
		Terms:     []generator.Term{{Term: "Service name", Text: "The name of the certificate: `granitefalls.contoso.com`."}},
		Chain:     []string{"sample/check-names", "sample/register-app", "sample/create-cname"},
		Schedule:  &generator.Schedule{Start: "2027-01-11", End: "2027-01-14"},
		Document:  generator.Document{Classification: "Internal", Accent: "#0b4a6f", Revision: "C", Change: "CHG0048213"},
		Tracking:  generator.Tracking{Repository: "contoso/cmg-rollout", URL: "https://github.com"},
		Closing: []generator.Closing{
			{ID: "handed-over", Title: "All phases done, handed over"},
			{ID: "accepted", Title: "Accepted for operation"},
			{ID: "closed", Title: "Change closed (CHG0048213)"},
		},
	}
}
