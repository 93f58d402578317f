package workflows_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"runbook/generator"
)

// edgeAxes are choices that only rules look at, and values at the edge of their
// conditions.
var edgeAxes = []axis{
	{"site.version", []string{"1806", "1902", "1910", "2002", "2006", "2010", "2103", "2107", "2111", "2203", "2207", "2211", "2303", "2309", "2403", "2409", "2503", "2509", "2603", "2703"}},
	{"site.updates", []string{"", "[KB37942646]", "[KB37864969]", "[KB30385346]", "[KB30833053]"}},
	{"site.connection_points", []string{"", "[]", "[c1]", "[c1, c2]", "[c1, c2, c3]"}},
	{"site.management_points", []string{"", "[]", "[m1]", "[m1, m2]"}},
	{"site.software_update_points", []string{"", "[]", "[s1]"}},
	{"site.internet_only_management_points", []string{"false", "true"}},
	{"azure.resource_group", []string{"", "{name: rg-cmg}", "{name: RG_cmg}", "{existing: true}", "{name: rg, existing: true, region: eastus}"}},
	{"gateway.vm_instances", []string{"", "0", "1", "2", "5", "16", "17"}},
	{"gateway.enforce_tls12", []string{"true", "false"}},
	{"certificate.san", []string{"true", "false"}},
	{"certificate.expires", []string{"", "2026-11-22", "2026-11-23", "2026-12-23", "2026-12-24"}},
	{"authentication.methods", []string{"[entra-id]", "[pki]", "[token]", "[entra-id, pki]", "[entra-id, token]", "[pki, token]", "[entra-id, pki, token]", "[]"}},
	{"authentication.client_ca_certificates", []string{"", "[]", "[r.cer]"}},
	{"entra.secret_expires", []string{"", "2026-11-22", "2026-11-23", "2027-01-22", "2027-01-23"}},
	{"entra.app_created", []string{"", "2024-09-13", "2024-09-14"}}, // 801 and 800 days old
	{"entra.app_id_uri", []string{"", "https://ConfigMgrService"}},
	{"clients.join", []string{"[entra, hybrid]", "[hybrid]", "[ad]", "[workgroup]", "[entra, workgroup]", "[]"}},
	{"clients.windows_before_10", []string{"false", "true"}},
	{"clients.ipv6_only", []string{"false", "true"}},
	{"clients.peak_connections", []string{"", "10", "11", "2000", "2001", "6000", "6001", "10001", "16384", "16385", "32769", "96000", "96001", "160001"}},
	{"clients.site_code", []string{"", "AUTO"}},
}

// judged is what the tables look at in a profile.
type judged struct {
	p                                                     point
	version, peak, instances, needed, points, managements int
	vmss, classic, early, gov, csp, cas, own, pkiCert     bool
	entra, pki, token, https, ehttp, content, ha, off     bool
	sized, givenInstances, pointsGiven, managementsGiven  bool
	updates, methods, join, group, softwares              string
}

func judge(p point) judged {
	has := func(key, word string) bool { return strings.Contains(p[key], word) }
	number := func(key string) int { n, _ := strconv.Atoi(p[key]); return n }
	count := func(key string) int {
		if list := strings.Trim(p[key], "[]"); list != "" {
			return strings.Count(list, ",") + 1
		}
		return 0
	}
	j := judged{
		p: p, version: number("site.version"), peak: number("clients.peak_connections"), points: count("site.connection_points"),
		classic: has("gateway.deployment", "classic"), gov: has("azure.environment", "government"), csp: p["azure.subscription_kind"] == "csp",
		cas: has("site.hierarchy", "central"), own: p["certificate.domain"] != "", pkiCert: has("certificate.source", "pki"),
		entra: has("authentication.methods", "entra-id"), pki: has("authentication.methods", "pki"), token: has("authentication.methods", "token"),
		https: p["site.management_point_mode"] == "https", ehttp: p["site.management_point_mode"] != "http", content: p["gateway.content"] != "false",
		ha: p["gateway.high_availability"] != "false", off: p["clients.install_over_internet"] == "true" || p["clients.intune"] == "true",
		sized: p["gateway.vm_size"] != "", givenInstances: p["gateway.vm_instances"] != "",
		pointsGiven: p["site.connection_points"] != "", managementsGiven: p["site.management_points"] != "",
		updates: p["site.updates"], methods: p["authentication.methods"], join: p["clients.join"], group: p["azure.resource_group"],
		managements: count("site.management_points"), softwares: p["site.software_update_points"],
	}
	j.vmss = !j.classic
	j.early = j.vmss && j.version >= 2010 && j.version < 2107
	capacity := 6000
	switch {
	case j.classic:
	case j.version < 2107:
		capacity = 2000
	case p["gateway.vm_size"] == "B2s":
		capacity = 10
	case p["gateway.vm_size"] == "A4_v2":
		capacity = 10000
	}
	j.needed = max(1, (j.peak+capacity-1)/capacity)
	j.instances = j.needed
	if j.ha {
		j.instances = max(2, j.needed)
	}
	if j.givenInstances {
		j.instances = number("gateway.vm_instances")
	}
	return j
}

