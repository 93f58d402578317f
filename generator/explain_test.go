package generator_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"runbook/generator"
)

const day = "2026-11-23"

// samples are the shipped profiles of the CMG set-up, by file name.
func samples(t *testing.T) map[string][]byte {
	t.Helper()
	return samplesOf(t, "cmg-setup")
}

func samplesOf(t *testing.T, workflow string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../workflows/" + workflow + "/profiles/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample profiles", err)
	}
	out := map[string][]byte{}
	for _, f := range files {
		if out[filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func explainer(t *testing.T, w *generator.Workflow, name string, data []byte) *generator.Explainer {
	t.Helper()
	p, ps := generator.ParseProfile(name, data, w)
	if err := ps.Err(); err != nil {
		t.Fatal(err)
	}
	x, err := generator.NewExplainer(w, p, day)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// judged returns the keys of the steps that are in the runbook, and what the
// rules say of the profile.
func judged(t *testing.T, w *generator.Workflow, name string, data []byte, date string) (in map[string]bool, ps generator.Problems) {
	t.Helper()
	p, ps := generator.ParseProfile(name, data, w)
	ps = append(ps, w.CheckProfile(p, date)...)
	rb, err := generator.Generate(w, p, date)
	if err != nil {
		t.Fatal(err)
	}
	in = map[string]bool{}
	for _, it := range rb.Items() {
		in[it.Key] = true
	}
	for _, ref := range rb.References {
		for _, e := range ref.Entries {
			in[e.Key] = true
		}
	}
	return in, ps
}

// TestAlternativesKeepTheirWord makes every change that an explanation of a
// sample promises, and looks whether the step turns around and whether the
// rules say of it what the explanation says.
func TestAlternativesKeepTheirWord(t *testing.T) {
	for _, id := range []string{"cmg-setup", "cmg-renewal"} {
		w, err := generator.LoadWorkflow(generator.Layer{Name: id, FS: os.DirFS("../workflows/" + id)})
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range samplesOf(t, id) {
			t.Run(id+"/"+name, func(t *testing.T) {
				t.Parallel()
				keepsItsWord(t, w, name, data)
			})
		}
	}
}

func keepsItsWord(t *testing.T, w *generator.Workflow, name string, data []byte) {
	t.Helper()
	x := explainer(t, w, name, data)
	type result struct {
		in map[string]bool
		ps generator.Problems
	}
	tried := map[string]result{}
	for _, e := range x.All() {
		for _, a := range e.Changes {
			r, ok := tried[a.Text]
			if !ok {
				changed, date := applied(t, w, data, a)
				r.in, r.ps = judged(t, w, name, changed, date)
				tried[a.Text] = r
			}
			if r.in[e.Key] == e.In {
				t.Errorf("%s: %q does not turn it around", e.Key, a.Text)
			}
			var refused []string
			for _, p := range r.ps {
				if p.Severity == generator.Error && !slices.Contains(refused, p.Rule) {
					refused = append(refused, p.Rule)
				}
			}
			slices.Sort(refused)
			want := slices.Sorted(slices.Values(a.Refused))
			if !slices.Equal(refused, want) {
				t.Errorf("%s: %q is refused by %v, not %v:\n%v", e.Key, a.Text, refused, want, r.ps)
			}
		}
	}
}

// applied makes the changes in the text of a profile, as its owner would.
func applied(t *testing.T, w *generator.Workflow, data []byte, a generator.Alternative) (changed []byte, date string) {
	t.Helper()
	var doc map[string]any
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	date = day
	for _, c := range a.Changes {
		if c.Key == "date" {
			date = c.To
			continue
		}
		group, last := doc, c.Key
		for {
			first, rest, more := strings.Cut(last, ".")
			if !more {
				break
			}
			inner, ok := group[first].(map[string]any)
			if !ok {
				inner = map[string]any{}
				group[first] = inner
			}
			group, last = inner, rest
		}
		f := w.Field(c.Key)
		list, _ := group[last].([]any)
		if list == nil {
			list, _ = f.Default.([]any)
		}
		switch c.How {
		case generator.ChangeInclude:
			group[last] = append(slices.Clone(list), c.To)
		case generator.ChangeExclude:
			group[last] = slices.DeleteFunc(slices.Clone(list), func(v any) bool { return v == c.To })
		case generator.ChangeOmit:
			delete(group, last)
		case generator.ChangeGive:
			switch f.Type {
			case generator.TypeDate:
				group[last] = "2027-01-11"
			case generator.TypeRecords:
				group[last] = []any{map[string]any{"code": "PR1"}}
			default:
				for _, v := range []string{f.Example, "contoso.com", "5e97358c-d99c-4558-af0c-de7774091dda"} {
					if v != "" && (f.Pattern == nil || f.Pattern.Matches(v)) {
						group[last] = v
						break
					}
				}
			}
		case generator.ChangeEntries:
			n, _ := strconv.Atoi(c.To)
			for len(list) < n {
				list = append(list, fmt.Sprintf("cp%d.contoso.com", len(list)+10))
			}
			group[last] = list[:n]
		default:
			to, _, _ := strings.Cut(c.To, " to ")
			var v any
			if err := yaml.Unmarshal([]byte(to), &v); err != nil {
				t.Fatal(err)
			}
			if f.Type == generator.TypeChoice {
				v = to
			}
			group[last] = v
		}
	}
	changed, err := yaml.Marshal(plainDates(doc))
	if err != nil {
		t.Fatal(err)
	}
	return changed, date
}

func TestExplanation(t *testing.T) {
	w := cmgSetup(t)
	x := explainer(t, w, "contoso.yaml", samples(t)["contoso.yaml"])
	tests := []struct {
		item, key string
		in        bool
		changes   []string
		decided   []string
		standsIn  string
	}{
		{"issue-client-certificates", "cmg-setup/issue-client-certificates", false, []string{"authentication.methods including pki"}, []string{"authentication.methods"}, "configmgr-admin"},
		{"cmg-setup/create-cname", "cmg-setup/create-cname", true, []string{"certificate.domain left out"}, []string{"certificate.domain"}, ""},
		{"set-management-point-proxy", "cmg-setup/set-management-point-proxy", false, []string{"site.proxy: true together with site.version: 2603 or later"}, []string{"site.version"}, ""},
	}
	for _, tt := range tests {
		key, _ := x.Find(tt.item)
		if key != tt.key {
			t.Errorf("Find(%q) = %q", tt.item, key)
			continue
		}
		e := x.Step(key)
		var changes, decided []string
		for _, c := range e.Changes {
			changes = append(changes, c.Text)
		}
		for _, v := range e.Values {
			if v.Decided {
				decided = append(decided, v.Key)
			}
		}
		if e.In != tt.in || !slices.Equal(changes, tt.changes) || !slices.Equal(decided, tt.decided) || e.StandsIn != tt.standsIn {
			t.Errorf("%s: in %t, changes %q, decided by %q, stands in %q", key, e.In, changes, decided, e.StandsIn)
		}
	}
	if e := x.Step("cmg-setup/create-cmg"); e.Number == "" || len(e.NeededBy) == 0 || len(e.People) == 0 || len(e.Facts) == 0 || len(e.ConditionFacts) == 0 {
		t.Errorf("create-cmg lacks something: %+v", e)
	}
	if key, near := x.Find("create-cgm"); key != "" || near != "create-cmg" {
		t.Errorf("a typing mistake finds %q and suggests %q", key, near)
	}
	if byNumber, _ := x.Find(x.Step("cmg-setup/create-cmg").Number); byNumber != "cmg-setup/create-cmg" {
		t.Errorf("the number finds %q", byNumber)
	}
}

// plainDates writes dates as a profile has them, after a YAML parser has made
// times of them.
func plainDates(v any) any {
	switch v := v.(type) {
	case time.Time:
		return v.Format(time.DateOnly)
	case []any:
		for i := range v {
			v[i] = plainDates(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = plainDates(v[k])
		}
	}
	return v
}
