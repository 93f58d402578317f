package output_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"runbook/generator"
	"runbook/generator/generatortest"
	"runbook/output"
)

// TestLikeEncodingJSON compares the JSON with what encoding/json writes of the
// same value.
func TestLikeEncodingJSON(t *testing.T) {
	t.Parallel()
	cases := samples(t)
	cases["nothing"] = &generator.Runbook{}
	cases["small"], cases["filled"], cases["company"] = generatortest.Small(), generatortest.Filled(), generatortest.Company()
	for _, text := range append(hostile, "\b\f\n\r\t\x01\x1f\x7f", "\u2028 \u2029 \u0085 \xff\xc3( é 漢 😀", `"\/`) {
		rb := generatortest.Filled()
		generatortest.Fill(rb, text)
		cases[text] = rb
	}
	for name, rb := range cases {
		want, err := output.EncodedJSON(rb)
		if err != nil {
			t.Fatal(err)
		}
		if got := output.JSON(rb); !bytes.Equal(want, got) {
			wants, gots := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
			at := 0
			for at < min(len(wants), len(gots))-1 && wants[at] == gots[at] {
				at++
			}
			t.Errorf("%q: line %d is\n%s\nand encoding/json writes\n%s", name, at+1, gots[at], wants[at])
		}
	}
}

// The items that a sheet waits for are not on it, so it says what they are and
// who does them. The whole runbook has them.
func TestSheetSaysWhoIsAwaited(t *testing.T) {
	t.Parallel()
	whole := generatortest.Small()
	for name, rb := range map[string]*generator.Runbook{"whole": whole, "sheet": whole.ForRole("global-admin")} {
		var got struct {
			Roles []struct {
				Sittings []struct {
					Ready   []string
					Awaited []struct {
						Key, Number, Title, Role string
						RoleTitle                string `json:"role_title"`
						People                   []struct{ Name string }
					}
				}
			}
		}
		if err := json.Unmarshal(output.JSON(rb), &got); err != nil {
			t.Fatal(err)
		}
		s := got.Roles[0].Sittings[1]
		if len(s.Ready) != 1 || len(s.Awaited) == 1 != (name == "sheet") {
			t.Fatalf("%s: %+v", name, s)
		}
		for _, a := range s.Awaited {
			if a.Key != s.Ready[0] || a.Number != "0.1" || a.Title != "Check that the names are free" || a.Role != "subscription-owner" || a.RoleTitle != "Subscription Owner" || len(a.People) != 2 {
				t.Errorf("%+v", a)
			}
		}
	}
}
