package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"runbook/generator"
	"runbook/output/words"
)

type explainOptions struct {
	whyNot  string
	format  string
	date    string
	verbose bool
}

func newExplainCommand(a *app) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain PROFILE [ITEM]",
		Short: "Say why each item is in the runbook, and why each other step is not",
		Long: `Says for each item of the runbook why it is in, and for each step that is left out which value of the profile kept it out and
what would bring it in. With ITEM it says everything about one: the condition in words, the values that decided, who does it
and who stands in, what it needs, and sources; with --verbose also the condition as the workflow has it, the IDs of its facts, and
neighbours that are not in this runbook.

ITEM is a key (cmg-setup/create-cmg, or create-cmg for short) or the number of an item (4.1).`,
		Example:           "  runbook explain contoso.yaml\n  runbook explain contoso.yaml 4.1\n  runbook explain contoso.yaml create-cmg\n  runbook explain contoso.yaml --why-not create-bulk-token",
		ValidArgsFunction: a.completeItems,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usage("%s wants a profile, and perhaps an item\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return noneEmpty(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.explain(args, o) },
	}
	cmd.Flags().StringVar(&o.whyNot, "why-not", "", "say only why the step with this `key` is left out, and what would bring it in")
	cmd.Flags().StringVarP(&o.format, "format", "f", "text", "text or json")
	dateFlag(cmd, &o.date, "the day the runbook speaks of")
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "also what only authors of the workflow want to know")
	complete(cmd, "format", oneOf("text", "json"))
	complete(cmd, "why-not", a.completeSteps)
	return cmd
}

// completeSteps offers the steps of the profile's workflow for --why-not.
func (a *app) completeSteps(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) != 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeItems(cmd, args, typed)
}

func (a *app) explain(args []string, o explainOptions) error {
	if o.format != "text" && o.format != "json" {
		return usage("unknown format %q: text or json", o.format)
	}
	if o.whyNot != "" && len(args) == 2 {
		return usage("name the item once: %s or --why-not %s", args[1], o.whyNot)
	}
	c, date, err := a.oneProfile("explain", args[0], o.date)
	if err != nil {
		return err
	}
	x, err := generator.NewExplainer(c.workflow, c.profile, date)
	if err != nil {
		return fmt.Errorf("%s: %w", c.file.name(), err)
	}
	item := o.whyNot
	if len(args) == 2 {
		item = args[1]
	}
	var steps []generator.Explanation
	if item == "" {
		steps = x.All()
	} else {
		key, near := x.Find(item)
		if key == "" {
			return unknownItem(item, near, c.file.name())
		}
		steps = []generator.Explanation{x.Step(key)}
	}
	if o.format == "json" {
		return a.explainJSON(x.Runbook(), steps)
	}
	out := bufio.NewWriter(a.stdout)
	t := explainText{out, o.verbose}
	switch {
	case item == "":
		t.all(x.Runbook(), steps)
	case o.whyNot != "":
		t.whyNot(steps[0])
	default:
		t.one(steps[0])
	}
	return out.Flush()
}

func unknownItem(item, near, profile string) error {
	hint := fmt.Sprintf("run %q for the list", "runbook explain "+profile)
	if near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return usage("the workflow has no item %q: %s", item, hint)
}

// oneProfile reads and checks the one profile that a command is about, and
// prints its errors. Warnings say nothing here that the result does not say.
func (a *app) oneProfile(command, arg, dateFlag string) (c checked, date string, err error) {
	if date, err = a.date(dateFlag); err != nil {
		return c, "", err
	}
	files, err := a.profileFiles([]string{arg})
	if err != nil {
		return c, "", err
	}
	if len(files) > 1 {
		return c, "", usage("%s takes one profile; %s has %d", command, arg, len(files))
	}
	if c, err = newLoader(a).check(files[0], date); err != nil {
		return c, "", err
	}
	if errs := errorsOnly(c.problems); len(errs) > 0 {
		a.printProblems(errs)
		return c, "", exitError{code: exitFailed}
	}
	return c, date, nil
}

// explainText lays explanations out for a terminal.
type explainText struct {
	*bufio.Writer
	verbose bool
}

