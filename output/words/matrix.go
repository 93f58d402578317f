package words

import "runbook/generator"

// What a role has to do with an item.
const (
	Responsible = "R"
	Informed    = "I"
)

// What the letters mean, to be set after them.
const (
	ResponsibleNote = "carries the item out."
	InformedNote    = "is told when it is done, because an item of theirs needs it."
)

// Responsibilities says what each role has to do with each item: Responsible,
// Informed, or "".
func Responsibilities(rb *generator.Runbook) func(it generator.Item, role string) string {
	type pair struct{ key, role string }
	waits := map[pair]bool{}
	for _, it := range rb.Items() {
		for _, n := range it.Needs {
			waits[pair{n.Key, it.Role}] = true
		}
	}
	return func(it generator.Item, role string) string {
		switch {
		case it.Role == role:
			return Responsible
		case waits[pair{it.Key, role}]:
			return Informed
		}
		return ""
	}
}
