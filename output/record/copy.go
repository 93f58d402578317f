// Package record reads what people filled in: the ticks, initials, dates,
// evidence and signatures of a printed form that comes back as a file. It
// stands at the far end of the picture, where paper becomes data again.
//
// A copy is read into a Copy, whatever program saved it. A Store is what is
// known of a rollout, kept as YAML beside the profile. It takes over what a
// copy says, and says what is new, what contradicts, and what nobody would
// sign; and it shows a Runbook what it holds. The package opens nothing and
// asks no clock.
package record

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"runbook/generator"
	"runbook/output/form"
	"runbook/output/ooxml"
)

// Copy is the content of a filled copy. It knows no Runbook: its entries are
// by what the form calls them, items by their numbers.
type Copy struct {
	Workflow string   // ID of the workflow, "" where the copy does not say
	ID       string   // identity of the rollout
	Digest   string   // of the runbook the copy was made from
	Version  string   // of the workflow then
	Values   string   // digest of the profile's values alone
	Role     string   // whose sheet it is, "" for the whole
	Shown    int      // how many copies the record had that it was printed with, -1 for none
	Unread   []string // numbers of the items with a note that may be of people or not
	Texts    []string // what its texts said, in lines for form.ParseTexts
	Entries  map[string]map[string]Values
}

// said are what the copy says that its texts said.
func (c Copy) said() []form.Text {
	var list []form.Text
	for _, line := range slices.Sorted(slices.Values(c.Texts)) {
		list = append(list, form.ParseTexts(line, c.Workflow)...)
	}
	return list
}

// Values are the fields of an entry by name. A field that the copy has and
// nobody filled in is "", one that the copy has not is absent. Numbers of
// ticked boxes stand in order with spaces between; a box of its own is "yes".
type Values map[string]string

const ticked = "yes"

// filled reports whether anything was filled in.
func (v Values) filled() bool {
	for _, s := range v {
		if s != "" {
			return true
		}
	}
	return false
}

// given is what was filled in, apart from v.
func (v Values) given() Values {
	out := maps.Clone(v)
	maps.DeleteFunc(out, func(_, s string) bool { return s == "" })
	return out
}

// numbers are those of ticked boxes.
func numbers(s string) []int {
	var list []int
	for f := range strings.FieldsSeq(s) {
		if n, err := strconv.Atoi(f); err == nil {
			list = append(list, n)
		}
	}
	return list
}

// joinNumbers is the reverse of numbers.
func joinNumbers(list []int) string {
	list = slices.Compact(slices.Sorted(slices.Values(list)))
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}

func newCopy() Copy { return Copy{Shown: -1, Entries: map[string]map[string]Values{}} }

// Filled counts the entries in which something was filled in.
func (c Copy) Filled() int {
	n := 0
	for _, part := range c.Entries {
		for _, v := range part {
			if v.filled() {
				n++
			}
		}
	}
	return n
}

// entry returns the values of one entry, to be added to.
func (c Copy) entry(part, key string) Values {
	if c.Entries[part] == nil {
		c.Entries[part] = map[string]Values{}
	}
	v := c.Entries[part][key]
	if v == nil {
		v = Values{}
		c.Entries[part][key] = v
	}
	return v
}

// fieldValue is the value of a form field.
type fieldValue struct {
	on   bool   // of a box
	text string // of a text field
}

// all files the values of a form by the names of its fields. In their order,
// so that the same copy always has the same fault.
func (c Copy) all(values map[string]fieldValue) error {
	for _, name := range slices.SortedFunc(maps.Keys(values), natural) {
		if err := c.set(name, values[name]); err != nil {
			return err
		}
	}
	return nil
}

// natural puts 0.2 before 0.10.
func natural(a, b string) int {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(x), len(y)) {
		m, errM := strconv.Atoi(x[i])
		n, errN := strconv.Atoi(y[i])
		if errM == nil && errN == nil && m != n {
			return cmp.Compare(m, n)
		}
		if d := strings.Compare(x[i], y[i]); d != 0 {
			return d
		}
	}
	return cmp.Compare(len(x), len(y))
}

