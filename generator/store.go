package generator

import (
	"encoding/binary"
	"strings"
)

// store writes a loaded workflow, or reads one: each method does both, so
// that what is read is what was written. What only the loader needs, such as
// indexes, is not stored.
type store struct {
	in    *reader // nil when writing
	out   []byte
	files map[string]int // names of files in positions, when writing
	names []string       // the same, when reading
	texts []compiled     // a run of them, to allocate few at a time
}

func (s *store) header(made *[]madeFrom, digest *string) {
	s.text(digest)
	stored(s, made, func(m *madeFrom) {
		s.text(&m.name)
		s.number(&m.size)
	})
}

func (s *store) workflow(w *Workflow) {
	s.text(&w.ID)
	s.text(&w.Title)
	s.text(&w.Verified)
	s.template(&w.Summary)
	s.template(&w.TitleDefault)
	pointers(s, &w.Fields, s.field)
	pointers(s, &w.Values, func(v *Value) {
		s.text(&v.Key)
		s.expression(&v.Expr)
		s.text(&v.Yes)
		s.text(&v.No)
		s.text(&v.Label)
		s.template(&v.Note)
		s.list(&v.Facts)
		s.pos(&v.pos)
	})
	pointers(s, &w.Rules, func(r *Rule) {
		s.text(&r.ID)
		s.expression(&r.When)
		s.expression(&r.Deadline)
		s.text(&r.At)
		s.template(&r.Message)
		s.template(&r.Hint)
		s.flag(&r.Banner)
		s.list(&r.Facts)
		s.pos(&r.pos)
	})
	pointers(s, &w.Roles, func(r *Role) {
		s.text(&r.ID)
		s.text(&r.Title)
		s.template(&r.Summary)
		s.flag(&r.Required)
		s.flag(&r.Lead)
		s.list(&r.Fallback)
		s.pos(&r.pos)
	})
	pointers(s, &w.Phases, s.section)
	pointers(s, &w.References, s.section)
	pointers(s, &w.Terms, func(t *TermText) {
		s.template(&t.Term)
		s.template(&t.Text)
		s.expression(&t.When)
		s.list(&t.Facts)
		s.pos(&t.pos)
	})
	stored(s, &w.Words, func(word *Word) {
		s.text(&word.From)
		s.text(&word.To)
		s.expression(&word.When)
	})
	s.list(&w.everyday)
	s.tables(&w.tables)
	stored(s, &w.facts, func(f *knownFact) {
		s.text(&f.id)
		s.text(&f.leftOut)
		s.pos(&f.pos)
	})
}

func (s *store) field(f *Field) {
	s.text(&f.Key)
	s.text(&f.Type)
	s.text(&f.Title)
	s.text(&f.Help)
	s.flag(&f.Required)
	s.value(&f.Default)
	stored(s, &f.Choices, func(c *Choice) {
		s.text(&c.Value)
		s.text(&c.Title)
		s.text(&c.Help)
	})
	s.expression(&f.When)
	s.flag(&f.OnlyThen)
	s.flag(&f.NoCase)
	s.flag(&f.Unique)
	s.flag(&f.Decision)
	s.text(&f.Otherwise)
	pattern := ""
	if f.Pattern != nil {
		pattern = f.Pattern.Source
	}
	if s.text(&pattern); pattern != "" {
		f.Pattern = newPattern(pattern)
	}
	s.text(&f.Shape)
	s.text(&f.Example)
	s.number(&f.Min)
	s.number(&f.Max)
	s.text(&f.Effective)
	pointers(s, &f.Fields, s.field)
	s.list(&f.Facts)
	s.flag(&f.Common)
	s.pos(&f.pos)
}

func (s *store) section(x *Section) {
	s.text(&x.ID)
	s.flag(&x.Reference)
	s.text(&x.Prefix)
	s.template(&x.Title)
	s.template(&x.Goal)
	stored(s, &x.Gate, s.template)
	s.template(&x.Note)
	s.pos(&x.pos)
	pointers(s, &x.Steps, func(step *Step) {
		step.Section = x
		s.step(step)
	})
}

func (s *store) step(x *Step) {
	s.text(&x.ID)
	s.template(&x.Title)
	s.text(&x.Role)
	stored(s, &x.With, s.role)
	stored(s, &x.OnCall, s.role)
	s.template(&x.Ready)
	s.template(&x.OnCallFor)
	s.expression(&x.When)
	stored(s, &x.Needs, func(n *StepNeed) {
		s.text(&n.Step)
		s.flag(&n.Optional)
		s.expression(&n.When)
		s.pos(&n.pos)
	})
	s.number(&x.Minutes)
	s.number(&x.Wait.Minutes)
	s.number(&x.Wait.Days)
	s.text(&x.WaitFor)
	s.template(&x.Why)
	s.template(&x.Body)
	s.template(&x.Verify)
	s.template(&x.Evidence)
	s.expression(&x.Due)
	stored(s, &x.Sources, func(src *Source) {
		s.text(&src.Title)
		s.text(&src.URL)
		s.text(&src.Date)
	})
	s.list(&x.Facts)
	s.pos(&x.pos)
}

