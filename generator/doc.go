// Package generator turns a workflow (a folder of authored phases, steps and
// rules) and a profile (one environment, as its owner describes it) into a
// Runbook: the steps that apply, numbered, with the profile's values filled
// in, and for every step the reason why it is in or out.
//
// The package is pure: bytes and an fs.FS in, values out. It opens no file,
// reads no clock, and knows nothing of the subject a workflow is about.
// Whatever the person at the keyboard can mend comes back as Problems.
//
// # Where to look
//
// A file's name begins with its part of the work. In the order of a run:
//
//   - load, decode, yaml, field, expression, codec, text: a folder becomes a
//     Workflow. Expressions and texts are compiled; precompiled and store keep
//     a built-in workflow in that form.
//   - profile, read, rolloutid, problem, suggest: a YAML file becomes a Profile,
//     or Problems with positions and hints.
//   - run, vars, evaluate, functions, pattern, idle: the derived values of one
//     profile on one day, and what conditions say of them.
//   - generate, runbook, reason, holder, ledger, companion, rolesheet: the steps
//     that apply become the Runbook that the output formats get.
//   - plan, schedule, calendar, duration: days and sittings.
//   - textrun, textfuncs, textfinish, markdown, clean: a text with the values in
//     it, each of which stays plain text.
//   - memory, conditionmemory, textmemory, textshape, textsources: what a
//     workflow remembers from one profile of a directory to the next. Nothing
//     else depends on it.
//
// Beside the run stand the commands: check (lint of a workflow) with prove
// (rules that can never fire), explain (why, and what would change it), diff
// (two profiles), draft (questions and answers become a profile), schema (the
// profile as JSON Schema), locate (which source a line comes from), work and
// tracked (what was done, for the formats).
package generator
