package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkDirectory renders and checks a directory of 100 profiles; divide
// by 100 for the time per profile.
func BenchmarkDirectory(b *testing.B) {
	sample, err := os.ReadFile("../../workflows/cmg-setup/profiles/contoso.yaml")
	if err != nil {
		b.Fatal(err)
	}
	in, out := b.TempDir(), b.TempDir()
	for i := range 100 { // the same choices, other names
		company := strconv.Itoa(i)
		text := strings.NewReplacer("logo:", "# logo:", "contoso", "company"+company, "Contoso", "Company "+company, "granitefalls", "granite"+company).Replace(string(sample))
		if err := os.WriteFile(filepath.Join(in, "p"+company+".yaml"), []byte(text), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	env := environment{stdin: strings.NewReader(""), stdout: io.Discard, stderr: io.Discard, getenv: func(string) string { return "" }}
	for name, args := range map[string][]string{"render": {"render", "-o", out, in}, "check": {"check", in}} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if code := run(b.Context(), append(args, "-q", "--date", "2026-11-23"), env); code != exitDone {
					b.Fatal("exit code", code)
				}
			}
		})
	}
}
