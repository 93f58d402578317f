package issues

import (
	"strings"

	"runbook/generator"
)

// A block mentions other items before the numbers of their issues are known:
//
//	[4.1 Create the CMG](#{cmg-setup/create-cmg})   becomes a link with that name
//	[4.1 Create the CMG](##{cmg-setup/create-cmg})  becomes #12 alone, for lists, where GitHub
//	                                                shows the title and the state of the issue
//
// An item whose issue is not there, or not yet, is called by its name.
var mention = lazy(`\[((?:[^\[\]\\]|\\.)*)\]\((#?)#\{([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)\}\)`)

// place is where a mentioned item's issue is.
type place struct {
	Number int // 0: it will be made
	URL    string
}

// resolve replaces the mentions of a block. missing are the keys of which ref
// knows no issue; their names stay.
func resolve(block string, ref func(key string) (place, bool)) (resolved string, missing []string) {
	resolved = mention().ReplaceAllStringFunc(block, func(s string) string {
		m := mention().FindStringSubmatch(s)
		name, bare, key := m[1], m[2] != "", m[3]
		switch r, ok := ref(key); {
		case !ok:
			missing = append(missing, key)
			return name
		case r.Number == 0 && bare:
			return "#(new) " + name
		case r.Number == 0:
			return "[" + name + "](#new)"
		case bare:
			return "#" + itoa(r.Number)
		case !safeURL(r.URL):
			return name
		default:
			return "[" + name + "](" + r.URL + ")"
		}
	})
	return resolved, missing
}

// named returns a block in which every mention is a name.
func named(block string) string {
	text, _ := resolve(block, func(string) (place, bool) { return place{}, false })
	return text
}

// listed mentions an item at the beginning of a list's entry.
func (o desiredOptions) listed(key, name string) string {
	sign := ""
	if o.Features.Titles {
		sign = "#"
	}
	return "[" + prose(name) + "](" + sign + "#{" + key + "})"
}

// content is Markdown of the runbook made fit for an issue.
func (o desiredOptions) content(md generator.Markdown) string {
	s := strings.NewReplacer(openRef, "", closeRef, "").Replace(clean(string(md)))
	if strings.Contains(s, "\n") {
		s = unwrap(s)
	}
	s = neutralise(o.relink(s), o.Host)
	s = forgedMarker().ReplaceAllString(s, "<!-"+zwsp+"-$1")
	s = forgedMention().ReplaceAllString(s, "#"+zwsp+"{$1}") // in code; elsewhere it is broken already
	s = strings.NewReplacer(openRef, "#{", closeRef, "}").Replace(s)
	return strings.TrimRight(strings.Trim(s, "\n"), " \t\n")
}

// plainContent is content without mentions, for text that is sent before any
// issue is there.
func (o desiredOptions) plainContent(md generator.Markdown) string {
	return named(o.content(md))
}

// A link of the runbook to one of its own items: [4.1 Create the CMG](#cmg-setup/create-cmg).
var itemLink = lazy(`\[((?:[^\[\]\\]|\\.)*)\]\(#([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)\)`)

// Mentions on their way past neutralise; no text has these signs.
const openRef, closeRef = "\ue000", "\ue001"

// relink turns links between items into mentions of their issues. What else a
// runbook links to, such as a log to look into, has no issue: text says where
// it is.
func (o desiredOptions) relink(md string) string {
	return itemLink().ReplaceAllStringFunc(md, func(link string) string {
		m := itemLink().FindStringSubmatch(link)
		if o.Rank[m[2]] > 0 {
			return "[" + m[1] + "](" + openRef + m[2] + closeRef + ")"
		}
		return m[1] + ", in the whole runbook"
	})
}

var (
	// forgedMarker is text that would be read as one of our own comments.
	forgedMarker = lazy(`<!--([ \t]*runbook:)`)
	// forgedMention is text that would be read as a mention.
	forgedMention = lazy(`#\{([A-Za-z0-9._-]+/[A-Za-z0-9._/-]+)\}`)
)
