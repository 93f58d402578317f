package main

import "runbook/generator"

// The JSON form of explain, in types of its own so that a change inside the
// program does not change what scripts rely on.
type (
	explainJSON struct {
		Workflow string        `json:"workflow"`
		ID       string        `json:"id"`
		Title    string        `json:"title"`
		Date     string        `json:"date"`
		Profile  string        `json:"profile,omitempty"`
		Steps    []explainStep `json:"steps"`
	}
	explainStep struct {
		Key            string             `json:"key"`
		Number         string             `json:"number,omitempty"`
		Title          string             `json:"title"`
		Phase          *int               `json:"phase,omitempty"`
		Section        string             `json:"section"`
		In             bool               `json:"in"`
		Reason         string             `json:"reason"`
		Condition      string             `json:"condition,omitempty"`
		Source         string             `json:"source,omitempty"`
		Values         []explainValue     `json:"values"`
		Changes        []explainChange    `json:"changes"`
		Role           string             `json:"role,omitempty"`
		RoleTitle      string             `json:"role_title,omitempty"`
		People         []explainPerson    `json:"people"`
		StandsIn       string             `json:"stands_in,omitempty"`
		With           []explainCompanion `json:"with,omitempty"`
		Needs          []explainNeed      `json:"needs"`
		NeededBy       []explainNeed      `json:"needed_by"`
		Minutes        int                `json:"minutes"`
		Wait           string             `json:"wait,omitempty"`
		Facts          []string           `json:"facts"`
		ConditionFacts []string           `json:"condition_facts"`
		Sources        []explainSource    `json:"sources"`
		Company        string             `json:"company,omitempty"`
	}
	explainValue struct {
		Key     string `json:"key"`
		Label   string `json:"label"`
		Value   string `json:"value"`
		Given   bool   `json:"given"`
		Decided bool   `json:"decided"`
		Line    int    `json:"line,omitempty"`
		Column  int    `json:"column,omitempty"`
	}
	explainChange struct {
		Text    string       `json:"text"`
		Refused []string     `json:"refused_by,omitempty"`
		Set     []explainSet `json:"set"`
	}
	explainSet struct {
		Key string `json:"key"`
		How string `json:"how"`
		To  string `json:"to,omitempty"`
	}
	explainCompanion struct {
		Role      string          `json:"role"`
		RoleTitle string          `json:"role_title"`
		People    []explainPerson `json:"people"`
		OnCall    bool            `json:"on_call"`
	}
	explainPerson struct {
		Name   string `json:"name"`
		Email  string `json:"email,omitempty"`
		GitHub string `json:"github,omitempty"`
	}
	explainNeed struct {
		Key      string `json:"key"`
		Number   string `json:"number,omitempty"`
		Title    string `json:"title"`
		Optional bool   `json:"optional,omitempty"`
		In       bool   `json:"in"`
	}
	explainSource struct {
		Title string `json:"title"`
		URL   string `json:"url,omitempty"`
		Date  string `json:"date,omitempty"`
	}
)

func toExplainJSON(rb *generator.Runbook, steps []generator.Explanation) explainJSON {
	out := explainJSON{Workflow: rb.Workflow.ID, ID: rb.ID, Title: rb.Title, Date: rb.Date, Profile: rb.Profile, Steps: []explainStep{}}
	for _, e := range steps {
		s := explainStep{
			Key: e.Key, Number: e.Number, Title: e.Title, Section: e.Section, In: e.In, Reason: e.Reason, Condition: e.Condition, Source: e.Source,
			Role: e.Role, RoleTitle: e.RoleTitle, StandsIn: e.StandsIn, Minutes: e.Minutes, Wait: e.Wait.Text, Company: e.Company,
			Values: []explainValue{}, Changes: []explainChange{}, People: explainPeople(e.People), Sources: []explainSource{},
			Facts: append([]string{}, e.Facts...), ConditionFacts: append([]string{}, e.ConditionFacts...),
			Needs: toExplainNeeds(e.Needs), NeededBy: toExplainNeeds(e.NeededBy),
		}
		if e.Phase >= 0 {
			s.Phase = &e.Phase
		}
		for _, v := range e.Values {
			s.Values = append(s.Values, explainValue{v.Key, v.Label, v.Value, v.Given, v.Decided, v.Pos.Line, v.Pos.Column})
		}
		for _, c := range e.Changes {
			change := explainChange{Text: c.Text, Refused: c.Refused}
			for _, one := range c.Changes {
				change.Set = append(change.Set, explainSet{one.Key, string(one.How), one.To})
			}
			s.Changes = append(s.Changes, change)
		}
		for _, c := range e.With {
			s.With = append(s.With, explainCompanion{c.Role, c.Title, explainPeople(c.People), c.OnCall})
		}
		for _, src := range e.Sources {
			s.Sources = append(s.Sources, explainSource{src.Title, src.URL, src.Date})
		}
		out.Steps = append(out.Steps, s)
	}
	return out
}

func explainPeople(people []generator.Person) []explainPerson {
	list := []explainPerson{}
	for _, p := range people {
		list = append(list, explainPerson{p.Name, p.Email, p.GitHub})
	}
	return list
}

func toExplainNeeds(states []generator.StepState) []explainNeed {
	needs := []explainNeed{}
	for _, s := range states {
		needs = append(needs, explainNeed{s.Key, s.Number, s.Title, s.Optional, s.Number != ""})
	}
	return needs
}
