package issues

import (
	"fmt"
	"slices"
	"strings"

	"runbook/generator"
)

// warnings collects the items to which the same remark applies, so that a
// person without a login is mentioned once and not for each of their items.
type warnings map[string][]string

// add notes a remark about an item. The last %s of the format stands for the
// items' numbers with their verb: "items 1.1 and 1.2 are".
func (w warnings) add(number, format string, args ...any) {
	args = append(args, "\x00")
	key := fmt.Sprintf(format, args...)
	w[key] = append(w[key], number)
}

// lines returns the remarks, sorted.
func (w warnings) lines() []string {
	var out []string
	for text, numbers := range w {
		out = append(out, strings.ReplaceAll(text, "\x00", itemsAre(numbers)))
	}
	slices.Sort(out)
	return out
}

// itemsAre names the items, or the tracking issue, which has no number, where
// there is nothing else.
func itemsAre(numbers []string) string {
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(n string) bool { return n == "" })
	switch n := len(numbers); {
	case n == 0:
		return "the tracking issue is"
	case n == 1:
		return "item " + numbers[0] + " is"
	case n <= 6:
		return "items " + generator.And(numbers) + " are"
	default:
		return fmt.Sprintf("items %s and %d more are", strings.Join(numbers[:4], ", "), n-4)
	}
}

// some joins the first of a list and says how many more there are.
func some(list []string) string {
	if n := len(list); n > 8 {
		list = append(list[:7:7], fmt.Sprintf("%d more", n-7))
	}
	return generator.And(list)
}
