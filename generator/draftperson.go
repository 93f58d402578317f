package generator

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// typedPerson is one person as somebody types them in one line: a name, a mail
// address in <> or bare, and a GitHub login after @.
type typedPerson struct {
	text                string // as typed
	name, email, github string
	fault               string // what is wrong with it, "" for nothing
	remedy              string // of the fault, where it is a special one
}

// typedPeople reads "Ann Lee <ann@example.com> @annlee; Bob". A comma parts
// people too, where it cannot stand between the two names of one.
func typedPeople(text string) []typedPerson {
	var people []typedPerson
	for group := range strings.SplitSeq(text, ";") {
		first := len(people)
		for part := range strings.SplitSeq(group, ",") {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			people = append(people, newTypedPerson(part))
			if len(people) > first+1 {
				people[len(people)-2].parted(&people[len(people)-1])
			}
		}
	}
	return people
}

// parted doubts a comma between two people which may as well stand between the
// surname and the first name of one: "Lee, Ann".
func (p *typedPerson) parted(next *typedPerson) {
	alone := p.email == "" && p.github == ""
	if oneWord := !strings.Contains(p.name, " ") || !strings.Contains(next.name, " "); !alone || !oneWord || p.fault != "" || next.fault != "" {
		return
	}
	p.blame("%q may be one person or two", p.text+", "+next.text)
	p.remedy = fmt.Sprintf("write %q for one person, %q for two", next.name+" "+p.name, p.name+"; "+next.name)
}

// newTypedPerson takes a text apart. The parts may come in any order, but each
// only once, and no name right behind a login: "@ann lee" is more likely a
// login with a blank in it, which would be a stranger's.
func newTypedPerson(text string) typedPerson {
	p := typedPerson{text: text}
	const name, mail, login = "a name", "a mail address", "a GitHub login"
	last := ""
	for _, token := range personTokens(text) {
		kind, value, into := name, token, &p.name
		switch {
		case strings.HasPrefix(token, "<") && strings.HasSuffix(token, ">"):
			kind, value, into = mail, strings.TrimSpace(token[1:len(token)-1]), &p.email
		case strings.HasPrefix(token, "@"):
			kind, value, into = login, token[1:], &p.github
		case strings.Contains(token, "@"):
			kind, value, into = mail, strings.Trim(token, "()"), &p.email
		}
		switch {
		case strings.ContainsAny(value, "<>"):
			p.blame("%q has < without > or > without <", text)
		case value == "":
			p.blame("there is nothing in %q, where %s belongs", token, kind)
		case kind == name && last == login:
			p.blame("a GitHub login has no blank, and a name does not come behind it: %q", "@"+p.github+" "+value)
		case kind == name && last == name:
			*into += " " + value
		case *into != "":
			p.blame("%q is left over: there is %s already, %q", token, kind, *into)
		default:
			*into = value
		}
		last = kind
	}
	if p.name == "" {
		p.blame("%q has no name in it", text)
	}
	return p
}

// blame keeps the first fault, which the others follow from.
func (p *typedPerson) blame(format string, args ...any) {
	if p.fault == "" {
		p.fault = fmt.Sprintf(format, args...)
	}
}

// personTokens are the words of a text; what stands in <> is one.
func personTokens(text string) []string {
	var tokens []string
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		end := strings.IndexByte(text, '>') + 1
		if text[0] != '<' || end == 0 {
			end = strings.IndexAny(text[1:], " \t<") + 1
		}
		if end == 0 {
			end = len(text)
		}
		tokens = append(tokens, text[:end])
		text = text[end:]
	}
	return tokens
}

// hint says how the text was understood, and how to write it.
func (p typedPerson) hint() string {
	if p.remedy != "" {
		return p.remedy
	}
	var parts []string
	for _, part := range [][2]string{{"name", p.name}, {"mail", p.email}, {"login", p.github}} {
		if part[1] != "" {
			parts = append(parts, fmt.Sprintf("%s %q", part[0], part[1]))
		}
	}
	right := "write Name <mail> @login, such as Ann Lee <ann@example.com> @annlee, with a semicolon between people"
	if len(parts) == 0 {
		return right
	}
	return "understood: " + strings.Join(parts, ", ") + "; " + right
}

// faults are what is wrong with an answer before it is a value. What was
// understood of it would go into the profile without a word.
func (q *Question) faults(text string) Problems {
	if q.Role == nil || flow(text) != nil {
		return nil
	}
	var ps Problems
	for _, p := range typedPeople(text) {
		if p.fault != "" {
			ps = append(ps, Problem{At: q.Key, Message: q.Key + ": " + clean(p.fault), Hint: clean(p.hint())})
		}
	}
	return ps
}

// peopleNode is one person, or a list of them.
func peopleNode(text string) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, p := range typedPeople(text) {
		pairs := slices.Concat(named("name", p.name), named("email", p.email), named("github", p.github))
		list.Content = append(list.Content, mappingNode(pairs...))
	}
	if len(list.Content) == 1 {
		return list.Content[0]
	}
	return list
}

// named is a key and its value, nothing where there is none.
func named(key, value string) []string {
	if value == "" {
		return nil
	}
	return []string{key, value}
}
