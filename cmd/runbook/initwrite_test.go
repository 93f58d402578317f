package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
		"AUX":                    "profile-aux.yaml", // Windows has no such file
		"Com1 & Co":              "com1-co.yaml",
	} {
		if got := fileName(organization); got != want {
			t.Errorf("%q: %s, want %s", organization, got, want)
		}
	}
}

func TestShellWord(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{"contoso.yaml": "contoso.yaml", "../a/b-c_1.yaml": "../a/b-c_1.yaml", `C:\x\a.yaml`: `C:\x\a.yaml`, "my profile.yaml": `"my profile.yaml"`, "söhne.yaml": "söhne.yaml"} {
		if got := shellWord(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestWrapWords(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text   string
		width  int
		indent int
		want   string
	}{
		{"  warning[W-06]: new CMGs and reimages fail\n", 30, 4, "  warning[W-06]: new CMGs and\n    reimages fail\n"},
		{"a westeurope.cloudapp.azure.com b", 10, 2, "a\n  westeurope.cloudapp.azure.com b"},
		{"one\ntwo three", 5, 0, "one\ntwo\nthree"},
		{"exactly ten", 11, 0, "exactly ten"},
		{"größe größe", 5, 0, "größe\ngröße"},
		{"no terminal, no width", 0, 4, "no terminal, no width"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, wrapWords(tt.text, tt.width, tt.indent)); diff != "" {
			t.Errorf("%q: %s", tt.text, diff)
		}
	}
}
