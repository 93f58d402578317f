package generator_test

import (
	"strings"
	"testing"
)

const partyChoices = `fields:
  - {key: cups, type: integer, title: Cups, default: 1, min: 1, max: 40}
  - {key: milk, type: boolean, title: Milk, default: false}
  - {key: sugar, type: boolean, title: Sugar, default: false, when: milk, only_then: true}
  - {key: kind, type: choice, title: Kind, default: black, choices: [{value: black, title: black}, {value: green, title: green}, {value: herbs, title: of herbs}]}
  - {key: extras, type: choices, title: Extras, choices: [{value: cake, title: cake}, {value: jam, title: jam}]}
  - {key: name, type: text, title: Guest, pattern: '^[A-Z][a-z]+$'}
  - {key: comes, type: date, title: Comes}
  - {key: kettle, type: yymm, title: Kettle, example: "2401", required: true}
  - {key: pots, type: texts, title: Pots}
  - {key: spoon, type: boolean, title: Spoon, when: 'given("name")', only_then: true}
  - {key: stirred, type: boolean, title: Stirred, when: spoon, only_then: true}
`

// A rule is said to be dead only where that is proved.
func TestProveRulesThatNeverFire(t *testing.T) {
	t.Parallel()
	for condition, dead := range map[string]bool{
		`milk && not milk`:                                  true,
		`cups > 40`:                                         true,
		`cups >= 40`:                                        false,
		`cups > 39 && cups < 5`:                             true,
		`cups > 4 && cups < 6`:                              false,
		`cups > 4 && cups < 5`:                              true,
		`(cups == 3 || cups == 4) && cups > 4`:              true,
		`kind == "green" && has.milk`:                       true,
		`kind == "black" && has.milk`:                       false,
		`kind in ["green", "herbs"] && kind == "black"`:     true,
		`kind not in ["green", "herbs"] && kind == "black"`: false,
		`"cake" in extras && "jam" in extras`:               false,
		`"cake" in extras && extras_none`:                   true,
		`sugar && not milk`:                                 true,
		`sugar && milk`:                                     false,
		`given("sugar") && not milk`:                        true,
		`given("name") && cups == 7`:                        false,
		`stirred`:                                           false, // which hangs on a name by way of the spoon
		`stirred && not given("name")`:                      true,
		`not given("kettle")`:                               true,
		`not given("comes") && milk`:                        false,
		`name == "Ann" && name == "Bob"`:                    true,
		`name == "Ann" && cups > 3`:                         false,
		`name != "Ann" && name != ""`:                       false,
		`name == "ann"`:                                     true, // of another form
		`kettle < 2001 && kettle > 1910`:                    false,
		`kettle < 2001 && kettle > 1912`:                    true,
		`kettle == 2013`:                                    true,
		`len(pots) > 2 && milk && not milk`:                 true,
		`given("comes") && comes < date && kind == "green" && kind == "herbs"`: true,
		// These cannot hold either, but that is not proved.
		`given("comes") && comes < date && comes > date`: false,
		`len(pots) > 3 && len(pots) < 2`:                 false,
		`cups * 2 == 3`:                                  false,
		`name < "Ann" && name > "Bob"`:                   false,
		`lower(name) == "ANN"`:                           false,
		`milk && (pots == [] && len(pots) > 0)`:          false,
	} {
		for _, id := range []string{"R-01", "W-01"} {
			got := proveParty(t, map[string]string{
				"profile.yaml": partyChoices,
				"derive.yaml":  "values:\n  - {key: has.milk, value: milk && kind == \"black\", yes: somebody takes milk, no: nobody takes milk}\n  - {key: extras_none, value: 'not (\"cake\" in extras || \"jam\" in extras)', yes: there is nothing, no: there is something}\n",
				"rules.yaml":   "rules:\n  - {id: " + id + ", when: '" + condition + "', at: kettle, message: no}\n",
			})
			want := "tea/rules.yaml:2:22: warning: the rule " + id + " can never fire\nits condition is: "
			if found := strings.HasPrefix(got, want); found != dead || !dead && got != "" {
				t.Errorf("%s, %s: %s", id, condition, got)
			}
		}
	}
}
