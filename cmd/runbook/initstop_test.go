package main

import (
	"context"
	"io"
	"os"
	"testing"
	"time"

	"charm.land/huh/v2"

	"runbook/generator"
)

// TestStopsAsks presses keys where the form is about to throw answers away.
func TestStopsAsks(t *testing.T) {
	const ctrlC, down, enter = "\x03", "\x1b[B", "\r"
	for name, tt := range map[string]struct {
		answers map[string]string
		keys    string
		stops   bool
	}{
		"nothing answered, nothing asked": {nil, "", true},
		"only defaults":                   {map[string]string{"certificate.source": "public-provider"}, "", true},
		"goes on":                         {map[string]string{"organization": "Contoso"}, enter, false},
		"stops":                           {map[string]string{"organization": "Contoso"}, down + enter, true},
		"Ctrl-C again":                    {map[string]string{"organization": "Contoso"}, ctrlC, true},
	} {
		t.Run(name, func(t *testing.T) {
			in, keys, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _, _ = in.Close(), keys.Close() }()
			d := newTestDraft(t, nil)
			for key, text := range tt.answers {
				d.Set(key, text)
			}
			s := &starting{a: &app{environment: environment{stdin: in, stderr: io.Discard}}, draft: d, level: generator.LevelNeeded}
			if _, err := keys.WriteString(tt.keys); err != nil {
				t.Fatal(err)
			}
			if got, err := s.stops(t.Context(), screen{s}); got != tt.stops || err != nil {
				t.Errorf("stops: %t, %v", got, err)
			}
		})
	}
}

// TestNoKeyIsLost asks again and again, each time pressing the keys only when
// the question before it is over: its reader may still be waiting for one.
func TestNoKeyIsLost(t *testing.T) {
	in, keys, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = in.Close(), keys.Close() }()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	c := screen{&starting{a: &app{environment: environment{stdin: in, stderr: io.Discard}}}}
	options := []huh.Option[string]{huh.NewOption("Write", wishWrite), huh.NewOption("Go back", wishBack)}
	for i := range 10 {
		if _, err := keys.WriteString("\x1b[B\r"); err != nil {
			t.Fatal(err)
		}
		got, answered, err := c.choose(ctx, "", "What now?", options)
		if got != wishBack || !answered || err != nil {
			t.Fatalf("question %d: %q, %t, %v", i, got, answered, err)
		}
	}
}
