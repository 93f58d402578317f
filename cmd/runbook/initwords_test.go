package main

import (
	"testing"

	"runbook/generator"
)

func TestFormWords(t *testing.T) {
	d := newTestDraft(t, nil)
	for said, want := range map[string]string{
		"organization is missing":                                                        `"Organization" is missing`,
		"the organization of your domain":                                                "the organization of your domain",
		"site.version is missing (Configuration Manager version)":                        `"Configuration Manager version" is missing`,
		`gateway.name "Granite-Falls" has a capital and a dash`:                          `Name prefix "Granite-Falls" has a capital and a dash`,
		"clients.join has ad: these devices cannot":                                      `"How clients are joined" has "Active Directory joined only": these devices cannot`,
		"add pki or token to authentication.methods, or take ad out of clients.join":     `add "PKI client certificates" or "Site tokens" to "Client authentication", or take "Active Directory joined only" out of "How clients are joined"`,
		"from your own PKI (certificate.source: enterprise-pki)":                         `from your own PKI ("Source of the server certificate": "Issued by the organization's own PKI")`,
		"update the site, or set gateway.content: false":                                 `update the site, or set "The CMG serves content (cloud distribution point)": "No"`,
		"clients.ipv6_only is true: clients need IPv4":                                   `"Clients have IPv6 only" is "Yes": clients need IPv4`,
		`gateway.deployment "cloud-service-classic": version 2509`:                       `Deployment method "Cloud service (classic)": version 2509`,
		`people.pki-admin.email "nowhere" is no mail address`:                            `"PKI administrator": "nowhere" is no mail address`,
		"the console does not warn":                                                      "the console does not warn",
		"2, or leave the key out and the runbook computes it":                            "2, or leave it empty: the runbook computes it",
		"digits only, without quotes":                                                    "digits only",
		"for example pki-admin: {name: Ann Lee, email: ann@example.com, github: annlee}": "for example Ann Lee <ann@example.com> @annlee",
	} {
		if got := inFormWords(d, generator.Problem{Hint: said}).Hint; got != want {
			t.Errorf("%q\n got %s\nwant %s", said, got, want)
		}
	}
}
