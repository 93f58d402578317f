package workflows_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// renew is the runbook of cmg-renewal for a profile with these lines.
func renew(t *testing.T, w *generator.Workflow, lines string) *generator.Runbook {
	t.Helper()
	if !strings.Contains(lines, "site:") {
		lines += "\nsite: {version: 2509}"
	}
	profile, problems := generator.ParseProfile("p.yaml", []byte(`organization: Contoso
workflow: cmg-renewal
gateway: {service_name: cmg.contoso.com, connection_points: [cp01.contoso.com]}
people: {global-admin: {name: Ann}, subscription-owner: {name: Bob}, configmgr-admin: {name: Carl}}
`+lines+"\n"), w)
	if problems = append(problems, w.CheckProfile(profile, runbookDay)...); problems.Errors() > 0 {
		t.Fatal(problems)
	}
	rb, err := generator.Generate(w, profile, runbookDay)
	if err != nil {
		t.Fatal(err)
	}
	return rb
}

// TestWhatHasEndedIsNoWayBack: what has ended is not kept, nor waited for, and
// nobody is asked to see a CMG work that no client trusts.
func TestWhatHasEndedIsNoWayBack(t *testing.T) {
	w := load(t, "cmg-renewal")
	for _, both := range []struct {
		day   string
		ended bool
	}{{"2026-11-01", true}, {"2026-12-20", false}} {
		rb := renew(t, w, "certificate: {expires: "+both.day+"}\nentra: {apps: import, secret_expires: "+both.day+"}")
		for _, c := range []struct {
			step, text string
			when       bool // it has ended
		}{
			{"check-the-cmg", "**Status** is *Ready*", false},
			{"check-the-cmg", "The certificate has ended", true},
			{"confirm-people", "the secret and the certificate have ended", true},
			{"read-current-certificate", "The browser warns", true},
			{"read-current-certificate", "they are the way back", false},
			{"create-new-secret", "Leave the old secret in place", false},
			{"put-certificate-into-cmg", "The way back is the old .PFX file", false},
			{"put-certificate-into-cmg", "There is no way back", true},
			{"check-status", "the same result as before the renewal", false},
			{"note-next-days", "to its last day", false},
			{"note-next-days", "where it is: it has ended", true},
		} {
			if got := strings.Contains(itemText(rb, c.step), c.text); got != (c.when == both.ended) {
				t.Errorf("until %s: %s says %q: %v", both.day, c.step, c.text, got)
			}
		}
	}
	// The certificate alone
	rb := renew(t, w, "renew: [certificate]\ncertificate: {expires: 2026-11-01}")
	if text := itemText(rb, "check-the-cmg"); strings.Contains(text, "Mend what is not well") || strings.Contains(text, "The secret has ended") {
		t.Errorf("an ended certificate: check-the-cmg says\n%s", text)
	}
}

// TestNoPolicyThroughAnEndedCertificate: clients do not learn of a new CMG
// through one that they no longer trust.
func TestNoPolicyThroughAnEndedCertificate(t *testing.T) {
	w := load(t, "cmg-renewal")
	for day, ended := range map[string]bool{"2026-11-01": true, "2027-02-01": false} {
		rb := renew(t, w, "renew: [certificate]\ncertificate: {common_name: cmg.fabrikam.com, expires: "+day+"}")
		for _, c := range []struct {
			step, text string
			when       bool
		}{
			{"plan-the-new-cmg", "Keep the old CMG running all the time", false},
			{"plan-the-new-cmg", "CMGFQDNs", true},
			{"set-up-new-cmg", "Both CMGs are *Ready*", false},
			{"check-status", "*Ready* for both", false},
			{"check-client", "learnt the new CMG by policy", false},
			{"remove-old-cmg", "has not been told", true},
		} {
			if got := strings.Contains(itemText(rb, c.step), c.text); got != (c.when == ended) {
				t.Errorf("until %s: %s says %q: %v", day, c.step, c.text, got)
			}
		}
	}
	for name, old := range map[string]bool{"cmg.contoso.com": true, "cmg.fabrikam.com": false} {
		rb := renew(t, w, "renew: [certificate]\ncertificate: {common_name: "+name+"}")
		if got := strings.Contains(itemText(rb, "order-certificate"), "a renewal of the old order"); got != old {
			t.Errorf("%s is ordered as a renewal: %v", name, got)
		}
	}
}

// TestNothingToRenewOfAClassicCMG: a version that may still show a classic CMG
// has its administrator look, because Azure has ended those.
func TestNothingToRenewOfAClassicCMG(t *testing.T) {
	w := load(t, "cmg-renewal")
	for version, may := range map[string]bool{"2309": true, "2403": false} {
		rb := renew(t, w, "renew: [certificate]\nsite: {version: "+version+"}")
		if got := strings.Contains(itemText(rb, "check-the-cmg"), "*Cloud service (classic)*"); got != may {
			t.Errorf("version %s: the CMG may be a classic one: %v", version, got)
		}
	}
}

// TestImageBeforeTheCertificate: whoever renews a certificate is told of the VM
// image that Azure withdraws, and nobody else.
func TestImageBeforeTheCertificate(t *testing.T) {
	w := load(t, "cmg-renewal")
	for version, want := range map[string]string{"2309": "updating the site first", "2409": "`KB37942646` is installed, which asks for the rollup `KB30385346`.", "2509": "`KB37864969`", "2603": "`KB37942646` is installed."} {
		for renewed, told := range map[string]bool{"certificate": true, "secret": false} {
			rb := renew(t, w, "renew: ["+renewed+"]\nsite: {version: "+version+"}")
			if got := strings.Contains(itemText(rb, "confirm-site-version"), want); got != told {
				t.Errorf("version %s, %s: the item says %q: %v", version, renewed, want, got)
			}
		}
	}
}