func (j judged) yes(key string) bool { return j.p[key] == "true" }

// joins reports whether one of these kinds is among the clients.
func (j judged) joins(kinds ...string) bool {
	return slices.ContainsFunc(kinds, func(k string) bool { return slices.Contains(strings.Split(strings.Trim(j.join, "[]"), ", "), k) })
}

// tableRules are the conditions of tables 9 and 10, written from the tables and
// not from rules.yaml. What speaks of primary sites is left to other tests.
var tableRules = map[string]func(judged) bool{
	"R-01": func(j judged) bool { return !j.pkiCert && !j.own },
	"R-03": func(j judged) bool { return j.classic && j.version >= 2203 },
	"R-04": func(j judged) bool { return j.vmss && j.version < 2010 },
	"R-05": func(j judged) bool {
		return !j.ehttp && (j.version < 2002 || j.version > 2006 || j.methods != "[token]")
	},
	"R-06": func(j judged) bool { return j.vmss && j.gov && j.version >= 2010 && j.version < 2111 },
	"R-07": func(j judged) bool { return j.csp && (j.classic || j.version < 2010) },
	"R-08": func(j judged) bool { return j.early && (!j.csp || j.cas || j.yes("site.existing_classic_cmg")) },
	"R-09": func(j judged) bool { return j.instances < 1 || j.instances > 16 },
	"R-13": func(j judged) bool { return strings.Contains(j.group, "eastus") },
	"R-14": func(j judged) bool { return j.early && strings.Contains(j.group, "RG_") },
	"R-15": func(j judged) bool { return j.methods == "[]" },
	"R-16": func(j judged) bool { return j.token && j.version < 2002 },
	"R-17": func(j judged) bool {
		return j.methods == "[entra-id]" && (j.joins("ad", "workgroup") || j.yes("clients.windows_before_10"))
	},
	"R-18": func(j judged) bool { return j.methods != "[]" && !j.entra && j.yes("clients.user_deployments") },
	"R-19": func(j judged) bool { return j.pki && j.p["authentication.client_ca_certificates"] == "[]" },
	"R-20": func(j judged) bool {
		return j.pki && j.p["gateway.verify_client_revocation"] == `"on"` && !j.yes("authentication.crl_on_internet")
	},
	"R-25": func(j judged) bool { return j.sized && (j.classic || j.version >= 2010 && j.version < 2107) },
	"R-27": func(j judged) bool { return j.yes("clients.ipv6_only") },
	"R-30": func(j judged) bool { return j.early && j.off && (j.https && j.managements == 2 || !j.content) },
	"R-33": func(j judged) bool { return j.off && j.p["clients.site_code"] == "AUTO" },
	"R-35": func(j judged) bool {
		return j.vmss && j.p["automation"] == "powershell" && j.version >= 2010 && j.version < 2207
	},
	"W-01": func(j judged) bool { return j.vmss && j.gov },
	"W-02": func(j judged) bool { return j.vmss && j.gov && j.pkiCert && !j.own },
	"W-03": func(j judged) bool { return j.pkiCert && !j.own },
	"W-04": func(j judged) bool { return j.classic && j.version < 2203 },
	"W-05": func(j judged) bool { return j.version < 2509 },
	"W-06": func(j judged) bool {
		update := map[int]string{2409: "KB37942646", 2503: "KB37942646", 2509: "KB37864969", 2603: "KB37942646"}[j.version]
		return j.vmss && update != "" && !strings.Contains(j.updates, update)
	},
	"W-07": func(j judged) bool { return j.version == 2409 && (j.updates == "" || j.updates == "[KB37864969]") },
	"W-08": func(j judged) bool { return j.vmss && j.version >= 2010 && j.version < 2409 },
	"W-10": func(j judged) bool {
		return j.vmss && j.version >= 2107 && j.p["gateway.vm_size"] == "B2s" && !j.yes("gateway.lab")
	},
	"W-11": func(j judged) bool { return j.p["entra.apps"] == "import" },
	"W-12": func(j judged) bool {
		ends, reused := j.p["entra.secret_expires"], j.yes("entra.existing_server_app")
		old := j.p["entra.app_created"] == "2024-09-13" || j.p["entra.app_created"] == "" && j.vmss
		return ends != "" && ends < "2027-01-23" || reused && old && (j.vmss || j.version >= 2409)
	},
	"W-13": func(j judged) bool {
		return j.vmss && j.p["entra.app_id_uri"] != "" && !j.yes("entra.existing_server_app")
	},
	"W-14": func(j judged) bool { return j.pkiCert && j.joins("entra", "workgroup") },
	"W-15": func(j judged) bool { return j.entra && j.version >= 2603 },
	"W-16": func(j judged) bool { return j.classic && j.yes("site.proxy") },
	"W-17": func(j judged) bool {
		return j.p["gateway.enforce_tls12"] == "false" && j.version >= 1906 || j.yes("site.tls_inspection")
	},
	"W-19": func(j judged) bool {
		return j.content && j.yes("clients.delta_content") && j.yes("clients.third_party_updates")
	},
	"W-20": func(j judged) bool { return j.vmss && j.version < 2603 && j.yes("gateway.stop_on_threshold") },
	"W-21": func(j judged) bool { return j.yes("entra.conditional_access_all_apps") },
	"W-22": func(j judged) bool { return j.p["entra.global_admin_available"] == "false" },
	"W-23": func(j judged) bool {
		return j.vmss && j.version == 2107 && (strings.Contains(j.group, "RG_") || j.https && j.managements == 2)
	},
	"W-25": func(j judged) bool { return j.vmss && j.yes("gateway.redeploy") },
	"W-26": func(j judged) bool { return j.version < 2603 && j.yes("azure.policy") },
	"W-28": func(j judged) bool { return j.entra && j.joins("hybrid") && j.p["entra.user_discovery"] == "false" },
	"W-29": func(j judged) bool { return j.pki && !j.yes("site.trusted_roots_set") },
	"W-30": func(j judged) bool { return j.token && j.yes("clients.rarely_online") },
	"W-31": func(j judged) bool { return j.p["certificate.san"] == "false" },
	"W-33": func(j judged) bool { return j.yes("entra.existing_server_app") && j.version >= 2309 },
	"W-34": func(j judged) bool { return j.givenInstances && j.instances >= 1 && j.instances < j.needed },
	"W-37": func(j judged) bool { return j.version > 2603 },
	"W-43": func(j judged) bool { return j.pkiCert && !j.yes("certificate.crl_on_internet") },
	"W-45": func(j judged) bool { return j.join == "[]" },
	"W-47": func(j judged) bool {
		return j.p["certificate.expires"] != "" && j.p["certificate.expires"] < "2026-12-24"
	},
	"W-66": func(j judged) bool { return !j.content && j.off && !j.early },
	// Those of a standalone primary site alone
	"R-22": func(j judged) bool { return j.p["site.connection_points"] == "[]" },
	"R-36": func(j judged) bool { return j.p["site.management_points"] == "[]" },
	"W-09": func(j judged) bool { return j.instances == 1 || j.points == 1 },
	"W-24": func(j judged) bool {
		return j.https && j.managements == 1 && j.joins("ad", "hybrid") && !j.yes("site.internet_only_management_points")
	},
	"W-27": func(j judged) bool { return j.points > 0 && j.peak > 16384*j.points },
	"W-35": func(j judged) bool {
		needed := max(1, (j.instances+3)/4, (j.peak+16383)/16384)
		if j.ha {
			needed = max(needed, 2)
		}
		return j.points > 0 && j.points < needed && j.instances <= 16
	},
	"W-36": func(j judged) bool {
		return !j.pointsGiven || !j.managementsGiven || j.softwares == "" || j.group == "{existing: true}" ||
			j.pki && j.p["authentication.client_ca_certificates"] == ""
	},
}

