package generatortest

import "runbook/generator"

// Company is Small with an overlay for each thing that one can bring, by the
// names of Brought.
func Company() *generator.Runbook {
	rb := Small()
	rb.Workflow.Overlays = []string{"steps"}
	rb.Phases[0].Items[0].Steps = "1. Open **App registrations**."
	rb.Decisions[1].Company = Brought["decision"]
	rb.Warnings[0].Company = Brought["rule"]
	rb.Roles[2].Company = Brought["role"]
	rb.Roles[2].Sittings[0].Planned = "2027-01-14"
	rb.Names[0].Company = Brought["name"]
	rb.Phases[1].Company, rb.Phases[1].Due = Brought["phase"], "2027-01-14"
	rb.Phases[1].Items[0].Company = Brought["item"]
	rb.References[0].Company = Brought["reference"]
	rb.References[0].Entries[0].Company, rb.References[0].Entries[0].Due = Brought["entry"], "2027-06-30"
	rb.Omissions[0].Company = Brought["omission"]
	rb.Terms[0].Company = Brought["term"]
	return rb
}

// Brought names the overlays of Company by what each of them brings.
var Brought = map[string]string{
	"decision": "ovdecision", "rule": "ovrule", "role": "ovrole", "name": "ovname", "phase": "ovphase", "item": "ovitem",
	"reference": "ovreference", "entry": "oventry", "omission": "ovomission", "term": "ovterm",
}
