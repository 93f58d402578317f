package generator_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"runbook/generator"
	"runbook/generator/generatortest"
)

func TestCompareSame(t *testing.T) {
	before, after := generatortest.Small(), generatortest.Small()
	after.Profile, after.Digest, after.Date = "copy.yaml", "000000000000", "2027-01-01"
	if d := generator.Compare(before, after); !d.Empty() {
		t.Errorf("the same runbook differs: %+v", d)
	}
}

func TestCompare(t *testing.T) {
	item := func(r *generator.Runbook) *generator.Item { return &r.Phases[0].Items[0] } // 1.1 Register the server app
	tests := []struct {
		name   string
		change func(*generator.Runbook)
		want   func(d *generator.Diff) any // the part of the diff that must be as below
		is     any
	}{
		{"new item", func(r *generator.Runbook) {
			r.Phases[0].Items = append(r.Phases[0].Items, generator.Item{Key: "sample/new", Number: "1.2", Title: "New", RoleTitle: "Host", Reason: "because it is new"})
		}, func(d *generator.Diff) any { return d.Added }, []generator.ItemRef{{Key: "sample/new", Number: "1.2", Title: "New", Role: "Host", Reason: "because it is new"}}},
		{"gone item", func(r *generator.Runbook) {
			r.Phases = r.Phases[:1]
			r.Omissions = append(r.Omissions, generator.Omission{Key: "sample/create-cname", Reason: "because of the domain"})
		}, func(d *generator.Diff) any { return d.Removed }, []generator.ItemRef{{Key: "sample/create-cname", Number: "2.1", Title: "Create the CNAME record", Role: "DNS administrator", Reason: "because of the domain"}}},
		{"minutes and people", func(r *generator.Runbook) {
			item(r).Minutes = 60
			item(r).People = []generator.Person{{Name: "Ann"}}
		}, changes, []generator.PartChange{
			{Part: "people", Old: "Identity team <identity@contoso.com> @contoso-identity", New: "Ann"},
			{Part: "minutes", Old: "45", New: "60"},
		}},
		{"a line of the steps, and one that only has another number", func(r *generator.Runbook) {
			item(r).Steps = generator.Markdown(strings.Replace(string(item(r).Steps), "1. Open", "1. Sign in.\n2. Open", 1))
			item(r).Steps = generator.Markdown(strings.Replace(string(item(r).Steps), "2. Choose", "3. Choose", 1))
		}, changes, []generator.PartChange{{Part: "steps", Lines: []generator.LineChange{{Added: true, Text: "1. Sign in."}}}}},
		{"a name that changes", func(r *generator.Runbook) {
			r.Names[0].Value = "marbleridge.contoso.com"
			r.Phases[1].Items[0].Steps = "1. Add the record.\n\n   ```text\n   marbleridge.contoso.com -> granitefalls.westus.cloudapp.azure.com\n   ```"
		}, changes, []generator.PartChange{{Part: "steps", NameOnly: true, Lines: []generator.LineChange{
			{Text: "   granitefalls.contoso.com -> granitefalls.westus.cloudapp.azure.com", NameOnly: true},
			{Added: true, Text: "   marbleridge.contoso.com -> granitefalls.westus.cloudapp.azure.com", NameOnly: true},
		}}}},
		{"a link whose number changes", func(r *generator.Runbook) {
			item(r).Why = `See [1.7 Some\[where\]](#sample/create-cname) and [there](https://example.com).`
		}, func(d *generator.Diff) any { return d.Changed[0].Changes[0].Lines[1].Text }, `See Some\[where\] and [there](https://example.com).`},
		{"another role", func(r *generator.Runbook) {
			item(r).Role, item(r).RoleTitle = "dns-admin", "DNS administrator"
		}, func(d *generator.Diff) any { return d.Moved }, []generator.RoleChange{{
			ItemRef: generator.ItemRef{Key: "sample/register-app", Number: "1.1", Title: "Register the server app", Role: "DNS administrator", Reason: "because the app registrations are pre-created and imported"},
			Old:     "Global Administrator", New: "DNS administrator",
		}}},
		{"another order", func(r *generator.Runbook) { slices.Reverse(r.Phases) }, func(d *generator.Diff) any {
			return []any{len(d.Reordered), d.Reordered[0].Key, len(d.Changed)}
		}, []any{1, "sample/register-app", 0}},
		{"a decision, a name", func(r *generator.Runbook) {
			r.Decisions[1].Value = "marbleridge"
			r.Names = r.Names[:1]
		}, func(d *generator.Diff) any { return slices.Concat(d.Decisions, d.Names) }, []generator.ValueChange{
			{Key: "gateway.name", Label: "Name prefix", Old: "granitefalls", New: "marbleridge"},
			{Key: "deployment_name", Label: "Deployment name", Old: "granitefalls.westus.cloudapp.azure.com"},
		}},
		{"rules", func(r *generator.Runbook) {
			r.Warnings = []generator.Warning{{ID: "W-01", Message: "one"}}
		}, func(d *generator.Diff) any { return []string{d.Started[0].ID, d.Stopped[0].ID} }, []string{"W-01", "W-09"}},
		{"a rule in a banner", func(r *generator.Runbook) {
			r.Headed = []generator.Warning{{ID: "W-01", Message: "one"}}
		}, func(d *generator.Diff) any { return []any{d.Started[0].ID, len(d.Stopped)} }, []any{"W-01", 0}},
		{
			"a rule with other words", func(r *generator.Runbook) { r.Warnings[0].Message = "no VM instance" },
			func(d *generator.Diff) any { return []any{d.Reworded, len(d.Started), len(d.Stopped)} },
			[]any{[]generator.WarningChange{{ID: "W-09", Old: "one VM instance gives no redundancy", New: "no VM instance"}}, 0, 0},
		},
		{"days", func(r *generator.Runbook) { item(r).Planned.End = "2027-01-13" }, func(d *generator.Diff) any { return d.Planned }, []generator.PlanChange{
			{Key: "sample/register-app", Number: "1.1", Title: "Register the server app", Old: "2027-01-12", New: "2027-01-12 to 2027-01-13"},
		}},
		{"hours", func(r *generator.Runbook) { r.Roles[0].Minutes = 60 }, func(d *generator.Diff) any { return []any{d.Roles[0].OldMinutes, d.Roles[0].NewMinutes, d.Total} }, []any{45, 60, [2]int{120, 135}}},
		{"title", func(r *generator.Runbook) { r.Title = "Other" }, func(d *generator.Diff) any { return d.Document }, []generator.ValueChange{
			{Key: "title", Label: "Title", Old: "Contoso internet-based clients", New: "Other"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after := generatortest.Small()
			tt.change(after)
			d := generator.Compare(generatortest.Small(), after)
			if d.Empty() {
				t.Fatal("no difference")
			}
			if diff := cmp.Diff(tt.is, tt.want(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// changes is what changed in the first item that did.
func changes(d *generator.Diff) any {
	if len(d.Changed) == 0 {
		return nil
	}
	return d.Changed[0].Changes
}

// TestCompareReverses finds on the way back what it found on the way there.
func TestCompareReverses(t *testing.T) {
	w := cmgSetup(t)
	var all []*generator.Runbook
	for name, data := range samples(t) {
		p, ps := generator.ParseProfile(name, data, w)
		if err := ps.Err(); err != nil {
			t.Fatal(err)
		}
		rb, err := generator.Generate(w, p, day)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rb)
	}
	for i, a := range all {
		if !generator.Compare(a, a).Empty() {
			t.Errorf("%s differs from itself", a.Profile)
		}
		b := all[(i+1)%len(all)]
		there, back := generator.Compare(a, b), generator.Compare(b, a)
		if len(there.Added) != len(back.Removed) || len(there.Removed) != len(back.Added) || len(there.Changed) != len(back.Changed) ||
			len(there.Started) != len(back.Stopped) || there.Total != [2]int{back.Total[1], back.Total[0]} {
			t.Errorf("%s and %s: the way back differs from the way there", a.Profile, b.Profile)
		}
		if len(there.Reordered) > 0 {
			t.Errorf("one workflow has one order: %v", there.Reordered)
		}
	}
}

// TestCompareSeesEveryText changes each Markdown text of a runbook in turn.
func TestCompareSeesEveryText(t *testing.T) {
	each := func(r *generator.Runbook, visit func(path string, v reflect.Value)) {
		var walk func(path string, v reflect.Value)
		walk = func(path string, v reflect.Value) {
			switch v.Kind() {
			case reflect.String:
				if v.Type() == reflect.TypeFor[generator.Markdown]() {
					visit(path, v)
				}
			case reflect.Struct:
				for i := range v.NumField() {
					if v.Type().Field(i).IsExported() {
						walk(path+"."+v.Type().Field(i).Name, v.Field(i))
					}
				}
			case reflect.Slice:
				for i := range v.Len() {
					walk(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
				}
			}
		}
		walk("", reflect.ValueOf(r).Elem())
	}
	texts := 0
	each(generatortest.Small(), func(path string, _ reflect.Value) {
		if strings.HasSuffix(path, ".OneWay") {
			return // made of the steps, and only for a tracker
		}
		texts++
		after := generatortest.Small()
		each(after, func(p string, v reflect.Value) {
			if p == path {
				v.SetString(v.String() + " changed")
			}
		})
		if generator.Compare(generatortest.Small(), after).Empty() {
			t.Errorf("a change of %s is not seen", path)
		}
	})
	if texts < 30 {
		t.Errorf("only %d texts were changed", texts)
	}
}
