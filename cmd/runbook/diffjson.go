package main

import "runbook/generator"

// The JSON form of diff, in types of its own so that a change inside the
// program does not change what scripts rely on.
type (
	diffJSONPage struct {
		Old       diffSide      `json:"old"`
		New       diffSide      `json:"new"`
		Same      bool          `json:"same"`
		Document  []diffValue   `json:"document"`
		Decisions []diffValue   `json:"decisions"`
		Names     []diffValue   `json:"names"`
		Added     []diffItem    `json:"added"`
		Removed   []diffItem    `json:"removed"`
		Changed   []diffChange  `json:"changed"`
		Moved     []diffMove    `json:"moved"`
		Reordered []diffItem    `json:"reordered"`
		Started   []diffRule    `json:"rules_started"`
		Stopped   []diffRule    `json:"rules_stopped"`
		Reworded  []diffReword  `json:"rules_reworded"`
		Planned   []diffPlanned `json:"planned"`
		Texts     []diffWording `json:"texts"`
		Roles     []diffRole    `json:"roles"`
		Minutes   diffNumbers   `json:"minutes"`
	}
	diffSide struct {
		Profile string `json:"profile"`
		Title   string `json:"title"`
		Digest  string `json:"digest"`
		Items   int    `json:"items"`
	}
	diffValue struct {
		Key   string `json:"key,omitempty"`
		Label string `json:"label"`
		Old   string `json:"old"`
		New   string `json:"new"`
	}
	diffItem struct {
		Key    string `json:"key"`
		Number string `json:"number"`
		Title  string `json:"title"`
		Role   string `json:"role,omitempty"`
		Reason string `json:"reason,omitempty"`
	}
	diffChange struct {
		Key       string     `json:"key"`
		Number    string     `json:"number"`
		OldNumber string     `json:"old_number"`
		Title     string     `json:"title"`
		NameOnly  bool       `json:"name_only"`
		Parts     []diffPart `json:"parts"`
	}
	diffPart struct {
		Part  string   `json:"part"`
		Old   string   `json:"old"`
		New   string   `json:"new"`
		Lines []string `json:"lines,omitempty"`
	}
	diffWording struct {
		Of    string   `json:"of"`
		Lines []string `json:"lines"`
	}
	diffMove struct {
		Key    string `json:"key"`
		Number string `json:"number"`
		Title  string `json:"title"`
		Old    string `json:"old"`
		New    string `json:"new"`
	}
	diffRule struct {
		ID      string `json:"id"`
		At      string `json:"at,omitempty"`
		Message string `json:"message"`
	}
	diffReword struct {
		ID  string `json:"id"`
		Old string `json:"old"`
		New string `json:"new"`
	}
	diffPlanned struct {
		Key    string `json:"key"`
		Number string `json:"number"`
		Title  string `json:"title"`
		Old    string `json:"old"`
		New    string `json:"new"`
	}
	diffRole struct {
		ID      string      `json:"id"`
		Title   string      `json:"title"`
		People  diffTexts   `json:"people"`
		Items   diffNumbers `json:"items"`
		Minutes diffNumbers `json:"minutes"`
	}
	diffNumbers struct {
		Old int `json:"old"`
		New int `json:"new"`
	}
	diffTexts struct {
		Old string `json:"old"`
		New string `json:"new"`
	}
)

func toDiffJSON(d *generator.Diff) diffJSONPage {
	return diffJSONPage{
		Old: diffSide(d.Old), New: diffSide(d.New), Same: d.Empty(),
		Document: each(d.Document, toDiffValue), Decisions: each(d.Decisions, toDiffValue), Names: each(d.Names, toDiffValue),
		Added: each(d.Added, toDiffItem), Removed: each(d.Removed, toDiffItem), Reordered: each(d.Reordered, toDiffItem),
		Changed: each(d.Changed, toDiffChange),
		Moved: each(d.Moved, func(m generator.RoleChange) diffMove {
			return diffMove{m.Key, m.Number, m.Title, m.Old, m.New}
		}),
		Started: each(d.Started, toDiffRule), Stopped: each(d.Stopped, toDiffRule),
		Reworded: each(d.Reworded, func(w generator.WarningChange) diffReword { return diffReword(w) }),
		Planned:  each(d.Planned, func(c generator.PlanChange) diffPlanned { return diffPlanned(c) }),
		Texts:    each(d.Texts, func(c generator.TextChange) diffWording { return diffWording{c.Of, each(c.Lines, diffLine)} }),
		Roles: each(d.Roles, func(r generator.RoleHours) diffRole {
			return diffRole{r.ID, r.Title, diffTexts{r.OldPeople, r.NewPeople}, diffNumbers{r.OldItems, r.NewItems}, diffNumbers{r.OldMinutes, r.NewMinutes}}
		}),
		Minutes: diffNumbers{d.Total[0], d.Total[1]},
	}
}

// each converts a list; the result is never nil, so that JSON has [].
func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

func toDiffValue(v generator.ValueChange) diffValue { return diffValue(v) }

func toDiffItem(r generator.ItemRef) diffItem { return diffItem(r) }

func toDiffRule(w generator.Warning) diffRule { return diffRule{w.ID, w.At, w.Message} }

func toDiffChange(c generator.ItemChange) diffChange {
	return diffChange{c.Key, c.Number, c.OldNumber, c.Title, c.NameOnly(), each(c.Changes, func(p generator.PartChange) diffPart {
		part := diffPart{Part: p.Part, Old: p.Old, New: p.New}
		for _, l := range p.Lines {
			part.Lines = append(part.Lines, diffLine(l))
		}
		return part
	})}
}
