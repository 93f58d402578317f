package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/output/record"
)

const sha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

// A record that somebody changed is judged like a profile: every fault with
// its place and what would be right.
func TestParseStoreFaults(t *testing.T) {
	t.Parallel()
	_, ps := record.ParseStore("contoso.record.yaml", []byte(`workflow: cmg-setup
colour: blue
copies:
  - {file: x.pdf, sha256: abc, digest: ae0f3c7548c0, read: yesterday}
  - {file: y.pdf}
people: [LR]
document: {prepared: Ann}
decisions:
  site.version: {confirmed: perhaps, value: "2509"}
gates:
  0-before: {result: pass, conditions: all}
items:
  cmg-setup/confirm-roles: {done: true}
  cmg-setup/confirm-site-version:
    status: don
    date: 1/11/2027
    reason: none
    verified: [1, zero]
    copies: [3]
  cmg-setup/confirm-roles: {status: done}
  cmg-setup/check-names: {status: blocked, evidence: x}
  cmg-setup/empty: {}
deviations:
  what: x
`))
	want := []string{
		`contoso.record.yaml:1:1: error: the record has no version`,
		`contoso.record.yaml:2:1: error: unknown key "colour" in a record`,
		`contoso.record.yaml:4:27: error: sha256 "abc" has not the 64 hexadecimal digits of one`,
		`contoso.record.yaml:4:60: error: read "yesterday" is no date`,
		`contoso.record.yaml:5:5: error: a copy wants file, sha256 and digest`,
		`contoso.record.yaml:6:9: error: people wants keys`,
		`contoso.record.yaml:7:12: error: unknown key "prepared" in document`,
		`contoso.record.yaml:9:29: error: confirmed wants true or false, not "perhaps"`,
		`contoso.record.yaml:9:17: error: decision "site.version" says nothing`,
		`contoso.record.yaml:11:22: error: unknown result "pass"`,
		`contoso.record.yaml:11:40: error: conditions wants a list of numbers`,
		`contoso.record.yaml:13:29: error: unknown key "done" in item "cmg-setup/confirm-roles"`,
		`contoso.record.yaml:13:28: error: item "cmg-setup/confirm-roles" says nothing`,
		`contoso.record.yaml:15:13: error: unknown status "don"`,
		`contoso.record.yaml:16:11: warning: date "1/11/2027" is no date`,
		`contoso.record.yaml:17:5: error: item "cmg-setup/confirm-site-version" has a reason, and is neither blocked nor not-needed`,
		`contoso.record.yaml:18:19: error: verified has "zero", which is no number from 1 to 1000`,
		`contoso.record.yaml:19:14: error: copies has "3", which is no number from 1 to 2`,
		`contoso.record.yaml:20:3: error: the key "cmg-setup/confirm-roles" stands here a second time`,
		`contoso.record.yaml:21:44: error: item "cmg-setup/check-names" is blocked and has evidence`,
		`contoso.record.yaml:22:20: error: item "cmg-setup/empty" says nothing`,
		`contoso.record.yaml:24:3: error: deviations wants a list`,
	}
	var got []string
	hints := map[string]string{}
	for _, p := range ps {
		got = append(got, p.String())
		hints[p.Message] = p.Hint
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for message, hint := range map[string]string{
		`unknown status "don"`:                `did you mean "done"? It is one of in-progress, waiting, blocked, done, not-needed; an open item has none`,
		`unknown result "pass"`:               `did you mean "passed"? It is one of passed, open-points`,
		`date "1/11/2027" is no date`:         "write it as YYYY-MM-DD, here or in the copy, and read that again",
		`unknown key "prepared" in document`:  `did you mean "prepared_by"? The keys here are prepared_by, replaces, revision, change`,
		`item "cmg-setup/empty" says nothing`: "fill it in or leave it out",
		`conditions wants a list of numbers`:  "write it as [1, 2]",
	} {
		if hints[message] != hint {
			t.Errorf("the hint to %q is %q, want %q", message, hints[message], hint)
		}
	}
}

func TestParseStoreYAMLFaults(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                            "1:1: error: the file is empty",
		"version: 2\n":                `1:10: error: the record has the version "2"`,
		"- a\n":                       "1:1: error: a record wants keys",
		"version: 1\nitems: {a: {}":   "cannot be read",
		"version: 1\n\titems:\n":      "2:1: error: a tab in the indentation",
		"version: 1\nitems: [a, b]":   "2:8: error: items wants keys",
		"version: 1\n---\nversion: 1": "a second YAML document",
	} {
		if s, ps := record.ParseStore("x", []byte(text)); s != nil || !strings.Contains(ps.Error(), want) {
			t.Errorf("%q: %v, want %q", text, ps, want)
		}
	}
}

// What people write by hand is taken in whatever way YAML has for it, and
// says on the paper that it was written by hand.
func TestParseStoreByHand(t *testing.T) {
	t.Parallel()
	s, ps := record.ParseStore("contoso.record.yaml", []byte(`version: 1
people: {NO: {name: "Nora  Olsen"}}
items:
  sample/check-names: {status: done, by: NO, date: 2027-01-11, evidence: 4711, verified: [1]}
  sample/register-app:
    status: blocked
    reason: |
      two
      lines
  sample/creat-cname: {status: done}
`))
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	rb := today()
	s.Show(rb)
	w := rb.Before.Items[0].Work
	if w.By != "NO" || w.Evidence != "4711" || w.Date != "2027-01-11" || w.Note != "Written into the record by hand." || rb.Signers[0].Name != "Nora Olsen" {
		t.Errorf("%+v %+v", w, rb.Signers)
	}
	if e := rb.Phases[0].Items[0].Work.Evidence; e != "two lines" {
		t.Errorf("reason %q", e)
	}
	var keys []string
	for _, it := range rb.Items() {
		keys = append(keys, it.Key)
	}
	unknown := s.Unknown(map[string][]string{"items": keys})
	if len(unknown) != 1 || unknown[0].Pos.Line != 10 || !strings.Contains(unknown[0].String(), `warning: the workflow has no item "sample/creat-cname"`) || !strings.Contains(unknown[0].Hint, `did you mean "sample/create-cname"?`) {
		t.Errorf("%v", unknown)
	}
	if again := marshal(t, s); again != marshal(t, reread(t, s)) || !strings.Contains(again, `by: "NO"`) {
		t.Errorf("%s", again)
	}
}

// Whatever is in the file, reading it ends; what is read is written and read
// again as the same.
func FuzzParseStore(f *testing.F) {
	f.Add([]byte("version: 1\ncopies:\n  - {file: a, sha256: " + sha + ", digest: ae0f3c7548c0}\nitems:\n  a/b: {status: blocked, reason: x, verified: [2, 1], copies: [1], earlier: [{by: y}]}\n"))
	f.Add([]byte("version: 1\npeople: {\"é\": {name: yes}}\ndeviations: [{what: x}]\ngates: {a: {result: open-points, conditions: [1]}}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, ps := record.ParseStore("x", data)
		if (s == nil) != (ps.Errors() > 0) {
			t.Fatal("both a record and errors, or none of them")
		}
		if s == nil {
			return
		}
		out, err := s.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		again, ps := record.ParseStore("x", out)
		if ps.Errors() > 0 {
			t.Fatalf("%v\n%s", ps, out)
		}
		if second, _ := again.Marshal(); string(second) != string(out) {
			t.Fatalf("%s\n%s", out, second)
		}
	})
}
