package generator_test

import (
	"strings"
	"testing"
)

// TestTypesInTexts has actions that get what they do not take: that is told
// where it stands, whatever a profile says.
func TestTypesInTexts(t *testing.T) {
	for _, c := range []struct{ action, want string }{ // a map would be aligned otherwise by each formatter
		{"{{num .kind}}", ":14: error: num wants a whole number; what it gets is a text"},
		{"{{codes .kind}}", ":14: error: codes wants a list; what it gets is a text"},
		{"{{join .pots}}", ":14: error: join wants a list and what stands between; what it gets is a list"},
		{"{{add 1}}", ":14: error: add wants two whole numbers; what it gets is a whole number"},
		{"{{add .kind 1}}", ":14: error: add wants two whole numbers; what it gets is a text and a whole number"},
		{"{{not}}", ":14: error: not wants one value; what it gets is nothing"},
		{"{{if (not)}}x{{end}}", ":18: error: not wants one value; what it gets is nothing"},
		{"{{fill .kind}}", ":14: error: fill wants a value and a name in quotes; what it gets is a text"},
		{"{{ps .pots}}", ":14: error: ps wants one value; what it gets is a list"},
		{"{{.kind | num}}", ":22: error: num wants a whole number; what it gets is a text"},
		{"{{day .cups}}", ":14: error: day wants a date; what it gets is a whole number"},
		{"{{range .kind}}x{{end}}", ":20: error: range wants a list, not a text; {{with}} and {{if}} take what is no list"},
		{"{{.rooms}}", ":14: error: a text wants values, and an entry of this list is a group: {{range}} it, and name its parts"},
		{"{{list .rooms}}", ":14: error: list wants values, and an entry of this list is a group: {{range}} it, and name its parts; what it gets is a list"},
		{"{{.guest}}", ":14: error: a text cannot print a group: name one of its parts"},
		{"{{first .rooms}}", ":14: error: a text cannot print a group: name one of its parts"},
		{"{{range .rooms}}{{.}}{{end}}", ":30: error: a text cannot print a group: name one of its parts"},
		{"{{range .rooms}}{{.nam}}{{end}}", ":30: error: the text names \"nam\", which does not exist; did you mean .name?"},
		{"{{range .rooms}}{{.milk}}{{end}}", ":30: error: the text names \"milk\", which does not exist; here the dot has the parts chairs, doors and name; $.milk is the profile's"},
		{"{{range .rooms}}{{num .name}}{{end}}", ":30: error: num wants a whole number; what it gets is a text"},
		{"{{range $i, $r := .rooms}}{{$r.x}}{{end}}", ":40: error: the text names \"x\", which does not exist; here the dot has the parts chairs, doors and name; $.x is the profile's"},
		{"{{range $i, $r := .rooms}}{{codes $i}}{{end}}", ":40: error: codes wants a list; what it gets is a whole number"},
		{"{{with .guest}}{{.nme}}{{end}}", ":29: error: the text names \"nme\", which does not exist; did you mean .name?"},
		{"{{$.guest.nme}}", ":14: error: the text names \"guest.nme\", which does not exist; did you mean guest.name?"},
		{"{{codes pots}}", ":1: error: there is no function \"pots\"; a value begins with a dot: .pots"},
		{"{{people host-1}}", ":1: error: an action has a dash that belongs to nothing; put an ID into quotes"},
		{"{{people \"hots\"}}", ":21: error: names the role \"hots\", which does not exist; did you mean \"host\"? The roles are host"},
		{"é {{step \"bil\"}}", ":21: error: names the step \"bil\", which does not exist; did you mean \"boil\"?"},
		{"{{step .kind}}", ":19: error: step wants the ID of a step as it stands in the list of its phase; put it into quotes"},
	} {
		got := lintParty(t, map[string]string{"1-water/boil.md": strings.Replace(step, "Boil.", "Boil it "+c.action+".", 1)})
		got = strings.ReplaceAll(strings.TrimPrefix(got, "tea/1-water/boil.md:5"), "\n", "; ")
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.action, got, c.want)
		}
	}
}

// TestTypesInTextsThatFit has actions that only look as if they got something
// wrong.
func TestTypesInTextsThatFit(t *testing.T) {
	for _, action := range []string{
		"{{.pots}}", "{{list .pots}}", "{{len .rooms}}", "{{with first .rooms}}{{.name}}{{end}}", "{{or .kind .cups}}", "{{fill .pots \"pots\"}}", "{{q .cups}}", "{{lower (day .guest.comes)}}",
		"{{range .rooms}}{{codes .doors}} {{num .chairs}}{{if .given.chairs}}x{{end}}{{end}}", "{{range $i, $r := .rooms}}{{add $i 1}} {{$r.name}} {{$.kind}}{{end}}",
		"{{with .guest}}{{.name}}{{$.milk}}{{end}}", "{{if and .milk (not .cups)}}x{{end}}", "{{.kind | upper | printed}}",
	} {
		got := lintParty(t, map[string]string{"1-water/boil.md": strings.Replace(step, "Boil.", "Boil "+action+".", 1)})
		if want := strings.Contains(action, "printed"); (got != "") != want {
			t.Errorf("%s: %s", action, got)
		}
	}
}
