package issues

import (
	"encoding/json"
	"strings"
	"testing"
)

// FuzzMarker takes bodies apart as people may have left them. Whatever is
// there: no panic, a block that is not broken comes back as it was, and no
// text is lost around it.
func FuzzMarker(f *testing.F) {
	m := marker{Rollout: "contoso-cmg", Key: "cmg-setup/create-cmg", Text: "0123456789abcdef", Title: "0123456789abcdef", Phase: "4", Labels: []string{"01234567"}, Drops: 1}
	whole := body{Above: "above\n", Marker: m, Block: "- [ ] a\n\nb", Below: "\nbelow"}.String()
	f.Add(whole)
	f.Add(strings.ReplaceAll(whole, "\n", "\r\n"))
	f.Add(whole + whole)
	f.Add(m.begin())
	f.Add(m.end() + m.begin())
	f.Add("<!-- runbook:begin v=2 rollout=contoso-cmg key=x --><!-- runbook:end -->")
	f.Add("<!--\trunbook:begin v=1 rollout=contoso-cmg key=a/b labels=.. drops=99999999999999999999 -->")
	f.Fuzz(func(t *testing.T, text string) {
		keys := map[string]bool{}
		for _, b := range parseBody(text, m.Rollout) {
			if b.Marker.Key == "" || b.Marker.Rollout != m.Rollout || keys[b.Marker.Key] {
				t.Fatalf("%q has the marker %+v", text, b.Marker)
			}
			keys[b.Marker.Key] = true
			if b.Broken != "" {
				continue
			}
			if !strings.HasPrefix(text, b.Above) || !strings.HasSuffix(text, b.Below) {
				t.Errorf("text around the block of %q is lost", text)
			}
			if !validMarkerText(b.Marker.Key) || b.Marker.Text == "" {
				continue // was never written by us
			}
			again := parseBody(b.String(), m.Rollout)
			for _, a := range again {
				if a.Marker.Key == b.Marker.Key && a.Broken == "" && a.Block != b.Block {
					t.Errorf("the block %q comes back as %q", b.Block, a.Block)
				}
			}
		}
	})
}

// FuzzPlan reads damaged and foreign plan files: a plan or an error, not both,
// and what is taken can be printed.
func FuzzPlan(f *testing.F) {
	p := &Plan{Version: 1, Changes: []Change{{Verb: Create, Kind: KindIssue, Key: "cmg-setup/create-cmg"}}}
	saved, err := p.Save(Source{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(saved)
	f.Add([]byte(`{"changes": [{}]}`))
	f.Add([]byte(`{"version": 1, "plan": {"changes": null}}`))
	f.Add(saved[:len(saved)/2])
	f.Add([]byte(`{"plan": {"changes": [{"kind": "issue"}]}}`)) // panicked once
	f.Fuzz(func(t *testing.T, data []byte) {
		_ = IsPlan(data)
		p, _, err := LoadPlan("plan.json", data)
		if (p == nil) == (err == nil) {
			t.Fatalf("a plan or an error, not both: %v, %v", p, err)
		}
		var unsealed savedPlan // a checksum keeps nobody from making a plan by hand
		if json.Unmarshal(data, &unsealed) == nil && unsealed.Plan != nil && unsealed.Plan.known() {
			p = unsealed.Plan
		}
		if p != nil {
			_, _, _, _ = p.Text(), p.Verbose(), p.Markdown(), p.Summary()
		}
	})
}
