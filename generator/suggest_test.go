package generator_test

import (
	"testing"

	"runbook/generator"
)

func TestFirstLetter(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][2]string{
		"":         {"", ""},
		"Set up":   {"Set up", "set up"},
		"set up":   {"Set up", "set up"},
		"Übergabe": {"Übergabe", "übergabe"},
		"éclair":   {"Éclair", "éclair"},
		"会社":       {"会社", "会社"},
	} {
		if got := [2]string{generator.UpperFirst(s), generator.LowerFirst(s)}; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestSentence(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "one more": "One more.", "Done!": "Done!", "site.code is short": "site.code is short.", "site_code": "site_code.", "end. of": "End. of.",
		"écru": "Écru.", "1 of 2?": "1 of 2?", "…": "….",
	} {
		if got := generator.Sentence(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// An abbreviation stands for the one word it is made of, even where another one
// is written much like it.
func TestNearestAbbreviation(t *testing.T) {
	t.Parallel()
	words := []string{"http", "https", "enhanced-http", "virtual-machine-scale-set", "us-government", "us-public", "A2_v2"}
	for word, want := range map[string]string{
		"ehttp": "enhanced-http", "EnhHTTP": "enhanced-http", "httpx": "http", "enhancedhttp": "enhanced-http", "vmss": "virtual-machine-scale-set",
		"usgov": "us-government", "us": "", "usp": "us-public", "vm": "", "vmsset": "virtual-machine-scale-set", "vmssx": "", "a2v": "A2_v2",
	} {
		if got := generator.Nearest(word, words); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// A word is near that differs by two letters, or that is all that begins so.
func TestNearest(t *testing.T) {
	t.Parallel()
	words := []string{"public-provider", "enterprise-pki", "A2_v2", "name", "number"}
	for word, want := range map[string]string{
		"enterprise_pki": "enterprise-pki", "naem": "name", "a2_V2": "A2_v2", "public": "public-provider", "Enter": "enterprise-pki",
		"n": "", "nu": "", "public-providers-of-mine": "", "": "", "zzz": "",
	} {
		if got := generator.Nearest(word, words); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

// A short word is near only to one that shares a letter with it.
func TestNearestOfShortWords(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{"ux": "uk", "xx": "", "uk": "uk", "x": ""} {
		if got := generator.Nearest(word, []string{"uk"}); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}
