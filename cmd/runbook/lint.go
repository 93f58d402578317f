package main

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
	"runbook/output/lint"
	"runbook/output/markdown"
	"runbook/workflows"

	"github.com/spf13/cobra"
)

func newLintCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "lint [DIR]",
		Short: "Prove that a workflow, or the built-in ones, are sound",
		Long: `Finds every fault of a workflow, or of an overlay laid over one, each with its place: files and keys that nobody reads, names in
conditions and texts that do not exist, needs that lead nowhere, backwards or in a circle, roles that nobody might hold, terms
that are not explained, facts that are lost.

Where there are none, it looks for profiles, from the samples in profiles/ on, until every step is in the runbook of one that the
rules accept, and proves that each step comes with the steps it needs, that every text can be made, and that the Markdown is clean
under markdownlint's default rules, by the names it gives them (MDnnn). Items without reason, time, evidence or checks are pointed out,
fields and values that nothing reads, and rules that can never fire, where that can be proved.`,
		Example: "  runbook workflow lint\n  runbook workflow lint my-workflow/\n  runbook workflow lint -w cmg-setup --overlay company/",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("%s takes one folder\nusage: %s", cmd.CommandPath(), cmd.UseLine())
			}
			return nil
		},
		ValidArgsFunction: completeFolders,
		RunE:              func(_ *cobra.Command, args []string) error { return a.lintWorkflows(args) },
	}
}

func (a *app) lintWorkflows(args []string) error {
	ids := builtInWorkflows()
	switch {
	case len(args) > 0:
		ids = args
	case a.workflow != "":
		ids = []string{a.workflow}
	case len(a.overlays) > 0:
		ids = []string{defaultWorkflow}
	}
	overlays, err := overlayLayers(a.overlays)
	if err != nil {
		return err
	}
	var all generator.Problems
	for _, id := range ids {
		base, _, err := workflowLayer(id, ".")
		if err != nil {
			return err
		}
		w, ps := generator.Lint(base, overlays...)
		if over := overlayAlone(w, base.FS); len(over) > 0 {
			return usage("%s has no workflow.yaml with a title, as an overlay over %s has none: check that with %q", id, strings.Join(over, " or "), fmt.Sprintf("runbook workflow lint -w %s --overlay %s", over[0], id))
		}
		shown := 0
		if ps.Errors() == 0 {
			proof, err := stoppable(a.ctx, func() (*generator.Proof, error) { return a.prove(w, base, overlays) })
			if err != nil {
				return err
			}
			shown = len(proof.Runbooks)
			ps = append(append(ps, proof.Problems...), w.Unread()...).Sorted()
		}
		all = append(all, ps...)
		if ps.Errors() == 0 {
			fmt.Fprintf(a.stdout, "%s: %s, %s, %s, %s in %s: sound\n", id,
				count(len(w.Fields), "field"), count(len(w.Values), "value"), count(len(w.Rules), "rule"), count(len(w.Steps()), "step"), count(shown, "runbook"))
		}
	}
	a.printProblems(all)
	if all.Errors() > 0 {
		return exitError{code: exitFailed}
	}
	return nil
}

// overlayAlone reports whether a folder is no workflow but an overlay, from
// which nearly everything is missing, and over which built-in ones it may lie.
func overlayAlone(w *generator.Workflow, folder fs.FS) (over []string) {
	if w.Title == "" && slices.Contains(builtInWorkflows(), w.ID) {
		return []string{w.ID}
	}
	if _, err := fs.Stat(folder, "workflow.yaml"); err == nil {
		return nil
	}
	for _, id := range builtInWorkflows() {
		sections, _ := fs.Glob(workflows.FS, id+"/*/index.yaml") // the pattern is sound
		if slices.ContainsFunc(sections, func(index string) bool {
			_, err := fs.Stat(folder, path.Base(path.Dir(index)))
			return err == nil
		}) {
			over = append(over, id)
		}
	}
	return over
}

// prove proves a workflow with the sample profiles of all its layers. The day
// is that on which its facts were checked, so that the answer is the same on
// every other.
func (a *app) prove(w *generator.Workflow, base generator.Layer, overlays []generator.Layer) (*generator.Proof, error) {
	date, err := a.date(w.Verified)
	if err != nil {
		date, err = a.today()
	}
	if err != nil {
		return nil, err
	}
	var samples []generator.Sample
	layers := append([]generator.Layer{base}, overlays...)
	for i, layer := range layers {
		more, err := samplesIn(layer, i == len(layers)-1)
		if err != nil {
			return nil, err
		}
		samples = append(samples, more...)
	}
	proof := w.Prove(date, samples)
	proof.Problems = append(proof.Problems, strangeSamples(w, base, samples)...)
	problems := make([]generator.Problems, len(proof.Runbooks))
	var all sync.WaitGroup
	room := make(chan struct{}, maxWorkers())
	for i, rb := range proof.Runbooks {
		room <- struct{}{}
		all.Go(func() {
			problems[i] = lintRunbook(w, rb)
			<-room
		})
	}
	all.Wait()
	proof.Problems = slices.Concat(append(problems, proof.Problems)...)
	return proof, nil
}

