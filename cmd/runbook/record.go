package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"runbook/output"
	"runbook/output/record"
	"runbook/output/words"
)

// recordExt ends the name of a record; such a file is no profile.
const recordExt = ".record.yaml"

type recordOptions struct {
	profile string
	from    []string // profiles as they were when copies were made
	date    string
	prefer  string
	strict  bool
	dryRun  bool
}

func newRecordCommand(a *app) *cobra.Command {
	var o recordOptions
	cmd := &cobra.Command{
		Use:   "record FILE...",
		Short: "Read what people filled in on paper back into a record",
		Long: `Reads what was filled in on a PDF, Word or Excel copy of a runbook: ticks, initials, dates, evidence, the signatures of the
release, the gates and the end, confirmed decisions, deviations, and whose the initials are. It says what is new and keeps
it beside the profile: contoso.yaml has contoso.record.yaml. From then on render shows it.

The profile of contoso.pdf or contoso.global-admin.pdf is contoso.yaml in the same folder, unless --profile names another. A
copy that was made from another profile is refused. One that was handed out before the profile changed is taken with --made-from
and the profile as it was then, one that another version of the workflow made is taken as it is: entries about what reads the
same today count, others are kept and said. Where a copy contradicts the record, or another copy, nothing is written until
--prefer says which of the two counts; what it replaces stays in the record under "earlier", and what it does not take under
"refused". What the record has and a later copy has not is said and stays, unless --prefer copy takes it back. What nobody would
sign, such as an item that is done without initials, is a warning.

The record names each copy that it was read from, with its SHA-256 and the day: keep those files. The digest in a copy finds the
one that belongs to another profile. Words of a copy that are not those of the runbook are a warning, and stay in the record; only a
copy that this build of the program made from today's profile and workflow can be compared, and a PDF by its pages, unless it was
printed with a record or drawn anew by another program. Nothing proves who filled a copy in. For proof, keep the copies and the
record under version control, or have them signed.

To audit a record, read all its copies again in one call with --dry-run: each has "nothing new", and no difference, where the record
says what they say, and a copy that the record names and you did not read is told. An entry that the record has from no copy is marked so on the paper, which also has the SHA-256 of the record
that it shows, and under an item what another copy had said before.`,
		Example: "  runbook record returned/contoso.pdf --profile contoso.yaml\n  runbook record returned/*.docx --profile contoso.yaml --dry-run\n  runbook record contoso.xlsx --prefer copy\n  git show HEAD~1:contoso.yaml | runbook record returned/contoso.pdf --profile contoso.yaml --made-from -",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("%s wants a filled copy (.pdf, .docx, .xlsx)\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return noneEmpty(cmd, args)
		},
		ValidArgsFunction: completeFiles("pdf", "docx", "xlsx"),
		RunE:              func(_ *cobra.Command, args []string) error { return a.record(args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.profile, "profile", "", "the profile that the copies were made from")
	f.StringArrayVar(&o.from, "made-from", nil, "the profile as it was when a copy was made, - for standard input; may be repeated")
	complete(cmd, "made-from", completeProfiles)
	dateFlag(cmd, &o.date, "the day of reading; entries after it are doubted")
	f.StringVar(&o.prefer, "prefer", "", "what counts where a copy contradicts what is recorded: record or copy (the one read later)")
	f.BoolVar(&o.strict, "strict", false, "write nothing while there are warnings")
	f.BoolVar(&o.dryRun, "dry-run", false, "show what is new and write nothing")
	complete(cmd, "profile", completeProfiles)
	complete(cmd, "prefer", oneOf("record", "copy"))
	return cmd
}

// recording is one run of the command.
type recording struct {
	a       *app
	o       recordOptions
	day     string
	prefer  record.Prefer
	loader  *loader
	from    []profileFile // that --made-from names
	targets []*recordTarget
	results []recordResult
}

// recordResult is what one copy came to.
type recordResult struct {
	name, sum string
	target    *recordTarget
	altered   []string // what to say of its words
	record.Report
}

// news reports whether the record has something from the copy that it had not.
func (r recordResult) news() bool { return r.New+r.Changed+r.Refused > 0 }

func (a *app) record(args []string, o recordOptions) error {
	r := &recording{a: a, o: o, loader: newLoader(a)}
	var err error
	if r.day, err = a.date(o.date); err != nil {
		return err
	}
	if r.prefer, err = preferred(o.prefer, "copy"); err != nil {
		return err
	}
	if r.from, err = a.profileFiles(o.from); err != nil {
		return err
	}
	args = expanded(args)
	for _, name := range args {
		if recordReaders[strings.ToLower(filepath.Ext(name))] == nil {
			return usage("%s: a filled copy ends in .pdf, .docx or .xlsx", name)
		}
	}
	var errs []error
	for _, name := range args {
		if err := r.read(name); err != nil {
			if printed, ok := errors.AsType[exitError](err); ok {
				return printed
			}
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("%w\nnothing was written", err)
	}
	return r.finish()
}

// preferred is what --prefer says: the record, or the other side.
func preferred(s, other string) (record.Prefer, error) {
	switch s {
	case "":
		return record.Neither, nil
	case "record":
		return record.TheRecord, nil
	case other:
		return record.TheCopy, nil
	}
	return record.Neither, usage("--prefer is %q: record or %s", s, other)
}

// read takes one copy over, in memory.
func (r *recording) read(name string) error {
	profile := r.o.profile
	if profile == "" {
		_, err := os.Stat(name)
		if err != nil { // before its profile is missed
			return missing(readError(name, err), name, slices.Sorted(maps.Keys(recordReaders))...)
		}
		if profile, err = profileOf(name); err != nil {
			return err
		}
	}
	t, err := r.target(profile)
	if err != nil {
		return err
	}
	data, err := r.a.readWhole(name)
	if err != nil {
		return missing(readError(name, err), name, slices.Sorted(maps.Keys(recordReaders))...)
	}
	c, err := recordReaders[strings.ToLower(filepath.Ext(name))](data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	sum := checksum(data)
	was, err := t.madeFrom(c, r.day)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	altered, err := r.altered(t, was, c, strings.ToLower(filepath.Ext(name)), data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	report, err := t.store.TakeFrom(t.rb, was, c, record.Source{
		File: beside(t.path, name), SHA256: sum, Digest: c.Digest, Workflow: cmp.Or(c.Version, was.Runbook.Workflow.Version), Revision: was.Runbook.Document.Revision, Role: c.Role, Read: r.day, Altered: len(altered),
	}, r.prefer)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	res := recordResult{name, sum, t, wordingLines(altered), report}
	t.changed = t.changed || res.news()
	r.results = append(r.results, res)
	return nil
}

// finish prints what the copies came to, and writes the records unless
// something has to be settled first.
func (r *recording) finish() error {
	clashes, warnings := 0, 0
	warned := map[string]bool{}
	for _, res := range r.results {
		for _, line := range res.Clashes {
			fmt.Fprintf(r.a.stderr, "%s: %s\n", res.name, line)
			clashes++
		}
	}
	if clashes > 0 {
		return fmt.Errorf("%s, so nothing was written; take one side with --prefer record or --prefer copy, or mend the copy", count(clashes, "contradiction"))
	}
	for _, res := range r.results {
		doubts := res.target.store.Doubts(res.Report, r.day)
		if len(doubts) > 1 && !res.news() && !r.o.strict { // they were said when it was read
			doubts = []string{fmt.Sprintf("what was doubtful in %d entries still is; --strict lists them", len(doubts))}
		}
		for _, line := range slices.Concat(res.altered, res.Past, res.Remarks, doubts) {
			if warned[line] {
				continue
			}
			warned[line] = true
			warnings++
			if !r.a.quiet || r.o.strict {
				fmt.Fprintf(r.a.stderr, "%s: warning: %s\n", res.name, line)
			}
		}
	}
	for _, t := range r.targets {
		for _, line := range r.unaudited(t) {
			warnings++
			if !r.a.quiet || r.o.strict {
				fmt.Fprintf(r.a.stderr, "%s: warning: %s\n", t.path, line)
			}
		}
	}
	if r.o.strict && warnings > 0 {
		return fmt.Errorf("%s, so nothing was written (--strict)", count(warnings, "warning"))
	}
	for _, res := range r.results {
		for _, line := range res.Lines {
			fmt.Fprintf(r.a.stdout, "%s: %s\n", res.name, line)
		}
		what := "nothing new"
		if res.news() {
			what = fmt.Sprintf("%d new, %d changed", res.New, res.Changed)
			if res.Refused > 0 {
				what += fmt.Sprintf(", %d refused", res.Refused)
			}
		}
		if n := len(res.Remarks) - res.Refused; n > 0 {
			what += ", " + count(n, "difference") + " from the record"
		}
		fmt.Fprintf(r.a.stdout, "%s: %s (sha256 %s)\n", res.name, what, res.sum)
	}
	for _, t := range r.targets {
		if err := r.write(t); err != nil {
			return err
		}
	}
	return nil
}

// unaudited says what is left out where a record is audited: where all that is
// read was read before, and nothing is to be written.
func (r *recording) unaudited(t *recordTarget) []string {
	var sums []string
	for _, res := range r.results {
		if res.target == t && !slices.Contains(t.had, res.sum) {
			return nil
		}
		sums = append(sums, res.sum)
	}
	if !r.o.dryRun {
		return nil
	}
	return t.store.Unaudited(sums)
}

func (r *recording) write(t *recordTarget) error {
	if !t.changed || r.o.dryRun {
		return nil
	}
	data, err := t.store.Marshal()
	if err != nil {
		return err
	}
	if err := (output.File{Path: t.path, Data: data}).Write(); err != nil {
		return err
	}
	t.store.Show(t.rb)
	fmt.Fprintf(r.a.stdout, "wrote %s: %s, read from %s\n", t.path, words.DoneItems(t.rb.Items()), words.Copies(len(t.store.Copies)))
	return nil
}

var recordReaders = map[string]func([]byte) (record.Copy, error){".pdf": record.ReadPDF, ".docx": record.ReadDOCX, ".xlsx": record.ReadXLSX}

func checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
