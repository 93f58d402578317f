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
	was     []*generator.Runbook // of the profiles that --made-from names
	store   *record.Store
	changed bool
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
	t := &recordTarget{path: path, rb: rb, store: c.store}
	for _, old := range r.from {
		if c, rb, err = r.generate(old); err != nil {
			return nil, err
		}
		if c.profile.Text("id") == "" { // it had the name of the file
			rb.ID = t.rb.ID
		}
		t.was = append(t.was, rb)
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

// madeFrom is the runbook that a copy was made from, by its digest; that of the
// profile where none was named that it could be.
func (t *recordTarget) madeFrom(digest string) (*generator.Runbook, error) {
	gives := make([]string, len(t.was))
	for i, rb := range t.was {
		if rb.Digest == digest && digest != t.rb.Digest {
			return rb, nil
		}
		gives[i] = strconv.Quote(rb.Digest)
	}
	if len(gives) > 0 && digest != t.rb.Digest {
		return nil, fmt.Errorf("the copy was made from yet another profile or version: its digest is %q, the profile gives %q, and what --made-from names %s", digest, t.rb.Digest, generator.And(gives))
	}
	return t.rb, nil
}
