package generatortest

import (
	"strings"

	"runbook/generator"
)

// Filled returns Small with everything filled in that a record can hold. Each
// call returns a fresh value.
func Filled() *generator.Runbook {
	rb := Small()
	rb.Before.Items[0].Work = generator.Work{Status: generator.StatusDone, By: "Ł.Ż.", Date: "2027-01-11", Evidence: `picture 3 (see "vault\x" <b>) & =1+1 _x0041_`, Verified: []int{1}, Remark: `took *longer* <i>; =2+2`}
	rb.Phases[0].Items[0].Work = generator.Work{Status: generator.StatusBlocked, By: "AL", Date: "2027-01-12", Evidence: "the tenant is locked | until 14:00", Verified: []int{2}, Note: "Record incomplete: 1 of 2 checks ticked."}
	rb.Phases[1].Items[0].Work = generator.Work{Status: generator.StatusNotNeeded, By: "BB", Date: "1/11/2027", Evidence: "the record exists (阿部)"}
	rb.Phases[0].Signed = generator.PhaseSign{
		Ticked: []int{1}, CheckedBy: "AL", CheckedOn: "2027-01-12", Result: generator.ResultOpenPoints, OpenPoints: "1.1, Ann Lee, until 15 January",
		SignOff: generator.SignOff{Name: "Ann Lee", Signature: "A. Lee", Date: "2027-01-13", Note: "Signed under the digest 0123456789ab, before the gate changed."},
	}
	rb.Phases[1].Signed = generator.PhaseSign{Result: generator.ResultPassed, SignOff: generator.SignOff{Name: "Bo Berg"}}
	rb.Decisions[1].Confirmed = generator.Confirmation{Yes: true, By: "AL", Date: "2027-01-10", Remark: "agreed by mail"}
	rb.Decisions[2].Confirmed = generator.Confirmation{By: "BB"}
	rb.Roles[0].Release = generator.SignOff{Name: "Ann Lee", Signature: "A. Lee", Date: "2027-01-10"}
	rb.Deviations = []generator.Deviation{
		{Item: "1.1", What: "used the app of 2024", Why: "it was there <script>", AgreedBy: "Ann Lee", Date: "2027-01-12"},
		{Item: "all", What: "nobody waited"},
	}
	rb.Signers = []generator.Signer{
		{Initials: "AL", Name: "Ann Lee", Role: "Global Administrator", Specimen: "AL"},
		{Initials: "Ł.Ż.", Name: "Łukasz Żak", Role: "DNS"},
	}
	rb.Closing[0].SignOff = generator.SignOff{Name: "Bo Berg", Signature: "BB", Date: "2027-02-01"}
	rb.Document.PreparedBy, rb.Document.Replaces = "Ann Lee", "revision B"
	rb.Doubts = []generator.Doubt{{About: "1.1", Note: "Record incomplete: 1 of 2 checks ticked."}, {About: "Deviation 2", Note: "Not taken from returned/*_`|<b>.xlsx: *what* \"<i>\"."}}
	rb.Written = []generator.Written{{Item: "0.1", Ref: "issue #3", Author: "ann", Date: "2027-01-11", Text: "free | taken <b>\nsee @bob, #4 and `x`"}, {Item: "1.1", Ref: "issue #4", Text: "https://example.com/ **bold**"}}
	rb.Record = &generator.RecordRef{File: "contoso.record.yaml", Digest: "abcdef012345", Copies: 3, Sources: []generator.RecordSource{
		{File: "returned/contoso.pdf", SHA256: strings.Repeat("01234567", 8), Read: "2027-01-12"},
		{File: "returned/contoso.dns-admin.docx", SHA256: strings.Repeat("89abcdef", 8), Read: "2027-01-13"},
		{File: "returned/*_`|<b>.xlsx", SHA256: strings.Repeat("fedcba98", 8), Read: "2027-01-13"},
	}}
	return rb
}
