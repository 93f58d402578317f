package workflows_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"runbook/generator"
)

// renewalEdges are the choices of cmg-renewal with values at the edge of the
// conditions of its rules.
var renewalEdges = []axis{
	{"renew", []string{"[certificate, secret]", "[certificate]", "[secret]", "[]"}},
	{"site.version", []string{"2006", "2010", "2107", "2111", "2309", "2403", "2409", "2503", "2508", "2509", "2603", "2703"}},
	{"azure.environment", []string{"public", "us-government"}},
	{"gateway.service_name", []string{"fine.contoso.com", "fine.contoso.com", "Fine.contoso.com", "fine.cloudapp.net", "fine.westus.cloudapp.azure.com"}},
	{"certificate.source", []string{"public-provider", "enterprise-pki"}},
	{"certificate.current_name", []string{"", "fine.contoso.com", "'*.contoso.com'", "Fine.contoso.com", "'*.fabrikam.com'"}},
	{"certificate.common_name", []string{"", "fine.contoso.com", "FINE.contoso.com", "'*.contoso.com'", "new.contoso.com", "x.cloudapp.net"}},
	{"certificate.expires", []string{"", "2026-11-22", "2026-12-23", "2026-12-24"}},
	{"certificate.other_changes", []string{"false", "true"}},
	{"certificate.new_root", []string{"false", "true"}},
	{"certificate.san", []string{"true", "false"}},
	{"entra.apps", []string{"create", "import"}},
	{"entra.secret_expires", []string{"", "2026-11-22", "2026-12-23", "2026-12-24"}},
	{"entra.secret_validity", []string{"1y", "2y"}},
	{"entra.app_created", []string{"", "2024-09-13", "2024-09-14", "2025-09-14", "2026-11-01"}},
}

// renewalJudgements are the conditions anew, not from rules.yaml.
func renewalJudgements(p point) map[string]bool {
	unquoted := func(key string) string { return strings.Trim(p[key], "'") }
	certificate, secret := strings.Contains(p["renew"], "certificate"), strings.Contains(p["renew"], "secret")
	version, service, pki := p["site.version"], p["gateway.service_name"], p["certificate.source"] == "enterprise-pki"
	current := unquoted("certificate.current_name")
	if current == "" {
		current = service
	}
	name := unquoted("certificate.common_name")
	if name == "" {
		name = current
	}
	_, domain, _ := strings.Cut(strings.ToLower(service), ".")
	covers := func(name string) bool {
		return strings.EqualFold(name, service) || strings.EqualFold(name, "*."+domain)
	}
	same := strings.EqualFold(name, current)
	microsoft := strings.HasSuffix(name, ".cloudapp.net") || strings.HasSuffix(name, ".cloudapp.azure.com")
	age := 0
	if p["entra.app_created"] != "" {
		made, _ := time.Parse(time.DateOnly, p["entra.app_created"])
		day, _ := time.Parse(time.DateOnly, runbookDay)
		age = int(day.Sub(made).Hours() / 24)
	}
	validity := 365
	if p["entra.secret_validity"] == "2y" {
		validity = 730
	}
	graph := version >= "2409"
	tooOld := graph && age > 800
	soon := func(key string) bool { return p[key] != "" && p[key] <= "2026-12-23" } // 30 days after the day of the runbook
	return map[string]bool{
		"R-51": certificate && (same && name != current || !same && covers(current) && covers(name)),
		"R-52": !certificate && !secret,
		"R-53": version < "2010" || version == "2508",
		"R-54": p["azure.environment"] == "us-government" && version >= "2010" && version < "2111",
		"R-55": certificate && !pki && microsoft,
		"R-58": certificate && !covers(current),
		"R-59": strings.HasSuffix(service, ".cloudapp.net"),
		"W-51": certificate && !same && !covers(name),
		"W-52": certificate && same && p["certificate.other_changes"] == "true",
		"W-53": secret && tooOld,
		"W-54": secret && !tooOld && age > 0 && age+validity > 800,
		"W-55": secret && soon("entra.secret_expires"),
		"W-56": certificate && soon("certificate.expires"),
		"W-57": certificate && pki && p["certificate.new_root"] == "true",
		"W-58": certificate && p["certificate.san"] == "false",
		"W-59": secret && !tooOld && p["entra.apps"] == "import",
		"W-60": slices.Contains([]string{"2010", "2107", "2111", "2309", "2403", "2409", "2503"}, version),
		"W-61": certificate && p["certificate.expires"] == "" || secret && (p["entra.secret_expires"] == "" || graph && age == 0),
		"W-64": version > "2603",
	}
}

// TestRenewalRulesSpeakWhereTheyMust lets the conditions and the rules judge the
// same profiles.
func TestRenewalRulesSpeakWhereTheyMust(t *testing.T) {
	w := load(t, "cmg-renewal")
	r := rand.New(rand.NewPCG(8, 9))
	seen, wrong := map[string]bool{}, map[string]bool{}
	for range 1_200 / less() {
		p, groups := point{}, map[string][]string{}
		for _, a := range renewalEdges {
			p[a.key] = a.values[r.IntN(len(a.values))]
			if group, key, nested := strings.Cut(a.key, "."); nested && p[a.key] != "" {
				groups[group] = append(groups[group], key+": "+p[a.key])
			}
		}
		text := "organization: Contoso\npeople: {global-admin: {name: Ann}, subscription-owner: {name: Bob}}\nrenew: " + p["renew"] + "\n"
		for group, keys := range groups {
			text += fmt.Sprintf("%s: {%s}\n", group, strings.Join(keys, ", "))
		}
		profile, problems := generator.ParseProfile("p.yaml", []byte(text), w)
		problems = append(problems, w.CheckProfile(profile, runbookDay)...)
		for id, want := range renewalJudgements(p) {
			seen[fmt.Sprint(id, want)] = true
			if warned(problems, id) != want && !wrong[id] {
				wrong[id] = true
				t.Errorf("%s speaks: %v, but it must be %v:\n%s", id, !want, want, text)
			}
		}
	}
	for id := range renewalJudgements(point{}) {
		if !seen[id+"true"] || !seen[id+"false"] {
			t.Errorf("%s was put to no test", id)
		}
	}
}
