package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"charm.land/huh/v2"

	"runbook/generator"
)

// asker puts questions to a person, on a screen or line by line.
type asker interface {
	// ask goes through a form, which notes whether the person stopped.
	ask(ctx context.Context, form *initForm) error
	// choose shows a text and asks one question; answered is false if the
	// person stopped instead.
	choose(ctx context.Context, above, title string, options []huh.Option[string]) (value string, answered bool, err error)
}

var errStopped error = exitError{exitFailed, errors.New("stopped; nothing is written")}

// What a person may want at the end, and when about to stop.
const (
	wishWrite = "write"
	wishBack  = "back"
	wishStop  = "stop"
)

// ask asks until the person writes the profile or stops.
func (s *starting) ask(ctx context.Context, with asker) error {
	form := newInitForm(s.draft, s.level, s.settled)
	for {
		if err := with.ask(ctx, form); err != nil {
			return err
		}
		if form.aborted {
			if stop, err := s.stops(ctx, with); err != nil || stop {
				return cmp.Or(err, errStopped)
			}
			continue // where it was
		}
		s.draft.Complete(form.level(), func(key string) bool { return s.settled[key] })
		wish, err := s.confirm(ctx, with)
		switch {
		case err != nil:
			return err
		case wish == wishWrite:
			written, err := s.write()
			if err != nil {
				return err
			}
			s.report(written)
			return nil
		case wish == wishStop:
			return errStopped
		}
		form = newInitForm(s.draft, form.level(), s.settled) // the answers are in the draft
	}
}

// confirm shows what the runbook will contain and asks what to do.
func (s *starting) confirm(ctx context.Context, with asker) (wish string, err error) {
	options := []huh.Option[string]{huh.NewOption("Go back to the questions; the answers stay", wishBack), huh.NewOption("Stop without writing anything", wishStop)}
	var above strings.Builder
	if errs := errorsOnly(s.draft.Problems()); len(errs) > 0 {
		for _, p := range errs {
			fmt.Fprintf(&above, "%s\n", wrapWords("  "+strings.ReplaceAll(refused(s.draft, p), "\n", "\n  "), s.width(), 2))
		}
	} else {
		rb, err := s.draft.Runbook()
		if err != nil {
			return "", err
		}
		above.WriteString(summary(rb, s.width()))
		target := s.path
		switch target {
		case "":
			organization, _ := s.draft.Answered("organization")
			target = fileName(organization)
		case toStdout:
			target = "the profile to standard output"
		}
		options = append([]huh.Option[string]{huh.NewOption("Write "+target, wishWrite)}, options...)
	}
	for {
		wish, answered, err := with.choose(ctx, above.String(), "What now?", options)
		if err != nil || answered {
			return wish, err
		}
		if stop, err := s.stops(ctx, with); err != nil || stop {
			return wishStop, err
		}
	}
}

// stops asks before answers are thrown away. Ctrl-C says yes.
func (s *starting) stops(ctx context.Context, with asker) (bool, error) {
	if !s.hasAnswers() {
		return true, nil
	}
	wish, answered, err := with.choose(ctx, "", "Stop? What you have answered is lost.", []huh.Option[string]{huh.NewOption("No, go on; the answers stay", wishBack), huh.NewOption("Yes, stop without writing anything", wishStop)})
	return wish == wishStop || !answered, err
}

// hasAnswers reports whether the person has answered anything in their own way.
func (s *starting) hasAnswers() bool {
	return slices.ContainsFunc(s.draft.Questions(), func(q *generator.Question) bool {
		text, _ := s.draft.Answered(q.Key)
		return text != "" && text != q.Default() && !s.settled[q.Key]
	})
}
