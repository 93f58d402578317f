package main

import "testing"

func TestFileName(t *testing.T) {
	t.Parallel()
	for organization, want := range map[string]string{
		"Contoso":                "contoso.yaml",
		"Contoso & Söhne GmbH":   "contoso-soehne-gmbh.yaml",
		"So\u0308hne":            "soehne.yaml", // the same letter as two characters
		"Café São João, S.A.":    "cafe-sao-joao-s-a.yaml",
		"Łódź Straße 5":          "lodz-strasse-5.yaml",
		"  --..--  ":             "profile.yaml",
		"会社":                     "profile.yaml",
		"Department of Water/EU": "department-of-water-eu.yaml",
		"":                       "profile.yaml",
	} {
		if got := fileName(organization); got != want {
			t.Errorf("%q: %s, want %s", organization, got, want)
		}
	}
}
