package issues

import (
	"context"
	"fmt"
	"net/url"
	"strings"
)

// maxPages stops a server that never ends its list.
const maxPages = 1000

// list reads all pages of a list. It follows the address of the next page as
// the server gives it: big repositories have cursors in it, and counting pages
// would end early, which makes duplicates.
func list[T any](ctx context.Context, a *api, path string) ([]T, error) {
	var all []T
	err := pages(ctx, a, path, func(page []T) bool {
		all = append(all, page...)
		return true
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

// pages reads the pages of a list for as long as more are wanted.
func pages[T any](ctx context.Context, a *api, path string, more func(page []T) bool) error {
	n := 0
	seen := map[string]bool{}
	for next := path; next != ""; {
		if seen[next] || len(seen) >= maxPages {
			return fmt.Errorf("the list %s does not end", path)
		}
		seen[next] = true
		req, err := a.gh.NewRequest("GET", next, nil)
		if err != nil {
			return err
		}
		if !a.wire.ours(req.URL) {
			return fmt.Errorf("the list %s goes on at %s, which is not the same server", path, req.URL.Host)
		}
		var page []T
		resp, err := a.gh.Do(ctx, req, &page)
		if err = a.unreadable(resp, err); err != nil {
			return err
		}
		n += len(page)
		if len(seen) > 1 {
			a.wire.report.Read(fmt.Sprintf("a list of %d so far", n))
		}
		if !more(page) {
			return nil
		}
		next = nextPage(resp.Header.Get("Link"))
	}
	return nil
}

// nextPage takes the address with rel="next" out of a Link header.
func nextPage(header string) string {
	for link := range strings.SplitSeq(header, ",") {
		address, params, ok := strings.Cut(strings.TrimSpace(link), ">")
		if !ok || !strings.HasPrefix(address, "<") {
			continue
		}
		for p := range strings.SplitSeq(params, ";") {
			if name, value, _ := strings.Cut(strings.TrimSpace(p), "="); name == "rel" && strings.Trim(value, `"`) == "next" {
				return address[1:]
			}
		}
	}
	return ""
}

// query builds the part of an address behind the ?.
func query(pairs ...string) string {
	v := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return "?" + v.Encode()
}
