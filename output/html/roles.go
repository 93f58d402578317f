package html

import (
	"html/template"

	"runbook/generator"
	"runbook/output/words"
)

// role is a line of the role ledger.
type role struct {
	generator.RoleEntry
	Summary  template.HTML
	StandIn  string // title of the role whose people stand in
	Sittings []sitting
}

type sitting struct {
	generator.Sitting
	Items   []link
	Company string // who else is there
	When    string
	HandsOn string
	Ready   []link
	Awaited []words.Awaited // the same, with those who do it
	Nothing string          // what stands in place of it where there is nothing
}

// matrixRow is a line of the responsibility matrix.
type matrixRow struct {
	Item  link
	Phase string          // title, where a phase begins
	Cells []template.HTML // one a role
}

// cells are what a role has to do with an item, as a cell.
var cells = map[string]template.HTML{
	words.Responsible: "<td><strong>" + words.Responsible + "</strong></td>",
	words.Attends:     "<td><strong>" + words.Attends + "</strong></td>",
	words.Reachable:   "<td>" + words.Reachable + "</td>",
	words.Informed:    "<td>" + words.Informed + "</td>",
	"":                "<td></td>",
}

func newLedger(rb *generator.Runbook, a *anchors, s *scope, items map[string]link) []role {
	var list []role
	for _, entry := range rb.Roles {
		r := role{RoleEntry: entry}
		r.Summary, _ = s.inline(entry.Summary)
		if entry.StandsIn != "" {
			r.StandIn = entry.Stander
		}
		for _, st := range entry.Sittings {
			v := sitting{Sitting: st, Items: itemLinks(st.Keys, items), Company: words.Companions(st), When: words.When(st), HandsOn: words.HandsOn(st), Awaited: words.AwaitedItems(st), Nothing: words.NothingAwaited(st)}
			for _, n := range st.Ready {
				v.Ready = append(v.Ready, link{a.id(n.Key), n.Number, n.Title})
			}
			r.Sittings = append(r.Sittings, v)
		}
		list = append(list, r)
	}
	return list
}

// sheetRole finds the role of a role sheet in the ledger. A role without an
// entry still gets its sheet.
func sheetRole(rb *generator.Runbook, ledger []role) *role {
	for i := range ledger {
		if ledger[i].ID == rb.Role {
			return &ledger[i]
		}
	}
	return &role{RoleEntry: generator.RoleEntry{ID: rb.Role, Title: rb.RoleTitle(rb.Role)}}
}

// LongMatrix reports whether the matrix may go over two pages when it is
// printed: to keep it whole could leave most of a page white.
func (p *page) LongMatrix() bool { return len(p.Matrix) > 30 }

// newMatrix says what each role has to do with each item.
func newMatrix(rb *generator.Runbook, a *anchors) []matrixRow {
	letters := words.Responsibilities(rb)
	var rows []matrixRow
	for _, p := range rb.AllPhases() {
		for i, it := range p.Items {
			row := matrixRow{Item: link{a.id(it.Key), it.Number, it.Title}, Cells: make([]template.HTML, 0, len(rb.Roles))}
			if i == 0 {
				row.Phase = p.Heading()
			}
			for _, r := range rb.Roles {
				row.Cells = append(row.Cells, cells[letters(it, r.ID)])
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// itemLinks turns keys into links; a key that is not among the items is left out.
func itemLinks(keys []string, items map[string]link) []link {
	var list []link
	for _, k := range keys {
		if l, ok := items[k]; ok {
			list = append(list, l)
		}
	}
	return list
}

// linksTo has a link to each item, those in which a role takes part included.
func linksTo(a *anchors, lists ...[]generator.Item) map[string]link {
	links := map[string]link{}
	for _, list := range lists {
		for i := range list {
			it := &list[i]
			links[it.Key] = link{a.id(it.Key), it.Number, it.Title}
		}
	}
	return links
}
