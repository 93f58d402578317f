package html

import (
	"fmt"
	"net/url"
	"strings"

	"runbook/generator"
)

// anchors knows where on the page each item stands.
type anchors struct {
	ids map[string]string // key, and the part of it after the slash, to ID
}

// newAnchors gives every item and entry an ID made of its key, which never
// changes: a link into the page stays good when items before it come or go.
func newAnchors(rb *generator.Runbook) *anchors {
	a := &anchors{ids: map[string]string{}}
	taken := map[string]bool{}
	add := func(key string) {
		if _, ok := a.ids[key]; ok {
			return
		}
		step := key[strings.LastIndexByte(key, '/')+1:]
		id := "item-" + plainID(step)
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("item-%s-%d", plainID(step), n)
		}
		taken[id] = true
		a.ids[key] = id
		if _, ok := a.ids[step]; !ok {
			a.ids[step] = id
		}
	}
	for _, p := range rb.AllPhases() {
		for _, it := range p.Items {
			add(it.Key)
		}
	}
	for _, r := range rb.References {
		for _, e := range r.Entries {
			add(e.Key)
		}
	}
	return a
}

// id is where the item with this key stands, "" when it is not on the page.
func (a *anchors) id(key string) string { return a.ids[key] }

// resolve turns the destination of a link in Markdown into one that may stand
// on the page: http, https and mailto as they are, and the key of an item as
// the item's anchor. Everything else is refused, an item that is not on this
// page included.
func (a *anchors) resolve(destination string) (string, bool) {
	key, ok := strings.CutPrefix(destination, "#")
	if !ok {
		return destination, followable(destination)
	}
	id, ok := a.ids[key]
	return "#" + id, ok
}

// followable reports whether a page may link to s: an absolute web address
// or a mail address.
func followable(s string) bool {
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7f || r == '\\' }) {
		return false
	}
	u, err := url.Parse(s)
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != "" && u.User == nil
	case "mailto":
		return u.Opaque != ""
	}
	return false
}

// plainID keeps what needs no escaping in an ID, a link or a selector.
func plainID(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '-', r == '_':
			return r
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return '-'
	}, s)
}
