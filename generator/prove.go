package generator

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Sample is an example profile of a workflow.
type Sample struct {
	Name string
	Data []byte
	Own  bool // of what is to be proved; what is wrong with another one is not told
}

// Proof is what Prove found.
type Proof struct {
	Problems Problems
	// Runbooks are those of the samples and of the profiles that were found
	// for what no sample shows: together they have every step.
	Runbooks []*Runbook
	Tried    int // profiles looked at
}

// Prove shows of a workflow without faults that it works: the rules accept a
// profile, every step is in the runbook of one, every step comes with the
// steps it needs, and every text can be made. It looks for profiles from the
// samples on, so a condition that no search finds a way into wants a sample.
func (w *Workflow) Prove(date string, samples []Sample) *Proof {
	p := &prover{w: w, date: date, proof: &Proof{}, shown: map[string]*witness{}, faulty: map[Text]bool{}}
	p.begin(samples)
	if len(p.search.seeds) > 0 {
		p.reach()
		p.together()
		p.texts()
		p.rules()
	}
	if len(p.search.faults) > 0 { // the search went around these, and so perhaps past what it was to find
		p.proof.Problems = nil
	}
	for _, key := range sortedKeys(p.search.faults) {
		p.proof.Problems = append(p.proof.Problems, p.search.faults[key])
	}
	p.proof.Problems = p.proof.Problems.Sorted()
	p.proof.Tried = p.search.tried
	return p.proof
}

type prover struct {
	w      *Workflow
	date   string
	proof  *Proof
	search *search
	known  []*witness          // samples and profiles found
	shown  map[string]*witness // by step: a profile whose runbook has it
	faulty map[Text]bool       // texts that are said to be faulty
}

func (p *prover) problem(pos Pos, hint, format string, args ...any) {
	p.proof.Problems.add(pos, hint, format, args...)
}

// begin finds the profiles to begin with: the samples that the rules accept,
// and the smallest one.
func (p *prover) begin(samples []Sample) {
	var accepted []*Profile
	for _, sample := range samples {
		profile, ps := ParseProfile(sample.Name, sample.Data, p.w)
		ps = append(ps, p.w.CheckProfile(profile, p.date)...)
		if ps.Errors() == 0 {
			accepted = append(accepted, profile)
		} else if sample.Own {
			p.proof.Problems = append(p.proof.Problems, slices.DeleteFunc(ps, func(p Problem) bool { return p.Severity != Error })...)
		}
	}
	p.search = newSearch(p.w, accepted, p.date)
	alone := *p.search
	alone.seeds = []*witness{{profile: p.w.smallest(p.search.possible), date: p.date, from: "the smallest profile"}}
	smallest, refused := alone.profile()
	if smallest != nil {
		smallest.from = "the smallest profile"
		p.search.seeds = append(p.search.seeds, smallest)
	}
	if len(p.search.seeds) == 0 {
		hint := "give a sample profile in profiles/"
		if len(refused) > 0 {
			hint = "what was tried is refused by " + And(refused) + "; " + hint
		}
		p.problem(p.w.pos(), hint, "no profile was found that the rules accept")
	}
	for _, seed := range p.search.seeds {
		p.show(seed)
	}
}

// pos is a place that stands for the workflow as a whole.
func (w *Workflow) pos() Pos { return Pos{w.file, 1, 1} }

// smallest is a profile that gives only what it must, and somebody for each
// role that must have somebody.
func (w *Workflow) smallest(possible *possibilities) *Profile {
	p := &Profile{File: "smallest.yaml", People: map[string][]Person{}, vars: w.names.vars(), given: map[string]Pos{}, broken: map[string]bool{}}
	for _, f := range w.Fields {
		if values := possible.of(f); f.Required && f.asked() && len(values) > 0 {
			p.vars.set(f.Key, values[0].value)
			p.given[f.Key] = Pos{p.File, 1, 1}
		}
	}
	for _, role := range w.Roles {
		if role.Required {
			p.People[role.ID] = []Person{{Name: "Ann Lee"}}
		}
	}
	p.fill(w)
	return p
}

// show notes which steps are in the runbook of a profile.
func (p *prover) show(profile *witness) {
	if profile.run == nil {
		r, err := newRun(p.w, profile.profile, profile.date, false)
		if fault, ok := errors.AsType[uncomputed](err); ok { // one that nothing asks for but a text
			p.search.faults[fault.v.Key] = uncomputable(fault.v, profile.from, fault.err)
		}
		if err != nil {
			return
		}
		profile.run = r
	}
	p.known = append(p.known, profile)
	for _, s := range p.w.Steps() {
		if p.shown[s.ID] == nil && profile.has(s) {
			p.shown[s.ID] = profile
		}
	}
}

// has reports whether the step is in the runbook of the profile.
func (w *witness) has(s *Step) bool {
	return s.LeftOut == "" && w.meets(s.When)
}

// meets reports whether the condition holds for the profile.
func (w *witness) meets(e *Expression) bool {
	holds, err := e.holds(w.run.scope)
	return err == nil && holds
}

