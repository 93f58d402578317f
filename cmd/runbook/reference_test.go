package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"runbook/generator/generatortest"
)

// TestReference keeps the README of this folder in step with the commands.
func TestReference(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("# Commands\n\nGenerated from the table of commands by `go generate ./...`; edit the commands.\n\nExit codes: 0 done, 1 failed or the profile has errors, 2 wrong usage, 3 differences found.\n")
	root := newRoot(&app{environment: environment{getenv: func(string) string { return "" }}})
	b.WriteString("\nFlags of every command:\n\n")
	writeFlags(&b, root.PersistentFlags())
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			if sub.Hidden || sub.Name() == "help" || sub.Name() == "completion" {
				continue
			}
			if sub.Example == "" && !sub.HasSubCommands() {
				t.Errorf("%s has no example", sub.CommandPath())
			}
			if sub.Runnable() && !sub.HasSubCommands() {
				writeCommand(&b, sub)
			}
			walk(sub)
		}
	}
	walk(root)
	generatortest.Golden(t, "README.md", b.Bytes())
}

func writeCommand(b *bytes.Buffer, c *cobra.Command) {
	fmt.Fprintf(b, "\n## %s\n\n", c.CommandPath())
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	fmt.Fprintf(b, "```text\n%s\n\n%s\n```\n", c.UseLine(), text)
	if c.Example != "" {
		fmt.Fprintf(b, "\n```bash\n%s\n```\n", strings.ReplaceAll(strings.TrimLeft(c.Example, " "), "\n  ", "\n"))
	}
	if c.LocalNonPersistentFlags().HasAvailableFlags() {
		b.WriteByte('\n')
		writeFlags(b, c.LocalNonPersistentFlags())
	}
}

func writeFlags(b *bytes.Buffer, flags *pflag.FlagSet) {
	b.WriteString("| Flag | Says |\n| --- | --- |\n")
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Name == "help" {
			return
		}
		name := "`--" + f.Name
		if f.Shorthand != "" {
			name = "`-" + f.Shorthand + "`, `--" + f.Name
		}
		kind, usage := pflag.UnquoteUsage(f)
		if kind != "" {
			name += " " + strings.ToUpper(kind)
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" && f.DefValue != "0s" && !strings.Contains(usage, "default") {
			usage += " (default: " + f.DefValue + ")"
		}
		fmt.Fprintf(b, "| %s` | %s |\n", name, strings.ReplaceAll(usage, "|", "\\|"))
	})
}
