package words

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"runbook/generator"
)

// The parts of a runbook beside its phases and references.
const (
	Contents   = "Contents"
	Control    = "Document control"
	Release    = "Release for execution"
	Usage      = "How to use this document"
	Decisions  = "Decisions"
	Warnings   = "Warnings"
	Progress   = "Progress"
	Initials   = "Who signs with which initials"
	Roles      = "Roles and responsibilities"
	Sittings   = "When each role is needed"
	Matrix     = "Responsibility matrix"
	Names      = "Names"
	Deviations = "Deviation log"
	SignOff    = "Final sign-off"
	Omissions  = "Left out of this runbook"
	Terms      = "Terms"
	Sources    = "Sources"
)

// The order in which they stand before the phases and behind the references.
// A format may have some of them on its cover, or leave them out.
var (
	Front = []string{Decisions, Control, Warnings, Progress, Initials, Roles, Names}
	Back  = []string{Omissions, Terms, Sources, Written, Doubts, Deviations, SignOff}
)

// RunningHead names, in the corner of a page, the parts that share it: the
// first and the last alone where there is no room for all.
func RunningHead(parts ...string) string {
	const most, room = 3, 60
	all := Joined(" · ", parts...)
	if n := len(parts); n > most || n > 2 && utf8.RuneCountInString(all) > room {
		return Joined(" · ", parts[0], "…", parts[n-1])
	}
	return all
}

// What stands at the head of some of them.
const (
	DecisionsNote  = "These values of the profile shaped this runbook. Whoever knows a value best confirms it; a value that changes means a new runbook."
	DeviationsNote = "What was done differently from the runbook, and why."
	OmissionsNote  = "The workflow has these steps for other environments. If a reason is wrong, the profile is: change it and make the runbook anew."
	NamesNote      = "Computed from the profile. The steps use these names, and people will meet them again."
	SignOffNote    = "The items of this runbook are done, or the deviation log says what was done instead."
)

// ReadyBefore heads, in a table of sittings, the items of others that come first.
const ReadyBefore = "Ready before, from others"

// Open stands in place of the confirmation of what is not decided yet.
const Open = "open"

// Gate and CheckedBy stand over and under the conditions of a phase.
const (
	Gate      = "Gate: what must be true before this phase starts"
	CheckedBy = "Checked by"
)

// PhaseSignOff stands over what is signed at the end of a phase.
func PhaseSignOff(p generator.Phase) string {
	return fmt.Sprintf("Sign-off at the end of phase %d: %s", p.Number, p.Title)
}

// Under the sign-off of a phase.
const (
	OpenPoints     = "Open points"
	OpenPointsNote = "what, who, until when"
)

// Passed are the ways in which a phase ends.
var Passed = []struct {
	Result generator.Result
	Word   string
}{
	{generator.ResultPassed, "passed"},
	{generator.ResultOpenPoints, "with open points"},
}

// SignedBy is who signed the gate of a phase. That it did not simply pass is
// said beside the name: who reads only the name takes it for granted.
func SignedBy(p generator.Phase) string {
	by := cmp.Or(p.Signed.Name, p.Signed.Signature)
	if by == "" || p.Signed.Result == generator.ResultPassed {
		return by
	}
	return by + ", " + cmp.Or(Result(p.Signed.Result), "without a result")
}

// Result is how a phase ended, "" for not yet.
func Result(r generator.Result) string {
	for _, p := range Passed {
		if p.Result == r {
			return p.Word
		}
	}
	return ""
}

// ResultNamed is the result that a word of Passed stands for.
func ResultNamed(word string) (r generator.Result, ok bool) {
	for _, p := range Passed {
		if strings.EqualFold(p.Word, word) {
			return p.Result, true
		}
	}
	return "", word == ""
}

// Heads of the tables that are filled in.
var (
	ReleaseHeads   = []string{"Role", "Held by", "Name", "Signature", "Date"}
	DecisionHeads  = []string{"Decision", "Value", "Confirmed", "By", "Date"}
	InitialsHeads  = []string{"Initials", "Full name", "Role", "Specimen"}
	SheetHeads     = []string{"Initials", "Full name", "Specimen"} // of whoever signs on the sheet of one role
	SignOffHeads   = []string{"Result", "Name", "Signature", "Date"}
	DeviationHeads = []string{"No.", "Item", "What was done instead", "Why", "Agreed by", "Date"}
	FinalHeads     = []string{"What", "Name", "Signature", "Date"}
	NameHeads      = []string{"What", "Name", "Note"}
	OmissionHeads  = []string{"Step", "Why it is not here"}
)

// How is how to work with the document, on paper and on the screen.
var How = []string{
	"Work from top to bottom. A phase starts when its gate is open and ends with its sign-off; an item waits until the items it needs are done.",
	"Do the steps, tick what you verified, then fill in the last line of the item: box, initials, date (as 2027-01-31), evidence; for what is not needed or blocked, the reason in place of evidence.",
	"What you do differently goes into the deviation log. Item numbers are the same in every copy, list and ticket.",
}
