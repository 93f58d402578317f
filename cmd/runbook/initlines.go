package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"charm.land/huh/v2"

	"runbook/generator"
)

// lineAsker asks the questions of the form one after the other in plain lines,
// for screen readers and for terminals that can do nothing else.
type lineAsker struct {
	out   io.Writer
	width int           // of the terminal, 0 for none
	echo  bool          // no terminal shows what is typed
	typed <-chan string // closed where the input ends
}

const linesHelp = `Each question waits for one line. Enter alone takes what stands in brackets.
  -  leaves the answer open
  <  goes back, and the answers stay
  ?  says all this, and the question again
Ctrl-C stops and writes nothing.
`

var errInputEnds error = exitError{exitFailed, errors.New("the input ends before the last question; nothing is written")}

func newLineAsker(s *starting) *lineAsker {
	typed := make(chan string)
	go func() {
		defer close(typed)
		for r := bufio.NewReader(s.a.stdin); ; {
			line, err := r.ReadString('\n')
			if err == nil || line != "" {
				typed <- line
			}
			if err != nil {
				return
			}
		}
	}()
	return &lineAsker{out: s.a.stderr, width: s.width(), echo: !onTerminal(s.a.stdin), typed: typed}
}

func (l *lineAsker) say(text string) { fmt.Fprint(l.out, wrapWords(text, l.width, 4)) }

// read is the next line that somebody types, without what a terminal would
// take for a command.
func (l *lineAsker) read(ctx context.Context, prompt string) (string, error) {
	fmt.Fprint(l.out, prompt)
	select {
	case <-ctx.Done():
		fmt.Fprintln(l.out)
		return "", errStopped
	case line, ok := <-l.typed:
		if !ok {
			fmt.Fprintln(l.out)
			return "", errInputEnds
		}
		line = strings.TrimSpace(plainly(line))
		if l.echo {
			fmt.Fprintln(l.out, line)
		}
		return line, nil
	}
}

func plainly(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\t' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

func (l *lineAsker) ask(ctx context.Context, form *initForm) error {
	l.say(linesHelp)
	var page *formField // the first field of the page
	for i := 0; i < len(form.fields); {
		f := form.fields[i]
		if !f.asked() {
			i++
			continue
		}
		if f.page[0] != page {
			page = f.page[0]
			shown := form.number()
			at := slices.IndexFunc(shown, func(p formPage) bool { return p.fields[0] == page })
			l.say("\n" + shown[at].title + "\n")
		}
		back, err := l.question(ctx, f)
		if err != nil {
			return err
		}
		switch {
		case !back:
			i++
		case i == 0:
			l.say("This is the first question.\n")
		default:
			i--
			for !form.fields[i].asked() { // the first one always is
				i--
			}
		}
	}
	return nil
}

// question asks until there is an answer that the rules take, or the person
// goes back.
func (l *lineAsker) question(ctx context.Context, f *formField) (back bool, err error) {
	f.note()
	l.say(f.inLines())
	for {
		line, err := l.read(ctx, f.prompt())
		switch {
		case err != nil:
			return false, err
		case line == "<":
			return true, nil
		case line == "?":
			l.say(linesHelp + f.inLines())
			continue
		}
		text, list := f.text, f.list
		refused := f.take(line)
		if refused == nil {
			f.judging = true
			refused = f.refusal()
			f.judging = false
		}
		if refused != nil {
			f.text, f.list = text, list
			f.answer()
			l.say("Not accepted: " + strings.ReplaceAll(refused.Error(), "\n", "\n  ") + "\n")
			continue
		}
		if f.q != nil {
			for _, p := range f.problems() {
				l.say(problemMark(p) + inFormWords(f.form.draft, p).Message + "\n")
			}
		}
		return false, nil
	}
}

// inLines is the question: title, help, and what there is to choose from.
func (f *formField) inLines() string {
	var b strings.Builder
	if f.q == nil {
		fmt.Fprintf(&b, "\n%s\n", levelTitle)
	} else {
		fmt.Fprintf(&b, "\n%s\n", f.title())
		if help := questionHelp(f.form.draft, f.q); help != "" {
			fmt.Fprintf(&b, "  %s\n", help)
		}
	}
	for i, o := range f.options {
		fmt.Fprintf(&b, "  %d. %s\n", i+1, o.Key)
	}
	if f.example != "" {
		fmt.Fprintf(&b, "  %s\n", generator.UpperFirst(f.example))
	}
	return b.String()
}

// prompt asks for the line, and says in brackets what Enter alone answers.
func (f *formField) prompt() string {
	what, now := "Answer", f.text
	if len(f.options) > 0 {
		what = "Number"
		var chosen []string
		for i, o := range f.options {
			if f.several() && slices.Contains(f.list, o.Value) || !f.several() && o.Value == f.text {
				chosen = append(chosen, strconv.Itoa(i+1))
			}
		}
		now = strings.Join(chosen, ", ")
		if f.several() {
			what = "Numbers, with commas"
			if now == "" {
				now = "none"
			}
		}
	}
	if now != "" {
		what += " [" + now + "]"
	}
	return what + ": "
}

// several reports whether more than one of the choices may be chosen.
func (f *formField) several() bool {
	return f.q != nil && f.q.Field != nil && f.q.Field.Type == generator.TypeChoices
}

// take makes a line the answer. An error says why it cannot be one.
func (f *formField) take(line string) error {
	switch {
	case line == "":
		return nil
	case f.several():
		f.list = []string{}
		for part := range strings.SplitSeq(line, ",") {
			if part = strings.TrimSpace(part); part == "" || line == "-" {
				continue
			}
			value, err := f.option(part)
			if err != nil {
				return err
			}
			if !slices.Contains(f.list, value) {
				f.list = append(f.list, value)
			}
		}
	case len(f.options) > 0:
		value, err := f.option(line)
		if err != nil {
			return err
		}
		f.text = value
	case line == "-":
		f.text = ""
	default:
		f.text = line
	}
	return nil
}

// option is the choice with a number, or the one that somebody wrote out.
func (f *formField) option(typed string) (string, error) {
	n, err := strconv.Atoi(typed)
	if err == nil && n >= 1 && n <= len(f.options) {
		return f.options[n-1].Value, nil
	}
	for _, o := range f.options {
		title, _, _ := strings.Cut(o.Key, ": ")
		if strings.EqualFold(typed, title) || strings.EqualFold(typed, o.Value) || typed == "-" && o.Value == "" {
			return o.Value, nil
		}
	}
	return "", fmt.Errorf("%q is none of the choices; a number from 1 to %d is wanted", typed, len(f.options))
}

func (l *lineAsker) choose(ctx context.Context, above, title string, options []huh.Option[string]) (value string, answered bool, err error) {
	f := &formField{options: options}
	fmt.Fprintf(l.out, "\n%s%s\n", above, title)
	for i, o := range options {
		fmt.Fprintf(l.out, "  %d. %s\n", i+1, o.Key)
	}
	for {
		line, err := l.read(ctx, "Number: ")
		if err != nil {
			return "", false, err
		}
		value, err := f.option(line)
		if err == nil {
			return value, true, nil
		}
		l.say("Not accepted: " + err.Error() + "\n")
	}
}
