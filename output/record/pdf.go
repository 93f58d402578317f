package record

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ReadPDF reads a filled copy of a runbook's PDF. The copy may have been
// saved by any viewer: as an update at the end of the file or written anew.
func ReadPDF(data []byte) (Record, error) {
	f, err := openPDF(data)
	if err != nil {
		return Record{}, err
	}
	values := f.fields()
	r := Record{Items: map[string]Entry{}}
	f.identify(&r, values)
	if len(values) == 0 {
		if r.Digest != "" {
			return Record{}, errors.New("the PDF has no form fields any more: it was printed to a file or flattened; save the filled form instead")
		}
		return Record{}, errors.New("the PDF has no form fields: it is no copy of a runbook")
	}
	if r.Digest == "" && r.ID == "" {
		return Record{}, errors.New("the PDF does not say which runbook it is: it is no copy of one")
	}
	for name, v := range values {
		if err := r.set(name, v); err != nil {
			return Record{}, err
		}
	}
	for number, e := range r.Items {
		if !e.filled() {
			delete(r.Items, number)
		}
	}
	return r, nil
}

// fieldValue is the value of a form field.
type fieldValue struct {
	on   bool   // of a box
	text string // of a text field
}

// set files the value of one field. Fields that belong to no item, such as
// those of gates and logs, are passed over.
func (r *Record) set(name string, v fieldValue) error {
	kind, number, _ := strings.Cut(name, ".")
	switch kind {
	case "done", "initials", "date", "evidence":
	case "v":
		i := strings.LastIndexByte(number, '.')
		if i < 0 {
			return nil
		}
		n, err := strconv.Atoi(number[i+1:])
		if err != nil || n < 1 || n > 1000 {
			return fmt.Errorf("the PDF has a field %q that no runbook has", name)
		}
		number = number[:i]
		e := r.Items[number]
		for len(e.Verified) < n {
			e.Verified = append(e.Verified, false)
		}
		e.Verified[n-1] = v.on
		r.Items[number] = e
		return nil
	default:
		return nil
	}
	e := r.Items[number]
	switch kind {
	case "done":
		e.Done = v.on
	case "initials":
		e.Initials = v.text
	case "date":
		e.Date = v.text
	case "evidence":
		e.Evidence = v.text
	}
	r.Items[number] = e
	return nil
}

// identify finds out which runbook the copy was made from: by its hidden
// fields or, where a viewer dropped them, by its properties.
func (f *pdfFile) identify(r *Record, values map[string]fieldValue) {
	info, _ := f.resolve(f.trailer["Info"]).(dict)
	for _, id := range []struct {
		to         *string
		field, key string
	}{{&r.Workflow, "runbook.workflow", "RunbookWorkflow"}, {&r.ID, "runbook.id", "RunbookId"}, {&r.Digest, "runbook.digest", "RunbookDigest"}} {
		*id.to = values[id.field].text
		if *id.to == "" {
			if s, ok := f.resolve(info[name(id.key)]).(str); ok {
				*id.to = strings.TrimSpace(s.text())
			}
		}
	}
}

// fields returns the values of all fields by their full names.
func (f *pdfFile) fields() map[string]fieldValue {
	values := map[string]fieldValue{}
	root, _ := f.resolve(f.trailer["Root"]).(dict)
	form, _ := f.resolve(root["AcroForm"]).(dict)
	list, _ := f.resolve(form["Fields"]).(array)
	seen := map[ref]bool{}
	for _, o := range list {
		f.walkField(o, "", inherited{}, seen, values, 0)
	}
	return values
}

// inherited is what a field takes from its parent where it is silent.
type inherited struct {
	kind  name
	value object
}

const deepest = 50 // levels of nesting; a form has three

func (f *pdfFile) walkField(o object, path string, in inherited, seen map[ref]bool, values map[string]fieldValue, depth int) {
	if r, ok := o.(ref); ok {
		if seen[r] {
			return
		}
		seen[r] = true
	}
	d, ok := f.resolve(o).(dict)
	if !ok || depth > deepest {
		return
	}
	part, named := f.resolve(d["T"]).(str)
	if named {
		if path != "" {
			path += "."
		}
		path += part.text()
	}
	if k, ok := f.resolve(d["FT"]).(name); ok {
		in.kind = k
	}
	if v, ok := d["V"]; ok {
		in.value = f.resolve(v)
	}
	kids, _ := f.resolve(d["Kids"]).(array)
	fields := false
	for _, k := range kids {
		if kd, ok := f.resolve(k).(dict); ok && kd["T"] != nil {
			fields = true
		}
	}
	if fields {
		for _, k := range kids {
			f.walkField(k, path, in, seen, values, depth+1)
		}
		return
	}
	// A field; its kids, if any, are its places on the pages.
	var v fieldValue
	switch val := in.value.(type) {
	case str:
		v.text = strings.TrimSpace(val.text())
	case *stream:
		if raw, err := val.decode(f); err == nil {
			v.text = strings.TrimSpace(str(raw).text())
		}
	case name:
		v.on = val != "Off"
	case nil:
		for _, place := range append(array{d}, kids...) {
			if pd, ok := f.resolve(place).(dict); ok {
				if as, ok := f.resolve(pd["AS"]).(name); ok && as != "Off" {
					v.on = true
				}
			}
		}
	}
	if path != "" {
		values[path] = v
	}
}