// find looks for a profile and reads it as a person would have written it.
func (p *prover) find(goals ...goal) (found *witness, refused []string) {
	made, refused := p.search.profile(goals...)
	if made == nil {
		return nil, refused
	}
	profile, ps := made.written(p.w)
	run, err := newRun(p.w, profile, made.date, false)
	if err != nil || ps.Errors() > 0 {
		return nil, nil
	}
	for _, g := range goals {
		if holds, err := g.e.holds(run.scope); err != nil || holds != g.want {
			return nil, nil
		}
	}
	return &witness{profile: profile, date: made.date, from: made.from, run: run}, nil
}

// reach finds for every step a profile whose runbook has it.
func (p *prover) reach() {
	for _, s := range p.w.Steps() {
		if p.shown[s.ID] != nil || s.LeftOut != "" {
			continue
		}
		found, refused := p.find(goal{s.When, true})
		if found != nil {
			p.show(found)
			continue
		}
		if s.When == nil {
			continue // a fault keeps every runbook from being made, and is told by itself
		}
		hint := "its condition is: " + p.inWords(s.When)
		if len(refused) > 0 {
			hint += "; the profiles that make it true are refused by " + And(refused)
		}
		p.problem(s.When.pos, hint+". Mend the condition, or add a sample profile whose runbook has the step", "no profile was found that brings in the step %q", s.ID)
	}
}

func (p *prover) inWords(e *Expression) string {
	return speaker{w: p.w}.say(e.tree(), true, "")
}

// together finds for every step whether the steps it needs come with it.
func (p *prover) together() {
	for _, s := range p.w.Steps() {
		for _, n := range s.Needs {
			needed := p.w.steps[n.Step]
			if needed == nil || needed.When == nil && n.When == nil || needed.LeftOut != "" || p.shown[s.ID] == nil || p.shown[needed.ID] == nil {
				continue
			}
			if n.Optional {
				p.everTogether(s, needed, n)
			} else {
				p.alwaysTogether(s, needed, n)
			}
		}
	}
}

func (p *prover) everTogether(s, needed *Step, n StepNeed) {
	switch {
	case p.both(s, needed, nil) == nil:
		p.proof.Problems.warn(n.pos, "take the need out, or mend one of the conditions", "needs the step %q, but no profile was found whose runbook has both", needed.ID)
	case p.both(s, needed, n.When) == nil:
		p.proof.Problems.warn(n.pos, "take the need out, or mend its condition: "+p.inWords(n.When), "needs the step %q, but no profile was found for which that counts", needed.ID)
	}
}

// both is a profile whose runbook has both steps and for which the condition
// holds, nil if none was found.
func (p *prover) both(s, needed *Step, when *Expression) *witness {
	for _, profile := range p.known {
		if profile.has(s) && profile.has(needed) && profile.meets(when) {
			return profile
		}
	}
	found, _ := p.find(goal{s.When, true}, goal{needed.When, true}, goal{when, true})
	if found != nil {
		p.known = append(p.known, found)
	}
	return found
}

func (p *prover) alwaysTogether(s, needed *Step, n StepNeed) {
	i := slices.IndexFunc(p.known, func(w *witness) bool { return w.has(s) && !w.has(needed) })
	var alone *witness
	switch {
	case i >= 0:
		alone = p.known[i]
	case p.implies(s.When, needed.When):
		return
	default:
		alone, _ = p.find(goal{s.When, true}, goal{needed.When, false})
	}
	switch {
	case alone == nil:
	case p.both(s, needed, nil) == nil:
		p.problem(n.pos, "this step comes when "+p.inWords(s.When)+"; that one, when "+p.inWords(needed.When), "needs the step %q, and no runbook can have both", needed.ID)
	default:
		p.problem(n.pos, fmt.Sprintf("write %q if the need counts only when that step is in; else give both the same condition", needed.ID+"?"),
			"needs the step %q, which is not in every runbook that has this one: not for %s", needed.ID, alone.from)
	}
}

// implies reports whether it follows from the form of the conditions that the
// second holds wherever the first does.
func (p *prover) implies(first, second *Expression) bool {
	if first == nil || second == nil {
		return second == nil
	}
	have := map[string]bool{}
	p.conclude(first.tree(), have)
	return p.follows(second.tree(), have)
}

// texts makes the runbook of every profile.
func (p *prover) texts() {
	for _, profile := range p.known {
		rb, err := Generate(p.w, profile.profile, profile.date)
		if err != nil {
			p.faultyTexts(profile, err)
			continue
		}
		rb.Profile = profile.from
		p.proof.Runbooks = append(p.proof.Runbooks, rb)
	}
}

// faultyTexts finds the texts that keep a runbook from being made.
func (p *prover) faultyTexts(profile *witness, err error) {
	run, runErr := profile.profile.run(p.w, profile.date)
	if runErr != nil {
		return // it has been computed before
	}
	found := false
	skipped := map[Text]bool{}
	for _, s := range p.w.Steps() {
		for _, t := range s.texts() {
			skipped[t] = !run.in[s.number] && t != s.Title
		}
	}
	p.w.eachText(func(t Text, alone bool) {
		if alone || skipped[t] {
			return
		}
		if _, err := run.markdown(t); err != nil {
			if found = true; p.faulty[t] {
				return // with other values it may be another sentence
			}
			p.faulty[t] = true
			p.problem(t.pos, "for "+profile.from, "the text cannot be made: %s", strings.TrimPrefix(err.Error(), t.pos.String()+": "))
		}
	})
	if !found {
		p.problem(p.w.pos(), "made for "+profile.from, "the runbook cannot be made: %s", err)
	}
}
