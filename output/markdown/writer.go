package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"runbook/generator"
	"runbook/output/words"
)

//go:generate go test . -run TestLayout -update

// writer is the page as far as it is written. Its methods that begin with
// "lay" are the templates, compiled; its other methods are their functions.
type writer struct {
	out []byte
	at  places
}

func newWriter(p *page, out []byte) *writer {
	w := &writer{at: newPlaces(p), out: slices.Grow(out, p.size())}
	p.Chain = make([]string, 0, len(p.Runbook.Chain))
	for _, key := range p.Runbook.Chain {
		if _, ok := w.at.here(key); ok {
			p.Chain = append(p.Chain, key)
		}
	}
	return w
}

// size guesses how long the page is going to be, rather too long than too
// short: to grow would touch twice the memory.
func (p *page) size() int {
	const fixed, item, entry, row = 8 << 10, 1500, 500, 100 // what stands around the texts
	size := fixed
	for _, ph := range p.Phases {
		for i := range ph.Items {
			size += item + bodySize(&ph.Items[i])
		}
	}
	for i := range p.References {
		for j := range p.References[i].Entries {
			size += entry + len(p.References[i].Entries[j].Body)
		}
	}
	for i := range p.Omissions {
		size += row + len(p.Omissions[i].Reason)
	}
	for i := range p.Terms {
		size += row + len(p.Terms[i].Text)
	}
	return size
}

// bodySize is the length of the texts of the instruction of an item.
func bodySize(it *generator.Item) int {
	size := len(it.Why) + len(it.Ready) + len(it.OnCallFor) + len(it.Steps) + len(it.Evidence)
	for _, check := range it.Verify {
		size += len(check)
	}
	return size
}

// page is what was written, with one line end at its end.
func (w *writer) page() []byte { return append(bytes.TrimRight(w.out, "\n"), '\n') }

// raw writes what stands in a template, and a value that is Markdown. The
// templates may leave blank lines and cells empty as they like: of several
// blank lines it writes one, and one blank for an empty cell. Inlined in every
// place, it would double the code of the templates; so would text.
//
//go:noinline
func (w *writer) raw(s string) {
	if s != "" && s[0] <= ' ' {
		s = w.joined(s)
	}
	w.out = append(w.out, s...)
}

// joined is what is left to write of a text that begins with a blank.
func (w *writer) joined(s string) string {
	if s[0] == '\n' {
		lines := 1
		for lines < len(s) && s[lines] == '\n' {
			lines++
		}
		return s[max(0, lines-w.room()):]
	}
	if strings.HasPrefix(s, " |") && bytes.HasSuffix(w.out, []byte("| ")) {
		return s[1:]
	}
	return s
}

// room is how many line ends may follow what is written.
func (w *writer) room() int {
	n := len(w.out)
	switch {
	case n == 0 || n > 1 && w.out[n-1] == '\n' && w.out[n-2] == '\n':
		return 0
	case w.out[n-1] == '\n':
		return 1
	}
	return 2
}

func (w *writer) put(texts ...string) {
	for _, s := range texts {
		w.out = append(w.out, s...)
	}
}

func (w *writer) number(n int) { w.out = strconv.AppendInt(w.out, int64(n), 10) }

//go:noinline
func (w *writer) text(s string) { w.out = generator.AppendMarkdown(w.out, s) }

func (w *writer) code(s string) { w.out = generator.AppendCodeSpan(w.out, s, true) }

func (w *writer) minutes(n int) { w.out = generator.AppendMinutes(w.out, n) }

func (w *writer) heading(key string) { w.out = append(w.out, w.at.heading(w.at.of[key])...) }

func (w *writer) anchor(heading string) { w.out = appendAnchor(append(w.out, '#'), heading) }

func (w *writer) people(list []generator.Person) {
	if len(list) == 1 {
		w.text(generator.Bounded(list[0].Name))
	} else {
		w.text(words.People(list))
	}
}

// tick writes what stands in the box of a check or a condition.
func (w *writer) tick(ticked []int, i int) {
	if slices.Contains(ticked, i+1) {
		w.put("x")
	} else {
		w.put(" ")
	}
}

// ordinal writes the number of a sitting among those for which the role must
// be there.
func (w *writer) ordinal(list []generator.Sitting, i int) {
	n := 0
	for j := range list[:i+1] {
		if !list[j].OnCall {
			n++
		}
	}
	w.number(n)
}

// state is how far an item is, in words.
func (w *writer) state(s generator.Status) { w.put(strings.ReplaceAll(string(s), "-", " ")) }

// evidence writes what proves the work: a link to the issue, or text.
func (w *writer) evidence(s string) {
	if number := issueNumber(s); number != "" {
		w.put("[#", number, "](", s, ")")
	} else {
		w.text(s)
	}
}

// issueNumber is the number at the end of the address of an issue, and ""
// for any other text.
func issueNumber(s string) string {
	before, number, ok := strings.Cut(s, "/issues/")
	if _, err := strconv.ParseUint(number, 10, 64); !ok || err != nil || !strings.HasPrefix(before, "http") {
		return ""
	}
	for _, r := range before {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(".-_~:/", r) {
			return "" // it could end the link
		}
	}
	return number
}

// The functions of the templates that give a value.

// title is the heading of a chapter, as the words of all formats have it.
func title(chapter string) string {
	switch chapter {
	case "contents":
		return words.Contents
	case "control":
		return words.Control
	case "decisions":
		return words.Decisions
	case "warnings":
		return words.Warnings
	case "roles":
		return words.Roles
	case "names":
		return words.Names
	case "omissions":
		return words.Omissions
	case "terms":
		return words.Terms
	case "written":
		return words.Written
	case "written note":
		return words.WrittenNote
	case "doubts":
		return words.Doubts
	case "doubts note":
		return words.DoubtsNote
	case "deviations":
		return words.Deviations
	case "sign-off":
		return words.SignOff
	case "initials":
		return words.Initials
	case "needed":
		return words.Needed
	case "with others":
		return words.WithOthers
	case "ready before":
		return words.ReadyBefore
	case "gates":
		return words.Gates
	case "gate":
		return words.Gate
	}
	return ""
}

func sentence(s string) string { return generator.Sentence(s) }

func behind(prefix, s string) string { return strings.TrimPrefix(s, prefix) }

func days(from, to string) string { return words.Days(from, to) }

func planning(from, to string) string { return words.Planned(from, to) }

func day(s string) string { return words.Day(s) }

func weekday(s string) string { return words.Weekday(s) }

func dated(s generator.Source) string { return words.Dated(s) }

func together(it *generator.Item) generator.Markdown { return words.Together(*it) }

func companions(s *generator.Sitting) string { return words.Companions(*s) }

func gate(p *generator.Phase) generator.Markdown { return words.GateLine(*p) }

func done(items []generator.Item) string { return words.DoneText(items) }

func glance(r *role) string { return words.Glance(r.RoleEntry) }

func waiting(it *generator.Item) string { return words.Wait(*it) }

func handson(s *generator.Sitting) string { return words.HandsOn(*s) }

func awaited(s *generator.Sitting) []words.Awaited { return words.AwaitedItems(*s) }

func nothing(s *generator.Sitting) string { return words.NothingAwaited(*s) }

// first is the day of the first sitting, "" of a role with nothing to do.
func first(list []generator.Sitting) string {
	if len(list) == 0 {
		return ""
	}
	return list[0].Planned
}
