package record

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strconv"
	"strings"

	"runbook/output/ooxml"
)

// Office documents, Word's and Excel's, are zip archives of XML parts that
// point at each other by relationships.

const (
	largestPart = 16 << 20        // no part of a filled copy comes near this
	largestFile = 4 * largestPart // all parts that are read
	mostParts   = 5000
)

// office is an opened document.
type office struct {
	kind  string // "Word document", for messages
	parts map[string]*zip.File
	left  *int64 // bytes that may still be read
}

func openOffice(kind string, data []byte) (office, error) {
	o := office{kind: kind, parts: map[string]*zip.File{}, left: new(int64(largestFile))}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return o, fmt.Errorf("the %s is protected by a password or saved in the format of before 2007: save it without one, in today's format", kind)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return o, fmt.Errorf("the file is no %s, or it is damaged: %w", kind, err)
	}
	if len(z.File) > mostParts {
		return o, fmt.Errorf("the %s has too many parts", kind)
	}
	for _, f := range z.File {
		o.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	return o, nil
}

// part hands a part to read; a part that is not there is no error.
func (o office) part(name string, read func(*xml.Decoder) error) error {
	f := o.parts[name]
	if f == nil {
		return nil
	}
	// A few kilobytes can be packed so that they never end, and many parts
	// can share them. The archive says how long a part is, and Go's reader
	// goes no further than that.
	if f.UncompressedSize64 > uint64(min(largestPart, *o.left)) {
		return o.damaged(name, errors.New("it is too large"))
	}
	*o.left -= int64(f.UncompressedSize64)
	in, err := f.Open()
	if err != nil {
		return o.damaged(name, err)
	}
	defer in.Close()
	if err := read(xml.NewDecoder(in)); err != nil {
		return o.damaged(name, err)
	}
	return nil
}

// main returns the name of the part that is the document itself; root is the
// name of its element, by which a Word document is told from a workbook.
func (o office) main(otherwise, root string) (string, error) {
	name, err := o.target("officeDocument", otherwise)
	if err != nil {
		return "", err
	}
	found := ""
	err = o.part(name, func(d *xml.Decoder) error {
		for {
			t, err := d.Token()
			if err != nil {
				return err
			}
			if e, ok := t.(xml.StartElement); ok {
				found = e.Name.Local
				return nil
			}
		}
	})
	if err == nil && found != root {
		err = fmt.Errorf("the file is no %s", o.kind)
	}
	return name, err
}

func (o office) damaged(name string, err error) error {
	return fmt.Errorf("the %s is damaged: %s: %w", o.kind, name, err)
}

// relation is a pointer from one part to another.
type relation struct{ id, kind, target string }

// relations returns where a part points, the package itself for "". Only the
// last word of a relationship's type is looked at: the rest differs between
// the two dialects of the format.
func (o office) relations(of string) ([]relation, error) {
	var found []relation
	dir, base := path.Split(of)
	err := o.part(dir+"_rels/"+base+".rels", func(d *xml.Decoder) error {
		var list struct {
			Relationship []struct {
				ID     string `xml:"Id,attr"`
				Type   string `xml:"Type,attr"`
				Target string `xml:"Target,attr"`
			}
		}
		if err := d.Decode(&list); err != nil {
			return err
		}
		for _, r := range list.Relationship {
			target := r.Target
			if !strings.HasPrefix(target, "/") {
				target = "/" + dir + target
			}
			found = append(found, relation{r.ID, path.Base(r.Type), strings.TrimPrefix(path.Clean(target), "/")})
		}
		return nil
	})
	return found, err
}

// target returns the part to which a relationship of the package points,
// otherwise if there is none.
func (o office) target(kind, otherwise string) (string, error) {
	list, err := o.relations("")
	for _, r := range list {
		if r.kind == kind {
			otherwise = r.target
		}
	}
	return otherwise, err
}

// identify reads the custom properties that say which runbook a copy was
// made from.
func (o office) identify(c *Copy) error { return o.properties(c.identity) }

// properties hands the custom properties to take.
func (o office) properties(take func(name, value string)) error {
	name, err := o.target("custom-properties", "docProps/custom.xml")
	if err != nil {
		return err
	}
	return o.part(name, func(d *xml.Decoder) error {
		var list struct {
			Property []struct {
				Name  string `xml:"name,attr"`
				Value string `xml:",any"`
			} `xml:"property"`
		}
		if err := d.Decode(&list); err != nil {
			return err
		}
		for _, p := range list.Property {
			take(p.Name, p.Value)
		}
		return nil
	})
}

// identity files one of the values that identify a runbook, if it is one.
func (c *Copy) identity(name, value string) {
	value = strings.TrimSpace(value)
	if name == ooxml.PropertyRecord {
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && c.Shown < 0 {
			c.Shown = n
		}
		return
	}
	if strings.HasPrefix(name, ooxml.PropertyText) {
		c.Texts = append(c.Texts, value)
		return
	}
	to := map[string]*string{ooxml.PropertyVersion: &c.Version, ooxml.PropertyValues: &c.Values, ooxml.PropertyWorkflow: &c.Workflow, ooxml.PropertyID: &c.ID, ooxml.PropertyDigest: &c.Digest, ooxml.PropertyRole: &c.Role}[name]
	if to != nil && *to == "" {
		*to = value
	}
}

// known refuses a file that no runbook made.
func (c *Copy) known(kind string) error {
	if c.Digest == "" && c.ID == "" {
		return fmt.Errorf("the %s does not say which runbook it is: it is no copy of one", kind)
	}
	return nil
}
