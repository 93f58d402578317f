package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output"
)

type initOptions struct {
	defaults bool
	lines    bool
	set      []string
	level    string
	force    bool
	schema   bool
	date     string
}

func newInitCommand(a *app) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init [FILE]",
		Short: "Ask what matters and write a profile",
		Long: `Asks only the questions that matter after the answers so far, shows what the runbook will contain, and writes a profile with a
comment for every key. Nothing is written before the last question is answered; Ctrl-C leaves everything as it was.

FILE is named after the organization where it is left out, and - is standard output. Where FILE is a profile already, init
asks only for what is missing, or takes it from --set alone, adds it, and leaves the rest of the file as it is; with --defaults it
stops.

With --accessible, where ACCESSIBLE is set, or on a terminal that is dumb, the same questions come one by one in plain lines, for
screen readers; with --accessible the answers may come from a pipe.

With --defaults, or with --set where there is no terminal, nothing is asked: --set answers questions, all others keep their default. A list is
written with commas, or as YAML: --set "authentication.methods=entra-id, pki", --set "site.software_update_points=[]". A person is
written --set "people.global-admin=Ann Lee <ann@example.com> @annlee"; mail address and GitHub login may be left out, and a
semicolon stands between people.

The first line of a new profile names its JSON Schema for editors such as VS Code with the YAML extension, and the schema is
written beside it (cmg-setup.schema.json). With --schema=false there is neither.`,
		Example:           "  runbook init\n  runbook init contoso.yaml\n  runbook init contoso.yaml --defaults --set organization=Contoso --set site.version=2509 --set azure.region=westus \\\n    --set gateway.name=granitefalls --set certificate.domain=contoso.com --set people.global-admin=Ann --set people.subscription-owner=Bob",
		ValidArgsFunction: completeProfiles,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("%s takes one file\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return noneEmpty(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.init(cmd, args, o) },
	}
	f := cmd.Flags()
	f.BoolVar(&o.defaults, "defaults", false, "ask nothing; what --set does not answer keeps its default")
	f.BoolVar(&o.lines, "accessible", false, "ask in plain lines, one question after the other")
	f.StringArrayVar(&o.set, "set", nil, "answer a question: `key=value`; repeatable, the last answer counts")
	f.StringVar(&o.level, "level", "decisions", "how much to ask and to write down: needed, decisions or everything; a form begins with needed")
	f.BoolVar(&o.force, "force", false, "begin anew where FILE exists, and overwrite it")
	f.BoolVar(&o.schema, "schema", true, "write the JSON Schema beside a new profile and name it in the first line")
	dateFlag(cmd, &o.date, "the day to judge the answers for")
	complete(cmd, "level", oneOf(initLevels...))
	complete(cmd, "set", a.completeAnswers)
	return cmd
}

// completeAnswers offers the questions of the workflow for --set.
func (a *app) completeAnswers(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var offers []string
	if w := a.workflowOf(args); w != nil {
		d, err := generator.NewDraft(w, "profile.yaml", "", nil)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		for _, q := range d.Questions() {
			offers = append(offers, q.Key+"=\t"+questionTitle(q))
		}
	}
	return offers, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

var initLevels = []string{"needed", "decisions", "everything"} // in the order of generator.Level

// starting is one run of init.
type starting struct {
	a        *app
	o        initOptions
	date     string
	path     string // "" until the organization is known; "-" for standard output
	base     []byte // the profile that is completed
	workflow *generator.Workflow
	draft    *generator.Draft
	settled  map[string]bool // answered by --set
	level    generator.Level
}

func (a *app) init(cmd *cobra.Command, args []string, o initOptions) error {
	s := &starting{a: a, o: o, settled: map[string]bool{}}
	if len(args) > 0 {
		s.path = args[0]
	}
	if err := s.prepare(); err != nil {
		return err
	}
	if o.lines && o.defaults {
		return usage("--accessible asks, and --defaults asks nothing: give one of them")
	}
	if with := s.asker(); with != nil {
		if s.nothingToAsk() {
			fmt.Fprintf(a.stderr, "%s has an answer to every question; nothing is written\n", s.path)
			return nil
		}
		if !cmd.Flags().Changed("level") {
			s.level = generator.LevelNeeded // few questions first; the form offers more
		}
		return s.ask(cmd.Context(), with)
	}
	if !o.defaults && len(o.set) == 0 {
		return usage("init asks on a terminal; without one give --defaults, and --set key=value for each answer, or --accessible to answer line by line\nusage: %s", cmd.UseLine())
	}
	if o.defaults && s.base != nil {
		return exitError{exitFailed, fmt.Errorf("%s is there: --set without --defaults adds to it, --force begins anew", s.path)}
	}
	return s.answer()
}

func (s *starting) prepare() error {
	var err error
	if s.date, err = s.a.date(s.o.date); err != nil {
		return err
	}
	level := slices.Index(initLevels, s.o.level)
	if level < 0 {
		return usage("unknown level %q: %s", s.o.level, strings.Join(initLevels, ", "))
	}
	s.level = generator.Level(level)
	if err := s.read(); err != nil {
		return err
	}
	if s.path != "" && s.path != toStdout {
		if err := output.Ready(s.path); err != nil { // before anything is asked
			return err
		}
	}
	f := profileFile{path: s.name()}
	if s.workflow, err = newLoader(s.a).workflowFor(f, s.base); err != nil {
		return err
	}
	s.draft, err = generator.NewDraft(s.workflow, f.path, s.date, s.base)
	if ps, ok := errors.AsType[generator.Problems](err); ok {
		s.a.printProblems(ps)
		return exitError{exitFailed, fmt.Errorf("mend %s first, or begin anew with --force", s.path)}
	}
	if err != nil {
		return err
	}
	return s.settle()
}

// name is the name of the profile as far as it is known.
func (s *starting) name() string {
	if s.path == "" || s.path == "-" {
		return "profile.yaml"
	}
	return s.path
}

// read looks at what is there. A file that nobody named is never completed.
func (s *starting) read() error {
	if s.path == "" || s.path == "-" || s.o.force {
		return nil
	}
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return readError(s.path, err)
	case info.IsDir():
		return exitError{exitFailed, fmt.Errorf("%s is a directory: name a file in it", s.path)}
	case !info.Mode().IsRegular():
		return nil // a pipe or a device: there is nothing to complete
	}
	if s.base, err = (profileFile{path: s.path}).read(); err != nil {
		return readError(s.path, err)
	}
	return nil
}

