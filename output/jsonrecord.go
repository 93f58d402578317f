package output

import "runbook/generator"

// What a record says, as JSON. It stands apart from what the runbook is, but
// for the work on each item.
type (
	jsonWork struct {
		Status   string `json:"status"`
		By       string `json:"by,omitempty"`
		Date     string `json:"date,omitempty"`
		Evidence string `json:"evidence,omitempty"`
		Verified []int  `json:"verified,omitempty"`
		Remark   string `json:"remark,omitempty"`
		Note     string `json:"note,omitempty"`
	}
	jsonDoubt struct {
		About string `json:"about"`
		Note  string `json:"note"`
	}
	jsonWritten struct {
		Item   string `json:"item"`
		Ref    string `json:"ref"`
		Author string `json:"author,omitempty"`
		Date   string `json:"date,omitempty"`
		Text   string `json:"text"`
	}
	jsonTracked struct {
		Both    int `json:"both"`
		Record  int `json:"record"`
		Tracker int `json:"tracker"`
	}
	jsonCopy struct {
		File   string `json:"file"`
		SHA256 string `json:"sha256"`
		Read   string `json:"read,omitempty"`
	}
	jsonRecord struct {
		File       string          `json:"file"`
		Digest     string          `json:"digest"`
		Copies     int             `json:"copies"`
		Sources    []jsonCopy      `json:"sources,omitempty"`
		PreparedBy string          `json:"prepared_by,omitempty"`
		Replaces   string          `json:"replaces,omitempty"`
		Release    []jsonSignOff   `json:"release"`
		Decisions  []jsonConfirmed `json:"decisions"`
		Phases     []jsonPhaseSign `json:"phases"`
		Final      []jsonSignOff   `json:"final"`
		Deviations []jsonDeviation `json:"deviations"`
		Initials   []jsonSigner    `json:"initials"`
	}
	jsonSignOff struct {
		Key       string `json:"key"`
		Name      string `json:"name,omitempty"`
		Signature string `json:"signature,omitempty"`
		Date      string `json:"date,omitempty"`
		Note      string `json:"note,omitempty"`
	}
	jsonConfirmed struct {
		Key    string `json:"key"`
		Yes    bool   `json:"yes"`
		By     string `json:"by,omitempty"`
		Date   string `json:"date,omitempty"`
		Remark string `json:"remark,omitempty"`
		Note   string `json:"note,omitempty"`
	}
	jsonPhaseSign struct {
		jsonSignOff
		Conditions []int  `json:"conditions,omitempty"`
		CheckedBy  string `json:"checked_by,omitempty"`
		CheckedOn  string `json:"checked_on,omitempty"`
		Result     string `json:"result,omitempty"`
		OpenPoints string `json:"open_points,omitempty"`
	}
	jsonDeviation struct {
		Item     string `json:"item"`
		What     string `json:"what"`
		Why      string `json:"why"`
		AgreedBy string `json:"agreed_by"`
		Date     string `json:"date"`
	}
	jsonSigner struct {
		Initials string `json:"initials"`
		Name     string `json:"name"`
		Role     string `json:"role"`
		Specimen string `json:"specimen"`
	}
)

func toJSONWork(w generator.Work) *jsonWork {
	j := jsonWork{string(w.Status), w.By, w.Date, w.Evidence, w.Verified, w.Remark, w.Note}
	if j.Status == "" {
		j.Status = "open"
		if w.By+w.Date+w.Evidence+w.Remark+w.Note == "" && len(w.Verified) == 0 {
			return nil
		}
	}
	return &j
}

// toJSONRecord keeps only what has been filled in.
func toJSONRecord(rb *generator.Runbook) *jsonRecord {
	if rb.Record == nil {
		return nil
	}
	j := &jsonRecord{
		File: rb.Record.File, Digest: rb.Record.Digest, Copies: rb.Record.Copies, Sources: each(rb.Record.Sources, func(c generator.RecordSource) jsonCopy { return jsonCopy(c) }), PreparedBy: rb.Document.PreparedBy, Replaces: rb.Document.Replaces,
		Release: []jsonSignOff{}, Decisions: []jsonConfirmed{}, Phases: []jsonPhaseSign{}, Final: []jsonSignOff{},
		Deviations: each(rb.Deviations, func(d generator.Deviation) jsonDeviation { return jsonDeviation(d) }),
		Initials:   each(rb.Signers, func(s generator.Signer) jsonSigner { return jsonSigner(s) }),
	}
	for _, r := range rb.Roles {
		if r.Release != (generator.SignOff{}) {
			j.Release = append(j.Release, toJSONSignOff(r.ID, r.Release))
		}
	}
	for _, d := range rb.Decisions {
		if c := d.Confirmed; c != (generator.Confirmation{}) {
			j.Decisions = append(j.Decisions, jsonConfirmed{d.Key, c.Yes, c.By, c.Date, c.Remark, c.Note})
		}
	}
	for _, p := range rb.AllPhases() {
		s := p.Signed
		if s.SignOff != (generator.SignOff{}) || len(s.Ticked) > 0 || s.CheckedBy+s.CheckedOn+s.OpenPoints+string(s.Result) != "" {
			j.Phases = append(j.Phases, jsonPhaseSign{toJSONSignOff(p.ID, s.SignOff), s.Ticked, s.CheckedBy, s.CheckedOn, string(s.Result), s.OpenPoints})
		}
	}
	for _, c := range rb.Closing {
		if c.SignOff != (generator.SignOff{}) {
			j.Final = append(j.Final, toJSONSignOff(c.ID, c.SignOff))
		}
	}
	return j
}

func toJSONSignOff(key string, s generator.SignOff) jsonSignOff {
	return jsonSignOff{key, s.Name, s.Signature, s.Date, s.Note}
}
