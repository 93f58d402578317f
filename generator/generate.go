package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Generate tailors the workflow to the profile for the given day
// (YYYY-MM-DD). It expects a profile without problems of severity Error; any
// error it returns is a fault of the workflow.
func Generate(w *Workflow, p *Profile, date string) (*Runbook, error) {
	r, err := p.run(w, date)
	if err != nil {
		return nil, err
	}
	return generate(r)
}

// GenerateSheet is Generate for the sheet of one role: only what that role
// has to do, in the form that the workflow keeps for sheets.
func GenerateSheet(w *Workflow, p *Profile, date, role string) (*Runbook, error) {
	r, err := newRun(w, p, date, true)
	if err != nil {
		return nil, err
	}
	rb, err := generate(r)
	if err != nil {
		return nil, err
	}
	sheet := rb.ForRole(role)
	sheet.nameIdle(w, p)
	return sheet, nil
}

func generate(r *run) (*Runbook, error) {
	w, p, date := r.w, r.p, r.date
	g := &generation{run: r, rb: &Runbook{
		Workflow:     WorkflowRef{ID: w.ID, Title: w.Title, Version: w.Version, Verified: w.Verified, Overlays: w.Overlays},
		Organization: p.Text("organization"),
		Date:         date,
		Profile:      base(p.File),
		Document: Document{
			Classification: p.Text("document.classification"), Footer: p.Text("document.footer"), Accent: p.Text("document.accent"),
			Revision: p.Text("document.revision"), Change: p.Text("document.change"), LogoPath: p.Text("document.logo"),
		},
		Tracking: Tracking{Repository: p.Text("tracking.github.repository"), URL: strings.TrimSuffix(p.Text("tracking.github.url"), "/")},
	}}
	g.rb.Closing = closing(g.rb.Document.Change)
	g.identify()
	g.sel()
	g.phases()
	g.references()
	g.rb.Lead = g.lead()
	g.front()
	g.terms()
	g.plan()
	if g.err != nil {
		return nil, g.err
	}
	return g.rb, nil
}

