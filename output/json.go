package output

import (
	"reflect"

	"runbook/generator"
	"runbook/output/markdown"
)

// jsonVersion counts up when a change of the JSON form could break a reader.
const jsonVersion = 1

// The JSON form is written out as types of its own, so that a change inside
// the program does not change what scripts rely on. schema.json describes it.
type (
	jsonRunbook struct {
		Version      int               `json:"version"`
		Schema       string            `json:"schema"`
		Workflow     string            `json:"workflow"`
		WorkflowInfo jsonWorkflow      `json:"workflow_info"`
		ID           string            `json:"id"`
		Title        string            `json:"title"`
		Organization string            `json:"organization"`
		Date         string            `json:"date"`
		Profile      string            `json:"profile,omitempty"`
		Digest       string            `json:"digest"`
		Role         string            `json:"role,omitempty"`
		Summary      string            `json:"summary"`
		Decisions    []jsonDecision    `json:"decisions"`
		Banners      []string          `json:"banners,omitempty"`
		Warnings     []jsonWarning     `json:"warnings"`
		Roles        []jsonRole        `json:"roles"`
		Names        jsonNames         `json:"names"`
		CompanyNames map[string]string `json:"company_names,omitempty"`
		Before       []jsonItem        `json:"before"`
		Beside       []jsonItem        `json:"beside,omitempty"`
		Phases       []jsonPhase       `json:"phases"`
		References   []jsonReference   `json:"references"`
		Omissions    []jsonOmission    `json:"omissions"`
		Terms        []jsonTerm        `json:"terms"`
		Chain        []string          `json:"chain"`
		Schedule     *jsonSchedule     `json:"schedule,omitempty"`
		Record       *jsonRecord       `json:"record,omitempty"`
		Tracked      *jsonTracked      `json:"tracked,omitempty"`
		Doubts       []jsonDoubt       `json:"doubts,omitempty"`
		Written      []jsonWritten     `json:"written,omitempty"`
	}
	jsonWorkflow struct {
		Title    string   `json:"title"`
		Version  string   `json:"version"`
		Verified string   `json:"verified"`
		Overlays []string `json:"overlays,omitempty"`
	}
	jsonDecision struct {
		Key     string `json:"key"`
		Label   string `json:"label"`
		Value   string `json:"value"`
		Default bool   `json:"default"`
		Open    bool   `json:"open,omitempty"`
		Company string `json:"company,omitempty"`
	}
	jsonWarning struct {
		ID      string `json:"id"`
		At      string `json:"at,omitempty"`
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
		Company string `json:"company,omitempty"`
	}
	jsonRole struct {
		ID       string        `json:"id"`
		Title    string        `json:"title"`
		Summary  string        `json:"summary"`
		People   []jsonPerson  `json:"people"`
		StandsIn string        `json:"stands_in,omitempty"`
		Items    []string      `json:"items"`
		Minutes  int           `json:"minutes"`
		Sittings []jsonSitting `json:"sittings"`
		Company  string        `json:"company,omitempty"`
	}
	jsonSitting struct {
		Items   []string        `json:"items"`
		Minutes int             `json:"minutes"`
		Ready   []string        `json:"ready"`
		Awaited []jsonAwaited   `json:"awaited,omitempty"`
		Planned string          `json:"planned,omitempty"`
		With    []jsonCompanion `json:"with,omitempty"`
		Beside  string          `json:"beside,omitempty"`
		OnCall  bool            `json:"on_call,omitempty"`
	}
	jsonAwaited struct {
		Key       string       `json:"key"`
		Number    string       `json:"number"`
		Title     string       `json:"title"`
		Role      string       `json:"role"`
		RoleTitle string       `json:"role_title"`
		People    []jsonPerson `json:"people"`
		StandsIn  string       `json:"stands_in,omitempty"`
	}
	jsonCompanion struct {
		Role      string       `json:"role"`
		RoleTitle string       `json:"role_title"`
		People    []jsonPerson `json:"people"`
		StandsIn  string       `json:"stands_in,omitempty"`
		OnCall    bool         `json:"on_call"`
	}
	jsonPerson struct {
		Name   string `json:"name"`
		Email  string `json:"email"`
		GitHub string `json:"github"`
	}
	jsonPhase struct {
		ID      string     `json:"id"`
		Number  int        `json:"number"`
		Title   string     `json:"title"`
		Goal    string     `json:"goal"`
		Gate    []string   `json:"gate"`
		Note    string     `json:"note,omitempty"`
		Minutes int        `json:"minutes"`
		Start   string     `json:"start,omitempty"`
		Due     string     `json:"due,omitempty"`
		Items   []jsonItem `json:"items"`
		Company string     `json:"company,omitempty"`
	}
	jsonItem struct {
		Key         string          `json:"key"`
		Number      string          `json:"number"`
		Title       string          `json:"title"`
		Role        string          `json:"role"`
		RoleTitle   string          `json:"role_title"`
		People      []jsonPerson    `json:"people"`
		StandsIn    string          `json:"stands_in,omitempty"`
		With        []jsonCompanion `json:"with,omitempty"`
		Ready       string          `json:"ready,omitempty"`
		OnCallFor   string          `json:"on_call_for,omitempty"`
		Needs       []string        `json:"needs"`
		Minutes     int             `json:"minutes"`
		Wait        string          `json:"wait"`
		WaitMinutes int             `json:"wait_minutes"`
		WaitFor     string          `json:"wait_for,omitempty"`
		Estimate    bool            `json:"estimate"`
		Why         string          `json:"why"`
		Steps       string          `json:"steps"`
		Verify      []string        `json:"verify"`
		Evidence    string          `json:"evidence"`
		Body        string          `json:"body"`
		Sources     []jsonSource    `json:"sources"`
		Facts       []string        `json:"facts"`
		Reason      string          `json:"reason"`
		Company     string          `json:"company,omitempty"`
		Planned     *jsonPlanned    `json:"planned,omitempty"`
		Done        *jsonDone       `json:"done,omitempty"`
		Work        *jsonWork       `json:"work,omitempty"`
	}
	jsonPlanned struct {
		Start string `json:"start"`
		End   string `json:"end"`
		Ready string `json:"ready"`
	}
	jsonDone struct {
		By       string `json:"by"`
		Date     string `json:"date"`
		Evidence string `json:"evidence"`
	}
	jsonSource struct {
		Title string `json:"title"`
		URL   string `json:"url,omitempty"`
		Date  string `json:"date"`
	}
	jsonReference struct {
		ID      string      `json:"id"`
		Title   string      `json:"title"`
		Intro   string      `json:"intro"`
		Entries []jsonEntry `json:"entries"`
		Company string      `json:"company,omitempty"`
	}
	jsonEntry struct {
		Key       string       `json:"key"`
		Number    string       `json:"number"`
		Title     string       `json:"title"`
		Role      string       `json:"role,omitempty"`
		RoleTitle string       `json:"role_title,omitempty"`
		People    []jsonPerson `json:"people,omitempty"`
		StandsIn  string       `json:"stands_in,omitempty"`
		Due       string       `json:"due,omitempty"`
		Body      string       `json:"body"`
		Sources   []jsonSource `json:"sources"`
		Facts     []string     `json:"facts"`
		Reason    string       `json:"reason"`
		Company   string       `json:"company,omitempty"`
	}
	jsonOmission struct {
		Key     string `json:"key"`
		Title   string `json:"title"`
		Phase   *int   `json:"phase,omitempty"`
		Reason  string `json:"reason"`
		Company string `json:"company,omitempty"`
	}
	jsonTerm struct {
		Term    string `json:"term"`
		Text    string `json:"text"`
		Company string `json:"company,omitempty"`
	}
	jsonSchedule struct {
		Start string `json:"start"`
		End   string `json:"end"`
	}
)

