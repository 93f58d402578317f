package main

import (
	"fmt"
	"slices"
	"strconv"

	"runbook/generator"
	"runbook/output/record"
)

// recordTarget is a profile with its record, as far as it is read.
type recordTarget struct {
	path    string // of the record
	rb      *generator.Runbook
	made    []madeFrom // the profile, and those that --made-from names
	store   *record.Store
	had     []string // checksums of the copies that it was read from before
	changed bool
}

// madeFrom is a profile that copies may have been made from.
type madeFrom struct {
	profile checked
	rb      *generator.Runbook
}

// target loads a profile and its record at the first of its copies.
func (r *recording) target(profile string) (*recordTarget, error) {
	path := storePath(profile)
	if i := slices.IndexFunc(r.targets, func(t *recordTarget) bool { return t.path == path }); i >= 0 {
		return r.targets[i], nil
	}
	c, rb, err := r.generate(profileFile{path: profile})
	if err != nil {
		return nil, err
	}
	if err := c.store.Belongs(rb); err != nil {
		return nil, err
	}
	t := &recordTarget{path: path, rb: rb, made: []madeFrom{{c, rb}}, store: c.store}
	for _, copied := range t.store.Copies {
		t.had = append(t.had, copied.SHA256)
	}
	for _, old := range r.from {
		if c, rb, err = r.generate(old); err != nil {
			return nil, err
		}
		if c.profile.Text("id") == "" { // it had the name of the file
			rb.ID = t.rb.ID
		}
		t.made = append(t.made, madeFrom{c, rb})
	}
	r.targets = append(r.targets, t)
	return t, nil
}

// generate loads a profile and makes its runbook.
func (r *recording) generate(f profileFile) (checked, *generator.Runbook, error) {
	c, err := r.loader.check(f, r.day)
	if err != nil {
		return c, nil, err
	}
	if c.problems.Errors() > 0 {
		r.a.printProblems(c.problems)
		return c, nil, exitError{code: exitFailed}
	}
	rb, err := c.runbook(r.day)
	return c, rb, err
}

// madeFrom is what a copy was made from: a profile with the workflow of today,
// else one with another version of it. It is that of the record where no other
// was named that it could be.
func (t *recordTarget) madeFrom(c record.Copy, day string) (record.Origin, error) {
	for _, m := range t.made {
		if m.rb.Digest == c.Digest {
			return record.Origin{Runbook: m.rb}, nil
		}
	}
	var gives []string
	for i, m := range t.made {
		o := record.Origin{Runbook: m.rb}
		if o.Fits(c) {
			if c.Role == "" || m.profile.workflow.Role(c.Role) == nil {
				return o, nil
			}
			var err error
			o.Sheet, err = m.profile.sheet(day, c.Role)
			return o, err
		}
		if i > 0 {
			gives = append(gives, strconv.Quote(m.rb.Digest))
		}
	}
	if len(gives) > 0 {
		return record.Origin{}, fmt.Errorf("the copy was made from yet another profile or version: its digest is %q, the profile gives %q, and what --made-from names %s", c.Digest, t.rb.Digest, generator.And(gives))
	}
	return record.Origin{Runbook: t.rb}, nil
}
