package issues

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v58/github"

	"runbook/generator"
)

const (
	mostCommentPages = 50  // of a hundred comments, the newest first
	saidLength       = 140 // characters of what stands in the strip of an item
)

// writing is what somebody wrote in an issue.
type writing struct {
	generator.Written
	at time.Time // zero for what stands in the issue itself
	id int64     // of the comment
}

// readWritings reads what people wrote in the rollout's issues: above and below
// the text that is ours, and in comments. These come as one list of the
// repository, and only until as many are found as the issues have. What is older
// than the end of a very long list is said to be missing.
func (t *Tracker) readWritings(ctx context.Context, have *Observed) (byNumber map[int][]writing, missing int, err error) {
	byNumber = map[int][]writing{}
	left := 0
	for _, is := range have.Issues {
		if is.Key == trackingKey {
			continue
		}
		for _, text := range []string{is.Body.Above, is.Body.Below} {
			if text = plainText(text); text != "" {
				byNumber[is.Number] = append(byNumber[is.Number], writing{Written: generator.Written{Text: text}})
			}
		}
		left += is.Comments
	}
	if left == 0 {
		return byNumber, 0, nil
	}
	t.o.Report.Read("comments")
	ours := map[int]bool{}
	for _, is := range have.Issues {
		ours[is.Number] = is.Key != trackingKey
	}
	n := 0
	err = pages(ctx, t.api, t.api.path("/issues/comments%s", query("sort", "created", "direction", "desc", "per_page", "100")), func(page []github.IssueComment) bool {
		n++
		for _, c := range page {
			number := numberIn(c.GetIssueURL())
			if !ours[number] {
				continue
			}
			left--
			text := plainText(c.GetBody())
			if text == "" || strings.Contains(c.GetBody(), "<!-- runbook:comment ") {
				continue
			}
			at := c.GetCreatedAt().UTC()
			byNumber[number] = append(byNumber[number], writing{generator.Written{Author: c.GetUser().GetLogin(), Date: at.Format(time.DateOnly), Text: text}, at, c.GetID()})
		}
		return left > 0 && n < mostCommentPages
	})
	for _, list := range byNumber {
		slices.SortStableFunc(list, func(a, b writing) int { return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.id, b.id)) })
	}
	if n < mostCommentPages {
		left = 0 // somebody deleted one meanwhile
	}
	return byNumber, left, err
}

// plainText is what somebody wrote without what cannot be seen, line by line.
func plainText(s string) string {
	var lines []string
	for l := range strings.Lines(strings.ReplaceAll(s, "\r\n", "\n")) {
		if l = line(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// said is what somebody said last before an issue was closed, in a few words: the
// evidence, or the reason. What is cut off there stands in full elsewhere.
func said(list []writing, closed time.Time) string {
	var last *writing
	for i, w := range list {
		if closed.IsZero() || !w.at.After(closed.Add(time.Minute)) {
			last = &list[i]
		}
	}
	if last == nil {
		return ""
	}
	text, whole := cut(line(last.Text), saidLength), line(last.Text)
	text = `"` + text + `"`
	if len(text) < len(whole) {
		text += " (cut)"
	}
	if last.Author != "" {
		text = last.Author + ": " + text
	}
	return text
}