// jsonNames keeps the order of the names in the object.
type jsonNames []generator.Name

// JSON renders the runbook as data.
func JSON(rb *generator.Runbook) []byte {
	w := jsonWriter{out: make([]byte, 0, jsonSize(rb))}
	w.value(reflect.ValueOf(toJSON(rb)))
	return append(w.out, '\n')
}

// jsonSize guesses how long the JSON is going to be, rather too long than too
// short.
func jsonSize(rb *generator.Runbook) int {
	size := 64 << 10
	for _, list := range [][]generator.Phase{{rb.Before}, rb.Phases} {
		for i := range list {
			for j := range list[i].Items {
				it := &list[i].Items[j]
				texts := len(it.Why) + len(it.Steps) + len(it.Evidence)
				for _, v := range it.Verify {
					texts += len(v) + 10
				}
				size += 2500 + 2*texts + texts/8 // they stand there twice, with escapes
			}
		}
	}
	for i := range rb.References {
		for j := range rb.References[i].Entries {
			size += 1200 + len(rb.References[i].Entries[j].Body)
		}
	}
	return size
}

func toJSON(rb *generator.Runbook) *jsonRunbook {
	out := &jsonRunbook{
		Version: jsonVersion, Schema: "runbook-v1", Workflow: rb.Workflow.ID,
		WorkflowInfo: jsonWorkflow{rb.Workflow.Title, rb.Workflow.Version, rb.Workflow.Verified, rb.Workflow.Overlays},
		ID:           rb.ID, Title: rb.Title, Organization: rb.Organization, Date: rb.Date, Profile: rb.Profile, Digest: rb.Digest, Role: rb.Role,
		Summary: string(rb.Summary), Banners: each(rb.Banners, markdownText), Names: jsonNames(rb.Names), Before: each(rb.Before.Items, toJSONItem), Beside: each(rb.Beside, toJSONItem),
		Chain: orEmpty(rb.Chain),
		Decisions: each(rb.Decisions, func(d generator.Decision) jsonDecision {
			return jsonDecision{d.Key, d.Label, d.Value, d.Default, d.Open, d.Company}
		}),
		Warnings: each(rb.AllWarnings(), func(w generator.Warning) jsonWarning {
			return jsonWarning{w.ID, w.At, w.Message, w.Hint, w.Company}
		}),
		Roles: each(rb.Roles, func(r generator.RoleEntry) jsonRole { return toJSONRole(r, rb.Role != "") }),
		Phases: each(rb.Phases, func(p generator.Phase) jsonPhase {
			return jsonPhase{p.ID, p.Number, p.Title, string(p.Goal), each(p.Gate, markdownText), string(p.Note), p.Minutes, p.Start, p.Due, each(p.Items, toJSONItem), p.Company}
		}),
		References: each(rb.References, func(r generator.Reference) jsonReference {
			return jsonReference{r.ID, r.Title, string(r.Intro), each(r.Entries, toJSONEntry), r.Company}
		}),
		Omissions: each(rb.Omissions, func(o generator.Omission) jsonOmission {
			j := jsonOmission{Key: o.Key, Title: o.Title, Reason: o.Reason, Company: o.Company}
			if o.Phase >= 0 {
				j.Phase = &o.Phase
			}
			return j
		}),
		Terms: each(rb.Terms, func(t generator.Term) jsonTerm { return jsonTerm{t.Term, string(t.Text), t.Company} }),
	}
	if rb.Schedule != nil {
		out.Schedule = &jsonSchedule{rb.Schedule.Start, rb.Schedule.End}
	}
	out.Record = toJSONRecord(rb)
	out.Doubts = each(rb.Doubts, func(d generator.Doubt) jsonDoubt { return jsonDoubt(d) })
	out.Written = each(rb.Written, func(w generator.Written) jsonWritten { return jsonWritten(w) })
	if t := rb.Tracked; t != nil {
		out.Tracked = &jsonTracked{t.Both, t.Record, t.Tracker}
	}
	for _, n := range rb.Names {
		if n.Company != "" {
			if out.CompanyNames == nil {
				out.CompanyNames = map[string]string{}
			}
			out.CompanyNames[n.Key] = n.Company
		}
	}
	return out
}