func (s *store) role(r *StepRole) {
	s.text(&r.Role)
	s.pos(&r.pos)
}

// template stores a text with what compiling it gives.
func (s *store) template(t *Text) {
	s.text(&t.source)
	s.pos(&t.pos)
	if t.source == "" {
		return
	}
	if strings.Contains(t.source, actionMark) {
		if s.in == nil {
			t.compile()
		} else {
			t.compiled = s.compiled()
		}
		s.text((*string)(&t.compiled.program))
		return
	}
	tidied := s.in == nil && tidy(t.source) == t.source
	if s.flag(&tidied); s.in != nil && !tidied {
		t.compiled = s.compiled()
	}
}

func (s *store) compiled() *compiled {
	if len(s.texts) == 0 {
		s.texts = make([]compiled, 64)
	}
	c := &s.texts[0]
	s.texts = s.texts[1:]
	return c
}

// expression stores a condition with its syntax tree.
func (s *store) expression(e **Expression) {
	there := *e != nil
	if s.flag(&there); !there {
		return
	}
	if s.in != nil {
		*e = &Expression{numbered: true}
	}
	x := *e
	s.text(&x.Source)
	s.pos(&x.pos)
	s.text(&x.code)
}

func (s *store) text(v *string) {
	if s.in == nil {
		s.out = appendText(s.out, *v)
		return
	}
	*v = s.in.text()
}

func (s *store) number(v *int) {
	if s.in == nil {
		s.out = binary.AppendVarint(s.out, int64(*v))
		return
	}
	*v = s.in.int()
}

func (s *store) flag(v *bool) {
	n := 0
	if *v {
		n = 1
	}
	s.number(&n)
	*v = n == 1
}

func (s *store) list(v *[]string) { stored(s, v, s.text) }

// pos stores a position; the name of the file only once.
func (s *store) pos(p *Pos) {
	file := 0
	if s.in == nil {
		if known, ok := s.files[p.File]; ok {
			file = known
		} else {
			file = len(s.files)
			s.files[p.File] = file
			s.number(&file)
			s.text(&p.File)
			s.number(&p.Line)
			s.number(&p.Column)
			return
		}
	}
	s.number(&file)
	if s.in != nil {
		switch {
		case file == len(s.names):
			var name string
			s.text(&name)
			s.names = append(s.names, name)
		case file < 0 || file > len(s.names):
			s.in.err = errPrecompiled
			return
		}
		p.File = s.names[file]
	}
	s.number(&p.Line)
	s.number(&p.Column)
}

// The kinds of value a field can have as its default.
const (
	valueNone = iota
	valueText
	valueNumber
	valueFlag
	valueList
)

func (s *store) value(v *any) {
	kind := valueNone
	switch (*v).(type) {
	case string:
		kind = valueText
	case int:
		kind = valueNumber
	case bool:
		kind = valueFlag
	case []any:
		kind = valueList
	}
	switch s.number(&kind); kind {
	case valueText:
		storedAs(v, s.text)
	case valueNumber:
		storedAs(v, s.number)
	case valueFlag:
		storedAs(v, s.flag)
	case valueList:
		storedAs(v, func(list *[]any) {
			stored(s, list, s.value)
			if *list == nil {
				*list = []any{}
			}
		})
	}
}

// storedAs stores what v holds as a T.
func storedAs[T any](v *any, store func(*T)) {
	x, _ := (*v).(T)
	store(&x)
	*v = x
}

func (s *store) tables(tables *map[string]map[string]any) {
	names := sortedKeys(*tables)
	stored(s, &names, func(name *string) {
		s.text(name)
		table := (*tables)[*name]
		keys := sortedKeys(table)
		if s.in != nil {
			table = map[string]any{}
			(*tables)[*name] = table
		}
		stored(s, &keys, func(key *string) {
			s.text(key)
			v := table[*key]
			s.value(&v)
			table[*key] = v
		})
	})
}

// stored stores a list of values.
func stored[T any](s *store, list *[]T, each func(*T)) {
	n := len(*list)
	if s.number(&n); s.in != nil {
		if n < 0 || n > len(s.in.s)-s.in.at {
			s.in.err = errPrecompiled
		}
		if n <= 0 || s.in.err != nil {
			return
		}
		*list = make([]T, n)
	}
	for i := range *list {
		if s.in != nil && s.in.err != nil {
			return
		}
		each(&(*list)[i])
	}
}

// pointers stores a list of pointers to values.
func pointers[T any](s *store, list *[]*T, each func(*T)) {
	values := make([]T, 0)
	if s.in != nil {
		stored(s, &values, each)
		*list = make([]*T, len(values))
		for i := range values {
			(*list)[i] = &values[i]
		}
		return
	}
	n := len(*list)
	s.number(&n)
	for _, v := range *list {
		each(v)
	}
}
