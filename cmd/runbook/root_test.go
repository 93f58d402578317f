package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// A command that is made alone says and refuses what it does among the others.
func TestRootForOneCommand(t *testing.T) {
	t.Parallel()
	said := func(root *cobra.Command, args []string) string {
		var out bytes.Buffer
		root.SetOut(&out)
		root.SetErr(&out)
		root.SetArgs(args)
		if err := root.Execute(); err != nil {
			out.WriteString(err.Error())
		}
		return out.String()
	}
	a := func() *app { return &app{environment: environment{getenv: func(string) string { return "" }}} }
	for _, c := range commands {
		for _, rest := range []string{"--help", "--no-such-flag", "--version", "-w"} {
			args := []string{c.name, rest}
			alone, among := said(rootFor(a(), args), args), said(newRoot(a()), args)
			if alone != among || alone == "" {
				t.Errorf("%q says alone\n%s\nand among the others\n%s", args, alone, among)
			}
		}
		var made []string
		for _, sub := range rootFor(a(), []string{c.name}).Commands() {
			made = append(made, sub.Name())
		}
		if c.name != manCommand && !slices.Equal(made, []string{c.name}) {
			t.Errorf("%s makes %s", c.name, made)
		}
	}
	for _, args := range []string{"", "help", "man", "-q render", "rendr", "__complete ''"} {
		if n := len(rootFor(a(), strings.Fields(args)).Commands()); n <= len(commands) {
			t.Errorf("%q makes %d commands", args, n)
		}
	}
}