func each[A, B any](list []A, f func(A) B) []B {
	out := make([]B, len(list))
	for i, v := range list {
		out[i] = f(v)
	}
	return out
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func markdownText(m generator.Markdown) string { return string(m) }

func toJSONPerson(p generator.Person) jsonPerson { return jsonPerson{p.Name, p.Email, p.GitHub} }

func toJSONCompanion(c generator.Companion) jsonCompanion {
	return jsonCompanion{c.Role, c.Title, each(c.People, toJSONPerson), c.StandsIn, c.OnCall}
}

func toJSONSource(s generator.Source) jsonSource { return jsonSource{s.Title, s.URL, s.Date} }

func needKey(n generator.Need) string { return n.Key }

// toJSONRole is a line of the ledger. On a sheet, where the items that a sitting
// waits for are not, it says what they are and who does them.
func toJSONRole(r generator.RoleEntry, sheet bool) jsonRole {
	return jsonRole{
		r.ID, r.Title, string(r.Summary), each(r.People, toJSONPerson), r.StandsIn, orEmpty(r.Keys), r.Minutes,
		each(r.Sittings, func(s generator.Sitting) jsonSitting {
			j := jsonSitting{
				Items: orEmpty(s.Keys), Minutes: s.Minutes, Ready: each(s.Ready, func(a generator.Awaited) string { return a.Key }),
				Planned: s.Planned, With: each(s.With, toJSONCompanion), Beside: s.Beside, OnCall: s.OnCall,
			}
			if sheet {
				j.Awaited = each(s.Ready, toJSONAwaited)
			}
			return j
		}),
		r.Company,
	}
}

func toJSONAwaited(a generator.Awaited) jsonAwaited {
	return jsonAwaited{a.Key, a.Number, a.Title, a.By.Role, a.By.Title, each(a.By.People, toJSONPerson), a.By.StandsIn}
}

func toJSONItem(it generator.Item) jsonItem {
	j := jsonItem{
		Key: it.Key, Number: it.Number, Title: it.Title, Role: it.Role, RoleTitle: it.RoleTitle, People: each(it.People, toJSONPerson),
		StandsIn: it.StandsIn, Needs: each(it.Needs, needKey), Minutes: it.Minutes, Wait: it.Wait.Text, WaitMinutes: it.Wait.Minutes,
		WaitFor: it.Wait.Why, Estimate: it.Estimate, Why: string(it.Why), Steps: string(it.Steps), Verify: each(it.Verify, markdownText),
		With: each(it.With, toJSONCompanion), Ready: string(it.Ready), OnCallFor: string(it.OnCallFor),
		Evidence: string(it.Evidence), Body: string(markdown.ItemBody(it)), Sources: each(it.Sources, toJSONSource), Facts: orEmpty(it.Facts),
		Reason: it.Reason, Company: it.Company,
	}
	if it.Planned != nil {
		j.Planned = &jsonPlanned{it.Planned.Start, it.Planned.End, it.Planned.Ready}
	}
	if it.Done() {
		j.Done = &jsonDone{it.Work.By, it.Work.Date, it.Work.Evidence}
	}
	j.Work = toJSONWork(it.Work)
	return j
}

func toJSONEntry(e generator.Entry) jsonEntry {
	return jsonEntry{e.Key, e.Number, e.Title, e.Role, e.RoleTitle, each(e.People, toJSONPerson), e.StandsIn, e.Due, string(e.Body), each(e.Sources, toJSONSource), orEmpty(e.Facts), e.Reason, e.Company}
}
