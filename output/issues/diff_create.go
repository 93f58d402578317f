package issues

import (
	"fmt"
	"slices"
	"strings"
)

// ref is where the issue with a key is or will be.
func (d *differ) ref(key string) (place, bool) {
	r, ok := d.have.ref(key)
	return r, ok || d.coming[key]
}

// creates lists the issues that are missing, and those among them whose texts
// mention issues that are made later: they get those links at the end.
func (d *differ) creates() (changes, texts []Change) {
	d.coming = map[string]bool{}
	for _, is := range d.want.ordered() {
		if _, ok := d.have.find(is.Key); ok {
			continue
		}
		if d.moved(is.Key) {
			lost := d.lost(is.Key)
			d.warn("the issue of %s, #%d, was moved to %s and is left alone there", name(is), lost.Number, lost.URL)
			d.skip[is.Key] = true
			continue
		}
		d.coming[is.Key] = true
	}
	made := map[string]bool{}
	for _, is := range d.want.ordered() {
		if !d.coming[is.Key] {
			continue
		}
		people := d.assignable(is)
		c := Change{
			Verb: Create, Kind: KindIssue, Key: is.Key, Item: is.Number, Title: is.Title, Why: d.whyCreate(is),
			Mail: people, Writes: 1, Digest: is.digest(),
		}
		if is.Key == trackingKey {
			c.Kind = KindTracking
		}
		text, missing := resolve(is.Block, func(key string) (place, bool) {
			r, ok := d.have.ref(key)
			return r, ok || made[key]
		})
		c.Fields = fields(
			Field{"labels", "", strings.Join(d.labelNames(is.Labels), ", ")},
			Field{"assignees", "", strings.Join(people, ", ")},
			Field{"milestone", "", d.milestoneTitle(is.Phase)},
			Field{"text", "", text},
		)
		changes = append(changes, c)
		made[is.Key] = true
		if slices.ContainsFunc(missing, func(key string) bool { return d.coming[key] }) {
			texts = append(texts, Change{Verb: Link, Kind: KindText, Key: is.Key, Item: is.Number, Title: is.Title, Why: whyText, Writes: 1, Digest: is.digest()})
		}
	}
	return changes, texts
}

// whyText is why a text is written once more.
const whyText = "it mentions issues that are made after it"

// whyNew is the usual reason for a create.
const whyNew = "has no issue yet"

func (d *differ) whyCreate(is Issue) string {
	if slices.Contains(d.have.Pending, is.Key) {
		return "an earlier attempt got no answer; it is looked for once more before it is made"
	}
	if lost := d.lost(is.Key); lost != nil {
		return fmt.Sprintf("its issue #%d was deleted, or made a discussion", lost.Number)
	}
	return whyNew
}

func (d *differ) moved(key string) bool {
	lost := d.lost(key)
	return lost != nil && lost.How == "moved"
}

func (d *differ) lost(key string) *LostIssue {
	for i := range d.have.Lost {
		if d.have.Lost[i].Key == key {
			return &d.have.Lost[i]
		}
	}
	return nil
}

// fields drops those that say nothing.
func fields(list ...Field) []Field {
	return slices.DeleteFunc(list, func(f Field) bool { return f.From == f.To })
}
