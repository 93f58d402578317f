package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"runbook/output"
)

const manCommand = "man"

// newManCommand writes the man pages, for those who package the program. The
// library that cobra brings for it costs every start of the program a third
// of a millisecond, so the few lines of roff are our own.
func newManCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     manCommand + " DIR",
		Short:   "Write the man pages of all commands",
		Example: "  runbook man /usr/local/share/man/man1",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("%s wants a directory\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return nil
		},
		ValidArgsFunction: completeFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := a.today()
			if err != nil {
				return err
			}
			made, err := makeDirectory(args[0])
			if err == nil {
				err = output.WriteAll(manPages(cmd.Root(), args[0], day))
			}
			if err != nil {
				removeEmpty(made)
			}
			return err
		},
	}
}

// manPages are the pages of a command and of those below it.
func manPages(c *cobra.Command, dir, day string) []output.File {
	if c.Hidden {
		return nil
	}
	name := manName(c)
	files := []output.File{{Path: filepath.Join(dir, name+".1"), Data: []byte(manPage(c, name, day))}}
	for _, sub := range c.Commands() {
		files = append(files, manPages(sub, dir, day)...)
	}
	return files
}

func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

func manPage(c *cobra.Command, name, day string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH %q 1 %q runbook\n.SH NAME\n%s \\- %s\n.SH SYNOPSIS\n.B %s\n.SH DESCRIPTION\n", strings.ToUpper(name), day, roff(name), roff(c.Short), roff(c.UseLine()))
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	b.WriteString(".nf\n" + roff(text) + "\n.fi\n")
	manFlags(&b, "OPTIONS", c.NonInheritedFlags())
	manFlags(&b, "OPTIONS OF EVERY COMMAND", c.InheritedFlags())
	if c.Example != "" {
		b.WriteString(".SH EXAMPLES\n.nf\n" + roff(c.Example) + "\n.fi\n")
	}
	var see []string
	if c.HasParent() {
		see = append(see, manName(c.Parent()))
	}
	for _, sub := range c.Commands() {
		if !sub.Hidden {
			see = append(see, manName(sub))
		}
	}
	if len(see) > 0 {
		b.WriteString(".SH SEE ALSO\n")
		for i, s := range see {
			if i > 0 {
				b.WriteString(",\n")
			}
			fmt.Fprintf(&b, ".BR %s (1)", roff(s))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func manFlags(b *strings.Builder, title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	b.WriteString(".SH " + title + "\n")
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		_, says := pflag.UnquoteUsage(f)
		fmt.Fprintf(b, ".TP\n.B %s\n%s\n", roff(name), roff(says))
	})
}

// roff escapes text, so that no line of it is a request.
func roff(s string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
