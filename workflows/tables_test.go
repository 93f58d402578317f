package workflows_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"runbook/generator"
)

// The worked examples of the decision tables that cmg-setup was made from.

// tailor renders a profile given as keys and values over a small sound one.
func tailor(t *testing.T, w *generator.Workflow, changes point) (*generator.Runbook, generator.Problems) {
	t.Helper()
	p := point{
		"site.version": "2509", "certificate.domain": "contoso.com", "site.management_points": "[mp01.contoso.com]",
		"site.connection_points": "[cp01.contoso.com, cp02.contoso.com]", "site.software_update_points": "[]",
		"authentication.client_ca_certificates": "[root.cer]",
	}
	maps.Copy(p, changes)
	profile, problems := generator.ParseProfile("p.yaml", []byte(p.yaml()), w)
	problems = append(problems, w.CheckProfile(profile, runbookDay)...)
	if problems.Errors() > 0 {
		return nil, problems
	}
	rb, err := generator.Generate(w, profile, runbookDay)
	if err != nil {
		t.Fatal(err)
	}
	return rb, problems
}

func names(rb *generator.Runbook) map[string]string {
	m := map[string]string{}
	for _, n := range rb.Names {
		m[n.Key] = n.Value
	}
	return m
}

func has(rb *generator.Runbook, step string) bool {
	return slices.ContainsFunc(rb.Items(), func(it generator.Item) bool { return it.Key == "cmg-setup/"+step })
}

func warned(ps generator.Problems, id string) bool {
	return slices.ContainsFunc(ps, func(p generator.Problem) bool { return p.Rule == id })
}

func TestSixteenNames(t *testing.T) {
	w := load(t, "cmg-setup")
	const (
		vmss, classic, public, gov = "virtual-machine-scale-set", "cloud-service-classic", "public", "us-government"
		bought, pki                = "public-provider", "enterprise-pki"
		own, azure                 = "contoso.com", ""
		publicName, govName        = "granitefalls.westus.cloudapp.azure.com", "granitefalls.usgovcloudapp.net"
		classicName, ownName       = "granitefalls.cloudapp.net", "granitefalls.contoso.com"
	)
	for i, c := range []struct {
		deployment, cloud, cert, domain string
		service, deploymentName         string // "" for a profile that R-01 refuses
		warnings                        []string
	}{
		{vmss, public, bought, own, ownName, publicName, nil},
		{vmss, public, bought, azure, "", "", nil},
		{vmss, public, pki, own, ownName, publicName, nil},
		{vmss, public, pki, azure, publicName, publicName, []string{"W-03"}},
		{vmss, gov, bought, own, ownName, govName, []string{"W-01"}},
		{vmss, gov, bought, azure, "", "", nil},
		{vmss, gov, pki, own, ownName, govName, []string{"W-01"}},
		{vmss, gov, pki, azure, govName, govName, []string{"W-01", "W-02"}},
		{classic, public, bought, own, ownName, classicName, []string{"W-04"}},
		{classic, public, bought, azure, "", "", nil},
		{classic, public, pki, own, ownName, classicName, []string{"W-04"}},
		{classic, public, pki, azure, classicName, classicName, []string{"W-04"}},
		{classic, gov, bought, own, ownName, govName, []string{"W-04"}},
		{classic, gov, bought, azure, "", "", nil},
		{classic, gov, pki, own, ownName, govName, []string{"W-04"}},
		{classic, gov, pki, azure, govName, govName, []string{"W-04"}},
	} {
		version := "2509"
		if c.deployment == classic {
			version = "2006"
		}
		rb, problems := tailor(t, w, point{
			"site.version": version, "gateway.deployment": c.deployment, "azure.environment": c.cloud, "certificate.source": c.cert, "certificate.domain": c.domain,
		})
		if (c.service == "") != warned(problems, "R-01") {
			t.Errorf("%d: R-01 is wrong: %v", i+1, problems)
		}
		if rb == nil {
			continue
		}
		storage, vault := "granitefalls.blob.core.windows.net", "granitefalls.vault.azure.net"
		if c.cloud == gov {
			storage, vault = "granitefalls.blob.core.usgovcloudapi.net", "granitefalls.vault.usgovcloudapi.net"
		}
		if c.deployment == classic {
			vault = ""
		}
		cname := ""
		if c.domain == own {
			cname = c.service + " -> " + c.deploymentName
		}
		n := names(rb)
		for key, want := range map[string]string{
			"service_name": c.service, "deployment_name": c.deploymentName, "certificate_name": c.service, "cname": cname, "blob_endpoint": storage, "key_vault_endpoint": vault,
		} {
			if n[key] != want {
				t.Errorf("%d: %s is %q, want %q", i+1, key, n[key], want)
			}
		}
		if has(rb, "create-cname") != (cname != "") {
			t.Errorf("%d: the step for the CNAME record is wrong", i+1)
		}
		for _, id := range []string{"W-01", "W-02", "W-03", "W-04"} {
			if want := slices.Contains(c.warnings, id); warned(problems, id) != want && (id != "W-03" || c.domain != azure) {
				t.Errorf("%d: %s is %v, want %v", i+1, id, !want, want)
			}
		}
	}
	rb, _ := tailor(t, w, point{"certificate.wildcard": "true"})
	if n := names(rb); n["certificate_name"] != "*.contoso.com" || n["service_name"] != ownName {
		t.Errorf("wildcard: %v", n)
	}
}

