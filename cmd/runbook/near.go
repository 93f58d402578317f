package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"runbook/generator"
)

// nearFlag says which flag of a command somebody may have meant who gave one
// that there is not, "" for none.
func nearFlag(cmd *cobra.Command, err error) string {
	missing, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return ""
	}
	typed := missing.GetSpecifiedName()
	if letters := missing.GetSpecifiedShortnames(); letters != "" { // -formt
		typed = letters
	}
	var names []string
	for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.InheritedFlags()} {
		flags.VisitAll(func(f *pflag.Flag) {
			if !f.Hidden {
				names = append(names, f.Name)
			}
		})
	}
	if near := generator.Nearest(typed, names); near != "" && len(typed) > 1 {
		return fmt.Sprintf("; did you mean --%s?", near)
	}
	return ""
}

// emptyFlags refuses a flag that somebody gave and that says nothing, as with a
// variable that is not set: the run would do something else than was meant.
func emptyFlags(cmd *cobra.Command) error {
	var empty []string
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Value.Type() == "string" && f.Value.String() == "" {
			empty = append(empty, "--"+f.Name)
		}
	})
	if len(empty) == 0 {
		return nil
	}
	return usage("nothing is given for %s\nusage: %s", generator.And(empty), cmd.UseLine())
}

// oneDash refuses a long flag that has one dash: its first letter would be taken
// for a flag, and the rest for a value.
func oneDash(root *cobra.Command, args []string) error {
	for _, arg := range args {
		if arg == "--" {
			break
		}
		name, one := strings.CutPrefix(arg, "-")
		name, _, _ = strings.Cut(name, "=")
		if !one || len(name) < 2 || name[0] == '-' {
			continue
		}
		cmd, _, err := root.Find(args)
		if err == nil && (cmd.Flags().Lookup(name) != nil || cmd.InheritedFlags().Lookup(name) != nil) {
			return usage("a flag of more than a letter has two dashes: --%s\nusage: %s", name, cmd.UseLine())
		}
	}
	return nil
}

// nearCommand says which command of cmd somebody may have meant, "" for none.
func nearCommand(cmd *cobra.Command, typed string) string {
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if near := generator.Nearest(typed, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", cmd.CommandPath()+" "+near)
	}
	return ""
}

// meantCommand goes on behind the word that is no command: somebody may have
// left the command out, or misspelt it.
func meantCommand(root *cobra.Command, typed string) string {
	if ext := filepath.Ext(typed); (ext == ".yaml" || ext == ".yml") && there(typed) {
		return fmt.Sprintf("; to render that profile run %q", "runbook render "+shellWord(typed))
	}
	return nearOrList(root, typed)
}

// nearOrList is nearCommand, and where the list of commands is.
func nearOrList(cmd *cobra.Command, typed string) string {
	const list = `run "runbook help" for the list`
	if near := nearCommand(cmd, typed); near != "" {
		return near + " " + generator.UpperFirst(list)
	}
	return "; " + list
}

// nearFile says what may have been meant by a path at which there is nothing:
// the nearest name in its folder of those that have one of the endings, or
// that the folder is not there either. It is "" where nothing is near.
func nearFile(path string, endings ...string) string {
	dir, base := filepath.Split(path)
	if dir != "" {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
			return fmt.Sprintf("there is no folder %s", quoted(filepath.Clean(dir)))
		}
	}
	names := namesIn(dir, func(e fs.DirEntry) bool {
		return slices.Contains(endings, strings.ToLower(filepath.Ext(e.Name()))) && !strings.HasSuffix(e.Name(), recordExt)
	})
	for _, ending := range endings { // contoso for contoso.yaml
		if slices.Contains(names, base+ending) {
			return fmt.Sprintf("did you mean %s?", quoted(dir+base+ending))
		}
	}
	return nearName(dir, base, names)
}

// nearName asks whether one of the names in a folder is meant. What is so short
// that two slips make another word of it is near nothing.
func nearName(dir, base string, names []string) string {
	const short = 4
	if near := generator.Nearest(base, names); near != "" && len(base) > short {
		return fmt.Sprintf("did you mean %s?", quoted(dir+near))
	}
	return ""
}

// nearFolder is the folder beside it whose name is near, as a question, "" for
// none.
func nearFolder(path string) string {
	dir, base := filepath.Split(filepath.Clean(path))
	return nearName(dir, base, namesIn(dir, fs.DirEntry.IsDir))
}

// namesIn lists what fits of a folder, without what a system hides there.
func namesIn(dir string, fits func(fs.DirEntry) bool) []string {
	entries, _ := os.ReadDir(filepath.Clean(dir)) // none where it cannot be read
	var names []string
	for _, e := range entries {
		if e.Name()[0] != '.' && fits(e) {
			names = append(names, e.Name())
		}
	}
	return names
}

// missing adds to an error that a file is not there what may have been meant.
func missing(err error, path string, endings ...string) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if hint := nearFile(path, endings...); hint != "" {
		return fmt.Errorf("%w; %s", err, hint)
	}
	return err
}

func quoted(path string) string { return fmt.Sprintf("%q", filepath.ToSlash(path)) }