func (t explainText) all(rb *generator.Runbook, steps []generator.Explanation) {
	fmt.Fprintf(t, "%s: %s\n", rb.Title, whatIsIn(rb, steps))
	section := ""
	var list sourceList
	for _, e := range steps {
		if title := sectionTitle(e); title != section {
			section = title
			fmt.Fprintf(t, "\n%s\n", section)
		}
		number := e.Number
		if number == "" {
			number = "-"
		}
		fmt.Fprintf(t, "  %-5s %s  [%s]\n", number, e.Title, shortKey(e.Key))
		lines := []string{verdict(e)}
		if by := decidedBy(e); by != "" {
			lines = append(lines, by)
		}
		if !e.In {
			lines = append(lines, turnaround(e)...)
		}
		if read := list.numbers(e.Sources); read != "" {
			lines = append(lines, read)
		}
		for _, line := range lines {
			fmt.Fprintf(t, "        %s\n", line)
		}
	}
	list.print(t)
}

func (t explainText) whyNot(e generator.Explanation) {
	if e.In {
		fmt.Fprintf(t, "%s is in the runbook: %s %s.\n%s\n", e.Key, e.Number, e.Title, verdict(e))
		return
	}
	fmt.Fprintf(t, "%s: %s\n%s\n", e.Key, e.Title, verdict(e))
	for _, line := range turnaround(e) {
		fmt.Fprintln(t, line)
	}
}

func (t explainText) one(e generator.Explanation) {
	fmt.Fprintf(t, "%s\n%s, %s\n\n%s\n", strings.TrimSpace(e.Number+" "+e.Title), e.Key, sectionTitle(e), verdict(e))
	if e.Company != "" {
		fmt.Fprintf(t, "It is a company step of %s.\n", e.Company)
	}
	for _, line := range turnaround(e) {
		fmt.Fprintln(t, line)
	}
	switch {
	case e.Source != "" && t.verbose:
		t.list("Condition", []string{e.Condition, "as written: " + e.Source})
	case e.Source != "":
		t.list("Condition", []string{e.Condition})
	}
	var values []string
	for _, v := range e.Values {
		where := ""
		if v.Given && v.Pos.File != "" {
			where = fmt.Sprintf(" (%s)", v.Pos)
		}
		values = append(values, valueText(v)+where+map[bool]string{false: ", did not matter here"}[v.Decided])
	}
	t.list("Values", values)
	if e.RoleTitle != "" {
		who := e.RoleTitle + ": " + words.People(e.People)
		if e.StandsIn != "" {
			who += fmt.Sprintf(" (%s, stands in: nobody is named under people.%s)", e.StandsInTitle, e.Role)
		}
		t.list("Who", append([]string{who}, companionNames(e.With)...))
	}
	if e.Minutes > 0 || e.Wait.Text != "" {
		t.list("Time", []string{timeNeeded(e)})
	}
	t.list("Needs", t.states(e.Needs))
	t.list("Needed by", t.states(e.NeededBy))
	if t.verbose {
		t.facts(e)
	}
	var sources []string
	for _, src := range e.Sources {
		line := sourceTitle(src)
		if src.URL != "" {
			line += "\n    " + src.URL
		}
		sources = append(sources, line)
	}
	t.list("Sources", sources)
}

func (t explainText) facts(e generator.Explanation) {
	var facts []string
	if len(e.Facts) > 0 {
		facts = append(facts, strings.Join(e.Facts, ", "))
	}
	if len(e.ConditionFacts) > 0 {
		facts = append(facts, "of the condition: "+strings.Join(e.ConditionFacts, ", "))
	}
	t.list("Facts", facts)
}

func (t explainText) list(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(t, "\n%s\n", title)
	for _, l := range lines {
		fmt.Fprintf(t, "  %s\n", l)
	}
}

func (a *app) explainJSON(rb *generator.Runbook, steps []generator.Explanation) error {
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(toExplainJSON(rb, steps))
}

// companionNames says who takes part beside the role of an item.
func companionNames(list []generator.Companion) []string {
	var out []string
	for _, c := range list {
		how := "with the "
		if c.OnCall {
			how = "within reach: "
		}
		out = append(out, how+c.Title+": "+words.People(c.People))
	}
	return out
}
