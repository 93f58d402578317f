package record

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"runbook/output/ooxml"
)

// ReadPDF reads a filled copy of a runbook's PDF. The copy may have been
// saved by any viewer: as an update at the end of the file or written anew.
func ReadPDF(data []byte) (Copy, error) {
	f, err := openPDF(data)
	if err != nil {
		return Copy{}, err
	}
	values := f.fields()
	c := newCopy()
	f.identify(&c, values)
	if len(values) == 0 {
		if c.Digest != "" {
			return Copy{}, errors.New("the PDF has no form fields any more: it was printed to a file or flattened; save the filled form instead")
		}
		return Copy{}, errors.New("the PDF has no form fields: it is no copy of a runbook")
	}
	if err := c.known("PDF"); err != nil {
		return Copy{}, err
	}
	if err := c.all(values); err != nil {
		return Copy{}, err
	}
	return c, nil
}

// identify finds out which runbook the copy was made from: by its hidden
// fields or, where a viewer dropped them, by its properties.
func (f *pdfFile) identify(c *Copy, values map[string]fieldValue) {
	info, _ := f.resolve(f.trailer["Info"]).(dict)
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if strings.HasPrefix(name, ooxml.PropertyText) {
			c.identity(name, values[name].text)
		}
	}
	for _, id := range []string{"Workflow", "Id", "Digest", "Role", "Record", "Version", "Values"} {
		field := "runbook." + strings.ToLower(id)
		c.identity(field, values[field].text)
		if s, ok := f.resolve(info[name("Runbook"+id)]).(str); ok {
			c.identity(field, s.text())
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
