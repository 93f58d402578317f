package record

import (
	"slices"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

// part is a part of a record: what its entries are about and hold. The table
// below serves the reading, writing and comparing of all of them.
type part struct {
	name   string // in the record
	form   string // what the names of its fields begin with, see package form
	what   string // in messages
	about  string // under which name an entry says what it was about; "" where that cannot change
	keys   []string
	list   bool // its entries have no keys
	fields []field
}

type field struct {
	name    string
	label   string // in messages, "" for the name
	kind    kind
	choices []string
}

type kind int

const (
	text kind = iota
	date
	choice
	boxNumbers
	yes
	remarks // texts that stand beside each other rather than contradict
)

var parts = []*part{
	{name: "document", form: "control", what: "document control", keys: []string{"prepared_by", "replaces", "revision", "change"}, fields: []field{{name: "value"}}},
	{name: "people", form: "person", what: "initials", fields: []field{{name: "name"}, {name: "role", kind: remarks}, {name: "specimen"}}},
	{name: "release", form: "release", what: "release", about: "digest", fields: signature},
	{name: "decisions", form: "decision", what: "decision", about: "value", fields: []field{{name: "confirmed", kind: yes}, {name: "by"}, {name: "date", kind: date}, {name: "remark"}}},
	{name: "gates", form: "gate", what: "gate", about: "text", fields: append([]field{
		{name: "conditions", kind: boxNumbers},
		{name: "checked_by", label: "checked by"},
		{name: "checked_on", label: "checked on", kind: date},
		{name: "result", kind: choice, choices: []string{string(generator.ResultPassed), string(generator.ResultOpenPoints)}},
		{name: "open_points", label: "open points"},
	}, signature...)},
	{name: "items", form: "item", what: "item", about: "text", fields: []field{
		{name: "status", kind: choice, choices: []string{
			string(generator.StatusInProgress), string(generator.StatusWaiting), string(generator.StatusBlocked), string(generator.StatusDone), string(generator.StatusNotNeeded),
		}},
		{name: "by"},
		{name: "date", kind: date},
		{name: "evidence"},
		{name: "verified", label: "checks", kind: boxNumbers},
		{name: "remark", kind: remarks},
	}},
	{name: "deviations", form: "deviation", what: "deviation", list: true, fields: []field{
		{name: "item"},
		{name: "what"},
		{name: "why"},
		{name: "agreed_by", label: "agreed by"},
		{name: "date", kind: date},
	}},
	{name: "final", form: "final", what: "final sign-off", about: "digest", fields: signature},
}

var signature = []field{{name: "name"}, {name: "signature"}, {name: "date", kind: date}}

func partNamed(name string) *part {
	return parts[slices.IndexFunc(parts, func(p *part) bool { return p.name == name })]
}

// field returns the field of that name, nil if there is none.
func (p *part) field(name string) *field {
	i := slices.IndexFunc(p.fields, func(f field) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &p.fields[i]
}

func (f field) word() string {
	if f.label != "" {
		return f.label
	}
	return f.name
}

// inWords says a state or result as people say it.
func inWords(s string) string {
	if r := words.Result(generator.Result(s)); r != "" {
		return r
	}
	return strings.ToLower(words.Status(generator.Status(s)))
}

// reasoned reports whether what is written under evidence is a reason.
func reasoned(status string) bool {
	return status == string(generator.StatusBlocked) || status == string(generator.StatusNotNeeded)
}
