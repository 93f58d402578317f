package main

import (
	"fmt"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output"
	"runbook/output/record"
	"runbook/output/words"
)

// altered lists what the runbook says and a filled copy of it does not: what
// somebody has changed in its words. It makes the form anew to see it, so it can
// tell of forms that this very program made from the profile and workflow of
// today.
func (r *recording) altered(t *recordTarget, from record.Origin, c record.Copy, ext string, data []byte) ([]string, error) {
	if c.Filled() == 0 || c.Digest != from.Runbook.Digest {
		return nil, nil
	}
	is, err := record.ReadWording(ext, data)
	if err != nil {
		return nil, err
	}
	if !isDay(is.Date) || is.Program != programText() {
		return nil, nil // it does not say when it was made, or another program made it
	}
	if ext == ".pdf" && c.Shown >= 0 {
		return nil, nil // what it was printed with moves the lines of its pages
	}
	blank, err := t.blank(from, c.Role, is.Date)
	if err != nil {
		return nil, err
	}
	format, _ := output.FormatNamed(strings.TrimPrefix(ext, "."))
	made, _, err := format.Render(blank, output.Options{Paper: is.Paper})
	if err != nil {
		return nil, err
	}
	form, err := record.ReadWording(ext, made)
	if err != nil {
		return nil, err
	}
	return is.Missing(form), nil
}

// blank is the runbook that a copy was made from, on the day that it speaks of.
func (t *recordTarget) blank(from record.Origin, role, day string) (*generator.Runbook, error) {
	for _, m := range t.made {
		switch {
		case m.rb != from.Runbook:
		case role != "" && m.profile.workflow.Role(role) != nil:
			return m.profile.sheet(day, role)
		default:
			rb, err := m.profile.runbook(day)
			if err == nil {
				rb.ID = m.rb.ID
			}
			return rb, err
		}
	}
	return nil, fmt.Errorf("no profile gives the digest %q", from.Runbook.Digest)
}

// wordingLines says what is altered in a copy, in one line.
func wordingLines(altered []string) []string {
	if len(altered) == 0 {
		return nil
	}
	const most, room = 3, 80
	var list []string
	for i, s := range altered {
		if i == most {
			list = append(list, "and more")
			break
		}
		if cut := []rune(s); len(cut) > room {
			s = string(cut[:room]) + "…"
		}
		list = append(list, strconv.Quote(s))
	}
	return []string{"its words are not those of the runbook in " + words.Count(len(altered), "place") + ": " + strings.Join(list, ", ")}
}
