package issues

import (
	"slices"
	"strings"
)

// Problem is something the person at the keyboard can mend before anything
// is written: what is wrong in one sentence, and what to do about it.
type Problem struct {
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// Error returns the message. The hint is printed on its own line by whoever
// prints problems.
func (p *Problem) Error() string { return p.Message }

// Problems is an error that holds all problems found at once, sorted.
type Problems []*Problem

// Error returns every message, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Message
	}
	return strings.Join(lines, "\n")
}

// err returns ps as an error: sorted, without repeats, nil if it is empty.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	sorted := slices.Clone(ps)
	slices.SortStableFunc(sorted, func(a, b *Problem) int { return strings.Compare(a.Message, b.Message) })
	return slices.CompactFunc(sorted, func(a, b *Problem) bool { return *a == *b })
}
