package main

import (
	"errors"
	"slices"
	"strings"

	"runbook/generator"
)

// answer hands what is typed to the draft.
func (f *formField) answer() {
	if f.q == nil {
		return
	}
	text := strings.TrimSpace(f.text)
	if f.q.Field != nil && f.q.Field.Type == generator.TypeChoices {
		text = strings.Join(f.list, ", ")
		if text == "" && f.q.Default() != "" {
			text = "[]" // nothing is chosen, which is another thing than the default
		}
	}
	f.form.draft.Set(f.q.Key, text)
}

// margin is what the form puts in front of a line, and behind it.
const margin = 3

// comment shows below the title what the question is, and what the rules say
// of the answer so far. Both can depend on other answers.
func (f *formField) comment() {
	if f.q == nil {
		return
	}
	f.entitle(f.title())
	text := questionHelp(f.form.draft, f.q)
	if !f.seen || f.input && strings.TrimSpace(f.text) == "" {
		f.describe(wrapWords(text, f.form.width-margin, 0))
		return
	}
	for _, p := range f.form.draft.ProblemsOf(f.q.Key) {
		text += "\n" + problemMark(p) + inFormWords(f.form.draft, p).Message
	}
	f.describe(wrapWords(strings.TrimPrefix(text, "\n"), f.form.width-margin, 0))
}

func problemMark(p generator.Problem) string {
	if p.Severity == generator.Warn {
		return "Note: "
	}
	return "✗ "
}

// refusal is why the person cannot go on with this answer: it is wrong
// itself, or makes an earlier one wrong.
func (f *formField) refusal() error {
	if !f.judging || f.q == nil {
		return nil
	}
	f.answer()
	d := f.form.draft
	own := errorsOnly(d.ProblemsOf(f.q.Key))
	for _, p := range d.Problems() {
		if p.Severity == generator.Error && !slices.Contains(f.known, p.Message) && !slices.Contains(own, p) && !f.form.comesAfter(p, f) {
			own = append(own, p)
		}
	}
	if len(own) == 0 {
		return nil
	}
	return errors.New(wrapWords(refused(d, own[0]), f.form.width, 0))
}

// refused is a problem as the form says it.
func refused(d *generator.Draft, p generator.Problem) string {
	p = inFormWords(d, p)
	text := p.Message
	if p.Rule != "" {
		text = p.Rule + ": " + text
	}
	if p.Hint != "" {
		text += "\n" + p.Hint
	}
	return text
}

// comesAfter reports whether a problem is one of a question that is still to
// be asked.
func (form *initForm) comesAfter(p generator.Problem, f *formField) bool {
	at := slices.Index(form.fields, f)
	return slices.ContainsFunc(form.fields[at+1:], func(later *formField) bool {
		return later.asked() && (p.At == later.q.Key || slices.Contains(form.draft.ProblemsOf(later.q.Key), p))
	})
}
