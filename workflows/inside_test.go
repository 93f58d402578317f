package workflows_test

import (
	"strings"
	"testing"
)

// TestClientsInsideKeepTheirManagementPoints: before a management point asks
// everybody for a certificate, the site has told its clients to show theirs.
func TestClientsInsideKeepTheirManagementPoints(t *testing.T) {
	w := load(t, "cmg-setup")
	rb, problems := tailor(t, w, point{"site.management_point_mode": "https", "authentication.methods": "[pki]", "clients.join": "[ad]"})
	if rb == nil {
		t.Fatal(problems)
	}
	told, asked := 0, 0
	for i, it := range rb.Items() {
		switch it.Key {
		case "cmg-setup/set-site-for-pki":
			told = i
		case "cmg-setup/enable-https-management-points":
			asked = i
		}
	}
	if told == 0 || told >= asked {
		t.Errorf("clients are told in item %d, asked in item %d", told, asked)
	}
	if text := itemText(rb, "issue-client-certificates"); !strings.Contains(text, "template for the web server certificates") {
		t.Errorf("whoever makes templates is not told of that for web servers:\n%s", text)
	}
}

// TestWorkgroupsAreApproved: the site approves a workgroup computer with a
// certificate of its own by itself in no case, one that always uses HTTPS needs
// no approval.
func TestWorkgroupsAreApproved(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, c := range []struct {
		changes point
		want    bool
	}{
		{point{"clients.join": "[hybrid, workgroup]"}, true},
		{point{"clients.join": "[hybrid]"}, false},
		{point{"clients.join": "[hybrid, workgroup]", "site.management_point_mode": "https"}, false},
	} {
		c.changes["authentication.methods"] = "[entra-id, token]"
		c.changes["clients.install_over_internet"] = "true"
		rb, problems := tailor(t, w, c.changes)
		if rb == nil {
			t.Fatal(problems)
		}
		for _, step := range []string{"prepare-token-registration", "install-clients-token"} {
			if got := strings.Contains(itemText(rb, step), "**Approve**"); got != c.want {
				t.Errorf("%v: %s asks for approval: %v", c.changes, step, got)
			}
		}
	}
}
