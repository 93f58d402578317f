// Package generator turns a workflow (a folder of authored phases, steps and
// rules) and a profile (one environment, as its owner describes it) into a
// Runbook: the steps that apply, numbered, with the profile's values filled
// in, and for every step the reason why it is in or out.
//
// The package is pure: bytes and an fs.FS in, values out. It opens no file,
// reads no clock, and knows nothing of the subject a workflow is about.
// Whatever the person at the keyboard can mend comes back as Problems.
package generator
