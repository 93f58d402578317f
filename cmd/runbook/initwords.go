package main

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"runbook/generator"
)

// inFormWords says with titles of questions and choices what a problem says
// with the keys and values of a profile, which nobody sees in the form.
func inFormWords(d *generator.Draft, p generator.Problem) generator.Problem {
	questions := slices.Clone(d.Questions())
	// The longest first: one key can be the beginning of another.
	slices.SortStableFunc(questions, func(a, b *generator.Question) int { return len(b.Key) - len(a.Key) })
	for _, q := range questions {
		p.Message, p.Hint = retitled(q, p.Message), retitled(q, p.Hint)
	}
	p.Message, p.Hint = formWords.Replace(p.Message), formWords.Replace(p.Hint)
	p.Hint = personKeys().ReplaceAllString(p.Hint, personExample)
	return p
}

// personExample is a person as the form takes one.
const personExample = "Ann Lee <ann@example.com> @annlee"

var (
	formWords = strings.NewReplacer(
		"leave the key out and the runbook computes it", "leave it empty: the runbook computes it",
		"leave the key out", "leave it empty",
		"digits only, without quotes", "digits only",
	)
	personKeys = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[a-z-]+: \{name: [^}]*\}`) })
)

// retitled names one question by its title, and the choices beside its key by
// theirs. A choice elsewhere can be a word like any other.
func retitled(q *generator.Question, text string) string {
	if !strings.Contains(text, q.Key) {
		return text
	}
	key := `\b` + regexp.QuoteMeta(q.Key) + `\b`
	if !strings.Contains(q.Key, ".") {
		key = `^` + key // elsewhere it is a word like any other
	}
	title := `"` + questionTitle(q) + `"`
	text = strings.Replace(text, " is missing ("+questionTitle(q)+")", " is missing", 1)
	if q.Role != nil {
		text = regexp.MustCompile(key+`\.(email|github|name) `).ReplaceAllLiteralString(text, q.Key+": ")
	}
	const list = `[\w-]+(?:(?:, | and | or )[\w-]+)*`
	for _, beside := range []string{key + ` has (` + list + `)`, key + ` is (` + list + `)`, key + `: (` + list + `)`, key + ` "([\w-]+)"`, `(` + list + `) (?:to|out of) ` + key} {
		text = replaceGroup(regexp.MustCompile(beside), text, func(found string) string { return choiceTitles(q, found) })
	}
	text = regexp.MustCompile(`^`+regexp.QuoteMeta(q.Key)+` "`).ReplaceAllLiteralString(text, questionTitle(q)+` "`)
	return regexp.MustCompile(key).ReplaceAllLiteralString(text, title)
}

// replaceGroup replaces what the group of an expression matches, with quotes
// around it where there are some.
func replaceGroup(e *regexp.Regexp, text string, with func(string) string) string {
	at := e.FindStringSubmatchIndex(text)
	if at == nil {
		return text
	}
	from, to := at[2], at[3]
	said := with(text[from:to])
	if from > 0 && text[from-1] == '"' {
		said = strings.Trim(said, `"`)
	}
	return text[:from] + said + text[to:]
}

var valueWord = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\w-]+`) })

// choiceTitles puts titles, in quotes, for the values that a question offers.
func choiceTitles(q *generator.Question, text string) string {
	if q.Field == nil {
		return text
	}
	return valueWord().ReplaceAllStringFunc(text, func(word string) string {
		for _, c := range q.Field.Choices {
			if c.Value == word {
				c.Help = ""
				return `"` + optionTitle(c) + `"`
			}
		}
		if q.Field.Type == generator.TypeBoolean && (word == "true" || word == "false") {
			return map[string]string{"true": `"Yes"`, "false": `"No"`}[word]
		}
		return word
	})
}