func samplesIn(layer generator.Layer, own bool) ([]generator.Sample, error) {
	names, err := fs.Glob(layer.FS, "profiles/*.yaml")
	if err != nil {
		return nil, err
	}
	var samples []generator.Sample
	for _, name := range names {
		data, err := fs.ReadFile(layer.FS, name)
		if err != nil {
			return nil, readError(name, err)
		}
		samples = append(samples, generator.Sample{Name: path.Join(layer.Place(), name), Data: data, Own: own})
	}
	return samples, nil
}

// strangeSamples are those that say that they are profiles of another workflow,
// as which all other commands read them.
func strangeSamples(w *generator.Workflow, base generator.Layer, samples []generator.Sample) generator.Problems {
	var ps generator.Problems
	for _, s := range samples {
		text := generator.ReadProfile(s.Name, s.Data)
		id, _ := text.Peek("workflow")
		if !s.Own || id == "" || id == w.ID || sameFolder(path.Join(path.Dir(s.Name), id), base.Place()) {
			continue
		}
		ps = append(ps, generator.Problem{
			Pos: text.At("workflow", 0), Message: fmt.Sprintf("the sample is a profile of the workflow %q, not of %q", id, w.ID),
			Hint: "write workflow: with the ID of a built-in workflow, or the folder as seen from the sample, such as ..",
		})
	}
	return ps
}

var itemHeading = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^### (\S+) `) })

// lintRunbook holds the Markdown of a runbook against the rules of
// markdownlint, and finds in the workflow what breaks them.
func lintRunbook(w *generator.Workflow, rb *generator.Runbook) generator.Problems {
	data := markdown.Render(rb)
	ps := gaps(w, rb)
	findings := lint.Markdown(data)
	if len(findings) == 0 {
		return ps
	}
	steps := map[string]string{} // by number
	for _, it := range rb.Items() {
		steps[it.Number] = path.Base(it.Key)
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			steps[e.Number] = path.Base(e.Key)
		}
	}
	lines := strings.Split(string(data), "\n")
	for _, f := range findings {
		at := lineWithText(lines, min(f.Line, len(lines))-1, -1)
		above, below := lineWithText(lines, at-1, -1), lineWithText(lines, at+1, +1)
		step := ""
		for i := at; i >= 0 && step == "" && !strings.HasPrefix(lines[i], "## "); i-- {
			if m := itemHeading().FindStringSubmatch(lines[i]); m != nil {
				step = steps[m[1]]
			}
		}
		ps = append(ps, generator.Problem{Pos: w.Locate(step, lines[above], lines[at], lines[below]), Rule: f.Rule, Message: f.Message, Hint: f.Hint})
	}
	return ps
}

// gaps are items that lack what every other one tells its reader.
func gaps(w *generator.Workflow, rb *generator.Runbook) generator.Problems {
	var ps generator.Problems
	for _, it := range rb.Items() {
		var missing []string
		for _, part := range []struct {
			name string
			gone bool
		}{{"why", it.Why == ""}, {"evidence", it.Evidence == ""}, {"minutes", it.Minutes == 0}, {"## Verify", len(it.Verify) == 0}, {"wait_for", it.Wait.Minutes > 0 && it.Wait.Why == ""}} {
			if part.gone {
				missing = append(missing, part.name)
			}
		}
		if len(missing) > 0 {
			ps = append(ps, generator.Problem{
				Severity: generator.Warn, Pos: w.Locate(path.Base(it.Key), "", "", ""),
				Message: "the step has no " + strings.Join(missing, ", no "), Hint: "whoever carries it out looks for that",
			})
		}
	}
	return ps
}

// lineWithText is the nearest line that is not blank, from one on in a
// direction.
func lineWithText(lines []string, at, step int) int {
	at = min(max(at, 0), len(lines)-1)
	for at+step >= 0 && at+step < len(lines) && strings.TrimSpace(lines[at]) == "" {
		at += step
	}
	return at
}
