package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output"
	"runbook/output/record"
)

// recordExt ends the name of a record; such a file is no profile.
const recordExt = ".record.yaml"

type recordOptions struct {
	profile string
	dryRun  bool
}

func newRecordCommand(a *app) *cobra.Command {
	var o recordOptions
	cmd := &cobra.Command{
		Use:   "record FILE...",
		Short: "Read ticks, initials, dates and evidence out of filled copies",
		Long: `Reads what was filled in on a PDF, Word or Excel copy of a runbook, shows what is new, and keeps it beside the profile:
contoso.yaml has contoso.record.yaml. From then on render shows those items as done.

The profile of contoso.pdf or contoso.global-admin.pdf is contoso.yaml in the same folder, unless --profile names another. A
copy that was made from another profile or version is refused.`,
		Example: "  runbook record contoso.pdf\n  runbook record returned/*.docx --profile contoso.yaml",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("%s wants a filled copy (.pdf, .docx, .xlsx)\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.record(args, o) },
	}
	cmd.Flags().StringVar(&o.profile, "profile", "", "the profile that the copies were made from")
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, "show what is new and write nothing")
	return cmd
}

func (a *app) record(args []string, o recordOptions) error {
	day, err := a.today()
	if err != nil {
		return err
	}
	stores := map[string]*record.Store{} // by profile
	var order []string
	l := newLoader(a)
	for _, name := range args {
		profile := o.profile
		if profile == "" {
			if profile, err = profileOf(name); err != nil {
				return err
			}
		}
		if stores[profile] == nil {
			s, err := readStore(profile)
			if err != nil {
				return err
			}
			stores[profile] = &s
			order = append(order, profile)
		}
		filled, err := readCopy(name)
		if err != nil {
			return err
		}
		c, err := l.check(profileFile{path: profile}, day)
		if err != nil {
			return err
		}
		if c.problems.Errors() > 0 {
			a.printProblems(c.problems)
			return exitError{code: exitFailed}
		}
		rb, err := c.runbook(day)
		if err != nil {
			return err
		}
		changes, err := stores[profile].Merge(rb, filled)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if len(changes) == 0 {
			fmt.Fprintf(a.stdout, "%s: nothing new\n", name)
		}
		for _, change := range changes {
			fmt.Fprintf(a.stdout, "%s: %s\n", name, change)
		}
	}
	if o.dryRun {
		return nil
	}
	for _, profile := range order {
		data, err := stores[profile].Marshal()
		if err != nil {
			return err
		}
		if err := (output.File{Path: storePath(profile), Data: data}).Write(); err != nil {
			return err
		}
	}
	return nil
}

func readCopy(name string) (record.Record, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return record.Record{}, readError(name, err)
	}
	read := map[string]func([]byte) (record.Record, error){".pdf": record.ReadPDF, ".docx": record.ReadDOCX, ".xlsx": record.ReadXLSX}[strings.ToLower(filepath.Ext(name))]
	if read == nil {
		return record.Record{}, usage("%s: a filled copy ends in .pdf, .docx or .xlsx", name)
	}
	r, err := read(data)
	if err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// profileOf finds the profile beside a copy: contoso.yaml for contoso.pdf and
// for contoso.global-admin.pdf.
func profileOf(copyName string) (string, error) {
	base := strings.TrimSuffix(copyName, filepath.Ext(copyName))
	for _, b := range []string{base, strings.TrimSuffix(base, filepath.Ext(base))} {
		for _, ext := range []string{".yaml", ".yml"} {
			if info, err := os.Stat(b + ext); err == nil && info.Mode().IsRegular() {
				return b + ext, nil
			}
		}
	}
	return "", fmt.Errorf("%s: there is no profile %s.yaml beside it; name it with --profile", copyName, base)
}

func storePath(profile string) string {
	return strings.TrimSuffix(strings.TrimSuffix(profile, ".yaml"), ".yml") + recordExt
}

// readStore reads the record of a profile; one that does not exist is empty.
func readStore(profile string) (record.Store, error) {
	path := storePath(profile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return record.Store{}, nil
	}
	if err != nil {
		return record.Store{}, readError(path, err)
	}
	return record.ParseStore(path, data)
}

// showRecord marks what the record beside the profile says is done.
func showRecord(f profileFile, rb *generator.Runbook) error {
	if f.path == "-" {
		return nil
	}
	s, err := readStore(f.path)
	if err != nil {
		return err
	}
	s.Show(rb)
	return nil
}
