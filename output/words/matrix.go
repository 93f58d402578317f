package words

import "runbook/generator"

// What a role has to do with an item.
const (
	Responsible = "R"
	Attends     = "S"
	Reachable   = "C"
	Informed    = "I"
)

// Mark is a letter of the matrix, with what it means.
type Mark struct{ Letter, Note string }

// Letters are all of them.
var Letters = []Mark{
	{Responsible, "carries the item out."},
	{Attends, "sits beside."},
	{Reachable, "is within reach."},
	{Informed, "is told when it is done, because an item of theirs needs it."},
}

// Responsibilities says what each role has to do with each item: one of
// the letters, or "".
func Responsibilities(rb *generator.Runbook) func(it generator.Item, role string) string {
	type pair struct{ key, role string }
	waits := map[pair]bool{}
	for _, p := range rb.AllPhases() {
		for i := range p.Items {
			for _, n := range p.Items[i].Needs {
				waits[pair{n.Key, p.Items[i].Role}] = true
			}
		}
	}
	return func(it generator.Item, role string) string {
		switch {
		case it.Role == role:
			return Responsible
		case it.Companion(role) != nil && it.Companion(role).OnCall:
			return Reachable
		case it.Companion(role) != nil:
			return Attends
		case waits[pair{it.Key, role}]:
			return Informed
		}
		return ""
	}
}
