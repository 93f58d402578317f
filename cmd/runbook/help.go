package main

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"sync"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
)

// fitHelp has the help of a command and of those below it fit the terminal.
func (a *app) fitHelp(root *cobra.Command) {
	help := root.HelpFunc()
	root.SetHelpFunc(func(cmd *cobra.Command, args []string) {
		out := cmd.OutOrStdout()
		var b bytes.Buffer
		cmd.SetOut(&b)
		help(cmd, args)
		cmd.SetOut(out)
		_, _ = io.WriteString(out, fitted(b.String(), columns(out))) // what went wrong, out remembers
	})
}

// columns is how wide the terminal is behind a stream, 0 where there is
// none.
func columns(w io.Writer) int {
	if out, ok := w.(*standardOutput); ok {
		w = out.w
	}
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(f.Fd())
	if err != nil {
		return 0
	}
	return width
}

// helpRow is a row of the help: a command or a flag, and what it is for.
var helpRow = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^( +\S.*?\S?  +)(\S.*)$`) })

// fitted wraps the help of a command. Paragraphs are set anew, what a flag is
// for stays in its column while that leaves room, and a command to be copied
// keeps its line.
func fitted(help string, width int) string {
	const room = 24 // less is no column
	var b strings.Builder
	paragraph := ""
	flush := func() {
		if paragraph != "" {
			b.WriteString(wrapWords(paragraph+"\n", width, 0))
			paragraph = ""
		}
	}
	for line := range strings.Lines(help) {
		line = strings.TrimRight(line, "\n")
		if width > 0 && line != "" && line[0] != ' ' {
			paragraph = strings.TrimLeft(paragraph+" "+line, " ")
			if strings.HasSuffix(line, ":") { // over what comes next
				flush()
			}
			continue
		}
		flush()
		m := helpRow().FindStringSubmatch(line)
		switch column := 0; {
		case width == 0 || len(line) <= width || m == nil:
			b.WriteString(line + "\n")
		default:
			if column = len(m[1]); width-column < room {
				const indent = 8
				b.WriteString(strings.TrimRight(m[1], " ") + "\n")
				line, column = strings.Repeat(" ", indent)+m[2], indent
			}
			b.WriteString(wrapWords(line+"\n", width, column))
		}
	}
	flush()
	return b.String()
}

// newHelpCommand is "runbook help", to which a command that there is not is
// wrong usage.
func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Help about any command",
		Example: "  runbook help issues plan",
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			var offers []string
			if about, rest, err := cmd.Root().Find(args); err == nil && len(rest) == 0 {
				for _, sub := range about.Commands() {
					if sub.IsAvailableCommand() && strings.HasPrefix(sub.Name(), typed) {
						offers = append(offers, sub.Name()+"\t"+sub.Short)
					}
				}
			}
			return offers, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				if len(rest) == 0 {
					rest = args
				}
				return usage("there is no command %q%s", "runbook "+strings.Join(args, " "), nearOrList(about, rest[0]))
			}
			about.InitDefaultHelpFlag()
			about.InitDefaultVersionFlag()
			return about.Help()
		},
	}
}