func TestSizing(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, c := range []struct {
		peak         int
		size         string
		instances    int // 0: refused by R-09
		points       int
		ports        string
		withoutHA    int
		pointsAtLeas int
	}{
		{5000, "A2_v2", 2, 2, "10124-10125", 1, 1},
		{12000, "A2_v2", 2, 2, "10124-10125", 2, 1},
		{20000, "A2_v2", 4, 2, "10124-10127", 4, 2},
		{30000, "A2_v2", 5, 2, "10124-10128", 5, 2},
		{60000, "A2_v2", 10, 4, "10124-10133", 10, 4},
		{96000, "A2_v2", 16, 6, "10124-10139", 16, 6},
		{100000, "A2_v2", 0, 0, "", 0, 0},
		{5000, "A4_v2", 2, 2, "10124-10125", 1, 1},
		{20000, "A4_v2", 2, 2, "10124-10125", 2, 2},
		{30000, "A4_v2", 3, 2, "10124-10126", 3, 2},
		{60000, "A4_v2", 6, 4, "10124-10129", 6, 4},
		{96000, "A4_v2", 10, 6, "10124-10133", 10, 6},
		{100000, "A4_v2", 10, 7, "10124-10133", 10, 7},
		{160000, "A4_v2", 16, 10, "10124-10139", 16, 10},
	} {
		for _, ha := range []bool{true, false} {
			rb, problems := tailor(t, w, point{"clients.peak_connections": fmt.Sprint(c.peak), "gateway.vm_size": c.size, "gateway.high_availability": fmt.Sprint(ha)})
			if (c.instances == 0) != warned(problems, "R-09") {
				t.Errorf("%d on %s: R-09 is wrong: %v", c.peak, c.size, problems)
			}
			if rb == nil {
				continue
			}
			instances, points, ports := c.instances, c.points, c.ports
			if !ha {
				instances, points = c.withoutHA, c.pointsAtLeas
				if instances == 1 {
					ports = "443"
				}
			}
			n := names(rb)
			if n["instances"] != fmt.Sprint(instances) || n["connection_points"] != fmt.Sprint(points) || n["connection_point_ports"] != ports {
				t.Errorf("%d on %s, high availability %v: %s instances, %s connection points, ports %s; want %d, %d, %s", c.peak, c.size, ha,
					n["instances"], n["connection_points"], n["connection_point_ports"], instances, points, ports)
			}
		}
	}
	rb, _ := tailor(t, w, point{"site.version": "2006", "gateway.deployment": "cloud-service-classic", "gateway.vm_instances": "2"})
	if ports := names(rb)["connection_point_ports"]; !strings.Contains(ports, "10140-10141") || !strings.Contains(ports, "10124-10125") {
		t.Errorf("classic ports are %s", ports)
	}
}

// A classic CMG has no size: the rules that count instances say so.
func TestRulesOfSizeFitTheMethod(t *testing.T) {
	w := load(t, "cmg-setup")
	for deployment, c := range map[string]struct{ version, want string }{
		"virtual-machine-scale-set": {"2509", "needs 34 VM instances of size A2_v2;"},
		"cloud-service-classic":     {"2006", "needs 34 VM instances of a classic CMG;"},
	} {
		_, problems := tailor(t, w, point{"gateway.deployment": deployment, "site.version": c.version, "clients.peak_connections": "200000"})
		if i := slices.IndexFunc(problems, func(p generator.Problem) bool { return p.Rule == "R-09" && strings.Contains(p.Message, c.want) }); i < 0 {
			t.Errorf("%s: no R-09 with %q: %v", deployment, c.want, problems)
		}
	}
}

