package generator

import (
	"crypto/sha256"
	"encoding/hex"
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
	rb, err := generateBrief(w, p, date)
	if err != nil {
		return nil, err
	}
	sheet := rb.ForRole(role)
	sheet.nameIdle(w, p)
	return sheet, nil
}

// GenerateTracked is Generate for a tracker, where each person gets items one
// by one. An item at which several roles sit has one way there, as on their
// sheets: who gets it is not who would choose the other. Its Steps stay those of
// the whole runbook, which a record is about.
func GenerateTracked(w *Workflow, p *Profile, date string) (*Runbook, error) {
	rb, err := Generate(w, p, date)
	if err != nil || !slices.ContainsFunc(rb.Items(), Item.together) {
		return rb, err
	}
	brief, err := generateBrief(w, p, date)
	if err != nil {
		return nil, err
	}
	steps := map[string]Markdown{}
	for _, it := range brief.Items() {
		steps[it.Key] = it.Steps
	}
	for _, phase := range rb.AllPhases() { // shares its items with the runbook
		for i := range phase.Items {
			if it := &phase.Items[i]; it.together() && it.Steps != steps[it.Key] {
				it.OneWay = steps[it.Key]
			}
		}
	}
	return rb, nil
}

// generateBrief is Generate in the form that the workflow keeps for sheets.
func generateBrief(w *Workflow, p *Profile, date string) (*Runbook, error) {
	r, err := newRun(w, p, date, true)
	if err != nil {
		return nil, err
	}
	return generate(r)
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
	g.selectItems()
	g.phases()
	g.references()
	g.rb.Lead = g.lead()
	g.rb.Summary = g.md(w.Summary)
	g.decisions()
	g.warnings()
	g.names()
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
	sum = sha256.Sum256(p.canonical(nil))
	rb.Values = hex.EncodeToString(sum[:])[:12]
}

// selectItems decides which steps are in, and numbers them, before any text is made:
// texts link to each other.
func (g *generation) selectItems() {
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
	item.With, item.Ready, item.OnCallFor = g.companions(s), g.md(s.Ready), g.md(s.OnCallFor)
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
		counts, err := g.counts(need)
		g.keep(err)
		if counts {
			item.Needs = append(item.Needs, g.items[need.number])
		}
	}
	return item
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
				e.RoleTitle, e.People, e.StandsIn = g.holder(s.Role)
			}
			if s.Due != nil {
				due, err := s.Due.value(g.scope)
				g.keep(err)
				day, _ := due.(string)
				if e.Due = g.run.calendar().workdayBefore(day); e.Due == "" {
					e.DueFrom = g.datesLacking(s.Due)
				} else {
					e.Due = max(e.Due, g.rb.Date) // what was due is due today
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

func (g *generation) terms() {
	for _, t := range g.w.Terms {
		if in, _, err := g.decide(t.When, false); err != nil || !in {
			g.keep(err)
			continue
		}
		g.rb.Terms = append(g.rb.Terms, Term{Term: g.text(t.Term), Text: g.md(t.Text), Company: t.Company})
	}
}
