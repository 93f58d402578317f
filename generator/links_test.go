package generator

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestLinks makes a runbook in which every text begins with a link to another
// step: each link leads where it says, in every run.
func TestLinks(t *testing.T) {
	const steps = 40
	id := func(i int) string { return fmt.Sprintf("make-%02d", i%steps) }
	files := fstest.MapFS{"workflow.yaml": {Data: []byte("id: led\ntitle: Be led\nverified: 2026-11-23\nroles:\n  - {id: owner, title: Owner, required: true}\nphases: [1-all]\n")}}
	var ids []string
	for i := range steps {
		ids = append(ids, id(i))
		files["1-all/"+id(i)+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil, "---\ntitle: Do %s\nrole: owner\n---\n{{step %q}} comes next.\n", id(i), id(i+1))}
	}
	files["1-all/index.yaml"] = &fstest.MapFile{Data: []byte("title: All\ngoal: Done.\nsteps: [" + strings.Join(ids, ", ") + "]\n")}
	w, err := LoadWorkflow(Layer{Name: "led", FS: files})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		w.memory.runs.Store(0) // as in a process that renders one profile
		p, _ := ParseProfile("p.yaml", []byte("organization: A\npeople:\n  owner: {name: Bo}\n"), w)
		rb, err := Generate(w, p, "2026-11-23")
		if err != nil {
			t.Fatal(err)
		}
		for i, it := range rb.Items() {
			next := (i + 1) % steps
			if want := fmt.Sprintf("[1.%d Do %s](#led/%s) comes next.", next+1, id(next), id(next)); string(it.Steps) != want {
				t.Fatalf("%s says %q, want %q", it.Number, it.Steps, want)
			}
		}
	}
}
