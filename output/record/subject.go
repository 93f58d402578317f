package record

import (
	"fmt"
	"strconv"

	"runbook/generator"
	"runbook/output/form"
)

// subject is something of a runbook that a record can have an entry about.
type subject struct {
	part   *part
	key    string // in the record
	number string // what the forms call it
	title  string // in messages
	about  string // what it is; an entry about something else under the same key is stale
	exact  string // the same as records said it that counted the numbers of other items in
	boxes  int    // that can be ticked
	item   *generator.Item
	phase  *generator.Phase
	past   *past                       // nil where it is as it is today
	show   func(v Values, note string) // puts values into the runbook
}

// besides reports whether what is doubtful about its entry has room beside it.
func (sub *subject) besides() bool {
	return sub.item != nil || sub.phase != nil || sub.part.name == "final"
}

// subjects lists what there is in a runbook, but for the lists that people
// begin: the initials and the deviations.
func subjects(rb *generator.Runbook) []*subject {
	var list []*subject
	add := func(part, key, number, title string, s subject) {
		s.part, s.key, s.number, s.title = partNamed(part), key, number, title
		list = append(list, &s)
	}
	for _, d := range []struct {
		key, title string
		to         *string
	}{
		{"prepared_by", "Document control, prepared by", &rb.Document.PreparedBy},
		{"replaces", "Document control, replaces", &rb.Document.Replaces},
		{"revision", "Document control, revision", &rb.Document.Revision},
		{"change", "Document control, change", &rb.Document.Change},
	} {
		add("document", d.key, d.key, d.title, subject{show: func(v Values, _ string) {
			if *d.to == "" { // the profile has the first word
				*d.to = v["value"]
			}
		}})
	}
	for i := range rb.Roles {
		r := &rb.Roles[i]
		add("release", r.ID, r.ID, "Release by "+r.Title, subject{about: rb.Digest, show: signs(&r.Release)})
	}
	for i := range rb.Decisions {
		d := &rb.Decisions[i]
		add("decisions", d.Key, strconv.Itoa(i+1), "Decision "+d.Label, subject{about: tidy(d.Value), show: func(v Values, note string) {
			d.Confirmed = generator.Confirmation{Yes: v["confirmed"] != "", By: v["by"], Date: v["date"], Remark: v["remark"], Note: note}
		}})
	}
	phases := []*generator.Phase{&rb.Before}
	for i := range rb.Phases {
		phases = append(phases, &rb.Phases[i])
	}
	for _, p := range phases {
		if len(p.Items) > 0 {
			add("gates", p.ID, strconv.Itoa(p.Number), fmt.Sprintf("Gate of phase %d", p.Number), subject{about: form.GateDigest(p, generator.Unnumbered), exact: form.GateDigest(p, numbered), boxes: len(p.Gate), phase: p, show: func(v Values, note string) {
				p.Signed = generator.PhaseSign{
					Ticked: numbers(v["conditions"]), CheckedBy: v["checked_by"], CheckedOn: v["checked_on"],
					Result: generator.Result(v["result"]), OpenPoints: v["open_points"],
				}
				signs(&p.Signed.SignOff)(v, note)
			}})
		}
	}
	for _, p := range phases {
		for i := range p.Items {
			it := &p.Items[i]
			add("items", it.Key, it.Number, it.Number+" "+it.Title, subject{about: form.ItemDigest(it, generator.Unnumbered), exact: form.ItemDigest(it, numbered), boxes: len(it.Verify), item: it, show: func(v Values, note string) {
				it.Work = generator.Work{
					Status: generator.Status(v["status"]), By: v["by"], Date: v["date"], Evidence: v["evidence"], Verified: numbers(v["verified"]), Remark: v["remark"], Note: note,
				}
			}})
		}
	}
	for i := range rb.Closing {
		c := &rb.Closing[i]
		add("final", c.ID, c.ID, "Final sign-off, "+c.Title, subject{about: rb.Digest, show: signs(&c.SignOff)})
	}
	return list
}

func signs(to *generator.SignOff) func(Values, string) {
	return func(v Values, note string) {
		*to = generator.SignOff{Name: v["name"], Signature: v["signature"], Date: v["date"], Note: note}
	}
}

// numbered is a text as it stands there.
func numbered(text generator.Markdown) string { return string(text) }
