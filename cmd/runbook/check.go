package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"runbook/generator"

	"github.com/spf13/cobra"
)

type checkOptions struct {
	strict bool
	date   string
	format string
}

func newCheckCommand(a *app) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:     "check PROFILE...",
		Short:   "Report every problem of every profile, with its remedy",
		Long:    "Reports every problem of every profile at once, with position and remedy. Writes nothing.",
		Example: "  runbook check contoso.yaml\n  runbook check profiles/ --strict",
		Args:    needProfiles,

		ValidArgsFunction: completeProfiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.check(cmd, args, o)
		},
	}
	cmd.Flags().BoolVar(&o.strict, "strict", false, "warnings count as errors for the exit code")
	dateFlag(cmd, &o.date, "the day to judge for")
	cmd.Flags().StringVarP(&o.format, "format", "f", "text", "text, json, or github (annotations of GitHub Actions)")
	complete(cmd, "format", oneOf("text", "json", "github"))
	return cmd
}

func (a *app) check(cmd *cobra.Command, args []string, o checkOptions) error {
	date, err := a.date(o.date)
	if err != nil {
		return err
	}
	switch o.format {
	case "text", "json", "github":
	default:
		return usage("unknown format %q: text, json or github", o.format)
	}
	files, err := a.profileFiles(args)
	if err != nil {
		return err
	}
	all, err := a.checkAll(cmd, files, date)
	switch o.format {
	case "json":
		if jsonErr := a.problemsJSON(all); jsonErr != nil {
			return jsonErr
		}
	case "github":
		a.problemsGitHub(all)
	default:
		if o.strict { // what fails the check is said
			a.printAll(all)
		} else {
			a.printProblems(all)
		}
	}
	if err != nil {
		return err
	}
	if all.Errors() > 0 || o.strict && len(all) > 0 {
		return exitError{code: exitFailed}
	}
	return nil
}

// checkAll checks all profiles and returns their problems in order.
func (a *app) checkAll(cmd *cobra.Command, files []profileFile, date string) (generator.Problems, error) {
	type result struct {
		problems generator.Problems
		err      error
	}
	l := newLoader(a)
	var all generator.Problems
	var errs []error
	p := a.newProgress("checking", len(files))
	defer p.end()
	err := eachProfile(cmd.Context(), files, func(f profileFile) result {
		c, err := l.check(f, date)
		return result{c.problems, err}
	}, func(r result) {
		p.step()
		all = append(all, r.problems...)
		if r.err != nil {
			errs = append(errs, r.err)
		}
	})
	return dedupe(all), errors.Join(append(errs, err)...)
}

// dedupe drops repeats, which several profiles of one faulty workflow make.
func dedupe(ps generator.Problems) generator.Problems {
	seen := map[generator.Problem]bool{}
	out := ps[:0]
	for _, p := range ps {
		if !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	return out
}

func (a *app) problemsJSON(ps generator.Problems) error {
	type problem struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Severity string `json:"severity"`
		Rule     string `json:"rule,omitempty"`
		Key      string `json:"key,omitempty"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	out := struct {
		Problems []problem `json:"problems"`
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
	}{Problems: []problem{}, Errors: ps.Errors(), Warnings: len(ps) - ps.Errors()}
	for _, p := range ps {
		out.Problems = append(out.Problems, problem{p.Pos.File, p.Pos.Line, p.Pos.Column, p.Severity.String(), p.Rule, p.At, p.Message, p.Hint})
	}
	e := json.NewEncoder(a.stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// problemsGitHub writes workflow commands that GitHub Actions shows at the
// line.
func (a *app) problemsGitHub(ps generator.Problems) {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range ps {
		title := p.Rule
		if title == "" {
			title = "runbook"
		}
		message := p.Message
		if p.Hint != "" {
			message += "\nhint: " + p.Hint
		}
		fmt.Fprintf(a.stdout, "::%s file=%s,line=%d,col=%d,title=%s::%s\n", p.Severity, property.Replace(p.Pos.File), p.Pos.Line, p.Pos.Column, property.Replace(title), escape.Replace(message))
	}
}
