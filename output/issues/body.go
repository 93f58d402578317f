package issues

import (
	"fmt"
	"net/url"
	"strings"

	"runbook/generator"
)

// refTo stands in a block for the number of another item's issue, which is not
// known before that issue exists: "#{cmg-setup/register-app}".
func refTo(key string) string { return "#{" + key + "}" }

var issueRef = lazy(`#\{([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)\}`)

// resolve replaces the references of a block by what ref says, "#12". missing
// are the keys for which it says nothing; their references stay.
func resolve(block string, ref func(key string) string) (resolved string, missing []string) {
	resolved = issueRef().ReplaceAllStringFunc(block, func(s string) string {
		key := s[2 : len(s)-1]
		if r := ref(key); r != "" {
			return r
		}
		missing = append(missing, key)
		return s
	})
	return resolved, missing
}

// itemBlock is an item as Markdown. No date of today and no name of a file is
// in it: it changes only when the item does.
func itemBlock(rb *generator.Runbook, it generator.Item, o desiredOptions) string {
	var s sections
	s.add("", headline(rb, it))
	s.add("", o.content(it.Why, it.Key))
	if len(it.Needs) > 0 {
		var lines []string
		for _, n := range it.Needs {
			lines = append(lines, fmt.Sprintf("- %s: %s %s", refTo(n.Key), n.Number, prose(n.Title)))
		}
		s.add(needsHeading(o), strings.Join(lines, "\n"))
	}
	s.add("Steps", o.content(it.Steps, it.Key))
	var boxes []string
	for _, v := range it.Verify {
		boxes = append(boxes, "- [ ] "+indent(o.content(v, it.Key), "  "))
	}
	s.add("Verify", strings.Join(boxes, "\n"))
	s.add("Record as evidence", o.content(it.Evidence, it.Key))
	var sources []string
	for _, src := range it.Sources {
		sources = append(sources, "- "+source(src, o.Host))
	}
	s.add("Sources", strings.Join(sources, "\n"))
	s.add("", footer(it))
	return s.String()
}

// needsHeading says more where the server cannot show what blocks an issue.
func needsHeading(o desiredOptions) string {
	if o.Features.Dependencies {
		return "Needs first"
	}
	return "Blocked by"
}

// headline says who, how long, when.
func headline(rb *generator.Runbook, it generator.Item) string {
	var names []string
	for _, p := range it.People {
		names = append(names, prose(p.Name))
	}
	who := "**" + prose(it.RoleTitle) + "**: " + strings.Join(names, ", ")
	if it.StandsIn != "" {
		who += " (standing in: " + prose(roleTitle(rb, it.StandsIn)) + ")"
	}
	parts := []string{who}
	if it.Minutes > 0 {
		about := ""
		if it.Estimate {
			about = "about "
		}
		parts = append(parts, about+minutes(it.Minutes)+" of work")
	}
	if it.Wait.Text != "" {
		wait := "then wait " + prose(it.Wait.Text)
		if it.Wait.Why != "" {
			wait += " (" + prose(it.Wait.Why) + ")"
		}
		parts = append(parts, wait)
	}
	if pl := it.Planned; pl != nil && pl.Start != "" {
		days := pl.Start
		if pl.End != "" && pl.End != pl.Start {
			days += " to " + pl.End
		}
		parts = append(parts, "planned "+days)
	}
	return strings.Join(parts, " · ")
}

func roleTitle(rb *generator.Runbook, id string) string {
	for _, r := range rb.Roles {
		if r.ID == id {
			return r.Title
		}
	}
	return id
}

func source(src generator.Source, host string) string {
	text := prose(src.Title)
	if safeURL(src.URL) {
		text = fmt.Sprintf("[%s](%s)", text, detour(src.URL, host))
	}
	if src.Date != "" {
		text += " (" + prose(src.Date) + ")"
	}
	return text
}

// safeURL accepts what can stand between the parentheses of a link and leads
// to a web page.
func safeURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " \t\r\n<>()\"'\\`|")
}

func footer(it generator.Item) string {
	var parts []string
	if it.Reason != "" {
		parts = append(parts, "Why it is here: "+prose(it.Reason)+".")
	}
	if it.Company != "" {
		parts = append(parts, "It comes from "+prose(it.Company)+".")
	}
	return "---\n\n" + strings.Join(append(parts, "Item "+codeSpan(it.Key)+", kept by runbook: what you write below, ticks, labels and people you add stay."), " ")
}

// content is Markdown of the runbook made fit for the issue of the item with a
// key, "" for a text that is no item's.
func (o desiredOptions) content(md generator.Markdown, key string) string {
	s := strings.NewReplacer(openRef, "", closeRef, "").Replace(clean(string(md)))
	if strings.Contains(s, "\n") {
		s = unwrap(s)
	}
	s = neutralise(o.relink(s, key), o.Host)
	s = forgedMarker().ReplaceAllString(s, "<!-"+zwsp+"-$1")
	s = issueRef().ReplaceAllString(s, "#"+zwsp+"{$1}") // in code; elsewhere it is broken already
	s = strings.NewReplacer(openRef, "#{", closeRef, "}").Replace(s)
	return strings.TrimRight(strings.Trim(s, "\n"), " \t\n")
}

// A link of the runbook to one of its own items: [4.1 Create the CMG](#cmg-setup/create-cmg).
var itemLink = lazy(`\[((?:[^\[\]\\]|\\.)*)\]\(#([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)\)`)

// References on their way past neutralise; no text has these signs.
const openRef, closeRef = "\ue000", "\ue001"

// relink turns links between items into references to their issues. Those to
// items whose issues are made later become plain text, which names the item's
// number and title: otherwise each would cost a second write.
func (o desiredOptions) relink(md, key string) string {
	return itemLink().ReplaceAllStringFunc(md, func(link string) string {
		m := itemLink().FindStringSubmatch(link)
		if to := o.Rank[m[2]]; to > 0 && to < o.Rank[key] {
			return m[1] + " (" + openRef + m[2] + closeRef + ")"
		}
		return m[1]
	})
}

// forgedMarker is text that would be read as one of our own comments.
var forgedMarker = lazy(`<!--([ \t]*runbook:)`)

// sections joins parts with empty lines between them and leaves out those
// that say nothing.
type sections struct{ parts []string }

func (s *sections) add(title, text string) {
	switch {
	case strings.TrimSpace(text) == "":
	case title == "":
		s.parts = append(s.parts, text)
	default:
		s.parts = append(s.parts, "### "+title, text)
	}
}

func (s *sections) String() string { return strings.Join(s.parts, "\n\n") }

// indent sets every line but the first in by prefix.
func indent(s, prefix string) string {
	lines := strings.Split(s, "\n")
	for i := 1; i < len(lines); i++ {
		if lines[i] != "" {
			lines[i] = prefix + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}
