package generator

import (
	"fmt"
	"slices"
	"strings"
)

// What stands before the phases.

// companyOfRule is the overlay that brings a rule, all its cases together.
func (w *Workflow) companyOfRule(id string) string {
	for _, r := range w.Rules {
		if r.ID == id {
			return r.Company
		}
	}
	return ""
}

// decisions lists what the profile chose, or what counts where it did not.
func (g *generation) decisions() {
	g.rb.Decisions = make([]Decision, 0, len(g.w.decided))
	for _, f := range g.w.decided {
		if applies, _, err := g.decide(f.When, false); err != nil || !applies {
			g.keep(err)
			continue
		}
		given, open := g.scope.given(f.Key), false
		value := f.InWords(g.scope.vars.list[f.number])
		switch {
		case given || f.Default != nil:
		case f.Effective != "":
			value = f.InWords(g.scope.vars.get(f.Effective))
		default:
			value, open = "not decided yet", true
			if f.Type == TypeText {
				value = "not given"
			}
		}
		if f.Type != TypeText && f.Type != TypeTexts {
			value = g.reword(value)
		}
		g.rb.Decisions = append(g.rb.Decisions, Decision{Key: f.Key, Label: g.reword(f.Title), Value: value, Default: !given && !open, Open: open, Company: f.Company})
	}
}

// warnings are in the banners, which the reader must see first, or in a list.
func (g *generation) warnings() {
	for _, p := range g.rules() {
		if p.Severity != Warn {
			continue
		}
		w := Warning{ID: p.Rule, At: p.At, Message: p.Message, Hint: p.Hint, Company: g.w.companyOfRule(p.Rule)}
		if slices.Contains(g.banners, p) {
			g.rb.Headed = append(g.rb.Headed, w)
		} else {
			g.rb.Warnings = append(g.rb.Warnings, w)
		}
	}
	for _, p := range g.banners {
		banner := strings.TrimSpace("**" + EscapeMarkdown(Sentence(p.Message)) + "** " + EscapeMarkdown(Sentence(p.Hint)))
		banner += " (" + p.Rule + ")"
		if company := g.w.companyOfRule(p.Rule); company != "" {
			banner += " *Company rule from " + EscapeMarkdown(company) + ".*"
		}
		g.rb.Banners = append(g.rb.Banners, Markdown(banner))
	}
}

// names lists the values that people will meet again.
func (g *generation) names() {
	g.rb.Names = make([]Name, 0, len(g.w.labelled))
	for _, v := range g.w.labelled {
		value := g.scope.vars.list[v.number]
		text := nameText(value)
		if text == "" {
			continue
		}
		g.rb.Names = append(g.rb.Names, Name{Key: v.Key[strings.LastIndexByte(v.Key, '.')+1:], Label: v.Label, Value: text, Note: g.md(v.Note), Company: v.Company})
	}
}

// nameText is a value as it stands under Names.
func nameText(value any) string {
	switch v := value.(type) {
	case int:
		return thousands(v)
	case bool:
		return choose(v, "yes", "no")
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			parts[i] = nameText(e)
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(value)
}
