package output_test

import (
	"bytes"
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
