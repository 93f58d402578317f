package generatortest

import (
	"reflect"

	"runbook/generator"
)

// Fill puts a text into every plain string of a runbook; keys, IDs, numbers
// that items refer to each other by, and addresses stay.
func Fill(rb *generator.Runbook, text string) { fill(reflect.ValueOf(rb), text) }

func fill(v reflect.Value, s string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "ID", "Key", "Keys", "Chain", "Role", "StandsIn", "URL", "Logo", "Email":
			default:
				fill(v.Field(i), s)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			fill(v.Index(i), s)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() {
			v.SetString(s)
		}
	}
}
