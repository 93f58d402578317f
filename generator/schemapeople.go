package generator

import "strings"

// personSchema is one person. A name may look like a number to YAML.
func personSchema() jsonObject {
	return jsonObject{
		{"type", "object"},
		{"additionalProperties", false},
		{"properties", jsonObject{
			{"name", jsonObject{{"title", "Name"}, {"description", "Of a person or a team."}, {"type", scalarTypes}, {"maxLength", maxPersonText}}},
			{"email", jsonObject{{"title", "Mail address"}, {"type", scalarTypes}, {"maxLength", maxPersonText}, {"pattern", `^\s*$|` + mailShape.Source}, {"patternErrorMessage", "for example ann@example.com"}}},
			{"github", jsonObject{{"title", "GitHub login"}, {"type", scalarTypes}, {"maxLength", maxPersonText}, {"pattern", `^\s*$|^@?` + strings.TrimPrefix(loginShape.Source, "^")}, {"patternErrorMessage", "letters, digits and single dashes, at most 39, for example annlee"}}},
		}},
		{"anyOf", []any{
			jsonObject{{"required", []any{"name"}}},
			jsonObject{{"required", []any{"email"}}},
			jsonObject{{"required", []any{"github"}}},
		}},
	}
}

// maxPersonText is how long a name or an address may be.
const maxPersonText = 120

var scalarTypes = []any{"string", "number", "boolean", "null"}

// people has the roles of the workflow as its properties.
func (s *schemaWriter) people() jsonObject {
	person := jsonObject{{"$ref", "#/$defs/person"}}
	var properties jsonObject
	required := []any{}
	for _, role := range s.w.Roles {
		list := jsonObject{{"type", "array"}, {"items", person}}
		options := []any{person, list}
		description := "One person, or a list of them."
		if role.Required {
			required = append(required, role.ID)
			options[1] = append(list, jsonMember{"minItems", 1})
		} else {
			options = append(options, jsonObject{{"type", "null"}})
			description += " Where nobody is named, the first of these roles that has somebody stands in: " + s.roleTitles(role.Fallback) + "."
		}
		properties = append(properties, jsonMember{role.ID, jsonObject{{"title", role.Title}, {"description", description}, {"anyOf", options}}})
	}
	out := jsonObject{{"type", "object"}, {"additionalProperties", false}}
	if len(required) > 0 {
		out = append(out, jsonMember{"required", required})
	}
	return append(out, jsonMember{"properties", properties})
}

func (s *schemaWriter) roleTitles(ids []string) string {
	titles := make([]string, len(ids))
	for i, id := range ids {
		titles[i] = id
		if role := s.w.Role(id); role != nil {
			titles[i] = role.Title
		}
	}
	return strings.Join(titles, ", ")
}
