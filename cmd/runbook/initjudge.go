package main

import (
	"errors"
	"slices"
	"strings"

	"runbook/generator"
)

// answer hands what is typed to the draft.
func (f *formField) answer() {
	switch {
	case f.q == nil:
	case f.entries != nil:
		f.entries.answer()
	case f.part != nil:
		f.part.of.answer()
	default:
		f.form.draft.Set(f.q.Key, f.typed())
	}
}

// typed is the answer as text.
func (f *formField) typed() string {
	if f.q.Field == nil || f.q.Field.Type != generator.TypeChoices {
		return strings.TrimSpace(f.text)
	}
	if len(f.list) == 0 && f.q.Default() != "" {
		return "[]" // nothing is chosen, which is another thing than the default
	}
	return strings.Join(f.list, ", ")
}

// lowTerminal is how many lines of a terminal leave room for help beside the
// answers.
const lowTerminal = 16

// margin is what the form puts in front of a line, and behind it.
const margin = 3

// comment shows below the title what the question is, and what the rules say
// of the answer so far. Both can depend on other answers.
func (f *formField) comment() {
	low := f.form.height > 0 && f.form.height < lowTerminal // what there is to choose from is more needed than help
	if f.q == nil {
		f.describe(map[bool]string{false: levelHelp}[low])
		return
	}
	f.entitle(f.title())
	text := ""
	if !low {
		text = questionHelp(f.form.draft, f.q)
	}
	if f.several() {
		text = strings.TrimSpace(text + " Space chooses.")
	}
	if !f.seen || f.input && strings.TrimSpace(f.text) == "" {
		f.describe(wrapWords(text, f.form.width-margin, 0))
		return
	}
	for _, p := range f.problems() {
		if p.Severity == generator.Error && f.Error() != nil {
			continue // it stands below already
		}
		text += "\n" + problemMark(p) + inFormWords(f.form.draft, p).Message
	}
	f.describe(wrapWords(strings.TrimPrefix(text, "\n"), f.form.width-margin, 0))
}

// problems is what is wrong or remarkable with the answer.
func (f *formField) problems() generator.Problems {
	if n, _ := f.entries.number(); n > 0 {
		return nil // the entries are still to come
	}
	if f.part != nil {
		return f.part.problems(f)
	}
	return f.form.draft.ProblemsOf(f.q.Key)
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
	if err := f.entries.refusal(); err != nil {
		return err
	}
	d := f.form.draft
	own := errorsOnly(f.problems())
	if f.part != nil && !f.part.last(f) && len(own) == 0 {
		return nil // the rest of the entries is still to come
	}
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
		if later.part != nil {
			return later.asked() && slices.Contains(form.draft.ProblemsOf(later.part.of.count.q.Key), p)
		}
		return later.asked() && (p.At == later.q.Key || slices.Contains(form.draft.ProblemsOf(later.q.Key), p))
	})
}
