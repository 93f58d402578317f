package issues_test

import (
	"strings"
	"testing"

	"runbook/generator"
)

// Who takes part is mentioned by login, once, and nobody by anything else; a
// text that nothing changed is not written again.
func TestWhoTakesPartIsCalled(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	beside := func(logins ...string) generator.Companion {
		c := generator.Companion{Role: "x", Title: "X"}
		for _, l := range logins {
			c.People = append(c.People, generator.Person{Name: "@name", GitHub: l})
		}
		return c
	}
	w.item(register).With = []generator.Companion{beside("contoso-endpoint", "Contoso-Identity", "no login", "@everyone", "a/b"), beside("bo", "contoso-endpoint")}
	w.apply()
	body := w.issue(registerKey).Body
	if !strings.Contains(body, "\n\nTakes part or is called: @contoso-endpoint @bo\n\n") || strings.Count(body, "@contoso-endpoint") != 1 {
		t.Errorf("the text is\n%s", body)
	}
	for _, no := range []string{"@name", "@everyone", "@no", "@a/b", "@Contoso-Identity"} {
		if strings.Contains(body, no) {
			t.Errorf("%s is mentioned in\n%s", no, body)
		}
	}
	w.settled()
}
