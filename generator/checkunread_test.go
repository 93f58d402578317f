package generator_test

import (
	"io/fs"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/workflows"
)

// What anything names, the group it is in or a part of it, is read.
func TestUnread(t *testing.T) {
	t.Parallel()
	files := party(map[string]string{
		"profile.yaml": `fields:
  - {key: cups, type: integer, title: Cups, default: 1}
  - {key: milk, type: boolean, title: Milk, default: false}
  - {key: kind, type: text, title: Kind, decision: true, effective: size.kind}
  - {key: old, type: text, title: Old, otherwise: R-09}
  - {key: guest.name, type: text, title: Guest}
  - {key: guest.code, type: text, title: Code}
  - {key: pots, type: texts, title: Pots}
  - {key: rooms, type: records, title: Rooms, fields: [{key: name, type: text, title: Name, required: true}]}
  - {key: idle, type: text, title: Idle, when: milk}
  - {key: at.rule, type: text, title: Pointed at}
`,
		"derive.yaml": `values:
  - {key: size.kind, value: '"small"'}
  - {key: size.shown, value: '"small"', label: Size}
  - {key: size.text, value: '"small"'}
  - {key: size.idle, value: 'cups > 3', yes: many, no: few}
`,
		"rules.yaml":      "rules:\n  - {id: W-01, when: given(\"pots\"), at: at.rule, message: no}\n  - {id: R-09, at: old, message: 'no {{.value}}'}\n",
		"1-water/boil.md": "---\ntitle: Boil {{.size.text}}\nrole: host\n---\n1. Boil.{{with .guest}} {{.name}}{{end}}{{range .rooms}} {{.name}}{{end}}\n",
	})
	w, problems := generator.Lint(generator.Layer{Name: "tea", FS: files})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := `tea/derive.yaml:5:5: warning: nothing reads the value "size.idle"
tea/profile.yaml:10:5: warning: nothing reads the field "idle"
tea/profile.yaml:11:5: warning: nothing reads the field "at.rule"`
	var got []string
	for _, p := range w.Unread() {
		got = append(got, p.String())
	}
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
}

// The built-in workflows ask and compute nothing in vain, and are not to blame
// for what an overlay no longer reads.
func TestUnreadOfBuiltIn(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"cmg-setup", "cmg-renewal"} {
		sub, err := fs.Sub(workflows.FS, id)
		if err != nil {
			t.Fatal(err)
		}
		layer := generator.Layer{Name: id, FS: sub}
		w, _ := generator.Lint(layer)
		if len(w.Unread()) > 0 {
			t.Error(id, w.Unread())
		}
		w, _ = generator.Lint(layer, generator.Layer{Name: "over", FS: folder(map[string]string{
			"workflow.yaml": "id: " + id + "\n",
			"profile.yaml":  "fields:\n  - {key: ticket, type: text, title: Ticket}\n",
		})})
		if len(w.Unread()) != 1 || !strings.Contains(w.Unread()[0].Message, `"ticket"`) {
			t.Error(id, w.Unread())
		}
	}
}
