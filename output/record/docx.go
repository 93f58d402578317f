package record

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"runbook/output/form"
)

const wordDocument = "Word document"

// ReadDOCX reads a filled copy of a runbook's Word document. The copy may
// have been saved by another program than Word, as long as it kept the
// content controls.
func ReadDOCX(data []byte) (Copy, error) {
	o, err := openOffice(wordDocument, data)
	if err != nil {
		return Copy{}, err
	}
	c := newCopy()
	if err := o.identify(&c); err != nil {
		return Copy{}, err
	}
	name, err := o.main("word/document.xml", "document")
	if err != nil {
		return Copy{}, err
	}
	var found controls
	if err := o.part(name, found.read); err != nil {
		return Copy{}, err
	}
	found.name()
	values := map[string]fieldValue{}
	for _, f := range found.list {
		c.identity(f.tag, f.text.String())
		if f.tag == "" {
			continue
		}
		v := fieldValue{on: f.ticked(), text: f.day()}
		have, twice := values[f.tag]
		// LibreOffice 7.4 cuts a text of two scripts into several controls, of
		// which the later ones have the first one's text in them too.
		if twice && have.text != "" && v.text != "" && !strings.Contains(v.text, have.text) {
			return Copy{}, fmt.Errorf("the Word document has the field %q twice, with different entries: which one counts?", form.Label(f.tag))
		}
		if have.text == "" {
			values[f.tag] = v
		}
	}
	if err := c.all(values); err != nil {
		return Copy{}, err
	}
	if len(c.Entries) == 0 && c.Digest != "" {
		return Copy{}, errors.New("the Word document has no content controls any more: the program that saved it dropped them; fill in the original in Word or LibreOffice")
	}
	if err := c.known(wordDocument); err != nil {
		return Copy{}, err
	}
	return c, nil
}

// tagOf returns the tag that goes with a label, "" for a label of another kind.
func tagOf(label string) string {
	if name := map[string]string{"Workflow": "runbook.workflow", "Rollout": "runbook.id", "Digest": "runbook.digest"}[label]; name != "" {
		return name
	}
	return form.Named(label)
}

// name gives a tag to each control that lost it. LibreOffice 7.4 keeps the
// label of most controls; of ticks it puts the label on a control round the
// box and shares that among neighbours, and dates it leaves without any. What
// is left then is the order in which an item has its controls.
func (cs *controls) name() {
	last := ""
	for _, c := range cs.list {
		if c.tag == "" {
			c.tag = tagOf(c.label)
		}
		switch {
		case c.tag != "" || c.label != "":
		case c.box && c.parent != nil:
			c.tag = nextBox(c.parent.first, c.parent.boxes)
			c.parent.boxes++
		case c.picker:
			c.tag = dateAfter(last)
		}
		if c.holds > 0 { // the marks in it are those of the boxes inside
			c.first, c.tag = c.tag, ""
		}
		if c.tag != "" {
			last = c.tag
		}
	}
}

// nextBox is the box that stands n boxes after the first one.
func nextBox(first string, n int) string {
	if n == 0 {
		return first
	}
	before, last := cutLast(first)
	if i, err := strconv.Atoi(last); err == nil && (strings.HasPrefix(first, "v.") || strings.HasPrefix(first, "gate.")) {
		return before + "." + strconv.Itoa(i+n)
	}
	if item, ok := strings.CutPrefix(first, "skip."); ok {
		return form.Blocked(item)
	}
	if last == "passed" {
		return before + ".open"
	}
	return ""
}

// dateAfter is the date that stands after a field.
func dateAfter(name string) string {
	if item, ok := strings.CutPrefix(name, "initials."); ok {
		return form.Date(item)
	}
	switch before, last := cutLast(name); last {
	case "checked_by":
		return before + ".checked_on"
	case "by", "signature", "agreed_by":
		return before + ".date"
	}
	return ""
}

// control is a content control as it was found.
type control struct {
	tag, label  string
	box, picker bool     // a tick box, a date
	parent      *control // the one round it
	holds       int      // unnamed boxes inside
	first       string   // tag of the first of them
	boxes       int      // those that have got theirs
	checked     bool
	placeholder bool   // what stands in it was not typed
	fullDate    string // of a date picker
	text        strings.Builder
}

// ticked believes the mark as well as the flag: some programs change only
// one of them.
func (c *control) ticked() bool {
	return c.checked || strings.ContainsAny(c.text.String(), "☒☑✓✔✗✘")
}

func (c *control) entered() string {
	if c.placeholder {
		return ""
	}
	return strings.Join(strings.Fields(c.text.String()), " ")
}

// day is the date of a picker as YYYY-MM-DD, or what was typed instead.
func (c *control) day() string {
	typed := c.entered()
	if _, err := time.Parse(time.DateOnly, typed); err == nil || typed == "" {
		return typed
	}
	if day, _, _ := strings.Cut(c.fullDate, "T"); day != "" {
		if _, err := time.Parse(time.DateOnly, day); err == nil {
			return day
		}
	}
	return typed
}

// controls collects the content controls of a document part.
type controls struct {
	list []*control
	open []*control // the ones we are in, the innermost last
}

const word14 = "http://schemas.microsoft.com/office/word/2010/wordml"

// read walks through the part. Namespaces of the main language are not
// compared: the strict dialect has other ones, with the same names.
func (cs *controls) read(d *xml.Decoder) error {
	inText, inProperties := false, false
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "sdt":
				c := &control{}
				if len(cs.open) > 0 {
					c.parent = cs.open[len(cs.open)-1]
				}
				cs.list, cs.open = append(cs.list, c), append(cs.open, c)
				if len(cs.open) > deepest {
					return errors.New("controls are nested too deep")
				}
			case "sdtPr":
				inProperties = true
			case "t":
				inText = true
			case "tab", "br", "p":
				cs.write(" ")
			default:
				if inProperties && len(cs.open) > 0 {
					cs.open[len(cs.open)-1].property(t)
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "sdt":
				if n := len(cs.open); n > 0 {
					if c := cs.open[n-1]; c.box && c.tag == "" && c.label == "" && c.parent != nil {
						c.parent.holds++
					}
					cs.open = cs.open[:n-1]
				}
			case "sdtPr":
				inProperties = false
			case "t":
				inText = false
			}
		case xml.CharData:
			if inText {
				cs.write(string(t))
			}
		}
	}
}

// write adds text to every control it stands in.
func (cs *controls) write(s string) {
	for _, c := range cs.open {
		c.text.WriteString(s)
	}
}

func (c *control) property(e xml.StartElement) {
	value := func(name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	isOn := func(s string) bool { return s != "0" && s != "false" && s != "off" }
	switch e.Name.Local {
	case "tag":
		c.tag = value("val")
	case "alias":
		c.label = value("val")
	case "checkbox":
		c.box = true
	case "checked":
		c.checked = e.Name.Space == word14 && isOn(value("val"))
	case "showingPlcHdr":
		c.placeholder = isOn(value("val"))
	case "date":
		c.picker = true
		c.fullDate = value("fullDate")
	}
}