func base(file string) string {
	if file == "-" || file == "" {
		return ""
	}
	return file[strings.LastIndexAny(file, `/\`)+1:]
}

// generation builds the Runbook; the first error stops nothing but is kept.
type generation struct {
	*run
	rb  *Runbook
	err error
}

func (g *generation) keep(err error) {
	if g.err == nil && err != nil {
		g.err = err
	}
}

func (g *generation) text(t Text) string {
	s, err := g.plain(t)
	g.keep(err)
	return s
}

func (g *generation) md(t Text) Markdown {
	s, err := g.markdown(t)
	g.keep(err)
	return s
}

func (g *generation) identify() {
	rb, p := g.rb, g.p
	rb.ID = p.Text("id")
	if rb.ID == "" {
		rb.ID = rolloutID(rb.Profile, g.w.ID)
	}
	rb.Title = p.Text("title")
	if rb.Title == "" && g.w.TitleDefault.source != "" {
		rb.Title = g.text(g.w.TitleDefault)
	}
	if rb.Title == "" {
		rb.Title = rb.Organization + ": " + g.w.Title
	}
	sum := sha256.Sum256(p.canonical([]byte(g.w.Version + "\n")))
	rb.Digest = hex.EncodeToString(sum[:])[:12]
}

// sel decides which steps are in, and numbers them, before any text is made:
// texts link to each other.
func (g *generation) sel() {
	g.keep(g.choose())
	// Titles may name values, but no other step.
	for _, section := range g.w.Sections() {
		for _, s := range section.Steps {
			g.items[s.number].Title = g.text(s.Title)
		}
	}
	for i, section := range g.w.Sections() {
		phase := i + g.w.firstPhase()
		prefix := strconv.Itoa(phase)
		if section.Reference {
			phase, prefix = -1, section.Prefix
		}
		n := 0
		for _, s := range section.Steps {
			item := &g.items[s.number]
			key, title := s.key(), item.Title
			switch {
			case s.LeftOut != "":
				g.rb.Omissions = append(g.rb.Omissions, Omission{Key: key, Title: title, Phase: phase, Reason: s.LeftOut, Company: s.LeftOutBy})
			case !g.in[s.number]:
				g.rb.Omissions = append(g.rb.Omissions, Omission{Key: key, Title: title, Phase: phase, Reason: g.because(s)})
			default:
				n++
				item.Key, item.Number = key, prefix+"."+strconv.Itoa(n)
			}
		}
	}
}

func (g *generation) phases() {
	first := g.w.firstPhase()
	for i, section := range g.w.Phases {
		p := Phase{ID: section.ID, Number: i + first, Company: section.Company, Title: g.text(section.Title), Goal: g.md(section.Goal), Note: g.md(section.Note)}
		for _, t := range section.Gate {
			if m := g.md(t); m != "" {
				p.Gate = append(p.Gate, m)
			}
		}
		p.Items = make([]Item, 0, g.countIn(section))
		for _, s := range section.Steps {
			if g.in[s.number] {
				item := g.item(s, p.Number)
				p.Minutes += item.Minutes
				p.Items = append(p.Items, item)
			}
		}
		switch {
		case p.Number == 0:
			g.rb.Before = p
		case len(p.Items) > 0:
			g.rb.Phases = append(g.rb.Phases, p)
		}
	}
}

// countIn counts the steps of a section that are in.
func (g *generation) countIn(s *Section) int {
	n := 0
	for _, step := range s.Steps {
		if g.in[step.number] {
			n++
		}
	}
	return n
}

func (g *generation) item(s *Step, phase int) Item {
	n := g.items[s.number]
	item := Item{
		Key: n.Key, Number: n.Number, Phase: phase, Title: n.Title, Role: s.Role, Minutes: g.minutes(s), Estimate: true,
		Why: g.md(s.Why), Steps: g.md(s.Body), Evidence: g.md(s.Evidence), Sources: s.Sources, Facts: s.Facts,
		Reason: g.because(s), Company: s.Company,
	}
	if checks := bullets(string(g.md(s.Verify))); len(checks) > 0 {
		item.Verify = make([]Markdown, len(checks))
		for i, b := range checks {
			item.Verify[i] = Markdown(b)
		}
	}
	item.RoleTitle, item.People, item.StandsIn = g.holder(s.Role)
	item.With, item.Ready = g.companions(s), g.md(s.Ready)
	wait := g.wait(s)
	if _, ok := g.p.minutes[s.ID]; ok {
		item.Estimate = false
	}
	if _, ok := g.p.waits[s.ID]; ok {
		item.Estimate = false
	}
	item.Wait = Wait{Minutes: wait.Elapsed(), Text: wait.String()}
	if item.Wait.Minutes > 0 {
		item.Wait.Why = s.WaitFor
	}
	if len(s.Needs) > 0 {
		item.Needs = make([]Need, 0, len(s.Needs))
	}
	for _, need := range s.Needs {
		if need.number >= 0 && g.in[need.number] {
			item.Needs = append(item.Needs, g.items[need.number])
		}
	}
	return item
}

// holder finds who carries out what the role has to do: its own people, or
// those of the first role along its fallbacks that has any.
func (g *generation) holder(id string) (title string, people []Person, standsIn string) {
	return g.w.holder(g.p, id)
}

func (w *Workflow) holder(p *Profile, id string) (title string, people []Person, standsIn string) {
	role := w.Role(id)
	if role == nil {
		return "", nil, ""
	}
	if people = p.People[id]; len(people) > 0 {
		return role.Title, people, ""
	}
	for _, f := range role.Fallback {
		if people = p.People[f]; len(people) > 0 {
			return role.Title, people, f
		}
	}
	return role.Title, nil, ""
}

// lead is who runs the rollout: the role of which the workflow says so, or
// else the one with whose item it begins.
func (g *generation) lead() Companion {
	var c Companion
	for _, p := range g.rb.AllPhases() {
		if len(p.Items) > 0 {
			c.Role = p.Items[0].Role
			break
		}
	}
	for _, r := range g.w.Roles {
		if r.Lead {
			c.Role = r.ID
		}
	}
	c.Title, c.People, c.StandsIn = g.holder(c.Role)
	return c
}

// fill says in the entry of a role who holds it.
func (w *Workflow) fill(p *Profile, e *RoleEntry) {
	e.Title, e.People, e.StandsIn = w.holder(p, e.ID)
	if r := w.Role(e.StandsIn); r != nil {
		e.Stander = r.Title
	}
}

func (g *generation) references() {
	for _, section := range g.w.References {
		ref := Reference{ID: section.ID, Company: section.Company, Title: g.text(section.Title), Intro: g.md(section.Goal), Entries: make([]Entry, 0, g.countIn(section))}
		for _, s := range section.Steps {
			if !g.in[s.number] {
				continue
			}
			n := g.items[s.number]
			e := Entry{Key: n.Key, Number: n.Number, Title: n.Title, Role: s.Role, Body: g.md(s.Body), Sources: s.Sources, Facts: s.Facts, Reason: g.because(s), Company: s.Company}
			if s.Role != "" {
				e.RoleTitle, e.People, _ = g.holder(s.Role)
			}
			if s.Due != nil {
				due, err := s.Due.value(g.scope)
				g.keep(err)
				day, _ := due.(string)
				if e.Due = g.run.calendar().workdayBefore(day); e.Due == "" {
					e.DueFrom = g.datesLacking(s.Due)
				}
			}
			ref.Entries = append(ref.Entries, e)
		}
		if len(ref.Entries) > 0 {
			g.rb.References = append(g.rb.References, ref)
		}
	}
}

// datesLacking are the keys of the dates that an expression asks for and the
// profile does not give.
func (g *generation) datesLacking(e *Expression) []string {
	var keys []string
	for _, f := range newFinder(g.w).of(e).fields {
		if f.Type == TypeDate && !g.scope.given(f.Key) {
			keys = append(keys, f.Key)
		}
	}
	return keys
}

// companyOfRule is the overlay that brings a rule, all its cases together.
func (w *Workflow) companyOfRule(id string) string {
	for _, r := range w.Rules {
		if r.ID == id {
			return r.Company
		}
	}
	return ""
}

// front makes what stands before the phases: summary, decisions, warnings,
// names.
func (g *generation) front() {
	rb := g.rb
	rb.Summary = g.md(g.w.Summary)
	rb.Decisions = make([]Decision, 0, len(g.w.decided))
	for _, f := range g.w.decided {
		if applies, _, err := g.decide(f.When, false); err != nil || !applies {
			g.keep(err)
			continue
		}
		given, open := g.scope.given(f.Key), false
		value := f.InWords(g.scope.vars.list[f.number])
		switch {
		case given || f.Default != nil:
		case f.Effective != "":
			value = f.InWords(g.scope.vars.get(f.Effective))
		default:
			value, open = "not decided yet", true
			if f.Type == TypeText {
				value = "not given"
			}
		}
		if f.Type != TypeText && f.Type != TypeTexts {
			value = g.reword(value)
		}
		rb.Decisions = append(rb.Decisions, Decision{Key: f.Key, Label: g.reword(f.Title), Value: value, Default: !given && !open, Open: open, Company: f.Company})
	}
	for _, p := range g.rules() {
		if p.Severity != Warn {
			continue
		}
		w := Warning{ID: p.Rule, At: p.At, Message: p.Message, Hint: p.Hint, Company: g.w.companyOfRule(p.Rule)}
		if slices.Contains(g.banners, p) {
			rb.Headed = append(rb.Headed, w)
		} else {
			rb.Warnings = append(rb.Warnings, w)
		}
	}
	for _, p := range g.banners {
		banner := strings.TrimSpace("**" + EscapeMarkdown(Sentence(p.Message)) + "** " + EscapeMarkdown(Sentence(p.Hint)))
		banner += " (" + p.Rule + ")"
		if company := g.w.companyOfRule(p.Rule); company != "" {
			banner += " *Company rule from " + EscapeMarkdown(company) + ".*"
		}
		rb.Banners = append(rb.Banners, Markdown(banner))
	}
	rb.Names = make([]Name, 0, len(g.w.labelled))
	for _, v := range g.w.labelled {
		value := g.scope.vars.list[v.number]
		text := fmt.Sprint(value)
		if n, ok := value.(int); ok {
			text = thousands(n)
		}
		if text == "" {
			continue
		}
		rb.Names = append(rb.Names, Name{Key: v.Key[strings.LastIndexByte(v.Key, '.')+1:], Label: v.Label, Value: text, Note: g.md(v.Note), Company: v.Company})
	}
}

func (g *generation) terms() {
	for _, t := range g.w.Terms {
		if in, _, err := g.decide(t.When, false); err != nil || !in {
			g.keep(err)
			continue
		}
		g.rb.Terms = append(g.rb.Terms, Term{Term: g.text(t.Term), Text: g.md(t.Text), Company: t.Company})
	}
}
