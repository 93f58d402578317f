package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// version is set when a release is built.
var version = ""

// versionText names the version, the commit and the Go release.
func versionText() string {
	v, commit := version, ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if v == "" && info.Main.Version != "" {
			v = info.Main.Version
		}
		modified := ""
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				commit = s.Value
			case "vcs.modified":
				if s.Value == "true" {
					modified = " (changed)"
				}
			}
		}
		commit += modified
	}
	if v == "" {
		v = "(devel)"
	}
	text := "runbook " + v
	if commit != "" {
		text += ", commit " + commit
	}
	return text + ", " + runtime.Version()
}

// programText is what documents say has made them: with the version of a release,
// else with the commit, if it is known.
var programText = sync.OnceValue(func() string {
	if version != "" {
		return "runbook " + version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "runbook"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" && !strings.ContainsAny(v, "-+") {
		return "runbook " + v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && s.Value != "" {
			return "runbook, commit " + s.Value[:min(12, len(s.Value))]
		}
	}
	return "runbook"
})

func newVersionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print version and commit",
		Example: "  runbook version",
		Args:    noArgs,

		PersistentPreRun: func(*cobra.Command, []string) {}, // it is over before a signal could come
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(a.stdout, versionText())
			return nil
		},
	}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usage("%s takes no arguments\nusage: %s", cmd.CommandPath(), cmd.UseLine())
	}
	return nil
}
