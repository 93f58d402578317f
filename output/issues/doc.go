// Package issues keeps a rollout's checklist and the issues of a GitHub
// repository in step: one issue per item of a Runbook.
//
//	Runbook ── Desired ──▶ Rollout  ─┐
//	                                 ├── Diff ──▶ Plan ──▶ print, save, Apply
//	GitHub  ── Tracker ──▶ Observed ─┘                       │
//	   ▲                                                     ▼
//	   └──────────────────────── one write at a time ── Journal
//
// Desired and Diff are pure: the same values give the same Plan. A Plan is
// sorted data. Apply walks it in order and writes every intention into the
// Journal before it is sent, so a run that dies at any point is continued by
// running it again.
//
// An issue finds its item by a hidden marker in its body (marker.go), backed
// by the Journal and by the rollout's label; never by its title and never by
// the search API, which lags. The marker also holds checksums of what was last
// written, and desired, observed and last written together tell a stale block,
// which is updated, from one that a person edited, which is kept. If both
// happened, the issue is reported as a Conflict and left alone.
//
// The package deletes no issue, closes nothing that a person reopened, reopens
// nothing that a person closed, and sends the token to nobody but the API it
// was told to use. It is the only package that knows go-github.
package issues
