package html

import "runbook/output/words"

// The parts of the page beside phases and references: ID and heading. The
// templates and the table of contents both take them from here.
var headings = map[string]string{
	"decisions":  words.Decisions,
	"control":    words.Control,
	"warnings":   words.Warnings,
	"roles":      words.Roles,
	"matrix":     words.Matrix,
	"names":      words.Names,
	"gates":      words.Gates,
	"others":     words.WithOthers,
	"progress":   words.Progress,
	"initials":   words.Initials,
	"omissions":  words.Omissions,
	"terms":      words.Terms,
	"written":    words.Written,
	"doubts":     words.Doubts,
	"deviations": words.Deviations,
	"sign-off":   words.SignOff,
}

// wording and wordings are what the templates say in the words of all formats.
var (
	wording = map[string]string{
		"release": words.Release, "usage": words.Usage, "gate": words.Gate, "checked by": words.CheckedBy,
		"open points": words.OpenPoints, "open points note": words.OpenPointsNote,
		"open":           words.Open,
		"ready":          words.ReadyBefore,
		"decisions note": words.DecisionsNote, "names note": words.NamesNote, "written note": words.WrittenNote, "doubts note": words.DoubtsNote, "deviations note": words.DeviationsNote, "sign-off note": words.SignOffNote,
	}
	wordings = map[string][]string{
		"how": words.How, "decisions": words.DecisionHeads, "release": words.ReleaseHeads, "initials": words.InitialsHeads, "sheet": words.SheetHeads, "names": words.NameHeads, "phase": words.SignOffHeads,
		"written": words.WrittenHeads, "doubts": words.DoubtHeads, "deviations": words.DeviationHeads, "omissions": words.OmissionHeads, "sign-off": words.FinalHeads,
	}
)

// LongContents reports whether the contents have to be set small to be printed
// on one page.
func (p *page) LongContents() bool {
	lines := len(p.Contents)
	for _, c := range p.Contents {
		lines += len(c.Items)
	}
	return lines > 110
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
	add("control", true)
	add("warnings", len(p.Banners)+len(p.Warnings) > 0)
	add("progress", true)
	add("initials", true)
	add("roles", len(p.Ledger) > 0)
	add("names", len(p.NameList) > 0)
	for _, ch := range p.Chapters {
		c := contents{link: link{ID: ch.ID, Title: ch.Heading()}}
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
	add("omissions", len(p.Left) > 0)
	add("terms", len(p.Glossary) > 0)
	add("written", len(p.Writings) > 0)
	add("doubts", len(p.Doubts) > 0)
	add("deviations", true)
	add("sign-off", true)
	return list
}
