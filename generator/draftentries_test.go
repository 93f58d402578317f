package generator_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDraftEntries(t *testing.T) {
	q := draft(t, "").Question("site.primaries")
	for _, tt := range []struct {
		answer, joined string
		entries        []map[string]string
	}{
		{"", "[]", nil},
		{"[]", "[]", nil},
		{"PR1, PR2", "[{code: PR1}, {code: PR2}]", []map[string]string{{"code": "PR1"}, {"code": "PR2"}}},
		{
			"[{code: PR1, management_points: [mp1, mp2], connection_points: []}, {server: ps2, software_update_points: null}]",
			"[{code: PR1, management_points: [mp1, mp2], connection_points: []}]", // the other lacks its code
			[]map[string]string{{"code": "PR1", "management_points": "mp1, mp2", "connection_points": "[]"}, {"server": "ps2"}},
		},
	} {
		got := q.Entries(tt.answer)
		if diff := cmp.Diff(tt.entries, got); diff != "" {
			t.Errorf("%s: %s", tt.answer, diff)
		}
		if joined := q.Joined(got); joined != tt.joined {
			t.Errorf("%s: joined %s, want %s", tt.answer, joined, tt.joined)
		}
	}
}

func TestDraftFaults(t *testing.T) {
	list := draft(t, "").Question("site.primaries")
	for _, tt := range []struct{ key, answer, want string }{
		{"code", " ", "code is missing"},
		{"code", "PR", `code "PR" has not the right form`},
		{"code", "PR1", ""},
		{"server", "", ""},
		{"management_points", "mp1.contoso.com, MP1.contoso.com", `management_points names "MP1.contoso.com" twice`},
		{"", "[{code: PR1}, {code: pr1}]", "site.primaries has two entries with code pr1"},
	} {
		q := list
		for _, f := range list.Field.Fields {
			if f.Key == tt.key {
				q = list.Part(f)
			}
		}
		got := ""
		if ps := q.Faults(tt.answer); len(ps) > 0 {
			got = ps[0].Message
		}
		if got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.key, tt.answer, got, tt.want)
		}
	}
}
