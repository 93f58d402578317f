package output

import (
	"bytes"
	"encoding/json"

	"runbook/generator"
)

// MarshalJSON writes an object of key and value.
func (names jsonNames) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, n := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(n.Key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(n.Value)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// EncodedJSON is the JSON as encoding/json writes it.
func EncodedJSON(rb *generator.Runbook) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(toJSON(rb))
	return b.Bytes(), err
}
