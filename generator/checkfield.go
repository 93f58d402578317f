package generator

// fieldForm checks that what a field declares goes together.
func (c *checker) fieldForm(f *Field) {
	c.problems.named("field", f.Key, f.pos)
	for _, g := range append([]*Field{f}, f.Fields...) {
		c.possibleValues(g)
	}
	if f.Type == TypeRecords && len(f.Fields) == 0 {
		c.problems.add(f.pos, "list them under fields, each with a key, a type and a title", "the field %q has no parts", f.Key)
	}
	if f.OnlyThen && f.When == nil {
		c.problems.add(f.pos, "say when, or leave only_then out", "the field %q has an effect only then, and no when", f.Key)
	}
	if f.OnlyThen && f.When != nil {
		for _, name := range f.When.reads() {
			if c.w.known(name) && c.w.fields[name] == nil {
				c.problems.add(f.When.pos, "only_then wants a when that asks for other fields: values are computed from them later", "the field %q has an effect only then, and %q is no field", f.Key, name)
			}
		}
	}
	if f.Decision && !f.asked() {
		c.problems.add(f.pos, "the runbook has people and estimates in places of their own", "the field %q is no decision", f.Key)
	}
	if f.Unique {
		c.problems.add(f.pos, "unique is for a part of records, by which one entry is told from another", "the field %q stands once in a profile", f.Key)
	}
	if f.NoCase && f.Type != TypeTexts {
		c.problems.add(f.pos, "ignore_case is for a list of texts, and for a unique part of records", "the field %q has no values that are compared", f.Key)
	}
	for _, part := range f.Fields {
		if part.Key == givenPart {
			c.problems.add(part.pos, "", "a part of %s cannot be called %q: that says which parts an entry gives", f.Key, part.Key)
		}
		if part.OnlyThen || part.When != nil {
			c.problems.add(part.pos, "when and only_then are for a field, not for a part of its entries", "the part %q of %s has a condition", part.Key, f.Key)
		}
		if part.Unique && part.Type != TypeText {
			c.problems.add(part.pos, "unique is for a text", "the part %q of %s is no text", part.Key, f.Key)
		}
	}
}

// possibleValues checks that a field, or a part of one, can have a value.
func (c *checker) possibleValues(f *Field) {
	if (f.Type == TypeChoice || f.Type == TypeChoices) && len(f.Choices) == 0 {
		c.problems.add(f.pos, "list them under choices, each with a value and a title", "the field %q has no choices", f.Key)
	}
	seen := map[string]bool{}
	for _, choice := range f.Choices {
		if seen[choice.Value] {
			c.problems.add(f.pos, "give each choice a value of its own", "the field %q has the choice %q twice", f.Key, choice.Value)
		}
		seen[choice.Value] = true
	}
	if f.Max != 0 && f.Min > f.Max {
		c.problems.add(f.pos, "min is the smallest value, max the largest", "the field %q can have no value from %d to %d", f.Key, f.Min, f.Max)
	}
	if f.Pattern != nil {
		if err := f.Pattern.parse(); err != nil {
			c.problems.add(f.pos, "", "the pattern of the field %q: %v", f.Key, err)
		}
	}
}
