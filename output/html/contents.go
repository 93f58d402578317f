package html

// The parts of the page beside phases and references: ID and heading. The
// templates and the table of contents both take them from here.
var headings = map[string]string{
	"decisions":  "Decisions",
	"provenance": "Provenance",
	"warnings":   "What to know first",
	"roles":      "Who does what",
	"matrix":     "Responsibility matrix",
	"names":      "Names",
	"progress":   "Plan and progress",
	"initials":   "Who signs with which initials",
	"deviations": "Deviation log",
	"omissions":  "What was left out and why",
	"terms":      "Terms",
	"sign-off":   "Final sign-off",
}

// contents lists what the page has, in its order.
func (p *page) contents() []contents {
	var list []contents
	add := func(id string, there bool) {
		if there {
			list = append(list, contents{link: link{ID: id, Title: headings[id]}})
		}
	}
	add("decisions", len(p.Decisions) > 0)
	add("provenance", true)
	add("warnings", len(p.Banners)+len(p.Warnings) > 0)
	add("progress", true)
	add("initials", true)
	add("roles", len(p.Ledger) > 0)
	add("names", len(p.NameList) > 0)
	for _, ch := range p.Chapters {
		c := contents{link: link{ID: ch.ID, Title: phaseTitle(ch.Phase)}}
		for _, it := range ch.Items {
			c.Items = append(c.Items, link{it.ID, it.Number, it.Title})
		}
		list = append(list, c)
	}
	for _, r := range p.Lookup {
		c := contents{link: link{ID: r.ID, Title: r.Title}}
		for _, e := range r.Entries {
			c.Items = append(c.Items, link{e.ID, e.Number, e.Title})
		}
		list = append(list, c)
	}
	add("deviations", true)
	add("omissions", len(p.Left) > 0)
	add("terms", len(p.Glossary) > 0)
	add("sign-off", true)
	return list
}