// boxes are those of which one at most is ticked, with what they say.
var boxes = map[string]struct{ field, value string }{
	"done":   {"status", string(generator.StatusDone)},
	"skip":   {"status", string(generator.StatusNotNeeded)},
	"block":  {"status", string(generator.StatusBlocked)},
	"passed": {"result", string(generator.ResultPassed)},
	"open":   {"result", string(generator.ResultOpenPoints)},
}

// set files the value of one field. A name that no form has is passed over:
// somebody made that field for himself.
func (c Copy) set(name string, v fieldValue) error {
	kind, rest, _ := strings.Cut(name, ".")
	switch kind {
	case "done", "skip", "block":
		return c.box("items", rest, kind, v.on)
	case "initials":
		return c.text("items", rest, "by", v.text)
	case "date", "evidence":
		return c.text("items", rest, kind, v.text)
	case "v":
		number, n := cutLast(rest)
		return c.number("items", number, "verified", n, v.on)
	}
	i := slices.IndexFunc(parts, func(p *part) bool { return p.form == kind })
	key, f := cutLast(rest)
	if i < 0 || key == "" {
		return nil
	}
	p := parts[i]
	switch _, isNumber := strconv.Atoi(f); {
	case p.name == "gates" && isNumber == nil:
		return c.number(p.name, key, "conditions", f, v.on)
	case p.name == "gates" && boxes[f].field == "result":
		return c.box(p.name, key, f, v.on)
	case p.name == "people" && f == "initials":
		return c.text(p.name, key, f, v.text)
	case p.field(f) == nil:
		return nil
	case p.field(f).kind == yes:
		c.yes(p.name, key, f, v.on)
		return nil
	}
	return c.text(p.name, key, f, v.text)
}

func cutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, '.')
	if i < 0 {
		return "", s
	}
	return s[:i], s[i+1:]
}

// box files one of several boxes of which one may be ticked.
func (c Copy) box(part, key, name string, on bool) error {
	e, b := c.entry(part, key), boxes[name]
	if _, ok := e[b.field]; !ok {
		e[b.field] = ""
	}
	if !on {
		return nil
	}
	if have := e[b.field]; have != "" && have != b.value {
		return fmt.Errorf("%s has both %q and %q ticked: which one counts?", formTitle(part, key), inWords(have), inWords(b.value))
	}
	e[b.field] = b.value
	return nil
}

// yes files a box of its own.
func (c Copy) yes(part, key, field string, on bool) {
	e := c.entry(part, key)
	e[field] = ""
	if on {
		e[field] = ticked
	}
}

// number files one of several boxes of which all may be ticked.
func (c Copy) number(part, key, field, number string, on bool) error {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > mostChecks || key == "" {
		return fmt.Errorf("the copy has a box %q that no runbook has", key+"."+number)
	}
	e := c.entry(part, key)
	list := numbers(e[field])
	if on {
		list = append(list, n)
	}
	e[field] = joinNumbers(list)
	return nil
}

const (
	mostChecks = 1000
	mostText   = 4000 // characters in one field
)

func (c Copy) text(part, key, field, text string) error {
	text = tidy(text)
	if len([]rune(text)) > mostText {
		return fmt.Errorf("%s: %s is longer than %d characters", formTitle(part, key), strings.ReplaceAll(field, "_", " "), mostText)
	}
	if p := partNamed(part); p.field(field) != nil && p.field(field).kind == date {
		text = day(text)
	}
	c.entry(part, key)[field] = text
	return nil
}

// formTitle names an entry by what the form calls it.
func formTitle(part, key string) string {
	switch part {
	case "items":
		return "item " + key
	case "gates":
		return "the gate of phase " + key
	}
	return partNamed(part).what + " " + key
}

// tidy puts a text on one line without what cannot be seen. The formats show
// it so, and so it comes back.
func tidy(s string) string {
	s = norm.NFC.String(ooxml.Clean(strings.ToValidUTF8(s, "")))
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r == 0x200c || r == 0x200d { // the PDF shows no joiners
			return -1
		}
		return r
	}, s)), " ")
}
