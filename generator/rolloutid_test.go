package generator

import (
	"regexp"
	"strings"
	"testing"
)

// The identity of a rollout that gives none is made of its file's name. Issues
// are found by it: what is here must never change.
func TestRolloutID(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("long-", 20)
	for file, want := range map[string]string{
		"contoso.yaml":              "contoso",
		"Contoso West_2.yml":        "Contoso-West_2",
		"-a&b (1).yaml":             "a-b--1",
		"...yaml":                   "tea",
		"":                          "tea",
		"Ünï.yaml":                  "Uni",
		"U\u0308ni\u0308.yaml":      "Uni", // as a Mac writes it
		"Müller & Söhne.yaml":       "Muller---Sohne",
		"Łódź-Straße.yaml":          "Lodz-Strasse",
		"Việt–Nam.yaml":             "Viet-Nam",
		"会社.yaml":                   "tea-a9181ae3",
		"Contoso 東京.yaml":           "Contoso-52cb259f",
		"Ελλάδα.yaml":               "tea-e6f7401e",
		long + ".yaml":              strings.Repeat("long-", 11)[:54] + "-cd9ddee2",
		long + "x.yaml":             strings.Repeat("long-", 11)[:54] + "-63f7ca47",
		strings.Repeat("a", 63):     strings.Repeat("a", 63),
		strings.Repeat("é", 63):     strings.Repeat("e", 63),
		strings.Repeat("a.", 32):    strings.Repeat("a.", 31) + "a",
		strings.Repeat("会", 100):    "tea-185872c2",
		strings.Repeat("x-会.", 100): strings.Repeat("x--.", 13) + "x-74d65d14",
	} {
		id := rolloutID(file, "tea")
		if id != want {
			t.Errorf("%q: %q, want %q", file, id, want)
		}
		if !regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$`).MatchString(id) {
			t.Errorf("%q: %q is no identity", file, id)
		}
	}
}
