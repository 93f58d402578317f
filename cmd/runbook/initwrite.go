package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"runbook/generator"
	"runbook/output"
)

// answer writes the profile without asking anything.
func (s *starting) answer() error {
	s.draft.Complete(s.level, func(key string) bool { return s.settled[key] })
	var missing, wrong []string
	for _, p := range s.draft.Problems() {
		if p.Severity != generator.Error {
			continue
		}
		if q := s.draft.Question(p.At); q != nil && s.unanswered(q.Key) {
			missing = append(missing, "\t--set "+p.At+"=...\t"+questionTitle(q))
			continue
		}
		line := p.Message
		if p.Rule != "" {
			line = "error[" + p.Rule + "]: " + line
		}
		if p.Hint != "" {
			line += "\n\thint: " + p.Hint
		}
		wrong = append(wrong, line)
	}
	if len(wrong) > 0 {
		return exitError{exitFailed, errors.New("nothing is written:\n" + strings.Join(wrong, "\n"))}
	}
	if len(missing) > 0 {
		return usage("nothing is written; these have no default:\n%s", strings.Join(missing, "\n"))
	}
	rb, err := s.draft.Runbook()
	if err != nil {
		return err
	}
	written, err := s.write()
	if err != nil {
		return err
	}
	if !s.a.quiet {
		fmt.Fprint(s.a.stderr, summary(rb, s.width()))
		s.report(written)
	}
	return nil
}

// report says what was written and what comes next.
func (s *starting) report(written []string) {
	for _, w := range written {
		fmt.Fprintf(s.a.stderr, "wrote %s\n", w)
	}
	if len(written) > 0 {
		fmt.Fprintf(s.a.stderr, "next: runbook render %s -f pdf -o out/\n", shellWord(s.path))
	}
}

// shellWord is a path as every shell takes it for one word.
func shellWord(path string) string {
	if strings.ContainsFunc(path, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`._-/\:`, r)
	}) {
		return `"` + path + `"`
	}
	return path
}

func (s *starting) unanswered(key string) bool {
	text, _ := s.draft.Answered(key)
	return text == "" && !s.draft.Given(key)
}

func questionTitle(q *generator.Question) string {
	if q.Role != nil {
		return q.Role.Title
	}
	return q.Field.Title
}

// write puts the profile on disk, and the schema beside a new one.
func (s *starting) write() (written []string, err error) {
	if s.base != nil {
		data, err := s.draft.Edited()
		if err != nil {
			return nil, err
		}
		return []string{s.path}, s.a.write(output.File{Path: s.path, Data: data})
	}
	if s.path == "" {
		organization, _ := s.draft.Answered("organization")
		s.path = fileName(organization)
		if _, err := os.Stat(s.path); err == nil && !s.o.force {
			return nil, exitError{exitFailed, fmt.Errorf("%s exists: run %q to complete it, or begin anew with --force", s.path, "runbook init "+s.path)}
		}
	}
	organization, _ := s.draft.Answered("organization")
	head := []string{
		fmt.Sprintf("Profile of %s for the workflow %s: %s.", organization, s.workflow.ID, generator.LowerFirst(s.workflow.Title)),
		fmt.Sprintf("Check it with \"runbook check %[1]s\"; make the runbook with \"runbook render %[1]s\".", filepath.Base(s.name())),
		"A key behind a # has no answer yet; what stands there is its default or an example.",
	}
	if s.path == "-" {
		_, err := s.a.stdout.Write(s.draft.New(head...))
		return nil, err
	}
	files := []output.File{{Path: s.path}}
	written = []string{s.path}
	if s.o.schema {
		file := s.workflow.ID + ".schema.json"
		head = append([]string{"yaml-language-server: $schema=" + file}, head...)
		schema := output.File{Path: filepath.Join(filepath.Dir(s.path), file), Data: s.workflow.ProfileSchema()}
		if differs, err := schema.Differs(); err == nil && differs {
			files = append(files, schema)
			written = append(written, schema.Path+", the schema for editors")
		}
	}
	files[0].Data = s.draft.New(head...)
	return written, s.a.write(files...)
}

// fileName names a profile after its organization, in letters that every
// system and every shell takes: soehne for Söhne, cafe for Café.
func fileName(organization string) string {
	plain := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th")
	var b strings.Builder
	dash := false
	for _, r := range norm.NFD.String(plain.Replace(norm.NFC.String(strings.ToLower(organization)))) {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if dash && b.Len() > 0 {
				b.WriteByte('-')
			}
			dash = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r): // an accent, taken off its letter
		default:
			dash = true
		}
	}
	if b.Len() == 0 {
		return "profile.yaml"
	}
	if generator.Reserved(b.String()) {
		return "profile-" + b.String() + ".yaml"
	}
	return b.String() + ".yaml"
}