// settle takes the answers of --set.
func (s *starting) settle() error {
	var wrong []error
	for _, assignment := range s.o.set {
		key, value, ok := strings.Cut(assignment, "=")
		switch {
		case !ok:
			wrong = append(wrong, usage("--set wants key=value, not %q", assignment))
		case s.draft.Question(key) == nil:
			wrong = append(wrong, s.unknownKey(key))
		case s.draft.Given(key):
			wrong = append(wrong, usage("%s has a value for %s already: change it there, or begin anew with --force", s.path, key))
		default: // given twice, the last one counts
			s.draft.Set(key, value)
			s.settled[key] = true
		}
	}
	if len(wrong) > 0 {
		return errors.Join(wrong...)
	}
	if s.base != nil {
		return nil
	}
	if w := s.a.workflow; w != "" && w != defaultWorkflow {
		s.draft.Set("workflow", s.beside(w))
	}
	if len(s.a.overlays) > 0 {
		var folders []string
		for _, o := range s.a.overlays {
			folders = append(folders, s.beside(o))
		}
		s.draft.Set("overlays", strings.Join(folders, ", "))
	}
	return nil
}

func (s *starting) unknownKey(key string) error {
	hint := "the schema lists the keys: runbook schema"
	switch near := s.draft.Suggest(key); {
	case key == "workflow":
		hint = "name the workflow with --workflow"
	case key == "overlays":
		hint = "name each with --overlay"
	case key == "people":
		hint = "name the role, such as people.global-admin"
	case near != "":
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return usage("--set: there is no question %q: %s", key, hint)
}

// beside is a folder as a profile names it: relative to itself. The ID of a
// built-in workflow stays what it is.
func (s *starting) beside(folder string) string {
	if _, err := os.Stat(folder); err != nil || slices.Contains(builtInWorkflows(), folder) || filepath.IsAbs(folder) || s.path == "" || s.path == "-" {
		return filepath.ToSlash(folder)
	}
	rel, err := filepath.Rel(filepath.Dir(s.path), folder)
	if err != nil {
		return filepath.ToSlash(folder)
	}
	return filepath.ToSlash(rel)
}

// asker is who asks, nil where nobody is to be asked.
func (s *starting) asker() asker {
	switch {
	case s.o.lines:
		return newLineAsker(s)
	case s.o.defaults || !onTerminal(s.a.stdin) || !onTerminal(s.a.stderr):
		return nil
	case s.a.getenv("ACCESSIBLE") != "" || s.a.getenv("TERM") == "dumb":
		return newLineAsker(s)
	}
	return screen{s}
}

// onTerminal reports whether a stream is one on which somebody can be asked.
func onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

func (s *starting) nothingToAsk() bool {
	return s.base != nil && !slices.ContainsFunc(s.draft.Questions(), func(q *generator.Question) bool {
		return !s.draft.Given(q.Key) && s.draft.Asks(q, generator.LevelEverything)
	})
}