func TestResourceProviders(t *testing.T) {
	w := load(t, "cmg-setup")
	all := []string{"Microsoft.KeyVault", "Microsoft.Storage", "Microsoft.Network", "Microsoft.Compute", "Microsoft.ClassicCompute"}
	for _, c := range []struct {
		deployment, version string
		want                []string
	}{
		{"virtual-machine-scale-set", "2509", all[:4]},
		{"cloud-service-classic", "2006", []string{all[1], all[4]}},
	} {
		rb, problems := tailor(t, w, point{"gateway.deployment": c.deployment, "site.version": c.version})
		if rb == nil {
			t.Fatal(problems)
		}
		for _, it := range rb.Items() {
			if it.Key != "cmg-setup/register-resource-providers" {
				continue
			}
			for _, provider := range all {
				if got := strings.Contains(string(it.Steps), provider); got != slices.Contains(c.want, provider) {
					t.Errorf("%s: %s is %v", c.deployment, provider, got)
				}
			}
		}
	}
}

// TestLabelsFitTheVersion looks at bold text, which is what stands on the
// screen.
func TestLabelsFitTheVersion(t *testing.T) {
	w := load(t, "cmg-setup")
	for _, c := range []struct {
		version   string
		has, lack []string
	}{
		{"2309", []string{"**Azure Active Directory Tenants**", "**Cloud Attach**", "**Communication Security**", "**Service name**"}, []string{"**Microsoft Entra tenants**", "**Service FQDN**"}},
		{"2509", []string{"**Microsoft Entra tenants**", "**Cloud Attach**", "**Communication Security**", "**Deployment name**"}, []string{"**Azure Active Directory Tenants**", "**Co-management**", "**Service FQDN**"}},
		{"2006", []string{"**Azure Active Directory Tenants**", "**Co-management**", "**Communication Security**", "**Service FQDN**"}, []string{"**Microsoft Entra tenants**", "**Cloud Attach**"}},
		{"1902", []string{"**Client Computer Communication**", "**Service FQDN**"}, []string{"**Communication Security**"}},
	} {
		changes := point{"site.version": c.version, "clients.intune": "true", "clients.install_over_internet": "true", "authentication.methods": "[entra-id, pki]"}
		if c.version < "2010" {
			changes["gateway.deployment"] = "cloud-service-classic"
		}
		rb, problems := tailor(t, w, changes)
		if rb == nil {
			t.Fatal(c.version, problems)
		}
		var b strings.Builder
		for _, it := range rb.Items() {
			b.WriteString(string(it.Steps) + "\n")
			for _, v := range it.Verify {
				b.WriteString(string(v) + "\n")
			}
		}
		for _, label := range c.has {
			if !strings.Contains(b.String(), label) {
				t.Errorf("%s: %s is missing", c.version, label)
			}
		}
		for _, label := range c.lack {
			if i := strings.Index(b.String(), label); i >= 0 {
				t.Errorf("%s: %s does not exist in that version: %q", c.version, label, b.String()[max(0, i-80):min(b.Len(), i+80)])
			}
		}
	}
}

// TestUpdateTargets follows the day: support of 2509 ends on 12 May 2027.
func TestUpdateTargets(t *testing.T) {
	w := load(t, "cmg-setup")
	profile, problems := generator.ParseProfile("p.yaml", []byte(point{"site.version": "2403", "certificate.domain": "contoso.com"}.yaml()), w)
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	for day, want := range map[string]string{
		"2026-07-15": `supports 2503 \(until 30 September 2026\), 2509 \(until 12 May 2027\) and 2603 \(until 5 November 2027\)\.(?s:.*)this version: 2509\.`,
		"2027-05-12": `supports 2509 \(until 12 May 2027\) and 2603 \(until 5 November 2027\)\.(?s:.*)this version: 2509\.`,
		"2027-06-01": `supports 2603 \(until 5 November 2027\)\.(?s:.*)this version: 2509, then 2603\.`,
	} {
		rb, err := generator.Generate(w, profile, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range rb.Items() {
			if it.Key == "cmg-setup/update-the-site" && !regexp.MustCompile(want).MatchString(string(it.Steps)) {
				t.Errorf("%s: %q is not in %s", day, want, it.Steps)
			}
		}
	}
}