// TestRulesFollowTheTables lets the conditions of the tables and the rules judge
// the same profiles.
func TestRulesFollowTheTables(t *testing.T) {
	w := load(t, "cmg-setup")
	axes := slices.Concat(tableAxes, otherAxes, edgeAxes)
	r := rand.New(rand.NewPCG(8, 8))
	spoke, silent, wrong := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for range 1_600 / less() {
		p := point{}
		for _, a := range axes { // the edges, which come last, count
			if r.IntN(2) == 0 || p[a.key] == "" {
				p[a.key] = a.values[r.IntN(len(a.values))]
			}
		}
		j := judge(p)
		if p["site.primaries"] = ""; j.version < 2107 && r.IntN(2) == 0 {
			p["gateway.deployment"], j.classic, j.vmss = "cloud-service-classic", true, false
			j = judge(p)
		}
		profile, problems := generator.ParseProfile("p.yaml", []byte(p.yaml()), w)
		problems = append(problems, w.CheckProfile(profile, runbookDay)...)
		for id, want := range tableRules {
			if j.cas && slices.Contains([]string{"R-22", "R-36", "W-09", "W-24", "W-27", "W-35", "W-36"}, id) {
				continue
			}
			spoke[id], silent[id] = spoke[id] || want(j), silent[id] || !want(j)
			if warned(problems, id) != want(j) && !wrong[id] {
				wrong[id] = true
				t.Errorf("%s speaks: %v, by the tables it is %v:\n%s", id, !want(j), want(j), p.yaml())
			}
		}
	}
	for id := range tableRules {
		if !spoke[id] || !silent[id] {
			t.Errorf("%s was put to no test: it spoke %v, it was silent %v", id, spoke[id], silent[id])
		}
	}
}
