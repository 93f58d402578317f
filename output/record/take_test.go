package record_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output/record"
)

// word1 is the place of Word in forms.
const word1 = 1

// work fills in one item of a copy.
func work(number string, w generator.Work) *generator.Runbook {
	rb := today()
	for _, p := range []*generator.Phase{&rb.Before, &rb.Phases[0], &rb.Phases[1]} {
		for i := range p.Items {
			if p.Items[i].Number == number {
				p.Items[i].Work = w
			}
		}
	}
	return rb
}

func lines(r record.Report) map[string][]string {
	return map[string][]string{"lines": r.Lines, "clashes": r.Clashes, "remarks": r.Remarks}
}

var lr = generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-01-11", Evidence: "roles-v2.pdf", Verified: []int{1, 2}}

// Two copies that contradict each other are said to, with both sides and
// their files; nothing of the second is mixed into the first.
func TestContradiction(t *testing.T) {
	t.Parallel()
	mm := work("1.1", generator.Work{Status: generator.StatusDone, By: "MM", Date: "2027-01-15", Evidence: "other", Verified: []int{1}})
	first := func() *record.Store {
		s := &record.Store{File: "contoso.record.yaml"}
		take(t, s, work("1.1", lr), word1, "x1.pdf", record.Neither)
		return s
	}
	said := `1.1 Register the server app: x1.pdf says done, by "LR", on 2027-01-11, evidence "roles-v2.pdf", 2 of 2 checks ticked; ` +
		`x2.pdf says done, by "MM", on 2027-01-15, evidence "other", 1 of 2 checks ticked`
	s := first()
	before := marshal(t, s)
	if diff := cmp.Diff(map[string][]string{"lines": nil, "clashes": {said}, "remarks": nil}, lines(take(t, s, mm, word1, "x2.pdf", record.Neither))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, marshal(t, s)); diff != "" {
		t.Errorf("the record changed\n%s", diff)
	}
	// A single field that differs is a contradiction too: no initials come to
	// stand beside somebody else's work.
	if r := take(t, s, work("1.1", generator.Work{By: "ZZ"}), word1, "x3.pdf", record.Neither); len(r.Clashes) != 1 || r.New+r.Changed != 0 {
		t.Errorf("%+v", r)
	}

	// What the record refused is kept beside it, with the copy that said it;
	// read again, the copy has nothing new, and the paper tells of both.
	r := take(t, s, mm, word1, "x2.pdf", record.TheRecord)
	if len(r.Remarks) != 1 || !strings.Contains(r.Remarks[0], "the record keeps done, by \"LR\"") || r.Refused != 1 || r.New+r.Changed > 0 {
		t.Errorf("%+v", r)
	}
	s = reread(t, s)
	if text := marshal(t, s); !strings.Contains(text, "by: LR\n") || !strings.Contains(text, "copies: [1]\n    refused:\n      - status: done\n        by: MM\n") {
		t.Errorf("what was refused is not kept:\n%s", text)
	}
	for _, prefer := range []record.Prefer{record.Neither, record.TheRecord} {
		if r := take(t, s, mm, word1, "x2.pdf", prefer); r.Unkept() || r.Refused > 0 {
			t.Errorf("%+v", r)
		}
	}
	rb := today()
	s.Show(rb)
	if w := rb.Phases[0].Items[0].Work; w.By != "LR" || w.Note != `Not taken from x2.pdf: done, by "MM", on 2027-01-15, evidence "other", 1 of 2 checks ticked.` {
		t.Errorf("%+v", w)
	}
	if got := rb.Record.Sources; len(got) != 2 || got[1].File != "x2.pdf" {
		t.Errorf("%+v", got)
	}

	r = take(t, s, mm, word1, "x2.pdf", record.TheCopy)
	if strings.Contains(marshal(t, s), "refused") {
		t.Error("what is taken now is still refused")
	}
	if r.Changed != 1 || len(r.Lines) != 1 || !strings.Contains(r.Lines[0], `done, by "MM", on 2027-01-15, evidence "other", 1 of 2 checks ticked, in place of done, by "LR"`) {
		t.Errorf("%+v", r)
	}
	// What it replaced is kept, with the copy that it came from.
	s = reread(t, s)
	text := marshal(t, s)
	for _, want := range []string{"by: MM", "verified: [1]\n", "copies: [2]\n    earlier:\n      - status: done\n        by: LR\n", "verified: [1, 2]\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// A tick that is missing in a later copy is said and stays, unless the copy
// is to count.
func TestUnticked(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	take(t, s, work("1.1", lr), word1, "x1.pdf", record.Neither)
	unticked := lr
	unticked.Status = ""
	want := map[string][]string{"lines": nil, "clashes": nil, "remarks": {"1.1 Register the server app: in the record and not in this copy: done"}}
	if diff := cmp.Diff(want, lines(take(t, s, work("1.1", unticked), word1, "x2.pdf", record.Neither))); diff != "" {
		t.Error(diff)
	}
	// An empty copy that was printed before says nothing, one that was printed
	// with the entry says that somebody took it back.
	if r := take(t, s, today(), word1, "x3.pdf", record.Neither); r.Unkept() {
		t.Errorf("%+v", r)
	}
	emptied := today()
	emptied.Record = &generator.RecordRef{Copies: 1}
	if r := take(t, s, emptied, word1, "x4.pdf", record.Neither); len(r.Remarks) != 1 || r.New+r.Changed > 0 {
		t.Errorf("%+v", r)
	}
	if r := take(t, s, emptied, word1, "x4.pdf", record.TheCopy); r.Changed != 1 {
		t.Errorf("%+v", r)
	}
	s = reread(t, s)
	shown := today()
	s.Show(shown)
	if shown.Phases[0].Items[0].Done() || !strings.Contains(marshal(t, s), "by: LR") {
		t.Errorf("%+v\n%s", shown.Phases[0].Items[0].Work, marshal(t, s))
	}
}

// What only one of two copies has is added; a state that work had on its way
// is no contradiction to a later one.
func TestAdded(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	const excel = 2
	take(t, s, work("1.1", generator.Work{Status: generator.StatusWaiting, By: "BB", Evidence: "the tenant is locked"}), excel, "x1.xlsx", record.Neither)
	r := take(t, s, work("1.1", generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-01-11", Verified: []int{2}}), word1, "x2.docx", record.Neither)
	if r.Changed != 1 || len(r.Clashes) > 0 {
		t.Errorf("%+v", r)
	}
	r = take(t, s, work("1.1", generator.Work{Evidence: "roles-v2.pdf", Verified: []int{1}}), word1, "x3.docx", record.Neither)
	want := map[string][]string{
		"lines":   {`1.1 Register the server app: evidence "roles-v2.pdf", 2 of 2 checks ticked`},
		"clashes": nil, "remarks": {"1.1 Register the server app: in the record and not in this copy: done, by \"LR\", on 2027-01-11, 1 of 2 checks ticked"},
	}
	if diff := cmp.Diff(want, lines(r)); diff != "" {
		t.Error(diff)
	}
	shown := today()
	reread(t, s).Show(shown)
	if diff := cmp.Diff(lr, shown.Phases[0].Items[0].Work); diff != "" {
		t.Error(diff)
	}
	// An old workbook that still says so does not turn the clock back.
	if r := take(t, s, work("1.1", generator.Work{Status: generator.StatusInProgress}), excel, "x4.xlsx", record.Neither); r.New+r.Changed+len(r.Clashes) > 0 || len(r.Remarks) != 1 {
		t.Errorf("%+v", r)
	}
	if text := marshal(t, s); !strings.Contains(text, "copies: [2, 3]\n    earlier:\n      - status: waiting\n        by: BB\n") {
		t.Errorf("not both copies, or not what was before\n%s", text)
	}
}

// Lines of two deviation logs are different ones unless they say the same.
func TestDeviationLogs(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	log := func(list ...generator.Deviation) *generator.Runbook {
		rb := today()
		rb.Deviations = list
		return rb
	}
	one, two := generator.Deviation{Item: "1.1", What: "used the old app"}, generator.Deviation{Item: "2.1", What: "no record"}
	take(t, s, log(one), word1, "x1.pdf", record.Neither)
	agreed := one
	agreed.AgreedBy = "LR"
	r := take(t, s, log(two, agreed), word1, "x2.pdf", record.Neither)
	if r.New != 1 || r.Changed != 1 || len(r.Clashes) > 0 {
		t.Errorf("%+v", r)
	}
	shown := today()
	s.Show(shown)
	if diff := cmp.Diff([]generator.Deviation{agreed, two}, shown.Deviations); diff != "" {
		t.Error(diff)
	}
}

// An entry that was made for other content under the same key is shown as
// such and not as done; one that was made under another digest for the same
// content says so.
func TestAnotherDigest(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	filled := work("1.1", lr)
	filled.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-01-11", Evidence: "x", Verified: []int{1}}
	filled.Decisions[1].Confirmed = generator.Confirmation{Yes: true}
	filled.Roles[0].Release = generator.SignOff{Name: "Ann Lee"}
	take(t, s, filled, word1, "x1.pdf", record.Neither)
	s = reread(t, s)

	other := func() *generator.Runbook {
		rb := today()
		rb.Digest = "111111111111"
		rb.Decisions[1].Value = "otherfalls"
		rb.Phases[0].Items[0].Steps += "\n3. Name it `otherfalls`."
		return rb
	}
	rb := other()
	notes := s.Show(rb)
	if len(notes) != 1 || !strings.Contains(notes[0], "so not shown as done: release by Global Administrator, decision Name prefix, 1.1") {
		t.Errorf("%q", notes)
	}
	want := generator.Work{Note: "Done by LR on 2027-01-11 under the digest ba9876543210; the item has changed since: check again."}
	if diff := cmp.Diff(want, rb.Phases[0].Items[0].Work); diff != "" {
		t.Error(diff)
	}
	if it := rb.Before.Items[0]; !it.Done() || it.Work.Note != "Recorded under the digest ba9876543210; the item reads the same since." {
		t.Errorf("%+v", it.Work)
	}
	if c := rb.Decisions[1].Confirmed; c.Yes || !strings.HasPrefix(c.Note, "Confirmed under the digest ba9876543210") {
		t.Errorf("%+v", c)
	}
	if r := rb.Roles[0].Release; r.Name != "" || !strings.HasPrefix(r.Note, "Signed by Ann Lee under the digest ba9876543210; the profile or the workflow has changed") {
		t.Errorf("%+v", r)
	}

	// Work done anew takes the place of what was done before.
	data, err := forms[word1].render(func() *generator.Runbook {
		rb := other()
		rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: "MM", Date: "2027-02-01"}
		return rb
	}())
	if err != nil {
		t.Fatal(err)
	}
	c, err := record.ReadDOCX(data)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Take(today(), c, source("x2.pdf"), record.Neither); !errors.Is(err, record.ErrOther) || !strings.Contains(err.Error(), `its digest is "111111111111"`) {
		t.Errorf("the copy of another profile was taken: %v", err)
	}
	from := source("x2.pdf")
	from.Digest = "111111111111"
	r, err := s.Take(other(), c, from, record.Neither)
	if err != nil || r.Changed != 1 || len(r.Clashes) > 0 || !strings.Contains(marshal(t, s), "earlier:\n      - status: done\n        by: LR") {
		t.Errorf("%+v, %v\n%s", r, err, marshal(t, s))
	}
}

// Whoever audits a record reads its copies again: what was settled is no
// contradiction any more, the paper shows what was replaced, and what somebody
// has changed in the record since is found, also what no copy ever said.
func TestAudit(t *testing.T) {
	t.Parallel()
	mm := work("1.1", generator.Work{Status: generator.StatusDone, By: "MM", Date: "2027-01-15", Evidence: "other", Verified: []int{1}})
	s := &record.Store{File: "contoso.record.yaml"}
	take(t, s, work("1.1", lr), word1, "x1.pdf", record.Neither)
	take(t, s, mm, word1, "x2.pdf", record.TheCopy)
	audit := func(text string) map[string][]string {
		all := map[string][]string{}
		for file, rb := range map[string]*generator.Runbook{"x1.pdf": work("1.1", lr), "x2.pdf": mm} {
			s, ps := record.ParseStore("contoso.record.yaml", []byte(text))
			if err := ps.Err(); err != nil {
				t.Fatal(err)
			}
			r := take(t, s, rb, word1, file, record.Neither)
			all["found"] = append(append(append(all["found"], r.Lines...), r.Clashes...), r.Remarks...)
		}
		return all
	}
	text := marshal(t, s)
	if diff := cmp.Diff(map[string][]string{"found": nil}, audit(text)); diff != "" {
		t.Errorf("the record is as it was\n%s", diff)
	}
	want := map[string][]string{"found": {`1.1 Register the server app: the record, which has it from this copy, says done, by "MM", on 2027-01-15, evidence "better", 1 of 2 checks ticked; ` +
		`x2.pdf says done, by "MM", on 2027-01-15, evidence "other", 1 of 2 checks ticked`}}
	if diff := cmp.Diff(want, audit(strings.Replace(text, "evidence: other", "evidence: better", 1))); diff != "" {
		t.Errorf("evidence changed by hand\n%s", diff)
	}
	invented := strings.Replace(text, "items:\n", "items:\n  sample/check-names:\n    status: done\n    by: MM\n    copies: [2]\n", 1)
	want = map[string][]string{"found": {`0.1 Check that the names are free: in the record and not in this copy: done, by "MM"`}}
	if diff := cmp.Diff(want, audit(invented)); diff != "" {
		t.Errorf("an entry invented\n%s\n%s", diff, invented)
	}
	shown := today()
	s.Show(shown)
	replaced := `Recorded before, and replaced: done, by "LR", on 2027-01-11, evidence "roles-v2.pdf", 2 of 2 checks ticked.`
	if note := shown.Phases[0].Items[0].Work.Note; !strings.HasPrefix(note, replaced) {
		t.Error(note)
	}
}

// An entry that several copies made, or that stands in a list, is audited, too,
// when all copies that it names are read again.
func TestAuditOfAllCopies(t *testing.T) {
	t.Parallel()
	bare := generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-01-11", Verified: []int{1}}
	proved := bare
	proved.Evidence = "roles-v2.pdf"
	s := &record.Store{File: "contoso.record.yaml"}
	take(t, s, work("1.1", bare), word1, "x1.pdf", record.Neither)
	take(t, s, work("1.1", proved), word1, "x2.pdf", record.Neither)
	text := marshal(t, s)
	for name, c := range map[string]struct{ from, to, want string }{
		"as it was": {"", "", ""},
		"a tick more": {
			"verified: [1]\n", "verified: [1, 2]\n",
			"1.1 Register the server app: in the record and not in any of the copies that it names: 2 of 2 checks ticked",
		},
		"an item that both would have": {
			"items:\n", "items:\n  sample/check-names:\n    status: done\n    by: MM\n    copies: [1, 2]\n",
			`0.1 Check that the names are free: in the record and not in any of the copies that it names: done, by "MM"`,
		},
		"somebody's initials": {"items:\n", "people:\n  ZZ:\n    name: Zoe\n    copies: [1]\nitems:\n", `Initials "ZZ": in the record and not in this copy: name "Zoe"`},
		"a deviation":         {"items:\n", "deviations:\n  - what: Cut short\n    copies: [2]\nitems:\n", `Deviation 1: in the record and not in this copy: what "Cut short"`},
		"something replaced": {
			"    copies: [1, 2]\n", "    copies: [1, 2]\n    earlier:\n      - status: done\n        by: QQ\n        copies: [2]\n",
			`1.1 Register the server app: in the record as replaced and not in this copy: by "QQ"`,
		},
		"written by hand": {"items:\n", "items:\n  sample/check-names:\n    status: done\n    by: MM\n", ""}, // the paper says so
	} {
		if !strings.Contains(text, c.from) {
			t.Fatalf("%s: no %q in\n%s", name, c.from, text)
		}
		s, ps := record.ParseStore("contoso.record.yaml", []byte(strings.Replace(text, c.from, c.to, 1)))
		if err := ps.Err(); err != nil {
			t.Fatal(name, err)
		}
		first, second := take(t, s, work("1.1", bare), word1, "x1.pdf", record.Neither), take(t, s, work("1.1", proved), word1, "x2.pdf", record.Neither)
		found := slices.Concat(first.Lines, first.Clashes, first.Remarks, second.Lines, second.Clashes, second.Remarks)
		if got := strings.Join(found, "\n"); got != c.want {
			t.Errorf("%s: found %q, want %q", name, got, c.want)
		}
	}
}

// What a copy says of itself is somebody's text: no sign of it steers a terminal.
func TestForgedIdentity(t *testing.T) {
	t.Parallel()
	_, err := (&record.Store{}).Take(today(), record.Copy{ID: "x\x1b[2J", Digest: "0"}, source("x.pdf"), record.Neither)
	if err == nil || strings.ContainsRune(err.Error(), '\x1b') || !strings.Contains(err.Error(), `write id: "x\x1b[2J" into the profile`) {
		t.Errorf("%q", err)
	}
}

// What nobody would sign is said, an entry a line.
func TestDoubts(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	rb := today()
	rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "ZZ", Date: "2027-02-01", Evidence: "x", Verified: []int{1}}
	rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-01-31", Verified: []int{2}}
	rb.Phases[1].Items[0].Work = generator.Work{Status: generator.StatusNotNeeded, Date: "yesterday"}
	rb.Phases[0].Signed = generator.PhaseSign{Result: generator.ResultOpenPoints, SignOff: generator.SignOff{Name: "Ann Lee", Date: "2031-01-01"}}
	rb.Phases[1].Signed = generator.PhaseSign{Result: generator.ResultPassed}
	rb.Signers = []generator.Signer{{Initials: "LR", Name: "Lynne Robbins"}, {Name: "Nobody"}}
	r := take(t, s, rb, word1, "x1.pdf", record.Neither)
	if diff := cmp.Diff([]string{`Line 2 of the table of initials has none, and is not kept: name "Nobody"`}, r.Remarks); diff != "" {
		t.Error(diff)
	}
	want := []string{
		"Gate of phase 1: date 2031-01-01 is in the future, 0 of 1 conditions ticked, the open points are not written down",
		"Gate of phase 2: no name and no signature, no date",
		`0.1 Check that the names are free: the initials "ZZ" are in no table of initials`,
		"1.1 Register the server app: no evidence, 1 of 2 checks ticked, done before 0.1, which it needs (2027-02-01)",
		`2.1 Create the CNAME record: date "yesterday" is no date (YYYY-MM-DD), no initials, no reason`,
	}
	if diff := cmp.Diff(want, s.Doubts(r, "2027-03-01")); diff != "" {
		t.Error(diff)
	}
	shown := today()
	s.Show(shown)
	if n := shown.Phases[0].Items[0].Work.Note; n != "Record incomplete: no evidence, 1 of 2 checks ticked, done before 0.1, which it needs (2027-02-01)." {
		t.Error(n)
	}
}

// Whoever signs before the work is done, or begins before the conditions are
// checked, is told, and so is a deviation that tells too little.
func TestDoubtfulOrder(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	rb := today()
	rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusDone, By: "LR", Date: "2027-02-10", Evidence: "x", Verified: []int{1, 2}}
	rb.Phases[0].Signed = generator.PhaseSign{Ticked: []int{1}, CheckedBy: "LR", CheckedOn: "2027-02-11", Result: generator.ResultPassed, SignOff: generator.SignOff{Name: "Ann Lee", Date: "2027-02-09"}}
	rb.Closing[1].SignOff = generator.SignOff{Name: "Ann Lee", Date: "2027-02-01"}
	rb.Decisions[1].Confirmed = generator.Confirmation{Yes: true}
	rb.Roles[0].Release = generator.SignOff{Name: "Ann Lee"}
	rb.Deviations = []generator.Deviation{{Item: "9.9", What: "nobody waited"}, {Item: "all", What: "used the app of 2024", Why: "it was there", AgreedBy: "LR", Date: "2027-02-10"}}
	r := take(t, s, rb, word1, "x1.pdf", record.Neither)
	incomplete := []string{
		"Release by " + rb.Roles[0].Title + ": no date",
		"Decision " + rb.Decisions[1].Label + ": no initials, no date",
		"Gate of phase 1: passed before they were done: 1.1 (2027-02-10), done before the conditions were checked: 1.1 (2027-02-10)",
		"Final sign-off, " + rb.Closing[1].Title + ": neither done nor not needed: 2 items, signed before they were done: 1.1 (2027-02-10)",
		`Deviation 1: the runbook has no item "9.9", no reason, agreed by nobody, no date`,
	}
	if diff := cmp.Diff(incomplete, s.Doubts(r, "2027-03-01")); diff != "" {
		t.Error(diff)
	}
	shown := today()
	s.Show(shown)
	var doubts []string
	for _, d := range shown.Doubts {
		doubts = append(doubts, d.About+": "+strings.TrimSuffix(strings.TrimPrefix(d.Note, "Record incomplete: "), "."))
	}
	if diff := cmp.Diff(incomplete, doubts); diff != "" {
		t.Error(diff)
	}
	if n := shown.Closing[1].Note; !strings.HasPrefix(n, "Record incomplete: neither done") {
		t.Error(n)
	}
}

// All phases are not done while items are open.
func TestDoubtsAtTheEnd(t *testing.T) {
	t.Parallel()
	s := &record.Store{File: "contoso.record.yaml"}
	rb := today()
	rb.Before.Items[0].Work = generator.Work{Status: generator.StatusNotNeeded, By: "AL", Date: "2027-02-01", Evidence: "there is one"}
	rb.Closing[0].SignOff = generator.SignOff{Name: "Ann Lee", Date: "2027-02-20"}
	r := take(t, s, rb, word1, "x1.pdf", record.Neither)
	if diff := cmp.Diff([]string{"Final sign-off, " + rb.Closing[0].Title + ": neither done nor not needed: 2 items"}, s.Doubts(r, "2027-03-01")); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesOtherCopies(t *testing.T) {
	t.Parallel()
	rb := today()
	for reason, c := range map[string]record.Copy{
		"rollout":         {ID: "other", Digest: rb.Digest},
		"workflow":        {Workflow: "other", Digest: rb.Digest},
		"digest":          {Digest: "000000000000"},
		"item 9.9":        {Digest: rb.Digest, Entries: map[string]map[string]record.Values{"items": {"9.9": {"status": "done"}}}},
		"gate of phase 7": {Digest: rb.Digest, Entries: map[string]map[string]record.Values{"gates": {"7": {"name": "Ann"}}}},
	} {
		var s record.Store
		if _, err := s.Take(rb, c, source("x.pdf"), record.Neither); !errors.Is(err, record.ErrOther) || !strings.Contains(err.Error(), reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

// A record belongs to one rollout of one workflow; one that was written by
// hand may leave out which.
func TestBelongs(t *testing.T) {
	t.Parallel()
	rb := generatortest.Small()
	for _, c := range []struct {
		store *record.Store
		want  string
	}{
		{nil, ""},
		{&record.Store{File: "r.yaml"}, ""},
		{&record.Store{File: "r.yaml", Workflow: rb.Workflow.ID, ID: rb.ID}, ""},
		{&record.Store{File: "r.yaml", ID: "other"}, `r.yaml is the record of the rollout "other"`},
		{&record.Store{File: "r.yaml", Workflow: "other", ID: rb.ID}, `r.yaml is a record of the workflow "other"`},
	} {
		got := ""
		if err := c.store.Belongs(rb); err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%+v: %q, want %q", c.store, got, c.want)
		}
	}
}

// A date that may be two days is a doubt; with the day written into the copy, or
// into another one, it is none any more, and no contradiction.
func TestDoubtfulDate(t *testing.T) {
	t.Parallel()
	on := func(date string) *generator.Runbook {
		return work("0.1", generator.Work{Status: generator.StatusDone, By: "AL", Date: date, Evidence: "x", Verified: []int{1}})
	}
	s := &record.Store{File: "contoso.record.yaml"}
	r := take(t, s, on("1/11/2027"), 0, "1.pdf", record.Neither)
	if got := strings.Join(s.Doubts(r, "2027-03-01"), "\n"); !strings.Contains(got, `date "1/11/2027" may be 2027-11-01 or 2027-01-11 (YYYY-MM-DD)`) {
		t.Error(got)
	}
	r = take(t, s, on("2027-03-04"), 0, "2.pdf", record.Neither)
	if len(r.Clashes) != 1 {
		t.Errorf("another day: %+v", r)
	}
	r = take(t, s, on("2027-01-11"), 0, "3.pdf", record.Neither)
	if r.Changed != 1 || len(r.Clashes)+len(s.Doubts(r, "2027-03-01")) > 0 {
		t.Errorf("%+v %q", r, s.Doubts(r, "2027-03-01"))
	}
	s = reread(t, s)
	for i, c := range []string{"1/11/2027", "2027-01-11"} {
		if r := take(t, s, on(c), 0, []string{"1.pdf", "3.pdf"}[i], record.Neither); r.Unkept() {
			t.Errorf("read again: %+v", r)
		}
	}
	rb := today()
	s.Show(rb)
	if w := rb.Before.Items[0].Work; w.Date != "2027-01-11" || !strings.Contains(w.Note, "on 1/11/2027") {
		t.Errorf("%+v", w)
	}
}

// Two ways to call a role are no contradiction where the initials and the name
// are the same.
func TestRolesOfInitials(t *testing.T) {
	t.Parallel()
	signs := func(name, role string) *generator.Runbook {
		rb := today()
		rb.Signers = []generator.Signer{{Initials: "CD", Name: name, Role: role}}
		return rb
	}
	s := &record.Store{File: "contoso.record.yaml"}
	take(t, s, signs("Caro Diaz", "Configuration Manager administrator"), 0, "1.pdf", record.Neither)
	r := take(t, s, signs("Caro Diaz", "CM admin"), 0, "2.pdf", record.Neither)
	if len(r.Clashes) > 0 || r.Changed != 1 || !slices.Equal(r.Lines, []string{`Initials "CD": role "Configuration Manager administrator / CM admin"`}) {
		t.Errorf("%+v", r)
	}
	if r := take(t, s, signs("Chris Dow", "CM admin"), 0, "3.pdf", record.Neither); len(r.Clashes) != 1 {
		t.Errorf("another name: %+v", r)
	}
}

// What one copy remarks stays beside what another does, also where it happens
// to be a piece of that. A remark that was written on takes its place.
func TestRemarksOfSeveral(t *testing.T) {
	t.Parallel()
	for want, says := range map[string][]string{
		"not done / no":              {"not done", "no"},
		"not done / done":            {"not done", "done"},
		"done, see 12":               {"done", "done, see 12"},
		"late / done":                {"late", "done", "late"},
		"late, as Bo says / done":    {"late", "late, as Bo says", "done", "late"},
		"see 1 / see 12":             {"see 1", "see 12"},
		"late / done / late, really": {"late", "done", "late, really"},
	} {
		s := &record.Store{File: "contoso.record.yaml"}
		for i, remark := range says {
			take(t, s, work("1.1", generator.Work{Remark: remark}), 2, fmt.Sprintf("x%d.xlsx", i), record.Neither)
		}
		if text := marshal(t, s); !strings.Contains(text, "remark: "+want+"\n") {
			t.Errorf("%q: no %q in\n%s", says, want, text)
		}
	}
}

// Of a remark that several copies made, each stands there whole: what is put
// together from pieces of them is found.
func TestAuditOfRemarks(t *testing.T) {
	t.Parallel()
	remark := func(s string) *generator.Runbook { return work("1.1", generator.Work{Remark: s}) }
	s := &record.Store{File: "contoso.record.yaml"}
	copies := map[string]string{"x1.xlsx": "not tested", "x2.xlsx": "not needed", "x3.xlsx": "says Ann"}
	for _, file := range slices.Sorted(maps.Keys(copies)) {
		take(t, s, remark(copies[file]), 2, file, record.Neither)
	}
	text := marshal(t, s)
	const is = "not tested / not needed / says Ann"
	for _, c := range []struct {
		says  string
		found bool
	}{
		{is, false},
		{"not needed / says Ann / not tested", false}, // read in another order
		{"not tested", true},                          // the others are missing
		{"tested / not needed / says Ann", true},
		{"not testednot needed / says Ann", true},
		{is + " / not needed / not needed", true},
		{is + " /", true},
	} {
		changed := strings.Replace(text, "remark: "+is, "remark: "+c.says, 1)
		if c.says != is && changed == text {
			t.Fatalf("%q is not in\n%s", is, text)
		}
		s, ps := record.ParseStore("contoso.record.yaml", []byte(changed))
		if err := ps.Err(); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, file := range slices.Sorted(maps.Keys(copies)) {
			r := take(t, s, remark(copies[file]), 2, file, record.Neither)
			found = found || len(r.Lines)+len(r.Clashes) > 0 || slices.ContainsFunc(r.Remarks, func(l string) bool { return strings.Contains(l, "in the record and not in any") })
		}
		if found != c.found {
			t.Errorf("%q: found %t", c.says, found)
		}
	}
}
